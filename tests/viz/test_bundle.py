"""The committed page fits its sources, without node: digest, words, palette, licences, and nothing that asks elsewhere."""

from __future__ import annotations

import json
import re

from twin.model.words import catalogue
from viz.bundle import STATIC, WEB, digest, generated, words


def manifest():
    return json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))


def test_the_bundle_is_made_from_the_sources_that_stand_here():
    assert manifest()["sources"] == digest(), "run python -m viz.bundle"


def test_what_is_made_from_python_is_up_to_date():
    for name, text in generated().items():
        assert (WEB / "src" / "generated" / name).read_text(encoding="utf-8") == text


def test_every_word_the_page_says_is_in_the_catalogue():
    sources = "".join(path.read_text(encoding="utf-8") for path in (WEB / "src").rglob("*.ts*"))
    said = set(re.findall(r'"(page\.[a-z_0-9.]*[a-z_0-9])"', sources))
    assert said
    assert said <= set(words())
    begun = set(re.findall(r"`(page\.[a-z_0-9.]*)\$", sources))
    assert all(any(code.startswith(start) for code in words()) for start in begun)


def test_no_word_of_the_page_is_idle():
    sources = "".join(path.read_text(encoding="utf-8") for path in (WEB / "src").rglob("*.ts*"))
    begun = tuple(re.findall(r"`(page\.[a-z_0-9.]*)\$", sources))
    idle = [
        code for code in catalogue() if code.startswith("page.") and f'"{code}"' not in sources and not code.startswith(begun)
    ]
    assert idle == []


def test_the_entry_names_files_that_exist_and_no_other_host():
    html = (STATIC / "index.html").read_text(encoding="utf-8")
    for name in re.findall(r'(?:src|href)="(static/[^"]+)"', html):
        assert (STATIC / name.removeprefix("static/")).is_file()
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)
    assert "<script>" not in html
    assert "<style" not in html


def test_names_carry_hashes_and_no_source_map_is_shipped():
    for path in STATIC.iterdir():
        if path.suffix in {".js", ".css"}:
            assert re.search(r"-[0-9A-Z]{8}\.(js|css)$", path.name)
            assert "sourceMappingURL" not in path.read_text(encoding="utf-8")


def test_every_package_in_the_bundle_has_its_licence():
    text = (STATIC / "LICENSES.txt").read_text(encoding="utf-8")
    for name in ("@deck.gl/core", "@luma.gl/core", "preact", "apache-arrow"):
        assert f"\n{name} " in text
    assert "AGPL" not in text
    assert "GNU GENERAL PUBLIC LICENSE" not in text


def test_the_lock_names_no_registry():
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, item in lock["packages"].items() if "resolved" in item] == []
    assert all("integrity" in item for name, item in lock["packages"].items() if name)
