"""The forms of what goes in and out, as the OpenAPI description gives them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Finding", "Health", "Page", "Problem", "RowAnswer"]

Value = str | float | int | bool | None
Row = dict[str, Any]


class Out(BaseModel):
    """What goes out may grow; a client passes over what it does not know."""

    model_config = ConfigDict(extra="allow")


class In(BaseModel):
    """What comes in may hold nothing that is not known."""

    model_config = ConfigDict(extra="forbid")


class Problem(Out):
    """RFC 9457 problem details."""

    type: str
    title: str
    status: int
    detail: str
    advice: str
    code: str
    id: str


class Finding(Out):
    """One fault of the data."""

    severity: str
    code: str
    message: str
    where: str
    remedy: str


class Health(Out):
    """That the service answers."""

    status: str
    version: str


class Page(Out):
    """Some rows of a table."""

    table: str
    version: int
    total: int
    rows: list[Row]
    next: str | None = Field(description="Where the next page begins: pass it on as cursor")


class RowAnswer(Out):
    """One row."""

    table: str
    key: str
    version: int
    row: Row
    geometry: dict[str, Any] | None = Field(description="GeoJSON in metres of the district's CRS")
    edit: bool = Field(description="Whether you may change it")
