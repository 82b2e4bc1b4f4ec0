"""A route keeps its shape: north up, true to length, inside its box and cut where it was interrupted."""

import time
from math import cos, radians

import pytest
from hypothesis import given

from logbook.charts.route_line import METRES_PER_DEGREE, route_line
from tests.logbook.charts.paths import stretches
from tests.logbook.track.tracks import track_of, tracks
from workouts.units import DistanceUnit


def route(*places, resumes=(), unit=DistanceUnit.KM):
    points = [(n, None, None, None, place) for n, place in enumerate(places)]
    return route_line(track=track_of(*points, resumes=resumes), unit=unit)


def drawn(*places, resumes=()):
    return stretches(route(*places, resumes=resumes).path)


def test_north_is_up_and_east_is_right():
    [[start, north, east]] = drawn((0.0, 0.0), (0.01, 0.0), (0.01, 0.01))
    assert north[0] == start[0] and north[1] < start[1]
    assert east[0] > north[0] and east[1] == north[1]


@pytest.mark.parametrize("latitude", [0.0, 52.5, -70.0])
def test_a_square_on_the_ground_is_a_square(latitude):
    east = 0.01 / cos(radians(latitude))
    [points] = drawn((latitude - 0.005, 10.0), (latitude + 0.005, 10.0), (latitude + 0.005, 10 + east))
    assert points[1][0] - points[2][0] == pytest.approx(points[1][1] - points[0][1], abs=0.2)


def test_it_fills_its_box_to_the_margin_in_one_direction():
    [points] = drawn((0.0, 0.0), (0.001, 0.05))
    assert [x for x, _ in points] == [12, 388]
    [points] = drawn((0.0, 0.0), (0.05, 0.001))
    assert [y for _, y in points] == [288, 12]


def test_a_straight_line_needs_two_points():
    assert len(drawn(*((0.0, n / 10_000) for n in range(100)))[0]) == 2


def test_a_way_there_and_back_keeps_its_turn():
    [points] = drawn((0.0, 0.0), (0.0, 0.02), (0.0, 0.0))
    assert [x for x, _ in points] == [12, 388, 12]


def test_a_gap_is_not_joined():
    places = [(0.0, n / 100) for n in (0, 1, 3, 4)]
    assert [[x for x, _ in part] for part in drawn(*places, resumes=(2,))] == [[12, 106], [294, 388]]


def test_a_pause_on_the_spot_leaves_no_gap():
    places = [(0.0, 0.0), (0.0, 0.01), (0.0, 0.01001), (0.0, 0.02)]
    assert len(drawn(*places, resumes=(2,))) == 1


def test_points_without_a_place_are_passed_over():
    assert len(drawn((0.0, 0.0), None, (0.0, 0.02))) == 1


def test_the_date_line_is_crossed_the_short_way():
    line = route((10.0, 179.99), (10.0, -179.99))
    [points] = stretches(line.path)
    assert points[0][0] < points[1][0]
    assert line.width_m == pytest.approx(0.02 * METRES_PER_DEGREE * cos(radians(10)) * 400 / 376)


def test_the_start_is_where_the_line_begins_with_its_label_inside():
    right = route((0.0, 0.02), (0.0, 0.0)).start
    assert (right.left, right.top, right.label_dx, right.anchor) == (97, 45.45, -12, "end")
    left = route((0.0, 0.0), (0.0, 0.02)).start
    assert (left.left, left.label_dx, left.anchor) == (3, 12, "start")


def test_the_scale_bar_is_a_round_length():
    line = route((0.0, 0.0), (0.0, 0.05))
    assert line.scale_bar.label == "1 km"
    assert line.scale_bar.length == pytest.approx(1000 / line.width_m * 400, abs=0.05)


def test_the_label_of_the_scale_bar_stands_where_the_bar_ends():
    bar = route((0.0, 0.0), (0.0, 0.05)).scale_bar
    assert bar.ends_x == pytest.approx(12 + bar.length)
    assert bar.end_percent == pytest.approx(bar.ends_x / 4, abs=0.02)


def test_the_scale_bar_of_a_lap_is_part_of_a_kilometre_or_mile():
    assert route((0.0, 0.0), (0.0, 0.002)).scale_bar.label == "50 m"
    assert route((0.0, 0.0), (0.0, 0.05), unit=DistanceUnit.MILES).scale_bar.label == "0.5 mi"


@pytest.mark.parametrize(
    "places",
    [
        (),
        (None, None),
        ((52.5, 13.4),),
        ((52.5, 13.4),) * 9,
        ((52.5, 13.4), (52.50017, 13.4)),  # 19 m
    ],
)
def test_one_place_is_no_route(places):
    assert route(*places) is None


def test_20_m_are_a_route():
    assert route((52.5, 13.4), (52.50019, 13.4)) is not None


def test_stretches_of_one_place_each_are_no_route():
    assert route((0.0, 0.0), (1.0, 1.0), resumes=(1,)) is None


def test_a_long_winding_run_is_drawn_with_300_points():
    places = [(0.01 * (n % 2) + n / 1e6, n / 1000) for n in range(2000)]
    assert sum(map(len, drawn(*places))) == 300


def test_a_run_of_very_many_pauses_is_drawn_with_300_points():
    places = [(0.1 * (n // 2 % 2), n / 100) for n in range(2000)]
    assert sum(map(len, drawn(*places, resumes=tuple(range(2, 2000, 2))))) <= 300


def test_a_whole_day_of_points_keeps_its_extent():
    places = [(0.0, n / 100_000) for n in range(86_400)]
    [points] = drawn(*places)
    assert [x for x, _ in points] == [12, 388]


def test_a_pause_at_every_point_of_a_hostile_track_costs_no_more_than_a_moment():
    # Each detail is a little finer than the one before, so that each point kept leaves all the others to try.
    count = 250_000
    places = [(0.5 * 0.99**n * (-1) ** n, n / 1e6) for n in range(count)]
    started = time.process_time()
    assert sum(map(len, drawn(*places, resumes=tuple(range(1, count))))) <= 300
    assert time.process_time() - started < 5


@given(tracks())
def test_any_route_stays_in_its_box(track):
    line = route_line(track=track)
    if line is None:
        return
    for points in stretches(line.path):
        assert all(12 <= x <= 388 and 12 <= y <= 288 for x, y in points)
    assert 3 <= line.start.left <= 97 and 3 <= line.start.top <= 88
    assert 0 < line.scale_bar.length < line.scale_bar.ends_x < 400 and line.width_m > 0
