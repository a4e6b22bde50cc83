"""A track in words: what was driven, and each deviation with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.words import Text, say

if TYPE_CHECKING:
    from twin.fleet.audit.plan import Audit, Deviation

__all__ = ["lines", "reason"]


def reason(deviation: Deviation) -> Text:
    """Say what is out of order and by how much."""
    return say(
        f"fleet.audit.{deviation.kind}", **{name: f"{value:.1f}".removesuffix(".0") for name, value in deviation.values.items()}
    )


def lines(audit: Audit, lang: str) -> list[str]:
    """Give the figures, then one line for each deviation with its time."""

    def tell(code: str, **values: object) -> str:
        text = say(code, **values)
        return text.lang(lang) if lang else str(text)

    least = "-" if audit.shortest_m is None else f"{audit.shortest_m / 1e3:.1f}"
    told = [
        tell("fleet.audit.title", vehicle=audit.plate_code, begun=f"{audit.begun:%Y-%m-%d %H:%M}", ended=f"{audit.ended:%H:%M}"),
        tell("fleet.audit.driven", driven=f"{audit.driven_m / 1e3:.1f}", least=least, fixes=audit.fixes, matched=audit.matched),
        "",
    ]
    if not audit.deviations:
        return [*told, tell("fleet.audit.none")]
    for item in audit.deviations:
        text = reason(item)
        told.append(f"! {text.lang(lang) if lang else text}")
    return [*told, "", tell("fleet.audit.basis")]
