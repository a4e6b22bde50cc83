"""Make the pictures of README and docs from what `make demo` left: ``python -m tests.pictures``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from api.main import main as main_program

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
    """Photograph the map at its desks, shrink the floor plan, draw a consolidation plan and its curve."""
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
    _shrink(demo / "plan.png", IMAGES / "plan.png")
    with tempfile.TemporaryDirectory() as folder:
        asked = (
            "--store",
            str(demo / "twin.gpkg"),
            "--seat-m2",
            "6",
            "--heads",
            "present",
            "--iterations",
            "20000",
            "--lang",
            "zh",
        )
        main_program(["space", "plan", *asked, "--out", folder])
        main_program(["space", "curve", *asked, "--out", f"{folder}/curve.png"])
        for name in ("stack", "curve"):
            _shrink(Path(folder) / f"{name}.png", IMAGES / f"{name}.png")
    return 0


def _shrink(big: Path, small: Path) -> None:
    """Save a sheet at a width that pages show."""
    with Image.open(big) as sheet:
        width = min(1300, sheet.width)
        sheet.resize((width, round(width * sheet.height / sheet.width))).convert("P", palette=Image.Palette.ADAPTIVE).save(
            small, optimize=True
        )


if __name__ == "__main__":
    sys.exit(main())
