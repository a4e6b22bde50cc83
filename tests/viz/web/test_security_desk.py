"""The security officer's day: cells, blind places, a camera off, levels, a point, a path, a report; and what may not be seen."""

from __future__ import annotations

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.scenes import E0, N0, tiny_district
from tests.viz.web.desk import PHONE, WIDE, chrome, open_desk, served, store_of
from twin.security import problem, solve
from twin.security.outage import outages
from twin.store import open_store

pytestmark = pytest.mark.browser

WORDS = {
    "zh": {"locale": "zh-CN", "security": "安防", "north": "北区", "wall": "院墙", "nobody": "没有摄像机", "level": "辨认"},
    "en": {"locale": "en-US", "security": "Security", "north": "北区", "wall": "院墙", "nobody": "No camera", "level": "ident"},
}  # fmt: skip
CLICK_AND_LOOK = """async () => {
    document.querySelector("#off").click();
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return document.querySelector("#loss-here").innerText;
}"""
CELLS = frozenset({"C1", "C2"})


@pytest.fixture(scope="module")
def browser(chromium):
    with chrome(chromium) as started:
        yield started


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return store_of(tmp_path_factory.mktemp("security") / "twin.gpkg", tiny_district())


@pytest.fixture(scope="module")
def address(path, tmp_path_factory):
    with served(path, tmp_path_factory.mktemp("service")) as url:
        yield url


def seen(**params):
    """Reckon apart from the page what it should say."""
    built = problem.build(tiny_district(), problem.Params(**params))
    found = solve.solve(built)
    return {row.key: row for row in found.rows}, outages(built, found), found


def figure(text):
    return float(re.search(r"-?[\d,]+(\.\d+)?", text)[0].replace(",", ""))


def on_the_map(desk, x, y):
    """Bring the map into the window, and tell where on it a place of the scene is."""
    desk.page.evaluate("document.querySelector('.map').scrollIntoView()")
    return desk.page.evaluate("([e, n]) => twin.toPixel(e, n)", [E0 + x, N0 + y])


def cells_and_a_report(desk, says):
    """The table of cells says what the solver says; a cell's card and its report open."""
    page = desk.page
    page.locator("#desks button", has_text=says["security"]).click()
    page.locator('#rows [data-ref="cell:C1"] .first').wait_for()
    desk.settled()
    rows, _, _ = seen(cells=CELLS)
    for key in CELLS:
        line = page.locator(f'#rows [data-ref="cell:{key}"]')
        assert figure(line.locator(".first").inner_text()) == pytest.approx(rows[key].percent, abs=0.05)
        assert figure(line.locator(".second").inner_text()) == pytest.approx(rows[key].blind_m2, abs=0.5)
    page.locator('#rows [data-ref="cell:C1"]').click()
    desk.heading(says["north"])
    assert "sel=cell%3AC1" in page.url
    with page.expect_download() as coming:
        page.locator("#report-pdf").click()
    assert coming.value.path().read_bytes().startswith(b"%PDF")
    page.keyboard.press("Escape")


def blind_places_one_by_one(desk):
    page = desk.page
    page.locator('#tabs [data-value="blind"]').click()
    page.locator("#blind-next").click()
    desk.settled()
    _, _, found = seen(cells=CELLS)
    assert page.locator(".walk span[aria-live]").inner_text() == f"1 / {len(found.blind)}"
    assert figure(page.locator("#card .tiles dd").first.inner_text()) == pytest.approx(found.blind[0].area_m2, abs=0.05)
    page.locator("#rows .row").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    desk.settled()
    assert "x.blind=2" in page.url
    assert desk.layers()["blind-line"] >= 2


def a_camera_off_shows_its_loss_at_once(desk, says):
    """The loss on this map comes from what the page holds: it stands there in the very next frame."""
    page = desk.page
    page.locator('#tabs [data-value="cameras"]').click()
    page.locator('#rows [data-ref="camera:K3"]').click()
    desk.heading(says["wall"])
    page.locator("#off").wait_for()
    _, lost, _ = seen(cells=CELLS)
    assert figure(page.evaluate(CLICK_AND_LOOK)) == pytest.approx(lost.singles[0].lost_m2, abs=0.05)
    assert page.locator('#legend li[data-category="lost"]').count() == 1
    link = page.url.split("#")[1]
    page.locator("#all-on").click()
    assert page.locator("#loss-here").count() == 0
    page.evaluate("document.activeElement.blur()")
    desk.go(link)
    page.locator("#loss-all", has_text=re.compile(r"\d m")).wait_for()
    assert figure(page.locator("#loss-all").inner_text()) == pytest.approx(lost.singles[0].lost_m2, abs=0.05)
    page.locator("#all-on").click()


def a_floor_by_level(desk):
    """The corridor is drawn in exactly the colour that the legend gives its level."""
    page = desk.page
    desk.go(f"lang={page.evaluate('document.documentElement.lang').split('-')[0]}&desk=security&b=A&f=A-F1&x.show=level&on=room")
    spot = on_the_map(desk, 19.8, 6.4)
    swatch = page.locator('#legend li[data-category="l:4"] .swatch').evaluate("node => getComputedStyle(node).backgroundColor")
    assert desk.colour(*spot) == tuple(int(part) for part in re.findall(r"\d+", swatch)[:3])
    rows, _, _ = seen(floors=frozenset({"A-F1"}))
    page.locator('#tabs [data-value="floors"]').click()
    assert figure(page.locator('#rows [data-ref="floor:A-F1"] .first').inner_text()) == pytest.approx(
        rows["A-F1"].percent, abs=0.05
    )


def doors_shut(desk):
    page = desk.page
    page.locator("#conditions").click()
    page.locator('#doors [data-value="closed"]').click()
    desk.settled()
    rows, _, _ = seen(floors=frozenset({"A-F1"}), doors_open=False)
    page.locator('#rows [data-ref="floor:A-F1"] .first', has_text=f"{rows['A-F1'].percent:.1f}").wait_for()
    page.locator('#doors [data-value=""]').click()
    page.locator("#conditions").click()
    desk.settled()


def who_sees_a_point(desk, says):
    page = desk.page
    page.locator("#tool-point").click()
    page.mouse.click(*on_the_map(desk, 19.8, 7.0))
    page.locator("#witnesses", has_text="走廊东").wait_for()
    assert says["level"] in page.locator("#witnesses").inner_text()
    page.locator("#point-n").fill(f"{N0 + 3.0:.2f}")
    page.locator("#point-n").press("Tab")
    page.locator("#nobody", has_text=says["nobody"]).wait_for()


def the_exposure_of_a_path(desk):
    page = desk.page
    page.locator("#tool-path").click()
    for x, y in ((1.0, 7.0), (20.0, 7.0)):
        page.mouse.click(*on_the_map(desk, x, y))
    page.locator("#card .tiles").wait_for()
    length, share, unseen = [figure(text) for text in page.locator("#card .tiles dd:not(.note)").all_inner_texts()]
    assert length == pytest.approx(19.0, abs=0.3)
    assert share == pytest.approx(100.0)
    assert unseen == 0.0
    desk.settled()
    assert desk.layers()["way"] >= 2
    page.keyboard.press("Escape")
    desk.settled()
    assert "x.tool" not in page.url


def take_a_proposal_and_undo_it(desk, path):
    """What is proposed comes with its gap; taken, it is a camera of the model, and one step takes it back."""
    page = desk.page
    page.locator("#tool-place").click()
    page.locator("#place-count").fill("1")
    page.locator("#place-ask").click()
    page.locator("#place-gap").wait_for()
    page.locator("#take-1").click()
    page.locator("#toast.ok").wait_for()
    page.locator("#proposals .good").wait_for()
    with open_store(path) as store:
        assert len(store.snapshot().frame("camera")) == len(tiny_district().frame("camera")) + 1
    page.locator("#toast-undo").click()
    page.locator("#proposals .good").wait_for(state="detached")
    with open_store(path) as store:
        assert len(store.snapshot().frame("camera")) == len(tiny_district().frame("camera"))
    page.keyboard.press("Escape")
    desk.settled()


def serious(page):
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}]


@pytest.mark.parametrize(("lang", "size"), [("zh", WIDE), ("en", PHONE)])
def test_a_day_at_the_security_desk(browser, address, path, lang, size):
    says = WORDS[lang]
    desk = open_desk(browser, address, size=size, locale=says["locale"])
    cells_and_a_report(desk, says)
    blind_places_one_by_one(desk)
    a_camera_off_shows_its_loss_at_once(desk, says)
    a_floor_by_level(desk)
    doors_shut(desk)
    who_sees_a_point(desk, says)
    the_exposure_of_a_path(desk)
    if lang == "zh":  # once is enough: it is the dearest step
        take_a_proposal_and_undo_it(desk, path)
    assert serious(desk.page) == []
    desk.page.set_viewport_size({"width": (WIDE if size is PHONE else PHONE)[0], "height": 800})
    desk.settled()
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious(desk.page) == []
    assert [url for url in desk.asked if not url.startswith((address, "data:", "blob:"))] == []
    assert desk.errors == []
    assert desk.breaches() == []
    desk.page.close()


def test_who_may_not_see_views_is_told_why(browser, address):
    page = browser.new_page(viewport={"width": WIDE[0], "height": WIDE[1]}, locale="zh-CN")

    def less(route):
        told = route.fetch().json()
        told["permissions"] = [one for one in told["permissions"] if one not in {"ask.security", "protected.views"}]
        route.fulfill(body=json.dumps(told), content_type="application/json")

    page.route("**/api/me", less)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}#desk=security")
    page.locator(".left .denied").wait_for()
    assert "protected.views" in page.locator(".left").inner_text()
    assert page.locator("#tool-point").get_attribute("aria-disabled") == "true"
    assert not any("/api/security/" in url for url in asked)
    page.close()
