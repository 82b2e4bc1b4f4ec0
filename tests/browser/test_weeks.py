"""The week from end to end in a browser: said once, planned on Today, reviewed with a note and as files."""

import csv
import re
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.factories import NOW, make_run, make_session, say_week
from workouts.vocabulary import RunKind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(runner, name: str) -> None:
    runner.page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def download(runner, link: str) -> list[dict[str, str]]:
    with runner.page.expect_download() as coming:
        runner.page.get_by_role("link", name=link, exact=True).click()
    return list(csv.DictReader(StringIO(Path(coming.value.path()).read_text())))


def test_a_usual_week_proposed_from_runs_is_corrected_saved_and_planned_on_today(runner):
    athlete = runner.sign_in()
    for week in range(1, 5):
        make_run(athlete, started_at=NOW - timedelta(weeks=week), duration_s=2700.0)
        hard = NOW - timedelta(weeks=week, days=1)
        make_run(athlete, started_at=hard, duration_s=3600.0, kind=RunKind.INTERVALS)
    runner.go("/")
    runner.page.get_by_role("link", name="Say what your usual week looks like").click()
    expect(runner.page.get_by_text("Filled in from your runs of the last eight weeks.")).to_be_visible()
    sunday = runner.page.get_by_role("listitem").filter(has=runner.page.get_by_text("Sunday", exact=True))
    sunday.get_by_label("Run").select_option("Long")
    sunday.get_by_label("Minutes").fill("95")
    press(runner, "Save week")
    expect(runner.page.get_by_text("Your week is saved.")).to_be_visible()
    assert [run.weekday for run in athlete.planned_runs.usual()] == [1, 2, 6]

    runner.go("/")
    assert runner.heading().startswith("Easy run, then")
    days = runner.page.locator(".week > .day")
    expect(days.nth(6)).to_contain_text("Long run")
    expect(days.nth(6)).to_contain_text("about 95 min")


def test_a_week_is_reviewed_with_a_note_and_taken_out_as_a_file(runner):
    athlete = runner.sign_in()
    say_week(athlete)
    run = make_run(athlete, started_at=NOW - timedelta(days=7), effort=4)
    make_session(athlete, run=run, started_at=NOW - timedelta(days=7, hours=-1), effort=6)
    runner.go("/history/")
    assert runner.heading() == "Nothing logged this week yet."
    assert [week["Week"] for week in download(runner, "Download as CSV")] == ["2026-W30", "2026-W31"]
    runner.page.locator(".weeks").first.get_by_role("link", name="30", exact=True).click()
    assert runner.heading() == "Week 30"
    expect(runner.page.get_by_role("row", name=re.compile("Strength sessions 2 1"))).to_be_visible()
    assert [row["What"] for row in download(runner, "Download the week as CSV")] == ["run", "strength"]

    runner.page.get_by_role("link", name="Write a note about this week").click()
    runner.page.get_by_label("Note").fill("Legs heavy until Wednesday.")
    press(runner, "Save note")
    expect(runner.page.get_by_text("Legs heavy until Wednesday.")).to_be_visible()
    runner.page.get_by_role("link", name="Week 31").click()
    assert runner.heading() == "Week 31"


def test_the_history_prints_whole_with_its_charts_and_without_its_links(desk):
    athlete = desk.sign_in()
    for week in range(14):
        make_run(athlete, started_at=NOW - timedelta(weeks=week), effort=4)
        make_session(athlete, started_at=NOW - timedelta(weeks=week))
    athlete.sessions.update(pain=2, pain_place="achilles", pain_side="left")
    desk.go("/history/")
    desk.page.emulate_media(media="print")
    for shown in (".load-chart", ".multiples", ".weeks", ".year"):
        expect(desk.page.locator(shown).first).to_be_visible()
    for hidden in (".pager", ".foot", "a[download]"):
        expect(desk.page.locator(hidden).first).to_be_hidden()
    sheets = re.findall(rb"/Type\s*/Page\b", desk.page.pdf(format="A4"))
    assert len(sheets) <= 3
    # Nothing of the widest table is cut off at the edge of the paper.
    desk.page.set_viewport_size({"width": 726, "height": 1000})
    wide = "[...document.querySelectorAll('.scroll')].map(each => each.scrollWidth - each.clientWidth)"
    assert desk.page.evaluate(wide) == [0, 0]
