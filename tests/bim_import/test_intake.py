"""Bytes first: what is no whole IFC file is refused before anything parses it, and the sentence says what it is."""

from __future__ import annotations

import contextlib
import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bim_import.intake import count_instances, take
from bim_import.options import ImportOptions
from tests.bim_import.models import SMALL, codes
from twin.model.errors import ImportRefused

HEAD = b"""ISO-10303-21;
HEADER;
FILE_DESCRIPTION((''),'2;1');
FILE_NAME('','',(''),(''),'','','');
FILE_SCHEMA(('%s'));
ENDSEC;
"""
TAIL = b"ENDSEC;\nEND-ISO-10303-21;\n"


def step(body: bytes = b"#1=IFCWALL($);\n", schema: bytes = b"IFC4") -> bytes:
    return HEAD % schema + b"DATA;\n" + body + TAIL


def refused(data: bytes, tmp_path, name="a.ifc", **options):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ImportRefused) as caught:
        take(path, tmp_path, ImportOptions(**options))
    assert codes(caught.value.findings) == [caught.value.code]
    assert caught.value.findings[0].severity == "error"
    assert caught.value.findings[0].file == name
    return caught.value


def accepted(data: bytes, tmp_path, name="a.ifc", **options):
    path = tmp_path / name
    path.write_bytes(data)
    return take(path, tmp_path, ImportOptions(**options))


def zipped(members: dict[str, bytes], **more) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_whole_file_is_taken_as_it_is(tmp_path):
    intake = accepted(step(), tmp_path)
    assert intake.path == (tmp_path / "a.ifc").resolve()
    assert (intake.schema, intake.instances, intake.findings) == ("IFC4", 1, ())
    assert intake.sha256 == intake.file_sha256


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.ifc", tmp_path):
        with pytest.raises(ImportRefused) as caught:
            take(path, tmp_path, ImportOptions())
        assert caught.value.code == "ifc.no_file"


def test_an_empty_file_is_refused(tmp_path):
    assert refused(b"", tmp_path).code == "ifc.empty"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!DOCTYPE html><html><body>404</body></html>", "HTML"),
        (b"\xef\xbb\xbf<html>", "HTML"),
        (b"<?xml version='1.0'?><ifcXML/>", "XML / ifcXML"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Revit (.rvt) / OLE"),
        (b"AC1032\x00", "AutoCAD DWG"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS pointer"),
        (b'{"type": "ifcJSON"}', "JSON"),
        (b"\x00" * 100, "?"),
        (b"just words", "?"),
        (b"HEADER;" + TAIL, "?"),
    ],
)
def test_what_is_no_ifc_is_refused_by_its_content_whatever_its_name(data, kind, tmp_path):
    error = refused(data, tmp_path)
    assert error.code == "ifc.not_ifc"
    assert kind in error.text.en


def test_a_file_without_its_closing_line_is_refused_with_its_last_instance(testdata, tmp_path):
    data = (testdata / "ifc" / SMALL).read_bytes()
    for size in (len(data) // 2, len(data) - 30, 600):
        error = refused(data[:size], tmp_path)
        assert error.code == "ifc.cut_short"
        assert str(size) in error.text.en
    assert "#512" in str(refused(data[: len(data) // 2], tmp_path).text)


def test_a_file_over_the_limit_is_refused(tmp_path):
    assert refused(step(b"#1=IFCWALL($);\n" * 100_000), tmp_path, max_mb=1).code == "ifc.too_large"


@pytest.mark.parametrize(
    ("stated", "read_as", "told"),
    [
        ("IFC2X3", "IFC2X3", False),
        ("ifc4", "IFC4", False),
        ("IFC4_ADD2_TC1", "IFC4", False),
        ("IFC2X3_TC1", "IFC2X3", False),
        ("IFC4X3_ADD2", "IFC4X3_ADD2", False),
        ("IFC2X_FINAL", "IFC2X3", True),
        ("IFC2X2_FINAL", "IFC2X3", True),
        ("IFC4X3_RC1", "IFC4X3_ADD2", True),
        ("IFC4X3", "IFC4X3_ADD2", True),
        ("IFC4X1", "IFC4X3_ADD2", True),
    ],
)
def test_an_old_schema_is_read_as_the_next_one_the_reader_knows(stated, read_as, told, tmp_path):
    intake = accepted(step(schema=stated.encode()), tmp_path)
    assert (intake.schema, intake.schema_stated) == (read_as, stated)
    assert ("ifc.schema_repaired" in codes(intake.findings)) is told
    assert f"'{read_as}'".encode() in intake.path.read_bytes()
    assert intake.tolerant is told


@pytest.mark.parametrize("schema", ["CONFIG_CONTROL_DESIGN", "IFC5", "IFC", ""])
def test_an_unknown_schema_is_refused(schema, tmp_path):
    assert refused(step(schema=schema.encode()), tmp_path).code == "ifc.unknown_schema"


def test_a_header_without_schema_is_refused(tmp_path):
    assert refused(step().replace(b"FILE_SCHEMA", b"FILE_SCHEME"), tmp_path).code == "ifc.no_schema"


def test_comments_before_the_first_line_do_no_harm(tmp_path):
    assert accepted(b"/* written by hand */\n" + step(), tmp_path).instances == 1


def test_a_zipped_and_a_gzipped_file_are_the_same_model(tmp_path):
    plain = accepted(step(), tmp_path)
    for name, data in (("b.ifczip", zipped({"x/b.ifc": step()})), ("c.ifc", gzip.compress(step()))):
        packed = accepted(data, tmp_path, name)
        assert packed.sha256 == plain.sha256 != packed.file_sha256
        assert codes(packed.findings) == ["ifc.unpacked"]
        assert packed.path.read_bytes() == step()


def test_a_zip_bomb_is_stopped_at_its_ratio(tmp_path):
    bomb = zipped({"a.ifc": HEAD % b"IFC4" + b" " * (30 * 2**20) + TAIL})
    assert len(bomb) < 50_000
    assert refused(bomb, tmp_path).code == "ifc.archive_bomb"
    assert refused(gzip.compress(b" " * (30 * 2**20)), tmp_path).code == "ifc.archive_bomb"
    assert not (tmp_path / "unpacked.ifc").exists()


def test_a_zip_that_unpacks_beyond_the_limit_is_stopped(tmp_path):
    body = b"".join(b"#%d=IFCWALL('%x');\n" % (n, n * 2654435761) for n in range(60_000))
    assert refused(zipped({"a.ifc": step(body)}), tmp_path, max_mb=1).code == "ifc.too_large"


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({}, "ifc.archive_models"),
        ({"readme.txt": b"x"}, "ifc.archive_models"),
        ({"a.ifc": b"x", "b.ifc": b"y"}, "ifc.archive_models"),
        ({f"{n}.txt": b"" for n in range(1001)}, "ifc.archive_many"),
        ({"a.ifc": b"<html>"}, "ifc.not_ifc"),
        ({"a.ifc": step()[:150]}, "ifc.cut_short"),
    ],
)
def test_an_archive_must_hold_one_whole_model(members, code, tmp_path):
    data = zipped(members)
    if not members:
        data = b"PK\x03\x04" + data
    error = refused(data, tmp_path)
    assert error.code in {code, "ifc.archive_broken"} if not members else error.code == code


def test_a_member_that_climbs_out_of_the_folder_stays_inside(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    intake = accepted(zipped({"../../evil.ifc": step()}), inner)
    assert intake.path.parent == inner.resolve()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["inner"]


def test_the_fork_of_a_mac_beside_the_model_is_no_second_model(tmp_path):
    assert accepted(zipped({"a.ifc": step(), "__MACOSX/._a.ifc": b"junk"}), tmp_path).instances == 1


def test_a_locked_archive_is_refused(tmp_path):
    data = bytearray(zipped({"a.ifc": step()}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert refused(bytes(data), tmp_path).code == "ifc.archive_locked"


@given(place=st.integers(4, 10_000), change=st.integers(1, 255))
def test_a_damaged_archive_is_refused_or_gives_the_same_model(place, change, tmp_path_factory):
    whole = bytearray(zipped({"a.ifc": step(b"#1=IFCWALL('some words to pack');\n" * 20)}))
    whole[4 + place % (len(whole) - 4)] ^= change
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "a.ifczip").write_bytes(whole)
    with contextlib.suppress(ImportRefused):
        assert take(folder / "a.ifczip", folder, ImportOptions()).instances == 20


TEXT = st.text(st.sampled_from("ab#1=;'/* \\S房"), max_size=12).map(lambda text: text.replace("'", "''").replace("\\", "\\\\"))


@given(st.lists(st.one_of(TEXT.map(lambda t: ("instance", t)), st.just(("comment", "#7= x; 'it''s"))), max_size=12))
def test_instances_are_counted_outside_strings_and_comments(parts):
    body, expected = [], 0
    for kind, text in parts:
        if kind == "comment":
            body.append(f"/* {text.replace(chr(39), '')} */")
        else:
            expected += 1
            body.append(f"#{expected} = IFCLABEL('{text}') ;")
    assert count_instances("\n".join(body).encode()) == expected


def test_counting_a_hostile_file_takes_one_look_at_each_byte():
    """Unclosed strings and comments are where a careless pattern goes back and forth for hours."""
    size = 200_000
    assert count_instances(b"'" + b"\\\\" * size) == 0
    assert count_instances(b"/*" * size) == 0
    assert count_instances(b"'" * (size + 1)) == 0


@pytest.mark.parametrize("name", ["", "GBK", "utf8", "Shift_JIS", "cp936", "latin-1"])
def test_an_encoding_goes_by_any_of_its_names(name):
    assert ImportOptions(encoding=name).encoding == name


@pytest.mark.parametrize(
    "options", [{"unit": "parsec"}, {"encoding": "ebcdic"}, {"encoding": "rot13"}, {"eye_height": 0.0}, {"max_mb": 0.0}]
)
def test_options_that_no_reader_can_obey_are_refused(options):
    with pytest.raises(ValueError, match=r"unit|encoding|eye_height"):
        ImportOptions(**options)
