import ast
import string
from pathlib import Path

import pytest

from gis.faults import GisError, Note
from twin.model.findings import Finding
from twin.model.words import catalogue

ROOT = Path(__file__).resolve().parents[2]
RAISED = {"GisError", "UsageError", "UnknownKeyError", "DataError", "Note", "Finding"}


def calls():
    """Find every error and note with a fixed code in the two layers: (file, code, names of the values or None if not known)."""
    for path in sorted([*ROOT.glob("gis/*.py"), *ROOT.glob("twin/fleet/*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and "." in str(arg.value)]
                names = {keyword.arg for keyword in node.keywords}
                for code in texts[:1]:
                    known = None not in names and node.func.id not in {"Note", "Finding"}
                    yield path.name, code, frozenset(names) if known else None


FOUND = sorted(set(calls()), key=str)


def test_many_codes_are_found():
    assert len({code for _, code, _ in FOUND}) > 35


@pytest.mark.parametrize(("file", "code", "names"), FOUND, ids=[f"{file}-{code}" for file, code, _ in FOUND])
def test_every_code_has_words_and_a_remedy_that_its_values_fill(file, code, names):
    words = catalogue()
    for entry in (code, f"{code}.remedy"):
        assert entry in words, f"{file} raises {entry}"
        zh, en = ({field for _, field, _, _ in string.Formatter().parse(text) if field} for text in words[entry])
        assert names is None or zh | en <= names, f"{file}: {entry} wants {zh | en}, gets {names}"


def test_an_error_carries_code_and_values_and_reads_for_developers():
    error = GisError("read.no_crs", file="a.csv", layer="a")
    assert (error.code, error.values) == ("read.no_crs", {"file": "a.csv", "layer": "a"})
    assert str(error) == "read.no_crs: file=a.csv, layer=a"


def test_a_note_becomes_a_finding_with_nothing_missing():
    note = Note("warning", "read.repaired", row="3", values={"count": 1, "rows": "3"})
    finding = Finding(note.severity, note.code, row=note.row, values=note.values)
    assert "3" in str(finding.message)
    assert finding.record()["remedy"]
