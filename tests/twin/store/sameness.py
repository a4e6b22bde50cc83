"""Comparing what stores hold, and filling them."""

from functools import cache

import pandas as pd
import shapely

from tests.scenes import tiny_district
from twin.model.tables import TABLES


@cache
def scene():
    """Give the one scene of these tests; nobody changes it."""
    return tiny_district()


def fill(store, snapshot, reason="fill"):
    with store.change("tester", reason) as work:
        for name in TABLES:
            work.put(name, snapshot.frame(name))
    return work


def same_frames(mine, theirs):
    pd.testing.assert_frame_equal(mine.drop(columns="geometry"), theirs.drop(columns="geometry"))
    assert mine.crs == theirs.crs
    for left, right in zip(mine.geometry, theirs.geometry, strict=True):
        assert (left is None and right is None) or shapely.equals_identical(left, right)


def same(one, other, tables=tuple(TABLES)):
    for name in tables:
        same_frames(one.frame(name), other.frame(name))
