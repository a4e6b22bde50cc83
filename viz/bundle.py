"""Builds the page into ``viz/static``: ``python -m viz.bundle`` (needs node and the packages of ``viz/web/package-lock.json``).

Nobody who runs the program needs this: the built files are part of it. ``manifest.json`` holds the digest of everything the
bundle is made from, so that a test without node can tell whether it fits its sources.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from twin.model.words import catalogue
from viz import palette

__all__ = ["STATIC", "WEB", "build", "digest", "generated", "words"]

_HOME = Path(str(files("viz")))
STATIC = _HOME / "static"
"""Folder of the built page; `index.html` is its entry."""
WEB = _HOME / "web"
_PARTS = (
    "page.", "viz.value.", "viz.kind.", "viz.many.", "viz.layer.", "viz.column.", "viz.ui.entrance", "security.level.",
    "security.reason.", "security.duty.", "plan.term.",
)  # fmt: skip
_OTHERS = ("package.json", "package-lock.json", "tsconfig.json", "build.mjs")


def words() -> dict[str, list[str]]:
    """Give the part of the catalogue that the page carries."""
    return {code: list(pair) for code, pair in sorted(catalogue().items()) if code.startswith(_PARTS)}


def generated() -> dict[str, str]:
    """Give the files that are made from Python: the words and the palette, by name."""
    tables = {"words.json": words(), "palette.json": palette.record()}
    return {name: json.dumps(table, ensure_ascii=False, indent=0) + "\n" for name, table in tables.items()}


def digest() -> str:
    """Name everything the bundle is made from, the same on every machine."""
    sources = [path for path in (WEB / "src").rglob("*") if path.is_file() and path.parent.name != "generated"]
    total = hashlib.sha256()
    for path in sorted([*sources, *(WEB / name for name in _OTHERS)], key=lambda item: item.relative_to(WEB).as_posix()):
        total.update(path.relative_to(WEB).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for name, text in generated().items():
        total.update(name.encode() + b"\0" + text.encode() + b"\0")
    return total.hexdigest()


def build() -> dict[str, object]:
    """Check the types, bundle, and put the result in place of the last one; gives the manifest.

    Raises
    ------
    subprocess.CalledProcessError
        If node's programs refuse the sources.
    """
    for name, text in generated().items():
        (WEB / "src" / "generated" / name).write_text(text, encoding="utf-8")
    if not (WEB / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=WEB, check=True)  # noqa: S607 - found by name, as any build does
    subprocess.run(["node", "node_modules/typescript/bin/tsc", "--noEmit"], cwd=WEB, check=True)  # noqa: S607 - as above
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["node", "build.mjs", work], cwd=WEB, check=True)  # noqa: S603, S607 - as above
        made = Path(work)
        graph = json.loads((made / "graph.json").read_text(encoding="utf-8"))
        (made / "graph.json").unlink()
        manifest = {"sources": digest(), **graph}
        STATIC.mkdir(exist_ok=True)
        for path in STATIC.iterdir():
            if path.is_file() and path.name != "__init__.py":
                path.unlink()
        for path in sorted(made.iterdir()):
            shutil.copy(path, STATIC / path.name)
    (STATIC / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return manifest


def _main() -> None:
    sizes = {path.name: path.stat().st_size for path in STATIC.iterdir() if path.is_file()} if build() else {}
    sys.stdout.writelines(f"{size:>9,}  {name}\n" for name, size in sorted(sizes.items()))


if __name__ == "__main__":
    _main()
