"""Proposed cameras one by one, what they add, what they cost, and how good the choice is at worst."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.model.aligned import aligned
from twin.model.words import say

if TYPE_CHECKING:
    from twin.model.words import Text
    from twin.security.placement.asking import Ask
    from twin.security.placement.choice import Choice
    from twin.security.placement.figures import Met
    from twin.security.placement.problem import Problem as PlacementProblem
    from twin.security.plan import Coverage
    from twin.security.problem import Problem

__all__ = ["Proposal", "Proposed"]


@dataclass(frozen=True, slots=True)
class Proposed:
    """One camera to hang: `row` as table `camera` has it; `pose` its number among the candidates.

    `gain_m2` is what it shows finely enough that nothing before it in the list does, exact; `looked_in_m2` what it sees of
    rooms where no image may be taken (edges of doors within the step of the samples).
    """

    pose: int
    row: dict[str, Any]
    kind: Text
    mount: str
    where: str
    cable_m: float
    yuan: float
    gain_m2: float
    looked_in_m2: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """The answer. `met` is exact, from the arrangement with the proposals hung; the bound of `choice` holds on samples.

    `before` is the coverage of what hangs already, `after` that of `problem`, with the proposals hung. `on` is
    what the bound holds on: the problem as asked, with samples added where covers of the others left something dark.

    `open_m2` is what the samples that were still to be seen stand for, `beyond_m2` the part of it that no candidate sees.
    """

    ask: Ask
    choice: Choice
    cameras: tuple[Proposed, ...]
    met: tuple[Met, ...]
    candidates: int
    tried: int
    looked_in: int
    samples: int
    open_m2: float
    beyond_m2: float
    before: Coverage
    after: Coverage
    problem: Problem
    on: PlacementProblem

    @property
    def yuan(self) -> float:
        """What all of it costs."""
        return sum(camera.yuan for camera in self.cameras)

    def record(self) -> dict[str, Any]:
        """Give the answer as JSON-able values.

        Keys
        ----
        asked
            count, budget_yuan, cheapest, level, classes, step_m, kinds.
        cameras
            camera_id, kind, mount, where, floor_id, x, y, z (store's CRS), heading_deg, tilt_deg, hfov_deg, vfov_deg, range_m,
            cable_m, yuan, gain_m2, looked_in_m2; the one that adds most first.
        places
            floor_id, name, asked_m2, before_m2, after_m2: exact areas.
        choice
            kind (cover or gain), value, bound, gap (share of the bound), unit (cameras, yuan or m2_priority), proven, stopped.
        basis
            candidates, tried, looked_in, samples, open_m2, beyond_m2: what the bound holds on.
        yuan
            All together.
        """
        ask, choice = self.ask, self.choice
        return {
            "asked": {
                "count": ask.count, "budget_yuan": ask.budget_yuan, "cheapest": ask.cheapest, "level": ask.level,
                "classes": sorted(ask.classes), "step_m": ask.step, "kinds": [kind.key for kind in ask.offered.kinds],
            },
            "cameras": [_camera(camera) for camera in self.cameras],
            "places": [
                {"floor_id": one.floor_id, "name": one.name, "asked_m2": one.asked_m2, "before_m2": one.before_m2, "after_m2":
                one.after_m2} for one in self.met
            ],
            "choice": {
                "kind": choice.kind, "value": choice.value, "bound": choice.certificate.bound, "gap": choice.gap,
                "unit": self.unit, "proven": choice.gap <= 1e-9, "stopped": choice.stopped,
            },
            "basis": {
                "candidates": self.candidates, "tried": self.tried, "looked_in": self.looked_in, "samples": self.samples,
                "open_m2": self.open_m2, "beyond_m2": self.beyond_m2,
            },
            "yuan": self.yuan,
        }  # fmt: skip

    @property
    def unit(self) -> str:
        """Name the unit of value and bound."""
        if self.choice.kind == "gain":
            return "m2_priority"
        return "yuan" if self.ask.cheapest else "cameras"

    def lines(self, lang: str = "") -> list[str]:
        """Write the proposals one by one, the areas before and after, and the bound with what it holds on."""
        table = [_heads(("number", "what", "where", "x", "y", "heading", "gain", "seen", "yuan", "cable"), lang)]
        seen = sum(one.before_m2 for one in self.met)
        for number, camera in enumerate(self.cameras, start=1):
            seen += camera.gain_m2
            heading = "-" if camera.row["heading_deg"] is None else f"{camera.row['heading_deg']:.0f}°"
            point = camera.row["geometry"]
            what = f"{_text(camera.kind, lang)} ({_said(f'placement.mount.{camera.mount}', lang)})"
            table.append([
                str(number), what, camera.where, f"{point.x:.2f}", f"{point.y:.2f}", heading, f"{camera.gain_m2:,.1f}",
                f"{seen:,.1f}", f"{camera.yuan:,.0f}", f"{camera.cable_m:.0f}",
            ])  # fmt: skip
        lines = aligned(table, right={0, 3, 4, 5, 6, 7, 8, 9}) if self.cameras else [_said("placement.none", lang)]
        return [*lines, "", *self._places(lang), "", *self._proof(lang)]

    def _places(self, lang: str) -> list[str]:
        rows = [_heads(("place", "asked", "before", "after", "left"), lang)]
        for one in self.met:
            rows.append([  # noqa: PERF401 - read as a table
                one.name or _said("placement.grounds", lang), f"{one.asked_m2:,.1f}", _share(one.before_m2, one.asked_m2),
                _share(one.after_m2, one.asked_m2), f"{max(one.asked_m2 - one.after_m2, 0.0):,.1f}",
            ])  # fmt: skip
        return aligned(rows, right={1, 2, 3, 4})

    def _proof(self, lang: str) -> list[str]:
        choice = self.choice
        bound, value = choice.certificate.bound, choice.value
        values = {
            "value": f"{value:,.1f}" if choice.kind == "gain" else f"{value:,.0f}",
            "bound": f"{bound:,.1f}" if choice.kind == "gain" else f"{bound:,.0f}",
            "gap": f"{100.0 * choice.gap:.2f}",
            "unit": _said(f"placement.unit.{self.unit}", lang),
        }
        lines = [_said(f"placement.bound.{choice.kind}", lang, **values)]
        lines.append(_said("placement.holds", lang, candidates=f"{self.candidates:,}", samples=f"{self.samples:,}"))
        if self.beyond_m2 > 0.0:
            lines.append(_said("placement.beyond", lang, area=f"{self.beyond_m2:,.1f}"))
        if self.looked_in:
            lines.append(_said("placement.looked_in", lang, count=self.looked_in))
        if choice.stopped:
            lines.append(_said("placement.stopped", lang))
        lines.append(_said("placement.total", lang, count=len(self.cameras), yuan=f"{self.yuan:,.0f}"))
        return lines


def _camera(camera: Proposed) -> dict[str, Any]:
    row = {key: value for key, value in camera.row.items() if key not in {"geometry", "name", "status"}}
    point = camera.row["geometry"]
    return {
        **row, "x": point.x, "y": point.y, "kind": {"zh": camera.kind.zh, "en": camera.kind.en}, "mount": camera.mount,
        "where": camera.where, "cable_m": camera.cable_m, "yuan": camera.yuan, "gain_m2": camera.gain_m2, "looked_in_m2":
        camera.looked_in_m2,
    }  # fmt: skip


def _share(part: float, whole: float) -> str:
    return f"{part:,.1f} ({100.0 * part / whole:.1f} %)" if whole > 0.0 else "-"


def _heads(codes: tuple[str, ...], lang: str) -> list[str]:
    return [_said(f"placement.head.{code}", lang) for code in codes]


def _text(text: Text, lang: str) -> str:
    return text.lang(lang) if lang else text.zh


def _said(code: str, lang: str, **values: object) -> str:
    text = say(code, **values)
    return text.lang(lang) if lang else str(text)
