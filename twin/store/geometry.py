"""One geometry type for both engines: shapely in Python, GeoPackage blobs in SQLite, PostGIS geometry on a server.

The blob of GeoPackage 1.3, clause 2.1.3: magic ``GP``, version 0, flags, srs_id, envelope, then WKB.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import geoalchemy2
import numpy as np
import shapely
from sqlalchemy import LargeBinary
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, UserDefinedType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry
    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql.compiler import SQLCompiler
    from sqlalchemy.types import TypeEngine

__all__ = ["Geom", "RawShape", "blob_bounds", "from_blobs", "to_blobs", "to_ewkb"]

_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
_LITTLE_ENDIAN, _ENVELOPE_XY, _EMPTY = 0x01, 0x02, 0x10


def to_blobs(geometries: Sequence[BaseGeometry | None], srs_id: int) -> list[bytes | None]:
    """Write shapely geometries as GeoPackage blobs in one pass; points without envelope, as GDAL has them; None stays None."""
    held = np.empty(len(geometries), dtype=object)
    held[:] = geometries
    bodies = shapely.to_wkb(held, output_dimension=2, byte_order=1)
    bounds = shapely.bounds(held).reshape(-1, 4)[:, [0, 2, 1, 3]].astype("<f8")
    bare = shapely.get_type_id(held) == shapely.GeometryType.POINT
    heads = {flags: b"GP" + struct.pack("<BBi", 0, _LITTLE_ENDIAN | flags, srs_id) for flags in (0, _EMPTY, _ENVELOPE_XY)}
    blobs: list[bytes | None] = []
    for body, empty, point, box in zip(bodies, shapely.is_empty(held), bare, bounds, strict=True):
        if body is None:
            blobs.append(None)
        elif empty or point:
            blobs.append(heads[_EMPTY if empty else 0] + body)
        else:
            blobs.append(heads[_ENVELOPE_XY] + box.tobytes() + body)
    return blobs


def to_ewkb(geometries: Sequence[BaseGeometry | None], srid: int) -> NDArray[np.object_]:
    """Write shapely geometries in one pass as PostGIS takes them, in two dimensions; None stays None."""
    held = np.empty(len(geometries), dtype=object)
    held[:] = geometries
    return shapely.to_wkb(shapely.set_srid(held, srid), output_dimension=2, byte_order=1, include_srid=True)


def _header_length(blob: bytes) -> int:
    return 8 + _ENVELOPE_BYTES[(blob[3] >> 1) & 7]


def from_blobs(blobs: Sequence[bytes | None]) -> NDArray[np.object_]:
    """Read GeoPackage blobs (or bare WKB) in one pass; None stays None."""
    wkb = [blob if blob is None or not blob.startswith(b"GP") else blob[_header_length(blob) :] for blob in blobs]
    held: NDArray[np.object_] = np.empty(len(wkb), dtype=object)
    held[:] = wkb
    return np.asarray(shapely.from_wkb(held), dtype=object).reshape(len(wkb))


def blob_bounds(blob: bytes | None) -> tuple[float, float, float, float] | None:
    """Give (min x, max x, min y, max y) of a blob, from its envelope where it has one; None if empty or absent."""
    if blob is None or len(blob) < 8 or blob[3] & _EMPTY:
        return None
    if (blob[3] >> 1) & 7:
        order = "<" if blob[3] & _LITTLE_ENDIAN else ">"
        x0, x1, y0, y1 = struct.unpack_from(f"{order}4d", blob, 8)
        return x0, x1, y0, y1
    geometry = shapely.from_wkb(blob[_header_length(blob) :])
    if geometry.is_empty:
        return None
    x0, y0, x1, y1 = geometry.bounds
    return x0, x1, y0, y1


class _Blob(UserDefinedType[bytes]):
    """Column type of a GeoPackage geometry: its declared type is the geometry's name."""

    cache_ok = True

    def __init__(self, shape: str) -> None:
        self.shape = shape

    def get_col_spec(self, **_: Any) -> str:
        return self.shape


class Geom(TypeDecorator[Any]):
    """Shapely on the Python side of either engine.

    Parameters
    ----------
    shape
        ``POINT``, ``LINESTRING`` or ``MULTIPOLYGON``.
    srid
        EPSG code written into blobs and asked of PostGIS; -1 for local metres, which PostGIS calls 0.
    """

    impl = LargeBinary
    cache_ok = True
    spatial_index = False

    def __init__(self, shape: str, srid: int) -> None:
        super().__init__()
        self.shape = shape
        self.srid = srid

    def load_dialect_impl(self, dialect: Dialect | None) -> TypeEngine[Any]:
        """Choose the engine's own type."""
        if dialect is not None and dialect.name == "postgresql":
            return geoalchemy2.Geometry(self.shape, srid=max(self.srid, 0), spatial_index=False)
        return _Blob(self.shape)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Write shapely; bytes pass as they are."""
        if value is None or isinstance(value, bytes):
            return value
        if dialect.name == "postgresql":
            return to_ewkb([value], max(self.srid, 0))[0].hex()
        return to_blobs([value], self.srid)[0]

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Read shapely."""
        if value is None:
            return None
        if dialect.name == "postgresql":
            return shapely.from_wkb(bytes(value.data))
        return from_blobs([value])[0]


class RawShape(FunctionElement[bytes]):
    """A geometry column as bytes for `from_blobs`: one pass over many rows instead of one object each."""

    type = LargeBinary()
    inherit_cache = True


@compiles(RawShape)
def _as_it_lies(element: RawShape, compiler: SQLCompiler, **more: Any) -> str:
    return compiler.process(element.clauses, **more)


@compiles(RawShape, "postgresql")
def _as_wkb(element: RawShape, compiler: SQLCompiler, **more: Any) -> str:
    return f"ST_AsBinary({compiler.process(element.clauses, **more)})"
