"""Distances that fall or leap are put right; where there are none, the places tell them."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats.plausible import FARTHEST_M
from logbook.formats.repairs import repair
from logbook.track.earth import haversine_m
from tests.builders.track import north, track_of

LEAPT = "The distance began again or leapt once; it was counted on."
STRAYED = "1 point at an impossible distance lost its distance."


@pytest.mark.parametrize(
    ("metres", "mended", "said"),
    [
        pytest.param([500, 510, 520], [500, 510, 520], [], id="begins anywhere"),
        pytest.param([0, None, 20], [0, None, 20], [], id="a silent point"),
        pytest.param([500, 510, 505, 515], [500, 510, None, 515], [STRAYED], id="goes back a little"),
        pytest.param([500, 510, 0, 515], [500, 510, None, 515], [STRAYED], id="a dip"),
        pytest.param([500, 510, 9000, 515], [500, 510, None, 515], [STRAYED], id="a peak"),
        pytest.param([500, 510, 520, 0], [500, 510, 520, None], [STRAYED], id="0 at the end"),
        pytest.param([500, 510, 520, 9000], [500, 510, 520, None], [STRAYED], id="a leap at the end"),
        pytest.param([9000, 4400, 4410], [None, 4400, 4410], [STRAYED], id="falls below half at once"),
        pytest.param(
            [990, 1000, 500, 999],
            [990, 1000, None, None],
            [STRAYED.replace("1 point", "2 points").replace("its", "their")],
            id="falls to just half",
        ),
        pytest.param([9000, 0, 10, 20], [None, 0, 10, 20], [STRAYED], id="another run's rest"),
        pytest.param([990, 1000, 4, 14], [990, 1000, 1004, 1014], [LEAPT], id="begins again each lap"),
        pytest.param([990, 1000, 400, 410], [990, 1000, 1000, 1010], [LEAPT], id="begins again too far on"),
        pytest.param([0, 10, 9000, 9010], [0, 10, 10, 20], [LEAPT], id="leaps and stays"),
    ],
)
def test_distances_that_cannot_be_are_put_right(metres, mended, said):
    found = repair(track_of(range(len(metres)), metres=metres))

    assert list(found.track.metres) == mended
    assert list(found.said) == said


def test_a_counter_that_begins_again_every_lap_is_counted_on_each_time():
    lap = [0, 250, 500, 750, 1000]
    found = repair(track_of([n * 60 for n in range(15)], metres=lap * 3))

    assert found.track.metres[-1] == 3000
    assert found.said == ("The distance began again or leapt 2 times; it was counted on.",)


def test_the_way_is_reckoned_from_place_to_place_and_not_across_a_pause():
    track = track_of(
        range(6),
        places=[None, north(0), north(30), None, north(500), north(540)],
        resumes=[4],
    )

    assert repair(track).track.metres == pytest.approx([None, 0, 30, None, 30, 70], abs=0.01)


def test_standing_still_is_0_metres_and_nowhere_is_unknown():
    assert repair(track_of([0, 1], places=[north(0)] * 2)).track.metres == (0, 0)
    assert repair(track_of([0, 1])).track.metres == (None, None)


def test_a_distance_that_is_said_is_never_reckoned():
    track = track_of([0, 1], metres=[None, 7], places=[north(0), north(30)])

    assert repair(track).track == track


TOO_FAR = "The way adds up to more than 1\u202f000 km; its distances were left out."


@pytest.mark.parametrize(("metres", "left", "said"), [(500_000, 1_000_000, ()), (500_001, None, (TOO_FAR,))])
def test_a_way_that_nobody_goes_has_no_distances(metres, left, said):
    """Each hop is possible in a day; a counter that begins again adds them up."""
    found = repair(track_of([0, 86_400, 86_401, 86_402, 172_800], metres=[0, 500_000, 0, 9, metres]))

    assert (found.track.metres[-1], found.said[1:]) == (left, said)


def test_a_way_around_the_earth_from_place_to_place_has_no_distances_either():
    track = track_of([n * 190_000 for n in range(4)], places=[(0.1, east) for east in (0, 170, -20, 150)])
    found = repair(track)

    assert (found.track.metres, found.said) == ((None,) * 4, (TOO_FAR,))
    assert found.track.places == track.places


rows = st.tuples(
    st.just(nan) | st.floats(-1e9, 1e6) | st.integers(0, 30).map(float),
    st.none() | st.floats(0, 1_000_000),
    st.none() | st.integers(1, 250),
    st.none() | st.floats(-500, 9000),
    st.none() | st.tuples(st.floats(), st.floats()) | st.integers(0, 5).map(lambda n: north(n * 60)),
)


@given(points=st.lists(rows, max_size=40), resumes=st.sets(st.integers(0, 40)))
def test_whatever_goes_in_a_repaired_track_keeps_its_promises(points, resumes):
    seconds, metres, beats, altitudes_m, places = zip(*points, strict=True) if points else [[]] * 5
    track = repair(
        track_of(
            seconds, metres=metres, beats=beats, altitudes_m=altitudes_m, places=places,
            resumes=sorted(at for at in resumes if at <= len(points)),
        )
    ).track  # fmt: skip

    assert list(track.seconds) == sorted(track.seconds)
    said = [each for each in track.metres if each is not None]
    assert said == sorted(said)
    assert not said or said[-1] <= FARTHEST_M
    assert {*map(len, (track.metres, track.beats, track.altitudes_m, track.places))} == {len(track)}
    assert list(track.resumes) == sorted({*track.resumes} & {*range(1, len(track))})
    assert all(-90 <= north <= 90 and -180 <= east <= 180 for north, east in filter(None, track.places))
    neighbours = [(n - 1, n) for n in range(1, len(track)) if n not in track.resumes]
    assert all(track.seconds[before] < track.seconds[after] for before, after in neighbours)
    for before, after in neighbours:
        if track.places[before] and track.places[after]:
            seconds = track.seconds[after] - track.seconds[before]
            assert haversine_m(track.places[before], track.places[after]) <= 100 * max(1, seconds)
