import math
import re
import shutil
import subprocess
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import geopandas as gpd
import matplotlib as mpl
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.image import imread
from matplotlib.text import Text
from shapely.affinity import rotate

from tests.conftest import missing
from tests.scenes import E0, N0, area, line, tiny_district
from twin.model.errors import DataError, UnknownKeyError, UsageError
from twin.model.snapshot import Snapshot
from twin.model.tables import TABLES
from viz import palette, plot_floor
from viz.drawing.compose import Look, draw_floor
from viz.drawing.doors import doors_of
from viz.drawing.fills import fill
from viz.drawing.labels import Wish, place
from viz.drawing.pen import Page, tidy
from viz.drawing.rooms import _broken, sound
from viz.drawing.upright import LONG_MM, MARGIN_MM, SHORT_MM, SIDE_MM, fit, main_axis
from viz.drawing.walls import draw_walls
from viz.fonts import SHIPPED, GlyphError, face
from viz.fonts.build import characters

DAY = "2024-06-01"
LOOK = Look(on=DAY)


@pytest.fixture(scope="module")
def district():
    return tiny_district()


def turned(snapshot, angle):
    """Turn a whole district about the corner of its scene."""
    frames = {name: snapshot.frame(name).copy() for name in TABLES}
    for frame in frames.values():
        frame["geometry"] = [None if shape is None else rotate(shape, angle, origin=(E0, N0)) for shape in frame.geometry]
    return Snapshot(frames, snapshot.crs, snapshot.version)


def changed(snapshot, table, **columns):
    """Put the same values into every row of a table."""
    frames = {name: snapshot.frame(name) for name in TABLES}
    frames[table] = frames[table].copy().assign(**columns)
    return Snapshot(frames, snapshot.crs, snapshot.version)


def drawn(snapshot, floor="A-F1", look=LOOK):
    figure = draw_floor(snapshot, floor, look)
    FigureCanvasAgg(figure).draw()
    return figure


def texts(figure):
    return [words for words in figure.axes[0].get_children() if isinstance(words, Text) and words.get_text()]


def boxes(figure, kind="room"):
    """Give the ink of every label in millimetres of the sheet, by key."""
    to_mm = figure.axes[0].transData.inverted()
    found = {}
    for words in texts(figure):
        if (words.get_gid() or "").startswith(f"{kind}:"):
            corners = to_mm.transform(words.get_window_extent().get_points())
            found.setdefault(words.get_gid().partition(":")[2], []).append(shapely.box(*corners[0], *corners[1]))
    return {key: shapely.union_all(parts).envelope for key, parts in found.items()}


def said(figure):
    return "\n".join(words.get_text() for words in texts(figure))


def small_rooms(count, size):
    """Lay out rooms of `size` metres in a row, on a floor of their own."""
    frame = gpd.GeoDataFrame(
        {
            "room_id": [f"R{n}" for n in range(count)], "building_id": "A", "floor_id": "A-F1", "room_class": "office",
            "number": [str(100 + n) for n in range(count)], "name": "办公室", "area_m2": size * size,
        },
        geometry=[area(n * size, 0, (n + 1) * size, size) for n in range(count)],
        crs=4544,
    )  # fmt: skip
    scene = tiny_district()
    return Snapshot({"room": frame, "floor": scene.frame("floor"), "building": scene.frame("building")}, scene.crs)


@pytest.mark.parametrize("by", ["room_class", "department"])
@pytest.mark.parametrize("floor", ["A-F1", "A-F2", "B-F1"])
def test_every_label_lies_in_its_room_and_meets_no_other(district, floor, by):
    figure = drawn(district, floor, Look(by, on=DAY))
    found = boxes(figure)
    laid = fit(district, floor, floor[0])
    assert set(found) == set(district.keys("room")[district.on_floor("room", floor)])
    for key, box in found.items():
        assert laid.to_paper(district.row("room", key).geometry).contains(box)
    assert not [pair for pair in combinations(found.values(), 2) if pair[0].intersects(pair[1])]


def test_rooms_too_small_for_words_are_left_blank_and_counted():
    figure = drawn(small_rooms(100, 0.3))
    assert boxes(figure) == {}
    assert "100 个房间过小" in said(figure)
    assert "过小" not in said(drawn(small_rooms(3, 4.0)))


@st.composite
def wishes(draw):
    """Draw rooms, also ones that overlap, with labels of any length."""
    spaces = draw(st.lists(st.tuples(*[st.floats(0, 80)] * 2, *[st.floats(0.5, 60)] * 2), min_size=1, max_size=8))
    words = st.lists(st.text(st.sampled_from("办公室会议3AB. m²"), min_size=1, max_size=12), min_size=1, max_size=3)
    texts_of = [tuple(draw(words)) for _ in spaces]
    shapes = [shapely.box(x, y, x + wide, y + high) for x, y, wide, high in spaces]
    return [Wish(f"R{n}", (lines, lines[:1]), shape) for n, (lines, shape) in enumerate(zip(texts_of, shapes, strict=True))]


@given(wishes())
def test_labels_stay_inside_and_apart_whatever_the_rooms(rooms):
    labels, left_out = place(rooms, [], face())
    space = {wish.key: wish.space for wish in rooms}
    assert sorted([label.key for label in labels] + left_out) == sorted(space)
    assert all(space[label.key].contains(label.box) for label in labels)
    assert not [pair for pair in combinations(labels, 2) if pair[0].box.intersection(pair[1].box).area > 1e-9]
    for label in labels:
        widest = max(face().width_pt(found.text, label.size_pt) for found in label.lines) * 25.4 / 72
        low_x, low_y, high_x, high_y = label.box.bounds
        assert widest <= (high_y - low_y if label.turn_deg else high_x - low_x)


@given(st.floats(-44, 44))
@settings(max_examples=6)
def test_a_building_turned_on_the_ground_is_drawn_as_upright_as_before(district, angle):
    straight, slanted = district, turned(district, angle)
    one, other = (fit(scene, "A-F1", "A") for scene in (straight, slanted))
    assert one.turn_deg == pytest.approx(0, abs=1e-9)
    assert other.turn_deg == pytest.approx(-angle, abs=1e-6)
    assert one.scale == other.scale
    for key in straight.keys("room")[straight.on_floor("room", "A-F1")]:
        before = one.to_paper(straight.row("room", key).geometry).bounds
        assert other.to_paper(slanted.row("room", key).geometry).bounds == pytest.approx(before, abs=1e-4)
    north = other.north()
    assert math.degrees(math.atan2(north[0], north[1])) == pytest.approx(angle, abs=1e-6)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("会议室", ("会议室",)),
        ("市发展和改革委员会", ("市发展和改革", "委员会")),
        ("市人民政府办公室", ("市人民政府", "办公室")),
        ("一二三四五六七八", ("一二三四", "五六七八")),
        ("CMD CONFERENCE RM", ("CMD", "CONFERENCE RM")),
        ("S-1/S-4 CONFERENCE RM", ("S-1/S-4", "CONFERENCE RM")),
        ("UNBREAKABLEWORDOFLENGTH", ("UNBREAKABLEWORDOFLENGTH",)),
    ],
)
def test_long_names_are_broken_where_words_begin(name, lines):
    assert _broken(name) == lines


def test_lengths_on_paper_are_true_to_the_scale(district):
    laid = fit(district, "A-F1", "A")
    door = district.row("door", "A-F1-101-door").geometry
    assert laid.scale == 100
    assert laid.to_paper(door).length == pytest.approx(1000 / 100 * door.length)
    rooms = laid.to_paper(district.column("room", "geometry")[district.on_floor("room", "A-F1")])
    low_x, low_y, high_x, high_y = shapely.total_bounds(rooms)
    assert low_x > MARGIN_MM
    assert low_y > MARGIN_MM
    assert high_x < LONG_MM - MARGIN_MM - SIDE_MM
    assert high_y < SHORT_MM - MARGIN_MM
    assert "比例 1:100(A3)" in said(drawn(district))


def test_a_tall_building_gets_a_tall_sheet(district):
    laid = fit(turned(district, 90), "A-F1", "A")
    assert (laid.width_mm, laid.height_mm) == (LONG_MM, SHORT_MM) or laid.height_mm == LONG_MM
    tower = small_rooms(1, 4.0)
    frames = {name: tower.frame(name) for name in TABLES}
    frames["room"] = frames["room"].copy().set_geometry([area(0, 0, 5, 60)], crs=4544)
    assert fit(Snapshot(frames, tower.crs), "A-F1", "A").height_mm == LONG_MM


def test_the_main_axis_is_that_of_most_edges():
    shapes = np.array([rotate(shapely.box(0, 0, 20, 5), 30), shapely.Point(0, 0).buffer(1)], dtype=object)
    assert main_axis(shapes) == pytest.approx(30, abs=0.01)
    assert main_axis(np.array([], dtype=object)) == 0
    assert main_axis(np.array([None, shapely.Polygon()], dtype=object)) == 0


def test_a_door_is_cut_from_the_wall_and_its_leaf_turns_into_the_room(district):
    doors = doors_of(district, "A-F1")
    assert len(doors) == 9
    rooms = {key: district.row("room", f"A-F1-{key}").geometry for key in ("101", "114")}
    walls = shapely.union_all(district.column("wall", "geometry")[district.on_floor("wall", "A-F1")])
    for door in doors:
        assert not walls.difference(door.gap).intersects(door.gap.buffer(-0.01))
        assert len(door.leaves) == len(door.arcs) == (2 if door.entrance else 1)
    by_place = {key: next(door for door in doors if door.gap.distance(room) < 0.05) for key, room in rooms.items()}
    for key, room in rooms.items():
        swept = by_place[key].swing
        assert swept.intersection(room).area > 0.8 * swept.area
    (entrance,) = [door for door in doors if door.entrance]
    building = district.row("floor", "A-F1").geometry
    assert entrance.swing.difference(building).area > 0.8 * entrance.swing.area


class Recorder(Page):
    """A page that keeps what is drawn on it."""

    def __init__(self):
        super().__init__(LONG_MM, SHORT_MM, face())
        self.kept = []

    def shape(self, geometries, style):
        self.kept.append((style, shapely.union_all(np.atleast_1d(np.asarray(geometries, dtype=object)))))

    def lines(self, geometries, style):
        self.shape(geometries, style)


def solid_walls(snapshot):
    """Give what is drawn as solid wall on the first floor of A, in mm."""
    page, laid = Recorder(), fit(snapshot, "A-F1", "A")
    rooms = snapshot.column("room", "geometry")[snapshot.on_floor("room", "A-F1")]
    draw_walls(page, laid, snapshot, "A-F1", laid.to_paper(rooms))
    return laid, shapely.union_all([shape for style, shape in page.kept if style.fill == palette.SURFACE["wall"]]), page


def test_walls_above_the_cut_are_not_drawn_solid(district):
    laid, solid, _ = solid_walls(district)
    walls = shapely.union_all(district.column("wall", "geometry")[district.on_floor("wall", "A-F1")])
    gaps = shapely.union_all([door.gap for door in doors_of(district, "A-F1")])
    assert solid.symmetric_difference(laid.to_paper(walls.difference(gaps))).area < 0.5
    _, hanging, page = solid_walls(changed(district, "wall", z_low=502.0))
    assert hanging.is_empty
    assert [style for style, _ in page.kept if style.dashed]
    assert not solid_walls(changed(district, "wall", z_low=float("nan")))[1].is_empty


def test_a_hole_the_size_of_a_column_is_filled_as_structure(district):
    frames = {name: district.frame(name) for name in TABLES}
    frames["room"] = frames["room"].copy()
    holed = frames["room"].loc["A-F1-102", "geometry"].difference(area(8, 2, 8.5, 2.5)).difference(area(9, 2, 11, 4))
    frames["room"].loc["A-F1-102", "geometry"] = shapely.MultiPolygon([holed])
    laid, _, page = solid_walls(Snapshot(frames, district.crs))
    filled = shapely.union_all([shape for style, shape in page.kept if style.fill == palette.LINE])
    assert filled.contains(laid.to_paper(area(8, 2, 8.5, 2.5)))
    assert not filled.intersects(laid.to_paper(area(9.1, 2.1, 10.9, 3.9)))


def test_slits_between_triangles_are_closed_and_areas_kept():
    slit = shapely.MultiPolygon([shapely.box(0, 0, 5, 5), shapely.box(5.0005, 0, 10, 5)])
    pierced = shapely.box(0, 0, 10, 5).difference(shapely.LineString([(1, 1), (9, 4)]).buffer(0.0003))
    for shape in (slit, pierced):
        (closed,) = sound(np.array([shape], dtype=object))
        assert closed.geom_type == "Polygon"
        assert not closed.interiors
        assert closed.area == pytest.approx(50, abs=0.01)
    assert [shape.is_empty for shape in sound(np.array([None, shapely.Polygon()], dtype=object))] == [True, True]


def test_lift_doors_slide_and_wide_openings_have_no_leaf(district):
    lift = changed(district, "room", room_class="lift")
    assert all(door.swing.is_empty and len(door.leaves) == 1 for door in doors_of(lift, "A-F1"))
    frames = {name: district.frame(name) for name in TABLES}
    frames["door"] = frames["door"].copy().set_geometry([line((2, 6), (6, 6))] * len(frames["door"]), crs=4544)
    assert all(door.leaves == () for door in doors_of(Snapshot(frames, district.crs), "A-F1"))


def test_the_legend_counts_rooms_and_square_metres(district):
    rows = district.on_floor("room", "A-F1")
    legend = {entry.text: (entry.rooms, entry.area_m2) for entry in fill(district, rows, "room_class", "zh", DAY).legend}
    assert legend == {
        "办公室": (7, pytest.approx(7 * 33.64)),
        "会议室": (1, pytest.approx(33.64)),
        "走廊": (1, pytest.approx(42.84)),
    }
    words = said(drawn(district))
    assert "235.5" in words
    assert "312.0" in words


def test_departments_are_coloured_on_the_day_of_the_sheet(district):
    rows = district.on_floor("room", "A-F1")
    now = fill(district, rows, "department", "zh", DAY)
    assert [(entry.text, entry.rooms) for entry in now.legend] == [
        ("发展改革局", 3),
        ("财政局", 1),
        ("空置办公室", 4),
        ("不适用或未分配", 1),
    ]
    then = fill(district, rows, "department", "zh", "2022-01-01")
    assert [entry.rooms for entry in then.legend if entry.text == "发展改革局"] == [1]
    place_of = list(district.keys("room")[rows]).index("A-F1-101")
    assert (now.colours[place_of], now.held[place_of]) == (palette.DEPARTMENTS[0], "发展改革局")
    assert now.hatches[list(district.keys("room")[rows]).index("A-F1-104")]


def test_a_shared_room_is_hatched_and_not_counted_twice(district):
    frames = {name: district.frame(name) for name in TABLES}
    frames["occupancy"] = frames["occupancy"].copy()
    frames["occupancy"].loc["O3", "room_id"] = "A-F1-101"
    scene = Snapshot(frames, district.crs)
    filled = fill(scene, scene.on_floor("room", "A-F1"), "department", "zh", DAY)
    (shared,) = [entry for entry in filled.legend if entry.part_of_others]
    assert shared.rooms == 1
    assert sum(entry.rooms for entry in filled.legend if not entry.part_of_others) == 9
    assert "财政局 等" in filled.held


def test_more_than_eight_departments_share_one_grey(district):
    keys = [f"A-F1-{row}{n}" for row in ("10", "11") for n in range(1, 5)] + ["A-F1-corridor", "A-F2-201"]
    uses = [{"occupancy_id": f"O{n}", "room_id": key, "department_id": f"D{n}", "head_count": 1} for n, key in enumerate(keys)]
    frames = {name: district.frame(name) for name in TABLES} | {"occupancy": gpd.GeoDataFrame(uses, geometry=[None] * len(uses))}
    filled = fill(Snapshot(frames, district.crs), district.on_floor("room", "A-F1"), "department", "en", DAY)
    assert len(filled.legend) == 9
    assert filled.legend[-1].text == "Other departments"
    assert filled.colours.count(palette.REST) == 1


def test_the_same_input_gives_the_same_bytes_and_a_picture_of_a3(district, tmp_path):
    for name in ("one", "two"):
        for suffix in (".png", ".pdf"):
            plot_floor(district, "A-F1", tmp_path / f"{name}{suffix}", on=DAY)
    for suffix in (".png", ".pdf"):
        assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()
    picture = imread(tmp_path / "one.png")
    assert picture.shape[:2] == (2338, 3307)
    width, height = re.search(rb"/MediaBox \[ ?0 0 ([0-9.]+) ([0-9.]+)", (tmp_path / "one.pdf").read_bytes()).groups()
    assert (float(width), float(height)) == pytest.approx((420 / 25.4 * 72, 297 / 25.4 * 72), abs=0.1)


def test_a_room_has_exactly_the_colour_of_the_palette(district, tmp_path):
    plot_floor(district, "A-F1", tmp_path / "plan.png", on=DAY)
    picture = (imread(tmp_path / "plan.png")[:, :, :3] * 255).round().astype(int)
    laid = fit(district, "A-F1", "A")
    for room, kind in (("A-F1-101", "office"), ("A-F1-114", "meeting"), ("A-F1-corridor", "corridor")):
        low_x, low_y, _, _ = laid.to_paper(district.row("room", room).geometry).bounds
        column, row = (low_x + 3) / 25.4 * 200, (laid.height_mm - low_y - 3) / 25.4 * 200
        assert tuple(picture[int(row), int(column)]) == palette.rgb(palette.ROOM_CLASS[kind])


def test_a_pdf_embeds_its_font_and_its_text_can_be_searched(district, tmp_path):
    if not shutil.which("pdffonts"):
        missing("no poppler-utils on this machine")
    plot_floor(district, "A-F1", tmp_path / "plan.pdf", on=DAY)
    fonts = subprocess.run(["pdffonts", tmp_path / "plan.pdf"], capture_output=True, text=True, check=True)
    rows = fonts.stdout.splitlines()[2:]
    assert rows
    assert fonts.stderr == ""
    assert all("DistrictTwinSansSC" in row and "CID TrueType" in row and re.search(r"yes yes yes", row) for row in rows)
    words = subprocess.run(["pdftotext", tmp_path / "plan.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert {"甲楼", "1层", "办公室", "33.6 m²", "走廊", "EPSG:4544", DAY} <= set(words.split("\n"))


def test_a_pdf_needs_no_other_program_to_be_seen_to_embed_truetype(district, tmp_path):
    plot_floor(district, "A-F1", tmp_path / "plan.pdf", on=DAY)
    raw = (tmp_path / "plan.pdf").read_bytes()
    assert b"/FontFile2" in raw
    assert b"/Type3" not in raw


def test_settings_of_matplotlib_are_left_as_they_were(district, tmp_path):
    before = dict(mpl.rcParams)
    plot_floor(district, "A-F1", tmp_path / "plan.pdf", on=DAY)
    assert dict(mpl.rcParams) == before


def test_a_character_the_font_lacks_is_an_error_with_all_such_characters(district, tmp_path):
    scene = changed(district, "room", name="1階 \N{CJK UNIFIED IDEOGRAPH-20000}室")
    with pytest.raises(GlyphError) as caught:
        plot_floor(scene, "A-F1", tmp_path / "plan.png", on=DAY)
    assert isinstance(caught.value, DataError)
    assert "階 (U+968E)" in caught.value.text.zh
    assert "(U+20000)" in caught.value.text.en
    assert "TWIN_FONT" in caught.value.remedy.zh
    assert list(tmp_path.iterdir()) == []


def test_another_font_may_be_named_for_other_characters(monkeypatch):
    scene = changed(small_rooms(2, 5.0), "room", name="Łódź")
    scene = changed(changed(scene, "building", name="Hall"), "floor", name="Level 1")
    with pytest.raises(GlyphError):
        draw_floor(scene, "A-F1", Look(lang="en", on=DAY))
    monkeypatch.setenv("TWIN_FONT", str(Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"))
    assert "Łódź" in said(drawn(scene, look=Look(lang="en", on=DAY)))


@pytest.mark.parametrize("content", [None, b"no font"])
def test_a_font_that_cannot_be_opened_is_said_so(monkeypatch, tmp_path, district, content):
    if content is not None:
        (tmp_path / "f.ttf").write_bytes(content)
    monkeypatch.setenv("TWIN_FONT", str(tmp_path / "f.ttf"))
    with pytest.raises(UsageError, match="TWIN_FONT"):
        draw_floor(district, "A-F1", LOOK)


RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT OVERRIDE}"
HOSTILE = ["$x_1$", "\\frac{1}{2}", "a\nb\r\n\tc", "\x1b[2J\x00x", f"{RIGHT_TO_LEFT}abc", "长" * 500, "%s {0} {name}", "<b>&amp;"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_drawn_as_plain_text(district, name):
    figure = drawn(changed(changed(district, "room", name=name), "building", name=name))
    found = said(figure)
    assert not [sign for sign in found if sign != "\n" and (ord(sign) < 32 or sign == RIGHT_TO_LEFT)]
    assert tidy(name)[:5] in found
    frame = shapely.box(0, 0, LONG_MM, SHORT_MM)
    assert all(frame.contains(box) for box in boxes(figure).values())


def test_a_building_in_its_own_metres_is_drawn_without_a_north(district):
    frames = {name: district.frame(name).copy().set_crs(None, allow_override=True) for name in TABLES}
    words = said(drawn(Snapshot(frames, None)))
    assert "模型 Y 轴(未定向)" in words
    assert "坐标北" not in words
    assert "EPSG" not in words


def test_english_sheets_have_no_chinese_words_of_ours(district):
    scene = changed(changed(changed(district, "room", name="Office"), "building", name="House"), "floor", name="Level")
    assert not re.search("[\u4e00-\u9fff]", said(drawn(scene, look=Look(lang="en", on=DAY))))


def coverage_of():
    view = area(0.1, 6.1, 12, 7.9)
    blind = SimpleNamespace(floor_id="A-F1", cell_id="", area_m2=21.4, geometry=area(12, 6.1, 23.9, 7.9))
    outdoors = SimpleNamespace(floor_id="", cell_id="C1", area_m2=500.0, geometry=area(-40, 20, 60, 40))
    return SimpleNamespace(views={"K1": view, "K2": None}, blind=[blind, outdoors])


def test_cameras_views_and_blind_areas_are_drawn_and_named(district):
    figure = drawn(district, look=Look(on=DAY, coverage=coverage_of()))
    words = said(figure)
    assert "摄像机 1 台" in words
    assert "盲区 1 处,21.4 m²" in words
    (name,) = boxes(figure, "camera").values()
    assert "走廊东" in words
    assert not [box for box in boxes(figure).values() if box.intersects(name)]


def test_a_camera_is_named_without_what_the_title_says(district):
    scene = changed(district, "camera", name="甲楼1层走廊东")
    assert "\n走廊东\n" in said(drawn(scene, look=Look(on=DAY, coverage=coverage_of())))
    scene = changed(district, "camera", name="甲楼")
    assert said(drawn(scene, look=Look(on=DAY, coverage=coverage_of()))).split("\n").count("甲楼") == 2


def test_a_camera_without_heading_place_or_view_is_no_trouble(district):
    scene = changed(district, "camera", heading_deg=float("nan"), floor_id="A-F1")
    empty = SimpleNamespace(views={"K1": shapely.Polygon()}, blind=[])
    assert "摄像机 3 台" in said(drawn(scene, look=Look(on=DAY, coverage=empty)))
    nowhere = changed(scene, "camera", geometry=None)
    assert boxes(drawn(nowhere, look=Look(on=DAY, coverage=empty)), "camera") == {}


@pytest.mark.parametrize("bad", [{"colour_by": "mood"}, {"lang": "fr"}, {"on": "soon"}])
def test_what_cannot_be_drawn_is_refused(district, tmp_path, bad):
    with pytest.raises(UsageError):
        plot_floor(district, "A-F1", tmp_path / "plan.png", **bad)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["plan.svg", "plan", "none/plan.png"])
def test_a_place_that_cannot_be_written_is_refused(district, tmp_path, name):
    with pytest.raises(UsageError):
        plot_floor(district, "A-F1", tmp_path / name, on=DAY)


def test_an_unknown_floor_or_an_empty_one_is_said_so(district, tmp_path):
    with pytest.raises(UnknownKeyError):
        plot_floor(district, "none", tmp_path / "plan.png")
    empty = Snapshot({"floor": district.frame("floor"), "building": district.frame("building")}, district.crs)
    with pytest.raises(DataError, match="没有房间也没有墙"):
        plot_floor(empty, "A-F1", tmp_path / "plan.png")


def test_odd_geometry_is_drawn_as_far_as_it_goes(district):
    bow_tie = shapely.MultiPolygon([shapely.Polygon([(E0, N0), (E0 + 5, N0 + 5), (E0 + 5, N0), (E0, N0 + 5)])])
    frames = {name: district.frame(name).copy() for name in TABLES}
    frames["room"].loc["A-F1-101", "geometry"] = bow_tie
    frames["room"].loc["A-F1-102", "geometry"] = None
    frames["door"].loc["A-F1-103-door", ["width", "depth"]] = [float("nan"), float("nan")]
    frames["wall"] = frames["wall"].assign(wall_class="curtain", transparent=True)
    assert "103" in said(drawn(Snapshot(frames, district.crs)))
    frames["wall"] = frames["wall"].iloc[:0]
    frames["door"] = frames["door"].iloc[:0]
    assert "103" in said(drawn(Snapshot(frames, district.crs)))


def test_the_shipped_font_covers_its_lists_and_bears_its_own_name():
    assert SHIPPED.stat().st_size < 3_000_000
    wanted = characters()
    assert len(wanted) > 9000
    rare = set("‗‛‟‣․⌀✗")  # signs of the lists that the source font itself lacks
    face().require([sign for sign in wanted - rare if sign.isprintable()])
    folder = SHIPPED.parent
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text(encoding="utf-8")
    name = mpl.font_manager.get_font(str(SHIPPED)).family_name
    assert name == "District Twin Sans SC"


@pytest.mark.parametrize("text", ["办公室", "101", "33.6 m²", "Wide AVA"])
def test_widths_are_those_matplotlib_draws(text):
    figure = drawn(small_rooms(1, 4.0))
    words = Text(0, 0, text, fontproperties=face().properties(72.0), parse_math=False, figure=figure)
    figure.axes[0].add_artist(words)
    width_pt = words.get_window_extent().width * 72 / figure.dpi
    assert width_pt == pytest.approx(face().width_pt(text, 72.0), rel=0.08)
