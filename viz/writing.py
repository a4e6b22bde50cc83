"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from twin.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["whole_file"]


@contextmanager
def whole_file(out: Path) -> Iterator[Path]:
    """Give a path to write to; it becomes `out` when the block ends well, and nothing of it stays when it fails.

    The work is done in a folder of its own beside `out`, so that side files of a writer go with it and the last step is one
    rename on the same disk. An older `out` stays until then.

    Raises
    ------
    UsageError
        If `out` is a folder, or its folder is missing or not writable.
    """
    if out.is_dir() or not out.parent.is_dir():
        raise UsageError("write.no_folder", path=out)
    try:
        work = tempfile.TemporaryDirectory(prefix=f".{out.name[:40]}.", dir=out.parent)
    except OSError as error:
        raise UsageError("write.no_folder", path=out) from error
    with work as folder:
        unfinished = Path(folder) / out.name
        yield unfinished
        os.replace(unfinished, out)  # noqa: PTH105 - the one call that replaces on every system
