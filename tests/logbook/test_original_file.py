"""The original file goes back to its owner byte for byte, whatever it was called, and nothing runs it."""

from datetime import timedelta
from email.message import Message
from pathlib import Path
from urllib.parse import unquote
from uuid import uuid4

import pytest

from logbook.models import ImportedFile
from tests.browsing import complaint, facts, links, notices
from tests.builders.fit import fit_file
from tests.factories import NOW, make_run
from tests.logbook.file_forms import downloaded, import_run, on_disk

pytestmark = pytest.mark.usefixtures("clock")

CONTENT = fit_file(started_at=NOW - timedelta(hours=3))


def name_offered(response) -> str:
    """The name a browser would save it under."""
    disposition = response["Content-Disposition"]
    assert disposition.startswith("attachment")
    assert "\r" not in disposition
    assert "\n" not in disposition
    if "filename*=utf-8''" in disposition:
        return unquote(disposition.split("filename*=utf-8''")[1])
    parsed = Message()
    parsed["Content-Disposition"] = disposition
    return parsed.get_filename()


def test_comes_back_byte_for_byte_as_an_attachment_no_browser_opens(ana_client):
    run = import_run(ana_client, CONTENT, "Morning run.fit")
    page = ana_client.get(run.get_absolute_url())
    response = ana_client.get(
        next(url for told, url in links(page).items() if told.startswith("Download the original ("))
    )

    assert downloaded(response) == CONTENT
    assert name_offered(response) == "Morning run.fit"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store"
    assert response["Content-Length"] == str(len(CONTENT))


def test_stays_as_it_came_when_the_run_was_corrected_and_deleted(ana_client):
    run = import_run(ana_client, CONTENT)
    ana_client.post(f"{run.get_absolute_url()}deletion/")

    assert downloaded(ana_client.get(f"{run.get_absolute_url()}file/")) == CONTENT


def test_is_not_found_for_anybody_else(ana_client, ben_client, sam_client, client):
    url = f"{import_run(ana_client, CONTENT).get_absolute_url()}file/"

    # Not even for whoever runs the instance.
    assert [c.get(url).status_code for c in (ben_client, sam_client)] == [404, 404]
    assert client.get(url)["Location"].startswith("/accounts/login/")


def test_a_run_entered_by_hand_has_none(ana, ana_client):
    run = make_run(ana)

    assert ana_client.get(f"{run.get_absolute_url()}file/").status_code == 404
    assert facts(ana_client.get(run.get_absolute_url()))["Entered"] == "by hand"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ('say "run".fit', 'say "run".fit'),
        ("it's; a=b.fit", "it's; a=b.fit"),
        ("Läufe 日本 🏃.fit", "Läufe 日本 🏃.fit"),
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        ("C:\\runs\\a.fit", "a.fit"),
        ("a\nSet-Cookie: x=1\n.fit", "aSet-Cookie: x=1.fit"),
        ("a\u202etif.exe", "atif.exe"),
        ("<script>alert(1)</script>.fit", "script>.fit"),
        ("&lt;b&gt;.fit", "<b>.fit"),
        ("100%.fit", "100%.fit"),
        ("no end", "no end"),
        (".htaccess", ".htaccess"),
    ],
)
def test_an_odd_name_is_made_harmless_and_kept_as_far_as_it_is(ana_client, uploads, sent, kept):
    run = import_run(ana_client, CONTENT, sent)
    page = ana_client.get(run.get_absolute_url())

    assert ImportedFile.objects.get().name == kept
    assert facts(page)["File"] == kept
    response = ana_client.get(f"{run.get_absolute_url()}file/")
    assert downloaded(response) == CONTENT
    assert name_offered(response) == kept
    assert b"<script>alert" not in page.content
    # On disk it has another name, and lies where all of them lie.
    [path] = on_disk(uploads)
    assert len(path) == 35
    assert path[:2] == path[3:5]


# A file system allows 255 bytes; a request can bring more.
@pytest.mark.parametrize(("letter", "times"), [("x", 300), ("ü", 300), ("😀", 120)])
def test_a_name_of_hundreds_of_letters_keeps_its_end(ana_client, letter, times):
    run = import_run(ana_client, CONTENT, letter * times + ".fit")
    file = ImportedFile.objects.get()

    assert (len(file.name), file.name[-5:]) == (100, f"{letter}.fit")
    response = ana_client.get(f"{run.get_absolute_url()}file/")
    assert downloaded(response) == CONTENT
    assert name_offered(response) == file.name


@pytest.mark.parametrize("name", ["..", ".", "/", "a/.."])
def test_a_name_that_is_no_name_is_refused_like_no_file(ana_client, uploads, name):
    part = "--b\r\nContent-Disposition: form-data; "
    head = f'{part}name="key"\r\n\r\n{uuid4()}\r\n{part}name="file"; filename="{name}"\r\n\r\n'
    response = ana_client.post(
        "/imports/",
        data=head.encode() + CONTENT + b"\r\n--b--\r\n",
        content_type="multipart/form-data; boundary=b",
    )

    assert response.status_code == 422
    assert complaint(response, "file") == "Choose the watch files first, or drop them here."
    assert on_disk(uploads) == []


def test_a_file_that_is_gone_from_the_disk_costs_the_file_and_not_the_page(ana_client):
    run = import_run(ana_client, CONTENT)
    ana_client.get(run.get_absolute_url())
    Path(ImportedFile.objects.get().stored.path).unlink()
    answer = ana_client.get(f"{run.get_absolute_url()}file/", follow=True)

    said = "The original file is no longer on this server. The run itself is whole."
    assert (answer.status_code, notices(answer)) == (200, [said])
