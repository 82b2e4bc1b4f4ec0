"""Notes come back as they were written, and never as anything but text."""

import pytest

from logbook.models import Run, Session
from tests.browsing import form_on, soup, words
from tests.logbook.run_forms import log_run
from tests.logbook.session_forms import SAVE_CHANGES, log

pytestmark = pytest.mark.usefixtures("clock")

SCRIPT = "<script>alert(1)</script> & <b>bold</b> \"'{{ 7|add:7 }}{% now %}"
ODD = [
    "Zäh, 日本語, עברית, العربية",
    "👩🏽‍🚀 e\u0301 \u202eabc\u202c \ufeff\u200b\u2028end",
    "\U0010ffff𝒳",
    "x" * 4000,
    "ß" * 4000,
    "😀" * 4000,
    "'; DROP TABLE logbook_run; --",
]


@pytest.mark.parametrize("note", ODD)
def test_a_note_of_a_session_is_kept_letter_by_letter(ana_client, note):
    session = log(ana_client, note=note)

    assert session.note == note
    assert note in soup(ana_client.get(session.get_absolute_url())).find(class_="prose").get_text()


@pytest.mark.parametrize("note", ODD)
def test_a_note_of_a_run_is_kept_letter_by_letter(ana_client, note):
    run = log_run(ana_client, note=note)

    assert run.note == note
    assert note in soup(ana_client.get(run.get_absolute_url())).find(class_="prose").get_text()


@pytest.mark.parametrize("log_it", [log, log_run])
def test_markup_in_a_note_is_shown_as_text(ana_client, log_it):
    logged = log_it(ana_client, note=SCRIPT)
    response = ana_client.get(logged.get_absolute_url())

    assert SCRIPT in words(response)
    assert b"<script>alert" not in response.content
    edit = ana_client.get(f"{logged.get_absolute_url()}edit/")
    assert form_on(edit, SAVE_CHANGES).fields["note"] == SCRIPT
    assert b"<script>alert" not in edit.content


def test_lines_of_a_note_stay_lines(ana_client):
    session = log(ana_client, note="First.\r\n\r\nThird.")

    prose = soup(ana_client.get(session.get_absolute_url())).find(class_="prose")
    assert (prose.get_text(), len(prose.find_all("br"))) == ("First.Third.", 2)


def test_blank_ends_of_a_note_are_dropped(ana_client):
    assert log(ana_client, note="  \r\n Fine. \r\n ").note == "Fine."
    assert log(ana_client, note=" \r\n ").note == ""


@pytest.mark.parametrize("log_it", [log, log_run])
def test_a_null_byte_is_refused_and_nothing_is_stored(ana_client, log_it):
    with pytest.raises(AssertionError, match="Null characters are not allowed"):
        log_it(ana_client, note="a\x00b")
    assert (Run.objects.count(), Session.objects.count()) == (0, 0)


def test_a_line_break_counts_as_one_character_as_the_browser_counts_it(ana_client):
    note = "\n".join(["x" * 999] * 4)
    assert len(note) == 3999
    run = log_run(ana_client, note=note.replace("\n", "\r\n"))
    assert run.note == note
