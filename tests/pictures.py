"""Make the pictures of README and docs from what `make demo` left: ``python -m tests.pictures``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
ARGUMENTS = [
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
]


def main() -> int:
    """Photograph the map at its desks, and shrink the floor plan."""
    demo = ROOT / "demo"
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    if not (demo / "map.html").is_file() or not browser_path:
        sys.stderr.write("run `make demo` first, and have Chromium installed\n")
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        for name, state in (("map", "desk=facility"), ("security", "desk=security"), ("solid", "desk=facility&view=3d&f=all")):
            page.goto(f"{(demo / 'map.html').as_uri()}#{state}")
            page.reload()
            page.wait_for_function("window.twinReady === true", timeout=60_000)
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()
    with Image.open(demo / "plan.png") as plan:
        plan.resize((1300, round(1300 * plan.height / plan.width))).convert("P", palette=Image.Palette.ADAPTIVE).save(
            IMAGES / "plan.png", optimize=True
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
