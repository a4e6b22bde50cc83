"""The planner's day: a block is dragged, put back, carried by keyboard; a plan with its bound; why, phases, the list of moves."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.scenes import tiny_district
from tests.viz.web.desk import PHONE, WIDE, chrome, open_desk, served, store_of
from twin.store import open_store
from twin.store.scenarios import Scenarios

pytestmark = pytest.mark.browser

WORDS = {
    "zh": {"locale": "zh-CN", "planning": "规划", "undone": "已撤回", "today": "现状", "kept": "已保存", "name": "集中一"},
    "en": {
        "locale": "en-US",
        "planning": "Planning",
        "undone": "taken back",
        "today": "as it is",
        "kept": "Kept",
        "name": "Gather",
    },
}


@pytest.fixture(scope="module")
def browser(chromium):
    with chrome(chromium) as started:
        yield started


def without_leaders():
    """Give the hand-made district with nobody of a rank that sits alone: none of its rooms is small enough for that."""
    scene = tiny_district()
    posts, uses = scene.frame("post").copy(), scene.frame("occupancy").copy()
    posts["rank"] = "局(处)级以下"
    uses.loc["O1", "rank"] = "局(处)级以下"
    return scene.replaced({"post": posts, "occupancy": uses}, 1)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return store_of(tmp_path_factory.mktemp("planning") / "twin.gpkg", without_leaders())


@pytest.fixture(scope="module")
def address(path, tmp_path_factory):
    with served(path, tmp_path_factory.mktemp("service")) as url:
        yield url


def figure(text):
    return float(re.search(r"-?[\d,]+(\.\d+)?", text)[0].replace(",", ""))


def block(page, floor, department):
    return page.locator(f'[data-block="{floor}|{department}"]')


def shortly(route):
    """Let a plan be looked for with few iterations: the page asks as it always does."""
    asked = route.request
    route.continue_(post_data={**asked.post_data_json, "iterations": 400}) if asked.method == "POST" else route.continue_()


def drag_a_department_and_put_it_back(desk, says, path):
    """The model stays as it is: a scenario begins with the first move."""
    page = desk.page
    page.locator("#desks button", has_text=says["planning"]).click()
    block(page, "A-F1", "D2").wait_for()
    assert says["today"] in page.locator("#stack-of").inner_text()
    block(page, "A-F1", "D2").scroll_into_view_if_needed()
    box, target = block(page, "A-F1", "D2").bounding_box(), page.locator('[data-stack-floor="A-F2"]').bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(target["x"] + 60, target["y"] + 12, steps=4)
    page.locator('[data-stack-floor="A-F2"].target').wait_for()
    page.locator("#carrying").wait_for()
    page.mouse.up()
    block(page, "A-F2", "D2").wait_for()
    assert block(page, "A-F1", "D2").count() == 0
    with open_store(path) as store:
        assert store.snapshot().row("occupancy", "O3").room_id == "A-F1-103"
        assert [one.name for one in Scenarios(store).all()]
    page.locator("#take-back").click()
    page.locator("#toast.ok", has_text=says["undone"]).wait_for()
    block(page, "A-F1", "D2").wait_for()


def carry_it_by_keyboard(desk):
    page = desk.page
    block(page, "A-F1", "D2").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowUp")
    page.locator('[data-stack-floor="A-F2"].target').wait_for()
    page.locator("#carrying .good-text").wait_for()
    assert figure(page.locator("#carrying .good-text").inner_text()) == 2
    page.keyboard.press("Enter")
    block(page, "A-F2", "D2").wait_for()
    page.locator('#tabs [data-value="scenarios"]').click()
    page.locator("#changed li").first.wait_for()
    assert "A-F1-103" not in page.locator("#changed").inner_text()
    assert page.locator("#changed li").count() >= 2
    page.locator('#rows [aria-current="true"]').click()
    page.locator("#stack-of").get_by_text(re.compile("现状|as it is")).wait_for()


def ask_for_a_plan(desk, says, path):
    """A proposal carries value, bound and gap as the service proved them; it is kept as a scenario."""
    page = desk.page
    page.locator('#tabs [data-value="plans"]').click()
    page.locator("#horizon").focus()
    page.keyboard.press("ArrowRight")
    page.locator(".slider output", has_text="1.5").wait_for()
    page.locator('#heads [data-value="present"]').click()
    page.route("**/api/planning/*", shortly)
    page.locator("#propose").click()
    page.locator("#under-way, #plan-name").first.wait_for()
    page.locator("#plan-name").wait_for()
    page.unroute("**/api/planning/*")
    told = page.request.get(f"{desk.address}api/jobs").json()["jobs"][0]
    result = page.request.get(f"{desk.address}api/jobs/{told['job_id']}").json()["result"]["result"]
    cost, gap, *_ = page.locator("#card .tiles dd:not(.note)").all_inner_texts()
    assert figure(cost) == pytest.approx(result["value"]["total"], abs=0.5)
    assert figure(gap) == pytest.approx(100 * result["gap"], abs=0.05)
    page.locator("#plan-name").fill(says["name"])
    page.locator("#keep-plan").click()
    page.locator("#toast.ok", has_text=says["kept"]).wait_for()
    with open_store(path) as store:
        assert says["name"] in [one.name for one in Scenarios(store).all()]
    page.locator('#rows [aria-current="true"]').click()


def phases_and_the_list_of_moves(desk):
    page = desk.page
    page.locator('#tabs [data-value="phases"]').click()
    page.locator('#rows [data-ref^="plan:"]').first.click()
    page.locator("#waves li, #card .empty").first.wait_for()
    if page.locator("#moves-xlsx").count():
        with page.expect_download() as coming:
            page.locator("#moves-xlsx").click()
        assert coming.value.path().read_bytes().startswith(b"PK")


def why_a_department_moves(desk):
    page = desk.page
    page.locator('#tabs [data-value="departments"]').click()
    page.locator('#rows [data-ref="department:D1"]').click()
    desk.heading("发展改革局")
    page.route("**/api/planning/*", shortly)
    page.locator("#ask-why").click()
    page.locator("#card .lines").wait_for()
    assert "发展改革局" in page.locator("#card .lines").inner_text()
    page.unroute("**/api/planning/*")
    page.keyboard.press("Escape")


def serious(page):
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}]


@pytest.mark.parametrize(("lang", "size"), [("zh", WIDE), ("en", PHONE)])
def test_a_day_at_the_planning_desk(browser, address, path, lang, size):
    says = WORDS[lang]
    desk = open_desk(browser, address, size=size, locale=says["locale"])
    drag_a_department_and_put_it_back(desk, says, path)
    carry_it_by_keyboard(desk)
    ask_for_a_plan(desk, says, path)
    phases_and_the_list_of_moves(desk)
    why_a_department_moves(desk)
    assert serious(desk.page) == []
    desk.page.set_viewport_size({"width": (WIDE if size is PHONE else PHONE)[0], "height": 800})
    desk.settled()
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious(desk.page) == []
    assert [url for url in desk.asked if not url.startswith((address, "data:", "blob:"))] == []
    assert desk.errors == []
    assert desk.breaches() == []
    desk.page.close()
