"""An estate out of one building: an IFC file repeated beside itself, with instance numbers and GlobalIds of its own in each copy.

Project, units and contexts stay those of the first copy, so that the result is one sound model of many buildings.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["write_estate"]

_SHARED = rb"IFCPROJECT|IFCGEOMETRICREPRESENTATIONCONTEXT|IFCGEOMETRICREPRESENTATIONSUBCONTEXT"
_ROOT = re.compile(rb"(?m)^(#\d+=IFC\w+\(')([0-9A-Za-z_$]{22})(?=',#\d+,)")
_REFERENCE = re.compile(rb"'(?:[^']|'')*'|#(\d+)")
_SITE = re.compile(rb"(?m)^#\d+=IFCSITE\('[^']*',#\d+,(?:'[^']*'|\$),(?:'[^']*'|\$),(?:'[^']*'|\$),#(\d+),")
_APART = 150.0


def write_estate(source: Path, target: Path, copies: int) -> None:
    """Write `copies` of one model into one file, 150 m apart in rows of five.

    Parameters
    ----------
    source
        A plain IFC file with one site, one instance per line.
    """
    head, _, rest = source.read_bytes().partition(b"DATA;")
    body, _, tail = rest.partition(b"ENDSEC;")
    with target.open("wb") as out:
        out.write(head + b"DATA;" + body)
        for part in _copies(body, copies):
            out.write(part)
        out.write(b"ENDSEC;" + tail)


def _copies(body: bytes, copies: int) -> Iterator[bytes]:
    """Give the second copy and all after it."""
    shared = set(re.findall(rb"(?m)^#(\d+)=(?:" + _SHARED + rb")\(", body))
    own = re.sub(rb"(?m)^#(?:" + b"|".join(shared) + rb")=.*\n", b"", body)
    step = 10 ** len(str(max(int(number) for number in re.findall(rb"(?m)^#(\d+)=", body))))
    site = _SITE.search(body)
    if site is None:
        message = "a model with one placed site is needed"
        raise ValueError(message)
    for number in range(1, copies):
        first = number * step

        def renumbered(found: re.Match[bytes], first: int = first) -> bytes:
            old = found.group(1)
            return found.group() if old is None or old in shared else b"#%d" % (int(old) + first)

        def rekeyed(found: re.Match[bytes], number: int = number) -> bytes:
            digest = hashlib.sha256(b"%d " % number + found.group(2)).digest()
            return found.group(1) + b"0" + base64.b64encode(digest, b"_$")[:21]

        copy = _ROOT.sub(rekeyed, _REFERENCE.sub(renumbered, own))
        placement = b"#%d=IFCLOCALPLACEMENT" % (int(site.group(1)) + first)
        spot, axes = first + step - 2, first + step - 1
        copy = re.sub(rb"(?m)^" + placement + rb"\(.*\n", placement + b"($,#%d);\n" % axes, copy)
        x, y = number % 5 * _APART, number // 5 * _APART
        yield copy + b"#%d=IFCCARTESIANPOINT((%.1f,%.1f,0.));\n#%d=IFCAXIS2PLACEMENT3D(#%d,$,$);\n" % (spot, x, y, axes, spot)
