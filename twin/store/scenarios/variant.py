"""The model as a scenario has it: its base in memory, with the scenario's rows put in. Read like `Store`, and only read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from twin.model.snapshot import fit_frame
from twin.store.past import Past, row_frame, row_of
from twin.store.rows import frame_rows
from twin.store.scenarios.records import model_of
from twin.store.sql import LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twin.store.repository import Store
    from twin.store.scenarios.records import Edit, Scenario

__all__ = ["Variant"]


class Variant(Past):
    """A scenario's model; `version` is that of its base."""

    def __init__(self, store: Store, scenario: Scenario, edits: Iterable[Edit]) -> None:
        """Go back to the base and apply the edits."""
        super().__init__(store, str(scenario.base))
        self.scenario = scenario.name
        rows: dict[str, dict[str, dict[str, Any]]] = {}
        for edit in edits:
            model = model_of(edit.entity)
            if edit.entity not in rows:
                fitted = fit_frame(model, self._frames[edit.entity], None)
                rows[edit.entity] = {row[model.key]: row for row in frame_rows(model, fitted)}
            if edit.after is None:
                rows[edit.entity].pop(edit.key, None)
            else:
                rows[edit.entity][edit.key] = row_of(json.dumps(edit.after))
        for entity, held in rows.items():
            crs = None if entity.startswith(LOCAL) else self.crs
            self._frames[entity] = row_frame(model_of(entity), held.values(), crs)
