"""The faces that the page draws and adds up say what the solver says, with every camera on and with any of them off."""

from __future__ import annotations

import itertools
import json

import numpy as np
import pyarrow as pa
import pytest

from tests.scenes import tiny_district
from twin.security import problem, solve
from viz.faces import faces


def streamed(**params):
    scene = tiny_district()
    built = problem.build(scene, problem.Params(**params))
    found = solve.solve(built)
    table = pa.ipc.open_stream(faces(scene, built, found, 0)).read_all()
    return found, table, json.loads(table.schema.metadata[b"about"])


def covered(about, off=()):
    """Add up by hand, zone by zone: m² that a camera sees which is not off, and those seen as finely as each level asks."""
    dark = {place for place, camera in enumerate(about["cameras"]) if camera["camera_id"] in off}
    best = np.full(len(about["area"]), -1.0)
    for face, camera, density in np.reshape(about["seen"], (-1, 3)):
        if int(camera) not in dark:
            best[int(face)] = max(best[int(face)], density)
    sums = {zone["zone_id"]: [0.0] * (1 + len(about["ladder"])) for zone in about["zones"]}
    for face, zone in np.reshape(about["zone_of"], (-1, 2)):
        for place, least in enumerate([0.0, *(level["px_per_m"] for level in about["ladder"])]):
            if best[face] >= least:
                sums[about["zones"][zone]["zone_id"]][place] += about["area"][face]
    return sums


@pytest.mark.parametrize("scope", [{"floors": frozenset({"A-F1"})}, {"cells": frozenset({"C1", "C2"})}])
def test_sums_over_faces_are_the_solvers_rows(scope):
    found, _, about = streamed(**scope)
    cameras = [camera["camera_id"] for camera in about["cameras"]]
    for off in itertools.chain([()], [(key,) for key in cameras]):
        rows = (
            {row.key: row for row in streamed(**scope, outages=frozenset(off))[0].rows}
            if off
            else {row.key: row for row in found.rows}
        )
        for key, (seen, *levels) in covered(about, off).items():
            assert seen == pytest.approx(rows[key].covered_m2, abs=1e-4)
            assert levels == pytest.approx(list(rows[key].levels_m2), abs=1e-4)


def test_every_face_view_and_blind_place_is_drawn_about_the_pictures_origin():
    found, table, about = streamed(floors=frozenset({"A-F1"}))
    drawn = {kind: set() for kind in about["kinds"]}
    for kind, thing in zip(table["kind"].to_pylist(), table["thing"].to_pylist(), strict=True):
        drawn[about["kinds"][kind]].add(thing)
    assert drawn["view"] == set(range(len(about["cameras"])))
    assert drawn["blind"] == set(range(len(found.blind)))
    assert sum(about["area"][face] for face in drawn["face"]) == pytest.approx(sum(about["area"]), rel=1e-4)
    assert np.abs(np.concatenate(table["xy"].to_numpy())).max() < 100.0
