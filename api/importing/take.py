"""One file in: whoever reads its kind takes it; whatever goes wrong becomes a refusal that says why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from api.importing.layers import take_layers, take_roads
from api.importing.models import take_model
from api.importing.outcome import Outcome, refusal
from gis.faults import GisError
from twin.model.errors import StoreError, TwinError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from api.importing.files import Kind
    from bim_import.options import Unit
    from bim_import.revision import Revision
    from gis.crs import Datum
    from twin.store import Store

__all__ = ["Answer", "Wishes", "take"]

Answer = Literal["accept", "decline", "unasked"]
"""What became of the question whether a newer file of a building is taken; ``unasked``: nobody was there to be asked."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user declares of the files: table, column names (theirs → ours), CRS, datum, texts' encoding, unit of a model.

    `grid` names a file of control points that tie the files' local grid to the ground, in place of a CRS; it is opened, so it
    may come from whoever works on this machine only, never from a request.
    Of models also: `classes` are pairs of a name (``*`` stands for anything) and a room class; `elements_only` takes a model
    without rooms; `building` names the building of the store that the file is a newer version of; `part` says that the file is
    one discipline of a building, so that what others brought stays; `take_file` lets the file overwrite what was edited by hand;
    `decide` is asked before a building that is there changes (without it the change is accepted); `agreed` is the `agreement`
    of an earlier report of the same file, and takes it only if the difference is still the one that was shown.
    """

    table: str = ""
    names: dict[str, str] = field(default_factory=dict)
    crs: str = ""
    grid: Path | None = None
    datum: Datum = "wgs84"
    encoding: str = ""
    unit: Unit = ""
    classes: tuple[tuple[str, str], ...] = ()
    elements_only: bool = False
    building: str = ""
    part: bool = False
    take_file: bool = False
    agreed: str = ""
    decide: Callable[[str, Sequence[Revision]], Answer] | None = None


def take(store: Store, path: Path, kind: Kind, wishes: Wishes, who: str) -> Outcome:
    """Import one file in one transaction.

    Raises
    ------
    StoreError
        If the store cannot be written; a file at fault does not raise but is reported as refused.
    """
    try:
        if kind == "ifc":
            return take_model(store, path, wishes, who)
        if kind == "roads":
            return take_roads(store, path, wishes, who)
        if kind == "table":
            return take_layers(store, path, wishes, who)
        raise UsageError("cli.nothing_to_import", path=path)
    except StoreError:
        raise
    except (TwinError, GisError) as error:
        return refusal(str(path), error)
