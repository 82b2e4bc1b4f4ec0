"""The installed app: what opens without a connection, and that nobody finds in it what is another's."""

import json
import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from logbook.models import LoggedSet, Session
from tests.browser.runner import Runner
from tests.factories import make_athlete, make_run
from workouts.models import Athlete

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CIRCUIT = "after-easy-run-four"
NAME = "After-easy-run four"
OUT_OF_REACH = "The server is out of reach."
# What may be kept, and nothing else.
KEPT = re.compile(r"/static/.+|/figures/[\w-]+\.css|/offline/|/sessions/\d+/play/")
NO_CONNECTION = ("net::ERR_INTERNET_DISCONNECTED", "Failed to fetch")

CACHES = "caches.keys()"
ADDRESSES = """async () => {
  const all = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) all.push(new URL(url).pathname);
  return all;
}"""
IS_KEPT = """async ([name, path]) =>
  Boolean((await navigator.serviceWorker.getRegistration())?.active) &&
  (await caches.has(name)) && Boolean(await (await caches.open(name)).match(path))"""
TOKEN = "fetch('/sessions/sender/').then((a) => a.json()).then(({ token }) => token)"


def start(someone: Runner, athlete: Athlete) -> Session:
    """Begin the circuit and be in its player."""
    someone.go(f"/circuits/{CIRCUIT}/")
    someone.follow(someone.page.locator("form[action='/sessions/'] button").first)
    return athlete.sessions.get(logged_at=None)


def start_and_keep(someone: Runner, athlete: Athlete) -> Session:
    """The same, until the session would open without a connection."""
    session = start(someone, athlete)
    wanted = [f"play:{athlete.pk}:{session.pk}", f"/sessions/{session.pk}/play/"]
    until(someone.page, IS_KEPT, wanted)
    return session


def until(page: Page, said: str, argument=None) -> None:
    """Ask until it is so; the page's own polling is not let in by the content policy."""
    for _ in range(150):
        if page.evaluate(said, argument):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"It never came to: {said}")


def without_connection(someone: Runner, is_offline: bool = True) -> None:
    someone.page.context.set_offline(is_offline)


@pytest.fixture(autouse=True)
def connected_again(request):
    """The next test finds a browser with a connection, and complaints for want of one are none."""
    someone = request.getfixturevalue("desk") if "desk" in request.fixturenames else None
    yield
    if someone is not None:
        without_connection(someone, False)
        someone.complaints[:] = [
            each for each in someone.complaints if not any(known in each for known in NO_CONNECTION)
        ]


def message(session: Session, *, number: int = 1, left: int = 7, **fields) -> dict:
    """A set as the player keeps it until it is sent."""
    row = session.sets.get(station=1, number=number)
    said = {
        "station": "1", "number": str(number), "exercise": row.exercise.slug, "left": str(left),
        "right": str(left), "writer": str(uuid4()), "revision": "1", "athlete": str(session.athlete_id),
    } | fields  # fmt: skip
    return {
        "id": f"{session.pk}::1.{number}", "address": f"/sessions/{session.pk}/sets/", "fields": said,
        "state": "waiting", "why": "", "mine": "", "stored": "", "over": "", "tries": 0, "at": 0,
    }  # fmt: skip


def leave_waiting(page: Page, athlete: Athlete, *messages: dict) -> None:
    name = f"footfall:queue:{athlete.pk}"
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, json.dumps(messages)])


def waiting(page: Page, athlete: Athlete) -> int:
    text = page.evaluate("(name) => localStorage.getItem(name)", f"footfall:queue:{athlete.pk}")
    return len(json.loads(text or "[]"))


def done(session: Session, number: int = 1) -> int | None:
    return LoggedSet.objects.get(session=session, station=1, number=number).done_reps


def line(page: Page):
    return page.locator(".notices .notice")


def test_a_session_opened_once_opens_again_with_all_it_needs_in_flight_mode(desk):
    page, failed = desk.page, []
    start_and_keep(desk, desk.sign_in())
    without_connection(desk)
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.reload()
    expect(page.get_by_role("heading", name=NAME).first).to_be_visible()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator("[data-screen=start]")).to_be_hidden()
    page.wait_for_timeout(500)
    assert [url for url in failed if "/static/" in url or "/figures/" in url] == []


def test_any_other_page_says_what_works_without_a_connection_and_leads_to_it(desk):
    page = desk.page
    session = start_and_keep(desk, desk.sign_in())
    without_connection(desk)
    desk.go("/history/")
    assert desk.heading() == OUT_OF_REACH
    expect(page.get_by_text("Its sets wait on this phone")).to_be_visible()
    # In its own dress.
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"Archivo')
    desk.follow(page.get_by_role("link", name=NAME))
    expect(page).to_have_url(f"/sessions/{session.pk}/play/")
    expect(page.get_by_role("heading", name=NAME).first).to_be_visible()

    without_connection(desk, False)
    desk.go("/history/")
    assert desk.heading() != OUT_OF_REACH


def test_a_session_never_opened_here_gets_the_offline_page(desk):
    session = start_and_keep(desk, desk.sign_in())
    without_connection(desk)
    desk.go(f"/sessions/{session.pk + 1}/play/")
    assert desk.heading() == OUT_OF_REACH


def test_with_a_connection_every_page_comes_from_the_server_and_forms_are_sent_as_ever(desk):
    page, athlete = desk.page, desk.sign_in()
    start_and_keep(desk, athlete)
    desk.go("/runs/")
    expect(page.get_by_role("main")).not_to_contain_text("8.2 km")
    make_run(athlete)
    desk.go("/runs/")
    expect(page.get_by_role("main")).to_contain_text("8.2 km")
    desk.go("/settings/")
    page.get_by_label("Miles").check()
    desk.follow(page.get_by_role("button", name="Save settings"))
    assert Athlete.objects.get().distance_unit == "mi"


def test_nothing_is_kept_but_players_their_files_and_the_offline_page(desk):
    athlete = desk.sign_in()
    session = start_and_keep(desk, athlete)
    for path in ("/", "/history/", "/settings/", f"/circuits/{CIRCUIT}/", "/manifest.webmanifest"):
        desk.go(path) if not path.endswith("webmanifest") else desk.page.evaluate("(p) => fetch(p)", path)
    kept = desk.page.evaluate(ADDRESSES)
    assert [path for path in kept if not KEPT.fullmatch(path)] == []
    assert f"/sessions/{session.pk}/play/" in kept
    assert "/static/js/play/player.js" in kept
    assert any(path.startswith("/figures/") for path in kept)


def test_caches_of_an_earlier_version_go(desk):
    athlete = desk.sign_in()
    desk.go("/")
    desk.page.evaluate("caches.open('shell:earlier')")
    start_and_keep(desk, athlete)
    until(desk.page, "caches.keys().then((all) => !all.includes('shell:earlier'))")
    assert len([name for name in desk.page.evaluate(CACHES) if name.startswith("shell:")]) == 1


def test_a_session_that_is_logged_is_kept_no_longer(desk):
    athlete = desk.sign_in()
    session = start_and_keep(desk, athlete)
    Session.objects.update(logged_at=session.started_at)
    desk.go(f"/sessions/{session.pk}/")
    until(desk.page, "caches.keys().then((all) => all.every((name) => !name.startsWith('play:')))")


def test_after_signing_out_nothing_is_left_in_the_browser(desk):
    page, athlete = desk.page, desk.sign_in()
    session = start_and_keep(desk, athlete)
    desk.go("/accounts/logout/")
    leave_waiting(page, athlete, message(session), message(session, number=2))
    kept = json.dumps({"athlete": str(athlete.pk)})
    page.evaluate("(kept) => localStorage.setItem('footfall:play:99', kept)", kept)
    page.evaluate("localStorage.setItem('footfall:queue:0', '[]')")
    page.evaluate("dispatchEvent(new Event('storage'))")
    warning = page.get_by_text("2 sets on this phone were never sent. Signing out drops them.")
    expect(warning).to_be_visible()
    desk.follow(page.get_by_role("button", name="Sign out"))
    expect(page).to_have_url("/accounts/login/")
    until(page, f"!localStorage['footfall:queue:{athlete.pk}']")
    left = page.evaluate("Object.keys(localStorage)")
    assert set(left) <= {"footfall:queue:0", "footfall:writer", "footfall:cues"}, (
        "but what is somebody else's"
    )
    assert "footfall:queue:0" in left
    until(page, "caches.keys().then((all) => all.every((name) => !name.startsWith('play:')))")
    assert done(session) is None


def test_a_sign_out_that_never_arrives_leaves_what_waits(desk):
    page, athlete = desk.page, desk.sign_in()
    session = start_and_keep(desk, athlete)
    desk.go("/accounts/logout/")
    leave_waiting(page, athlete, message(session))
    page.context.set_offline(True)
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_timeout(500)
    page.context.set_offline(False)
    desk.go("/history/")
    until(page, f"!localStorage['footfall:queue:{athlete.pk}']")
    assert done(session) == 7


def test_a_sign_in_that_ended_elsewhere_leaves_the_sets_and_no_page(desk):
    page, athlete = desk.page, desk.sign_in()
    session = start_and_keep(desk, athlete)
    leave_waiting(page, athlete, message(session))
    page.context.clear_cookies()
    desk.go("/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    until(page, "caches.keys().then((all) => all.every((name) => !name.startsWith('play:')))")
    assert waiting(page, athlete) == 1


def test_what_ana_left_waits_unsent_while_ben_is_signed_in_and_is_sent_once_when_she_is_back(desk):
    page, sent = desk.page, []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    ana = desk.sign_in("ana")
    session = start_and_keep(desk, ana)
    page.goto("/static/img/favicon.svg")
    leave_waiting(page, ana, message(session), message(session, number=2, left=6))
    sent.clear()

    desk.be(make_athlete("ben"))
    desk.go("/")
    until(page, "caches.keys().then((all) => all.every((name) => !name.startsWith('play:')))")
    page.wait_for_timeout(500)
    expect(line(page)).to_have_count(0)
    assert (sent, waiting(page, ana), done(session)) == ([], 2, None)

    desk.be(ana)
    desk.go("/")
    expect(line(page)).to_have_text("2 sets from this phone were sent.")
    assert (done(session, 1), done(session, 2), waiting(page, ana)) == (7, 6, 0)
    assert len(sent) == 2
    desk.go("/")
    page.wait_for_timeout(300)
    expect(line(page)).to_have_count(0)
    assert len(sent) == 2


def test_where_the_phone_still_has_no_connection_the_line_says_that_it_waits(desk):
    page, athlete = desk.page, desk.sign_in()
    session = start(desk, athlete)
    desk.go("/accounts/logout/")
    leave_waiting(page, athlete, message(session))
    # The page comes through, and nothing that is sent from it.
    page.route("**/sessions/sender/", lambda route: route.abort("internetdisconnected"))
    desk.go("/")
    expect(line(page)).to_have_text("1 set waits on this phone: no connection.")
    page.unroute("**/sessions/sender/")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(line(page)).to_have_text("1 set from this phone was sent.")
    assert done(session) == 7


def test_a_set_that_was_written_elsewhere_is_chosen_on_any_page(desk):
    page, athlete = desk.page, desk.sign_in()
    session = start(desk, athlete)
    for number, left in ((1, 10), (2, 9)):
        said = message(session, number=number, left=left)
        page.context.request.post(
            said["address"],
            form={**said["fields"], "csrfmiddlewaretoken": page.evaluate(TOKEN)},
            headers={"Accept": "application/json", "Referer": desk.address},
        )
    assert (done(session, 1), done(session, 2)) == (10, 9)
    desk.go("/accounts/logout/")
    leave_waiting(page, athlete, message(session), message(session, number=2, left=6))
    desk.go("/")
    expect(line(page)).to_contain_text("2 sets need a look.")
    expect(line(page)).to_contain_text("Station 1, set 1")
    page.get_by_role("button", name="Store mine").first.click()
    expect(line(page)).to_contain_text("1 set from this phone was sent. 1 set needs a look.")
    page.get_by_role("button", name="Keep the stored one").click()
    expect(line(page)).to_be_hidden()
    assert (done(session, 1), done(session, 2), waiting(page, athlete)) == (7, 9, 0)
