"""The athlete's own note about a week: kept letter by letter, and never replaced unasked."""

import pytest

from tests.browsing import complaint, form_on, links, notices, words
from workouts.weeks import Week, WeekStart

pytestmark = pytest.mark.django_db

WEEK, NOTE = "/history/2026-W31/", "/history/2026-W31/note/"


def write(client, text: str, opened=None):
    form = form_on(opened or client.get(NOTE), "Save note")
    form.fields["note"] = text
    return form.send(client)


def test_a_note_is_written_changed_and_removed(ana, ana_client):
    assert links(ana_client.get(WEEK))["Write a note about this week"] == NOTE
    sent = write(ana_client, "Slept badly.\r\nRan well.")
    assert sent["Location"] == WEEK
    assert notices(ana_client.get(WEEK)) == ["Note saved."]
    assert ana.week_notes.get().text == "Slept badly.\nRan well."
    assert "Slept badly." in words(ana_client.get(WEEK))

    write(ana_client, "Slept well.")
    assert ana.week_notes.get().text == "Slept well."
    assert "Edit your note" in links(ana_client.get(WEEK))

    write(ana_client, "  ")
    assert not ana.week_notes.exists()


def test_it_stays_with_its_week_when_weeks_begin_on_sunday(ana, ana_client):
    write(ana_client, "Hills felt easy.")
    ana.week_start = WeekStart.SUNDAY
    ana.save()
    assert "Hills felt easy." in words(ana_client.get(WEEK))
    assert "Hills felt easy." not in words(ana_client.get("/history/2026-W30/"))


def test_it_is_nobody_elses(ana_client, ben_client):
    write(ana_client, "Only mine.")
    assert "Only mine." not in words(ben_client.get(WEEK))
    assert "Only mine." not in words(ben_client.get(NOTE))


def test_markup_in_it_is_text(ana_client):
    write(ana_client, "<b>bold</b> {{ 7 }}")
    assert "<b>bold</b> {{ 7 }}" in words(ana_client.get(WEEK))


def test_a_note_too_long_is_refused_with_all_of_it_kept(ana, ana_client):
    answer = write(ana_client, "x" * 4001)
    assert answer.status_code == 422
    assert "4000" in complaint(answer, "note")
    assert form_on(answer, "Save note").fields["note"] == "x" * 4001
    assert not ana.week_notes.exists()


def test_lines_count_as_the_browser_counts_them(ana, ana_client):
    assert write(ana_client, "x\r\n" * 1999 + "xx").status_code == 302
    assert len(ana.week_notes.get().text) == 4000


def test_a_note_changed_in_another_tab_is_shown_before_it_is_replaced(ana, ana_client):
    write(ana_client, "First.")
    one, other = ana_client.get(NOTE), ana_client.get(NOTE)
    write(ana_client, "From the phone.", opened=one)

    answer = write(ana_client, "From the desk.", opened=other)
    assert answer.status_code == 409
    assert "It now says: “From the phone.”" in complaint(answer, "note")
    assert form_on(answer, "Save note").fields["note"] == "From the desk."
    assert ana.week_notes.get().text == "From the phone."

    assert form_on(answer, "Save note").send(ana_client).status_code == 302
    assert ana.week_notes.get().text == "From the desk."


def test_a_note_removed_in_another_tab_is_told_too(ana, ana_client):
    write(ana_client, "First.")
    open_still = ana_client.get(NOTE)
    write(ana_client, "")
    answer = write(ana_client, "Second.", opened=open_still)
    assert answer.status_code == 409
    assert "removed elsewhere" in complaint(answer, "note")
    form_on(answer, "Save note").send(ana_client)
    assert ana.week_notes.get().text == "Second."


def test_the_same_sent_twice_is_stored_once(ana, ana_client):
    opened = ana_client.get(NOTE)
    assert write(ana_client, "Once.", opened=opened).status_code == 302
    assert write(ana_client, "Once.", opened=opened).status_code == 302
    assert [note.text for note in ana.week_notes.all()] == ["Once."]


def test_a_week_goes_by_its_monday():
    assert Week(2026, 31).monday == Week(2026, 31, WeekStart.SUNDAY).monday == Week(2026, 31).first_day
