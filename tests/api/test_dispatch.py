"""The dispatcher's command: journeys imported, planned, written."""

from __future__ import annotations

TRIPS = """trip_id,from_place,to_place,depart_at,arrive_at,people
A,{gate},{charger},2026-11-23T08:00,2026-11-23T09:00,2
B,{charger},{gate},2026-11-23T08:10,2026-11-23T09:30,1
C,{gate},{charger},2026-11-23T10:00,2026-11-23T09:00,1
"""


def test_a_day_is_planned_on_the_command_line(twin, store_path, tmp_path):
    gate, charger = (str(key) for key in _keys(store_path))
    (tmp_path / "trip.csv").write_text(TRIPS.format(gate=gate, charger=charger))
    assert twin("import", "trip.csv", "--store", store_path)[0] == 0
    words = ("fleet", "dispatch", "--on", "2026-11-23", "--store", store_path, "--hire", 1, "--iterations", 200, "--out", "plan")
    code, out, err = twin(*words, "--json")
    assert code == 0, err
    assert out["result"]["served"] == 2
    assert [row["trip"] for row in out["result"]["unserved"]] == ["C"]
    assert {path.name for path in (tmp_path / "plan").iterdir()} == {"dispatch.json", "gantt.png", "trips.xlsx"}
    assert twin(*words, "--json")[1]["result"] == out["result"]
    assert twin("fleet", "dispatch", "--on", "2026-11-24", "--store", store_path)[0] == 1
    assert twin("fleet", "dispatch", "--shift", "22-6", "--store", store_path)[0] == 2
    assert twin("fleet", "dispatch", "--price", "gold=1", "--store", store_path)[0] == 2


def _keys(path):
    from twin.store import open_store  # noqa: PLC0415

    with open_store(path) as store:
        snapshot = store.snapshot()
        return snapshot.keys("gate")[0], snapshot.keys("charger")[0]
