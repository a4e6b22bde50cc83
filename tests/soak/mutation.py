"""Ways to break an IFC file: of its bytes, and of what it means. Every mutant follows from its seed file and number alone."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BYTES", "MEANING", "Model", "mutate"]

_RECORD = re.compile(rb"#(\d+)\s*=\s*(\w+)\s*\(")
_REFERENCE = re.compile(rb"#(\d+)")
_REAL = re.compile(rb"(?<![\w.#'])-?\d+\.\d*(?:[eE][-+]?\d+)?")
_STRING = re.compile(rb"'((?:[^']|'')*)'")
_FACTORS = (0.0, 0.5, 0.9, 1.02, 1.1, 2.0, -1.0, 10.0, 1000.0, 0.001, 1e-9, 1e30, 1e308)
_ENUM = re.compile(rb"\.[A-Z_]+\.")
_UNITS = (b"IFCSIUNIT", b"IFCCONVERSIONBASEDUNIT", b"IFCMEASUREWITHUNIT", b"IFCUNITASSIGNMENT")
_RAW = ("房间".encode("gbk"), "会議室".encode("cp932"), b"\xff\xfe", "Küche".encode("latin-1"), "档案室".encode(), b"\x00")
_ESCAPES = (rb"\X2\4F", rb"\X2\ZZZZ\X0\\", rb"\X4\0001F600\X0", rb"\S", rb"\X\8", rb"\P", b"\\", rb"\X2\D800\X0" + b"\\")


@dataclass
class Model:
    """A seed file in lines, with an index of its records and of those that the rooms' shapes are made of."""

    data: bytes
    lines: list[bytes] = field(default_factory=list)
    place: dict[bytes, int] = field(default_factory=dict)
    kinds: dict[bytes, list[bytes]] = field(default_factory=dict)
    records: list[int] = field(default_factory=list)
    of_rooms: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Index the records."""
        self.lines = self.data.split(b"\n")
        refers: dict[bytes, list[bytes]] = {}
        for number, line in enumerate(self.lines):
            found = _RECORD.match(line)
            if found is None:
                continue
            step, kind = found.groups()
            self.place[step] = number
            self.records.append(number)
            self.kinds.setdefault(kind.upper(), []).append(step)
            refers[step] = _REFERENCE.findall(line, found.end())
        wanted = list(self.kinds.get(b"IFCSPACE", ()))
        seen: set[bytes] = set()
        spaces = set(wanted)
        while wanted:
            step = wanted.pop()
            if step in seen or step not in self.place:
                continue
            seen.add(step)
            # of a room itself only its shape (the seventh attribute): the rest leads to the whole file
            shape = re.search(rb"(#\d+),[^,]*,\.ELEMENT\.", self.lines[self.place[step]]) if step in spaces else None
            wanted += [shape.group(1)[1:]] if shape else [] if step in spaces else refers[step]
        self.of_rooms = sorted(self.place[step] for step in seen)


def _changed(model: Model, number: int, line: bytes) -> bytes:
    lines = list(model.lines)
    lines[number] = line
    return b"\n".join(lines)


def _record(model: Model, rng: random.Random, pattern: re.Pattern[bytes] | None = None) -> int:
    """Choose a record, every other time one of a room's shape, that holds the pattern."""
    pool = model.of_rooms if model.of_rooms and rng.random() < 0.5 else model.records
    for _ in range(200):
        number = rng.choice(pool)
        if pattern is None or pattern.search(model.lines[number], model.lines[number].find(b"(")):
            return number
    return rng.choice(model.records)


def _swap(line: bytes, pattern: re.Pattern[bytes], rng: random.Random, new: Callable[[bytes], bytes]) -> bytes:
    """Put something else for one of a line's matches after its opening bracket."""
    found = list(pattern.finditer(line, max(0, line.find(b"("))))
    if not found:
        return line
    one = rng.choice(found)
    return line[: one.start()] + new(one.group()) + line[one.end() :]


def _flip(model: Model, rng: random.Random) -> bytes:
    data = bytearray(model.data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def _cut(model: Model, rng: random.Random) -> bytes:
    start = rng.randrange(len(model.data))
    return model.data[:start] + model.data[start + rng.choice((1, 2, 10, 200, 10_000)) :]


def _truncate(model: Model, rng: random.Random) -> bytes:
    return model.data[: rng.randrange(len(model.data))]


def _insert(model: Model, rng: random.Random) -> bytes:
    start = rng.randrange(len(model.data))
    what = rng.choice((rng.randbytes(rng.choice((1, 4, 64))), b"'", b";", b")", b"(" * 5000, b"/*", b"#1=", b"\x00" * 100))
    return model.data[:start] + what + model.data[start:]


def _lines_swapped(model: Model, rng: random.Random) -> bytes:
    lines = list(model.lines)
    one, other = rng.choice(model.records), rng.choice(model.records)
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _line_twice(model: Model, rng: random.Random) -> bytes:
    number = rng.choice(model.records)
    return _changed(model, number, model.lines[number] + b"\n" + model.lines[number])


def _line_gone(model: Model, rng: random.Random) -> bytes:
    number = _record(model, rng)
    return b"\n".join(model.lines[:number] + model.lines[number + 1 :])


def _scale(model: Model, rng: random.Random) -> bytes:
    number = _record(model, rng, _REAL)
    factor = rng.choice(_FACTORS)
    return _changed(model, number, _swap(model.lines[number], _REAL, rng, lambda old: b"%r" % (float(old) * factor)))


def _shift(model: Model, rng: random.Random) -> bytes:
    number = _record(model, rng, _REAL)
    by = rng.choice((0.01, 0.1, 1.0, -1.0, 100.0))
    size = max(1.0, *(abs(float(value)) for value in _REAL.findall(model.lines[number])[:3] or [b"1."]))
    return _changed(model, number, _swap(model.lines[number], _REAL, rng, lambda old: b"%r" % (float(old) + by * size)))


def _repoint(model: Model, rng: random.Random, how: str) -> bytes:
    number = _record(model, rng, _REFERENCE)
    own = _RECORD.match(model.lines[number])

    def other(old: bytes) -> bytes:
        if how == "self" and own:
            return b"#" + own.group(1)
        if how == "nowhere":
            return b"#%d" % rng.randrange(10**7, 10**8)
        there = model.place.get(old[1:])
        found = _RECORD.match(model.lines[there]) if there is not None else None
        alike = model.kinds.get(found.group(2).upper(), []) if found and how == "alike" else []
        return b"#" + rng.choice(alike or list(model.place))

    return _changed(model, number, _swap(model.lines[number], _REFERENCE, rng, other))


def _same_number(model: Model, rng: random.Random) -> bytes:
    number = rng.choice(model.records)
    return _changed(model, number, re.sub(rb"^#\d+", b"#" + rng.choice(list(model.place)), model.lines[number]))


def _same_guid(model: Model, rng: random.Random) -> bytes:
    guid = re.compile(rb"(?<=\(')[0-9A-Za-z_$]{22}(?=',)")
    holders = [number for number in model.records if guid.search(model.lines[number])]
    one, other = rng.choice(holders), rng.choice(holders)
    new = guid.search(model.lines[other]).group() if rng.random() < 0.8 else rng.choice((b"", b"x", b"!" * 22))
    return _changed(model, one, guid.sub(lambda _: new, model.lines[one], count=1))


def _unit(model: Model, rng: random.Random) -> bytes:
    units = [step for kind in _UNITS for step in model.kinds.get(kind, ())]
    number = model.place[rng.choice(units)] if units else rng.choice(model.records)
    line = model.lines[number]
    changes = (
        lambda: line.replace(b",$,.METRE.", b",.MILLI.,.METRE."),
        lambda: line.replace(b".MILLI.", b"$"),
        lambda: line.replace(b".MILLI.", b".CENTI."),
        lambda: line.replace(b".LENGTHUNIT.", b".MASSUNIT."),
        lambda: _swap(line, _REAL, rng, lambda old: b"%r" % (float(old) * rng.choice((0.0, -1.0, 12.0, 1e6)))),
        lambda: _swap(line, _REFERENCE, rng, lambda _: b"#" + rng.choice(list(model.place))),
    )
    return _changed(model, number, rng.choice(changes)())


def _text(model: Model, rng: random.Random) -> bytes:
    number = _record(model, rng, _STRING)
    new = rng.choice((*_RAW, *_ESCAPES, b"=" * 40, b"x" * 100_000, b"<img onerror=alert(1)>", b"=CMD()"))
    return _changed(model, number, _swap(model.lines[number], _STRING, rng, lambda _: b"'" + new + b"'"))


def _class(model: Model, rng: random.Random) -> bytes:
    number = _record(model, rng)
    new = rng.choice((*model.kinds, b"IFCWALL", b"IFCBANANA", b"IFCRELAGGREGATES"))
    return _changed(model, number, re.sub(rb"=\s*\w+", lambda _: b"=" + new, model.lines[number], count=1))


def _argument(model: Model, rng: random.Random) -> bytes:
    """Leave out, repeat, empty or exchange one argument between two commas."""
    number = _record(model, rng)
    head, _, rest = model.lines[number].partition(b"(")
    parts = rest.split(b",")
    place, other = rng.randrange(len(parts)), rng.randrange(len(parts))
    how = rng.randrange(5)
    if how == 0:
        del parts[place]
    elif how == 1:
        parts.insert(place, parts[place])
    elif how == 2:
        parts[place], parts[other] = parts[other], parts[place]
    else:
        tail = parts[place][-2:] if place == len(parts) - 1 else b""
        parts[place] = rng.choice((b"$", b"*", b"()", b"''", b"0", b".U.", b"1.E400", b"IFCLABEL('a')")) + tail
    return _changed(model, number, head + b"(" + b",".join(parts))


def _enum(model: Model, rng: random.Random) -> bytes:
    number = _record(model, rng, _ENUM)
    return _changed(
        model, number, _swap(model.lines[number], _ENUM, rng, lambda _: rng.choice((b".T.", b".NOTHING.", b".ELEMENT.", b"$")))
    )


BYTES: dict[str, Callable[[Model, random.Random], bytes]] = {
    "bits flipped": _flip, "bytes cut out": _cut, "bytes put in": _insert, "file cut short": _truncate,
    "records swapped": _lines_swapped, "record twice": _line_twice, "record gone": _line_gone,
}  # fmt: skip
MEANING: dict[str, Callable[[Model, random.Random], bytes]] = {
    "number scaled": _scale, "number shifted": _shift,
    "reference to its like": partial(_repoint, how="alike"), "reference to anything": partial(_repoint, how="any"),
    "reference to itself": partial(_repoint, how="self"), "reference to nothing": partial(_repoint, how="nowhere"),
    "number used twice": _same_number, "GlobalId used twice": _same_guid, "unit changed": _unit, "text broken": _text,
    "class changed": _class, "argument changed": _argument, "enumeration changed": _enum,
}  # fmt: skip
_WEIGHTS = {"number scaled": 5, "number shifted": 5, "reference to its like": 3, "reference to anything": 2}


def mutate(model: Model, number: int) -> tuple[str, bytes]:
    """Give the name of the change and the bytes of mutant `number` of a seed."""
    rng = random.Random(f"mutant {number}")  # noqa: S311 - repeatable, nothing secret
    ways = BYTES | MEANING
    name = rng.choices(list(ways), [_WEIGHTS.get(way, 1) for way in ways])[0]
    return name, ways[name](model, rng)
