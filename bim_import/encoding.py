r"""Text of a STEP file that is not written as the standard wants it, put right before anyone parses it.

ISO 10303-21 allows ASCII with escapes (``\X2\...\X0\`` holds Unicode). Programs of East Asia wrote raw GBK or Shift-JIS bytes
instead, or escaped them byte by byte as ``\X\8A`` or ``\S\c``, which a reader must take for ISO 8859-1: 1階 becomes 1\x8aK.
All such strings of a file are looked at together, one encoding is settled on, and they are rewritten with ``\X2\`` escapes.
Only a string that is clearly UTF-8 is read as that: some programs write the header in another encoding than the data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Repair", "repair"]

STRING = rb"'(?>\\\\|\\S\\.|[^'])*+(?:'|\Z)"
r"""A quoted string. After the shift escape ``\S\`` an apostrophe is a character, not the end; a doubled one reads as two strings.

Possessive, and closed by the end of the file: no input makes it look twice at a byte.
"""

_STRING = re.compile(STRING, re.DOTALL)
_SUSPECT = re.compile(rb"[\x80-\xff]|\\X\\|\\S\\")
_TOKEN = re.compile(rb"\\\\|\\S\\([\x20-\x7e])|\\X\\([0-9A-Fa-f]{2})")
_ESCAPE = re.compile(r"\\\\|\\X2\\[0-9A-Fa-f]*\\X0\\|\\X4\\[0-9A-Fa-f]*\\X0\\|\\P[A-I]\\|\\[NTF]\\|\\X\\[0-9A-Fa-f]{2}|\\S\\.|\\")
_DOUBLED = re.compile(rb"(?<=[\x80-\xff])\\\\")
_SAMPLE, _LONGEST = 4000, 4000
"""Strings looked at to settle on the encoding, and the bytes of the longest one looked at."""
_LEVEL_1 = (0x889F, 0x9872)
"""Shift-JIS codes of the 2,965 kanji of JIS level 1, which make up nearly all written Japanese."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done: bytes to read, encoding found ("" = nothing to do), strings rewritten, one of them before and after."""

    data: bytes
    encoding: str = ""
    strings: int = 0
    before: str = ""
    after: str = ""


def repair(data: bytes, forced: str = "") -> Repair:
    """Rewrite the strings of a STEP file that hold bytes of another encoding.

    Parameters
    ----------
    data
        The whole file.
    forced
        Encoding to take instead of finding it out.

    Returns
    -------
    See `Repair`. Where the odd bytes are what the standard says, ISO 8859-1 escapes, nothing is changed.
    """
    if data.isascii() and b"\\X\\" not in data and b"\\S\\" not in data:
        return Repair(data)
    odd = [found.group() for found in _STRING.finditer(data) if _SUSPECT.search(found.group())]
    raw = [text for text in map(_bytes_of, odd) if not text.isascii()]
    if not raw:
        return Repair(data)
    short = [text for text in raw if len(text) <= _LONGEST] or [raw[0]]
    encoding = forced or guess([text for text in short if not _clearly_utf8(text)][:_SAMPLE] or short[:_SAMPLE])
    only_escapes = all(text.isascii() for text in odd)
    if encoding == "cp1252" and only_escapes and not forced:
        return Repair(data)
    changed: list[tuple[bytes, bytes]] = []

    def rewrite(found: re.Match[bytes]) -> bytes:
        text = found.group()
        if not _SUSPECT.search(text):
            return text
        new = _rewritten(text, "utf-8" if not forced and _clearly_utf8(_bytes_of(text)) else encoding)
        if new != text:
            changed.append((text, new))
        return new

    fixed = _STRING.sub(rewrite, data)
    if not changed:
        return Repair(data)
    before, after = max(changed, key=lambda pair: not _clearly_utf8(_bytes_of(pair[0])))
    return Repair(fixed, encoding, len(changed), before.decode("latin-1"), _readable(after))


def guess(texts: list[bytes]) -> str:
    """Say which encoding a file's odd strings are in.

    UTF-8 is tried first: other text is hardly ever valid UTF-8 by chance. Shift-JIS bytes are mostly valid GBK and Latin-1
    umlauts may be both, so these are told apart by what they would say. Common Chinese is level 1 of GB2312 (first bytes B0
    to D7, where Latin-1 has capitals); common Japanese is kana and level-1 kanji (first bytes 81 to 98, control characters
    in Latin-1).
    """
    if _decodes(texts, "utf-8"):
        return "utf-8"
    if _decodes(texts, "gb18030") and _share_common_chinese(texts) >= 0.6:
        return "gb18030"
    if _decodes(texts, "cp932") and _share_common_japanese(texts) >= 0.8:
        return "cp932"
    return "cp1252"


def _clearly_utf8(text: bytes) -> bool:
    """Tell whether a string is UTF-8 of East Asian text: GBK is valid UTF-8 by chance only as characters below U+0800."""
    try:
        wide = [ord(character) for character in text.decode("utf-8") if ord(character) > 127]
    except UnicodeDecodeError:
        return False
    return bool(wide) and min(wide) >= 0x800


def _decodes(texts: list[bytes], encoding: str) -> bool:
    try:
        for text in texts:
            text.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _share_common_chinese(texts: list[bytes]) -> float:
    """Give the share of punctuation and level-1 characters of GB2312 among those beyond ASCII, were the texts GBK."""
    wide = [character.encode("gb18030") for text in texts for character in text.decode("gb18030") if ord(character) > 127]
    common = sum(0xA1 <= code[0] <= 0xA3 or 0xB0 <= code[0] <= 0xD7 for code in wide if len(code) == 2 and code[1] >= 0xA1)
    return common / len(wide) if wide else 0.0


def _share_common_japanese(texts: list[bytes]) -> float:
    """Give the share of kana, punctuation and level-1 kanji among the characters beyond ASCII, were the texts Shift-JIS."""
    wide = [character.encode("cp932") for text in texts for character in text.decode("cp932") if ord(character) > 127]
    codes = [int.from_bytes(character, "big") for character in wide if len(character) == 2]
    common = sum(0x8140 <= code <= 0x84BE or _LEVEL_1[0] <= code <= _LEVEL_1[1] for code in codes)
    return common / len(wide) if wide else 0.0


def _bytes_of(text: bytes) -> bytes:
    r"""Undo ``\X\hh`` and ``\S\c``; apostrophes and backslashes come out doubled, control characters stay escaped."""

    def byte(found: re.Match[bytes]) -> bytes:
        shifted, hexadecimal = found.groups()
        if shifted is not None:
            return bytes([shifted[0] + 128])
        if hexadecimal is None or int(hexadecimal, 16) < 32:
            return found.group()
        plain = bytes([int(hexadecimal, 16)])
        return plain * 2 if plain in b"'\\" else plain

    return _TOKEN.sub(byte, text)


def _rewritten(text: bytes, encoding: str) -> bytes:
    """Decode one string and write it with standard escapes; what does not decode is taken for Windows text."""
    raw = _bytes_of(text)
    if raw.isascii():
        return text
    # 5C is the second byte of many characters; a program that doubles backslashes doubled those too
    raw = _DOUBLED.sub(b"\\\\", raw)
    try:
        decoded = raw.decode(encoding)
    except UnicodeDecodeError:
        decoded = raw.decode("cp1252", "replace")
    return _escaped(_ESCAPE.sub(lambda found: "\\\\" if found.group() == "\\" else found.group(), decoded))


def _escaped(text: str) -> bytes:
    r"""Write every run of characters beyond ASCII, and control characters, as a ``\X2\`` or ``\X4\`` escape."""

    def escape(found: re.Match[str]) -> str:
        run = found.group()
        if max(map(ord, run)) > 0xFFFF:
            return f"\\X4\\{run.encode('utf-32-be').hex().upper()}\\X0\\"
        return f"\\X2\\{run.encode('utf-16-be').hex().upper()}\\X0\\"

    return re.sub(r"[^\x20-\x7e\r\n\t]+", escape, text).encode("ascii")


def _readable(text: bytes) -> str:
    """Undo our own escapes, for the report."""

    def plain(found: re.Match[str]) -> str:
        wide = "utf-32-be" if found.group(1) == "4" else "utf-16-be"
        return bytes.fromhex(found.group(2)).decode(wide)

    return re.sub(r"\\X([24])\\([0-9A-F]+)\\X0\\", plain, text.decode("ascii"))
