"""A scenario's edit meets the live row: laws that hold whatever the three rows are."""

from hypothesis import given
from hypothesis import strategies as st

from twin.store.scenarios.difference import differences
from twin.store.scenarios.records import Edit, changed_columns, same_rows
from twin.store.scenarios.threeway import meet

NAMES = ("name", "number", "gone", "geom")


@st.composite
def rows(draw, *, absent=True):
    """Draw a row of `room` whose few values meet often, or none."""
    if absent and draw(st.integers(0, 4)) == 0:
        return None
    return {
        "room_id": "R", "name": draw(st.sampled_from("ab")), "number": draw(st.sampled_from("ab")),
        "gone": draw(st.sampled_from([None, None, True])), "geom": draw(st.sampled_from(["00", "01"])),
        "source_id": draw(st.sampled_from("xy")),
    }  # fmt: skip


def edit_of(base, mine):
    return Edit("room", "R", base, mine)


def applied(left, live):
    return live if left is None else left.after


@given(rows(), rows(), rows())
def test_moved_again_it_stays_where_it_is(base, mine, live):
    left, found = meet(edit_of(base, mine), live)
    if found or left is None:
        return
    again, more = meet(left, live)
    assert more == []
    assert again == left


@given(rows(), rows(), rows(), st.sampled_from(["live", "scenario"]))
def test_where_one_side_wins_nothing_contradicts_any_more(base, mine, live, take):
    left, _ = meet(edit_of(base, mine), live, take)
    if left is not None:
        again, more = meet(left, live)
        assert (again, more) == (left, [])


@given(rows(), rows())
def test_over_an_unchanged_base_the_scenario_is_what_comes_out(base, mine):
    left, found = meet(edit_of(base, mine), base)
    assert found == []
    assert same_rows("room", applied(left, base), mine)


@given(rows(), rows())
def test_an_edit_that_does_nothing_leaves_the_live_row(base, live):
    left, found = meet(edit_of(base, base), live)
    assert same_rows("room", applied(left, live), live) or found


@given(rows(), rows(), rows())
def test_without_conflict_every_column_is_the_one_that_was_changed(base, mine, live):
    left, found = meet(edit_of(base, mine), live)
    out = applied(left, live)
    if found or None in (base, mine, live, out):
        return
    ours, theirs = changed_columns("room", base, mine), changed_columns("room", base, live)
    for name in NAMES:
        wanted = mine[name] if name in ours else live[name] if name in theirs else base[name]
        assert out[name] == wanted


@given(rows(absent=False), rows(absent=False), rows(absent=False))
def test_a_cell_is_named_exactly_where_both_changed_it_differently(base, mine, live):
    _, found = meet(edit_of(base, mine), live)
    if any(conflict.kind == "gone" for conflict in found):
        assert live["gone"]
        assert not base["gone"]
        return
    ours, theirs = changed_columns("room", base, mine), changed_columns("room", base, live)
    wanted = [name for name in ours if name in theirs and mine[name] != live[name]]
    assert [conflict.column for conflict in found] == wanted
    for conflict in found:
        assert (conflict.base, conflict.scenario, conflict.live) == tuple(row[conflict.column] for row in (base, mine, live))


@given(rows(), rows(), rows())
def test_the_live_side_wins_whole_where_it_is_told_to(base, mine, live):
    kept, found = meet(edit_of(base, mine), live, "live")
    out = applied(kept, live)
    for conflict in found:
        if conflict.kind != "cell":
            assert same_rows("room", out, live)
        else:
            assert out[conflict.column] == live[conflict.column]
    won, _ = meet(edit_of(base, mine), live, "scenario")
    for conflict in found:
        if conflict.kind != "cell":
            assert same_rows("room", applied(won, live), mine)
        else:
            assert applied(won, live)[conflict.column] == mine[conflict.column]


@given(rows(), rows())
def test_a_difference_applied_to_the_one_gives_the_other(before, after):
    found = differences([("room", "R", before, after)])
    if same_rows("room", before, after):
        assert found == []
        return
    (change,) = found
    made = None if change.does == "remove" else {**(before or {}), **{cell.column: cell.after for cell in change.cells}}
    assert same_rows("room", made, after)
    assert change.does == ("insert" if before is None else "remove" if after is None else "update")
