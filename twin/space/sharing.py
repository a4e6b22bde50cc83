"""Whose a room is, where several departments hold it: by people, evenly where nobody is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.problem import Problem

__all__ = ["shares"]


def shares(problem: Problem) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]:
    """Give s_rd of every pair of a room and a department that holds it.

    Returns
    -------
    Row numbers of rooms and of departments, and the share, each of shape (pairs,); the shares of a room add up to 1.
    """
    count = max(len(problem.departments), 1)
    pairs, pair = np.unique(problem.use_room * count + problem.use_department, return_inverse=True)
    rooms, departments = pairs // count, pairs % count
    heads = np.bincount(pair, problem.use_heads, minlength=len(pairs))
    people = np.bincount(rooms, heads, minlength=len(problem.rooms))[rooms]
    holders = np.bincount(rooms, minlength=len(problem.rooms))[rooms]
    share = np.where(people > 0, heads / np.maximum(people, 1), 1 / np.maximum(holders, 1))
    return rooms, departments, share
