"""Stores of either kind: every test that asks for `where`, `store` or `filled` runs on a GeoPackage and on PostGIS."""

import shutil
import uuid

import psycopg
import pytest
from sqlalchemy.engine import make_url

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


@pytest.fixture(scope="session")
def filled_database(postgis):
    """Make a database with the scene's store once, and give a copier of it: the server copies faster than we fill."""
    url = make_url(postgis)

    def admin(statement, database="postgres"):
        with psycopg.connect(host=url.query["host"], user="postgres", dbname=database, autocommit=True) as connection:
            connection.execute(statement)

    admin("CREATE DATABASE scene OWNER twin TEMPLATE template0")
    admin("CREATE EXTENSION postgis", "scene")
    with create_store(_named(url, "scene"), CRS_4544) as made:
        fill(made, scene())

    def copy():
        name = f"t_{uuid.uuid4().hex[:12]}"
        admin(f"CREATE DATABASE {name} OWNER twin TEMPLATE scene")
        return _named(url, name)

    return copy


def _named(url, database):
    return url.set(database=database).render_as_string().replace("%2F", "/")


@pytest.fixture
def filled(kind, request, tmp_path):
    if kind == "geopackage":
        place = shutil.copy(request.getfixturevalue("filled_file"), tmp_path / "twin.gpkg")
    else:
        place = request.getfixturevalue("filled_database")()
    with open_store(place) as opened:
        yield opened
