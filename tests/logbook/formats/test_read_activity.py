"""What an upload is read as: size first, then the kind, then the reader, each refusal a sentence."""

from datetime import UTC, datetime

import pytest

from logbook.formats import LARGEST_BYTES, LIMITS_BYTES, Unreadable, read_activities
from logbook.formats.detect import Format
from tests.builders import other_files
from tests.builders.fit import fit_file
from tests.builders.gpx import gpx_file
from tests.builders.tcx import tcx_file

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
RUNS = {
    Format.FIT: fit_file(started_at=MORNING, distance_m=5000),
    Format.GPX: gpx_file(started_at=MORNING, distance_m=5000),
    Format.TCX: tcx_file(started_at=MORNING, distance_m=5000),
}
# What may stand behind a file without changing it.
PADDING = {Format.FIT: b"\0", Format.GPX: b" ", Format.TCX: b" "}
BYTES = {Format.FIT: 4_194_304, Format.GPX: 26_214_400, Format.TCX: 26_214_400}

ALONE = "Export the activity by itself from the watch or its app, or enter the run by hand."
TOO_LARGE = {
    Format.FIT: f"This FIT file is larger than 4 MB, about a day of running. {ALONE}",
    Format.GPX: f"This GPX file is larger than 25 MB, about a day of running. {ALONE}",
    Format.TCX: f"This TCX file is larger than 25 MB, about a day of running. {ALONE}",
}
FAR_TOO_LARGE = f"This file is larger than 25 MB, and no activity is. {ALONE}"
UNPACK = "Unpack it and choose the FIT, GPX or TCX file inside, or enter the run by hand."
EXPORT = "Export the activity from the watch or its app, as FIT, GPX or TCX."


def refusal(data):
    with pytest.raises(Unreadable) as refused:
        read_activities(data)
    return str(refused.value)


def padded(kind, size):
    return RUNS[kind].ljust(size, PADDING[kind])


def test_the_limits_are_those_that_are_told():
    assert dict(LIMITS_BYTES) == BYTES
    assert LARGEST_BYTES == 26_214_400


@pytest.mark.parametrize("kind", RUNS)
def test_each_format_is_read_and_named(kind):
    [activity] = read_activities(RUNS[kind])

    assert (activity.format, activity.started_at, activity.elapsed_s) == (kind, MORNING, 1800)
    assert activity.distance_m == pytest.approx(5000, rel=1e-5)


@pytest.mark.parametrize("kind", RUNS)
def test_each_format_is_read_out_of_a_gzip_file(kind):
    assert read_activities(other_files.gzipped(RUNS[kind])) == read_activities(RUNS[kind])


@pytest.mark.parametrize("kind", RUNS)
@pytest.mark.parametrize("less", [1, 0])
def test_up_to_the_limit_a_file_is_read_packed_or_not(kind, less):
    data = padded(kind, BYTES[kind] - less)

    assert read_activities(data) == read_activities(other_files.gzipped(data)) == read_activities(RUNS[kind])


@pytest.mark.parametrize("kind", RUNS)
def test_one_byte_over_the_limit_is_refused_packed_or_not(kind):
    data = padded(kind, BYTES[kind] + 1)

    assert refusal(data) == (TOO_LARGE[kind] if kind is Format.FIT else FAR_TOO_LARGE)
    assert refusal(other_files.gzipped(data)) == TOO_LARGE[kind]


def test_over_the_largest_limit_a_file_is_refused_whatever_it_holds():
    for data in (other_files.png(), RUNS[Format.FIT], other_files.gzipped(RUNS[Format.FIT])):
        assert refusal(data.ljust(LARGEST_BYTES + 1, b"\0")) == FAR_TOO_LARGE


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty. Export the activity again from the watch or its app."),
        (other_files.png(), f"This is a picture, not an activity. {EXPORT}"),
        (other_files.zipped(run=RUNS[Format.GPX]), f"This is a zip archive. {UNPACK}"),
        (other_files.PDF, f"This is a PDF, not an activity. {EXPORT}"),
        (other_files.CSV, f"This is a table or a text, not an activity. {EXPORT}"),
        (bytes(range(256)), f"This is no activity file that Footfall knows. {EXPORT}"),
    ],
)
def test_another_kind_of_file_is_refused_by_its_name_packed_or_not(data, sentence):
    assert refusal(data) == sentence
    assert refusal(other_files.gzipped(data)) == sentence
