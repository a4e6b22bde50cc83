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

if TYPE_CHECKING:
    from collections.abc import Iterator

_HASTY = {"fsync": "off", "full_page_writes": "off"}


@contextmanager
def running_server(*, durable: bool = False) -> Iterator[str]:
    """Give the address of a server that is gone again afterwards; `durable` as in earnest, else without waiting for disks."""
    folder = Path(tempfile.mkdtemp(prefix="twin-pg-"))
    folder.chmod(0o755)
    try:
        yield local_server.start(folder / "db", {} if durable else _HASTY).url
    except StoreError as error:
        if error.code in {"db.no_binaries", "db.no_postgis"}:
            missing(error.text.en)
        raise
    finally:
        if (folder / "db").exists():
            local_server.stop(folder / "db")
        shutil.rmtree(folder)
