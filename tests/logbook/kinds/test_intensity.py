"""Pace and heart rate against the athlete's own: races, tempo and steady, recovery."""

import pytest

from tests.logbook.kinds.evidences import USUAL, guess, usual
from workouts.vocabulary import RunKind

USUAL_MPS = USUAL.distance_m / USUAL.duration_s


def run(times_usual, *, distance_m=8000.0, beats=None, **changes):
    """A run so many times as fast as usual, at so many beats where 140 are usual."""
    duration_s = distance_m / (USUAL_MPS * times_usual)
    found = {"duration_s": duration_s, "distance_m": distance_m, "avg_hr": beats, "max_hr": beats} | changes
    return guess(**found)


class TestRaces:
    def test_the_reason_tells_pace_and_heart_rate(self):
        found = run(1.3, distance_m=10_050.0, beats=170)
        assert found.kind is RunKind.RACE
        assert found.because == (
            "10.1 km at 4:37 /km is among your fastest of that length, "
            "at a heart rate of 170 where 140 is usual."
        )  # fmt: skip

    def test_without_a_heart_rate_the_pace_is_enough(self):
        assert (
            run(1.3, distance_m=10_050.0).because
            == "10.1 km at 4:37 /km is among your fastest of that length."
        )

    @pytest.mark.parametrize(
        ("course_m", "at_least"), [(5000.0, 1.18), (10_000.0, 1.15), (21_097.5, 1.10), (42_195.0, 1.04)]
    )
    def test_the_shorter_the_course_the_faster(self, course_m, at_least):
        assert run(at_least + 0.001, distance_m=course_m).kind is RunKind.RACE
        assert run(at_least - 0.001, distance_m=course_m).kind is not RunKind.RACE

    @pytest.mark.parametrize(
        ("share", "is_race"), [(0.989, False), (0.99, True), (1.025, True), (1.0251, False)]
    )
    def test_the_course_has_its_length(self, share, is_race):
        assert (run(1.3, distance_m=share * 10_000).kind is RunKind.RACE) is is_race

    @pytest.mark.parametrize(("beats", "is_race"), [(148, False), (149, True)])
    def test_the_heart_rate_is_high(self, beats, is_race):
        assert (run(1.3, distance_m=10_000.0, beats=beats).kind is RunKind.RACE) is is_race

    @pytest.mark.parametrize(("beats", "is_race"), [(175, False), (176, True)])
    def test_the_heart_rate_stays_near_its_own_highest(self, beats, is_race):
        assert (run(1.3, distance_m=10_000.0, beats=beats, max_hr=200).kind is RunKind.RACE) is is_race

    @pytest.mark.parametrize(("share", "is_race"), [(0.959, False), (0.961, True)])
    def test_it_is_nearly_the_fastest_run_of_that_length(self, share, is_race):
        fastest = usual(1, kind=RunKind.RACE, duration_s=7500 / (1.4 * USUAL_MPS), distance_m=7500.0)
        found = run(1.4 * share, distance_m=10_000.0, past=usual() + fastest)
        assert (found.kind is RunKind.RACE) is is_race

    def test_a_faster_shorter_run_is_no_measure(self):
        mile = usual(1, kind=RunKind.RACE, duration_s=300, distance_m=1609.0)
        assert run(1.3, distance_m=10_000.0, past=usual() + mile).kind is RunKind.RACE

    @pytest.mark.parametrize("sub_sport", ["treadmill", "trail"])
    def test_pace_on_a_belt_or_a_trail_makes_no_race(self, sub_sport):
        assert run(1.3, distance_m=10_000.0, sub_sport=sub_sport).kind is not RunKind.RACE

    def test_nor_does_it_where_there_are_no_five_runs(self):
        assert run(1.3, distance_m=10_000.0, past=usual(4)).kind is RunKind.EASY


class TestHigher:
    def test_the_reason_tells_both(self):
        found = run(1.2, beats=160)
        assert found.kind is RunKind.TEMPO
        assert found.because == "5:00 /km at a heart rate of 160, where 6:00 /km and 140 are usual."

    @pytest.mark.parametrize(
        ("times_usual", "beats", "kind"),
        [
            (1.171, 154, RunKind.TEMPO), (1.169, 154, RunKind.STEADY), (1.171, 153, RunKind.STEADY),
            (1.071, 147, RunKind.STEADY), (1.069, 147, RunKind.EASY), (1.071, 146, RunKind.EASY),
        ],
    )  # fmt: skip
    def test_tempo_and_steady_each_take_both(self, times_usual, beats, kind):
        assert run(times_usual, beats=beats).kind is kind

    def test_a_faster_run_without_a_heart_rate_may_be_a_good_day(self):
        assert run(1.3).kind is RunKind.EASY

    @pytest.mark.parametrize(("ascent_m", "kind"), [(160, RunKind.TEMPO), (161, RunKind.EASY)])
    def test_pace_means_nothing_where_the_way_climbs(self, ascent_m, kind):
        assert run(1.2, beats=160, ascent_m=ascent_m).kind is kind

    def test_hard_runs_do_not_move_what_is_usual(self):
        hard = usual(9, kind=RunKind.TEMPO, distance_m=9600.0, avg_hr=160)
        assert run(1.2, beats=160, past=usual(5) + hard).kind is RunKind.TEMPO
        assert run(1.2, beats=160, past=usual(4) + hard).kind is RunKind.EASY


class TestLower:
    def short(self, minutes=30.0, times_usual=1.0, beats=140, **changes):
        distance_m = 60 * minutes * USUAL_MPS * times_usual
        return guess(**{"duration_s": 60 * minutes, "distance_m": distance_m, "avg_hr": beats} | changes)

    def test_the_reason_tells_what_is_lower(self):
        found = self.short(times_usual=0.9, beats=130)
        assert found.kind is RunKind.RECOVERY
        assert found.because == (
            "30 min at 6:40 /km and a heart rate of 130 is shorter and easier "
            "than your usual 48 min at 6:00 /km and 140."
        )  # fmt: skip

    def test_what_is_not_lower_is_not_told(self):
        assert self.short(times_usual=0.9).because.startswith("30 min at 6:40 /km is shorter ")
        assert self.short(beats=130).because.startswith("30 min at a heart rate of 130 is shorter ")

    @pytest.mark.parametrize(
        ("minutes", "kind"),
        [(36, RunKind.RECOVERY), (36.1, RunKind.EASY), (20, RunKind.RECOVERY), (19.9, RunKind.EASY)],
    )
    def test_it_is_three_quarters_of_the_usual_and_20_min_at_least(self, minutes, kind):
        assert self.short(minutes, times_usual=0.9).kind is kind

    @pytest.mark.parametrize(("times_usual", "kind"), [(0.929, RunKind.RECOVERY), (0.931, RunKind.EASY)])
    def test_slower_is_enough_without_a_heart_rate(self, times_usual, kind):
        assert self.short(times_usual=times_usual, beats=None).kind is kind

    @pytest.mark.parametrize(("beats", "kind"), [(131, RunKind.RECOVERY), (132, RunKind.EASY)])
    def test_a_lower_heart_rate_is_enough_without_a_pace(self, beats, kind):
        assert self.short(beats=beats, distance_m=None).kind is kind
        assert self.short(beats=beats, sub_sport="trail", times_usual=0.5).kind is kind

    def test_slower_at_a_higher_heart_rate_is_no_recovery(self):
        assert self.short(times_usual=0.9, beats=140).kind is RunKind.RECOVERY
        assert self.short(times_usual=0.9, beats=141).kind is RunKind.EASY

    def test_nor_is_faster_at_a_lower_one(self):
        assert self.short(times_usual=1.0, beats=130).kind is RunKind.RECOVERY
        assert self.short(times_usual=1.001, beats=130).kind is RunKind.EASY
