"""Imports in the browser: many files dropped at once, a kind corrected, a run deleted and brought back."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from logbook.models import Run
from tests.builders.fit import fit_file
from tests.builders.gpx import gpx_file
from tests.builders.other_files import CSV, gzipped, png
from tests.builders.tcx import tcx_file
from tests.factories import NOW
from workouts.vocabulary import RunKind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def ago(days: int, hours: int = 3):
    return NOW - timedelta(days=days, hours=hours)


@pytest.fixture
def desktop(tmp_path) -> list[Path]:
    """Twelve files as they lie on a desk: seven runs, two of them a second time, and three that are none."""
    tuesday = fit_file(started_at=ago(1), duration_s=2890, distance_m=8200)
    sunday = fit_file(started_at=ago(3), duration_s=6900, distance_m=19_000)
    contents = {
        "01-tuesday.fit": tuesday,
        "02-cat.fit": png(),
        "03-sunday.fit.gz": gzipped(sunday),
        "04-tuesday-again.fit": tuesday,
        "05-thursday.gpx": gpx_file(started_at=ago(6), duration_s=2400, distance_m=6500),
        "06-table.csv": CSV,
        "07-treadmill.tcx": tcx_file(started_at=ago(8), timer_s=1800, distance_m=5000),
        "08-sunday-from-the-app.tcx": tcx_file(
            started_at=ago(3), timer_s=6900, elapsed_s=6900, distance_m=19_000
        ),
        "09-without-a-heart.fit": fit_file(started_at=ago(10), avg_hr=None, max_hr=None),
        "10-empty.fit": b"",
        "11-hills.fit": fit_file(started_at=ago(13), duration_s=3000, distance_m=8000, ascent_m=300),
        "12-ride.fit": fit_file(started_at=ago(14), sport="cycling", distance_m=30_000),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return [tmp_path / name for name in contents]


def test_twelve_files_of_which_three_are_bad_and_two_doubled_go_from_the_drop_to_the_list(desk, desktop):
    page = desk.page
    desk.sign_in()
    desk.go("/imports/")
    desk.drop(page.get_by_label("Watch files"), desktop)
    expect(page.get_by_text("01-tuesday.fit, 02-cat.fit, 03-sunday.fit.gz and 9 more: ")).to_be_visible()

    page.get_by_role("button", name="Import 12 files").click()
    # Twelve requests one after the other, on a machine that may have other work.
    expect(page.get_by_role("heading", name="12 files read")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("7 added, 2 already here, 3 not added", exact=True)).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("12 files read 7 added, 2 already here, 3 not added")
    expect(page).to_have_title("Import of 29 July · Footfall")
    rows = page.locator(".files > li")
    expect(rows).to_have_count(12)
    # What needs a look comes first.
    expect(rows.nth(0)).to_contain_text("Not added. This is a picture, not an activity.")
    expect(rows.nth(1)).to_contain_text("Not added. This is a table or a text, not an activity.")
    expect(rows.nth(2)).to_contain_text("Not added. This file is empty.")
    expect(rows.filter(has_text="12-ride.fit")).to_contain_text("It does not count as running.")

    page.get_by_role("link", name="All runs").click()
    expect(page.locator(".rows.runs > li")).to_have_count(7)
    assert Run.objects.count() == 7
    assert Run.objects.exclude(kind=RunKind.CROSS_TRAINING).count() == 6


def test_an_import_goes_on_where_a_closed_tab_left_it(runner, desktop):
    page = runner.page
    runner.sign_in()
    runner.go("/imports/")
    # The answer to the upload never arrives at a page that could go on.
    page.get_by_label("Watch files").set_input_files(desktop[:3])
    with page.expect_navigation(wait_until="commit"):
        page.get_by_role("button", name="Import", exact=False).click()
    page.goto("about:blank")

    runner.go("/imports/")
    runner.follow(page.get_by_role("link", name=re.compile("^(Continue|Open)")))
    runner.read_to_the_end()
    expect(page.get_by_role("heading", name="3 files read")).to_be_visible()
    assert Run.objects.count() == 2


def test_the_kind_of_a_run_is_corrected_in_one_tap_and_stays(runner):
    page = runner.page
    runner.sign_in()
    runner.upload_run()
    assert runner.heading() == "Easy run, 8.2 km"

    page.get_by_role("button", name="Tempo", exact=True).click()
    assert runner.heading() == "Tempo run, 8.2 km"
    runner.upload_run(name="again.fit")
    assert runner.heading() == "Tempo run, 8.2 km"
    assert Run.objects.get().kind == RunKind.TEMPO


def test_a_run_is_deleted_and_brought_back(runner):
    page = runner.page
    runner.sign_in()
    runner.upload_run()
    page.get_by_role("button", name="Delete run").click()
    expect(page.locator(".rows.runs > li")).to_have_count(0)

    page.get_by_role("button", name="Undo").click()
    assert runner.heading() == "Easy run, 8.2 km"
    runner.go("/runs/")
    expect(page.locator(".rows.runs > li")).to_have_count(1)
    assert Run.objects.get().deleted_at is None
