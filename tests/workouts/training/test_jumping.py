"""Foot contacts held against what suits an experience, and the sets that are trimmed (PLYO-01)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.catalogue.loading import rules
from workouts.training.circuit_time import Format, Shape
from workouts.training.jumping import most_contacts, trim
from workouts.training.prescription import Contacts, Prescription

RULE = rules()["PLYO-01"]


def jumps(reps, sets=1):
    return Prescription(
        sets=sets, reps=reps, seconds_per_rep=0.6, rest_after_s=30, contacts=Contacts(per_rep=1)
    )


PLANK = Prescription(sets=3, seconds=30, rest_after_s=30)


def shape(*stations, format_=Format.CIRCUIT, rounds=1):
    return Shape(
        format=format_, rounds=rounds, rest_between_rounds_s=60, warm_up_minutes=0, stations=stations
    )


@pytest.mark.parametrize(
    ("experience", "most"), [("", 100), ("beginner", 100), ("intermediate", 120), ("advanced", 140)]
)
def test_up_to_the_limit_of_an_experience_nothing_is_trimmed(experience, most):
    assert most_contacts(experience=experience, rule=RULE) == most
    assert trim(shape(jumps(most)), most=most) is None
    assert trim(shape(jumps(most + 1)), most=most) is not None


def test_without_the_rule_nothing_is_trimmed():
    assert most_contacts(experience="beginner", rule=None) is None
    assert trim(shape(jumps(900)), most=None) is None


def test_a_circuit_gives_up_whole_rounds():
    found = trim(shape(jumps(30), PLANK, rounds=5), most=100)
    assert (found.shape.rounds, found.shape.foot_contacts, found.suits) == (3, 90, True)
    assert found.told(RULE) == "That is a lot of jumping. We trimmed it to 90 contacts."


@pytest.mark.parametrize("format_", [Format.STRAIGHT_SETS, Format.SEQUENCE])
def test_straight_sets_give_up_those_with_the_most_jumps_and_no_others(format_):
    found = trim(shape(jumps(20, sets=4), PLANK, jumps(10, sets=3), format_=format_), most=80)
    assert [each.sets for each in found.shape.stations] == [2, 3, 3]
    assert found.shape.foot_contacts == 70


def test_one_that_cannot_be_trimmed_so_far_says_what_is_left_and_what_suits():
    found = trim(shape(jumps(150), rounds=2), most=100)
    assert (found.shape.rounds, found.suits) == (1, False)
    assert found.told(RULE) == (
        "That is a lot of jumping: 150 contacts with a single set of each jump. Up to 100 suit your "
        "experience, so do fewer in a set."
    )


STATIONS = st.lists(
    st.one_of(st.builds(jumps, st.integers(1, 60), st.integers(1, 6)), st.just(PLANK)), min_size=1, max_size=5
)
SHAPES = st.builds(
    lambda stations, format_, rounds: shape(*stations, format_=format_, rounds=rounds),
    STATIONS, st.sampled_from(Format), st.integers(1, 8),
)  # fmt: skip


@given(SHAPES, st.integers(1, 200))
def test_trimmed_it_keeps_to_the_limit_or_has_nothing_left_to_give_up(whole, most):
    found = trim(whole, most=most)
    if found is None:
        assert whole.foot_contacts <= most
        return
    assert found.suits == (found.shape.foot_contacts <= most)
    assert len(found.shape.stations) == len(whole.stations)
    assert found.shape.rounds >= 1
    assert all(each.sets >= 1 for each in found.shape.stations)
    # What is no jump stays whole, but for the rounds it is part of.
    if whole.format is not Format.CIRCUIT:
        assert [each.sets for each in found.shape.stations if not each.contacts] == [
            each.sets for each in whole.stations if not each.contacts
        ]
