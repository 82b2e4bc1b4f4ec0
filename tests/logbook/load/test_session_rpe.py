"""Session load: rating times minutes, and what a blank rating counts as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.load.session_rpe import USUAL_RUN_RPE, Load, run_load, session_load, total
from workouts.vocabulary import RunKind


@pytest.mark.parametrize(("rpe", "minutes", "au"), [(6, 50, 300), (5, 25, 125), (0, 0, 0)])
def test_the_worked_examples(rpe, minutes, au):
    session = session_load(effort=rpe, minutes=minutes, target_low=None, target_high=None)
    run = run_load(kind=RunKind.TEMPO, effort=rpe, duration_s=minutes * 60)
    assert session.au == run.au == au
    assert session == run


def test_a_rated_run_says_what_it_is_made_of():
    load = run_load(kind=RunKind.EASY, effort=3, duration_s=2890)
    assert load == Load(rpe=3, minutes=pytest.approx(48.1667, abs=1e-4))
    assert (load.au, load.assumed) == (pytest.approx(144.5), False)
    assert load.because == "Effort 3 for 48 min."


def test_a_blank_effort_of_a_run_counts_as_the_usual_for_its_kind():
    load = run_load(kind=RunKind.EASY, effort=None, duration_s=3600)
    assert (load.au, load.rpe, load.assumed) == (180, 3, True)
    assert load.because == "Effort assumed 3, the usual for an easy run."


@pytest.mark.parametrize(
    ("kind", "rpe"),
    list(zip(RunKind, [2, 3, 3, 5, 5, 7, 8, 8, 7, 9, 9, 4], strict=True)),
)
def test_every_kind_of_run_has_its_usual_effort_and_a_reason(kind, rpe):
    load = run_load(kind=kind, effort=None, duration_s=60)
    assert load.rpe == rpe == USUAL_RUN_RPE[kind]
    assert load.because.startswith(f"Effort assumed {rpe}, the usual for ")


@pytest.mark.parametrize(
    ("low", "high", "rpe", "because"),
    [
        (6, 7, 6.5, "Effort assumed 6.5, the middle of the circuit's 6 to 7."),
        (4, 6, 5, "Effort assumed 5, the middle of the circuit's 4 to 6."),
        (6, 6, 6, "Effort assumed 6, the circuit's target."),
        (None, 8, 8, "Effort assumed 8, the circuit's target."),
        (None, None, 7, "Effort assumed 7, the usual for a session without a target."),
        (0, 0, 0, "Effort assumed 0, the circuit's target."),
    ],
)
def test_a_blank_effort_of_a_session_counts_as_the_middle_of_the_target(low, high, rpe, because):
    load = session_load(effort=None, minutes=14, target_low=low, target_high=high)
    assert (load.au, load.rpe, load.minutes, load.assumed) == (rpe * 14, rpe, 14, True)
    assert load.because == because


def test_an_effort_of_0_is_a_rating_and_not_a_blank():
    run = run_load(kind=RunKind.RACE, effort=0, duration_s=3600)
    session = session_load(effort=0, minutes=14, target_low=6, target_high=7)
    assert (run.au, run.assumed) == (session.au, session.assumed) == (0, False)


def test_without_a_duration_there_is_no_load():
    assert run_load(kind=RunKind.EASY, effort=3, duration_s=None) is None
    assert session_load(effort=3, minutes=None, target_low=6, target_high=7) is None


def test_a_total_leaves_out_the_unknown_and_is_unknown_when_all_are():
    known = run_load(kind=RunKind.EASY, effort=3, duration_s=3600)
    assert total([known, None, known]) == 360
    assert total([None]) is None
    assert total([]) is None
    assert total([session_load(effort=0, minutes=30, target_low=None, target_high=None)]) == 0


@given(st.floats(0, 10), st.floats(0, 86_400))
def test_a_load_lies_between_nought_and_ten_a_minute(effort, duration_s):
    load = run_load(kind=RunKind.LONG, effort=effort, duration_s=duration_s)
    assert 0 <= load.au <= 10 * load.minutes
