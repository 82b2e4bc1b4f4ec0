"""Sessions in the making go back to where every session was logged, with what was done, and return."""

from datetime import timedelta

import pytest

from logbook.models import LoggedSet, Session
from tests.factories import NOW, make_session
from tests.logbook.phones import Phone, row_of, start
from tests.migrating import migrate, models_at

OLD = "0012_week_notes"
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("clock", "restored"),
]
OF_SET = (
    "pk", "session", "station", "number", "planned_exercise", "planned_reps", "planned_seconds", "exercise",
    "done_reps", "done_seconds", "done_right", "load_kg", "implements", "counted",
)  # fmt: skip
OF_SESSION = ("pk", "key", "name", "minutes", "effort", "note", "started_at", "run", "version", "deleted_at")


@pytest.fixture
def restored():
    """Whatever happens, the next test finds all tables."""
    yield
    migrate()


def figures(model, names) -> list[tuple]:
    return list(model.objects.order_by("pk").values_list(*names))


def test_what_was_done_is_kept_as_logged_and_what_was_never_begun_goes(ana, ana_client, clock):
    logged = make_session(ana, started_at=NOW - timedelta(days=1))
    begun, untouched = start(ana_client), start(ana_client, "core-for-runners")
    phone = Phone(ana_client, begun)
    phone.sends_set(1, 1, left=9, right=7, load="12.5")
    phone.sends_set(1, 2, skipped=1)
    sets = [row for row in figures(LoggedSet, OF_SET) if row[1] != untouched.pk]
    sessions = [row for row in figures(Session, OF_SESSION) if row[0] != untouched.pk]

    migrate(OLD)
    session_then, set_then = models_at(OLD, "Session", "LoggedSet")
    assert (figures(session_then, OF_SESSION), figures(set_then, OF_SET)) == (sessions, sets)
    assert session_then.objects.get(pk=begun.pk).logged_at == begun.started_at

    migrate()
    assert (figures(Session, OF_SESSION), figures(LoggedSet, OF_SET)) == (sessions, sets)
    assert {(row.writer, row.revision) for row in LoggedSet.objects.all()} == {(None, 0)}
    assert Session.objects.kept().count() == 2
    assert not Session.objects.open().exists()
    assert Session.objects.get(pk=logged.pk).version == logged.version


def test_a_session_of_before_is_logged_and_its_sets_are_nobodys(ana):
    session = make_session(ana)
    migrate(OLD)
    migrate()

    session = Session.objects.get(pk=session.pk)
    assert (session.is_open, session.logged_at) == (False, NOW)
    assert {(row.writer, row.revision) for row in session.sets.all()} == {(None, 0)}


def test_what_is_started_after_the_way_there_is_played_on(ana, ana_client):
    migrate(OLD)
    migrate()
    phone = Phone(ana_client, start(ana_client))
    assert phone.sends_set(1, 1).status_code == 200

    assert row_of(phone.session).done == 8
