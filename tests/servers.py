"""A PostGIS of the tests' own, made by the program's own `twin db start`, in a folder that the server's account can enter."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import missing
from twin.model.errors import StoreError
from twin.store import local_server
from twin.store.binaries import find_binaries

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = "twin-pg-"
_ROOM = 4 * 2**30
_HASTY = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


@contextmanager
def own_folder(*, durable: bool = False) -> Iterator[Path]:
    """Give a folder for a server, gone again afterwards with the server in it; pytest's own are closed to other accounts."""
    try:
        find_binaries()
    except StoreError as error:
        missing(error.text.en)
    sweep()
    parent = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=None if durable else _quick()))
    parent.chmod(0o755)
    (parent / "owner").write_text(str(os.getpid()), encoding="ascii")
    try:
        yield parent / "db"
    finally:
        local_server.stop(parent / "db", "immediate")
        shutil.rmtree(parent)


def sweep() -> None:
    """Stop and remove servers of test runs that were killed and could not do it themselves."""
    for base in filter(None, {tempfile.gettempdir(), _quick()}):
        for left in Path(base).glob(f"{_PREFIX}*/owner"):
            with suppress(FileNotFoundError):
                if not _alive(int(left.read_text(encoding="ascii"))):
                    local_server.stop(left.parent / "db", "immediate")
                    shutil.rmtree(left.parent)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _quick() -> str | None:
    """Give a folder in memory where there is one with room: hundreds of tables are made and thrown away."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder with a random name is made in it
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > _ROOM else None


@contextmanager
def running_server(*, durable: bool = False) -> Iterator[str]:
    """Give the address of a server; `durable` as in earnest, else without waiting for disks."""
    with own_folder(durable=durable) as folder:
        yield local_server.start(folder, {} if durable else _HASTY).url
