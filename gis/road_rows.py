"""What a reader of road files hands over: pieces of road and banned turns, as the tables `road` and `turn_ban` hold them.

Runs in the child process only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import shapely

from gis.faults import GisError
from gis.handover import send
from gis.lean import do_without_pandas

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BAN_COLUMNS", "ROAD_COLUMNS", "Piece", "hand_over"]

ROAD_COLUMNS: dict[str, pa.DataType] = {
    "road_id": pa.string(),
    "name": pa.string(),
    "from_node": pa.string(),
    "to_node": pa.string(),
    "road_class": pa.string(),
    "oneway": pa.bool_(),
    "speed_kmh": pa.float64(),
    "lanes": pa.float64(),
    "height_limit": pa.float64(),
    "weight_limit_t": pa.float64(),
    "access": pa.string(),
}
BAN_COLUMNS: dict[str, pa.DataType] = dict.fromkeys(("turn_ban_id", "from_road_id", "via_node", "to_road_id"), pa.string())


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of road: its key, the way it was cut from, its nodes, other columns, and its line as the file has it."""

    key: str
    way: str
    from_node: str
    to_node: str
    oneway: bool
    facts: dict[str, Any]
    line: list[tuple[float, float]]

    def arrives(self, node: str) -> bool:
        """Tell whether one can come to a node on it."""
        return self.to_node == node or (self.from_node == node and not self.oneway)

    def leaves(self, node: str) -> bool:
        """Tell whether one can go from a node on it."""
        return self.from_node == node or (self.to_node == node and not self.oneway)

    def row(self) -> dict[str, Any]:
        """Give its row in the table `road`."""
        ends = {"road_id": self.key, "from_node": self.from_node, "to_node": self.to_node, "oneway": self.oneway}
        return ends | self.facts


def hand_over(
    pieces: list[Piece], bans: list[dict[str, str]], notes: list[dict[str, Any]], arguments: dict[str, Any], workdir: Path
) -> dict[str, Any]:
    """Write ``roads.arrow`` and ``bans.arrow``.

    Returns
    -------
    ``notes`` as they were given; `crs` is the caller's to add.

    Raises
    ------
    GisError
        ``roads.no_roads``; ``read.too_many_rows``.
    """
    do_without_pandas()
    if not pieces:
        raise GisError("roads.no_roads", file=arguments["file"])
    if len(pieces) + len(bans) > arguments["rows"]:
        raise GisError("read.too_many_rows", file=arguments["file"], limit=arguments["rows"])
    lines = [shapely.LineString(piece.line) for piece in pieces]
    table = pa.Table.from_pylist([piece.row() for piece in pieces], schema=pa.schema(ROAD_COLUMNS))
    send(table.append_column("geometry", pa.array(shapely.to_wkb(lines), type=pa.large_binary())), workdir / "roads.arrow")
    send(pa.Table.from_pylist(bans, schema=pa.schema(BAN_COLUMNS)), workdir / "bans.arrow")
    return {"notes": notes}
