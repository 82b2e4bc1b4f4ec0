"""A file of one run becomes a file of several, and back: no run, figure or caveat is lost on the way."""

from datetime import timedelta
from uuid import uuid4

import pytest

from logbook.models import ImportBatch, ImportedFile, Outcome, Run, RunTrack
from tests.builders.fit import fit_file
from tests.factories import NOW, make_athlete, make_run
from tests.logbook.file_forms import import_run
from tests.migrating import migrate, models_at

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("clock", "restored")]

OLD, HANDED_OVER = "0002_format_of_imported_file", "0004_hand_files_to_their_runs"
CAVEAT = "The file is damaged."


@pytest.fixture
def restored():
    """Whatever happens, the next test finds all tables."""
    yield
    migrate()


def run_of_old(model, athlete, *, hours: int):
    return model.objects.create(
        athlete_id=athlete.pk, kind="easy", duration_s=2890.4, distance_m=8234.56, avg_hr=141, note="Wet.",
        key=uuid4(), started_at=NOW - timedelta(hours=hours), time_zone="Europe/Berlin",
        performed_on=NOW.date(), logged_at=NOW,
    )  # fmt: skip


def file_of_old(model, run, *, name: str, caveat: str = ""):
    return model.objects.create(
        athlete_id=run.athlete_id, run_id=run.pk, name=name, format="fit", sha256=name.ljust(64, "0"),
        size_bytes=7, stored=f"ab/{name}", caveat=caveat, received_at=NOW,
    )  # fmt: skip


def figures(model) -> list[tuple]:
    known = ("pk", "key", "athlete", "kind", "started_at", "duration_s", "distance_m", "avg_hr", "note")
    return list(model.objects.order_by("pk").values_list(*known))


def test_a_run_of_before_knows_its_file_and_its_caveat_after(ana):
    migrate(OLD)
    old_run, old_file = models_at(OLD, "Run", "ImportedFile")
    typed, damaged, whole = (run_of_old(old_run, ana, hours=hours) for hours in (30, 20, 10))
    files = [
        file_of_old(old_file, damaged, name="b", caveat=CAVEAT).pk,
        file_of_old(old_file, whole, name="a").pk,
    ]
    before = figures(old_run)
    migrate()

    assert figures(Run) == before
    assert list(Run.objects.order_by("pk").values_list("imported_file", "file_index", "caveat")) == [
        (None, None, ""),
        (files[0], 0, CAVEAT),
        (files[1], 0, ""),
    ]
    assert set(Run.objects.values_list("name", "kind_because")) == {("", "")}
    assert [run.repairs for run in Run.objects.all()] == [[], [], []]
    assert list(ImportedFile.objects.order_by("pk").values_list("name", "stored", "size_bytes")) == [
        ("b", "ab/b", 7),
        ("a", "ab/a", 7),
    ]

    # And back, it is as if nothing had been.
    migrate(OLD)
    assert figures(old_run) == before
    assert list(old_file.objects.order_by("pk").values_list("pk", "run", "caveat", "stored")) == [
        (files[0], damaged.pk, CAVEAT, "ab/b"),
        (files[1], whole.pk, "", "ab/a"),
    ]
    assert not old_file.objects.filter(run=typed.pk).exists()


def test_runs_of_one_file_keep_their_rows_on_the_way_back(ana, ana_client):
    first = import_run(ana_client, fit_file(started_at=NOW - timedelta(hours=9)), "three.fit")
    file = first.imported_file
    for nth, hours in ((1, 6), (2, 3)):
        run = make_run(ana, started_at=NOW - timedelta(hours=hours))
        # The third says what the second does not.
        Run.objects.filter(pk=run.pk).update(
            imported_file=file, file_index=nth, caveat=CAVEAT if nth == 2 else "", name="Leg"
        )
    Run.objects.filter(pk=first.pk).update(caveat="The first leg.")
    make_run(ana, started_at=NOW - timedelta(hours=50))
    before = figures(Run)
    assert len(before) == 4
    migrate(OLD)

    old_run, old_file = models_at(OLD, "Run", "ImportedFile")
    assert figures(old_run) == before
    [kept] = old_file.objects.values_list("pk", "run", "name", "stored", "sha256", "caveat")
    assert kept == (file.pk, first.pk, "three.fit", file.stored.name, file.sha256, "The first leg.")

    migrate()
    assert figures(Run) == before
    assert [run.pk for run in ImportedFile.objects.get().runs.all()] == [first.pk]
    assert (
        list(Run.objects.exclude(pk=first.pk).values_list("imported_file", "file_index"))
        == [(None, None)] * 3
    )
    # What only the newer shape has is made anew by the next import.
    tables = (RunTrack, ImportBatch, Outcome)
    assert [model.objects.count() for model in tables] == [0, 0, 0]


def test_a_file_without_any_run_has_no_place_in_the_old_shape(ana_client):
    run = import_run(ana_client, fit_file(started_at=NOW - timedelta(hours=9)))
    run.delete()
    migrate(OLD)

    assert not models_at(OLD, "Run", "ImportedFile")[1].objects.exists()


def test_halfway_the_file_is_known_from_both_sides(ana):
    migrate(OLD)
    old_run, old_file = models_at(OLD, "Run", "ImportedFile")
    run = run_of_old(old_run, ana, hours=3)
    file = file_of_old(old_file, run, name="a", caveat=CAVEAT)
    migrate(HANDED_OVER)

    run_now, file_now = models_at(HANDED_OVER, "Run", "ImportedFile")
    assert file_now.objects.get().run_id == run.pk
    assert run_now.objects.get().imported_file_id == file.pk


def test_a_second_athlete_s_files_stay_hers(ana):
    other = make_athlete()
    migrate(OLD)
    old_run, old_file = models_at(OLD, "Run", "ImportedFile")
    for athlete in (ana, other):
        file_of_old(old_file, run_of_old(old_run, athlete, hours=3), name="same")
    migrate()

    assert [run.imported_file.athlete for run in Run.objects.order_by("pk")] == [ana, other]
