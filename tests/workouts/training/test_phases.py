"""Phases: which one a day lies in, and which strength suits it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.catalogue.loading import rules
from workouts.training.phases import Phase, RaceDay, frequency_told, phase_of, phase_on, suited
from workouts.vocabulary import RACE_DISTANCES

RACE = date(2026, 10, 25)  # the night before, the clocks of Berlin go back
WELL = "Most runners do well with"
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
RACES = st.lists(
    st.builds(RaceDay, day=DAYS, distance=st.sampled_from(list(RACE_DISTANCES)), is_goal=st.booleans()),
    max_size=5,
)


def phase(days: int, distance="half", **how):
    race = RaceDay(day=RACE, distance=distance, **how)
    return phase_on(RACE + timedelta(days), races=[race], rules=rules())


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-85, Phase.BASE), (-84, Phase.BUILD), (-29, Phase.BUILD), (-28, Phase.PEAK), (-15, Phase.PEAK),
        (-14, Phase.TAPER), (-8, Phase.TAPER), (-7, Phase.RACE_WEEK), (0, Phase.RACE_WEEK),
        (1, Phase.RECOVERY), (4, Phase.RECOVERY), (5, Phase.BASE),
    ],
)  # fmt: skip
def test_the_days_round_a_half_marathon(days, expected):
    assert phase(days) is expected


@pytest.mark.parametrize(("distance", "days"), [("5k", 2), ("10k", 3), ("marathon", 10), ("ultra", 14)])
def test_recovery_lasts_as_long_as_the_distance_asks_for(distance, days):
    assert phase(days - 1, distance) is Phase.RECOVERY
    assert phase(days, distance) is Phase.BASE


def test_a_race_run_for_training_changes_nothing_before_it_and_is_recovered_from():
    assert phase(-3, is_goal=False) is Phase.BASE
    assert phase(1, is_goal=False) is Phase.RECOVERY


def test_without_any_race_it_is_base():
    assert phase_on(RACE, races=[], rules=rules()) is Phase.BASE


@given(DAYS, RACES, st.integers(-400, 400))
def test_moving_every_race_by_some_days_moves_every_phase_by_as_many(day, races, shift):
    by = timedelta(shift)
    moved = [RaceDay(day=race.day + by, distance=race.distance, is_goal=race.is_goal) for race in races]
    assert phase_on(day, races=races, rules=rules()) is phase_on(day + by, races=moved, rules=rules())


@pytest.mark.parametrize(
    ("phase", "classes", "expected"),
    [
        (Phase.BASE, ["moderate", "light"], ("moderate", "light")),
        (Phase.BUILD, ["heavy", "heavy", "light"], ("heavy", "heavy", "light")),
        (Phase.BUILD, ["heavy", "heavy", "moderate"], ("heavy", "heavy", "light")),
        (Phase.TAPER, ["heavy", "heavy", "light"], ("heavy", "light")),
        (Phase.TAPER, ["moderate", "light"], ("moderate", "light")),
        (Phase.RACE_WEEK, ["moderate", "light"], ("light",)),
        (Phase.RECOVERY, ["heavy", "heavy"], ("light",)),
        (Phase.RACE_WEEK, [], ()),
    ],
)
def test_what_suits_a_phase(phase, classes, expected):
    assert suited(classes, phase=phase, rule=rules()["FREQ-01"]) == expected


@pytest.mark.parametrize(
    ("phase", "wanted", "told"),
    [
        (Phase.BASE, 1, f"{WELL} 2 to 3 strength sessions a week in base training."),
        (Phase.BASE, 2, ""),
        (Phase.BUILD, 3, f"{WELL} 2 strength sessions a week in the build-up."),
        (Phase.TAPER, 0, f"{WELL} 1 strength session a week in the taper."),
        (Phase.RACE_WEEK, 2, f"{WELL} at most 1 strength session a week in race week."),
    ],
)
def test_how_often_is_told_where_it_does_not_suit(phase, wanted, told):
    assert frequency_told(wanted, phase=phase, rule=rules()["FREQ-01"]) == told


@pytest.mark.parametrize(
    ("first", "expected"),
    [(-6, Phase.RACE_WEEK), (0, Phase.RECOVERY), (1, Phase.RECOVERY), (2, Phase.BASE), (-13, Phase.TAPER)],
)
def test_a_week_is_of_one_phase_whatever_day_it_is(first, expected):
    days = [RACE + timedelta(first + nth) for nth in range(7)]
    race = RaceDay(day=RACE, distance="half")
    assert phase_of(days, races=[race], rules=rules()) is expected
