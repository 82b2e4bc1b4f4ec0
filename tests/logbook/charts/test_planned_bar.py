"""Planned beside done: one scale, and nought is not drawn."""

from logbook.charts.planned_bar import planned_bar


def test_the_larger_of_the_two_fills_the_box():
    assert planned_bar(planned=4, done=2) == planned_bar(planned=300, done=150)
    assert (planned_bar(planned=4, done=2).planned, planned_bar(planned=4, done=2).done) == (290, 145)
    assert planned_bar(planned=2, done=4).done == 290


def test_nought_is_not_drawn_and_little_is_still_seen():
    assert (planned_bar(planned=0, done=0).planned, planned_bar(planned=0, done=0).done) == (0, 0)
    assert planned_bar(planned=1000, done=1).done == 2
