"""One file in: whoever reads its kind takes it; whatever goes wrong becomes a refusal that says why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from api.importing.layers import take_layers, take_roads
from api.importing.models import take_model
from api.importing.outcome import Outcome, refusal
from gis.faults import GisError
from twin.model.errors import StoreError, TwinError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from api.importing.files import Kind
    from bim_import.options import Unit
    from gis.crs import Datum
    from twin.store import Store

__all__ = ["Wishes", "take"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user declares of the files: table, column names (theirs → ours), CRS, datum, texts' encoding, unit of a model."""

    table: str = ""
    names: dict[str, str] = field(default_factory=dict)
    crs: str = ""
    datum: Datum = "wgs84"
    encoding: str = ""
    unit: Unit = ""


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
