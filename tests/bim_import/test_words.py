"""Every sentence that an import may say stands in the catalogue, in both languages, with what to do next."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.conftest import ROOT
from twin.model.words import catalogue

SOURCES = sorted((ROOT / "bim_import").glob("*.py"))
WORDS = tomllib.loads((ROOT / "twin" / "model" / "words" / "ifc.toml").read_text(encoding="utf-8"))["ifc"]


def used():
    found = set()
    for path in SOURCES:
        found |= set(re.findall(r"\"(ifc\.[a-z_.]+)\"", path.read_text(encoding="utf-8")))
    return found


def test_every_code_in_the_source_has_its_words():
    assert {code for code in used() if code not in catalogue()} == set()


def test_every_entry_of_the_catalogue_is_used():
    severities = {"ifc.report.error", "ifc.report.warning", "ifc.report.info"}
    entries = {f"ifc.{name}" for name, entry in WORDS.items() if "_" in entry}
    entries |= {f"ifc.{name}.{part}" for name in ("dropped", "report") for part in WORDS[name]}
    assert entries - used() - severities == set()


@pytest.mark.parametrize("name", sorted(name for name in WORDS if "_" in WORDS[name]))
def test_an_entry_says_what_is_wrong_and_what_to_do_in_both_languages(name):
    for zh, en in (WORDS[name]["_"], WORDS[name]["remedy"]):
        assert re.search(r"[\u4e00-\u9fff]", zh)
        assert not re.search(r"[\u4e00-\u9fff]", en)
        assert set(re.findall(r"\{(\w+)", zh)) == set(re.findall(r"\{(\w+)", en))
    assert not re.findall(r"\{\w+", "".join(WORDS[name]["remedy"])), "a remedy is said without values"
