"""What a table of the model is made of: columns with a type, a unit, a key, allowed values and a meaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "float", "int", "bool", "date", "datetime"]
Shape = Literal["POINT", "LINESTRING", "MULTIPOLYGON"]

NUMPY_KIND: dict[Kind, str] = {
    "text": "object",
    "float": "float64",
    "int": "Int64",
    "bool": "boolean",
    "date": "object",
    "datetime": "object",
}
"""pandas dtype of each kind: nullable, so that an empty cell is never mistaken for 0 or false."""


@dataclass(frozen=True, slots=True)
class Column:
    """One attribute of a table.

    `low` and `high` are inclusive bounds in `unit`; `refers` names the table whose key the column holds;
    `protected` marks what a public export leaves out.
    """

    name: str
    kind: Kind
    zh: str
    en: str
    unit: str = ""
    required: bool = False
    refers: str = ""
    allowed: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the model; its key is always the text column ``<name>_id``, the first of `columns`."""

    name: str
    zh: str
    en: str
    columns: tuple[Column, ...]
    shape: Shape | None = None
    in_building: bool = False
    """True for what an IFC file brings: such a table has a local twin for buildings not yet on the ground."""
    protected_where: tuple[str, str] | None = None
    """Column and value of the rows that are protected whole."""
    by_name: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the columns by name."""
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})

    @property
    def key(self) -> str:
        """Name of the key column."""
        return f"{self.name}_id"

    @property
    def protected(self) -> tuple[str, ...]:
        """Names of the protected columns; where there are any, the shape is protected too."""
        return tuple(column.name for column in self.columns if column.protected)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all attribute columns in order, without the geometry."""
        return tuple(column.name for column in self.columns)
