"""A file from a watch becomes a run with the watch's own numbers."""

from datetime import UTC, date, datetime, timedelta

import pytest

from logbook.models import ImportedFile, Run
from tests.browsing import fact, facts, links, notices, soup, words
from tests.builders.fit import fit_file
from tests.factories import NOW
from tests.logbook.file_forms import import_run, on_disk

pytestmark = pytest.mark.usefixtures("clock")

START = datetime(2026, 7, 28, 16, 4, 13, tzinfo=UTC)


def test_what_the_watch_saw_stands_on_the_run_s_page(ana_client):
    content = fit_file(
        started_at=START, duration_s=2890, elapsed_s=3001, moving_s=2800, distance_m=8234.56,
        avg_hr=141, max_hr=167, ascent_m=46,
    )  # fmt: skip
    run = import_run(ana_client, content, "Morning.fit")
    page = ana_client.get(run.get_absolute_url())

    told = facts(page)
    assert (told["Distance"], told["File"]) == ("8.23 km", "Morning.fit")
    assert "Easy run, 8.2 km" in words(page)
    assert (told["moving time"], told["Stopwatch"], told["Start to finish"]) == ("46:40", "48:10", "50:01")
    assert (fact(page, "mean heart rate"), told["Highest heart rate"]) == ("141", "167 beats/min")
    assert (told["m climbed"], told["per km"], told["Recorded by"]) == ("46", "5:40", "Garmin fenix6")
    assert "Tuesday 28 July 2026, 18:04 to 18:54" in words(page)


def test_the_row_holds_exact_values_and_ana_s_day(ana, ana_client):
    late = datetime(2026, 7, 28, 22, 30, 7, tzinfo=UTC)
    run = import_run(ana_client, fit_file(started_at=late, duration_s=2890.4, distance_m=8234.56))

    assert (run.athlete, run.started_at, run.duration_s, run.distance_m) == (ana, late, 2890.4, 8234.56)
    assert (run.performed_on, run.time_zone) == (date(2026, 7, 29), "Europe/Berlin")
    assert (run.logged_at, run.effort, run.note) == (NOW, None, "")


def test_what_the_watch_does_not_say_stays_blank(ana_client):
    run = import_run(
        ana_client, fit_file(started_at=START, distance_m=None, avg_hr=None, max_hr=None, record_every_s=None)
    )

    assert (run.distance_m, run.avg_hr, run.max_hr, run.ascent_m, run.moving_s) == (None,) * 5
    told = facts(ana_client.get(run.get_absolute_url()))
    assert not {"Distance", "per km", "mean heart rate", "m climbed", "moving time"} & set(told)


def test_a_treadmill_run_of_no_distance_at_all_keeps_its_0(ana_client):
    run = import_run(
        ana_client, fit_file(started_at=START, distance_m=0, sub_sport="treadmill", record_every_s=None)
    )

    assert run.distance_m == 0
    told = facts(ana_client.get(run.get_absolute_url()))
    assert told["Distance"] == "0.00 km"
    assert "per km" not in told


def test_it_gets_a_kind_with_its_reason_and_the_notice_says_so(ana_client):
    run = import_run(ana_client, fit_file(started_at=START))

    assert run.kind == "easy"
    assert run.kind_because.startswith("Nothing in the file says otherwise.")
    said = f"Added. Easy run: n{run.kind_because[1:]}"
    assert notices(ana_client.get(run.get_absolute_url())) == [said]


def test_one_file_is_one_run_one_row_and_one_file_on_disk(ana_client, uploads):
    content = fit_file(started_at=START)
    import_run(ana_client, content)

    file = ImportedFile.objects.get()
    run = Run.objects.get()
    assert (run.imported_file, run.file_index) == (file, 0)
    assert on_disk(uploads) == [file.stored.name]
    assert (uploads / file.stored.name).read_bytes() == content
    assert (file.size_bytes, file.received_at) == (len(content), NOW)


def test_a_file_on_disk_is_for_the_server_alone_and_carries_no_name(ana_client, uploads):
    import_run(ana_client, fit_file(started_at=START), "home address.fit")

    [name] = on_disk(uploads)
    path = uploads / name
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert "home" not in name


@pytest.mark.parametrize("sport", ["cycling", "walking", "hiking", "swimming", "training", "generic"])
def test_another_sport_is_cross_training(ana_client, sport):
    run = import_run(ana_client, fit_file(started_at=START, sport=sport))
    page = ana_client.get(run.get_absolute_url())

    assert (run.kind, run.sport) == ("cross_training", sport)
    because = "he file names no sport." if sport == "generic" else f"he file says {sport}."
    assert run.kind_because == f"T{because}"
    called = "activity" if sport == "generic" else sport
    said = f"Added. Kept as cross-training: t{because} It does not count as running."
    assert notices(page) == [said]
    assert words(soup(page).h1) == f"{called.capitalize()}, 5.0 km"
    assert "It counts towards load, not as running." in words(page)


def test_cross_training_counts_in_load_and_in_no_running_sum(ana_client):
    import_run(ana_client, fit_file(started_at=START, duration_s=3600, distance_m=30_000, sport="cycling"))
    week = facts(ana_client.get("/history/2026-W31/"))

    assert week["Running"] == "no run"
    # An hour at the usual effort of 4.
    assert week["Load, effort × minutes"] == "240 AU"
    assert "30" not in words(soup(ana_client.get("/runs/")).select_one(".month"))


def test_a_damaged_file_that_could_be_read_says_so(ana_client):
    run = import_run(ana_client, fit_file(started_at=START, bad_crc=True))

    damage = "The file is damaged. These totals come from its summary: compare them with your watch."
    assert run.caveat == damage
    [said] = notices(ana_client.get(run.get_absolute_url()))
    assert said.endswith(damage)


def test_a_new_run_is_offered_to_the_session_of_that_day(ana_client):
    run = import_run(ana_client, fit_file(started_at=NOW - timedelta(hours=1)))

    assert links(ana_client.get("/"))["Log it afterwards instead"].endswith(f"&run={run.pk}")
