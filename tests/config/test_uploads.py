"""An upload is cut short while it arrives: the disk does not fill, and the form still answers."""

from io import BytesIO

from django.http import HttpRequest
from django.test import RequestFactory

from config.uploads import MOST_BYTES
from logbook.formats import FAR_TOO_LARGE, LARGEST_BYTES
from tests.logbook.file_forms import on_disk, outcomes, upload


def received(size: int) -> int:
    """How many bytes of a file of that size a view gets to read."""
    file = BytesIO(b"x" * size)
    file.name = "run.fit"
    request: HttpRequest = RequestFactory().post("/imports/", {"file": file, "key": "k"})
    assert request.POST["key"] == "k"
    with request.FILES["file"] as arrived:
        return len(arrived.read())


def test_it_takes_just_enough_to_see_that_a_file_is_too_large():
    assert MOST_BYTES == LARGEST_BYTES + 1


def test_a_file_within_the_limit_arrives_whole():
    for size in (1, 65_537, 3_000_000, MOST_BYTES):
        assert received(size) == size


def test_of_a_larger_one_the_rest_is_dropped_and_the_other_fields_still_come():
    assert received(MOST_BYTES + 1) == MOST_BYTES
    assert received(2 * MOST_BYTES) == MOST_BYTES


def test_the_import_says_that_the_file_is_too_large(ana_client, uploads):
    page = ana_client.get(upload(ana_client, bytes(2 * MOST_BYTES))["Location"])

    assert outcomes(page) == [f"Not added. {FAR_TOO_LARGE}"]
    assert on_disk(uploads) == []
