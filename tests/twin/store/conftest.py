"""Stores of either kind: every test that asks for `where`, `store` or `filled` runs on a GeoPackage and on PostGIS."""

import uuid

import pytest

from tests.scenes import CRS_4544, tiny_district
from tests.twin.store.sameness import fill
from twin.store import create_store


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


@pytest.fixture
def filled(store):
    fill(store, tiny_district())
    return store
