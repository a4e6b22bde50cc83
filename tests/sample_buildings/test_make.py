from __future__ import annotations

import hashlib

import pytest

import sample_buildings
from sample_buildings import make
from tests.conftest import ROOT
from twin.model.errors import UsageError
from twin.model.tables import TABLES

COMMITTED = ROOT / "sample_buildings" / "small"


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_the_committed_sample_is_what_its_seed_makes(tmp_path, small):
    make(tmp_path, "small", 1)
    assert digests(tmp_path) == digests(COMMITTED) == digests(small.folder)


def test_another_seed_gives_other_bytes(tmp_path, small):
    make(tmp_path / "other", "small", 2)
    other = digests(tmp_path / "other")
    assert all(other[name] != digest for name, digest in digests(small.folder).items() if name.endswith(".ifc"))


def test_the_committed_sample_is_small():
    assert sum(path.stat().st_size for path in COMMITTED.iterdir()) < 3_000_000


def test_it_tells_the_files_it_wrote(small):
    assert sorted(small.files) == sorted(small.folder.iterdir())
    tables = {path.stem for path in small.files if path.suffix in {".csv", ".geojson"}}
    assert tables < set(TABLES)
    assert {path.suffix for path in small.files if path.stem in tables and TABLES[path.stem].shape} == {".geojson"}


def test_progress_runs_from_nothing_to_all(tmp_path):
    told = []
    written = make(tmp_path, "small", 3, lambda *step: told.append(step))
    assert [done for _, done, _ in told] == [*range(len(written) - 1), len(written)]
    assert {total for _, _, total in told} == {len(written)}
    assert all("Writing" in what for what, _, _ in told)


def test_an_unknown_scale_is_refused_in_both_languages(tmp_path):
    with pytest.raises(UsageError) as refused:
        make(tmp_path / "none", "vast", 1)
    assert "vast" in refused.value.text.zh
    assert "small, district" in refused.value.remedy.en
    assert not (tmp_path / "none").exists()


def test_the_readme_states_true_counts(small):
    text = (small.folder / "README.md").read_text(encoding="utf-8")
    assert f"| camera | {len(small.table('camera'))} |" in text
    for building in small.buildings:
        rooms = sum(len(floor.rooms) for floor in building.floors)
        assert f"| {building.spec.name} | {building.spec.key}.ifc | {len(building.floors)} | {rooms} |" in text


def test_the_public_face_is_make():
    assert sample_buildings.__all__ == ["make"]
