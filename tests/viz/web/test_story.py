"""The facility manager's day as a person would spend it: find, open, ask, edit, undo, move a camera, look back, export."""

from __future__ import annotations

import re

import pytest

from tests.scenes import E0, N0, tiny_district
from tests.viz.web.desk import PHONE, WIDE, chrome, open_desk, served, store_of
from twin.store import open_store

pytestmark = pytest.mark.browser

WORDS = {
    "zh": {
        "locale": "zh-CN",
        "query": "空置 >10㎡",
        "meeting": "会议室",
        "undone": "已撤销",
        "saved": "已保存",
        "past": "正在回看",
    },
    "en": {
        "locale": "en-US",
        "query": "vacant >10m2",
        "meeting": "Meeting room",
        "undone": "undone",
        "saved": "Saved",
        "past": "Looking back",
    },
}


@pytest.fixture(scope="module")
def browser(chromium):
    with chrome(chromium) as started:
        yield started


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return store_of(tmp_path_factory.mktemp("story") / "twin.gpkg", tiny_district())


@pytest.fixture(scope="module")
def address(path, tmp_path_factory):
    with served(path, tmp_path_factory.mktemp("service")) as url:
        yield url


def row(path, table, key):
    with open_store(path) as store:
        return store.snapshot().row(table, key)


def find_a_vacant_office(desk, says):
    page = desk.page
    page.locator("#search").fill(says["query"])
    page.locator(".understood .chip").first.wait_for()
    first = page.locator("#rows .row").first
    name = first.locator("b").inner_text()
    first.click()
    desk.heading(name)
    page.locator("#search").fill("")
    page.locator(".crumb").first.click()
    desk.settled()


def change_a_class_and_think_again(desk, says, path):
    page = desk.page
    desk.click("building:A")
    desk.settled()
    desk.click("room:A-F1-112")
    desk.heading("112")
    page.locator("#edit-class").click()
    page.locator("#room-class").select_option(label=says["meeting"])
    page.locator("#save-class").click()
    page.locator("#toast.ok", has_text=says["saved"]).wait_for()
    desk.settled()
    assert row(path, "room", "A-F1-112")["room_class"] == "meeting"
    assert says["meeting"] in page.locator("#legend").inner_text()
    page.locator("#undo").click()
    page.locator("#toast.ok", has_text=says["undone"]).wait_for()
    desk.settled()
    assert row(path, "room", "A-F1-112")["room_class"] == "office"


def seat_more_people(desk, says):
    page = desk.page
    page.locator("#edit-use").click()
    page.locator("#use-heads").fill("5")
    page.locator("#save-use").click()
    page.locator("#toast.ok", has_text=says["saved"]).wait_for()
    page.locator("#card td.number", has_text=re.compile(r"^5$")).first.wait_for()
    desk.settled()
    page.locator("#undo").click()
    page.locator("#toast.ok", has_text=says["undone"]).wait_for()
    desk.settled()


def move_a_camera(desk, says, path, lang):
    """Into a wall, which the checks refuse; along the corridor, which they allow."""
    page = desk.page
    desk.go(f"lang={lang}&b=A&f=A-F1&on=room.wall.camera&sel=camera%3AK1")
    page.locator("#move").click()
    before = row(path, "camera", "K1").geometry
    page.locator("#move-e").fill(f"{before.x + 0.4:.2f}")
    page.locator("#move-e").press("Tab")
    page.locator("#moving .findings .error").wait_for()
    assert page.locator("#put-down").get_attribute("aria-disabled") == "true"
    page.locator("#move-e").fill(f"{before.x - 2:.2f}")
    page.locator("#move-e").press("Tab")
    page.locator('#put-down:not([aria-disabled="true"])').click()
    page.locator("#toast.ok", has_text=says["saved"]).wait_for()
    desk.settled()
    assert row(path, "camera", "K1").geometry.x == pytest.approx(before.x - 2, abs=0.006)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+z")
    page.locator("#toast.ok", has_text=says["undone"]).wait_for()
    desk.settled()
    assert row(path, "camera", "K1").geometry.equals(before)


def look_back(desk, says):
    page = desk.page
    page.locator("#asof").click()
    page.locator(".status .past", has_text=says["past"]).wait_for()
    page.locator("#slider").press("Home")
    desk.settled()
    assert page.locator("#move").get_attribute("aria-disabled") == "true"
    page.locator("#now").click()
    desk.settled()


@pytest.mark.parametrize(("lang", "size"), [("zh", WIDE), ("en", WIDE), ("zh", PHONE), ("en", PHONE)])
def test_a_day_at_the_facility_desk(browser, address, path, lang, size):
    says = WORDS[lang]
    desk = open_desk(browser, address, size=size, locale=says["locale"])
    assert desk.page.evaluate("document.documentElement.lang") == says["locale"].replace("en-US", "en")
    assert desk.page.locator("#demo").is_visible()
    find_a_vacant_office(desk, says)
    change_a_class_and_think_again(desk, says, path)
    seat_more_people(desk, says)
    move_a_camera(desk, says, path, lang)
    look_back(desk, says)
    assert [error for error in desk.errors if "422" not in error] == []  # the browser notes what the checks refused
    assert desk.breaches() == []
    desk.page.close()


def test_a_mark_is_dragged_with_the_mouse(browser, address, path):
    desk = open_desk(browser, address, f"b=A&f=A-F1&on=room.wall.camera&sel=camera%3AK1&at={E0 + 15:.0f}_{N0 + 8:.0f}_4_42_-20")
    before = row(path, "camera", "K1").geometry
    desk.page.locator("#move").click()
    desk.page.locator("#moving").wait_for()
    desk.settled()
    x, y = desk.page.evaluate("([e, n]) => twin.toPixel(e, n)", [before.x, before.y])
    desk.page.mouse.move(x, y)
    desk.page.mouse.down()
    desk.page.mouse.move(x - 24, y, steps=3)
    desk.page.mouse.up()
    desk.page.locator('#put-down:not([aria-disabled="true"])').wait_for()
    moved = float(desk.page.locator("#move-e").input_value())
    assert moved == pytest.approx(before.x - 24 / 2**4, abs=0.1)
    desk.page.keyboard.press("Escape")
    desk.page.locator("#moving").wait_for(state="detached")
    assert row(path, "camera", "K1").geometry.equals(before)
    desk.page.close()


def test_two_desks_at_once_the_later_one_is_told(browser, address):
    one = open_desk(browser, address, "b=A&f=A-F1&sel=room%3AA-F1-113")
    one.page.locator("#edit-class").click()
    one.page.locator("#room-class").select_option("storage")
    answer = one.page.request.get(f"{address}api/tables/room/A-F1-113")
    headers = {"X-Twin": "1", "If-Match": answer.headers["etag"]}
    other = one.page.request.patch(f"{address}api/tables/room/A-F1-113", headers=headers, data={"values": {"name": "另一处改过"}})
    assert other.ok
    one.page.locator("#card h2", has_text="另一处改过").wait_for()
    one.page.close()


def test_a_model_without_a_place_is_taken_in_and_put_on_the_ground_by_two_corners(browser, address, path, testdata):
    eye = f"{E0 + 45:.0f}_{N0 - 20:.0f}_3.6_42_-20"
    desk = open_desk(browser, address, f"panel=import&at={eye}")
    page = desk.page
    page.locator("#file").set_input_files(testdata / "ifc" / "AC20-FZK-Haus.ifc")
    page.locator("#accept").click()
    plan = page.locator("#model-plan")
    plan.wait_for()
    desk.settled()
    canvas, (x, y) = page.locator("#canvas").bounding_box(), desk.pixel("building:A")
    assert canvas["x"] < x < canvas["x"] + canvas["width"], "the ground that it is to be put on is in the picture"
    assert canvas["y"] < y < canvas["y"] + canvas["height"]
    box = plan.bounding_box()
    for at, (x, y) in enumerate([(0.3, 0.7), (0.7, 0.7)]):
        page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)
        model = [float(part) for part in re.findall(r"-?[\d.]+", page.locator("#pairs li").nth(at).inner_text().split("→")[0])]
        ground = page.evaluate("([e, n]) => twin.toPixel(e, n)", [E0 + 40 + model[0], N0 - 25 + model[1]])
        page.mouse.click(*ground)
    page.locator("#placement").wait_for()
    page.locator('#place-accept:not([aria-disabled="true"])').click()
    page.locator("#show-import").click()
    desk.settled()
    assert "FZK" in page.locator(".crumb").nth(1).inner_text()
    placed = row(path, "building", re.search(r"b=([^&]+)", page.url)[1])
    assert placed["georeference"] == "control_points"
    assert abs(placed["place_e"] - (E0 + 40)) < 0.5
    assert desk.errors == []
    page.close()
