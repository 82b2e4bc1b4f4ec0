"""Laps uphill and level by turns, and a few fast seconds after easy running."""

from itertools import chain

import pytest

from tests.logbook.kinds.evidences import at_pace, guess, lap
from workouts.vocabulary import RunKind

WARM_UP, COOL_DOWN = at_pace(900, 370, ascent_m=5), at_pace(600, 380, ascent_m=5)


def hills(times=8, *, up_m=12.0, down_m=0.0, up_s=60, length_m=200.0, **changes):
    up = lap(up_s, length_m, ascent_m=up_m, by_hand=True, **changes)
    down = lap(90, length_m, ascent_m=down_m, by_hand=True, **changes)
    return (WARM_UP, *((up, down) * times)[:-1], COOL_DOWN)


def strides(times=5, *, fast_s=20, slow_s=60, before_s=1500):
    pairs = ((at_pace(fast_s, 210), at_pace(slow_s, 450)) for _ in range(times))
    return (at_pace(before_s, 360), *list(chain.from_iterable(pairs)), at_pace(240, 370))


def kind_of(laps, **changes):
    return guess(laps=tuple(laps), **changes).kind


class TestHills:
    def test_the_reason_tells_how_many_how_long_and_how_high(self):
        found = guess(laps=hills())
        assert found.kind is RunKind.HILLS
        assert found.because == "Eight laps uphill of about 1:00, with 12 m of climb at a time."

    @pytest.mark.parametrize(("up_m", "is_hill"), [(7.9, False), (8, True)])
    def test_they_climb_four_in_a_hundred(self, up_m, is_hill):
        assert (kind_of(hills(up_m=up_m)) is RunKind.HILLS) is is_hill

    @pytest.mark.parametrize(("down_m", "is_hill"), [(4, True), (4.1, False)])
    def test_between_them_it_hardly_climbs(self, down_m, is_hill):
        assert (kind_of(hills(down_m=down_m)) is RunKind.HILLS) is is_hill

    @pytest.mark.parametrize(("up_s", "is_hill"), [(360, True), (361, False)])
    def test_a_longer_climb_than_six_minutes_is_the_road(self, up_s, is_hill):
        assert (kind_of(hills(up_s=up_s, length_m=200)) is RunKind.HILLS) is is_hill

    @pytest.mark.parametrize(("times", "is_hill"), [(2, False), (3, True)])
    def test_it_takes_three(self, times, is_hill):
        assert (kind_of(hills(times)) is RunKind.HILLS) is is_hill

    def test_a_hilly_run_in_laps_that_the_watch_cut_is_easy(self):
        laps = (lap(355, 1000.0, ascent_m=45, by_hand=False), lap(330, 1000.0, ascent_m=2, by_hand=False)) * 5
        assert kind_of(laps, duration_s=3425, distance_m=10_000, ascent_m=235) is RunKind.EASY

    @pytest.mark.parametrize(("ascent_m", "kind"), [(159, RunKind.INTERVALS), (160, RunKind.HILLS)])
    def test_where_laps_are_silent_repeats_in_a_run_that_climbs_much_are_hills(self, ascent_m, kind):
        laps = (lap(900, 2400.0), *(lap(60, 220.0), lap(90, 200.0)) * 8)
        assert guess(laps=laps, ascent_m=ascent_m).kind is kind
        if kind is RunKind.HILLS:
            because = "Eight laps of about 1:00 between slower ones, in a run with 160 m of climb."
            assert guess(laps=laps, ascent_m=ascent_m).because == because

    def test_level_laps_are_intervals_however_much_the_rest_climbs(self):
        laps = (lap(900, 2400.0), *(lap(60, 220.0, ascent_m=1), lap(90, 200.0, ascent_m=1)) * 8)
        assert guess(laps=laps, ascent_m=300).kind is RunKind.INTERVALS


class TestStrides:
    def test_the_reason_tells_how_many_how_long_and_after_what(self):
        found = guess(laps=strides())
        assert found.kind is RunKind.STRIDES
        assert found.because == "Five fast laps of about 20 s after 25 min of slower running."

    @pytest.mark.parametrize(("fast_s", "kind"), [(30, RunKind.STRIDES), (31, RunKind.INTERVALS)])
    def test_they_last_half_a_minute_at_most(self, fast_s, kind):
        assert kind_of(strides(fast_s=fast_s)) is kind

    @pytest.mark.parametrize(("times", "kind"), [(10, RunKind.STRIDES), (11, RunKind.INTERVALS)])
    def test_more_than_five_minutes_of_them_are_intervals(self, times, kind):
        assert kind_of(strides(times, fast_s=30)) is kind

    @pytest.mark.parametrize(("before_s", "kind"), [(599, RunKind.INTERVALS), (600, RunKind.STRIDES)])
    def test_ten_minutes_of_running_go_before(self, before_s, kind):
        assert kind_of(strides(before_s=before_s)) is kind
