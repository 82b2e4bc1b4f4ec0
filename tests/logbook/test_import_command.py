"""`manage.py import_files` reads files of the server's own disk and prints an object for each activity."""

import gzip
import json
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from logbook.formats import REFUSALS
from logbook.formats.detect import Format
from logbook.models import ImportBatch, Outcome, Run
from tests.browsing import words
from tests.builders.fit import fit_file
from tests.builders.fit_legs import FitLap
from tests.builders.gpx import gpx_file
from tests.builders.other_files import png
from tests.factories import NOW, make_run, make_session
from tests.logbook.file_forms import on_disk, pointed_to

pytestmark = pytest.mark.usefixtures("clock")

KEYS = [
    "file", "index", "outcome", "reason", "start_utc", "sport", "distance_m", "duration_s", "moving_s",
    "elapsed_s", "avg_hr", "max_hr", "ascent_m", "kind", "laps",
]  # fmt: skip
START = NOW - timedelta(hours=3)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def kept(folder, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return str(folder / name)


def imported(*paths: str, athlete: str = "ana") -> list[dict]:
    said = StringIO()
    call_command("import_files", *paths, athlete=athlete, stdout=said, stderr=StringIO())
    return [json.loads(line) for line in said.getvalue().splitlines()]


def test_an_activity_is_one_object_with_what_the_file_says(ana, folder):
    content = fit_file(
        started_at=START, duration_s=1800, elapsed_s=1900, moving_s=1750, distance_m=5000.5, avg_hr=141,
        max_hr=160, ascent_m=12, laps=[FitLap(duration_s=900), FitLap(duration_s=900)],
    )  # fmt: skip
    path = kept(folder, "a.fit", content)
    [told] = imported(path)

    assert list(told) == KEYS
    run = Run.objects.get()
    assert told == {
        "file": path, "index": 0, "outcome": "added", "reason": f"Easy run: n{run.kind_because[1:]}",
        "start_utc": "2026-07-29T05:00:00Z", "sport": "running", "distance_m": 5000.5, "duration_s": 1800,
        "moving_s": 1750, "elapsed_s": 1900, "avg_hr": 141, "max_hr": 160, "ascent_m": 12, "kind": "easy",
        "laps": 2,
    }  # fmt: skip
    assert (run.athlete, run.imported_file.name) == (ana, "a.fit")


def test_what_a_file_does_not_say_is_null(ana, folder):
    content = fit_file(started_at=START, distance_m=None, avg_hr=None, max_hr=None, record_every_s=None)
    [told] = imported(kept(folder, "a.fit", content))

    blank = ("distance_m", "moving_s", "avg_hr", "max_hr", "ascent_m", "laps")
    assert [told[key] for key in blank] == [None] * 6
    assert (told["duration_s"], told["elapsed_s"]) == (1800, 1800)


def test_every_outcome_in_the_order_of_the_command_line(ana, ana_client, folder, uploads):
    make_run(ana, started_at=START - timedelta(days=3), duration_s=1800.0)
    ride = gpx_file(started_at=START - timedelta(days=1), sport="Ride")
    overlap = fit_file(started_at=START - timedelta(days=3) + timedelta(minutes=5))
    paths = [
        kept(folder, "picture.fit", png()),
        kept(folder, "two.fit", fit_file(started_at=START, sessions=2)),
        str(folder / "not there.fit"),
        kept(folder, "again.fit", fit_file(started_at=START, sessions=2)),
        kept(folder, "overlap.fit", overlap),
        kept(folder, "ahead.fit", fit_file(started_at=NOW + timedelta(days=2))),
        kept(folder, "ride.gpx.gz", gzip.compress(ride)),
    ]  # fmt: skip
    told = imported(*paths)

    assert [(said["file"], said["index"], said["outcome"]) for said in told] == [
        (paths[0], 0, "refused"),
        (paths[1], 0, "added"),
        (paths[1], 1, "added"),
        (paths[2], 0, "refused"),
        (paths[3], 0, "duplicate"),
        (paths[3], 1, "duplicate"),
        (paths[4], 0, "possible_duplicate"),
        (paths[5], 0, "needs_date"),
        (paths[6], 0, "added"),
    ]
    assert all(list(said) == KEYS and said["reason"] for said in told)
    assert told[0]["reason"] == REFUSALS[Format.PICTURE]
    assert told[3]["reason"] == "This file cannot be opened: No such file or directory."
    assert set(list(told[3].values())[4:]) == {None}
    assert told[-1]["reason"] == (
        "Kept as cross-training: the file says cycling. It does not count as running."
    )
    assert [said["kind"] for said in told[-3:]] == ["easy", None, "cross_training"]
    assert Run.objects.count() == 4
    assert on_disk(uploads) == pointed_to()
    # What it could not decide waits for Ana.
    assert "question" in words(ana_client.get("/imports/"))


def test_a_second_time_all_of_it_is_here_already(ana, folder):
    path = kept(folder, "a.fit", fit_file(started_at=START))
    imported(path)
    [told] = imported(path)

    assert told["outcome"] == "duplicate"
    assert told["reason"] == "The same file came in as “a.fit”. Nothing was added."
    assert (told["kind"], told["distance_m"]) == ("easy", 5000)
    assert Run.objects.count() == 1


def test_one_file_given_twice_is_told_of_twice(ana, folder):
    path = kept(folder, "a.fit", fit_file(started_at=START))

    assert [said["outcome"] for said in imported(path, path)] == ["added", "duplicate"]


@pytest.mark.parametrize("given", ["in/a.fit", "./in/../in/a.fit"])
def test_a_file_is_called_as_it_was_on_the_command_line(ana, folder, monkeypatch, given):
    kept(folder, "a.fit", fit_file(started_at=START))
    monkeypatch.chdir(folder.parent)

    assert [said["file"] for said in imported(given)] == [given]


def test_names_are_printed_as_they_are(ana, folder):
    path = kept(folder, "Läufe 日本.fit", fit_file(started_at=START))
    said = StringIO()
    call_command("import_files", path, athlete="ana", stdout=said)

    assert "Läufe 日本.fit" in said.getvalue()


def test_a_name_that_is_not_utf_8_stops_nothing(ana, folder):
    paths = [str(folder / "l\udce4uf.fit"), kept(folder, "a.fit", fit_file(started_at=START))]
    Path(paths[0]).write_bytes(fit_file(started_at=START - timedelta(days=1)))

    assert [said["outcome"] for said in imported(*paths)] == ["added", "added"]
    assert [said["file"] for said in imported(*paths)] == paths


def test_a_long_name_is_cut_in_the_middle(ana, folder):
    path = kept(folder, "x" * 200 + ".fit", fit_file(started_at=START))

    assert [said["file"] for said in imported(path)] == [path]
    assert Run.objects.get().imported_file.name == f"{'x' * 60}…{'x' * 35}.fit"


def test_a_folder_is_no_file(ana, folder):
    [told] = imported(str(folder))

    assert (told["outcome"], told["reason"]) == ("refused", "This file cannot be opened: Is a directory.")


def test_without_any_file_that_opens_nothing_waits(ana, ana_client, folder):
    imported(str(folder / "not there.fit"))

    assert (Run.objects.count(), Outcome.objects.count()) == (0, 0)
    assert "listed for 30 days" not in words(ana_client.get("/imports/"))


def test_more_than_fifty_are_taken_here(ana, folder):
    paths = [kept(folder, f"{nth}.fit", bytes([nth])) for nth in range(60)]

    assert [said["file"] for said in imported(*paths)] == paths


def test_a_late_run_is_paired_here_too(ana, folder):
    session = make_session(ana)
    [told] = imported(kept(folder, "a.fit", fit_file(started_at=NOW - timedelta(hours=2))))

    session.refresh_from_db()
    assert session.run == Run.objects.get()
    assert told["reason"].endswith(" Paired with After-easy-run four, logged that day.")


def test_the_original_on_the_server_s_disk_stays_where_it_is(ana, folder):
    content = fit_file(started_at=START)
    path = kept(folder, "a.fit", content)
    imported(path)

    assert (folder / "a.fit").read_bytes() == content
    assert path not in Run.objects.get().imported_file.stored.path


@pytest.mark.usefixtures("ana")
def test_an_athlete_nobody_knows_is_named(folder):
    path = kept(folder, "a.fit", fit_file(started_at=START))

    with pytest.raises(CommandError, match=r"^There is no athlete called anna\.$"):
        imported(path, athlete="anna")
    assert not ImportBatch.objects.exists()


@pytest.mark.usefixtures("ana")
def test_without_a_file_or_an_athlete_it_says_what_is_missing():
    with pytest.raises(CommandError, match="FILE"):
        call_command("import_files", "--athlete", "ana")
    with pytest.raises(CommandError, match="--athlete"):
        call_command("import_files", "a.fit")
