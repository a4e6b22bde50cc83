"""A PostGIS of the tests' own, made by the program's own `twin db start`, in a folder that the server's account can enter."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import missing
from twin.model.errors import StoreError
from twin.store import local_server
from twin.store.binaries import find_binaries

if TYPE_CHECKING:
    from collections.abc import Iterator

_HASTY = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


@contextmanager
def own_folder() -> Iterator[Path]:
    """Give a folder for a server, gone again afterwards with the server in it; pytest's own are closed to other accounts."""
    try:
        find_binaries()
    except StoreError as error:
        missing(error.text.en)
    parent = Path(tempfile.mkdtemp(prefix="twin-pg-"))
    parent.chmod(0o755)
    try:
        yield parent / "db"
    finally:
        local_server.stop(parent / "db", "immediate")
        shutil.rmtree(parent)


@contextmanager
def running_server(*, durable: bool = False) -> Iterator[str]:
    """Give the address of a server; `durable` as in earnest, else without waiting for disks."""
    with own_folder() as folder:
        yield local_server.start(folder, {} if durable else _HASTY).url
