import csv
import hashlib

from tests.conftest import ROOT


def test_the_test_data_at_hand_are_the_listed_bytes(testdata):
    with (ROOT / "tests" / "data" / "sources.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [row for row in rows if (testdata / row["path"]).is_file()]
    assert found
    wrong = [row["path"] for row in found if hashlib.sha256((testdata / row["path"]).read_bytes()).hexdigest() != row["sha256"]]
    assert wrong == []
