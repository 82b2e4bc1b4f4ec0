"""What the file marks the run as, and what goes before a mark."""

import pytest

from tests.logbook.kinds.evidences import at_pace, guess, usual
from workouts.vocabulary import RunKind


@pytest.mark.parametrize(
    ("flag", "kind", "because"),
    [
        ("race", RunKind.RACE, "The file marks it as a race."),
        ("long", RunKind.LONG, "The file marks it as a long run."),
        ("intervals", RunKind.INTERVALS, "The file marks it as intervals."),
    ],
)
def test_a_mark_is_believed(flag, kind, because):
    found = guess(flags=frozenset({flag}))
    assert (found.kind, found.because) == (kind, because)


def test_the_title_goes_before_a_mark():
    assert guess(title="Easy", flags=frozenset({"race"})).kind is RunKind.EASY


def test_a_race_goes_before_the_other_marks():
    assert guess(flags=frozenset({"intervals", "long", "race"})).kind is RunKind.RACE


def test_an_unknown_mark_says_nothing():
    assert guess(flags=frozenset({"commute"})).because == "Nothing in the file says otherwise."


def test_a_session_marked_as_intervals_is_a_tempo_run_if_its_laps_say_so():
    laps = (at_pace(900, 370), at_pace(1500, 290), at_pace(600, 380))
    assert guess(laps=laps, flags=frozenset({"intervals"}), past=usual(20)).kind is RunKind.TEMPO


def test_the_mark_of_a_file_with_one_rest_in_it_is_not_believed():
    laps = (at_pace(1200, 360, intensity="active"), at_pace(60, 900, intensity="rest"))
    assert guess(laps=laps * 2, flags=frozenset({"intervals"})).kind is RunKind.EASY
    assert guess(laps=laps * 3, flags=frozenset({"intervals"})).kind is RunKind.EASY
