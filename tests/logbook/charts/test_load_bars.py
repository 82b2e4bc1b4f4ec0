"""The load of each week as a bar: to scale, runs below, strength on top, inside its box."""

import re

from hypothesis import given
from hypothesis import strategies as st

from logbook.charts.load_bars import GAP, HEADROOM, HEIGHT, WIDTH, WeekLoad, load_bars
from workouts.units import grouped


def week(run=None, strength=None, mean=None, label="1"):
    return WeekLoad(label=label, run=run, strength=strength, mean=mean)


def test_runs_stand_on_the_ground_and_strength_on_top_at_one_scale():
    chart = load_bars([week(400.0, 100.0), week(200.0)])
    (run, strength), (alone,) = (bar.blocks for bar in chart.bars)
    assert (run.kind, strength.kind, alone.kind) == ("run", "strength", "run")
    assert run.y + run.height == alone.y + alone.height == HEIGHT
    assert run.height == 2 * alone.height
    assert strength.y + strength.height == run.y - GAP
    # 500 AU fill the box but for the number above.
    assert strength.y == HEADROOM
    assert [(mark.text, mark.percent) for mark in chart.marks] == [("200", 75.0)]


def test_the_newest_bar_is_marked_and_the_highest_where_they_do_not_touch():
    def marks(*loads):
        return [mark.text for mark in load_bars([week(load) for load in loads]).marks]

    assert marks(500.0, 100.0, 200.0) == ["500", "200"]
    assert marks(100.0, 500.0, 200.0) == ["200"]
    assert marks(100.0, 500.0, None) == ["500"]
    assert marks(100.0, 200.0, 500.0) == ["500"]


def test_the_mean_of_the_weeks_before_is_a_line_in_steps_with_gaps_where_there_is_none():
    chart = load_bars([week(100.0), week(100.0, mean=100.0), week(100.0, mean=50.0), week(), week(mean=25.0)])
    assert chart.mean.count("M") == 2
    assert re.fullmatch(r"M240\.0 22\.0H480\.0V111\.0H720\.0M960\.0 155\.5H1200\.0", chart.mean)


def test_lines_across_are_at_round_loads():
    assert [line.text for line in load_bars([week(1668.0)]).lines] == ["500", grouped(1000), grouped(1500)]
    assert [line.text for line in load_bars([week(39.0)]).lines] == ["10", "20", "30"]


def test_weeks_of_which_nothing_is_known_make_no_chart():
    assert load_bars([week(), week()]) is None
    assert load_bars([]) is None


LOADS = st.one_of(st.none(), st.floats(0, 5000))


@given(st.lists(st.builds(week, LOADS, LOADS, LOADS), min_size=1, max_size=12))
def test_whatever_the_weeks_hold_they_stay_inside_the_box(weeks):
    chart = load_bars(weeks)
    if chart is None:
        assert not any(each.total or each.mean for each in weeks)
        return
    assert len(chart.bars) == len(weeks)
    for bar in chart.bars:
        for block in bar.blocks:
            assert -GAP <= block.y <= HEIGHT
            assert 0 <= block.x <= block.x + block.width <= WIDTH
    assert all(0 <= line.y <= HEIGHT for line in chart.lines)
