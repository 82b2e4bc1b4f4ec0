"""Laps that alternate: three repeats and more, faster than what lies between, and not the watch's own cut."""

from itertools import chain

import pytest

from tests.logbook.kinds.evidences import at_pace, guess, lap, usual
from workouts.units import DistanceUnit
from workouts.vocabulary import RunKind

# Usual is 6:00 /km.
WARM_UP, COOL_DOWN = at_pace(900, 370), at_pace(600, 380)


def session(times=6, *, work_s=180, work=280, rest_s=120, rest=420, **changes):
    """A warm-up, so many repeats with rests between, a cool-down; paces in seconds a kilometre."""
    pairs = ((at_pace(work_s, work, **changes), at_pace(rest_s, rest, **changes)) for _ in range(times))
    return (WARM_UP, *list(chain.from_iterable(pairs))[:-1], COOL_DOWN)


def kind_of(laps, **changes):
    return guess(laps=tuple(laps), **changes).kind


def test_the_reason_tells_how_many_how_long_and_how_fast():
    found = guess(laps=session())
    assert found.kind is RunKind.INTERVALS
    assert found.because == "Six laps of about 3:00, at 4:40 /km, between slower ones."
    assert guess(laps=session(), unit=DistanceUnit.MILES).because == (
        "Six laps of about 3:00, at 7:31 /mi, between slower ones."
    )


def test_a_pyramid_is_told_from_its_shortest_to_its_longest():
    works = (60, 120, 180, 240, 180, 120, 60)
    laps = [WARM_UP, *chain.from_iterable((at_pace(s, 280), at_pace(90, 420)) for s in works), COOL_DOWN]
    assert guess(laps=tuple(laps)).because == "Seven laps of 1:00 to 4:00, at 4:40 /km, between slower ones."


def test_many_laps_are_counted_in_figures():
    assert guess(laps=session(13, work_s=60)).because.startswith("13 laps of about 1:00, ")


@pytest.mark.parametrize(("times", "kind"), [(2, RunKind.EASY), (3, RunKind.INTERVALS)])
def test_it_takes_three(times, kind):
    assert kind_of(session(times, work_s=120)) is kind


@pytest.mark.parametrize(("faster", "kind"), [(1.119, RunKind.EASY), (1.121, RunKind.INTERVALS)])
def test_work_is_an_eighth_faster_than_rest(faster, kind):
    assert kind_of(session(work=300, rest=300 * faster)) is kind


@pytest.mark.parametrize(("work_s", "kind"), [(660, RunKind.INTERVALS), (661, RunKind.TEMPO)])
def test_longer_work_than_eleven_minutes_is_tempo(work_s, kind):
    assert kind_of(session(3, work_s=work_s)) is kind


@pytest.mark.parametrize(("rest_s", "kind"), [(600, RunKind.INTERVALS), (601, RunKind.EASY)])
def test_a_longer_rest_than_ten_minutes_parts_two_things(rest_s, kind):
    assert kind_of(session(3, rest_s=rest_s)) is kind


@pytest.mark.parametrize(("times_usual", "kind"), [(1.09, RunKind.EASY), (1.11, RunKind.INTERVALS)])
def test_work_is_faster_than_the_usual_run(times_usual, kind):
    assert kind_of(session(work=360 / times_usual, rest=500)) is kind


def test_standing_rests_and_laps_pressed_twice_are_no_hindrance():
    rest, slip = lap(90, 0.0), lap(2, 5.0)
    laps = [WARM_UP, *(at_pace(180, 280), slip, rest) * 4, COOL_DOWN]
    assert kind_of(laps) is RunKind.INTERVALS


def test_work_that_is_faster_since_it_leads_down_is_no_interval():
    def laps(climb_m):
        up, down = (
            at_pace(300, 420, ascent_m=climb_m, by_hand=True),
            at_pace(240, 320, ascent_m=0, by_hand=True),
        )
        return (up, down) * 4

    # 300 s at 7:00 /km are 714 m.
    assert kind_of(laps(14)) is RunKind.INTERVALS
    assert kind_of(laps(15)) is RunKind.EASY


class TestLapsTheWatchCut:
    def alternating(self, share, *, fast_beats=None, slow_beats=None, length_m=1000, by_hand=False):
        slow = lap(share * 300 * length_m / 1000, length_m, avg_hr=slow_beats, by_hand=by_hand)
        fast = lap(300 * length_m / 1000, length_m, avg_hr=fast_beats, by_hand=by_hand)
        return (slow, fast) * 4

    @pytest.mark.parametrize("length_m", [1000, 1609.344])
    @pytest.mark.parametrize(("share", "kind"), [(1.17, RunKind.EASY), (1.19, RunKind.INTERVALS)])
    def test_they_alternate_by_nearly_a_fifth(self, length_m, share, kind):
        assert kind_of(self.alternating(share, length_m=length_m)) is kind

    def test_cut_by_hand_an_eighth_is_enough(self):
        assert kind_of(self.alternating(1.17, length_m=800, by_hand=True)) is RunKind.INTERVALS
        assert kind_of(self.alternating(1.17, length_m=800)) is RunKind.EASY

    @pytest.mark.parametrize(("length_m", "kind"), [(1005, RunKind.EASY), (1006, RunKind.INTERVALS)])
    def test_whole_kilometres_are_the_watch_s_cut_whatever_the_file_calls_them(self, length_m, kind):
        assert kind_of(self.alternating(1.17, length_m=length_m, by_hand=True)) is kind

    @pytest.mark.parametrize(("fast_beats", "kind"), [(152, RunKind.EASY), (153, RunKind.INTERVALS)])
    def test_the_heart_rate_alternates_too(self, fast_beats, kind):
        assert kind_of(self.alternating(1.25, fast_beats=fast_beats, slow_beats=150)) is kind

    def test_an_even_run_on_rolling_roads_is_easy(self):
        paces = (355, 372, 340, 365, 350, 380, 345, 366)
        assert kind_of([lap(pace, 1000.0, by_hand=False) for pace in paces]) is RunKind.EASY

    def test_a_progression_does_not_alternate(self):
        assert kind_of([lap(pace, 1000.0) for pace in range(400, 280, -15)]) is not RunKind.INTERVALS


class TestStructuredWorkouts:
    def steps(self, work="active", rest="recovery", times=4, **changes):
        pair = (lap(180, intensity=work, **changes), lap(90, intensity=rest, **changes))
        return (lap(600, intensity="warmup"), *(pair * times)[:-1], lap(600, intensity="cooldown"))

    @pytest.mark.parametrize("rest", ["recovery", "rest"])
    @pytest.mark.parametrize("work", ["active", "interval"])
    def test_the_steps_tell_on_a_treadmill_without_distance(self, work, rest):
        found = guess(laps=self.steps(work, rest), distance_m=None, sub_sport="treadmill")
        assert found.kind is RunKind.INTERVALS
        assert found.because == "Four laps of about 3:00 between slower ones."

    def test_where_steps_are_called_intervals_active_is_any_other_running(self):
        laps = (lap(60, intensity="active"), lap(60, intensity="recovery")) * 4
        assert kind_of(laps) is RunKind.INTERVALS
        assert kind_of((lap(60, intensity="interval"), *laps)) is RunKind.EASY

    def test_laps_that_are_all_active_mean_nothing(self):
        assert kind_of([lap(360, 1000.0, intensity="active")] * 8) is RunKind.EASY


class TestWalkingBreaks:
    def run_and_walk(self, run=420, walk=600):
        return (at_pace(180, run), at_pace(60, walk)) * 10

    def test_running_and_walking_by_turns_is_easy(self):
        found = guess(past=[], laps=self.run_and_walk())
        assert found.kind is RunKind.EASY
        assert found.because == "Ten laps of about 3:00, at 7:00 /km, with walking between."

    @pytest.mark.parametrize(("before_s", "kind"), [(299, RunKind.EASY), (300, RunKind.INTERVALS)])
    def test_after_a_warm_up_they_are_intervals(self, before_s, kind):
        assert kind_of((at_pace(before_s, 480), *self.run_and_walk()), past=[]) is kind

    def test_fast_running_or_jogging_between_makes_intervals(self):
        assert kind_of(self.run_and_walk(run=333), past=[]) is RunKind.INTERVALS
        assert kind_of(self.run_and_walk(run=334), past=[]) is RunKind.EASY
        assert kind_of(self.run_and_walk(walk=501), past=[]) is RunKind.EASY
        assert kind_of(self.run_and_walk(walk=499), past=[]) is RunKind.INTERVALS


def test_repeats_are_found_without_any_history():
    assert kind_of(session(), past=[]) is RunKind.INTERVALS
    assert kind_of(session(), past=usual(4)) is RunKind.INTERVALS
