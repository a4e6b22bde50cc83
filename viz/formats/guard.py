"""Texts made safe for the programs that open exports.

A spreadsheet takes a cell that begins with = + - @ (or their full-width forms), a tab, a line break or NUL for a formula or
lets it hide one (OWASP, CSV injection; ASVS 5.0, 1.2.10). Such a text gets an apostrophe in front, and so does one that begins
with an apostrophe, so that taking one apostrophe off always gives the text back.
"""

from __future__ import annotations

import re

__all__ = ["clean", "guarded", "unguarded"]

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}",
              "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}", "'")  # fmt: skip
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot carry: controls other than tab and line breaks, lone surrogates, two non-characters."""


def clean(text: object) -> str:
    """Replace what no exchange format carries by U+FFFD, so that one odd sign neither stops nor truncates a file."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", str(text))


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet might run; blanks before the sign do not hide it."""
    return f"'{text}" if text.startswith(_DANGEROUS) or text.lstrip().startswith(_DANGEROUS) else text


def unguarded(text: str) -> str:
    """Take the apostrophe of `guarded` off again."""
    return text.removeprefix("'")
