"""Pairing: which runs are near enough, in which order, why, and when a session most likely began."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.pairing import RunFact, SessionFact, clear_match, proposed_start, rank

STARTS = datetime(2026, 7, 29, 8, 0, tzinfo=UTC)
ENDS = STARTS + timedelta(minutes=14)
SECOND = timedelta(seconds=1)


def run(run_id, started, minutes=48):
    return RunFact(run_id, started, started + timedelta(minutes=minutes))


def before(run_id, gap, minutes=48):
    return run(run_id, STARTS - gap - timedelta(minutes=minutes), minutes)


def after(run_id, gap, minutes=48):
    return run(run_id, ENDS + gap, minutes)


def ranked(*runs):
    return rank(starts_at=STARTS, ends_at=ENDS, runs=runs)


class TestWindow:
    @pytest.mark.parametrize("place", [before, after])
    def test_it_reaches_twelve_hours_and_not_a_second_further(self, place):
        [candidate] = ranked(place(1, timedelta(hours=12)), place(2, timedelta(hours=12) + SECOND))
        assert (candidate.run_id, candidate.gap_s) == (1, 43_200)

    def test_without_runs_there_is_no_candidate(self):
        assert ranked() == ()

    def test_a_night_of_the_clock_change_is_measured_as_it_passed(self):
        berlin = ZoneInfo("Europe/Berlin")
        ended = datetime(2026, 3, 29, 1, 50, tzinfo=berlin)
        start = datetime(2026, 3, 29, 3, 10, tzinfo=berlin)
        fact = RunFact(1, ended - timedelta(hours=1), ended)
        [candidate] = rank(starts_at=start, ends_at=start + timedelta(minutes=14), runs=[fact])
        assert candidate.gap_s == 20 * 60


class TestOrder:
    def test_the_nearest_comes_first_on_either_side(self):
        order = ranked(
            before(1, timedelta(hours=3)), after(2, timedelta(hours=1)), before(3, timedelta(hours=2))
        )
        assert [candidate.run_id for candidate in order] == [2, 3, 1]

    def test_a_run_before_goes_ahead_of_one_after_at_the_same_gap(self):
        order = ranked(after(1, timedelta(minutes=10)), before(2, timedelta(minutes=10)))
        assert [candidate.run_id for candidate in order] == [2, 1]

    def test_then_the_later_start_and_then_the_lower_id(self):
        gap = timedelta(minutes=10)
        order = ranked(before(1, gap, minutes=60), before(3, gap, minutes=30), before(2, gap, minutes=30))
        assert [candidate.run_id for candidate in order] == [2, 3, 1]

    def test_an_overlap_is_no_gap_at_all(self):
        over = run(1, STARTS - timedelta(minutes=40), minutes=41)
        inside = run(2, STARTS + timedelta(minutes=1), minutes=2)
        order = ranked(before(3, SECOND), over, inside)
        assert [(candidate.run_id, candidate.gap_s) for candidate in order] == [(2, 0), (1, 0), (3, 1)]

    @given(st.lists(st.integers(-1500, 1500), max_size=8), st.randoms())
    def test_the_order_never_depends_on_the_order_given(self, offsets, random):
        runs = [
            run(n, STARTS + timedelta(minutes=offset), minutes=30 + n % 2) for n, offset in enumerate(offsets)
        ]
        order = ranked(*runs)
        random.shuffle(runs)
        assert ranked(*runs) == order
        assert [candidate.gap_s for candidate in order] == sorted(candidate.gap_s for candidate in order)
        assert all(0 <= candidate.gap_s <= 43_200 for candidate in order)


class TestReasons:
    @pytest.mark.parametrize(
        ("fact", "because"),
        [
            (before(1, timedelta(minutes=11)), "ended 11 min before you started"),
            (before(1, timedelta(hours=3, minutes=20)), "ended 3 h 20 min before you started"),
            (before(1, timedelta(seconds=30)), "ended 30 s before you started"),
            (before(1, timedelta(0)), "ended as you started"),
            (after(1, timedelta(minutes=40)), "started 40 min after you finished"),
            (after(1, timedelta(0)), "started as you finished"),
            (run(1, STARTS - timedelta(minutes=5)), "overlaps this session"),
        ],
    )
    def test_each_candidate_says_how_near_it_is(self, fact, because):
        [candidate] = ranked(fact)
        assert candidate.because == because


class TestClearMatch:
    """The session from `STARTS` to `ENDS`, and the run that comes in late, number 1."""

    SESSION = SessionFact(7, STARTS, ENDS)
    HOURS_12, HOURS_3 = timedelta(hours=12), timedelta(hours=3)

    def match(self, *runs, sessions=(SESSION,)):
        return clear_match(run_id=1, sessions=sessions, runs=runs)

    @pytest.mark.parametrize("place", [before, after])
    @pytest.mark.parametrize(("more", "is_clear"), [(-SECOND, True), (0 * SECOND, True), (SECOND, False)])
    def test_a_run_within_twelve_hours_is_clear_when_it_is_alone(self, place, more, is_clear):
        assert self.match(place(1, self.HOURS_12 + more)) == (self.SESSION if is_clear else None)

    def test_a_run_that_overlaps_it_is_clear(self):
        assert self.match(run(1, STARTS - timedelta(minutes=5))) == self.SESSION

    @pytest.mark.parametrize("other", [before, after])
    @pytest.mark.parametrize(("more", "is_clear"), [(-SECOND, False), (0 * SECOND, True), (SECOND, True)])
    @pytest.mark.parametrize("own_gap", [timedelta(0), timedelta(minutes=40)])
    def test_any_other_run_lies_three_hours_farther_off(self, other, own_gap, more, is_clear):
        matched = self.match(before(1, own_gap), other(2, own_gap + self.HOURS_3 + more))
        assert matched == (self.SESSION if is_clear else None)

    def test_another_run_may_lie_beyond_the_window_however_near_to_the_late_one(self):
        late, other = self.HOURS_12 - SECOND, self.HOURS_12 + SECOND
        assert self.match(before(1, late), before(2, other)) == self.SESSION

    def test_a_run_that_is_not_the_nearest_takes_nothing(self):
        assert self.match(before(1, timedelta(hours=5)), before(2, timedelta(hours=1))) is None

    def test_two_sessions_within_reach_are_a_choice(self):
        later = SessionFact(8, STARTS + timedelta(hours=4), ENDS + timedelta(hours=4))
        assert self.match(before(1, SECOND), sessions=[self.SESSION, later]) is None

    def test_a_second_session_out_of_reach_is_none(self):
        far = SessionFact(8, STARTS + self.HOURS_12 + SECOND, ENDS + self.HOURS_12 + SECOND)
        assert self.match(before(1, timedelta(0)), sessions=[self.SESSION, far]) == self.SESSION
        near = SessionFact(8, STARTS + self.HOURS_12, ENDS + self.HOURS_12)
        assert self.match(before(1, timedelta(0)), sessions=[self.SESSION, near]) is None

    def test_without_a_session_or_without_the_run_there_is_no_match(self):
        assert self.match(before(1, SECOND), sessions=[]) is None
        assert self.match(before(2, SECOND)) is None
        assert self.match() is None

    @given(st.lists(st.integers(-1500, 1500), min_size=1, max_size=6, unique=True), st.randoms())
    def test_at_most_one_of_several_runs_is_clear_in_any_order(self, offsets, random):
        runs = [run(n, STARTS + timedelta(minutes=offset), minutes=30) for n, offset in enumerate(offsets)]

        def clear():
            return [
                fact.run_id
                for fact in sorted(runs, key=lambda fact: fact.run_id)
                if clear_match(run_id=fact.run_id, sessions=[self.SESSION], runs=iter(runs))
            ]

        found = clear()
        random.shuffle(runs)
        assert clear() == found
        assert len(found) <= 1


class TestProposedStart:
    NOW = datetime(2026, 7, 29, 9, 0, 40, tzinfo=UTC)
    AGO = datetime(2026, 7, 29, 8, 46, tzinfo=UTC)

    def propose(self, run_ended_at):
        return proposed_start(now=self.NOW, minutes=14, run_ended_at=run_ended_at)

    def test_without_a_run_it_has_just_been_done(self):
        assert self.propose(None) == self.AGO

    def test_soon_after_a_run_it_has_just_been_done(self):
        assert self.propose(self.AGO - timedelta(minutes=40)) == self.AGO
        assert self.propose(self.AGO - timedelta(hours=3)) == self.AGO

    def test_long_after_a_run_it_was_done_right_after_the_run(self):
        ended = self.AGO - timedelta(hours=3, minutes=1)
        assert self.propose(ended) == ended

    def test_a_run_that_was_not_over_by_then_moves_it_to_the_end_of_the_run(self):
        ended = self.AGO + timedelta(minutes=8)
        assert self.propose(ended) == ended

    def test_it_is_a_whole_minute_that_is_not_before_the_end_of_the_run(self):
        assert self.propose(self.AGO + timedelta(seconds=1)) == self.AGO + timedelta(minutes=1)
        assert self.propose(self.AGO) == self.AGO

    @given(st.timedeltas(timedelta(days=-2), timedelta(days=1)), st.integers(1, 600))
    def test_it_is_never_before_the_run_and_never_ends_after_now_but_for_the_run(self, since, minutes):
        ended = self.NOW + since
        start = proposed_start(now=self.NOW, minutes=minutes, run_ended_at=ended)
        assert (start.second, start.microsecond) == (0, 0)
        assert start >= ended
        rounded_end = start - ended < timedelta(minutes=1)
        assert rounded_end or start + timedelta(minutes=minutes) <= self.NOW
