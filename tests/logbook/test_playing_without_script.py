"""A plain form that meets what was logged, deleted or corrected meanwhile: a choice, with all typed."""

import pytest

from logbook import stations
from logbook.facts import Prescribed
from logbook.forms.run_choice import MINUTES_WRONG
from logbook.models import Session
from logbook.sets.done import SetDone
from logbook.sets.station import StationDone
from logbook.views import answers
from tests.browsing import form_on, links, notices, soup, words
from tests.factories import NOW, make_run, make_session
from tests.logbook.phones import Phone, rows
from tests.logbook.session_forms import SAVE_CHANGES
from tests.logbook.walking import DONE, SAVE, page_at, start, write
from workouts.models import Exercise

pytestmark = pytest.mark.usefixtures("clock")
TYPED = {"minutes": "24", "effort": "7", "note": "Left side slower."}


@pytest.fixture
def session(ana_client, ana) -> Session:
    begun = start(ana_client)
    write(ana_client, begun)
    return begun


def end_of(client, session, **typed):
    """The form of the end, opened now, to be sent later."""
    return form_on(client.get(f"/sessions/{session.pk}/completion/"), SAVE).filled(typed)


def unplanned(athlete) -> Session:
    """One that is logged, of an exercise that nothing asked for."""
    plan = stations.of_exercise(Exercise.objects.with_rungs().get(slug="dead-bug"), number=1)
    done = SetDone(movement=plan.movement, measure=plan.movement.measure, left=8)
    return make_session(athlete, prescribed=Prescribed(), stations=[StationDone(plan=plan, sets=(done,))])


def set_of(client, session, **typed):
    return form_on(page_at(client, session, "1.1"), DONE).filled(typed)


class TestTheEnd:
    def test_logged_otherwise_meanwhile_both_versions_stand_there_and_what_was_typed(
        self, ana, ana_client, session
    ):
        run = make_run(ana)
        one = end_of(ana_client, session, minutes="20", run="")
        other = end_of(ana_client, session, run=str(run.pk), **TYPED)
        one.send(ana_client)

        answer = other.send(ana_client)
        assert answer.status_code == 409
        assert (
            "This session was logged meanwhile, and says something else. "
            "Yours: 24 min, effort 7, with Easy run of 29 July, 07:00, Left side slower. "
            "Stored: 20 min, effort not rated, without a run."
        ) in words(answer)
        assert links(answer)["Keep what is stored"] == session.get_absolute_url()
        assert "11 of 12 sets left out." in words(answer)
        again = form_on(answer, SAVE)
        assert again.fields.items() >= {**TYPED, "run": str(run.pk)}.items()
        session.refresh_from_db()
        assert (session.minutes, session.run) == (20, None)

        assert again.send(ana_client)["Location"] == session.get_absolute_url()
        session.refresh_from_db()
        assert (session.minutes, session.effort, session.note, session.run) == (24, 7, TYPED["note"], run)

    def test_deleted_meanwhile_it_is_brought_back_where_that_is_chosen(self, ana_client, session):
        form = end_of(ana_client, session, **TYPED)
        session.hide(at=NOW)

        answer = form.send(ana_client)
        assert answer.status_code == 409
        assert "deleted meanwhile." in words(answer)
        assert "“Save session” brings it back and stores what is typed here over it." in words(answer)
        form_on(answer, SAVE).send(ana_client)
        session.refresh_from_db()
        assert (session.is_open, session.deleted_at, session.minutes) == (False, None, 24)

    def test_a_choice_that_is_mistyped_is_still_one(self, ana_client, session):
        one, other = end_of(ana_client, session, minutes="20"), end_of(ana_client, session, **TYPED)
        one.send(ana_client)
        wrong = form_on(other.send(ana_client), SAVE).filled({"minutes": "soon"}).send(ana_client)
        assert wrong.status_code == 422
        assert form_on(wrong, SAVE).filled({"minutes": "25"}).send(ana_client).status_code == 302
        session.refresh_from_db()
        assert (session.minutes, session.effort) == (25, 7)

    @pytest.mark.parametrize("own", [False, True])
    def test_what_nobody_asked_for_leads_to_the_session(self, ana, ana_client, own):
        logged = unplanned(ana) if own else make_session(ana)
        answer = ana_client.post(f"/sessions/{logged.pk}/completion/", {"minutes": "soon"})
        assert (answer.status_code, answer["Location"]) == (302, logged.get_absolute_url())
        assert notices(ana_client.get(answer["Location"])) == [MINUTES_WRONG]


class TestASet:
    def test_of_a_deleted_session_brings_it_back_where_that_is_chosen(self, ana_client, session):
        form = set_of(ana_client, session, left="6", right="5")
        session.hide(at=NOW)

        answer = form.send(ana_client)
        assert answer.status_code == 409
        assert "deleted meanwhile. Yours: left 6, right 5. Stored: 8 each side." in words(answer)
        assert "Finish here" not in links(answer)
        again = form_on(answer, DONE)
        assert (again.fields["left"], again.fields["right"]) == ("6", "5")
        again.send(ana_client)
        session.refresh_from_db()
        assert (session.is_being_played, rows(session)[0]["done_reps"]) == (True, 6)

    def test_of_a_session_corrected_meanwhile_is_stored_over_it_where_that_is_chosen(
        self, ana_client, session
    ):
        form = set_of(ana_client, session, left="6", right="5")
        end_of(ana_client, session).send(ana_client)
        correction = form_on(ana_client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES)
        correction.filled({"minutes": "30"}).send(ana_client)

        answer = form.send(ana_client)
        assert answer.status_code == 409
        assert form_on(answer, DONE).send(ana_client)["Location"] == session.get_absolute_url()
        assert rows(session)[0]["done_reps"] == 6

    def test_of_a_session_logged_meanwhile_that_is_mistyped_is_shown_as_it_was_typed(
        self, ana_client, session
    ):
        form = set_of(ana_client, session, left="six")
        end_of(ana_client, session).send(ana_client)
        answer = form.send(ana_client)
        assert answer.status_code == 422
        assert form_on(answer, DONE).fields["left"] == "six"

    def test_without_a_plan_leads_to_the_session(self, ana, ana_client):
        logged = unplanned(ana)
        answer = ana_client.post(
            f"/sessions/{logged.pk}/sets/", {"station": "1", "number": "1", "left": "many"}
        )
        assert (answer.status_code, answer["Location"]) == (302, logged.get_absolute_url())


class TestAPageNotJson:
    def test_answers_a_plain_form_for_a_routine_that_does_not_follow(self, ana_client, session):
        for what in ("sets", "completion"):
            answer = ana_client.post(f"/sessions/{session.pk}/{what}/", {"routine": "plyo-starter"})
            assert (answer.status_code, answer["Location"]) == (302, session.get_absolute_url())
            page = ana_client.get(answer["Location"], follow=True)
            assert answers.DOES_NOT_FOLLOW in soup(page).get_text()

    def test_answers_one_of_a_session_that_is_gone_or_of_somebody_else(self, ana_client, session, ben):
        for what in ("sets", "completion"):
            mine = {"station": "1", "number": "1", "left": "8", "minutes": "20"}
            for path, fields, status in (
                (f"/sessions/{session.pk}/{what}/", {**mine, "athlete": str(ben.pk)}, 403),
                (f"/sessions/{session.pk + 1}/{what}/", mine, 404),
            ):
                answer = ana_client.post(path, fields)
                assert answer.status_code == status
                assert answer["Content-Type"].startswith("text/html")
            phone = Phone(ana_client, session)
            assert phone.sends(what, {**mine, "athlete": str(ben.pk)}).json()["state"] == "another"
