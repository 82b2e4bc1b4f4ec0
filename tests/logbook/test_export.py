"""The export hands an athlete all that is theirs, as it is stored, and nothing of anybody else."""

import csv
import io
import json
import zipfile
from base64 import b64decode
from datetime import timedelta

import pytest
from django.apps import apps
from django.db.models import Count, Sum
from django.test import Client

from logbook.export.json_text import plain
from logbook.models import ImportedFile, IncomingFile, LoggedSet, Run, RunTrack, Session
from logbook.own_tables import TABLES
from logbook.track.packed import unpack
from tests.browsing import soup, words
from tests.builders.fit import fit_file
from tests.factories import NOW, PASSWORD, make_circuit, make_exercise, make_run, make_session
from tests.logbook.file_forms import downloaded, import_run
from tests.logbook.full_account import CANARY, make_full_account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TEXTS = ["README.txt", "footfall.json", "runs.csv", "sessions.csv", "sets.csv", "weeks.csv"]


def take_out(client: Client) -> zipfile.ZipFile:
    answer = client.post("/settings/export/", {"password": PASSWORD})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    return zipfile.ZipFile(io.BytesIO(downloaded(answer)))


def tables_in(archive: zipfile.ZipFile) -> dict:
    return json.loads(archive.read("footfall.json"))["tables"]


def facts_on(answer) -> dict[str, str]:
    """What a page says is kept."""
    facts = soup(answer).select_one("dl.facts")
    return {
        words(name): words(value) for name, value in zip(facts.select("dt"), facts.select("dd"), strict=True)
    }


def sheet(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))


@pytest.fixture
def full(uploads):
    return make_full_account()


@pytest.fixture
def stranger(uploads):
    """Somebody else with all of it, too."""
    return make_full_account("ben", canary="strangerswords")


def test_every_table_holds_every_row_with_every_value(full, stranger):
    athlete, client = full
    tables = tables_in(take_out(client))
    for table in TABLES:
        model = apps.get_model(table.model)
        names = [each.attname for each in model._meta.concrete_fields if each.name not in table.without]
        rows = model._base_manager.filter(**{table.of: athlete.pk}).order_by("pk").values(*names)
        stored = [{name: plain(value) for name, value in row.items()} for row in rows]
        exported = tables[table.name]["rows"]
        assert stored, f"{table.name} has no row, so that nothing is proved"
        assert len(exported) == len(stored), table.name
        for was, now in zip(stored, exported, strict=True):
            assert list(now) == names
            assert {k: v for k, v in now.items() if k != "stored"} == {
                k: json.loads(json.dumps(v)) for k, v in was.items() if k != "stored"
            }, table.name
        assert list(tables[table.name]["columns"]) == names


def test_counts_and_sums_are_those_of_the_database(full):
    athlete, client = full
    tables = tables_in(take_out(client))

    def added_up(table, name):
        return pytest.approx(sum(row[name] or 0 for row in tables[table]["rows"]))

    runs = Run.objects.filter(athlete=athlete).aggregate(
        n=Count("pk"), m=Sum("distance_m"), s=Sum("duration_s")
    )
    assert len(tables["runs"]["rows"]) == runs["n"] == 3
    assert (runs["m"], runs["s"]) == (added_up("runs", "distance_m"), added_up("runs", "duration_s"))
    sets = LoggedSet.objects.filter(session__athlete=athlete)
    assert len(tables["sets"]["rows"]) == sets.count() > 10
    assert sets.aggregate(all=Sum("done_reps"))["all"] == added_up("sets", "done_reps")
    minutes = Session.objects.filter(athlete=athlete).aggregate(all=Sum("minutes"))["all"]
    assert minutes == added_up("sessions", "minutes")


def test_it_says_what_it_is_and_what_its_columns_are(full):
    _, client = full
    told = json.loads(take_out(client).read("footfall.json"))
    assert (told["format"], told["format_version"], told["account"]) == ("Footfall export", 1, CANARY)
    assert told["made_at"] == "2026-07-29T08:00:00+00:00"
    runs = told["tables"]["runs"]["columns"]
    assert runs["distance_m"] == {"holds": "number", "unit": "metres"}
    assert runs["started_at"] == {"holds": "instant in UTC"}
    assert runs["imported_file_id"] == {"holds": "id", "refers_to": "files"}
    sets = told["tables"]["sets"]["columns"]
    assert sets["exercise_id"]["refers_to"] == "own_exercises or library_exercises"
    assert sets["load_kg"]["unit"] == "kilograms"


def test_every_id_leads_to_a_row_of_the_same_file(full):
    """Otherwise whoever reads it without this server could not put it together again."""
    _, client = full
    tables = tables_in(take_out(client))
    outside = set()
    for table in tables.values():
        for column, said in table["columns"].items():
            targets = said.get("refers_to", "").split(" or ")
            if not set(targets) <= set(tables):
                outside |= set(targets) - {""}
                continue
            there = {row["id"] for target in targets for row in tables[target]["rows"]}
            assert {row[column] for row in table["rows"]} - {None} <= there, column
    assert outside == {"auth.Group", "auth.Permission"}


def test_a_track_can_be_read_again(full):
    _, client = full
    from_json = tables_in(take_out(client))["run_tracks"]["rows"]
    for row, stored in zip(from_json, RunTrack.objects.order_by("pk"), strict=True):
        assert unpack(b64decode(row["packed"])) == stored.track


def test_deleted_ones_are_there_and_marked(full):
    _, client = full
    archive = take_out(client)
    tables = tables_in(archive)
    assert [row["deleted_at"] for row in tables["runs"]["rows"]] == [None, None, "2026-07-29T08:00:00Z"]
    assert sorted(row["deleted"] for row in sheet(archive, "runs.csv")) == ["no", "no", "yes"]
    assert sorted(row["deleted"] for row in sheet(archive, "sessions.csv")) == ["no", "yes"]
    assert {row["deleted"] for row in sheet(archive, "sets.csv")} == {"no", "yes"}


def test_files_are_there_byte_by_byte_under_their_names_each_once(full):
    _, client = full
    archive = take_out(client)
    assert archive.testzip() is None
    files = [name for name in archive.namelist() if name not in TEXTS]
    assert files == [
        f"files/{CANARY}.fit", f"files/{CANARY} (2).fit", f"files/{CANARY} undated.fit",
        f"files/{CANARY} waits.fit",
    ]  # fmt: skip
    rows = tables_in(archive)
    for model, table in ((ImportedFile, "files"), (IncomingFile, "import_files")):
        for row in rows[table]["rows"]:
            stored = model.objects.get(pk=row["id"]).stored
            if row["stored"] is None:
                assert not stored
            else:
                with stored.open() as opened:
                    assert archive.read(row["stored"]) == opened.read()


def test_a_file_that_left_the_disk_is_told_as_missing(full):
    athlete, client = full
    first = ImportedFile.objects.filter(athlete=athlete).order_by("pk")[0].stored
    first.storage.delete(first.name)
    archive = take_out(client)
    assert tables_in(archive)["files"]["rows"][0]["stored"] is None
    assert archive.testzip() is None


@pytest.mark.parametrize(
    ("name", "as_file"),
    [("../../etc/passwd", "files/_.._etc_passwd"), ("C:\\temp\\run.fit", "files/C__temp_run.fit")],
)
def test_a_name_that_leads_elsewhere_is_made_harmless(ana, ana_client, name, as_file):
    run = import_run(ana_client, fit_file(started_at=NOW - timedelta(days=1)))
    ImportedFile.objects.filter(runs=run).update(name=name)
    assert as_file in take_out(ana_client).namelist()


def test_nothing_of_anybody_else_is_in_it(full, stranger):
    _, client = full
    archive = take_out(client)
    for name in archive.namelist():
        content = archive.read(name).lower()
        assert b"strangerswords" not in content, name
        assert "strangerswords" not in name
    assert CANARY.encode() in archive.read("footfall.json")


def test_no_password_no_key_and_no_session_is_in_it(full):
    athlete, client = full
    archive = take_out(client)
    everything = b"".join(archive.read(name) for name in archive.namelist())
    confirmation = apps.get_model("account.EmailConfirmation").objects.get()
    for secret in (athlete.password, client.cookies["sessionid"].value, confirmation.key):
        assert secret.encode() not in everything
    assert "password" not in tables_in(archive)["account"]["columns"]
    assert "account.password: from its hash" in " ".join(archive.read("README.txt").decode().split())


def test_the_sheets_are_in_metres_and_in_the_athletes_own_units(ana, ana_client):
    ana.distance_unit, ana.weight_unit = "mi", "lb"
    ana.save()
    make_run(ana, distance_m=8046.72, effort=4)
    session = make_session(ana, effort=6)
    session.sets.filter(station=1).update(load_kg=20, implements=2)
    archive = take_out(ana_client)
    run = sheet(archive, "runs.csv")[0]
    assert (run["distance_m"], run["distance_mi"], run["duration_s"]) == ("8046.72", "5", "2890")
    assert (run["date"], run["start"], run["load_assumed"]) == ("2026-07-29", "2026-07-29T07:00:00", "no")
    first = sheet(archive, "sets.csv")[0]
    assert (first["weight_kg"], first["weight_lb"], first["implements"]) == ("20", "44.092", "2")
    week = sheet(archive, "weeks.csv")
    assert [(row["week"], row["runs"], row["distance_mi"], row["sessions"]) for row in week] == [
        ("2026-W31", "1", "5", "1")
    ]


def test_in_kilometres_and_kilograms_no_column_is_there_twice(ana, ana_client):
    make_run(ana, distance_m=None)
    archive = take_out(ana_client)
    run = sheet(archive, "runs.csv")[0]
    assert (run["distance_m"], run["distance_km"]) == ("", "")
    assert "weight_lb" not in archive.read("sets.csv").decode()


def test_a_note_that_a_spreadsheet_would_run_is_marked_as_text(full):
    _, client = full
    archive = take_out(client)
    notes = [row["note"] for row in sheet(archive, "sessions.csv")]
    assert f"'=HYPERLINK {CANARY}" in notes
    assert f"=HYPERLINK {CANARY}" in [row["note"] for row in tables_in(archive)["sessions"]["rows"]]


def test_what_is_deleted_counts_in_no_week(full):
    athlete, client = full
    weeks = sheet(take_out(client), "weeks.csv")
    assert sum(int(row["runs"]) for row in weeks) == athlete.runs.kept().count() == 2
    assert sum(int(row["sessions"]) for row in weeks) == athlete.sessions.kept().count() == 1


def test_a_new_account_gets_a_whole_file_too(ana_client):
    archive = take_out(ana_client)
    assert archive.testzip() is None
    assert archive.namelist() == TEXTS
    assert sheet(archive, "runs.csv") == []


def test_texts_in_any_script_and_half_a_letter_do_not_break_it(ana, ana_client):
    make_exercise(ana, name="Ausfallschritt 弓步 🏃")
    make_circuit(ana, text="1 round: push-up 8", name="Ü")
    rows = tables_in(take_out(ana_client))["own_exercises"]["rows"]
    assert [row["name"] for row in rows] == ["Ausfallschritt 弓步 🏃"]


def test_the_file_is_named_for_the_account_and_the_day_and_goes_in_no_cache(ana_client):
    answer = ana_client.post("/settings/export/", {"password": PASSWORD})
    assert answer["Content-Disposition"] == 'attachment; filename="footfall-ana-2026-07-29.zip"'
    assert answer["Cache-Control"] == "no-store"
    assert answer.streaming
    downloaded(answer)


def test_the_readme_names_every_table_and_fits_a_terminal(full):
    _, client = full
    archive = take_out(client)
    text = archive.read("README.txt").decode()
    assert max(map(len, text.splitlines())) <= 78
    for name in tables_in(archive):
        assert f"- {name}: " in text
    assert "taken out on 2026-07-29 at 08:00 UTC" in text


def test_the_page_says_how_much_there_is_and_about_how_large_it_will_be(full):
    _, client = full
    answer = client.get("/settings/export/")
    told = facts_on(answer)
    assert told["Runs"] == "3"
    # Logged, deleted, and two in the making.
    assert told["Strength sessions"] == "4"
    assert told["Uploaded files"].startswith("4, ")
    assert "less than 1 MB" in answer.content.decode()


def test_it_says_that_a_calendar_has_an_address_and_not_which(full):
    athlete, client = full
    archive = take_out(client)
    (row,) = tables_in(archive)["calendar_feed"]["rows"]
    assert "token" not in row
    assert not any(athlete.calendar_feed.token.encode() in archive.read(name) for name in archive.namelist())
