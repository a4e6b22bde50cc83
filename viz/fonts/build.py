"""Make the font that the plots ship with: a subset of Noto Sans CJK SC, as TrueType, under a name of its own.

Run once by a developer, never by a user::

    python -m viz.fonts.build /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

Noto Sans CJK has PostScript (CFF) outlines. Embedded in a PDF as they are, readers warn of a mismatch between the font's
type and its file; as quadratic TrueType outlines they embed cleanly, at a third more bytes. The curves stray by at
most `TOLERANCE` thousandths of the type size: at 12 pt less than a thousandth of a millimetre.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable

HERE = Path(__file__).parent
OUT = HERE / "DistrictTwinSansSC-Regular.ttf"
FAMILY = "District Twin Sans SC"
FACE = "Noto Sans CJK SC"
TOLERANCE = 2.0
SIGNS = "〇²³¹㎡㎥㎜㎝㎞㎏←↑→↓↔↕⇄≤≥≈≠±×÷°′″℃‰№·•‧–—―‖…‹›‘’“”„¥€£©®™①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳△▲▽▼○●◎□■◇◆☆★✓✗√∞∑∠⊥∥⌀ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
"""Signs of plans and tables; one that the source font lacks is left out."""


def characters() -> set[str]:
    """Give every character wanted: GB 2312, the 8105 of 通用规范汉字表, Latin, punctuation, full width forms, `SIGNS`."""
    found = set(SIGNS)
    for pair in product(range(0xA1, 0xFF), repeat=2):
        found.update(bytes(pair).decode("gb2312", errors="ignore"))
    for line in (HERE / "characters.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            found.update(line)
    for low, high in ((0x20, 0x7F), (0xA0, 0x100), (0x2010, 0x2028), (0x3000, 0x3030), (0xFF01, 0xFF5F)):
        found.update(chr(code) for code in range(low, high))
    return found - {"\xad"}


def cut(source: Path, wanted: set[str]) -> Any:
    """Take the wanted characters of the Simplified Chinese face, without hints, vertical metrics or layout features."""
    for font in TTCollection(source).fonts:
        if font["name"].getDebugName(1) == FACE:
            options = subset.Options()
            options.layout_features = []
            options.hinting = False
            options.notdef_outline = True
            options.glyph_names = False
            options.name_IDs = ["*"]
            options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=[ord(sign) for sign in wanted])
            subsetter.subset(font)
            return font
    msg = f"{source} holds no face {FACE}"
    raise SystemExit(msg)


def as_truetype(font: Any) -> None:
    """Replace the cubic outlines by quadratic ones, in place."""
    shapes, order = font.getGlyphSet(), font.getGlyphOrder()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(shapes)
        shapes[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        outlines[name] = pen.glyph(dropImpliedOnCurves=True)
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = order
    font["glyf"].glyphs = outlines
    for outline in outlines.values():
        outline.recalcBounds(font["glyf"])
    font["hmtx"].metrics = {name: (font["hmtx"].metrics[name][0], outlines[name].xMin) for name in order}
    largest = font["maxp"]
    largest.tableVersion = 0x00010000
    for name in ("Twilight Points", "Storage", "Function Defs", "Instruction Defs", "Stack Elements", "Size Of Instructions"):
        setattr(largest, f"max{name.replace(' ', '')}", 0)
    largest.maxZones, largest.maxComponentElements = 1, 0
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font: Any) -> None:
    """Give the modified font its own name and keep the copyright, the designers and the licence."""
    names = font["name"]
    version = names.getDebugName(5).split(";")[0]
    story = f"A subset of {FACE}, {version}, outlines turned to TrueType. Modified version under the SIL Open Font License 1.1."
    own = {1: FAMILY, 2: "Regular", 3: f"{FAMILY} 1.0", 4: FAMILY, 5: "Version 1.000", 6: "DistrictTwinSansSC-Regular", 10: story}
    kept = {number: names.getDebugName(number) for number in (0, 9, 13, 14)}
    names.names = []
    for number, text in sorted((own | kept).items()):
        names.setName(text, number, 3, 1, 0x409)


def main() -> None:
    """Build the font from the collection named on the command line."""
    font = cut(Path(sys.argv[1]), characters())
    as_truetype(font)
    rename(font)
    font["OS/2"].achVendID = "    "
    font.recalcTimestamp = False
    font.save(OUT)
    size, glyphs = OUT.stat().st_size, TTFont(OUT)["maxp"].numGlyphs
    sys.stdout.write(f"{OUT.name}: {size:,} bytes, {glyphs:,} glyphs\n")


if __name__ == "__main__":
    main()
