"""One day of coverage as it is told: its stretches, the worst moment, and the worst of every row. Reckoned in `timeline.py`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.model.aligned import aligned
from twin.model.errors import UsageError
from twin.model.words import say

if TYPE_CHECKING:
    from twin.security.dark import Window

__all__ = ["Day", "Hours", "Share", "Stretch", "night_of", "span_of"]

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Share:
    """m² of one floor, of the grounds, a cell or a site in one stretch: in all, seen at some time, at any moment, by chance."""

    kind: str
    key: str
    name: str
    reference_m2: float
    covered_m2: float
    always_m2: float
    expected_m2: float

    @property
    def percent(self) -> float:
        """Seen share at some time of the tours, 0 to 100; 100 where there is nothing to see."""
        return 100.0 * self.covered_m2 / self.reference_m2 if self.reference_m2 > 0.0 else 100.0

    def record(self) -> dict[str, Any]:
        """Give it as JSON-able values."""
        return {**{name: getattr(self, name) for name in self.__slots__}, "percent": self.percent}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a day in which nothing changes; `dark` are the cameras out of use, `whole` all that is measured together."""

    start: dt.datetime
    end: dt.datetime
    night: bool
    dark: tuple[str, ...]
    whole: Share
    rows: tuple[Share, ...]

    def record(self) -> dict[str, Any]:
        """Give it as JSON-able values: from, to, night, dark, whole, rows."""
        return {
            "from": self.start.isoformat(timespec="seconds"),
            "to": self.end.isoformat(timespec="seconds"),
            "night": self.night,
            "dark": list(self.dark),
            "whole": self.whole.record(),
            "rows": [row.record() for row in self.rows],
        }


@dataclass(frozen=True, slots=True)
class Hours:
    """When it is night: from `dusk` over midnight to `dawn`, or within the day where dusk comes first."""

    dusk: dt.time
    dawn: dt.time

    def holds(self, at: dt.time) -> bool:
        """Tell whether it is night at a time of the day."""
        if self.dusk <= self.dawn:
            return self.dusk <= at < self.dawn
        return at >= self.dusk or at < self.dawn

    def __str__(self) -> str:
        """Write it as it is given."""
        return f"{self.dusk:%H:%M}-{self.dawn:%H:%M}"


@dataclass(frozen=True, slots=True)
class Day:
    """One day, stretch by stretch; `outages` the windows that touch it."""

    day: dt.date
    night: Hours
    stretches: tuple[Stretch, ...]
    outages: tuple[Window, ...]

    @property
    def worst(self) -> Stretch:
        """The stretch in which least is covered; of equals the first."""
        return min(self.stretches, key=lambda one: round(one.whole.covered_m2, 6))

    def worst_of(self) -> dict[str, Stretch]:
        """Give for each row, by its key, the stretch in which least of it is covered."""
        worst: dict[str, tuple[float, Stretch]] = {}
        for stretch in self.stretches:
            for row in stretch.rows:
                seen = round(row.covered_m2, 6)
                if row.key not in worst or seen < worst[row.key][0]:
                    worst[row.key] = seen, stretch
        return {key: stretch for key, (_, stretch) in worst.items()}

    def record(self) -> dict[str, Any]:
        """Give it as JSON-able values.

        Keys
        ----
        day, night
            As asked.
        outages
            camera_id, from, to, reason: what touches the day.
        stretches
            from, to, night, dark (camera keys), whole and rows: {kind, key, name, reference_m2, covered_m2 (seen at some time
            of the tours), always_m2 (at any moment), expected_m2 (by chance), percent}.
        worst, worst_of
            The stretch in which least is covered, and that of each row by its key: from, to, percent.
        """
        return {
            "day": self.day.isoformat(),
            "night": str(self.night),
            "outages": [
                {"camera_id": one.camera_id, "from": one.start.isoformat(), "to": one.end.isoformat(), "reason": one.reason}
                for one in self.outages
            ],
            "stretches": [one.record() for one in self.stretches],
            "worst": _named(self.worst, self.worst.whole),
            "worst_of": {
                key: _named(stretch, next(row for row in stretch.rows if row.key == key))
                for key, stretch in self.worst_of().items()
            },
        }

    def lines(self, lang: str = "") -> list[str]:
        """Write the stretches, the worst moment, and the worst of every cell and floor that changes through the day."""
        tongues = [lang] if lang else ["zh", "en"]

        def word(code: str, **values: object) -> str:
            text = say(f"security.line.{code}", **values)
            return text.lang(lang) if lang else str(text)

        def heads(*names: str) -> list[list[str]]:
            return [[say(f"security.line.{name}").lang(tongue) for name in names] for tongue in tongues]

        rows = [
            [span_of(one), word("by_night" if one.night else "by_day"), str(len(one.dark)), *_shares(one.whole)]
            for one in self.stretches
        ]
        worst = self.worst
        lines = [word("head_day", day=self.day.isoformat(), slots=len(self.stretches), night=self.night), ""]
        columns = ("covered", "ever", "always", "expected_share")
        lines += aligned([*heads("from_to", "light", "cameras_dark", *columns), *rows], right={2, 3, 4, 5, 6})
        light = word("at_night") if worst.night else ""
        values = {"percent": f"{worst.whole.percent:.1f}", "count": len(worst.dark), "light": light}
        lines += ["", word("worst_day", start=f"{worst.start:%H:%M}", end=_clock(worst), **values)]
        if worst.dark:
            some = ", ".join(worst.dark[:_SHOWN]) + (" …" if len(worst.dark) > _SHOWN else "")
            lines.append(word("dark_list", count=len(worst.dark), keys=some))
        changing = [(key, stretch) for key, stretch in self.worst_of().items() if self._changes(key)]
        changing.sort(key=lambda pair: pair[0] in {row.key for row in self.worst.rows if row.kind == "floor"})
        if changing:
            table = []
            for key, stretch in changing[:_SHOWN]:
                row = next(row for row in stretch.rows if row.key == key)
                table.append([row.name or key or word("outdoors"), span_of(stretch), *_shares(row)])
            lines += ["", *aligned([*heads("cell", "worst_of", *columns), *table], right={2, 3, 4, 5})]
        return lines

    def _changes(self, key: str) -> bool:
        seen = [row.covered_m2 for one in self.stretches for row in one.rows if row.key == key]
        return max(seen) - min(seen) > 1e-6


def span_of(one: Stretch) -> str:
    """Write when a stretch begins and ends."""
    return f"{one.start:%H:%M}-{_clock(one)}"


def _clock(one: Stretch) -> str:
    """Write the end of a stretch; midnight ends the day as 24:00."""
    return "24:00" if one.end.date() > one.start.date() else f"{one.end:%H:%M}"


def _shares(row: Share) -> list[str]:
    whole = row.reference_m2 or 1.0
    return [
        f"{row.covered_m2:,.0f}",
        *(f"{100.0 * part / whole:.1f}" for part in (row.covered_m2, row.always_m2, row.expected_m2)),
    ]


def _named(stretch: Stretch, row: Share) -> dict[str, Any]:
    return {"from": stretch.start.isoformat(), "to": stretch.end.isoformat(), "night": stretch.night, "percent": row.percent}


def night_of(text: str) -> Hours:
    """Read the hours of the night, as ``18:00-06:00``.

    Raises
    ------
    UsageError
        If it is none.
    """
    try:
        dusk, dawn = (dt.time.fromisoformat(part.strip()).replace(tzinfo=None) for part in text.split("-"))
    except ValueError as error:
        raise UsageError("security.bad_day", text=text) from error
    return Hours(dusk, dawn)
