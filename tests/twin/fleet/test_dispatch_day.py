"""A day read from tables: who is served, what is wrong with the rest, and in which words."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from openpyxl import load_workbook

from tests.twin.fleet.dispatch_scenes import DAY, EAST, SOUTH, WEST, district, small, trip, vehicle
from twin.fleet.dispatch import asking, ground, proposal
from twin.fleet.dispatch.checker import check, check_kept
from twin.fleet.dispatch.crossing import Crossing
from twin.fleet.dispatch.insertion import Board, Call
from twin.fleet.dispatch.problem import Charging
from twin.fleet.dispatch.solve import Params
from twin.fleet.dispatch.split import Split, solve_wide
from twin.fleet.dispatch.wide import Wide, check_wide
from twin.model.errors import DataError, UsageError
from twin.model.words import say
from viz.gantt import plot_gantt
from viz.trip_sheets import write_trip_sheets

FEW = Params(iterations=150)


def planned(trips, vehicles=(), **more):
    day = ground.build(district(trips, vehicles), ground.Ask(DAY, **more))
    found = asking.answer(day, FEW)
    assert proposal.check(day, found) == []
    return day, found


BAD = [
    ("dispatch.trip.window", trip("bad", depart="10:00", arrive="09:00")),
    ("dispatch.trip.short", trip("bad", depart="10:00", arrive="10:00:20")),
    ("dispatch.trip.nowhere", {**trip("bad"), "from_place": None}),
    ("dispatch.trip.place", {**trip("bad"), "to_place": "月球"}),
    ("dispatch.trip.moment", {**trip("bad"), "depart_at": "tomorrow"}),
]


@pytest.fixture(scope="module")
def day_of_faults():
    rows = [{**row, "trip_id": f"bad{number}"} for number, (_, row) in enumerate(BAD)]
    lame = [vehicle("V1"), vehicle("E0", energy="electric"), vehicle("P0", parking_id=None)]
    return planned([trip("good"), trip("big", people=9), *rows], lame)


def test_bad_rows_are_named_and_explained_and_the_rest_is_served(day_of_faults):
    day, found = day_of_faults
    codes = {finding.row: finding.code for finding in day.findings}
    assert codes == {f"bad{number}": code for number, (code, _) in enumerate(BAD)} | {
        "E0": "dispatch.vehicle.battery",
        "P0": "dispatch.vehicle.parking",
    }
    assert all(finding.message.zh and finding.message.en and finding.remedy.zh for finding in day.findings)
    assert found.record()["served"] == 1
    assert {row["trip"]: row["why"] for row in found.record()["unserved"]} == {
        **{f"bad{n}": "fault" for n in range(len(BAD))},
        "big": "may",
    }


def test_what_is_answered_is_told_in_both_languages_drawn_and_written(day_of_faults, tmp_path):
    _, found = day_of_faults
    text = "\n".join(found.lines())
    assert "未安排" in text
    assert "not served" in text
    assert "\n".join(found.lines("en")) != "\n".join(found.lines("zh"))
    plot_gantt(found, tmp_path / "gantt.png")
    write_trip_sheets(tmp_path / "trips.xlsx", found)
    assert (tmp_path / "gantt.png").read_bytes().startswith(b"\x89PNG")
    book = load_workbook(tmp_path / "trips.xlsx")
    assert book.sheetnames == ["汇总", "未安排", "V1"]
    assert [row[3] for row in book["V1"].iter_rows(min_row=2, values_only=True)] == [None, "good", "good", None]


def test_two_who_go_the_same_way_share_a_car_and_a_named_vehicle_is_kept():
    trips = [trip("a"), trip("b", depart="08:02"), {**trip("c", EAST, SOUTH), "vehicle_id": "V2"}]
    _, found = planned(trips, [vehicle("V1"), vehicle("V2")])
    drivers = {visit["trip"]: tour["vehicle"] for tour in found.record()["tours"] for visit in tour["visits"] if visit["trip"]}
    assert drivers["c"] == "V2"
    assert drivers["a"] == drivers["b"]


def test_a_car_is_hired_where_none_of_ones_own_can_go():
    trips = [trip("a", depart="08:00", arrive="08:04"), trip("b", SOUTH, WEST, depart="08:00", arrive="08:04")]
    _, found = planned([*trips, trip("c", people=4)], [vehicle("V1", seats=3)], hire=2)
    record = found.record()
    assert record["served"] == 3
    assert record["hired"] >= 1


@pytest.mark.parametrize(
    "why", list(ground_codes := ("may", "late", "seats", "energy", "ride", "reach", "price", "busy", "fault"))
)
def test_every_reason_has_words(why):
    assert say(f"dispatch.why.{why}", cost="5").zh
    assert len(ground_codes) == 9


def test_a_day_without_journeys_or_vehicles_or_a_day_says_so():
    with pytest.raises(DataError) as said:
        planned([{**trip("a"), "depart_at": "2026-01-01T08:00", "arrive_at": "2026-01-01T09:00"}])
    assert said.value.code == "dispatch.no_trips"
    with pytest.raises(DataError) as said:
        planned([trip("a")], [vehicle("V1", parking_id=None)])
    assert said.value.code == "dispatch.no_vehicles"
    with pytest.raises(UsageError):
        ground.Ask("yesterday")


def joined(count, seed):
    """Put `count` small problems side by side into a wide one."""
    parts = [small(seed + i, pairs=6, kinds=3, electric=True) for i in range(count)]
    one = parts[0]
    size = len(one.time)
    rng = np.random.default_rng(seed)
    points = rng.uniform(0, 20, (size * count, 2)) + np.repeat(np.arange(count) * 10.0, size)[:, None]
    from dataclasses import fields, replace  # noqa: PLC0415

    def tied(name, more=0):
        return {
            item.name: np.concatenate(
                [
                    getattr(getattr(part, name), item.name) + (place * more if item.name in {"place", "start", "end"} else 0)
                    for place, part in enumerate(parts)
                ]
            )
            for item in fields(getattr(one, name))
            if item.name not in {"key", "share", "factor", "full"}
        }

    stops = type(one.stops)(**tied("stops", size))
    pairs = 6 * count
    far = np.hypot(*(points[stops.place[::2]] - points[stops.place[1::2]]).T) * 60.0
    closes = stops.closes.copy()
    closes[1::2] = closes[::2] + far + 600.0
    asked = tied("requests") | {"pickup": 2 * np.arange(pairs), "delivery": 2 * np.arange(pairs) + 1}
    fleet = tied("fleet", size) | {"count": np.ones(3 * count, dtype=np.int64), "hired": np.zeros(3 * count, dtype=bool)}
    charging = Charging(
        tuple(f"c{i}" for i in range(2 * count)),
        np.concatenate([p.charging.place + i * size for i, p in enumerate(parts)]),
        np.full(2 * count, 0.01),
        one.charging.share,
        one.charging.factor,
    )

    def drives(places):
        length = np.hypot(*(points[places][:, None] - points[places][None]).transpose(2, 0, 1))
        return length * 60.0, length

    return Wide(
        "joined",
        points,
        drives,
        replace(stops, closes=closes),
        type(one.requests)(tuple(f"r{i}" for i in range(pairs)), **asked),
        type(one.fleet)(tuple(f"k{i}" for i in range(3 * count)), **fleet),
        charging,
    )


def test_many_are_split_planned_and_exchanged_and_the_whole_is_sound():
    wide = joined(5, 3)
    values = []

    def watch(now):
        values.append(now.value)
        return False

    plan = solve_wide(wide, Params(iterations=2500), Split(room=10, rounds=1), watch)
    assert check_wide(wide, plan) == []
    first = solve_wide(wide, Params(iterations=2500), Split(room=10, rounds=0))
    assert plan.value <= first.value + 1e-6
    assert all(later <= earlier + 1e-6 for earlier, later in itertools.pairwise(values[3:]))


def test_a_call_is_put_in_on_the_roads():
    snapshot = district(
        [trip("a"), trip("b", EAST, SOUTH, depart="08:20", arrive="09:10")],
        [vehicle("V1"), vehicle("V2", energy="electric", battery_kwh=40.0)],
    )
    day = ground.build(snapshot, ground.Ask(DAY))
    plan = asking.answer(day, FEW).plan
    points = np.array(day.places)
    board = Board(day.problem, plan, Crossing(ground._router(snapshot, list(day.vehicles)), points), spare=1)
    now = 8.2 * 3600.0
    board.advance(now)
    ends = points[[day.problem.stops.place[1], day.problem.stops.place[0]]] + 1.0
    taken = board.insert(Call("c", ends, np.full(2, now), np.full(2, now + 1800.0), np.full(2, 60.0), 1.0, 500.0, 1800.0))
    assert taken.kind >= 0
    assert check(board.problem(), board.plan()) == []
    assert check_kept(plan, board.plan(), now) == []
