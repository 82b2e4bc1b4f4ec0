"""What goes wrong round an import loses nothing: slow files, odd names, full disks, stale tabs."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from logbook import importing, matching, purging
from logbook.importing import MOST_TRIES, NONE_READS_FOR, Sent
from logbook.models import ImportBatch, IncomingFile, Outcome, Run, Session
from tests.browsing import notices
from tests.builders.fit import fit_file
from tests.factories import NOW, make_run, make_session
from tests.logbook.file_forms import import_run, on_disk, send, upload

pytestmark = pytest.mark.usefixtures("clock")

START = NOW - timedelta(hours=3)
CONTENT = fit_file(started_at=START)


def received(athlete, *contents: bytes) -> ImportBatch:
    files = [Sent(f"{nth}.fit", ContentFile(content)) for nth, content in enumerate(contents)]
    return importing.receive(athlete=athlete, key=uuid4(), files=files, now=NOW).batch


@pytest.mark.parametrize(("ago_s", "given_up"), [(-1, False), (0, False), (1, True)])
def test_a_file_is_given_up_only_when_nobody_can_be_reading_it(ana, uploads, ago_s, given_up):
    batch = received(ana, CONTENT)
    last = NOW - NONE_READS_FOR - timedelta(seconds=ago_s)
    batch.files.update(tries=MOST_TRIES, begun_at=last)
    importing.work_off(batch=batch, now=NOW)

    assert (Outcome.objects.get().verdict == "refused") is given_up
    assert (len(on_disk(uploads)) == 0) is given_up


def test_each_beginning_is_noted_so_that_the_last_one_counts(ana):
    batch = received(ana, CONTENT)
    batch.files.update(tries=1, begun_at=NOW - timedelta(days=1))
    importing.work_off(batch=batch, now=NOW)

    assert IncomingFile.objects.get().begun_at == NOW
    assert Run.objects.count() == 1


def test_half_a_file_that_a_full_disk_left_is_removed(ana, uploads):
    class Broken(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"x" * 1000
            raise OSError(28, "No space left on device")

    files = [Sent("a.fit", ContentFile(CONTENT)), Sent("b.fit", Broken(b"y" * 2000))]
    with pytest.raises(OSError, match="No space left"):
        importing.receive(athlete=ana, key=uuid4(), files=files, now=NOW)
    assert (on_disk(uploads), ImportBatch.objects.count()) == ([], 0)


@pytest.mark.parametrize("name", ["l\udce4uf.fit", "a\nb.fit", "\u202etif.exe", "\0.fit"])
def test_of_a_name_only_what_people_can_read_is_kept(ana, name):
    importing.receive(athlete=ana, key=uuid4(), files=[Sent(name, ContentFile(CONTENT))], now=NOW)

    kept = IncomingFile.objects.get().name
    assert kept == "".join(letter for letter in name if letter.isprintable())


def test_an_import_that_was_left_is_there_after_a_month(ana, uploads):
    received(ana, CONTENT)
    asked = received(ana, fit_file(started_at=NOW + timedelta(days=90)))
    importing.work_off(batch=asked, now=NOW)
    finished = received(ana, fit_file(started_at=START - timedelta(days=1)))
    importing.work_off(batch=finished, now=NOW)
    purging.purge(now=NOW + timedelta(days=31))

    assert ImportBatch.objects.count() == 2
    assert not ImportBatch.objects.filter(pk=finished.pk).exists()
    assert (Run.objects.count(), len(on_disk(uploads))) == (1, 3)


def test_other_files_under_a_key_that_was_used_are_not_dropped_in_silence(ana_client):
    key = str(uuid4())
    for name in ("a.fit", "b.fit"):
        file = SimpleUploadedFile(name, CONTENT)
        answer = ana_client.post("/imports/", {"key": key, "file": [file]})
    told = notices(ana_client.get(answer["Location"]))

    assert [said.split(".")[0] for said in told] == ["These were sent once already"]
    assert IncomingFile.objects.get().name == "a.fit"


def test_guessing_again_loads_no_track(ana):
    batch = received(ana, *(fit_file(started_at=START - timedelta(days=nth)) for nth in range(3)))
    for _ in range(2):
        importing.work_off(batch=batch, now=NOW)
    with CaptureQueriesContext(connection) as asked:
        importing.work_off(batch=batch, now=NOW)

    assert not [q for q in asked if q["sql"].startswith("SELECT") and '"packed"' in q["sql"]]


def test_a_server_that_died_before_guessing_again_is_made_good_by_the_next_step(ana):
    late = fit_file(started_at=START, duration_s=5400, distance_m=15_000)
    batch = received(ana, late, *(fit_file(started_at=START - timedelta(days=nth)) for nth in range(1, 7)))
    for _ in range(7):
        importing.work_off(batch=batch, now=NOW)
    assert ana.runs.get(distance_m=15_000).kind == "long"
    ana.runs.filter(distance_m=15_000).update(kind="easy", kind_because="Nothing in the file says otherwise.")
    importing.work_off(batch=batch, now=NOW)

    assert ana.runs.get(distance_m=15_000).kind == "long"


def test_the_same_file_brings_nothing_back_beside_what_was_typed_in_since(ana, ana_client):
    run = import_run(ana_client, CONTENT)
    run.hide(at=NOW)
    typed = make_run(ana, started_at=run.started_at, duration_s=run.duration_s, distance_m=run.distance_m)

    assert import_run(ana_client, CONTENT) == typed
    assert ana.runs.kept().get() == typed


class TestPairing:
    def test_a_session_of_a_deleted_run_goes_to_the_run_that_comes_instead(self, ana, ana_client):
        typed = make_run(ana, started_at=START, duration_s=3600.0)
        session = make_session(ana, run=typed)
        typed.hide(at=NOW)
        run = import_run(ana_client, CONTENT)

        session.refresh_from_db()
        assert session.run == run

    def test_an_undo_in_a_stale_tab_leaves_what_was_paired_by_hand(self, ana, ana_client):
        session = make_session(ana)
        upload(ana_client, CONTENT)
        outcome = Outcome.objects.select_related("session").get()
        undo = outcome.unpairing_url
        other = make_run(ana, started_at=NOW - timedelta(hours=9))
        ana_client.post(f"/sessions/{session.pk}/pairing/", {"run": other.pk})
        ana_client.post(undo)

        session.refresh_from_db()
        assert (outcome.session, session.run) == (session, other)

    @pytest.mark.parametrize("what", ["paired", "deleted"])
    def test_what_was_done_by_hand_in_the_same_moment_stands(self, ana, what):
        session = make_session(ana)
        by_hand = make_run(ana, started_at=NOW - timedelta(hours=30))
        late = make_run(ana, started_at=START)
        meanwhile = {"run": by_hand} if what == "paired" else {"deleted_at": NOW}
        matching.unpair(session=session, run_id=late.pk)

        def just_before(execute, sql, params, many, context):
            # The sessions of the day and the runs nearby are read by now, and nothing is written yet.
            if sql.startswith("SAVEPOINT") and not taken:
                taken.append(sql)
                Session.objects.filter(pk=session.pk).update(**meanwhile)
            return execute(sql, params, many, context)

        taken: list[str] = []
        with connection.execute_wrapper(just_before):
            paired = matching.pair_late_run(run=late)
        session.refresh_from_db()
        assert taken
        assert (paired, session.run) == (None, meanwhile.get("run"))


def test_an_import_page_costs_no_more_with_more_files(ana, ana_client, django_assert_max_num_queries):
    for nth in range(6):
        make_run(ana, started_at=START - timedelta(days=nth, minutes=3), duration_s=1900.0)
    files = [(f"{n}.fit", fit_file(started_at=START - timedelta(days=n))) for n in range(6)]
    batch = send(ana_client, *files)["Location"]
    for _ in files:
        ana_client.post(f"{batch}steps/")

    with django_assert_max_num_queries(5):
        ana_client.get(batch)
