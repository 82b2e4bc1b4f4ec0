"""How far one runs: both sides of each limit of LOAD-01 and LOAD-02, and what is said of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.catalogue.loading import rules
from workouts.training.rules import Severity
from workouts.training.running_load import climb, spike
from workouts.units import DistanceUnit

LENGTHS = st.floats(100, 200_000)


def of(planned_km, longest_km):
    return spike(planned_km * 1000, longest_km * 1000, rule=rules()["LOAD-01"])


@pytest.mark.parametrize("longest", [3, 7, 10, 14, 21.1])
def test_a_tenth_more_is_let_pass_and_ten_metres_more_than_that_is_not(longest):
    assert of(longest, longest) is None
    assert of(longest * 1.1, longest) is None
    assert of(longest * 1.1 + 0.01, longest).percent == 10


@pytest.mark.parametrize(
    ("planned", "percent", "severity", "asks"),
    [
        (11.1, 11, Severity.WARN, False),
        (13, 30, Severity.WARN, False),
        (20, 100, Severity.WARN, False),
        (20.1, 101, Severity.BLOCK, True),
        (42.2, 322, Severity.BLOCK, True),
    ],
)
def test_beyond_twice_as_long_it_asks_to_be_confirmed(planned, percent, severity, asks):
    found = of(planned, 10)
    assert (found.percent, found.severity, found.needs_confirmation) == (percent, severity, asks)
    assert ("That is more than twice as long." in found.told(DistanceUnit.KM)) is asks


def test_the_sentence_names_the_length_that_is_let_pass_in_the_athlete_s_unit():
    assert of(16, 14).told(DistanceUnit.KM) == (
        "This run is 14% longer than anything in your last 30 days. Consider 15.4 km."
    )
    assert of(16, 14).told(DistanceUnit.MILES).endswith(" Consider 9.5 mi.")
    # Nobody who is to see no targets is told one.
    assert of(16, 14).told(DistanceUnit.KM, with_target=False) == (
        "This run is 14% longer than anything in your last 30 days."
    )


def test_other_limits_are_told_as_they_are():
    rule = rules()["LOAD-01"]
    other = replace(rule, params={**rule.params, "large": 3.0, "window_days": 21.0})
    told = spike(31_000, 10_000, rule=other).told(DistanceUnit.KM)
    assert "in your last 21 days." in told
    assert told.endswith("That is more than 3 times as long.")


@pytest.mark.parametrize(("planned", "longest"), [(None, 10.0), (10.0, None), (10.0, 0.0), (0.0, 10.0)])
def test_where_either_is_not_known_there_is_no_judgement(planned, longest):
    assert spike(planned, longest, rule=rules()["LOAD-01"]) is None


def test_a_rule_that_is_switched_off_says_nothing():
    assert spike(30_000.0, 10_000.0, rule=None) is None
    assert climb(30_000.0, 10_000.0, is_novice=True, rule=None) is None


@given(LENGTHS, LENGTHS)
def test_the_length_that_is_named_is_let_pass(planned, longest):
    found = spike(planned, longest, rule=rules()["LOAD-01"])
    if found is not None:
        said = float(found.told(DistanceUnit.KM).split("Consider ")[1].split(" ")[0])
        assert spike(said * 1000, longest, rule=rules()["LOAD-01"]) is None


def risen(now_km, before_km, **how):
    said = {"is_novice": False, **how}
    return climb(now_km * 1000, before_km * 1000, rule=rules()["LOAD-02"], **said)


@pytest.mark.parametrize("before", [30, 37, 41.3, 70])
def test_thirty_per_cent_more_is_let_pass_and_ten_metres_more_than_that_is_not(before):
    assert risen(before * 1.3, before) is None
    assert risen(before * 1.3 + 0.01, before) is not None


def test_it_is_a_warning_to_beginners_and_advice_to_others():
    assert risen(60, 40, is_novice=True).is_warning
    assert not risen(60, 40).is_warning
    assert risen(60, 40).severity is Severity.ADVISE


def test_it_says_what_it_goes_by():
    assert risen(60, 40).told(DistanceUnit.KM) == (
        "Your running has climbed fast. Hold it level this week. You ran 60.0 km in the last 14 days and "
        "40.0 km in the 14 before, 50% more."
    )


@pytest.mark.parametrize(("now", "before"), [(None, 10.0), (10.0, None), (10.0, 0.0)])
def test_without_both_sums_nothing_is_said(now, before):
    assert climb(now, before, is_novice=True, rule=rules()["LOAD-02"]) is None
