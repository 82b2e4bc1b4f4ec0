"""Foot contacts: landings of each side, in whatever unit a set comes, rounded once."""

from dataclasses import replace

import pytest

from logbook.load.contacts import Landing, foot_contacts
from tests.logbook.load.sets import METRES, REPS, SECONDS, a_set
from workouts.training.prescription import Contacts

ONE = Contacts(per_rep=1)
SNAP_DOWN = SQUAT_JUMP = COUNTERMOVEMENT = Landing(contacts=ONE, seconds_per_rep=4)
POGO = Landing(contacts=ONE, seconds_per_rep=0.6)
HOP_AND_STICK = Landing(contacts=ONE, seconds_per_rep=5)
DROP_JUMP = Landing(contacts=Contacts(per_rep=2), seconds_per_rep=5)
SKIP = Landing(contacts=Contacts(per_metre=0.8), meters_per_second=1.8)
BOUND = Landing(contacts=Contacts(per_metre=0.5), meters_per_second=4.5)
ROPE = Landing(contacts=Contacts(per_second=2))


@pytest.mark.parametrize(
    ("sets", "landings"),
    [
        pytest.param(
            [
                *[(a_set(4), SNAP_DOWN)] * 2, *[(a_set(15, measure=METRES), SKIP)] * 2,
                *[(a_set(12), POGO)] * 3, *[(a_set(4), SQUAT_JUMP)] * 3,
                *[(a_set(3, sided=True), HOP_AND_STICK)] * 2,
            ],
            92, id="plyo-starter",
        ),
        pytest.param(
            [
                *[(a_set(15), POGO)] * 2, *[(a_set(8, sided=True), POGO)] * 2,
                *[(a_set(4), COUNTERMOVEMENT)] * 3, *[(a_set(4), DROP_JUMP)] * 3,
                *[(a_set(20, measure=METRES), BOUND)] * 3,
            ],
            128, id="plyo-progressed",
        ),
        pytest.param(
            [
                *[(a_set(3, sided=True), HOP_AND_STICK)] * 2, *[(a_set(10), POGO)] * 2,
                *[(a_set(15, measure=SECONDS), ROPE)] * 2,
            ],
            92, id="calf-foot-return-3",
        ),
        pytest.param([(a_set(20, measure=METRES), SKIP)] * 2, 32, id="pre-run-activation"),
    ],
)  # fmt: skip
def test_circuits_done_as_planned(sets, landings):
    assert foot_contacts(sets) == landings


def test_sides_apart_are_added_and_one_left_out_adds_nothing():
    assert foot_contacts([(a_set(8, right=6, sided=True), POGO)]) == 14
    assert foot_contacts([(a_set(0, right=6, sided=True), POGO)]) == 6


def test_landings_are_rounded_half_up_once_at_the_end():
    half = (a_set(5, measure=METRES), BOUND)
    assert foot_contacts([half]) == 3
    assert foot_contacts([half, half]) == 5


@pytest.mark.parametrize(
    ("done", "landing", "landings"),
    [
        (a_set(30, measure=SECONDS), POGO, 50),
        (a_set(10, measure=SECONDS), SKIP, 14),
        (a_set(30, measure=SECONDS, sided=True), POGO, 100),
    ],
)
def test_a_set_in_another_unit_counts_over_its_time(done, landing, landings):
    assert foot_contacts([(done, landing)]) == landings


def test_repetitions_that_nobody_timed_land_all_the_same():
    usual = replace(a_set(10).movement, tempo="1-0-X-0")
    landing = Landing(contacts=ONE)
    assert foot_contacts([(a_set(10, movement=usual, tempo=""), landing)]) == 10


@pytest.mark.parametrize(
    ("measure", "landing"), [(SECONDS, Landing(contacts=ONE)), (REPS, ROPE), (METRES, POGO)]
)
def test_what_its_rate_cannot_be_turned_into_is_left_out(measure, landing):
    uncounted = (a_set(10, measure=measure), landing)
    assert foot_contacts([uncounted]) is None
    assert foot_contacts([uncounted, (a_set(10), POGO)]) == 10


def test_where_nothing_was_jumped_there_are_none_to_tell():
    assert foot_contacts([]) is None
    assert foot_contacts([(a_set(8), None)]) is None
    assert foot_contacts([(a_set(8), None), (a_set(4), DROP_JUMP)]) == 8
