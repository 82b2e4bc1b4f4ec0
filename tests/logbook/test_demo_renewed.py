"""The demo runner made, broken off, renewed and removed: whole or not at all, and nobody else is touched."""

import threading
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session as BrowserSession
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import IntegrityError, OperationalError, connection, connections
from django.test import Client
from django.utils import timezone

from logbook import clearing, demonstrating
from logbook.models import ImportBatch, IncomingFile, LoggedSet
from tests.builders.fit import fit_file
from tests.factories import NOW, make_athlete, make_circuit, make_run, make_session
from tests.logbook.file_forms import import_run
from tests.logbook.test_clearing import answers_lost, dies_at_files
from tests.pages.snapshots import belongings, differences, everything
from workouts.models import Athlete

pytestmark = pytest.mark.django_db

RUN_SAYS = ("started_at", "kind", "distance_m", "duration_s", "effort", "name", "note")
SET_SAYS = ("exercise_name", "planned_reps", "done_reps", "done_seconds", "done_right", "load_kg")


def make_demo(now=NOW, told=lambda week: None):
    return demonstrating.make_demo(password="look-round-9", now=now, told=told)


def stored() -> tuple[list, list]:
    """What the demo runner's runs and sets say, in their order."""
    demo = Athlete.objects.demo()
    sets = LoggedSet.objects.filter(session__athlete=demo)
    return (
        list(demo.runs.order_by("started_at").values_list(*RUN_SAYS)),
        list(sets.order_by("session__started_at", "station", "number").values_list(*SET_SAYS)),
    )


def files(root: Path) -> set[Path]:
    return {path for path in root.rglob("*") if path.is_file()}


def test_removed_it_leaves_nothing_and_everybody_else_as_they_were(ana, ana_client, uploads):
    import_run(ana_client, fit_file(started_at=NOW - timedelta(hours=3)))
    make_circuit(ana, text="2 rounds: front plank 30 s, rest 30")
    make_session(ana, run=make_run(ana, started_at=NOW - timedelta(days=1)))
    before = everything()
    made = make_demo()
    assert (made.name, made.runs) == ("demo", Athlete.objects.demo().runs.count())
    assert len(files(uploads)) > 30
    removed = demonstrating.remove_demo()
    assert (removed.name, removed.files > 30) == ("demo", True)
    assert differences(before, everything()) == []
    assert demonstrating.remove_demo() is None


def test_renewed_a_day_later_it_has_one_day_more_and_broken_off_before_it_is_as_it_was(ana, uploads):
    def breaks(week):
        if week == 22:
            raise KeyboardInterrupt

    make_run(ana)
    hers = belongings(ana)
    make_demo()
    runs, sets = stored()
    before = everything()
    with pytest.raises(KeyboardInterrupt):
        make_demo(told=breaks)
    assert differences(before, everything()) == []
    # From Wednesday to Thursday: Wednesday's run was done meanwhile, and what stands is the same again.
    make_demo(now=NOW + timedelta(days=1))
    renewed = stored()
    assert renewed[0][:-1] == runs
    assert renewed[1][: len(sets)] == sets
    assert len(files(uploads)) == IncomingFile.objects.count()
    assert differences(hers, belongings(ana)) == []


def test_a_name_that_a_person_has_is_left_to_them(db):
    for name in ("Demo", "demo-runner"):
        make_athlete(name)
    assert make_demo().name == "demo-runner-2"


def looked_round(client: Client) -> Athlete:
    """A demo runner as one whom somebody signed in as, with a file of a run."""
    demo = make_athlete("demo", is_demo=True)
    client.force_login(demo)
    import_run(client, fit_file(started_at=NOW - timedelta(hours=3)))
    return demo


def test_removed_it_is_signed_out_and_nothing_is_said_about_it(sam, client):
    demo = looked_round(client)
    accounts = ContentType.objects.get_for_model(Athlete)
    LogEntry.objects.create(
        user=sam,
        content_type=accounts,
        object_id=str(demo.pk),
        object_repr="demo",
        action_flag=CHANGE,
    )
    assert BrowserSession.objects.count() == 1
    demonstrating.remove_demo()
    assert (BrowserSession.objects.count(), LogEntry.objects.count()) == (0, 0)


@pytest.mark.parametrize("act", [demonstrating.remove_demo, make_demo])
def test_a_process_that_dies_before_the_old_files_are_gone_leaves_them_to_the_purge(
    client, uploads, monkeypatch, act
):
    looked_round(client)
    [old] = files(uploads)
    with monkeypatch.context() as power_cut:
        dies_at_files(power_cut, str(old.relative_to(uploads)))
        with pytest.raises(SystemExit):
            act()
    assert old.exists()

    call_command("purge")

    assert not old.exists()
    assert default_storage.listdir(clearing.LISTS)[1] == []
    demo = Athlete.objects.demo()
    assert len(files(uploads)) == (demo.imported_files.count() if demo else 0)


@pytest.mark.django_db(transaction=True)
def test_removed_while_somebody_uploads_by_it_it_goes_and_the_upload_is_refused(client, uploads):
    demo = looked_round(client)
    told = []

    def upload():
        try:
            ImportBatch.objects.create(athlete=demo, key=uuid4(), received_at=NOW)
        except IntegrityError:
            told.append("refused")
        finally:
            connections.close_all()

    tab = threading.Thread(target=upload)

    def meanwhile(execute, sql, *rest):
        # The rows to go are known by now.  The upload has time to end, unless it waits for the removal.
        if sql.startswith('DELETE FROM "logbook_') and tab.ident is None:
            tab.start()
            tab.join(timeout=1)
        return execute(sql, *rest)

    with connection.execute_wrapper(meanwhile):
        removed = demonstrating.remove_demo()
    tab.join()
    assert (removed.name, removed.files, told) == ("demo", 1, ["refused"])
    assert (ImportBatch.objects.count(), Athlete.objects.demo(), files(uploads)) == (0, None, set())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("took_effect", [True, False])
def test_renewed_with_the_answer_lost_the_purge_keeps_the_files_of_whoever_is_there(
    client, uploads, monkeypatch, took_effect
):
    before = looked_round(client)
    with monkeypatch.context() as broken:
        answers_lost(broken, times=1, took_effect=took_effect)
        with pytest.raises(OperationalError):
            make_demo()
    clearing.finish(now=timezone.now() + timedelta(hours=2))
    demo = Athlete.objects.demo()
    assert (demo != before) is took_effect
    assert {str(path.relative_to(uploads)) for path in files(uploads)} == {
        file.stored.name for file in demo.imported_files.all()
    }
