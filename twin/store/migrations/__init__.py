"""The steps from one structure of the store to the next, by the number they lead to; each goes up and down on either engine.

A step names tables and columns as they were when it was written, never through tables.py, which moves on. Watches, spatial
indexes and their triggers are no step's business: they are set up anew after every migration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from twin.store.migrations import step_2, step_3, step_4, step_5, step_6

if TYPE_CHECKING:
    from alembic.operations import Operations

__all__ = ["STEPS", "Step"]


class Step(Protocol):
    """One module of this package."""

    def up(self, op: Operations) -> None:
        """Change the structure before it into its own."""

    def down(self, op: Operations) -> None:
        """Change it back."""


STEPS: dict[int, Step] = {2: step_2, 3: step_3, 4: step_4, 5: step_5, 6: step_6}
