"""What an upload is read as: size first, then the kind, then the reader, each refusal a sentence."""

from datetime import UTC, datetime

import pytest

from logbook.formats import FIT_LIMIT_BYTES, Unreadable, read_activity
from tests.builders import other_files
from tests.builders.fit import fit_file

RUN = fit_file(started_at=datetime(2026, 5, 1, 6, 30, tzinfo=UTC), distance_m=5000)
TOO_LARGE = (
    "This file is larger than 4 MB, which is about a day of running. Export the activity by itself"
    " from the watch or its app, or enter the run by hand."
)


def refusal(data):
    with pytest.raises(Unreadable) as refused:
        read_activity(data)
    return str(refused.value)


def test_a_fit_file_is_read():
    assert read_activity(RUN).distance_m == 5000.0


@pytest.mark.parametrize("size", [FIT_LIMIT_BYTES - 1, FIT_LIMIT_BYTES])
def test_up_to_the_limit_a_file_is_read(size):
    assert size in (4_194_303, 4_194_304)
    assert read_activity(RUN.ljust(size, b"\0")).distance_m == 5000.0


def test_one_byte_over_the_limit_is_refused_whatever_it_holds():
    assert refusal(RUN.ljust(FIT_LIMIT_BYTES + 1, b"\0")) == TOO_LARGE
    assert refusal(other_files.png().ljust(FIT_LIMIT_BYTES + 1, b"\0")) == TOO_LARGE


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty. Export the activity again from the watch or its app."),
        (
            other_files.png(),
            "This is a picture, not an activity. Export the FIT file from the watch.",
        ),
        (
            other_files.gpx(),
            "This is a GPX file. Footfall reads FIT files so far:"
            " export the original from the watch or its app, or enter the run by hand.",
        ),
        (
            other_files.tcx(),
            "This is a TCX file. Footfall reads FIT files so far:"
            " export the original from the watch or its app, or enter the run by hand.",
        ),
        (
            other_files.gzipped(RUN),
            "This is a gzip file. Footfall reads FIT files so far:"
            " unpack this and choose the FIT file inside, or enter the run by hand.",
        ),
        (
            other_files.zipped(run=RUN),
            "This is a zip archive. Footfall reads FIT files so far:"
            " unpack this and choose the FIT file inside, or enter the run by hand.",
        ),
        (other_files.PDF, "This is a PDF, not an activity. Export the FIT file from the watch."),
        (
            other_files.CSV,
            "This is a table or a text, not an activity. Export the FIT file from the watch.",
        ),
        (
            bytes(range(256)),
            "This is no activity file that Footfall knows. Export the FIT file from the watch.",
        ),
    ],
)
def test_another_kind_of_file_is_refused_by_its_name(data, sentence):
    assert refusal(data) == sentence
