"""The samples, made once a session."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest

from sample_buildings.building import draw_buildings
from sample_buildings.make import sample_names, write_sample
from sample_buildings.plans import read_plan
from twin.model.tables import TABLES

SEED = 1


class Sample:
    """A made sample: its folder, its buildings as drawn, and its tables read back in metres."""

    def __init__(self, scale, folder):
        self.scale = scale
        self.folder = folder
        self.plan = read_plan(scale)
        self.buildings = draw_buildings(self.plan, SEED)
        self.names = sample_names(self.plan, SEED)
        self.files = write_sample(folder, self.plan, self.buildings, SEED)
        self._tables = {}

    @property
    def ifc(self):
        return sorted(self.folder.glob("*.ifc"))

    def table(self, name):
        """Read one table back: a GeoDataFrame in EPSG:4544 where it has a shape."""
        if name not in self._tables:
            if TABLES[name].shape:
                frame = gpd.read_file(self.folder / f"{name}.geojson").to_crs(4544)
                texts = [column.name for column in TABLES[name].columns if column.kind == "text"]
                frame[texts] = frame[texts].astype(object).where(frame[texts].notna(), None)
                self._tables[name] = frame
            else:
                self._tables[name] = pd.read_csv(self.folder / f"{name}.csv", dtype=object, keep_default_na=False)
        return self._tables[name]


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    return Sample("small", tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def district(tmp_path_factory):
    return Sample("district", tmp_path_factory.mktemp("district"))


@pytest.fixture(params=["small", "district"])
def sample(request):
    return request.getfixturevalue(request.param)
