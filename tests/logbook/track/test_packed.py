"""A packed track comes back as it was, to the step, and foreign bytes are refused by name."""

import math
import random
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.track.packed import VERSION, NotPacked, pack, unpack
from logbook.track.track import Track
from tests.logbook.track.tracks import track_of, tracks


def as_tuples(track):
    return Track(**{name: tuple(getattr(track, name)) for name in Track.__dataclass_fields__})


@given(tracks())
def test_a_track_on_the_grid_comes_back_as_it_was(track):
    assert unpack(pack(track)) == as_tuples(track)


@given(
    st.lists(st.floats(0, 1e6), max_size=20).map(sorted),
    st.data(),
)
def test_finer_values_are_rounded_once_and_then_stay(seconds, data):
    def column(values):
        return data.draw(st.lists(values, min_size=len(seconds), max_size=len(seconds)))

    track = Track(
        seconds=seconds,
        metres=seconds,
        beats=column(st.none() | st.integers(0, 250)),
        altitudes_m=column(st.none() | st.floats(-500, 9000)),
        places=column(st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))),
    )
    once = unpack(pack(track))

    assert unpack(pack(once)) == once
    assert list(once.seconds) == pytest.approx(seconds, abs=0.00501)
    assert list(once.metres) == pytest.approx(seconds, abs=0.0501)
    for before, after in zip(track.altitudes_m, once.altitudes_m, strict=True):
        assert (before is None) == (after is None)
        assert before is None or math.isclose(before, after, abs_tol=0.0501)
    for before, after in zip(track.places, once.places, strict=True):
        assert (before is None) == (after is None)
        assert before is None or after == pytest.approx(before, abs=5.01e-7)


@given(tracks())
def test_what_never_fell_still_never_falls(track):
    kept = unpack(pack(track))
    assert list(kept.seconds) == sorted(kept.seconds)
    metres = [value for value in kept.metres if value is not None]
    assert metres == sorted(metres)


def test_nought_is_told_from_nothing():
    track = track_of((0.0, 0.0, 0, 0.0, (0.0, 0.0)), (1.0, None, None, None, None), (2.0, 0.0, 0, 0.0, None))
    kept = unpack(pack(track))
    assert kept.metres == (0.0, None, 0.0)
    assert kept.beats == (0, None, 0)
    assert kept.altitudes_m == (0.0, None, 0.0)
    assert kept.places == ((0.0, 0.0), None, None)


@pytest.mark.parametrize("reach", [127, 128, 32_767, 32_768, 2**31 - 1, 2**31])
def test_a_change_at_the_edge_of_its_integers_is_kept(reach):
    track = track_of((0.0, None, reach), (1.0, None, 0), (2.0, None, reach))
    assert unpack(pack(track)).beats == (reach, 0, reach)


def test_an_empty_track_comes_back_empty():
    assert unpack(pack(Track())) == Track()


def test_columns_that_say_nothing_come_back_saying_nothing():
    track = Track(seconds=(0.0, 1.0), metres=(None,) * 2, beats=(None,) * 2, altitudes_m=(None,) * 2)
    track = replace(track, places=(None,) * 2)
    assert unpack(pack(track)) == track


def test_a_row_of_version_1_is_read_on_every_machine():
    body = bytes.fromhex(
        "02000000"  # two points
        "68" "02000000" "0000" "6400"  # seconds 0 and 1, two bytes each, the lesser first
        "61" "68" "02000000" "e803" "1e00"  # metres 100 and 103
        "73" "0001" "62" "01000000" "78"  # beats, the second alone: 120
        "6e" "6e" "6e"  # neither altitudes nor places
        "62" "01000000" "01"  # after a pause before the second
    )  # fmt: skip
    assert unpack(b"\x01" + zlib.compress(body)) == Track(
        seconds=(0.0, 1.0),
        metres=(100.0, 103.0),
        beats=(None, 120),
        altitudes_m=(None, None),
        places=(None, None),
        resumes=(1,),
    )


def test_three_hours_point_by_point_fit_into_120_kb():
    dice = random.Random(7)
    metres, altitude_m, heart, north, east = 0.0, 80.0, 120.0, 52.5, 13.4
    points = []
    for second in range(3 * 3600):
        points.append((float(second), metres, round(heart), altitude_m, (north, east)))
        metres += max(0.0, dice.gauss(2.9, 0.5))
        altitude_m += dice.gauss(0, 0.2)
        heart += dice.gauss(0, 1) + (145 - heart) / 100
        north += dice.gauss(0, 2e-5)
        east += dice.gauss(0, 3e-5)
    assert len(pack(track_of(*points))) <= 120_000


class TestForeignBytes:
    GOOD = pack(track_of((0.0, 0.0, 120, 5.0, (1.0, 2.0)), (1.0, 3.0, None, 5.0, None)))

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"\x02" + GOOD[1:],
            VERSION,
            VERSION + b"GPX",
            GOOD[:-1],
            VERSION + zlib.compress(b""),
            VERSION + zlib.compress(zlib.decompress(GOOD[1:])[:-1]),
            VERSION + zlib.compress(zlib.decompress(GOOD[1:]) + b"\0"),
            VERSION + zlib.compress(b"\xff" * 200),
        ],
    )
    def test_are_refused(self, data):
        with pytest.raises(NotPacked):
            unpack(data)

    @given(st.binary(max_size=80))
    def test_whatever_they_are(self, body):
        try:
            track = unpack(VERSION + zlib.compress(body))
        except NotPacked:
            return
        assert len(track) == len(track.metres) == len(track.places)

    @given(st.integers(0, 1000), st.integers(0, 255))
    def test_one_changed_byte_is_no_other_error(self, at, byte):
        body = bytearray(zlib.decompress(self.GOOD[1:]))
        body[at % len(body)] = byte
        try:
            unpack(VERSION + zlib.compress(bytes(body)))
        except NotPacked:
            return
