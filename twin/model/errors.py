"""Everything the program may raise on purpose, one tree.

TwinError                 base; carries a text in Chinese and English and what to do next
├── UsageError            asked for something that cannot be (exit code 2)
│   └── UnknownKeyError   no row has this key
├── DataError             the data are at fault (exit code 1)
│   ├── ImportRefused     a file was not taken, with its findings
│   ├── TableError        a frame does not fit its table
│   ├── PlanError         a plan failed its independent check
│   └── ConflictError     two changes contradict each other
└── StoreError            the store cannot serve (exit code 1)
    ├── StoreBusyError    another process writes
    └── StoreVersionError written by another version of the program
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.model.findings import Finding


class TwinError(Exception):
    """Base of all errors raised on purpose; `code` is an entry of the catalogue in twin/model/words/."""

    def __init__(self, code: str, **values: object) -> None:
        """Look the words up now, so that a missing entry fails where it is raised."""
        self.code = code
        self.values = values
        self.text: Text = say(code, **values)
        self.remedy: Text = say(f"{code}.remedy", **values)
        super().__init__(f"{self.text} {self.remedy}")


class UsageError(TwinError):
    """The caller asked for something that cannot be."""


class UnknownKeyError(UsageError):
    """No row has the key that was asked for."""


class DataError(TwinError):
    """The data are at fault."""


class ImportRefused(DataError):
    """A file was not taken; `findings` say why."""

    def __init__(self, code: str, findings: Sequence[Finding] = (), **values: object) -> None:
        """Keep the findings beside the words."""
        super().__init__(code, **values)
        self.findings = tuple(findings)


class TableError(DataError):
    """A frame does not fit its table: a column missing, of another type, or in degrees."""


class PlanError(DataError):
    """A plan or its bound failed the independent check; `faults` lists every difference."""

    def __init__(self, code: str, faults: Sequence[str] = (), **values: object) -> None:
        """Keep the faults beside the words."""
        super().__init__(code, **values)
        self.faults = tuple(faults)


class ConflictError(DataError):
    """Two changes of the same rows contradict each other; `conflicts` lists every one."""

    def __init__(self, code: str, conflicts: Sequence[object] = (), **values: object) -> None:
        """Keep the conflicts beside the words."""
        super().__init__(code, **values)
        self.conflicts = tuple(conflicts)


class StoreError(TwinError):
    """The store cannot serve."""


class StoreBusyError(StoreError):
    """Another process is writing to the store."""


class StoreVersionError(StoreError):
    """The store was written by another version of the program."""
