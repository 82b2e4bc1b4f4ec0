"""The plan in a browser: a session moved against a rule and back, a race shifted, also by keys alone."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.factories import NOW, say_week

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# The handbook's week: intervals on Tuesday, so Monday is the day before.
WEEK = {
    1: ("intervals", 60), 2: ("easy", 45), 3: ("tempo", 60), 4: ("easy", 45), 6: ("long", 105),
}  # fmt: skip


def planner(someone):
    """Somebody who said what their week looks like and has lifted for a year; and their next week."""
    athlete = someone.sign_in()
    today = athlete.day_of(NOW)
    say_week(athlete, week=WEEK, experience="intermediate", lifting_since=today - timedelta(days=400))
    return athlete, athlete.week_of(today).next


def take(page, day: str) -> None:
    page.get_by_role("button", name=re.compile(rf"Take it.* {day} ")).first.click()


def drag(page, what, onto) -> None:
    """As a hand does it: a drag begins with a small move, which a jump to the target is not."""
    what.scroll_into_view_if_needed()
    here, there = what.bounding_box(), onto.bounding_box()
    x, y = here["x"] + 12, here["y"] + 10
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 4, y + 2)
    page.mouse.move(there["x"] + 40, there["y"] + 60, steps=8)
    page.mouse.up()


def test_onto_the_day_before_intervals_the_warning_is_read_and_the_suggested_day_taken(runner):
    athlete, week = planner(runner)
    page = runner.page
    runner.go(f"/plan/{week}/")
    page.get_by_role("link", name="change After-easy-run four").click()
    monday = f"Monday {week.monday.day}"
    take(page, monday)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Intervals is within a day.")
    alert.get_by_role("button", name="Take Friday").click()
    expect(page.get_by_role("status")).to_contain_text("After-easy-run four is on Friday")
    assert athlete.plan_changes.get().overruled == []


def test_overruled_the_reason_is_found_in_the_plan_and_undo_takes_it_back(runner):
    athlete, week = planner(runner)
    page = runner.page
    runner.go(f"/plan/sessions/{week}-1/")
    take(page, f"Monday {week.monday.day}")
    alert = page.get_by_role("alert")
    alert.get_by_label("Why you take it all the same").fill("The gym is shut on Friday.")
    alert.get_by_role("button", name="Put it on Monday").click()
    expect(page.get_by_text("You put it here: The gym is shut on Friday.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("You put it here")).to_have_count(0)
    assert not athlete.plan_changes.filter(undone_at=None).exists()


def test_dragged_onto_an_open_day_a_session_stands_there(desk):
    athlete, week = planner(desk)
    page = desk.page
    desk.go(f"/plan/sessions/{week}-1/")
    day = page.locator(".places [data-verdict=open]").first.get_attribute("data-day")
    desk.go(f"/plan/{week}/")
    drag(page, page.locator(f"[data-session='{week}-1']"), page.locator(f".day[data-day='{day}']"))
    expect(page.get_by_role("status")).to_contain_text("After-easy-run four is on ")
    assert str(athlete.plan_changes.get().day) == day


def test_dragged_onto_the_day_before_intervals_the_warning_asks_for_a_reason(desk):
    athlete, week = planner(desk)
    page = desk.page
    desk.go(f"/plan/{week}/")
    drag(page, page.locator(f"[data-session='{week}-1']"), page.locator(f".day[data-day='{week.monday}']"))
    expect(page.get_by_role("alert")).to_contain_text("Intervals is within a day.")
    assert not athlete.plan_changes.exists()


def test_dragged_onto_another_day_a_run_is_moved_and_undo_puts_it_back(desk):
    athlete, week = planner(desk)
    page = desk.page
    desk.go(f"/plan/{week}/")
    tuesday, friday = week.monday + timedelta(days=1), week.monday + timedelta(days=4)
    drag(page, page.locator(f".day [data-run='{tuesday}']"), page.locator(f".day[data-day='{friday}']"))
    expect(page.get_by_role("status")).to_contain_text(f"Intervals is on Friday {friday.day}")
    assert {row.day: row.kind for row in athlete.planned_runs.single()} == {
        tuesday: "easy",
        friday: "intervals",
    }
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Undone.")
    assert not athlete.planned_runs.single().exists()


def test_the_run_of_a_day_is_changed_in_place(runner):
    athlete, week = planner(runner)
    page = runner.page
    runner.go(f"/plan/{week}/")
    row = page.locator(f".runs-of-week [data-day='{week.monday}']")
    row.locator("summary").click()
    row.get_by_label("Run").select_option("tempo")
    row.get_by_label("Minutes").fill("50")
    row.get_by_role("button", name="Save run").click()
    expect(page.get_by_role("status")).to_contain_text("tempo run, about 50 min")
    assert athlete.planned_runs.single().get().kind == "tempo"


def test_by_keys_alone_on_a_phone(phone):
    _, week = planner(phone)
    page = phone.page
    phone.go(f"/plan/sessions/{week}-1/")
    page.get_by_role("button", name="Leave it out this week").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("One session is left out this week.")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Change it")).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Let the plan choose").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("The plan chooses circuit and day")


def test_a_race_shifted_by_a_week_takes_the_taper_with_it(runner):
    _, week = planner(runner)
    page = runner.page
    sunday = week.next.next.next.days[6]
    runner.go("/plan/")
    page.get_by_role("link", name="Enter a race").click()
    page.get_by_label("Name").fill("Spring half")
    page.get_by_label("Date").fill(sunday.isoformat())
    page.get_by_label("Distance").select_option("Half marathon")
    page.get_by_role("button", name="Save race").click()
    taper = page.get_by_role("listitem").filter(has_text="Taper")
    expect(taper).to_contain_text(f"Week {week.next.next.number}")
    page.get_by_role("link", name="Spring half").click()
    page.get_by_label("Date").fill((sunday + timedelta(days=7)).isoformat())
    page.get_by_role("button", name="Save race").click()
    expect(taper).to_contain_text(f"Week {week.next.next.next.number}")
