"""The palette: whole, distinct, and readable."""

from itertools import combinations

import pytest

from twin.model.tables import ROOM_CLASSES, TABLES
from viz import palette


def test_every_room_class_has_a_colour_and_stands_once_in_the_legend():
    assert set(palette.ROOM_CLASS) == set(ROOM_CLASSES)
    listed = [name for family in palette.ROOM_FAMILY.values() for name in family]
    assert sorted(listed) == sorted(ROOM_CLASSES)


def test_every_allowed_status_and_guard_class_has_a_colour():
    assert set(palette.STATUS) == set(TABLES["camera"].by_name["status"].allowed)
    assert set(palette.CELL) == {"", *TABLES["cell"].by_name["guard_class"].allowed}


@pytest.mark.parametrize("colours", [palette.ROOM_CLASS.values(), palette.DEPARTMENTS])
def test_no_two_categories_share_a_colour(colours):
    def apart(one, other):
        return max(abs(a - b) for a, b in zip(palette.rgb(one), palette.rgb(other), strict=True))

    assert min(apart(one, other) for one, other in combinations(colours, 2)) >= 10


def test_ink_reads_on_every_fill_and_white_reads_on_every_marker():
    fills = [*palette.ROOM_CLASS.values(), *palette.DEPARTMENTS, palette.REST, palette.VACANT, palette.PLAIN]
    assert min(palette.contrast(palette.INK, fill) for fill in fills) >= 4.5
    assert min(palette.contrast(palette.PAPER, fill) for fill in palette.MARKER.values()) >= 4.5


def test_words_read_in_every_signal_colour_and_lines_stand_out_from_the_ground():
    assert min(palette.contrast(colour, palette.PAPER) for colour in (palette.ACCENT, palette.OK, palette.ALARM)) >= 4.5
    assert min(palette.contrast(colour, palette.GROUND) for colour in palette.CELL.values()) >= 3
    assert palette.contrast(palette.SURFACE["wall"], palette.GROUND) >= 3


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.478), ("#0b63ce", "#0b63ce", 1.0)]
)
def test_contrast_agrees_with_published_ratios(one, other, ratio):
    assert palette.contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_a_ninth_department_is_grey():
    given = palette.departments([f"D{n}" for n in range(9)])
    assert [*given.values()] == [*palette.DEPARTMENTS, palette.REST]
