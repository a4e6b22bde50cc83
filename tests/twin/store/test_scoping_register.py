"""A role held for one site or department sees of the register what is in its buildings or its own, and nothing else."""

from tests.twin.space.register.districts import district
from twin.model.register import REGISTER_TABLES
from twin.store.scoping import Scope

ROWS = {
    "ownership": [{"ownership_id": "in", "building_id": "A", "registration": "applied"},
                  {"ownership_id": "out", "building_id": "Z", "registration": "applied"}],
    "leader_office": [{"leader_office_id": "in", "holder": "L1", "room_id": "A-F1-101", "department_id": "D1",
                       "post_class": "main"},
                      {"leader_office_id": "out", "holder": "L2", "room_id": "Z-1", "department_id": "D2", "post_class": "main"}],
    "room_offer": [{"room_offer_id": "in", "room_id": "A-F1-104", "department_id": "D1", "offered": "2026-01-01"},
                   {"room_offer_id": "out", "room_id": "Z-1", "department_id": "D2", "offered": "2026-01-01"}],
    "inspection": [{"inspection_id": "in", "building_id": "B", "department_id": "D1", "planned": "2026-01-01"},
                   {"inspection_id": "out", "building_id": "Z", "department_id": "D2", "planned": "2026-01-01"}],
}  # fmt: skip


def test_a_site_and_a_department_bound_what_is_seen():
    scene = district(**ROWS)
    scope = Scope(scene)
    for table in ROWS:
        frame = scene.frame(table)
        assert frame.index[scope.holds(table, frame, "", "S")].tolist() == ["in"], table
        if "department_id" in frame:
            assert frame.index[scope.holds(table, frame, "D1", "")].tolist() == ["in"], table
    assert not scope.holds("ownership", scene.frame("ownership"), "D1", "").any()


def test_every_table_of_the_register_answers_for_a_site_and_a_department():
    scene = district()
    scope = Scope(scene)
    for table in REGISTER_TABLES:
        assert len(scope.holds(table.name, scene.frame(table.name), "D1", "S")) == 0
