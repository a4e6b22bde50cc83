"""A printed certificate: the code on paper is the code of its payload, module by module, and rooms run on to further pages."""

import io
import re

import matplotlib.image
import pytest
import segno

from twin.model.errors import UsageError
from twin.space.register.certificates import Print
from viz.certificate import _code, write_certificate
from viz.drawing.pen import Page
from viz.fonts import face

PAYLOAD = "DT1|示机管凭〔2026〕001号|#40|0123456789abcdef01234567"


def said(rooms):
    lines = tuple((f"综合办公楼 {n // 10}层", str(100 + n), "office", 20.0 + n) for n in range(rooms))
    return Print("示机管凭〔2026〕001号", "市财政局", "协1", 800.0, "2026-01-01", "", "", lines, PAYLOAD)


def test_the_code_on_paper_is_that_of_its_payload():
    """Read back from pixels: neither mirrored nor turned, with the four blank modules round it."""
    page = Page(60.0, 60.0, face())
    _code(page, PAYLOAD, 11.0, 11.0)
    picture = io.BytesIO()
    page.finish().savefig(picture, format="png", dpi=254)
    picture.seek(0)
    grey = matplotlib.image.imread(picture)[..., :3].mean(axis=2)
    matrix = segno.make(PAYLOAD, error="m", micro=False).matrix
    size = 38.0 / (len(matrix) + 8)
    read = [
        [
            grey[round(110 + (row + 4.5) * size * 10), round(110 + (column + 4.5) * size * 10)] < 0.5
            for column in range(-4, len(matrix) + 4)
        ]
        for row in range(-4, len(matrix) + 4)
    ]
    blank = [False] * 4
    assert [row[4:-4] for row in read[4:-4]] == [[bool(cell) for cell in row] for row in matrix]
    assert not any(any(row) for row in (*read[:4], *read[-4:]))
    assert all(row[:4] == row[-4:] == blank for row in read)


@pytest.mark.parametrize(("rooms", "pages"), [(0, 1), (10, 1), (14, 1), (15, 2), (52, 3)])
def test_rooms_that_do_not_fit_run_on(rooms, pages, tmp_path):
    write_certificate(tmp_path / "paper.pdf", said(rooms))
    found = re.findall(rb"/Type /Page\b", (tmp_path / "paper.pdf").read_bytes())
    assert len(found) == pages


def test_a_certificate_is_a_pdf_and_the_same_bytes_each_time(tmp_path):
    for name in ("one.pdf", "two.pdf"):
        write_certificate(tmp_path / name, said(3))
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    with pytest.raises(UsageError) as caught:
        write_certificate(tmp_path / "paper.png", said(3))
    assert caught.value.code == "register.bad_print"
