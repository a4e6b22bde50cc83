"""A child that reads one file starts lean: pandas alone takes longer to import than a usual file takes to read."""

from __future__ import annotations

import sys

__all__ = ["do_without_pandas"]


_SPARED = {"geopandas", "pandas", "pyproj"}


class _Absent:
    """An import finder for which the spared packages are not installed."""

    def find_spec(self, name: str, *_: object) -> None:
        """Refuse those, leave all others to the finders after this one."""
        if name in _SPARED:
            raise ModuleNotFoundError(name)


def do_without_pandas() -> None:
    """Let pyogrio and pyarrow, which use these where they find them, not find them; does nothing where it is loaded already."""
    if "pandas" not in sys.modules:
        sys.meta_path.insert(0, _Absent())
