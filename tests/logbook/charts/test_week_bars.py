"""Week bars: blocks to scale, clear of each other and inside their box, whatever the minutes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.charts.week_bars import BarLabel, Block, DayMinutes, week_bars

MINUTES = st.none() | st.just(0) | st.floats(0, 1500) | st.integers(0, 200)
DAYS = st.none() | st.builds(DayMinutes, MINUTES, MINUTES, MINUTES)
WEEKS = st.lists(DAYS, min_size=7, max_size=7)
EPSILON = 0.011  # geometry is written in hundredths


def standing(*days):
    return week_bars(days).standing


class TestStanding:
    def test_a_run_stands_on_the_ground_with_strength_on_top(self):
        [bar] = standing(DayMinutes(run_min=48, strength_min=14))
        assert bar.blocks == (
            Block("run", x=0, y=75.74, width=40, height=54.26),
            Block("strength", x=0, y=57.92, width=40, height=15.82),
        )

    def test_its_labels_are_whole_minutes_beside_the_blocks(self):
        [bar] = standing(DayMinutes(run_min=48.17, strength_min=14))
        assert [(label.kind, label.text, label.x) for label in bar.labels] == [
            ("run", "48", 46),
            ("strength", "14", 46),
        ]

    def test_cross_training_stands_above_the_run_and_below_strength(self):
        [bar] = standing(DayMinutes(run_min=30, strength_min=20, other_min=40))
        assert [block.kind for block in bar.blocks] == ["run", "other", "strength"]

    def test_a_blank_or_missing_day_has_nothing_to_draw(self):
        bars = week_bars([DayMinutes(), None])
        assert all(bar.blocks == () and bar.labels == () for bar in bars.standing)
        assert all(bar.blocks == () for bar in bars.lying)

    def test_nought_minutes_are_a_tick_on_the_ground(self):
        [bar] = standing(DayMinutes(run_min=0))
        assert bar.blocks == (Block("run", x=0, y=128, width=40, height=2),)
        assert bar.labels == (BarLabel("run", x=46, y=128, text="0"),)

    def test_a_short_circuit_stays_visible(self):
        [bar] = standing(DayMinutes(run_min=60, strength_min=3))
        assert bar.blocks[1].height == 10

    def test_nought_minutes_of_strength_are_a_tick_and_no_block(self):
        [bar] = standing(DayMinutes(run_min=60, strength_min=0))
        assert bar.blocks[1].height == 2

    def test_ordinary_weeks_share_one_scale_so_that_they_compare(self):
        [short] = standing(DayMinutes(run_min=50))
        also_short, longest = standing(DayMinutes(run_min=50), DayMinutes(run_min=115))
        assert short == also_short
        assert longest.blocks[0].height == 130

    def test_a_day_over_115_minutes_shrinks_its_whole_week(self):
        shrunk, longest = standing(DayMinutes(run_min=50), DayMinutes(run_min=200))
        assert longest.blocks[0].y == 0
        assert shrunk.blocks[0].height == pytest.approx(130 * 50 / 200, abs=EPSILON)

    def test_the_least_height_and_the_gap_also_find_room(self):
        [bar] = standing(DayMinutes(run_min=113, strength_min=2))
        assert bar.blocks[1].y == pytest.approx(0, abs=EPSILON)
        assert bar.blocks[0].height == pytest.approx(118, abs=EPSILON)

    @given(WEEKS)
    def test_labels_keep_apart_and_stay_in_the_box(self, days):
        for bar in week_bars(days).standing:
            baselines = [label.y for label in bar.labels]
            assert all(below - above >= 13 - EPSILON for below, above in pairwise(baselines))
            assert all(10 - EPSILON <= baseline <= 128 + EPSILON for baseline in baselines)


class TestLying:
    def test_it_runs_from_left_to_right_in_the_same_order(self):
        [bar] = week_bars([DayMinutes(run_min=48, strength_min=14)]).lying
        assert bar.blocks == (
            Block("run", x=0, y=0, width=100, height=12),
            Block("strength", x=102, y=0, width=29.16, height=12),
        )

    def test_a_long_day_fills_the_width(self):
        short, long = week_bars([DayMinutes(run_min=48), DayMinutes(run_min=288, other_min=0)]).lying
        assert long.blocks[-1].x + long.blocks[-1].width == pytest.approx(290, abs=EPSILON)
        assert short.blocks[0].width == pytest.approx(286 / 6, abs=EPSILON)


class TestAnyWeek:
    @given(WEEKS)
    def test_there_is_a_bar_of_each_sort_for_each_day(self, days):
        bars = week_bars(days)
        assert len(bars.standing) == len(bars.lying) == 7

    @given(WEEKS)
    def test_blocks_never_overlap_nor_leave_the_box(self, days):
        bars = week_bars(days)
        for bar in bars.standing:
            edges = [130.0] + [edge for b in bar.blocks for edge in (b.y + b.height, b.y)] + [0.0]
            assert all(lower >= upper - EPSILON for lower, upper in pairwise(edges))
            assert all(below.y - (b.y + b.height) == pytest.approx(2) for below, b in pairwise(bar.blocks))
        for bar in bars.lying:
            edges = [0.0] + [edge for b in bar.blocks for edge in (b.x, b.x + b.width)] + [290.0]
            assert all(left <= right + EPSILON for left, right in pairwise(edges))

    @given(WEEKS)
    def test_what_is_longer_than_the_least_is_to_one_scale(self, days):
        bars = week_bars(days)
        heights, widths = [], []
        for day, upright, flat in zip(days, bars.standing, bars.lying, strict=True):
            for tall, wide in zip(upright.blocks, flat.blocks, strict=True):
                minutes, least = getattr(day, f"{tall.kind}_min"), 10 if tall.kind == "strength" else 2
                heights += [(minutes, tall.height)] if tall.height > least else []
                widths += [(minutes, wide.width)] if wide.width > least else []
        for lengths in (heights, widths):
            for (minutes, length), (other, other_length) in pairwise(lengths):
                assert length * other == pytest.approx(
                    other_length * minutes, abs=EPSILON * (minutes + other)
                )

    @given(WEEKS)
    def test_more_minutes_are_never_drawn_shorter(self, days):
        runs = sorted(
            (day.run_min, bar.blocks[0].height)
            for day, bar in zip(days, week_bars(days).standing, strict=True)
            if day is not None and day.run_min is not None
        )
        assert [height for _, height in runs] == sorted(height for _, height in runs)
