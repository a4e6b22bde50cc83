"""Kinds of camera that may be proposed, with their prices: a table that whoever buys can replace."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from twin.model.errors import UsageError
from twin.model.words import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["MOUNTS", "Catalogue", "Kind", "read_catalogue", "the_catalogue"]

MOUNTS = ("wall", "ceiling", "facade", "post")
_LENSES = ("fixed", "dome", "ptz", "fisheye", "panoramic")
_BOUNDS = {"hfov_deg": (0.0, 360.0), "vfov_deg": (0.0, 180.0), "width_px": (0.0, 1e5), "range_m": (0.0, 5000.0)}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of camera: angles in degrees, `range_m` metres, `price_yuan` fitted; see catalogue.toml."""

    key: str
    name: Text
    lens: str
    hfov_deg: float
    vfov_deg: float
    width_px: int
    range_m: float
    tilts_deg: tuple[float, ...]
    price_yuan: float
    mounts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Kinds in order of the file; yuan for each metre of cable and for a post."""

    kinds: tuple[Kind, ...]
    cable_yuan_per_m: float
    post_yuan: float

    def only(self, keys: tuple[str, ...]) -> Catalogue:
        """Keep some kinds.

        Raises
        ------
        UsageError
            If one is not in the catalogue.
        """
        known = {kind.key for kind in self.kinds}
        for key in keys:
            if key not in known:
                raise UsageError("placement.no_such_kind", kind=key, known=", ".join(sorted(known)))
        kept = tuple(kind for kind in self.kinds if kind.key in keys or not keys)
        return Catalogue(kept, self.cable_yuan_per_m, self.post_yuan)


def the_catalogue() -> Catalogue:
    """Read the catalogue that comes with the program."""
    return _read(
        tomllib.loads(resources.files(__package__).joinpath("catalogue.toml").read_text(encoding="utf-8")), "catalogue.toml"
    )


def read_catalogue(path: Path) -> Catalogue:
    """Read a catalogue of one's own.

    Raises
    ------
    UsageError
        If there is no such file, or it is not TOML, or a number in it makes no sense: which, is said.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return _read(tomllib.loads(text), path.name)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError("placement.bad_catalogue", file=path.name, what=str(error)) from error


def _read(told: Mapping[str, Any], file: str) -> Catalogue:
    kinds = told.get("kind")
    if not isinstance(kinds, dict) or not kinds:
        raise UsageError("placement.bad_catalogue", file=file, what="[kind.…]")
    return Catalogue(
        tuple(_kind(key, each, file) for key, each in kinds.items()),
        _number(told, "cable_yuan_per_m", file, "cable_yuan_per_m"),
        _number(told, "post_yuan", file, "post_yuan"),
    )


def _kind(key: str, told: Any, file: str) -> Kind:
    def bad(column: str) -> UsageError:
        return UsageError("placement.bad_catalogue", file=file, what=f"kind.{key}.{column} = {told.get(column)!r}")

    if not isinstance(told, dict):
        raise UsageError("placement.bad_catalogue", file=file, what=f"kind.{key}")
    numbers = {}
    for column, (low, high) in _BOUNDS.items():
        numbers[column] = _number(told, column, file, f"kind.{key}.{column}")
        if not low < numbers[column] <= high:
            raise bad(column)
    names, tilts, mounts = told.get("name"), told.get("tilts_deg"), told.get("mounts")
    if not (isinstance(names, list) and len(names) == 2 and all(isinstance(name, str) for name in names)):
        raise bad("name")
    if not (isinstance(tilts, list) and tilts and all(isinstance(tilt, int | float) and -90 <= tilt <= 90 for tilt in tilts)):
        raise bad("tilts_deg")
    if not (isinstance(mounts, list) and mounts and set(mounts) <= set(MOUNTS)):
        raise bad("mounts")
    if told.get("lens") not in _LENSES:
        raise bad("lens")
    price = _number(told, "price_yuan", file, f"kind.{key}.price_yuan")
    if price <= 0.0:
        raise bad("price_yuan")
    return Kind(
        key, Text(names[0], names[1]), str(told["lens"]), numbers["hfov_deg"], numbers["vfov_deg"], int(numbers["width_px"]),
        numbers["range_m"], tuple(map(float, tilts)), price, frozenset(mounts),
    )  # fmt: skip


def _number(told: Mapping[str, Any], column: str, file: str, name: str) -> float:
    value = told.get(column)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value < 0.0:
        raise UsageError("placement.bad_catalogue", file=file, what=f"{name} = {value!r}")
    return float(value)
