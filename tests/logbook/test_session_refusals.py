"""What a session's form refuses: a sentence at the field, everything typed kept, nothing stored."""

import pytest

from logbook.models import LoggedSet, Session
from tests.browsing import complaint, form_on, soup, words
from tests.logbook.session_forms import SAVE, log, post

pytestmark = pytest.mark.usefixtures("clock")

MINUTES = "Give the minutes as a whole number between 1 and 600, for example 22."


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("minutes", "", MINUTES),
        ("minutes", "0", MINUTES),
        ("minutes", "601", MINUTES),
        ("minutes", "-5", MINUTES),
        ("minutes", "22.5", MINUTES),
        ("minutes", "twenty", MINUTES),
        ("minutes", "9" * 400, MINUTES),
        ("effort", "0", "Choose an effort from 1 to 10, or none."),
        ("effort", "11", "Choose an effort from 1 to 10, or none."),
        ("effort", "hard", "Choose an effort from 1 to 10, or none."),
        ("date", "", "Say which day it was."),
        ("date", "29.7.2026", "Give the day as year-month-day, for example 2026-07-29."),
        ("date", "2026-02-30", "Give the day as year-month-day, for example 2026-07-29."),
        ("date", "2026-07-31", "31 July 2026 has not come yet. Log it once it is done."),
        ("time", "", "Say when it started."),
        ("time", "25:00", "Give the time as hours:minutes, for example 07:04."),
        ("time", "noon", "Give the time as hours:minutes, for example 07:04."),
        ("note", "x" * 4001, "This note has 4001 characters. Shorten it to 4000 at most."),
        ("run", "999999", "That run is gone. Choose another, or “No run”."),
        ("run", "mine", "That run is gone. Choose another, or “No run”."),
        ("run", "9" * 30, "That run is gone. Choose another, or “No run”."),
        ("run", "9" * 5000, "That run is gone. Choose another, or “No run”."),
    ],
)
def test_is_refused_with_a_sentence_at_the_field_and_nothing_is_stored(ana_client, name, value, sentence):
    response = post(ana_client, **{name: value})

    assert response.status_code == 422
    assert complaint(response, name) == sentence
    assert (Session.objects.count(), LoggedSet.objects.count()) == (0, 0)


@pytest.mark.parametrize("year", ["0001", "1969", "2200", "9999"])
def test_a_year_out_of_range_is_refused(ana_client, year):
    response = post(ana_client, date=f"{year}-06-01")

    assert response.status_code == 422
    assert complaint(response, "time") or complaint(response, "date")
    assert not Session.objects.exists()


def test_the_wrong_field_is_marked_and_named_on_top_with_a_link_to_it(ana_client):
    response = post(ana_client, minutes="0")

    page = soup(response)
    field = page.find(attrs={"name": "minutes"})
    assert field["aria-invalid"] == "true"
    summary = page.find(role="alert")
    assert words(summary.h2) == "Not saved yet: one field needs a look"
    assert words(summary.a) == f"Minutes: {MINUTES}"
    assert summary.a["href"] == f"#{field['id']}"


def test_everything_typed_is_kept_in_the_answer(ana_client):
    typed = {
        "date": "2026-07-27", "time": "18:05", "minutes": "never", "effort": "8", "note": "Calf.\r\nStairs.",
        "station_1_planned": None, "station_1_sets": "2", "station_1_amount": "5",
    }  # fmt: skip
    response = post(ana_client, **typed)

    kept = form_on(response, SAVE).fields
    for name, value in typed.items():
        assert kept.get(name.replace("_", "-")) == value, name


def test_the_corrected_form_is_stored_once_with_the_first_key(ana_client):
    wrong = post(ana_client, minutes="")
    form = form_on(wrong, SAVE)
    response = form.filled({"minutes": "25"}).send(ana_client)

    assert response.status_code == 302
    assert (str(Session.objects.get().key), Session.objects.get().minutes) == (form.fields["key"], 25)


def test_the_time_the_clock_leaves_out_in_spring_gives_a_sentence(ana_client):
    response = post(ana_client, date="2026-03-29", time="02:30")

    assert response.status_code == 422
    assert complaint(response, "time").startswith(
        "There is no 02:30 on 29 March 2026 in Europe/Berlin: the clock was put forward from 02:00 to 03:00."
    )


def test_a_session_within_the_coming_day_is_taken_since_phone_clocks_differ(ana_client):
    # The clock says 10:00 in Berlin.
    assert log(ana_client, date="2026-07-30", time="10:00").performed_on.day == 30
    assert post(ana_client, date="2026-07-30", time="10:01").status_code == 422


@pytest.mark.parametrize("key", ["", "no-key", "0"])
def test_a_key_that_is_none_is_refused(ana_client, key):
    response = post(ana_client, key=key)

    assert response.status_code == 422
    assert not Session.objects.exists()
