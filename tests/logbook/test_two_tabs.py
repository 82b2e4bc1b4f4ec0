"""Two tabs, and a form left open for long: what was shown is what is stored."""

from datetime import UTC, datetime

import pytest

from logbook import recording, stations
from logbook.models import Run, Session
from logbook.sets.done import SetDone
from logbook.sets.station import StationDone
from tests.browsing import PageForm, form_on, links, notices, soup, words
from tests.factories import NOW, make_run, make_session, run_facts, session_facts
from tests.logbook.session_forms import SAVE, SAVE_CHANGES, log
from workouts.models import Exercise

pytestmark = pytest.mark.usefixtures("clock")


def exercise_station(slug: str, number: int) -> StationDone:
    """Two sets of eight of an exercise that nothing prescribed."""
    plan = stations.of_exercise(Exercise.objects.with_rungs().get(slug=slug), number=number)
    done = SetDone(movement=plan.movement, measure=plan.movement.measure, left=8, tempo=plan.movement.tempo)
    return StationDone(plan=plan, sets=(done, done))


def test_a_form_stores_the_circuit_it_shows_whatever_another_tab_logged_since(ana, ana_client):
    # The bare address offers the circuit last logged, and that changes in between.
    form = form_on(ana_client.get("/sessions/new/"), SAVE)
    make_session(ana, circuit="ten-minute-minimal")
    form.send(ana_client)
    assert Session.objects.latest("pk").name == "After-easy-run four"


def test_a_retired_circuit_is_not_offered_again(ana, ana_client):
    session = make_session(ana, circuit="ten-minute-minimal")
    session.circuit.retired_at = NOW
    session.circuit.save()
    assert "After-easy-run four" in ana_client.get("/sessions/new/").content.decode()


@pytest.mark.parametrize("make", [make_run, make_session])
def test_an_edit_of_what_another_tab_deleted_is_kept_and_brings_nothing_back(ana, ana_client, make):
    thing = make(ana)
    form = form_on(ana_client.get(f"{thing.get_absolute_url()}edit/"), SAVE_CHANGES)
    thing.hide(at=NOW)
    assert form.filled({"note": "Later."}).send(ana_client).status_code == 302

    thing.refresh_from_db()
    assert (thing.note, thing.deleted_at) == ("Later.", NOW)
    said = notices(ana_client.get(thing.get_absolute_url()))
    assert said == ["Changes saved. It was deleted meanwhile: bring it back to count it."]


def test_an_edit_brings_nothing_back_that_is_deleted_while_it_is_saved(ana):
    run, session = make_run(ana), make_session(ana)
    run_read, session_read = Run.objects.get(), Session.objects.get()
    run.hide(at=NOW)
    session.hide(at=NOW)
    recording.correct_run(run=run_read, facts=run_facts(ana, note="Later."))
    recording.correct_session(session=session_read, facts=session_facts(ana, note="Later."), seen=1)

    assert (Run.objects.get().deleted_at, Run.objects.get().note) == (NOW, "Later.")
    assert (Session.objects.get().deleted_at, Session.objects.get().note) == (NOW, "Later.")


class TestOneSessionInTwoTabs:
    """Both open the form of one session, and one saves after the other."""

    @pytest.fixture
    def session(self, ana) -> Session:
        return make_session(ana)

    def tab(self, client, session: Session) -> PageForm:
        return form_on(client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES)

    def test_the_later_is_told_sees_both_versions_and_nothing_is_stored_over(self, ana_client, session):
        first, second = self.tab(ana_client, session), self.tab(ana_client, session)
        first.filled({"minutes": "25", "note": "From one."}).send(ana_client)
        answer = second.filled({"minutes": "31", "station-2-planned": None, "station-2-amount": "6"}).send(
            ana_client
        )

        assert answer.status_code == 409
        told = soup(answer).select_one(".summary")
        assert "this session changed in another tab" in words(told.h2)
        assert told.has_attr("autofocus")
        rows = {
            words(row.th): [words(cell) for cell in row.find_all("td")] for row in told.select("tbody tr")
        }
        assert rows["Minutes"] == ["25", "31"]
        assert rows["Slow mountain climber"] == ["3 × 8 each side", "3 × 6 each side"]
        assert rows["Note"][0] == "From one."
        session.refresh_from_db()
        assert (session.minutes, session.note, session.version) == (25, "From one.", 2)

    def test_it_may_be_saved_over_the_other_or_left(self, ana_client, session):
        first, second = self.tab(ana_client, session), self.tab(ana_client, session)
        first.filled({"minutes": "25"}).send(ana_client)
        answer = second.filled({"minutes": "31", "note": "Mine."}).send(ana_client)
        assert links(answer)["Keep what is stored"] == session.get_absolute_url()

        assert form_on(answer, "Save what is typed here").send(ana_client).status_code == 302
        session.refresh_from_db()
        assert (session.minutes, session.note, session.version) == (31, "Mine.", 3)

    def test_a_third_change_in_between_is_told_again(self, ana_client, session):
        forms = [self.tab(ana_client, session) for _ in range(2)]
        forms[0].filled({"minutes": "25"}).send(ana_client)
        answer = forms[1].filled({"minutes": "31"}).send(ana_client)
        self.tab(ana_client, session).filled({"minutes": "27"}).send(ana_client)
        again = form_on(answer, "Save what is typed here").send(ana_client)
        assert again.status_code == 409
        assert "27" in words(soup(again).select_one(".summary"))

    def test_the_same_sent_twice_or_after_a_lost_answer_is_no_conflict(self, ana_client, session):
        form = self.tab(ana_client, session).filled({"minutes": "25"})
        assert [form.send(ana_client).status_code for _ in range(3)] == [302, 302, 302]
        session.refresh_from_db()
        assert (session.minutes, session.version) == (25, 2)

    def test_both_tabs_saying_the_same_is_no_conflict(self, ana_client, session):
        forms = [self.tab(ana_client, session).filled({"effort": "5"}) for _ in range(2)]
        assert [form.send(ana_client).status_code for form in forms] == [302, 302]

    def test_pairing_in_another_tab_is_a_change_too(self, ana, ana_client, session):
        form = self.tab(ana_client, session)
        run = make_run(ana)
        ana_client.post(f"/sessions/{session.pk}/pairing/", {"run": run.pk})
        answer = form.filled({"minutes": "25"}).send(ana_client)
        assert answer.status_code == 409
        session.refresh_from_db()
        assert (session.run, session.minutes) == (run, 22)

    def test_stations_moved_in_another_tab_are_a_change_and_keep_what_is_typed_here(self, ana, ana_client):
        chosen = [exercise_station(slug, number) for number, slug in enumerate(["push-up", "dead-bug"], 1)]
        session = make_session(ana, stations=chosen)
        form = self.tab(ana_client, session)
        other = ana_client.post(form.action, {**form.fields, "do": "down-1"})
        form_on(other, SAVE_CHANGES).send(ana_client)
        answer = form.filled({"station-1-amount": "13"}).send(ana_client)

        assert answer.status_code == 409
        assert form_on(answer, "Save what is typed here").send(ana_client).status_code == 302
        rows = list(session.sets.all())
        assert [(row.exercise.slug, row.done) for row in rows if row.number == 1] == [
            ("push-up", 13), ("dead-bug", 8),
        ]  # fmt: skip

    def test_a_form_that_says_no_version_changes_nothing_unasked(self, ana_client, session):
        form = self.tab(ana_client, session).filled({"minutes": "25", "seen": ""})
        assert form.send(ana_client).status_code == 409


def test_a_run_entered_in_the_hour_that_comes_twice_keeps_the_one_that_was_shown(ana, ana_client, clock):
    # 01:30 UTC on 25 October 2026: in Berlin 02:30 for the second time.
    clock.now = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    ana_client.force_login(ana)
    form = form_on(ana_client.get("/runs/new/"), "Save run")
    assert form.fields["time"] == "02:30"
    clock.passes(minutes=3)
    form.filled({"duration": "20:00"}).send(ana_client)
    assert Run.objects.get().started_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_session_after_a_run_of_forty_hours_is_taken_as_it_is_proposed(ana, ana_client):
    run = make_run(ana, started_at=datetime(2026, 7, 27, 14, tzinfo=UTC), duration_s=40 * 3600.0)
    assert log(ana_client, f"/sessions/new/?run={run.pk}").run == run


@pytest.mark.parametrize(
    "proposed", ["", "yesterday", "2026-07-29T08:00", "9999-12-31T23:59:59+00:00", "x" * 41]
)
def test_nonsense_in_the_hidden_field_leaves_what_was_typed(ana_client, proposed):
    form = form_on(ana_client.get("/runs/new/"), "Save run")
    typed = {"proposed": proposed, "date": "2026-07-28", "time": "07:00", "duration": "48:10"}
    form.filled(typed).send(ana_client)
    assert Run.objects.get().started_at == datetime(2026, 7, 28, 5, tzinfo=UTC)


def test_a_hidden_field_that_cannot_be_read_at_all_is_refused_and_not_a_broken_page(ana_client):
    form = form_on(ana_client.get("/runs/new/"), "Save run")
    answer = form.filled({"proposed": "\0", "duration": "48:10"}).send(ana_client)
    assert answer.status_code == 422
