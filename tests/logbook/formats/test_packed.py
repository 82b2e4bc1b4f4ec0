"""A packed file is unpacked one level deep and never beyond its limit; one that breaks off is kept so far."""

import gzip
import tracemalloc
from datetime import UTC, datetime

import pytest

from logbook.formats import Unreadable, read_activities
from tests.builders.fit import fit_file
from tests.builders.gpx import gpx_file
from tests.builders.mutants import mutants
from tests.builders.other_files import gzipped, png

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
RUN = gpx_file(started_at=MORNING, every_s=2)
PACKED = gzipped(RUN)
AGAIN = "Export it again from the watch or its app, or enter the run by hand."
BREAKS_OFF = f"The packed file breaks off. {AGAIN}"
DAMAGED = f"The packed file is damaged and cannot be unpacked. {AGAIN}"


def refusal(data):
    with pytest.raises(Unreadable) as refused:
        read_activities(data)
    return str(refused.value)


def test_a_file_in_several_members_is_one():
    half = len(RUN) // 2

    assert read_activities(gzipped(RUN[:half]) + gzipped(RUN[half:])) == read_activities(RUN)


def test_zeros_behind_the_end_do_no_harm():
    assert read_activities(PACKED + b"\0" * 512) == read_activities(RUN)


@pytest.mark.parametrize("left_out", [1, 7, 8])
def test_one_that_lacks_nothing_but_its_checksum_is_whole(left_out):
    assert read_activities(PACKED[:-left_out]) == read_activities(RUN)


def test_one_that_breaks_off_is_kept_up_to_the_break():
    run = fit_file(started_at=MORNING, record_every_s=1)
    packed = gzipped(run)
    [activity] = read_activities(packed[: len(packed) // 2])

    assert activity.caveat.startswith("The file breaks off after ")
    assert 100 < len(activity.track) < 1800


def test_wherever_it_breaks_off_it_is_kept_or_refused():
    packed = gzipped(fit_file(started_at=MORNING, duration_s=300, distance_m=1000))
    lengths = [points_in(packed[:kept]) for kept in range(2, len(packed))]

    # More bytes never take a point away.
    assert lengths == sorted(lengths)
    assert (lengths[0], lengths[-1]) == (0, 31)


def points_in(data):
    """Return how many points are kept; none of what is refused."""
    try:
        [activity] = read_activities(data)
    except Unreadable:
        return 0
    return len(activity.track)


def test_a_file_cut_inside_its_header_is_refused():
    assert {refusal(PACKED[:kept]) for kept in range(2, 18)} == {BREAKS_OFF}


def test_what_is_no_activity_is_refused_by_its_name_even_where_it_breaks_off():
    assert refusal(gzipped(png())[:-9]).startswith("This is a picture")


def test_a_damaged_file_is_refused():
    half = len(PACKED) // 2

    assert refusal(PACKED[:half] + bytes(100) + PACKED[half + 100 :]) == DAMAGED
    # The checksum stands in the eight bytes at the end.
    assert refusal(PACKED[:-8] + b"\0" * 8) == DAMAGED
    assert refusal(PACKED + b"rubbish") == DAMAGED
    assert refusal(b"\x1f\x8b\x07" + PACKED[3:]) == DAMAGED


def test_a_packed_file_in_a_packed_file_is_refused():
    assert refusal(gzipped(PACKED)) == (
        "This is a gzip file inside another."
        " Unpack it and choose the FIT, GPX or TCX file inside, or enter the run by hand."
    )


@pytest.mark.parametrize(
    ("beginning", "sentence"),
    [
        (b"<gpx>" + b" " * 100_000, "This GPX file is larger than 25 MB"),
        (fit_file(started_at=MORNING), "This FIT file is larger than 4 MB"),
        (b"", "This is no activity file that Footfall knows."),
    ],
)
def test_a_bomb_is_left_at_the_limit_of_what_it_holds(beginning, sentence):
    bomb = gzip.compress(beginning + bytes(200_000_000), 1)
    tracemalloc.start()
    told = refusal(bomb)
    _, most_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert told.startswith(sentence)
    assert most_bytes < 100_000_000


def test_three_hundred_mutants_are_read_or_refused_and_nothing_else():
    sentences = set()
    for mutant in mutants(PACKED, count=300, seed=20260501):
        try:
            [activity] = read_activities(mutant)
            assert activity.started_at == MORNING
        except Unreadable as refused:
            sentences.add(str(refused))

    assert DAMAGED in sentences
