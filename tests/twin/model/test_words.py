import ast
import string
from pathlib import Path

import pytest

from twin.model.words import Text, catalogue, say

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("api", "bim_import", "gis", "sample_buildings", "twin", "viz")


def test_every_entry_has_both_languages_and_fits_the_same_values():
    for code, (zh, en) in catalogue().items():
        assert zh, code
        assert en, code
        fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (zh, en)]
        assert fields[1] <= fields[0] | fields[1], code


def test_an_error_or_finding_that_is_raised_somewhere_has_a_remedy():
    """Codes stand as literal first or second arguments of the classes that carry them."""
    carriers = {"Finding", "UsageError", "DataError", "TableError", "StoreError", "ImportRefused", "PlanError", "UnknownKeyError",
                "StoreBusyError", "StoreVersionError", "GisError", "Note"}  # fmt: skip
    missing = []
    for package in PACKAGES:
        for file in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in carriers:
                    continue
                codes = [
                    a.value for a in node.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str) and "." in a.value
                ]
                missing += [
                    f"{file.name}: {wanted}" for code in codes for wanted in (code, f"{code}.remedy") if wanted not in catalogue()
                ]
    assert missing == []


def test_chinese_comes_first():
    assert str(Text("甲", "A")) == "甲 / A"
    assert str(Text("A", "A")) == "A"


def test_an_unknown_code_fails_where_it_is_used():
    with pytest.raises(KeyError):
        say("no.such.code")
