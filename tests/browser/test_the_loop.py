"""The loop from end to end as a new runner walks it: on a desk, on a phone, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from logbook.models import ImportedFile, Run, Session
from workouts.models import Athlete

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_run_from_the_watch_the_circuit_after_it_both_in_one_week(runner):
    page = runner.page

    runner.sign_up()
    assert runner.heading() == "Start with a run or a circuit."
    assert Athlete.objects.get().is_owner

    page.get_by_role("link", name="Upload files").click()
    runner.upload_run()
    assert runner.heading() == "Easy run, 8.2 km"
    expect(page.get_by_text("48:10").first).to_be_visible()

    # From the run's page the circuit is three clicks away: this one, save, done.
    page.get_by_role("link", name="Log a session after this run").click()
    expect(page.get_by_role("radio", name=re.compile("Easy run"))).to_be_checked()
    page.get_by_role("button", name="Save session").click()
    assert runner.heading() == "After-easy-run four"
    assert runner.notice() == "Session saved: 22 min, load 132 AU."
    session = Session.objects.get()
    assert session.run == Run.objects.get()
    assert [s.done for s in session.sets.all()] == [8] * 12

    page.get_by_role("link", name=re.compile(r"^Week \d+$")).click()
    today = page.locator(".day.today")
    expect(today.get_by_role("link", name="Easy run")).to_be_visible()
    expect(today.get_by_role("link", name="After-easy-run four, 22 min")).to_be_visible()
    expect(page.get_by_text("Effort assumed 6, the middle of the circuit's 5 to 7.")).to_be_visible()

    today.get_by_role("link", name="After-easy-run four").click()
    page.get_by_role("link", name="Edit session").click()
    page.get_by_text("5: hard", exact=True).first.click()
    page.get_by_role("button", name="Save changes").click()
    session.refresh_from_db()
    assert session.effort == 5
    expect(page.get_by_text("Effort 5 for 22 min.")).to_be_visible()

    page.get_by_role("button", name="Delete session").click()
    expect(page.locator(".day.today").get_by_role("link", name="After-easy-run four")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    assert "After-easy-run four is back." in runner.notice()
    session.refresh_from_db()
    assert session.deleted_at is None
    assert session.run is not None


def test_what_differed_from_the_plan_is_corrected_where_it_differed(runner):
    page = runner.page
    runner.sign_up()
    runner.go("/sessions/new/?circuit=after-easy-run-four")
    mountain_climber = page.locator("li", has_text="Slow mountain climber")
    expect(mountain_climber.get_by_label("Repetitions each side")).to_be_hidden()

    mountain_climber.get_by_label("As planned").uncheck()
    mountain_climber.get_by_label("Sets done").fill("2")
    mountain_climber.get_by_label("Repetitions each side").fill("6")
    page.get_by_label("Minutes").fill("half an hour")
    page.get_by_label("Note").fill("Left side slower.")
    page.get_by_role("button", name="Save session").click()

    # Refused, with everything typed still there, and the summary leads to the field.
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Not saved yet: one field needs a look")
    expect(summary).to_be_focused()
    expect(page.get_by_label("Note")).to_have_value("Left side slower.")
    expect(mountain_climber.get_by_label("Repetitions each side")).to_have_value("6")
    summary.get_by_role("link").click()
    expect(page.get_by_label("Minutes")).to_be_focused()
    assert not Session.objects.exists()

    page.get_by_label("Minutes").fill("25")
    page.get_by_role("button", name="Save session").click()
    expect(page.get_by_role("row", name=re.compile("Slow mountain climber"))).to_contain_text(
        "2 × 6 each side"
    )
    done = [s.done for s in Session.objects.get().sets.filter(exercise_name="Slow mountain climber")]
    assert done == [6, 6, None]


def test_a_file_that_is_no_activity_is_refused_and_leaves_nothing(runner, uploads):
    runner.sign_up()
    runner.upload_run(b"\x89PNG\r\n\x1a\n" + bytes(200), name="cat.png")
    expect(runner.page.get_by_role("main")).to_contain_text("Not added. This is a picture, not an activity.")
    assert not ImportedFile.objects.exists()
    assert not list(uploads.rglob("*.*"))


def test_a_newcomer_reads_what_an_exercise_is_before_doing_it(runner):
    page = runner.page
    runner.sign_up()
    page.get_by_role("link", name="See the circuit").click()
    expect(page.get_by_text("Inspired by a workout described in Coach magazine.").first).to_be_visible()
    page.get_by_role("link", name="Dead bug", exact=True).click()
    assert runner.heading() == "Dead bug"
    expect(page.get_by_role("img", name="Tempo: lower 3 s, pause 1 s, lift 2 s")).to_be_visible()
    expect(page.get_by_text("6 s a repetition; 8 make 48 s under tension on each side.")).to_be_visible()
    page.get_by_role("link", name="Dead bug heel tap").click()
    assert runner.heading() == "Dead bug heel tap"
    runner.go("/exercises/")
    page.get_by_label("Find").fill("mini band")
    page.get_by_label("Find").press("Enter")
    expect(page.get_by_role("link", name=re.compile("Lateral band walk"))).to_be_visible()
