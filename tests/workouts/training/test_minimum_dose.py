"""When the ten-minute circuit is offered: both sides of every limit of FREQ-02."""

from dataclasses import replace

import pytest

from workouts.catalogue.loading import rules
from workouts.training.minimum_dose import is_due, told
from workouts.training.phases import Phase

QUIET = {Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY, Phase.RETURN_FROM_INJURY}
RULE = rules()["FREQ-02"]


def due(**said):
    usual = {"days_without": 14, "known_days": 14, "phase": Phase.BASE, "is_well": True}
    return is_due(**{**usual, **said}, rule=RULE)


@pytest.mark.parametrize(
    ("said", "is_it"),
    [
        ({}, True),
        ({"days_without": 13}, False),
        ({"days_without": 0}, False),
        ({"days_without": None}, True),
        ({"days_without": None, "known_days": 13}, False),
        ({"known_days": 13}, False),
        ({"known_days": 0, "days_without": None}, False),
        ({"is_well": False}, False),
        ({"phase": None}, True),
    ],
)
def test_after_two_weeks_that_are_known_and_never_to_who_is_not_well(said, is_it):
    assert due(**said) is is_it


@pytest.mark.parametrize("phase", list(Phase))
def test_what_a_race_or_an_injury_asks_for_goes_first(phase):
    assert due(phase=phase) is (phase not in QUIET)


@pytest.mark.parametrize(
    ("days", "time"), [(7, "A week"), (10, "10 days"), (14, "Two weeks"), (35, "5 weeks")]
)
def test_the_sentence_speaks_of_the_time_and_of_a_run_only_if_there_is_one(days, time):
    rule = replace(RULE, params={"days": float(days)})
    assert told(rule, after_easy_run=False) == (
        f"{time} without strength. Ten minutes keeps you ticking over."
    )
    assert told(rule, after_easy_run=True) == (
        f"{time} without strength. Ten minutes after today’s easy run keeps you ticking over."
    )
