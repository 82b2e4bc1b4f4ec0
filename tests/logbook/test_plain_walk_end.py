"""The end of a circuit that was walked with plain forms: logged, refused with all kept, or thrown away."""

import pytest

from logbook.models import Session
from tests.browsing import form_on, words
from tests.factories import NOW, make_run, make_session
from tests.logbook.phones import STRETCH, Phone, played
from tests.logbook.walking import SAVE, finish, leave_out, start, write

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def session(ana_client, ana):
    return start(ana_client)


def test_nothing_done_is_not_logged(ana_client, session):
    write(ana_client, session, "1.1")
    form = form_on(ana_client.get(f"/sessions/{session.pk}/completion/"), SAVE).filled({"note": "Too tired."})
    leave_out(ana_client, session, "1.1")
    answer = form.send(ana_client)

    assert answer.status_code == 422
    assert "Every set is left out." in words(answer)
    assert "Too tired." in words(answer)
    session.refresh_from_db()
    assert session.is_open


def test_where_nothing_was_done_it_is_thrown_away_instead(ana_client, session):
    leave_out(ana_client, session)
    page = ana_client.get(f"/sessions/{session.pk}/completion/")
    assert "Finish here. Nothing was done." in words(page)
    assert "Save session" not in words(page)
    assert form_on(page, "Throw it away").send(ana_client)["Location"] == "/"
    session.refresh_from_db()
    assert session.deleted_at is not None


def test_of_a_routine_that_follows_nothing_but_the_routine_is_thrown_away(ana_client, session):
    phone = Phone(ana_client, session)
    phone.sends_set()
    phone.sends_end()

    def throw_away() -> None:
        answer = ana_client.post(f"/sessions/{session.pk}/deletion/", {"routine": STRETCH})
        assert answer["Location"] == session.get_absolute_url()

    # Nothing of it has arrived yet.
    throw_away()
    assert Session.objects.filter(deleted_at=None).count() == 1
    phone.sends_set(routine=STRETCH, skipped="1")
    throw_away()
    session.refresh_from_db()
    stretch = Session.objects.get(circuit__slug=STRETCH)
    assert (session.deleted_at, stretch.deleted_at) == (None, NOW)


def test_a_completion_that_is_refused_keeps_everything_typed(ana, ana_client, session):
    make_run(ana)
    write(ana_client, session)
    answer = finish(ana_client, session, minutes="long", effort="6", note="Left side slower.", run="")

    assert answer.status_code == 422
    form = form_on(answer, "Save session")
    assert [form.fields[name] for name in ("minutes", "effort", "note", "run")] == [
        "long",
        "6",
        "Left side slower.",
        "",
    ]


def test_the_second_of_two_this_week_says_so(ana, ana_client, session):
    make_session(ana)
    write(ana_client, session)
    assert "That makes two of two this week." in words(ana_client.get(f"/sessions/{session.pk}/completion/"))


def test_one_of_another_week_says_nothing_of_this_week(ana_client, session, clock):
    write(ana_client, session)
    # From Wednesday to Sunday, then to Monday.
    clock.passes(days=4)
    assert "That makes one of two this week." in words(ana_client.get(f"/sessions/{session.pk}/completion/"))
    clock.passes(days=1)
    assert "this week" not in words(ana_client.get(f"/sessions/{session.pk}/completion/"))
    assert played(ana_client, session)["parts"][0]["told"]["week"] == ""
