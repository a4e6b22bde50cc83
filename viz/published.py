"""Layers from Python on the page: whoever has a `pydeck.Layer` publishes it beside a store, and the page's layer list offers it.

    from viz import publish
    publish(store, "hydrants", [layer], title=("消火栓", "Hydrants"))

A published file is data, never code: kinds of layer, plain values, and for each accessor the name of one column. Places are
turned from longitude and latitude into the district's metres once, when they are published.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gis.crs import to_crs
from twin.model.errors import UsageError
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydeck import Layer

    from twin.store import Store

__all__ = ["KINDS", "folder_of", "publish", "published"]

KINDS = ("ScatterplotLayer", "PathLayer", "LineLayer", "SolidPolygonLayer", "PolygonLayer", "TextLayer")
"""Kinds of layer that the page can draw."""
_NAME = re.compile(r"[\w-]{1,60}")
_PLACES = {"getPosition", "getSourcePosition", "getTargetPosition", "getPath", "getPolygon"}
_MOST = 20 * 1024 * 1024
_COLUMN = re.compile(r"@@=([A-Za-z_]\w*)")


def folder_of(store: str) -> Path | None:
    """Give the folder in which what was published for a store lies; None for a store that is no file."""
    return None if "://" in store else Path(f"{store}.layers")


def publish(
    store: Store,
    name: str,
    layers: Sequence[Layer],
    *,
    title: tuple[str, str] = ("", ""),
    floor_id: str = "",
    metres: bool = False,
) -> Path:
    """Write layers beside a store; the same name again takes the place of what was there.

    Parameters
    ----------
    store
        A GeoPackage that is placed.
    name
        Letters, digits, ``-`` and ``_``.
    layers
        Of `KINDS`, each accessor a constant or one column (``get_position="place"``).
    title
        What the layer list calls them, Chinese and English.
    floor_id
        The floor on which they are to be seen; empty = outdoors and on every floor.
    metres
        Whether places are in the district's metres already, not in longitude and latitude.

    Raises
    ------
    UsageError
        If the name, a kind of layer or an accessor is none that the page can draw, or the store has no place for it.
    """
    folder = folder_of(store.name)
    if folder is None or store.crs is None:
        raise UsageError("published.no_place", store=Path(store.name).name)
    if not _NAME.fullmatch(name):
        raise UsageError("published.bad_name", name=name)
    made = [_layer(json.loads(layer.to_json()), number, None if metres else store.crs) for number, layer in enumerate(layers)]
    body = {
        "name": name,
        "title": {"zh": title[0] or name, "en": title[1] or title[0] or name},
        "floor_id": floor_id,
        "layers": made,
    }
    folder.mkdir(mode=0o700, exist_ok=True)
    out = folder / f"{name}.json"
    with whole_file(out) as unfinished:
        unfinished.write_text(json.dumps(body, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return out


def published(store: str) -> list[dict[str, Any]]:
    """Read what was published for a store, in order of names; what cannot be read is passed over."""
    folder = folder_of(store)
    if folder is None or not folder.is_dir():
        return []
    found = []
    for file in sorted(folder.glob("*.json")):
        try:
            body = json.loads(file.read_text(encoding="utf-8")) if file.stat().st_size <= _MOST else None
        except (OSError, ValueError):
            continue
        if isinstance(body, dict) and isinstance(body.get("layers"), list):
            found.append({**body, "name": file.stem})
    return found


def _layer(record: dict[str, Any], number: int, crs: Any) -> dict[str, Any]:
    """Turn what pydeck writes into what the page draws."""
    kind = record.pop("@@type", "")
    rows = record.pop("data", None)
    if kind not in KINDS or not isinstance(rows, list):
        raise UsageError("published.bad_kind", kind=kind or "-", kinds=", ".join(KINDS))
    record.pop("id", None)
    columns, values = {}, {}
    for name, value in record.items():
        if isinstance(value, str) and value.startswith("@@="):
            word = _COLUMN.fullmatch(value)
            if word is None:
                raise UsageError("published.bad_accessor", name=name, value=value[:60])
            columns[name] = word.group(1)
        else:
            values[name] = value
    used = sorted(set(columns.values()))
    kept = [{column: row.get(column) for column in used} for row in rows]
    if crs is not None:
        for column in {columns[name] for name in _PLACES & set(columns)}:
            _place(kept, column, crs)
    return {"kind": kind, "number": number, "columns": columns, "values": values, "data": kept}


def _place(rows: Iterable[dict[str, Any]], column: str, crs: Any) -> None:
    """Turn one column's longitudes and latitudes into metres to the millimetre, whatever its nesting; heights stay."""
    flat: list[list[float]] = []
    for row in rows:
        _gather(row[column], flat)
    if not flat:
        return
    moved = to_crs(list(shapely.points(np.array([point[:2] for point in flat]))), "EPSG:4326", crs)
    for point, place in zip(flat, moved, strict=True):
        point[:2] = [round(place.x, 3), round(place.y, 3)]


def _gather(value: Any, flat: list[list[float]]) -> None:
    if isinstance(value, list) and value and isinstance(value[0], int | float):
        flat.append(value)
    elif isinstance(value, list):
        for part in value:
            _gather(part, flat)
