"""Stores of either kind: every test that asks for `where`, `store` or `filled` runs on a GeoPackage and on PostGIS."""

import shutil
import uuid

import pytest

from tests.scenes import CRS_4544
from tests.twin.store.sameness import fill, scene
from twin.store import create_store, open_store


@pytest.fixture(params=["geopackage", "postgis"])
def kind(request):
    return request.param


@pytest.fixture
def where(kind, request, tmp_path):
    """Give a maker of places for new stores."""
    server = request.getfixturevalue("postgis") if kind == "postgis" else ""

    def place():
        name = f"t_{uuid.uuid4().hex[:12]}"
        return f"{server}&schema={name}" if server else str(tmp_path / f"{name}.gpkg")

    return place


@pytest.fixture
def store(where):
    with create_store(where(), CRS_4544) as made:
        yield made


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory):
    """Make the scene's file once; tests copy it."""
    path = tmp_path_factory.mktemp("scene") / "twin.gpkg"
    with create_store(path, CRS_4544) as made:
        fill(made, scene())
    return path


@pytest.fixture
def filled(kind, where, filled_file):
    place = where()
    if kind == "geopackage":
        shutil.copy(filled_file, place)
    else:
        with create_store(place, CRS_4544) as made:
            fill(made, scene())
    with open_store(place) as opened:
        yield opened
