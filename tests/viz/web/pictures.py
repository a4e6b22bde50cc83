"""Make the page's pictures for the docs from a demo store: ``python -m tests.viz.web.pictures [STORE]``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import ROOT
from tests.viz.pages import FLAGS
from tests.viz.web.desk import PHONE, WIDE, open_desk, served

IMAGES = ROOT / "docs" / "images"


def main(words: list[str]) -> int:
    """Photograph the desks: a floor by department, the solid view, the past, a telephone; security; planning."""
    store = Path(words[0]) if words else ROOT / "demo" / "twin.gpkg"
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not store.is_file() or not chromium:
        sys.stderr.write("run `make demo` first, and have Chromium installed\n")
        return 1
    with tempfile.TemporaryDirectory() as work, sync_playwright() as play:
        copy = Path(work) / "twin.gpkg"
        shutil.copy(store, copy)
        with served(copy, Path(work) / "service") as url:
            browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
            buildings = browser.new_page().request.get(f"{url}api/district").json()["buildings"]
            main_one = max((item for item in buildings if item["located"]), key=lambda item: item["figures"]["rooms"])
            floor = max(main_one["floors"], key=lambda item: item["figures"]["heads"])["floor_id"]
            here = f"b={main_one['building_id']}&f={floor}"
            for name, state, size in (
                ("desk", f"{here}&by=department", WIDE),
                ("desk-space", "view=3d&by=vacancy", WIDE),
                ("desk-past", f"{here}&asof=12&by=person", WIDE),
                ("desk-phone", f"{here}&by=department", PHONE),
                ("desk-security", f"desk=security&{here}", WIDE),
                ("desk-planning", "desk=planning", WIDE),
            ):
                desk = open_desk(browser, url, state, size)
                if name == "desk":
                    desk.page.locator("#rows .row").nth(2).click()
                    desk.page.locator("#card h2").wait_for()
                    desk.settled()
                if name in {"desk-security", "desk-planning"}:
                    desk.page.wait_for_timeout(8000)  # the answers come from a job
                    desk.settled()
                desk.page.screenshot(path=IMAGES / f"{name}.png")
                desk.page.close()
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
