"""Choices against trying everything; certificates against hostile ones."""

import dataclasses

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.twin.security.placement.choices import best_cover, best_gain, instance_of, instances
from twin.security.placement.bounds_check import bound_of, covered_by, gain_of
from twin.security.placement.certificate import Certificate, Cut
from twin.security.placement.choosing import Effort, choose_cover, choose_gain

QUICK = Effort(parts=4, exchanges=200, rounds=60, slopes=80, cut_rounds=1, exact_items=0)


@given(instances())
@settings(max_examples=20)
def test_a_cover_is_as_cheap_as_the_cheapest_there_is_and_its_bound_is_below_it(instance):
    best = best_cover(instance)
    choice = choose_cover(instance, QUICK, unit=1.0)
    assert covered_by(instance, choice.order) == set(instance.items.tolist())
    assert choice.value == pytest.approx(best)
    proven = bound_of(instance, choice.certificate)
    assert choice.certificate.bound <= proven + 1e-9
    assert proven <= best + 1e-9


@given(instances(), st.integers(1, 5), st.booleans())
@settings(max_examples=20)
def test_the_most_gain_is_found_and_its_bound_is_above_it(instance, limit, by_cost):
    weighed = instance.cost if by_cost else np.ones(instance.candidates)
    best = best_gain(instance, weighed, limit)
    choice = choose_gain(instance, float(limit), QUICK, weighed=weighed)
    assert weighed[choice.order].sum() <= limit + 1e-9
    assert choice.value == pytest.approx(gain_of(instance, choice.order))
    assert choice.value == pytest.approx(best)
    proven = bound_of(instance, choice.certificate, weighed, float(limit))
    assert choice.certificate.bound == pytest.approx(proven)
    assert proven >= best - 1e-7


@given(instances(), st.lists(st.floats(0.0, 10.0), min_size=12, max_size=12), st.floats(0.0, 20.0), st.integers(1, 4))
@settings(max_examples=20)
def test_whatever_multipliers_are_given_no_choice_is_better_than_what_they_prove(instance, multipliers, price, limit):
    u = np.array(multipliers[: instance.samples])
    cover = choose_cover(instance, QUICK, unit=1.0).certificate
    assert bound_of(instance, dataclasses.replace(cover, multipliers=u)) <= best_cover(instance) + 1e-6
    gain = choose_gain(instance, float(limit), QUICK).certificate
    told = bound_of(instance, dataclasses.replace(gain, multipliers=u, price=price), None, float(limit))
    assert told >= best_gain(instance, np.ones(instance.candidates), limit) - 1e-6


def test_a_certificate_with_a_negative_multiplier_or_none_for_a_sample_proves_nothing():
    instance = instance_of([{0, 1}, {1, 2}], [1, 1], [1, 1, 1])
    good = choose_cover(instance, QUICK, unit=1.0).certificate
    assert bound_of(instance, good) == 2.0
    for wrong in (-good.multipliers, good.multipliers[:1], np.full(3, np.nan)):
        assert np.isnan(bound_of(instance, dataclasses.replace(good, multipliers=wrong)))


def test_a_unit_that_the_costs_are_no_whole_numbers_of_is_not_rounded_by():
    instance = instance_of([{0}, {0, 1}, {1, 2}, {0, 2}], [1.5, 1.5, 1.5, 1.5], [1, 1, 1])
    choice = choose_cover(instance, QUICK)
    assert choice.value == 3.0
    without = Certificate("cover", np.full(3, 0.75), 0.0, 1.0, 0.0)
    assert bound_of(instance, without) == pytest.approx(2.25, abs=1e-4)


def test_three_corners_of_which_nobody_sees_all_need_two_cameras_and_a_cut_proves_it():
    instance = instance_of([{0, 1}, {1, 2}, {0, 2}], [1, 1, 1], [1, 1, 1])
    certificate = choose_cover(instance, QUICK, unit=0.0).certificate
    assert len(certificate.cuts) > 0
    assert bound_of(instance, certificate) == pytest.approx(2.0, abs=1e-6)
    cut = certificate.cuts[0]
    hostile = (
        dataclasses.replace(cut, multiplier=-1.0), dataclasses.replace(cut, multiplier=np.inf), dataclasses.replace(cut, whole=0),
        dataclasses.replace(cut, parts=-cut.parts), dataclasses.replace(cut, parts=cut.parts * 0.5),
        dataclasses.replace(cut, samples=np.zeros(3, dtype=np.int64)), dataclasses.replace(cut, samples=cut.samples + 2),
    )  # fmt: skip
    for wrong in hostile:
        assert np.isnan(bound_of(instance, dataclasses.replace(certificate, cuts=(wrong,))))


@given(instances(), st.data())
@settings(max_examples=20)
def test_no_cover_is_cheaper_than_what_any_cuts_prove(instance, data):
    seen = np.flatnonzero(instance.reachable())
    assume(len(seen) > 0)
    cuts = []
    for _ in range(3):
        samples = data.draw(st.lists(st.sampled_from(seen.tolist()), min_size=1, unique=True))
        parts = data.draw(st.lists(st.integers(1, 9), min_size=len(samples), max_size=len(samples)))
        multiplier = data.draw(st.floats(0.0, 3.0))
        cuts.append(Cut(np.array(samples), np.array(parts), data.draw(st.integers(1, 12)), multiplier))
    told = bound_of(instance, Certificate("cover", np.zeros(instance.samples), 0.0, 1.0, 0.0, tuple(cuts)))
    assert told <= best_cover(instance) + 1e-6


def test_the_same_question_has_the_same_answer_and_a_search_can_be_stopped():
    rng = np.random.default_rng(4)
    lists = [set(rng.choice(60, 5, replace=False).tolist()) for _ in range(60)]
    instance = instance_of(lists, [1] * 60, [1] * 60)
    one, two = (choose_cover(instance, QUICK, unit=1.0) for _ in range(2))
    assert one.order.tolist() == two.order.tolist()
    told = []

    def stop(progress):
        told.append(progress)
        return len(told) == 2

    ended = choose_cover(instance, Effort(parts=50, exchanges=20, slopes=20, lp_items=0, exact_items=0), unit=1.0, watch=stop)
    assert ended.stopped
    assert len(told) == 2
    assert covered_by(instance, ended.order) == set(instance.items.tolist())
