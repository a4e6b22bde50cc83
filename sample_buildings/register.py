"""The office register of a sample: a few plausible rows of each of its tables, some of them overdue, for the daily rules to find.

Which rows there are does not depend on chance, so that a page of the guide fits every seed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sample_buildings.people import BEFORE, CITY_DEPUTY, CITY_HEAD, DEPUTY, HEAD, SINCE

if TYPE_CHECKING:
    from sample_buildings.building import Building
    from sample_buildings.identity import Names
    from sample_buildings.tables_out import Row

OWNER = "市机关事务管理局"
_LEADERS = {CITY_HEAD, CITY_DEPUTY, HEAD, DEPUTY}
_MOST_LEADERS = 12
_WITHOUT = 2
"""Departments, the last ones, that have no certificate yet."""


class _Facts:
    """What the rows speak of: buildings with their keys, offices, and who uses what."""

    def __init__(self, buildings: list[Building], names: Names, tables: dict[str, list[Row]]) -> None:
        self.buildings = buildings
        self.keys = [names.guid(building.spec.key, "building") for building in buildings]
        self.departments = [str(row["department_id"]) for row in tables["department"]]
        self.parents = {str(row["department_id"]): row["parent_id"] for row in tables["department"]}
        self.uses = [row for row in tables["occupancy"] if "valid_to" not in row]
        self.past = [row for row in tables["occupancy"] if "valid_to" in row]
        self.area: dict[str, float] = {}
        self.building_of: dict[str, str] = {}
        offices: list[str] = []
        for key, building in zip(self.keys, buildings, strict=True):
            for floor in building.floors:
                for room in floor.rooms:
                    guid = names.guid(building.spec.key, floor.number, "room", room.cell)
                    self.area[guid] = room.shape.area
                    self.building_of[guid] = key
                    if room.use.room_class == "office":
                        offices.append(guid)
        used = {row["room_id"] for row in self.uses}
        self.vacant = [room for room in offices if room not in used]
        holders = defaultdict(set)
        for row in self.uses:
            holders[row["room_id"]].add(row["department_id"])
        self.alone = {room for room, owners in holders.items() if len(owners) == 1}


def register(buildings: list[Building], names: Names, tables: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Give the rows of the tables of the register that have any.

    Parameters
    ----------
    buildings, names
        As elsewhere.
    tables
        Rows of `department` and `occupancy` as `people` made them.
    """
    facts = _Facts(buildings, names, tables)
    certificates, certified = _certificates(facts)
    cases, moved = _adjustments(facts)
    rows = {
        "ownership": _ownership(facts),
        "certificate": certificates,
        "certificate_room": certified,
        "leader_office": _leader_offices(facts),
        "adjustment": cases,
        "adjustment_room": moved,
        "lease": _leases(facts),
        "disposal": _disposals(facts),
        "repair": _repairs(facts),
        "inspection": _inspections(facts),
        "room_offer": _offers(facts),
        "department_change": _changes(facts),
    }
    return {table: held for table, held in rows.items() if held}


def _ownership(facts: _Facts) -> list[Row]:
    """All registered but the last building; the deed counts the storeys by their outer outline."""
    last = len(facts.keys) - 1
    return [
        {
            "ownership_id": f"QS{place + 1:03d}", "building_id": key, "owner": OWNER,
            "deed_number": f"示不动产权第{place + 1:07d}号" if place < last else None,
            "deed_area_m2": round(building.footprint.area * len(building.floors), 2),
            "registration": "registered" if place < last else "applied", "valid_from": "2019-01-01",
        }
        for place, (key, building) in enumerate(zip(facts.keys, facts.buildings, strict=True))
    ]  # fmt: skip


def _certificates(facts: _Facts) -> tuple[list[Row], list[Row]]:
    """One for each department but the last ones; the second has run out, and the third's first was revoked for a new one."""
    rows: list[Row] = []
    rooms: list[Row] = []
    for place, department in enumerate(facts.departments[:-_WITHOUT], 1):
        held = list(dict.fromkeys(row["room_id"] for row in facts.uses if row["department_id"] == department))
        held = [room for room in held if room in facts.alone]
        row: Row = {
            "certificate_id": f"PZ{place:03d}", "number": f"示机管凭〔2024〕{place:03d}号", "department_id": department,
            "agreement": f"示机管协〔2024〕{place:03d}号", "area_m2": round(sum(facts.area[room] for room in held), 2),
            "issued": SINCE,
        }  # fmt: skip
        if place == 2:
            row["expires"] = "2026-06-30"
        rows.append(row)
        rooms += [{"certificate_id": row["certificate_id"], "room_id": room} for room in held]
    old = rows[2] | {
        "certificate_id": "PZ000",
        "number": "示机管凭〔2021〕009号",
        "agreement": "示机管协〔2021〕009号",
        "issued": "2021-03-01",
    }
    rows.append(old | {"revoked": SINCE, "reason": "换发新证"})
    for number, room in enumerate(rooms, 1):
        room["certificate_room_id"] = f"PF{number:05d}"
    return rows, rooms


def _leader_offices(facts: _Facts) -> list[Row]:
    """Report leaders' offices: one keeps a second room, one has retired from his, one has a second that nobody approved."""
    seats = [row for row in facts.uses if row.get("rank") in _LEADERS and row["room_id"] in facts.alone]
    once = Counter(row["room_id"] for row in seats)
    seats = [row for row in seats if once[row["room_id"]] == 1][:_MOST_LEADERS]
    rows: list[Row] = [
        {
            "holder": f"L{place:03d}", "room_id": seat["room_id"], "department_id": seat["department_id"], "post_class": "main",
            "valid_from": SINCE,
        }
        for place, seat in enumerate(seats, 1)
    ]  # fmt: skip
    rows[-1] |= {"post_ended": "2026-09-15", "ended_by": "retirement"}
    second = {"post_class": "second", "valid_from": "2025-03-01"}
    approved = {"document": "示组〔2025〕12号", "post_ended": "2026-08-10", "ended_by": "second_post"}
    rows.append(rows[0] | second | approved | {"room_id": facts.vacant[-2], "department_id": rows[-2]["department_id"]})
    rows.append(rows[1] | second | {"room_id": facts.vacant[-3], "department_id": rows[-3]["department_id"]})
    return [{"leader_office_id": f"LD{number:03d}", **row} for number, row in enumerate(rows, 1)]


def _adjustments(facts: _Facts) -> tuple[list[Row], list[Row]]:
    """Tell of one case done, one approved and late, one asked for, one refused."""
    former = facts.past[0]
    by_department = defaultdict(list)
    for row in facts.uses:
        if row["room_id"] in facts.alone:
            by_department[row["department_id"]].append(row["room_id"])
    one, other, third = [key for key in facts.departments if by_department[key][1:]][:3]
    cases: list[Row] = [
        {
            "adjustment_class": "vacate", "from_department_id": former["department_id"], "requested": "2023-09-01",
            "reason": "超标准面积腾退", "decided": "2023-10-08", "decision": "approved", "document": "示机管〔2023〕41号",
            "deadline": BEFORE, "done": SINCE,
        },
        {
            "adjustment_class": "reallocate", "from_department_id": one, "to_department_id": other, "requested": "2026-08-20",
            "reason": "用房紧张", "decided": "2026-09-05", "decision": "approved", "document": "示机管〔2026〕58号",
            "deadline": "2026-10-31",
        },
        {"adjustment_class": "exchange", "from_department_id": other, "to_department_id": third, "requested": "2026-11-02",
            "reason": "相邻办公"},
        {
            "adjustment_class": "clear", "from_department_id": third, "requested": "2026-05-06", "reason": "协会占用清退",
            "decided": "2026-05-20", "decision": "rejected", "document": "示机管〔2026〕33号",
        },
    ]  # fmt: skip
    named = [(0, former["room_id"], "given"), (1, by_department[one][-1], "given"), (2, by_department[other][-1], "given")]
    named += [(2, by_department[third][-1], "returned"), (3, by_department[third][-2], "given")]
    keys = [f"TJ{number:03d}" for number in range(1, len(cases) + 1)]
    rooms: list[Row] = [
        {"adjustment_room_id": f"TF{number:03d}", "adjustment_id": keys[case], "room_id": room, "side": side}
        for number, (case, room, side) in enumerate(named, 1)
    ]
    return [{"adjustment_id": key, **case} for key, case in zip(keys, cases, strict=True)], rooms


def _leases(facts: _Facts) -> list[Row]:
    """Rent one part of the last building, which has run out, and let the ground floor of another."""
    return [
        {
            "lease_id": "ZL001", "lease_class": "in", "building_id": facts.keys[-1], "department_id": facts.departments[-1],
            "party": "出租方甲", "area_m2": 420.0, "rent_yuan_year": 252000.0, "valid_from": "2024-07-01",
            "valid_to": "2026-06-30",
            "document": "示政办〔2024〕17号",
        },
        {
            "lease_id": "ZL002", "lease_class": "in", "building_id": facts.keys[-1], "department_id": facts.departments[-1],
            "party": "出租方甲", "area_m2": 180.0, "rent_yuan_year": 97200.0, "valid_from": "2026-01-01",
            "valid_to": "2027-12-31",
            "document": "示政办〔2025〕80号",
        },
        {
            "lease_id": "ZL003", "lease_class": "out", "building_id": facts.keys[0], "party": "承租方乙", "area_m2": 60.0,
            "rent_yuan_year": 43200.0, "valid_from": "2025-01-01", "valid_to": "2026-12-31", "document": "示政办〔2024〕66号",
        },
    ]  # fmt: skip


def _disposals(facts: _Facts) -> list[Row]:
    return [
        {
            "disposal_id": "CZ001", "building_id": facts.keys[-1], "room_id": facts.vacant[-1], "disposal_class": "conversion",
            "area_m2": round(facts.area[facts.vacant[-1]], 2), "decided": "2026-03-12", "done": "2026-05-30",
            "document": "示机管〔2026〕20号",
        },
        {
            "disposal_id": "CZ002", "building_id": facts.keys[0], "disposal_class": "letting", "area_m2": 60.0,
            "party": "承租方乙",
            "income_yuan": 43200.0, "decided": "2024-12-02", "done": "2025-01-01", "document": "示政办〔2024〕66号",
        },
    ]  # fmt: skip


def _repairs(facts: _Facts) -> list[Row]:
    main, last = facts.keys[0], facts.keys[-1]
    return [
        {
            "repair_id": "DX001", "building_id": main, "title": "屋面防水及外墙维修", "repair_class": "major", "area_m2": 1800.0,
            "cost_yuan": 2350000.0, "decided": "2022-03-01", "started": "2022-05-10", "finished": "2022-10-20",
            "warranty_to": "2027-10-20",
            "party": "施工单位甲", "document": "示财评〔2022〕15号",
        },
        {
            "repair_id": "DX002", "building_id": last, "title": "给排水管道更换", "repair_class": "medium", "area_m2": 600.0,
            "cost_yuan": 420000.0, "decided": "2024-06-03", "started": "2024-07-01", "finished": "2024-09-12",
            "warranty_to": "2026-09-12",
            "party": "施工单位乙", "document": "示财评〔2024〕40号",
        },
        {
            "repair_id": "DX003", "building_id": main, "title": "空调系统改造", "repair_class": "medium", "area_m2": 2400.0,
            "cost_yuan": 1180000.0, "decided": "2026-04-15", "started": "2026-10-08", "document": "示财评〔2026〕22号",
        },
    ]  # fmt: skip


def _inspections(facts: _Facts) -> list[Row]:
    room = facts.uses[0]
    main, last = facts.building_of[str(room["room_id"])], facts.keys[-1]
    return [
        {
            "inspection_id": "XJ001", "building_id": main, "room_id": room["room_id"], "department_id": room["department_id"],
            "planned": "2026-03-16", "inspected": "2026-03-16", "finding": "插座过载", "severity": "ordinary",
            "photo": "photo/xj001.jpg",
            "deadline": "2026-04-16", "rectified": "2026-04-02", "score": 92,
        },
        {
            "inspection_id": "XJ002", "building_id": last, "department_id": facts.departments[-1], "planned": "2026-06-15",
            "inspected": "2026-06-18", "finding": "疏散通道堆物", "severity": "grave", "photo": "photo/xj002.jpg",
            "deadline": "2026-07-18",
            "score": 74,
        },
        {"inspection_id": "XJ003", "building_id": main, "planned": "2026-09-15", "inspected": "2026-09-15", "score": 100},
        {"inspection_id": "XJ004", "building_id": last, "planned": "2026-10-15"},
        {"inspection_id": "XJ005", "building_id": main, "planned": "2026-12-15"},
    ]  # fmt: skip


def _offers(facts: _Facts) -> list[Row]:
    """Offer two rooms that stand empty; nobody has taken the first."""
    rooms = facts.vacant[:2]
    return [
        {"room_offer_id": f"FY{place:03d}", "room_id": room, "department_id": facts.departments[0],
            "offered": f"2026-0{place * 3}-01"}
        for place, room in enumerate(rooms, 1)
    ]  # fmt: skip


def _changes(facts: _Facts) -> list[Row]:
    """Tell when a unit came under its organ."""
    below = [(key, parent) for key, parent in facts.parents.items() if parent]
    return [
        {
            "department_change_id": "JG001", "change_class": "move", "from_department_id": key, "to_department_id": parent,
            "effective": "2019-03-01", "document": "示编〔2019〕5号",
        }
        for key, parent in below[:1]
    ]  # fmt: skip
