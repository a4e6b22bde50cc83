"""What a card says of the register: entries of the room, of its certificates, and of the whole building; never of other rooms."""

import geopandas as gpd
import pandas as pd

from api.reading.register import register_lines
from api.reading.view import View
from tests.scenes import tiny_district
from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES


def registered():
    """Give the hand-made district with a few entries."""
    rows = {
        "certificate": [{"certificate_id": "C", "number": "证 7", "department_id": "D1", "issued": "2024-05-01"}],
        "certificate_room": [{"certificate_room_id": "CR", "certificate_id": "C", "room_id": "A-F1-101"}],
        "repair": [
            {"repair_id": "R1", "building_id": "A", "room_id": "A-F1-101", "repair_class": "medium", "finished": "2025-06-01"},
            {"repair_id": "R2", "building_id": "A", "repair_class": "major", "finished": "2020-06-01"},
            {"repair_id": "R3", "building_id": "A", "room_id": "A-F1-102", "repair_class": "daily"},
        ],
    }
    scene = tiny_district()
    frames = {}
    for name, lines in rows.items():
        frame = pd.DataFrame(lines, columns=TABLES[name].names).astype(object)
        frames[name] = fit_frame(
            TABLES[name], gpd.GeoDataFrame(frame.where(frame.notna(), None), geometry=[None] * len(frame)), scene.crs
        )
    return scene.replaced(frames, 1)


def told(view, table, key):
    lines = register_lines(view, table, view.rows(table).place[key])
    return {(line["table"], line["key"]): line for line in lines}, [line["key"] for line in lines]


def test_a_room_has_its_own_entries_its_certificates_and_those_of_the_whole_building():
    view = View(registered(), frozenset(TABLES))
    found, order = told(view, "room", "A-F1-101")
    assert order == ["R1", "C", "R2"]
    assert not found["repair", "R1"]["whole"]
    assert found["repair", "R2"]["whole"]
    facts = {fact["name"]: fact for fact in found["certificate", "C"]["facts"]}
    assert facts["department_id"]["value"] == "发展改革局"
    assert {fact["name"]: fact.get("zh") for fact in found["repair", "R1"]["facts"]}["repair_class"]
    assert told(view, "department", "D1")[1] == ["C"]
    assert set(told(view, "building", "A")[1]) == {"R1", "R2", "R3"}
    assert told(view, "floor", "A-F1")[1] == []


def test_what_may_not_be_read_is_not_there():
    view = View(registered(), frozenset(TABLES) - {"certificate"})
    assert told(view, "room", "A-F1-101")[1] == ["R1", "R2"]
