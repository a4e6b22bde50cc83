"""What the command line prints: lines for people, JSON for programs, progress on the error stream."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tqdm import tqdm

from api.grouping import Group, grouped
from twin.model.answer import plain
from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from twin.model.findings import Finding
    from twin.model.words import Text

__all__ = ["Console"]

_MARKS = {"error": "✗", "warning": "!", "info": "·"}


def _place(finding: Finding) -> str:
    return finding.where


class Console:
    """One run's output. With `as_json` only `result` prints on the output stream, everything else is silent or on errors."""

    def __init__(self, *, as_json: bool, lang: str) -> None:
        """Remember the form; `lang` is ``zh``, ``en`` or empty for both."""
        self.as_json = as_json
        self.lang = lang

    def text(self, text: Text) -> str:
        """Give a sentence in the language asked for."""
        return text.lang(self.lang) if self.lang else str(text)

    def say(self, code: str, *, indent: str = "", **values: object) -> None:
        """Print one sentence of the catalogue."""
        self.line(indent + self.text(say(code, **values)))

    def line(self, line: str = "") -> None:
        """Print one line for people."""
        if not self.as_json:
            sys.stdout.write(line + "\n")

    def lines(self, lines: Iterable[str]) -> None:
        """Print many."""
        for line in lines:
            self.line(line)

    def result(self, value: object) -> None:
        """Print the JSON of this run."""
        if self.as_json:
            sys.stdout.write(json.dumps(plain(value), ensure_ascii=False) + "\n")

    def error(self, message: Text, remedy: Text) -> None:
        """Print what went wrong and what to do next, on the error stream."""
        sys.stderr.write(f"{_MARKS['error']} {self.text(message)}\n  → {self.text(remedy)}\n")

    def findings(
        self, findings: Iterable[Finding], most: int = 30, *, each: bool = False, where: Callable[[Finding], str] | None = None
    ) -> None:
        """Print findings, those of one kind together, and how many more there are.

        Parameters
        ----------
        findings
            In the order to print them.
        most
            Lines of findings at most.
        each
            Print every finding with its remedy, grouping none.
        where
            Says where a finding is; by default as the finding itself does.
        """
        groups = [Group((finding,)) for finding in findings] if each else list(grouped(findings))
        place = where or _place
        while groups and most > 0:
            group = groups.pop(0)
            for finding in group.shown[:most]:
                self.line(f"  {_MARKS[finding.severity]} {place(finding)}: {self.text(finding.message)}")
            if group.more:
                self.say("cli.more_alike", indent="      ", more=group.more)
            self.line(f"      → {self.text(group.findings[0].remedy)}")
            most -= len(group.shown)
        if groups:
            self.say("cli.more_findings", indent="  ", more=sum(len(group.findings) for group in groups))

    @contextmanager
    def progress(self, what: str) -> Iterator[Callable[[str, int, int], None]]:
        """Show a bar on the error stream while a terminal watches; the callable takes (step, done, total)."""
        if self.as_json or not sys.stderr.isatty():
            yield lambda _step, _done, _total: None
            return
        with tqdm(total=None, desc=what, leave=False, bar_format="{desc} {bar} {n_fmt}/{total_fmt} {elapsed}") as bar:

            def step(name: str, done: int, total: int) -> None:
                bar.total = total
                bar.set_description_str(f"{what} {name}", refresh=False)
                bar.n = done
                bar.refresh()

            yield step
