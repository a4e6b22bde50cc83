"""A local city grid in place of a CRS: the command line's ``--crs points.csv`` names control points, to which it is fitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.importing.control import read_control
from gis.crs import epsg_name
from gis.grids import LocalGrid, fit_grid
from twin.model.errors import UsageError
from twin.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyproj import CRS

    from gis.crs import Helmert

__all__ = ["grid_findings", "grid_of", "residual_findings"]

POOR_M = 0.5
"""Control points of a survey agree to centimetres; beyond half a metre one of them is wrong."""


def grid_of(control: Path, crs: CRS | None) -> LocalGrid:
    """Fit a local grid to the control points of a file; e and n are metres of the store's CRS.

    Raises
    ------
    UsageError
        ``grid.no_crs`` if the points are in metres and the store has no CRS yet.
    """
    points = read_control(control)
    if not points.degrees and crs is None:
        raise UsageError("grid.no_crs", file=control)
    known = "" if points.degrees or crs is None else epsg_name(crs)
    return fit_grid(points.own, points.known, known, points.names)


def grid_findings(grid: LocalGrid, file: str) -> Iterator[Finding]:
    """Say how the grid lies, and how far each point is from where the fit puts it."""
    held = grid.helmert
    words = {
        "crs": epsg_name(grid.crs), "turn": f"{held.rotation_deg:.5f}", "scale": f"{held.scale:.7f}",
        "residual": f"{held.residual:.3f}", "count": len(grid.names),
    }  # fmt: skip
    yield Finding("info", "grid.fitted", file=file, values=words)
    yield from residual_findings(held, grid.names, file)


def residual_findings(helmert: Helmert, names: Iterable[str], file: str) -> Iterator[Finding]:
    """Say the residual of each control point, the large ones aloud."""
    for name, residual in zip(names, helmert.residuals, strict=True):
        poor = residual > POOR_M
        yield Finding("warning" if poor else "info", "grid.residual", "", name, "", file, {"residual": f"{residual:.3f}"})
