"""Hard sets: a set counts in full for what it is for, by half for what helps, if it was hard."""

import pytest

from logbook.load.hard_sets import Muscles, hard_sets
from tests.logbook.load.sets import METRES, SECONDS, a_set

CURL = Muscles(primary=("hamstrings",), secondary=("gluteus_maximus",))
LUNGE = Muscles(
    primary=("gluteus_maximus", "hip_flexors", "quadriceps"),
    secondary=("gluteus_medius", "transverse_abdominis"),
)
CLIMBER = Muscles(
    primary=("transverse_abdominis", "hip_flexors"), secondary=("rectus_abdominis", "shoulders", "obliques")
)
BRIDGE = Muscles(
    primary=("gluteus_maximus",), secondary=("hamstrings", "gluteus_medius", "transverse_abdominis")
)
DEAD_BUG = Muscles(
    primary=("transverse_abdominis", "rectus_abdominis"), secondary=("hip_flexors", "obliques")
)
NOTHING = ()


def test_a_circuit_of_four_without_efforts_counts_by_that_of_its_session():
    sets = [(a_set(8, sided=True), muscles) for muscles in (LUNGE, CLIMBER, BRIDGE, DEAD_BUG)] * 3

    assert hard_sets(sets, session_rpe=6) == (
        ("transverse_abdominis", 9.0),
        ("hip_flexors", 7.5),
        ("gluteus_maximus", 6),
        ("rectus_abdominis", 4.5),
        ("gluteus_medius", 3.0),
        ("obliques", 3.0),
        ("quadriceps", 3),
        ("hamstrings", 1.5),
        ("shoulders", 1.5),
    )
    assert hard_sets(sets, session_rpe=5.5) == NOTHING


@pytest.mark.parametrize(
    ("effort", "hard"),
    [
        ({"rpe": 6.0}, True), ({"rpe": 10.0}, True), ({"rpe": 5.5}, False), ({"rpe": 1.0}, False),
        ({"reps_in_reserve": 4}, True), ({"reps_in_reserve": 0}, True), ({"reps_in_reserve": 5}, False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("session_rpe", [3, 9])
def test_a_set_with_an_effort_of_its_own_counts_by_that_alone(effort, hard, session_rpe):
    counted = hard_sets([(a_set(8, **effort), CURL)], session_rpe=session_rpe)

    once = (("hamstrings", 1.0), ("gluteus_maximus", 0.5))
    assert counted == (once if hard else NOTHING)


def test_where_no_effort_is_known_at_all_a_set_does_not_count():
    assert hard_sets([(a_set(8), CURL)], session_rpe=None) == NOTHING
    assert hard_sets([(a_set(8, rpe=8.0), CURL)], session_rpe=None)[0] == ("hamstrings", 1.0)


@pytest.mark.parametrize("done", [a_set(30, measure=SECONDS), a_set(20, measure=METRES)])
def test_holds_and_carries_are_sets_like_any_other(done):
    assert hard_sets([(done, CURL)], session_rpe=6) == (
        ("hamstrings", 1.0),
        ("gluteus_maximus", 0.5),
    )


def test_a_left_and_right_pair_is_one_set():
    pair = a_set(8, right=6, sided=True)
    assert hard_sets([(pair, Muscles(primary=("soleus",)))], session_rpe=8) == (("soleus", 1.0),)


def test_stretches_warm_ups_and_jumps_do_not_count_however_hard():
    assert hard_sets([(a_set(8, rpe=10.0, counts=False), CURL)], session_rpe=10) == NOTHING
