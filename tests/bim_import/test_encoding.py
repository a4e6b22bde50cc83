"""Names written in GBK or Shift-JIS come out as they were meant, and what the standard allows is left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bim_import.encoding import guess, repair

LEVEL_1 = [
    bytes([lead, trail]).decode("gb2312") for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFA if lead == 0xD7 else 0xFF)
]
CHINESE = st.text(st.sampled_from(LEVEL_1), min_size=2, max_size=8)
NAMES = ["局长办公室", "会议室101", "消防控制室", "卫生间(男)", "楼梯间", "档案室", "一层 平面"]


def line(raw: bytes) -> bytes:
    return b"#1=IFCSPACE('0000000000000000000000',$,'" + raw + b"',$);"


def plain(data: bytes) -> str:
    """Read a line as a STEP parser does: undo X2 escapes and doubled backslashes, nothing else."""
    text = data.decode("ascii")
    text = re.sub(r"\\X2\\([0-9A-F]+)\\X0\\", lambda found: bytes.fromhex(found.group(1)).decode("utf-16-be"), text)
    text = re.sub(r"\\X4\\([0-9A-F]+)\\X0\\", lambda found: bytes.fromhex(found.group(1)).decode("utf-32-be"), text)
    return text.replace("\\\\", "\\")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
@pytest.mark.parametrize("name", NAMES)
def test_raw_chinese_names_come_out_right(name, encoding):
    fixed = repair(line(name.encode(encoding)))
    assert fixed.encoding == encoding
    assert f"'{name}'" in plain(fixed.data)
    assert fixed.data.isascii()


@pytest.mark.parametrize("name", ["1階 - Story", "屋根", "会議室", "コンクリート-構造2", "事務所 トイレ"])
def test_raw_japanese_names_come_out_right(name):
    fixed = repair(line(name.encode("cp932")))
    assert fixed.encoding == "cp932"
    assert f"'{name}'" in plain(fixed.data)


@pytest.mark.parametrize("name", NAMES)
def test_bytes_escaped_one_by_one_are_the_same_text(name):
    escaped = b"".join(b"\\X\\%02X" % byte if byte > 127 else bytes([byte]) for byte in name.encode("gb18030"))
    assert f"'{name}'" in plain(repair(line(escaped)).data)


def test_the_shift_escape_may_be_followed_by_an_apostrophe():
    r"""科 is E7 A7 91 in UTF-8, and A7 is written ``\S\'``: that apostrophe is a character, the string goes on."""
    assert "'科'" in plain(repair(line(b"\\X\\E7\\S\\'\\X\\91")).data)


@given(st.lists(CHINESE, min_size=1, max_size=10))
def test_any_common_chinese_in_gbk_is_found_out(names):
    data = b"\n".join(line(name.encode("gb18030")) for name in names)
    fixed = repair(data)
    if fixed.encoding == "gb18030":
        assert all(f"'{name}'" in plain(fixed.data) for name in names)
    else:
        # a few characters may by chance spell valid UTF-8; never all of a real model
        assert sum(map(len, names)) <= 8


@pytest.mark.parametrize(
    "escaped",
    [b"K\\X\\FCche", b"Gr\\S\\v\\S\\_e", b"\\X2\\529E516C\\X0\\", b"S:\\\\[IFC]\\\\S\\\\x", b"it''s", b"a\\X\\0Ab", b""],
)
def test_what_the_standard_allows_is_left_as_it_is(escaped):
    data = line(escaped)
    assert repair(data).data is data


@pytest.mark.parametrize("name", ["Küche", "Größe", "Flur Süd", "Façade", "Straße"])
def test_raw_western_names_are_taken_as_windows_text(name):
    fixed = repair(line(name.encode("cp1252")))
    assert fixed.encoding == "cp1252"
    assert f"'{name}'" in plain(fixed.data)


def test_an_escaped_apostrophe_does_not_end_its_string():
    fixed = repair(line(b"it\\X\\27s \\X\\5C") + line("会议室".encode("gb18030")) + line(b"a\\X\\0Ab"))
    assert fixed.data.startswith(line(b"it\\X\\27s \\X\\5C"))
    both = repair(line(b"it\\X\\27s " + "会议室".encode("gb18030")))
    assert "'it''s 会议室'" in plain(both.data)


def test_the_user_may_say_which_encoding_it_is():
    raw = "ｴﾝﾄﾗﾝｽ".encode("cp932")
    assert "'ｴﾝﾄﾗﾝｽ'" in plain(repair(line(raw), "cp932").data)


def test_a_header_in_utf8_and_data_in_shift_jis_are_told_apart():
    data = line("分科会 サンプル".encode()) + line("屋根".encode("cp932")) + line("1階".encode("cp932"))
    text = plain(repair(data).data)
    assert all(f"'{name}'" in text for name in ("分科会 サンプル", "屋根", "1階"))


def test_characters_beyond_the_first_plane_and_backslashes_survive():
    assert "'𠮷野\\a'" in plain(repair(line("𠮷野\\\\a".encode())).data)


@given(st.binary(max_size=60).map(lambda raw: raw.replace(b"'", b"").replace(b"\\", b"")))
def test_any_bytes_become_ascii_and_nothing_outside_the_string_changes(raw):
    fixed = repair(line(raw)).data
    before, after = line(raw).split(b"'"), fixed.split(b"'")
    assert fixed.isascii()
    assert [before[0], before[1], before[2], before[4]] == [after[0], after[1], after[2], after[4]]


@given(st.lists(st.binary(min_size=1, max_size=20), min_size=1, max_size=5))
def test_a_guess_is_always_one_of_the_four(texts):
    assert guess(texts) in {"utf-8", "gb18030", "cp932", "cp1252"}
