"""A town: the city with fewer blocks, fewer and lower buildings; and the whole city as planned, not drawn."""

from __future__ import annotations

import copy
from dataclasses import replace

import geopandas as gpd
import pyogrio
import pytest

from sample_buildings.city.city import draw_city, plan_city
from sample_buildings.city.writing import write_city
from sample_buildings.make import sample_names
from sample_buildings.plans import read_plan
from twin.model.tables import TABLES

SEED = 1
HIGH = {"affairs": 2, "canteen": 2, "tower1": 3, "main": 2}
"""Buildings of the town's compound, and how many storeys they keep."""


def town_plan():
    """Take the plan of the city and make it small."""
    plan = read_plan("city")
    city = copy.deepcopy(plan.city)
    city |= {
        "ifc": 1, "central": 8, "gross": 90_000.0, "institutions": 28, "subdistricts": 3, "chargers": 300, "public_car_parks": 6,
        "electric": 40, "stops": 9,
    }  # fmt: skip
    streets = city["streets"]
    streets["reach"] = 3000.0
    streets["rings"] = [{**streets["rings"][0], "half": 1500.0}]
    streets["rivers"] = [
        {**river, "off": off, "swing": 200.0} for river, off in zip(streets["rivers"], (-900.0, 1500.0), strict=True)
    ]
    kept = [replace(spec, storeys=HIGH[spec.key]) for spec in plan.building if spec.key in HIGH]
    garage = next(spec for spec in plan.building if spec.shape == "garage")
    return replace(
        plan, building=(*kept, replace(garage, basements=1)), city=city, departments=12, rooms=0, vehicles=120,
        cameras={"indoor": 60, "outdoor": 70},
    )  # fmt: skip


class Town:
    """The town planned, drawn and written; its layers read back in metres."""

    def __init__(self, folder):
        self.plan = town_plan()
        self.folder = folder
        self.names = sample_names(self.plan, SEED)
        self.city = plan_city(self.plan, SEED)
        self.buildings = draw_city(self.city)
        self.files = write_city(folder, self.plan, self.names, SEED)
        self._tables = {}

    @property
    def gpkg(self):
        return self.folder / "city.gpkg"

    def table(self, name):
        if name not in self._tables:
            path = self.folder / "site.geojson" if name == "site" else self.gpkg
            layer = None if name == "site" else name
            frame = pyogrio.read_dataframe(path, layer=layer, read_geometry=bool(TABLES[name].shape))
            if isinstance(frame, gpd.GeoDataFrame):
                frame = frame.to_crs(4544)
            for column in frame.columns:
                if column != "geometry" and str(frame[column].dtype) in {"object", "str"}:
                    held = frame[column].astype(object)
                    frame[column] = held.where(held.notna(), None)
            self._tables[name] = frame
        return self._tables[name]


@pytest.fixture(scope="session")
def town(tmp_path_factory):
    return Town(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="session")
def city():
    """Give the whole city as planned: streets, sites and programmes, nothing drawn."""
    return plan_city(read_plan("city"), SEED)


@pytest.fixture(params=["town", "city"])
def either(request):
    """Give the plan of the town, then that of the city."""
    return request.getfixturevalue("town").city if request.param == "town" else request.getfixturevalue("city")
