from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import METRES, frames
from twin.model.checks.columns import cells
from twin.model.dictionary import markdown
from twin.model.snapshot import Snapshot
from twin.model.tables import IN_BUILDING, TABLES

ROOT = Path(__file__).resolve().parents[3]


def test_every_reference_points_at_an_earlier_table_or_at_itself():
    order = list(TABLES)
    for name, table in TABLES.items():
        for column in table.columns:
            if column.refers:
                assert order.index(column.refers) <= order.index(name), f"{name}.{column.name}"


def test_the_first_column_is_the_key_and_is_required():
    for table in TABLES.values():
        assert table.columns[0].name == table.key
        assert table.columns[0].required


def test_every_column_says_what_it_means_in_both_languages():
    for table in TABLES.values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        for column in table.columns:
            assert column.zh
            assert column.en
            assert column.kind != "float" or column.unit, f"{table.name}.{column.name} has no unit"


def test_what_an_ifc_file_brings_remembers_where_it_came_from():
    for name in IN_BUILDING:
        assert {"source_id", "global_id", "content_hash", "gone"} <= set(TABLES[name].names)


def test_the_data_dictionary_is_the_one_in_the_docs():
    assert (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8") == markdown()


@given(st.data())
def test_rows_made_from_the_schema_pass_the_check_of_cells(data):
    name = data.draw(st.sampled_from(list(TABLES)))
    snapshot = Snapshot({name: data.draw(frames(name))}, METRES)
    assert list(cells(snapshot)) == []
