"""Pages for the tests: made once, opened in one Chromium, watched for every request, error and breach of the policy."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Browser, Page, sync_playwright

from twin.fleet import problem as fleet_problem
from twin.fleet import solve as fleet_solve
from twin.security import problem as security_problem
from twin.security import solve as security_solve
from twin.space import problem as space_problem
from twin.space import solve as space_solve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from twin.model.snapshot import Snapshot

MADE = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
FLAGS = [
    "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
    "--disable-component-update", "--hide-scrollbars",
]  # fmt: skip
CJK = re.compile(r"[\u3400-\u9fff]")

_WATCH = """
addEventListener("securitypolicyviolation", breach => (window.breaches = window.breaches || []).push(breach.violatedDirective));
"""


def answers(snapshot: Snapshot, start: str = "G1", end: str = "A-F1-101") -> dict[str, Any]:
    """Ask all three questions."""
    return {
        "coverage": security_solve.solve(security_problem.build(snapshot, security_problem.Params())),
        "space": space_solve.solve(space_problem.build(snapshot, space_problem.Params(on=MADE.date().isoformat()))),
        "route": fleet_solve.solve(fleet_problem.build(snapshot, start, end)),
    }


@dataclass
class Opened:
    """One page in the browser and what was seen of it."""

    page: Page
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    steps: int = 0

    def go(self, address: str) -> None:
        """Set the state through the address bar and wait until it is drawn."""
        self.steps += 1
        self.page.evaluate(
            """async hash => {
                const heard = new Promise(tell => addEventListener("hashchange", tell, { once: true }));
                location.hash = hash;
                await heard;
                await twin.settled();
            }""",
            f"#{address}&step={self.steps}",
        )

    def rest(self) -> None:
        """Take the pointer and the focus away from everything."""
        self.page.mouse.move(2, 2)
        self.page.evaluate("document.activeElement.blur()")

    def settled(self) -> None:
        """Wait until everything asked for is on the screen."""
        self.page.evaluate("twin.settled()")

    def pixel(self, ref: str) -> tuple[float, float]:
        """Tell where on the page a thing is drawn."""
        x, y = self.page.evaluate("ref => twin.pixel(ref)", ref)
        return x, y

    def card(self) -> str:
        """Give the heading of the card."""
        return self.page.locator("#card h2").inner_text()

    def wait_card(self, heading: str) -> None:
        """Wait until the card has a heading."""
        self.page.wait_for_function("text => document.querySelector('#card h2').innerText === text", arg=heading)

    def breaches(self) -> list[str]:
        """Give every breach of the policy."""
        return self.page.evaluate("window.breaches || []")


@contextmanager
def chrome(program: str) -> Iterator[Browser]:
    """Start a browser that draws in software."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


def open_page(browser: Browser, file: Path, address: str = "", size: tuple[int, int] = (1280, 800)) -> Opened:
    """Open a page from disk and wait for its ready signal."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, locale="zh-CN")
    page.add_init_script(_WATCH)
    seen = Opened(page)
    page.on("request", lambda request: seen.asked.append(request.url))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("console", lambda message: seen.errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.goto(f"{file.as_uri()}{f'#{address}' if address else ''}")
    page.wait_for_function("window.twinReady === true", timeout=120_000)
    return seen
