"""The page in a browser: opens from disk, asks nobody, runs nothing of the data, and shows what it says."""

from __future__ import annotations

import io
import re
from itertools import combinations

import numpy as np
import pytest
import shapely
from PIL import Image

from tests.scenes import CRS_4544, E0, N0, tiny_district
from tests.viz.pages import CJK, FLAGS, MADE, answers, chrome, open_page
from twin.model.snapshot import Snapshot
from twin.model.tables import TABLES
from viz import palette
from viz.page import write_page

pytestmark = pytest.mark.browser

HOSTILE = '</script><img src=x onerror="window.PWNED=1"><!--<script>window.PWNED=2</script>\u2028\'"&amp;${window.PWNED=3}'


@pytest.fixture(scope="module")
def browser(chromium):
    with chrome(chromium) as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    out = tmp_path_factory.mktemp("page") / "district.html"
    snapshot = tiny_district()
    write_page(out, snapshot, **answers(snapshot), made=MADE)
    return out


@pytest.fixture(scope="module")
def opened(browser, file):
    return open_page(browser, file)


@pytest.fixture
def desk(opened):
    opened.rest()
    opened.go("")
    return opened


TEXTS = """() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, parent = node.parentElement;
        const ours = !parent.closest("[translate=no], script, style, kbd") && parent.checkVisibility();
        if (ours && node.data.trim()) found.push(node.data.trim());
    }
    for (const name of ["aria-label", "title", "placeholder"])
        for (const node of document.querySelectorAll(`[${name}]:not([translate=no], .facts *)`))
            found.push(node.getAttribute(name));
    return found;
}"""


def canvas_pixel(opened, ref):
    x, y = opened.pixel(ref)
    picture = Image.open(io.BytesIO(opened.page.screenshot())).convert("RGB")
    return picture.getpixel((round(x), round(y)))


def close(one, other, by=2):
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= by


def test_the_page_asks_nobody_and_nothing_goes_wrong(desk, file):
    for address in ("desk=security", "desk=fleet", "view=3d&f=all", "view=3d&desk=security&b=A", "by=department", "by=standard"):
        desk.go(address)
    assert [url for url in desk.asked if not url.startswith(("data:", "blob:"))] == [file.as_uri()]
    assert desk.errors == []
    assert desk.breaches() == []


def test_the_policy_names_no_host_and_no_inline_script_but_by_digest(file):
    text = file.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1].replace("&#39;", "'")
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"https?:", policy)
    assert policy.count("sha256-") == text.count("<script>") + text.count("<style>")


def test_every_layer_of_the_vocabulary_is_in_the_bundle(desk):
    kinds = {"SolidPolygonLayer", "PathLayer", "IconLayer", "TextLayer", "ScatterplotLayer", "OrthographicView", "OrbitView"}
    assert desk.page.evaluate("names => names.filter(name => typeof window.deck[name] !== 'function')", sorted(kinds)) == []


def test_a_room_is_drawn_in_exactly_the_colour_of_its_legend(desk):
    desk.go("on=room.wall")
    for ref, name in [("room:A-F1-111", "office"), ("room:A-F1-114", "meeting"), ("room:B-hall", "hall")]:
        swatch = desk.page.locator(f'#legend li[data-category="{name}"] .swatch')
        shown = swatch.evaluate("node => getComputedStyle(node).backgroundColor")
        legend = tuple(int(part) for part in re.findall(r"\d+", shown))
        assert legend == palette.rgb(palette.ROOM_CLASS[name])
        assert close(canvas_pixel(desk, ref), legend)


def test_the_legend_counts_rooms_and_areas_of_the_floor_shown(desk):
    desk.go("b=A&f=A-F1")
    legend = desk.page.locator("#legend li[data-category]").all_inner_texts()
    said = {
        text.split("\n")[0]: [float(part) for part in re.findall(r"[\d.]+", text.split("\n")[1].replace("m²", ""))]
        for text in legend
    }
    assert said == {"办公室": [7, 235], "会议室": [1, 34], "走廊": [1, 43]}


def test_the_roof_seen_from_above_in_3d_keeps_the_legend_colour(desk):
    desk.go("view=3d&f=all&on=room&at=0_0_2_89_0")
    top = canvas_pixel(desk, "room:A-F2-212")
    assert close(top, palette.rgb(palette.ROOM_CLASS["office"]), by=4)


def test_the_floor_picker_switches_the_floor(desk):
    desk.page.locator("#floors button", has_text="2F").click()
    desk.settled()
    assert desk.page.locator("#floors [aria-pressed=true]").inner_text() == "2F"
    numbers = desk.page.locator("#rows b").all_inner_texts()
    assert len(numbers) == 9
    assert all(text.startswith(("2", "走廊")) for text in numbers)
    desk.page.mouse.click(*desk.pixel("room:A-F2-201"))
    desk.wait_card("201 办公室")


def test_page_up_and_page_down_step_through_the_floors(desk):
    desk.go("b=A&f=A-F1")
    desk.page.keyboard.press("PageUp")
    assert desk.page.locator("#floors [aria-pressed=true]").inner_text() == "2层"
    desk.page.keyboard.press("PageUp")
    assert desk.page.locator("#floors [aria-pressed=true]").inner_text() == "2层"
    desk.page.keyboard.press("PageDown")
    assert desk.page.locator("#floors [aria-pressed=true]").inner_text() == "1层"


def test_choosing_a_building_offers_its_own_floors(desk):
    desk.page.locator("#building").select_option("B")
    assert desk.page.locator("#floors [data-floor]").all_inner_texts() == ["全部", "1层"]


def test_walls_and_doors_are_drawn_for_the_chosen_floor_only(desk):
    desk.go("b=A&f=A-F2")
    drawn = desk.page.evaluate("twin.layers()")
    snapshot = tiny_district()
    assert drawn["walls"] == len(snapshot.on_floor("wall", "A-F2"))
    assert drawn["doors"] == len(snapshot.on_floor("door", "A-F2"))
    desk.go("b=A&f=all")
    assert not {"walls", "doors", "rooms"} & set(desk.page.evaluate("twin.layers()"))


def test_the_card_opens_from_the_list(desk):
    desk.page.locator("#rows button", has_text="114").click()
    assert desk.card() == "114 办公室"
    card = desk.page.locator("#card").inner_text()
    assert "会议室" in card
    assert "33.6" in card
    assert "发展改革局" in card


def test_the_card_opens_from_the_map(desk):
    desk.page.mouse.click(*desk.pixel("room:A-F1-112"))
    desk.wait_card("112 办公室")
    assert "sel=room%3AA-F1-112" in desk.page.url


def test_a_camera_is_chosen_on_the_map_and_says_what_it_sees(desk):
    desk.go("desk=security")
    desk.page.mouse.click(*desk.pixel("camera:K1"))
    desk.wait_card("走廊东")
    card = desk.page.locator("#card").inner_text()
    assert "走廊" in card
    assert "停用将失去" in card


def test_the_keyboard_alone_leads_to_a_card(desk):
    page = desk.page
    page.evaluate("document.body.tabIndex = -1, document.body.focus()")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    name = page.evaluate("document.activeElement.querySelector('b').innerText")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    assert desk.card() == name
    assert outline == "solid"
    assert page.evaluate("document.activeElement.querySelector('b').innerText") == name
    page.keyboard.press("Escape")
    assert desk.card() == "全部建筑 · 1F"


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("甲楼 2层 会议", ["214 办公室"]),
        ("101", ["101 办公室", "101 大厅"]),
        ("乙楼 大厅 房间", ["101 大厅"]),
        ("空置 1层", ["104 办公室", "111 办公室", "112 办公室", "113 办公室"]),
        ("房间 >100㎡", ["101 大厅"]),
        ("财政局 房间", ["103 办公室"]),
        ("no such thing", []),
    ],
)
def test_search_finds_rooms_by_number_name_building_department_and_figures(desk, query, names):
    desk.page.keyboard.press("Control+k")
    desk.page.locator("#search").fill(query)
    found = desk.page.locator("#rows b").all_inner_texts()
    rooms = [name for name in found if re.match(r"\d", name)]
    assert rooms == names
    if not names:
        assert "没有找到" in desk.page.locator("#rows").inner_text()


def test_choosing_a_search_result_brings_its_floor_up(desk):
    desk.page.locator("#search").fill("203")
    desk.page.keyboard.press("Enter")
    desk.settled()
    assert desk.card() == "203 办公室"
    assert desk.page.locator("#floors [aria-pressed=true]").inner_text() == "2F"


def test_the_language_switch_changes_every_word_that_is_not_data(desk):
    room, camera = "sel=room:A-F1-101&by=standard&kind=cell", "sel=camera:K1&desk=security"
    for address in ("", "desk=security", "desk=fleet", room, camera, "by=department&sel=department:D1"):
        desk.go(f"{address}&lang=zh")
        chinese = desk.page.evaluate(TEXTS)
        desk.page.locator("#languages button", has_text="EN").click()
        english = desk.page.evaluate(TEXTS)
        assert [text for text in english if CJK.search(text)] == [], address
        words = {text for text in chinese if re.search(r"[A-Za-z]{3}", text) and not CJK.search(text)}
        assert words <= {"Ctrl K", "km/h"}, address
        assert len(chinese) == len(english), address
        assert desk.page.evaluate("document.documentElement.lang") == "en"


def test_the_3d_view_is_a_toggle_and_raises_the_rooms(desk):
    assert desk.page.locator("#dimensions [aria-pressed=true]").inner_text() == "2D"
    desk.page.locator("#dimensions button", has_text="3D").click()
    desk.page.locator("#floors button", has_text="全部").click()
    desk.settled()
    drawn = desk.page.evaluate("twin.layers()")
    assert drawn["rooms"] == 19
    assert "walls" not in drawn
    assert "view=3d" in desk.page.url
    desk.page.locator("#dimensions button", has_text="2D").click()
    assert "view=3d" not in desk.page.url


def test_names_from_a_file_are_shown_as_text_and_run_nothing(browser, tmp_path):
    frames = {name: tiny_district().frame(name).copy() for name in TABLES}
    for table in ("site", "building", "floor", "room", "department", "camera", "cell", "road", "parking"):
        frames[table]["name"] = HOSTILE
    frames["room"]["number"] = HOSTILE
    frames["camera"] = frames["camera"].rename(index={"K1": HOSTILE}).assign(camera_id=lambda frame: frame.index)
    out = tmp_path / "hostile.html"
    write_page(out, Snapshot(frames, CRS_4544, 1), title=HOSTILE, made=MADE)
    seen = open_page(browser, out, "on=room.label")
    assert seen.page.locator("#rows b").first.inner_text().startswith("</script><img src=x")
    for address in ("on=camera.label&kind=camera", "on=room&by=department&kind=department", "on=road&kind=road"):
        seen.go(address)
        row = seen.page.locator("#rows button").first
        row.click()
        assert "onerror" in seen.page.locator("#card h2").inner_text()
    seen.page.locator("#search").fill("</script>")
    assert seen.page.locator("#title").inner_text().startswith("</script>")
    assert seen.page.evaluate("window.PWNED") is None
    assert seen.page.locator("img").count() == 0
    assert seen.errors == []
    assert seen.breaches() == []
    assert len(seen.asked) == 1
    seen.page.close()


def test_an_empty_store_gives_a_page_that_says_how_to_begin(browser, tmp_path):
    out = tmp_path / "empty.html"
    write_page(out, Snapshot({}, CRS_4544, 0), made=MADE)
    seen = open_page(browser, out)
    assert "twin import" in seen.page.locator("#card").inner_text()
    assert "twin place" in seen.page.locator("#wait").inner_text()
    assert seen.errors == []
    seen.page.close()


def test_shapes_reach_the_page_within_a_centimetre(desk):
    snapshot = tiny_district()
    for key in ("A-F1-101", "A-F1-corridor", "B-hall"):
        rings = desk.page.evaluate("ref => twin.rings(ref)", f"room:{key}")
        drawn = shapely.MultiPolygon([shapely.Polygon(part[0], part[1:]) for part in rings])
        assert shapely.hausdorff_distance(drawn, snapshot.row("room", key)["geometry"]) < 0.01


@pytest.mark.parametrize(
    "shape",
    [
        shapely.box(0, 0, 10, 4),
        shapely.Point(3, 1).buffer(7),
        shapely.box(0, 0, 10, 10).difference(shapely.box(2, 3, 7, 8)),
        shapely.Polygon([(0, 0), (10, 0), (10, 3), (4, 3), (4, 9), (0, 9)]),
    ],
)
def test_hatching_is_the_clipping_of_oblique_lines_as_shapely_does_it(desk, shape):
    rings = [[[x, y, 0] for x, y in list(ring.coords)[:-1]] for ring in (shape.exterior, *shape.interiors)]
    gap = 0.7
    paths = desk.page.evaluate("([rings, gap]) => twin.hatch(rings, gap)", [rings, gap])
    length = sum(np.hypot(*(np.array(b) - np.array(a))[:2]) for a, b in paths)
    offsets = np.arange(-60, 60) * gap * np.sqrt(2)
    lines = [shapely.LineString([(-60, -60 + offset), (60, 60 + offset)]) for offset in offsets]
    assert length == pytest.approx(sum(shape.intersection(line).length for line in lines), rel=1e-6)
    inside = shape.buffer(1e-6)
    assert all(inside.covers(shapely.LineString([a[:2], b[:2]])) for a, b in paths)


SMALL = """() => [...document.querySelectorAll("button, select, input, summary")]
    .filter(node => node.checkVisibility() && node.id !== "skip")
    .map(node => [node.textContent, (node.closest("label") || node).getBoundingClientRect().height])
    .filter(([, height]) => height < 32)"""


def boxes(page):
    return page.evaluate(
        """names => Object.fromEntries(names.map(name => {
            const box = document.querySelector(name).getBoundingClientRect();
            return [name, [box.left, box.top, box.right, box.bottom]];
        }))""",
        [".top", ".tools", ".canvas", ".floors", ".foot", ".legend", ".right", ".left", ".status"],
    )


@pytest.mark.parametrize("size", [(420, 800), (900, 700), (1280, 800)])
def test_nothing_overlaps_and_every_target_is_large_enough(desk, size):
    desk.page.set_viewport_size({"width": size[0], "height": size[1]})
    for lang in ("zh", "en"):
        desk.go(f"sel=room:A-F1-101&lang={lang}")
        found = {name: shapely.box(*box) for name, box in boxes(desk.page).items()}
        clashes = [(one, other) for one, other in combinations(found, 2) if found[one].intersection(found[other]).area >= 1]
        assert clashes == []
        assert desk.page.evaluate("document.documentElement.scrollWidth") <= size[0]
        assert desk.page.evaluate(SMALL) == []
    if size[0] < 720:
        tops = [found[name].bounds[1] for name in (".canvas", ".right", ".left")]
        assert tops == sorted(tops)
    desk.page.set_viewport_size({"width": 1280, "height": 800})


def test_a_reader_who_wants_less_motion_gets_none(desk):
    duration = "getComputedStyle(document.querySelector('button')).transitionDuration"
    desk.page.emulate_media(reduced_motion="reduce")
    assert desk.page.evaluate(duration) == "0s"
    desk.page.emulate_media(reduced_motion="no-preference")
    assert desk.page.evaluate(duration) != "0s"


def test_a_deep_link_brings_the_same_page_back(desk):
    def shown():
        return [desk.page.locator(part).inner_text() for part in ("#card", "#heads", "#legend", "#floors", "#chips", "#scale")]

    desk.go("desk=security&b=A&f=A-F1&view=3d")
    desk.page.locator("#rows button").nth(1).click()
    desk.page.locator("#nearer").click()
    desk.page.locator("#languages button", has_text="EN").click()
    address, before = desk.page.url.split("#")[1], shown()
    desk.go("")
    assert shown() != before
    desk.go(address)
    assert shown() == before


@pytest.fixture(scope="module")
def local_page(browser, tmp_path_factory):
    """Open one building in its own metres, with an area from its file, and no question asked of it."""
    tables = ("building", "floor", "room", "wall", "door")
    frames = {name: tiny_district().frame(name).query("building_id == 'A'").copy() for name in tables}
    for frame in frames.values():
        frame.geometry = frame.geometry.translate(-E0, -N0).set_crs(None, allow_override=True)
    frames["room"].loc["A-F1-101", ["area_file_m2", "area_basis"]] = [35.0, "BaseQuantities.NetFloorArea"]
    out = tmp_path_factory.mktemp("local") / "local.html"
    write_page(out, Snapshot(frames, None, 3), made=MADE)
    return open_page(browser, out, "on=room")


@pytest.fixture
def local(local_page):
    local_page.go("on=room")
    return local_page


def test_a_building_not_on_the_ground_is_drawn_in_its_own_metres(local):
    assert "尚未定位" in local.page.locator("#status").inner_text()
    assert "未定向" in local.page.locator("#north").inner_text()
    local.page.mouse.click(*local.pixel("room:A-F1-102"))
    local.wait_card("102 办公室")
    assert local.errors == []


def test_the_area_of_the_file_stands_beside_the_drawn_one(local):
    local.go("sel=room:A-F1-101")
    text = local.page.locator("#card section", has_text="面积(按口径)").inner_text()
    for said in ("33.6", "35", "BaseQuantities.NetFloorArea", "+4%"):
        assert said in text


def test_each_question_not_asked_says_what_to_do(local):
    assert "twin space report" in local.page.locator("#card").inner_text()
    local.go("desk=security&kind=blind")
    assert "twin security coverage" in local.page.locator("#card").inner_text()
    assert "twin security coverage" in local.page.locator("#rows").inner_text()
    assert "twin security coverage" in local.page.locator('[data-layer="view"]').get_attribute("title")
    assert local.page.locator('[data-layer="blind"]').get_attribute("aria-disabled") == "true"
    local.go("desk=fleet")
    assert "twin fleet route" in local.page.locator("#card").inner_text()
    assert local.errors == []


def test_offices_are_not_called_vacant_where_nobody_said_who_sits_where(local):
    card = local.page.locator("#card").inner_text()
    assert "没有使用数据" in card
    assert "空置" not in card


def test_without_webgl_the_page_says_so_and_the_list_still_works(browser, chromium, file):
    blind = browser.browser_type.launch(executable_path=chromium, args=[*FLAGS, "--disable-3d-apis"])
    page = blind.new_page()
    page.goto(file.as_uri())
    page.wait_for_function("document.body.dataset.map === 'failed'")
    assert "WebGL" in page.locator("#wait").inner_text()
    page.locator("#rows button", has_text="114").click()
    assert page.locator("#card h2").inner_text() == "114 办公室"
    blind.close()
