"""The page in a browser: asks nobody else, runs nothing of the data, shows what it says, by mouse, keyboard and on paper."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from itertools import combinations

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from tests.conftest import missing
from tests.scenes import E0, N0, tiny_district
from tests.viz.web.desk import PHONE, chrome, open_desk, served, store_of
from viz import palette

pytestmark = pytest.mark.browser

HOSTILE = '</script><img src=x onerror="window.PWNED=1"><!--<script>window.PWNED=2</script>\u202e\u2028\'"&amp;${window.PWNED=3}'

LESS_THAN_32_PIXELS = """all => all
    .filter(one => one.checkVisibility() && one.id !== "skip" && !one.closest(".status"))
    .filter(one => one.getBoundingClientRect().height < 31.5)
    .map(one => one.outerHTML)"""


@pytest.fixture(scope="module")
def browser(chromium):
    with chrome(chromium) as started:
        yield started


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    with served(store_of(folder / "twin.gpkg", tiny_district()), folder / "service") as url:
        yield url


@pytest.fixture(scope="module")
def opened(browser, address):
    return open_desk(browser, address)


@pytest.fixture
def desk(opened):
    opened.page.mouse.move(2, 2)
    opened.go("")
    return opened


def close(one, other, by=3):
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= by


def swatch(desk, category):
    shown = desk.page.locator(f'#legend li[data-category="{category}"] .swatch').evaluate(
        "node => getComputedStyle(node).backgroundColor"
    )
    return tuple(int(part) for part in re.findall(r"\d+", shown)[:3])


def test_the_page_asks_its_own_service_only_and_nothing_goes_wrong(desk, address):
    for state in ("b=A", "b=A&by=department", "b=A&f=all&by=vacancy", "by=person", "b=A&panel=layers", "b=A&asof=1"):
        desk.go(state)
    assert [url for url in desk.asked if not url.startswith((address, "data:", "blob:"))] == []
    assert desk.errors == []
    assert desk.breaches() == []


def test_the_policy_allows_no_inline_script_and_no_other_host(desk, address):
    policy = desk.page.request.get(address).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert not re.search(r"script-src[^;]*unsafe|https?:|\*", policy)


def test_the_canvas_is_not_blank(desk):
    desk.go("b=A&f=A-F1")
    box = desk.page.locator("#canvas").bounding_box()
    picture = Image.open(io.BytesIO(desk.page.screenshot(clip=box))).convert("RGB")
    assert len({colour for count, colour in picture.getcolors(1 << 24) if count > 20}) >= 6


def test_a_click_on_a_room_opens_its_card_and_writes_its_address(desk):
    desk.go("b=A&f=A-F1")
    assert desk.page.evaluate("([x, y]) => twin.pick(x, y)", desk.pixel("room:A-F1-112")) == "room:A-F1-112"
    desk.click("room:A-F1-112")
    desk.heading("112")
    assert "sel=room%3AA-F1-112" in desk.page.url


def test_a_room_is_drawn_in_exactly_the_colour_of_its_legend(desk):
    desk.go("b=A&f=A-F1&on=room.wall")
    for ref, name in [("room:A-F1-111", "office"), ("room:A-F1-114", "meeting")]:
        assert swatch(desk, name) == palette.rgb(palette.ROOM_CLASS[name])
        assert close(desk.colour(*desk.pixel(ref)), swatch(desk, name), by=0)


def test_a_roof_seen_from_above_in_3d_keeps_the_colour_of_its_legend(desk):
    desk.go(f"by=vacancy&on=room&view=3d&at={E0 + 15}_{N0 + 10}_3_89_0")
    legend = {swatch(desk, li.get_attribute("data-category")) for li in desk.page.locator("#legend li").all()}
    assert any(close(desk.colour(*desk.pixel("building:A")), colour, by=4) for colour in legend)


def test_the_legend_counts_the_rooms_and_areas_of_the_floor_shown(desk):
    desk.go("b=A&f=A-F1")
    lines = desk.page.locator("#legend li").all_inner_texts()
    said = {
        line.split("\n")[0]: [int(part) for part in re.findall(r"\d+", line.split("\n")[1].replace("m²", ""))] for line in lines
    }
    assert said == {"办公室": [7, 235], "会议室": [1, 34], "走廊": [1, 43]}


def test_a_state_can_be_linked_to(desk, browser, address):
    eye = f"{E0 + 10:.2f}_{N0 + 5:.2f}_4.00_42.00_-20.00"
    desk.go(f"b=A&f=A-F2&by=department&sel=room%3AA-F2-212&on=room.wall.camera&lang=en&at={eye}")
    link = re.sub(r"&step=\d+", "", desk.page.url)
    before = desk.layers()
    again = open_desk(browser, address, link.split("#")[1])
    assert re.sub(r"&step=\d+", "", again.page.url) == link
    assert again.layers() == before
    assert again.page.locator("#card h2").inner_text().startswith("212")
    again.page.close()


def test_the_floor_switch_shows_that_storey_only(desk):
    desk.go("b=A&f=A-F1")
    desk.page.locator("#floors button", has_text="2F").click()
    desk.settled()
    snapshot = tiny_district()
    assert desk.layers()["room-2d"] == len(snapshot.on_floor("room", "A-F2"))
    assert all(text.startswith(("2", "走廊")) for text in desk.page.locator("#rows .row b").all_inner_texts())
    desk.page.keyboard.press("PageDown")
    desk.settled()
    assert desk.page.locator("#floors [aria-pressed=true]").inner_text() == "1F"


def test_the_keyboard_alone_leads_to_a_card(desk):
    page = desk.page
    desk.go("b=A&f=A-F1")
    page.evaluate("document.body.tabIndex = -1, document.body.focus()")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    name = page.evaluate("document.activeElement.querySelector('b').innerText")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    desk.heading(name)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.id") == "search"


def test_choosing_a_building_on_the_map_opens_its_floor(desk):
    desk.click("building:A")
    desk.settled()
    assert "b=A" in desk.page.url
    assert desk.page.locator("#floors [aria-pressed=true]").inner_text() == "1F"


def test_recolouring_sends_no_geometry_again(desk):
    desk.go("b=A&f=A-F1")
    before = len([url for url in desk.asked if "/api/geometry/" in url])
    for by in ("department", "vacancy", "person", "none", "room_class"):
        desk.page.locator(f'#by [data-value="{by}"]').click()
        desk.settled()
    assert len([url for url in desk.asked if "/api/geometry/" in url]) == before


def test_measuring_gives_the_length_that_was_walked(desk):
    corners = "_".join(f"{E0 + x:.2f},{N0 + y:.2f}" for x, y in [(0, 0), (30, 0), (30, 40)])
    desk.go(f"b=A&f=A-F1&panel=measure&m={corners}")
    said = desk.page.locator("#measured").inner_text()
    assert "70.00 m" in said
    assert "600.00 m²" in said


def test_both_languages_say_everything(desk):
    for lang in ("zh", "en"):
        for state in ("", "b=A", "b=A&sel=room%3AA-F1-111", "panel=export", "panel=import", "panel=layers", "q=111"):
            desk.go(f"lang={lang}&{state}")
            text = desk.page.locator("#app").inner_text()
            assert not re.search(r"\b(page|viz)\.[a-z_]+", text), text
            labels = desk.page.eval_on_selector_all("[aria-label]", "all => all.map(one => one.ariaLabel)")
            assert not [label for label in labels if re.search(r"\b(page|viz)\.[a-z_]+", label)]


def test_axe_finds_nothing_serious(desk):
    for state in ("", "b=A&sel=room%3AA-F1-111", "panel=layers&b=A", "lang=en&panel=import", "b=A&asof=1"):
        desk.go(state)
        found = Axe().run(desk.page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}] == []


def test_nothing_overlaps_on_a_telephone(browser, address):
    for lang in ("zh", "en"):
        phone = open_desk(browser, address, f"b=A&f=A-F1&lang={lang}", PHONE)
        boxes = {}
        for name in (".banner", ".top", ".tools", "#canvas", "#floors", ".foot", ".legend", ".left", ".right", ".status"):
            boxes[name] = phone.page.locator(name).first.bounding_box()
        for (one, a), (other, b) in combinations(boxes.items(), 2):
            wide = min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"])
            high = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"])
            assert wide <= 1 or high <= 1, f"{one} lies over {other}"
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
        small = phone.page.eval_on_selector_all("button, select, input:not([type=checkbox], .voice)", LESS_THAN_32_PIXELS)
        assert small == []
        phone.page.close()


def test_the_printed_sheet_is_a3_with_real_text(desk, tmp_path):
    if not shutil.which("pdftotext"):
        missing("no pdftotext on this machine")
    desk.go("b=A&f=A-F1")
    desk.page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    sides = re.search(rb"/MediaBox ?\[ ?0 0 ([0-9.]+) ([0-9.]+)", (tmp_path / "sheet.pdf").read_bytes()).groups()
    assert [round(float(side) * 25.4 / 72) for side in sides] == [420, 297]
    words = subprocess.run(["pdftotext", tmp_path / "sheet.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert {"111", "114"} <= set(words.split())
    assert "1:" in words


def test_what_is_not_there_is_said_and_the_way_on_offered(desk):
    desk.go("q=%E4%B8%8D%E5%AD%98%E5%9C%A8%E7%9A%84%E4%B8%9C%E8%A5%BF")
    assert "没有找到" in desk.page.locator(".left").inner_text()
    desk.go("b=A&f=A-F1&sel=room%3Anowhere")
    desk.page.locator("#card .fault").wait_for()
    assert desk.page.locator("#card .fault button").count() == 1
    desk.errors.clear()


def test_a_service_that_cannot_be_reached_leaves_the_last_good_picture(browser, address):
    desk = open_desk(browser, address, "b=A&f=A-F1")
    rooms = desk.layers()["room-2d"]
    desk.page.route("**/api/**", lambda route: route.abort())
    desk.page.locator("#floors button", has_text="2F").click()
    desk.page.locator(".wait .fault").wait_for()
    assert "连不上" in desk.page.locator(".wait .fault").inner_text()
    desk.page.unroute("**/api/**")
    desk.page.locator(".wait .fault button").click()
    desk.settled()
    assert desk.layers()["room-2d"] == rooms
    desk.page.close()


def test_a_hostile_name_is_text_everywhere(browser, tmp_path):
    snapshot = tiny_district()
    tables = {
        name: snapshot.frame(name).copy()
        for name in ("site", "building", "floor", "room", "department", "camera", "device", "occupancy", "wall", "door", "post")
    }
    for name, column in (
        ("site", "name"),
        ("building", "name"),
        ("floor", "name"),
        ("room", "name"),
        ("room", "number"),
        ("department", "name"),
        ("camera", "name"),
        ("device", "name"),
    ):
        tables[name][column] = HOSTILE
    path = store_of(tmp_path / "twin.gpkg", type(snapshot)(tables, snapshot.crs))
    with served(path, tmp_path / "service") as url:
        desk = open_desk(browser, url, "b=A&f=A-F1&by=department&on=room.wall.label.camera.device")
        for state in (
            "",
            "b=A&f=A-F1&sel=room%3AA-F1-111",
            "q=PWNED",
            "kind=department",
            "kind=camera&on=camera.label",
            "b=A&view=3d&f=all",
            "b=A&panel=export",
        ):
            desk.go(state)
        assert desk.page.evaluate("window.PWNED") is None
        assert desk.page.locator("img").count() == 0
        desk.go("b=A&f=A-F1&sel=room%3AA-F1-111")
        desk.heading("onerror")
        desk.page.pdf(prefer_css_page_size=True)
        assert desk.page.evaluate("window.PWNED") is None
        assert desk.errors == []
        assert desk.breaches() == []
        desk.page.close()
