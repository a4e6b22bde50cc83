"""The service with the page on it, in a thread, and one Chromium that looks at it and notes everything that should not be."""

from __future__ import annotations

import io
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import uvicorn
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from api.app import create_app
from api.settings import Settings
from tests.viz.pages import FLAGS
from twin.model.tables import TABLES
from twin.store import create_store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from twin.model.snapshot import Snapshot

WIDE, PHONE = (1280, 800), (420, 860)
_WATCH = """
addEventListener("securitypolicyviolation", breach => (window.breaches = window.breaches || []).push(breach.violatedDirective));
"""


def store_of(path: Path, snapshot: Snapshot) -> Path:
    """Fill a store with a snapshot."""
    with create_store(path, snapshot.crs) as store, store.change("tester", "first") as work:
        for name in TABLES:
            work.put(name, snapshot.frame(name))
    return path


@contextmanager
def served(path: Path, folder: Path, **settings: Any) -> Iterator[str]:
    """Serve a store on a free port of this machine as long as the block lasts; gives the address."""
    bounds = {"demo": True, "rate_burst": 1_000_000, "rate_per_s": 1e6, "watch_s": 3600.0, **settings}
    with open_store(path) as store:
        app = create_app(Settings(**bounds), store, folder)
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", access_log=False, timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not (server.started and server.servers):
            if not thread.is_alive():
                message = "the service did not start"
                raise RuntimeError(message)
            thread.join(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.should_exit = True
            thread.join(20)
            for fault in app.state.service.faults.entries:
                print(fault["where"], fault["trace"])  # noqa: T201 - shown where a test fails


@contextmanager
def chrome(program: str) -> Iterator[Browser]:
    """Start a browser that draws in software."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Desk:
    """One page in the browser and what was seen of it."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    steps: int = 0

    def go(self, state: str) -> None:
        """Set the state through the address bar and wait until it is drawn."""
        self.steps += 1
        self.page.evaluate(
            """async hash => {
                const heard = new Promise(tell => addEventListener("hashchange", tell, { once: true }));
                location.hash = hash;
                await heard;
            }""",
            f"#{state}&step={self.steps}",
        )
        self.settled()

    def ready(self) -> None:
        """Wait for the page's own sign that everything is drawn."""
        self.page.wait_for_selector("body[data-ready=true]", timeout=60_000)
        self.settled()

    def settled(self) -> None:
        """Wait until everything asked for is on the screen."""
        self.page.evaluate("twin.settled()")

    def layers(self) -> dict[str, int]:
        """Tell what is drawn: records by layer."""
        return self.page.evaluate("twin.layers()")

    def pixel(self, ref: str) -> tuple[float, float]:
        """Tell where on the page a thing is drawn."""
        x, y = self.page.evaluate("ref => twin.pixel(ref)", ref)
        return x, y

    def click(self, ref: str) -> None:
        """Click on a thing of the map, as a hand would."""
        self.page.mouse.click(*self.pixel(ref))

    def heading(self, text: str) -> None:
        """Wait until the card has this heading."""
        self.page.locator("#card h2", has_text=text).wait_for(timeout=60_000)

    def colour(self, x: float, y: float) -> tuple[int, int, int]:
        """Read one pixel of the page."""
        picture = Image.open(io.BytesIO(self.page.screenshot(clip={"x": x - 1, "y": y - 1, "width": 3, "height": 3})))
        return picture.convert("RGB").getpixel((1, 1))

    def breaches(self) -> list[str]:
        """Give every breach of the policy."""
        return self.page.evaluate("window.breaches || []")


def open_desk(browser: Browser, address: str, state: str = "", size: tuple[int, int] = WIDE, locale: str = "zh-CN") -> Desk:
    """Open the page and wait until it is drawn."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, locale=locale, reduced_motion="reduce")
    page.set_default_timeout(60_000)  # ready signals, not time: the machine may be busy
    page.add_init_script(_WATCH)
    desk = Desk(page, address)
    page.on("request", lambda request: desk.asked.append(request.url))
    page.on("pageerror", lambda error: desk.errors.append(str(error)))
    page.on("console", lambda message: desk.errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.goto(f"{address}{f'#{state}' if state else ''}")
    desk.ready()
    return desk
