"""A child that reads one file starts lean: pandas would take longer to import than a usual file takes to read."""

from __future__ import annotations

import sys

__all__ = ["do_without_pandas"]


class _Absent:
    """An import finder for which pandas and geopandas are not installed."""

    def find_spec(self, name: str, *_: object) -> None:
        """Refuse the two, leave all others to the finders after this one."""
        if name in {"geopandas", "pandas"}:
            raise ModuleNotFoundError(name)


def do_without_pandas() -> None:
    """Let pyogrio and pyarrow, which use pandas where they find it, not find it; does nothing where it is loaded already."""
    if "pandas" not in sys.modules:
        sys.meta_path.insert(0, _Absent())
