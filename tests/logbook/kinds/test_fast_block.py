"""One fast block of laps: tempo or steady within a warm-up and a cool-down."""

import pytest

from tests.logbook.kinds.evidences import at_pace, guess, lap
from workouts.vocabulary import RunKind


def block(fast_s=1500, pace=300, *, before_s=900, after_s=600, around=380, **beats):
    """A block of so many seconds at so many a kilometre, in a run at another pace; usual is 6:00 /km."""
    slow = {"avg_hr": beats.get("slow")}
    middle = at_pace(fast_s, pace, avg_hr=beats.get("fast"))
    return (at_pace(before_s, around, **slow), middle, at_pace(after_s, around, **slow))


def kind_of(laps, **changes):
    return guess(laps=tuple(laps), **changes).kind


def test_the_reason_tells_how_long_and_how_much_faster():
    found = guess(laps=block())
    assert found.kind is RunKind.TEMPO
    assert found.because == "25 min of it at 5:00 /km between slower running at 6:20 /km."


def test_it_is_found_in_laps_of_a_kilometre_too():
    paces = (380, 378, 300, 302, 299, 301, 303, 385)
    assert kind_of([lap(pace, 1000.0, by_hand=False) for pace in paces]) is RunKind.TEMPO


def test_two_pieces_with_a_jog_between_are_one_tempo_run():
    laps = (at_pace(900, 380), at_pace(900, 300), at_pace(120, 400), at_pace(900, 300), at_pace(500, 380))
    assert guess(laps=laps).because.startswith("30 min of it at 5:00 /km")


def test_three_pieces_too_long_for_intervals_are_a_tempo_run():
    piece, jog = at_pace(720, 300, intensity="active"), at_pace(120, 420, intensity="recovery")
    laps = (at_pace(600, 380, intensity="warmup"), piece, jog, piece, jog, piece)
    assert kind_of(laps, flags=frozenset({"intervals"})) is RunKind.TEMPO


@pytest.mark.parametrize(("fast_s", "kind"), [(719, RunKind.EASY), (720, RunKind.TEMPO)])
def test_it_lasts_twelve_minutes_in_all(fast_s, kind):
    assert kind_of(block(fast_s)) is kind


@pytest.mark.parametrize(("piece_s", "kind"), [(299, RunKind.EASY), (400, RunKind.TEMPO)])
def test_pieces_below_five_minutes_are_none(piece_s, kind):
    laps = (
        at_pace(600, 380),
        at_pace(piece_s, 300),
        at_pace(120, 400),
        at_pace(piece_s, 300),
        at_pace(300, 380),
    )
    assert kind_of(laps) is kind


@pytest.mark.parametrize(("before_s", "kind"), [(299, RunKind.EASY), (300, RunKind.TEMPO)])
def test_what_surrounds_it_is_running(before_s, kind):
    assert kind_of((at_pace(before_s, 380), at_pace(1500, 300))) is kind


@pytest.mark.parametrize(("around", "kind"), [(329, RunKind.EASY), (331, RunKind.TEMPO)])
def test_it_is_a_tenth_faster_than_what_surrounds_it(around, kind):
    assert kind_of(block(pace=300, around=around)) is kind


@pytest.mark.parametrize(
    ("times_usual", "kind"),
    [(1.05, RunKind.EASY), (1.07, RunKind.STEADY), (1.14, RunKind.STEADY), (1.16, RunKind.TEMPO)],
)
def test_it_is_held_against_the_usual_pace(times_usual, kind):
    assert kind_of(block(pace=360 / times_usual, around=450)) is kind


def test_without_a_usual_pace_it_is_tempo():
    assert kind_of(block(pace=340), past=[]) is RunKind.TEMPO


@pytest.mark.parametrize(("fast", "kind"), [(144, RunKind.EASY), (145, RunKind.TEMPO)])
def test_the_heart_rate_rises_in_it(fast, kind):
    assert kind_of(block(slow=140, fast=fast)) is kind


def test_a_fast_finish_leaves_a_run_what_it_was():
    assert kind_of((at_pace(2500, 380), at_pace(1050, 300))) is RunKind.EASY
    assert kind_of((at_pace(2450, 380), at_pace(1050, 300))) is RunKind.TEMPO


def test_in_90_min_it_leaves_a_long_run_a_long_run():
    def kind_after(before_s):
        laps = block(2400, before_s=before_s, after_s=600)
        return kind_of(laps, duration_s=3000 + before_s, distance_m=15_000, avg_hr=None)

    assert kind_after(2399) is RunKind.TEMPO
    assert kind_after(2400) is RunKind.LONG
