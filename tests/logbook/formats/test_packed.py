"""A packed file is unpacked one level deep and never beyond its limit; damage is told by a sentence."""

import gzip
import tracemalloc
from datetime import UTC, datetime

import pytest

from logbook.formats import Unreadable, read_activity
from tests.builders.fit import fit_file
from tests.builders.gpx import gpx_file
from tests.builders.mutants import mutants
from tests.builders.other_files import gzipped

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
RUN = gpx_file(started_at=MORNING, every_s=2)
PACKED = gzipped(RUN)
AGAIN = "Export it again from the watch or its app, or enter the run by hand."
BREAKS_OFF = f"The packed file breaks off. {AGAIN}"
DAMAGED = f"The packed file is damaged and cannot be unpacked. {AGAIN}"


def refusal(data):
    with pytest.raises(Unreadable) as refused:
        read_activity(data)
    return str(refused.value)


def test_a_file_in_several_members_is_one():
    half = len(RUN) // 2

    assert read_activity(gzipped(RUN[:half]) + gzipped(RUN[half:])) == read_activity(RUN)


def test_zeros_behind_the_end_do_no_harm():
    assert read_activity(PACKED + b"\0" * 512) == read_activity(RUN)


@pytest.mark.parametrize("left_out", [1, 8, 9, 1000])
def test_a_file_that_breaks_off_is_refused(left_out):
    assert refusal(PACKED[:-left_out]) == BREAKS_OFF


def test_a_file_cut_inside_its_header_is_refused():
    assert {refusal(PACKED[:kept]) for kept in range(2, 18)} == {BREAKS_OFF}


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
            assert read_activity(mutant).started_at == MORNING
        except Unreadable as refused:
            sentences.add(str(refused))

    assert {BREAKS_OFF, DAMAGED} <= sentences
