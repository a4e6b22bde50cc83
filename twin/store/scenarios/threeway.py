"""A scenario's edit meets the row as it is now: what becomes of it, and where the two contradict each other. Pure.

With base row b, scenario row s and live row l, column by column: what only one side changed is taken from it, what both changed
alike is settled, what both changed differently is a conflict. A row that is no more, and a key that somebody else took, are
conflicts of the whole row.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from twin.store.scenarios.records import Edit, Row, changed_columns, same_rows

__all__ = ["Conflict", "Side", "meet"]

Side = Literal["", "live", "scenario"]
"""Who is right where the two contradict each other; nobody by custom."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A contradiction: `kind` is ``cell`` (with its column and the three values), ``gone``, ``taken`` or ``changed``.

    ``gone``: the scenario changes a row that the live model has lost. ``taken``: it adds a row whose key is there by now.
    ``changed``: it takes out a row that was changed meanwhile, in these columns.
    """

    kind: Literal["cell", "gone", "taken", "changed"]
    entity: str
    key: str
    column: str = ""
    base: Any = None
    scenario: Any = None
    live: Any = None


def meet(edit: Edit, live: Row | None, take: Side = "") -> tuple[Edit | None, list[Conflict]]:
    """Move an edit from its base to the live row.

    Parameters
    ----------
    live
        The row as it is now, None where there is none.
    take
        Who wins where the two contradict each other.

    Returns
    -------
    The edit over the live row, None where nothing of it is left; and the conflicts, which with `take` are settled. With conflicts
    and nobody to win, the edit holds the scenario's values.
    """
    if same_rows(edit.entity, edit.after, live):
        return None, []
    if edit.before is None or live is None or edit.after is None:
        return _whole(edit, live, take)
    if live.get("gone") and not edit.before.get("gone") and not edit.after.get("gone"):
        return _settled(edit, live, [Conflict("gone", edit.entity, edit.key)], take)
    return _by_columns(edit, edit.before, edit.after, live, take)


def _whole(edit: Edit, live: Row | None, take: Side) -> tuple[Edit | None, list[Conflict]]:
    """Meet where one of the three rows is not there."""
    found: list[Conflict] = []
    if edit.before is None:
        if live is not None:
            found = [Conflict("taken", edit.entity, edit.key)]
    elif live is None:
        found = [Conflict("gone", edit.entity, edit.key)]  # the scenario's row is there, else the two would be the same
    else:
        found = [
            Conflict("changed", edit.entity, edit.key, name, edit.before.get(name), None, live.get(name))
            for name in changed_columns(edit.entity, edit.before, live)
        ]
    return _settled(edit, live, found, take)


def _settled(edit: Edit, live: Row | None, found: list[Conflict], take: Side) -> tuple[Edit | None, list[Conflict]]:
    """Move a whole row: the live one stands where it wins, else the scenario's."""
    after = edit.after
    if after is not None and live is not None and "source_id" in live:
        after = {**after, "source_id": live["source_id"]}
    return (None if found and take == "live" else replace(edit, before=live, after=after)), found


def _by_columns(edit: Edit, base: Row, mine: Row, live: Row, take: Side) -> tuple[Edit | None, list[Conflict]]:
    """Meet column by column where all three rows are there."""
    wanted = changed_columns(edit.entity, base, mine)
    others = set(changed_columns(edit.entity, base, live))
    after, found = dict(live), []
    for name in wanted:
        if name in others and mine.get(name) != live.get(name):
            found.append(Conflict("cell", edit.entity, edit.key, name, base.get(name), mine.get(name), live.get(name)))
            if take == "live":
                continue
        after[name] = mine.get(name)
    moved = replace(edit, before=live, after=after)
    return (None if same_rows(edit.entity, live, after) else moved), found
