"""Every page in both themes: axe finds nothing, nothing scrolls sideways, and the loop goes by keyboard."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import expect

from logbook import importing
from logbook.facts import Pain
from logbook.importing import Sent
from logbook.models import ImportBatch, Run, Session
from tests.browser.axe import ENOUGH, RULES, look
from tests.browser.mat import started
from tests.builders.fit import fit_file
from tests.factories import NOW, make_run, make_session, say_week
from tests.logbook.recordings import even_track, lap, recorded_run
from workouts.models import Athlete

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ALL = [(width, scheme, RULES) for width in (1280, 390) for scheme in ("light", "dark")]
SIGNED_OUT = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/accounts/invites/none/",
    "/offline/",
    "/nowhere/",
]


def pages_of(athlete: Athlete) -> list[str]:
    """Every kind of page, filled: lists with rows, a form with mistakes comes separately."""
    run = make_run(athlete, started_at=NOW - timedelta(hours=2), note="Wind from the west.")
    session = make_session(athlete, run=run, started_at=NOW - timedelta(hours=1), effort=5)
    laps = [lap(number, intensity="interval") for number in range(3)]
    said = {
        "name": "Canal",
        "kind_because": "The laps say so.",
        "caveat": "Cut off.",
        "repairs": ["One jump left out."],
    }
    recorded = recorded_run(athlete, even_track(km=5), laps=laps, said=said)
    make_session(athlete, started_at=NOW - timedelta(minutes=30))
    gone = make_session(athlete, started_at=NOW - timedelta(days=3))
    gone.hide(at=NOW)
    hurt = make_session(athlete, circuit="gym-heavy-a", pain=Pain(level=7, place="knee", side="left"))
    batch = import_of(athlete)
    question = batch.files.get(position=1).outcomes.get()
    say_week(athlete)
    return [
        "/",
        "/settings/week/",
        "/settings/plan/",
        "/method/",
        "/plan/",
        "/settings/calendar/",
        "/settings/health/",
        "/settings/jumping/",
        "/plan/races/new/",
        "/plan/runs/import/",
        f"/plan/months/{athlete.day_of(NOW):%Y-%m}/",
        f"/plan/runs/{athlete.week_of(athlete.day_of(NOW)).next.first_day}/",
        f"/plan/sessions/{athlete.week_of(athlete.day_of(NOW)).next}-1/",
        "/imports/",
        f"/imports/{batch.pk}/",
        f"/imports/outcomes/{question.pk}/date/",
        "/exercises/",
        "/exercises/?q=zebra",
        "/exercises/single-leg-glute-bridge/",
        "/exercises/standing-calf-stretch/",
        "/figures/",
        "/circuits/",
        "/circuits/after-easy-run-four/",
        "/circuits/gym-heavy-a/",
        "/runs/",
        "/runs/?kind=hills",
        "/runs/new/",
        f"/runs/{recorded.pk}/",
        f"/runs/{run.pk}/",
        f"/runs/{run.pk}/edit/",
        "/sessions/new/",
        "/sessions/own/",
        "/sessions/latest/repeat/",
        f"/sessions/{hurt.pk}/",
        f"/sessions/{hurt.pk}/edit/",
        f"/sessions/{session.pk}/",
        f"/sessions/{session.pk}/edit/",
        f"/sessions/{gone.pk}/",
        "/history/",
        "/history/deleted/",
        f"/history/{athlete.week_of(session.performed_on)}/",
        f"/history/{athlete.week_of(session.performed_on)}/note/",
        "/settings/",
        "/settings/people/",
        "/settings/export/",
        "/settings/deletion/",
        "/settings/sign-ins/",
        "/accounts/2fa/",
        "/accounts/reauthenticate/?next=/accounts/2fa/totp/activate/",
        "/accounts/email/",
        "/accounts/password/change/",
        "/accounts/logout/",
    ]


def import_of(athlete: Athlete) -> ImportBatch:
    """One with an outcome of each kind, and a file that waits."""
    ago = NOW - timedelta(days=8)
    contents = [
        fit_file(started_at=ago),
        fit_file(started_at=NOW + timedelta(days=80)),
        fit_file(started_at=ago),
        fit_file(started_at=ago + timedelta(minutes=5)),
        b"",
        b"",
    ]
    files = [Sent(f"{nth}.fit", ContentFile(content)) for nth, content in enumerate(contents)]
    batch = importing.receive(athlete=athlete, key=uuid4(), files=files, now=NOW).batch
    for _ in contents[1:]:
        importing.work_off(batch=batch, now=NOW)
    return batch


def visit(desk, path: str, looks=ENOUGH) -> list[str]:
    desk.go(path)
    return look(desk, path, looks)


@pytest.mark.parametrize("looks", [ENOUGH, pytest.param(ALL, marks=pytest.mark.slow)], ids=["enough", "all"])
def test_no_page_has_a_finding_in_either_theme(desk, looks):
    found = [finding for path in SIGNED_OUT for finding in visit(desk, path, looks)]
    athlete = desk.sign_in()
    found += visit(desk, "/", looks)
    found += [finding for path in pages_of(athlete) for finding in visit(desk, path, looks)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("runner", ["desk without JavaScript"], indirect=True)
def test_a_session_walked_by_plain_forms_has_no_finding_from_its_first_set_to_its_end(runner):
    athlete = runner.sign_in()
    make_run(athlete)
    session = started(athlete, "gym-heavy-a")
    play, end = f"/sessions/{session.pk}/play/", f"/sessions/{session.pk}/completion/"
    found = [*visit(runner, play), *visit(runner, end)]
    runner.go(play)
    runner.page.get_by_role("textbox", name="Repetitions").fill("many")
    runner.follow(runner.page.get_by_role("button", name="Done, next"))
    expect(runner.page.get_by_role("alert")).to_be_visible()
    found += look(runner, "the refused set")
    runner.page.get_by_role("textbox", name="Repetitions").fill("5")
    runner.follow(runner.page.get_by_role("button", name="Done, next"))
    found += visit(runner, end)
    runner.page.get_by_label("Minutes").fill("soon")
    runner.follow(runner.page.get_by_role("button", name="Save session"))
    expect(runner.page.get_by_role("alert")).to_be_visible()
    found += look(runner, "the refused end")
    assert not found, "\n".join(found)


def test_a_refused_form_has_no_finding_either(desk):
    desk.sign_in()
    desk.go("/sessions/new/?circuit=gym-heavy-a")
    desk.page.get_by_label("As planned").first.uncheck()
    desk.page.get_by_label("Sets done").first.fill("99")
    desk.page.get_by_label("Minutes").fill("")
    desk.page.get_by_role("button", name="Save session").click()
    expect(desk.page.get_by_role("alert")).to_contain_text("two fields need a look")
    found = look(desk, "the refused form")
    assert not found, "\n".join(found)


def test_a_form_opened_down_to_its_sets_has_no_finding_either(desk):
    desk.sign_in()
    desk.go("/sessions/new/?circuit=after-easy-run-four")
    for station in desk.page.locator(".doing > .move").all():
        station.get_by_label("As planned").uncheck()
        station.locator("summary").click()
    desk.page.get_by_text("Some pain", exact=True).click()
    desk.page.locator(".levels label", has_text="7").click()
    desk.page.get_by_text("Signs that need help").click()
    desk.page.get_by_text("Log something else").click()
    found = look(desk, "the form opened wide")
    assert not found, "\n".join(found)


def test_the_loop_goes_by_keyboard_alone(desk):
    page = desk.page
    desk.sign_in()
    desk.upload_run()
    expect(page.get_by_role("heading", level=1)).to_have_text("Easy run, 8.2 km")
    # Skip link first, then straight to the one orange link of the page.
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, "Log a session after this run")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sessions/new/**")
    tab_to(page, "Save session")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/sessions/\d+/$"))
    assert Session.objects.get().run == Run.objects.get()


def test_effort_and_run_are_chosen_by_arrow_keys(desk):
    page = desk.page
    desk.sign_in()
    desk.go("/sessions/new/?circuit=core-for-runners")
    tab_to(page, "Leave it blank: the usual effort counts, marked as assumed")
    for _ in range(6):
        page.keyboard.press("ArrowUp")
    expect(page.locator("[data-effort-word]")).to_have_text("5: hard")
    tab_to(page, "Save session")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/sessions/\d+/$"))
    assert Session.objects.get().effort == 5


def tab_to(page, name: str, *, at_most: int = 60) -> None:
    """Press Tab until what has that name is focused, and visibly so."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => { const e = document.activeElement;
                 return e.labels?.[0]?.innerText?.trim() || e.innerText?.trim() || e.value || ""; }"""
        )
        if focused == name:
            assert page.evaluate("document.activeElement.matches(':focus-visible')")
            return
    raise AssertionError(f"Tab never reaches “{name}”")
