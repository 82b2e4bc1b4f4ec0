"""In flight mode: a session is played to its end, kept on the phone, and stored once whatever happens."""

import json

import pytest
from playwright.sync_api import expect

from logbook.models import LoggedSet
from tests.browser.mat import Mat
from tests.factories import make_athlete

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

_IS_KEPT = """async ([name, path]) => Boolean((await navigator.serviceWorker.getRegistration())?.active) &&
  Boolean(await (await caches.open(name)).match(path))"""
_MOVES = "(figure) => figure.getAnimations({ subtree: true }).map((each) => each.animationName)"


def finished_offline(phone) -> tuple[Mat, list[dict]]:
    """Without a connection from step 3 to the end; and all that the phone keeps of it."""
    mat = Mat(phone)
    mat.begin()
    mat.play_to(3)
    mat.page.context.set_offline(True)
    mat.play_to(len(mat.steps))
    mat.finish()
    expect(mat.page.get_by_role("status").get_by_text("No connection. What you did is")).to_be_visible()
    return mat, mat.queue()


def online(mat: Mat) -> None:
    mat.page.context.set_offline(False)
    mat.page.clock.run_for(100)


def put_back(mat: Mat, messages: list[dict]) -> None:
    """Into the queue, as if no answer to them had ever arrived; the page sends them when it is opened."""
    mat.page.evaluate(
        "([id, all]) => localStorage.setItem(`footfall:queue:${id}`, all)",
        [str(mat.athlete.pk), json.dumps(messages)],
    )


def deliver(mat: Mat, messages: list[dict]) -> None:
    put_back(mat, messages)
    mat.page.goto("/history/")
    mat.expect_saved()


def test_what_was_done_without_a_connection_is_stored_once_it_is_back(phone):
    mat, kept = finished_offline(phone)
    assert len(kept) == 13, "twelve sets and the end"
    assert not LoggedSet.objects.exclude(revision=0).exists()
    online(mat)
    mat.expect_saved()
    (session,) = mat.rows()
    assert (session["is_open"], session["effort"]) == (False, 6)
    assert all(row["done_reps"] == row["planned_reps"] for row in session["sets"])


def wait_until_kept(mat: Mat) -> None:
    name = f"play:{mat.athlete.pk}:{mat.session.pk}"
    for _ in range(150):
        if mat.page.evaluate(_IS_KEPT, [name, mat.path]):
            return
        mat.page.wait_for_timeout(50)
    raise AssertionError("the page is not kept")


@pytest.mark.usefixtures("as_served")
def test_as_it_is_served_it_opens_in_flight_mode_and_every_figure_moves(phone):
    mat = Mat(phone)
    mat.open()
    wait_until_kept(mat)
    mat.page.context.set_offline(True)
    mat.begin()
    for station, first_step in enumerate((1, 5, 9, 13), start=1):
        mat.play_to(first_step)
        mat.watch(0.1)
        expect(mat.page.locator("[data-screen=work]")).to_be_visible()
        moves = mat.page.locator("[data-figure] svg").evaluate(_MOVES)
        assert any(name.startswith("v-") for name in moves), station
    online(mat)
    mat.expect_saved()


def test_sent_again_twice_backwards_and_with_every_third_answer_lost_the_rows_are_those_of_once(phone):
    mat, kept = finished_offline(phone)
    online(mat)
    mat.expect_saved()
    once = mat.rows()
    deliver(mat, kept)
    assert mat.rows() == once
    deliver(mat, kept[::-1])
    assert mat.rows() == once
    lost = lose_every_third_answer(mat)
    deliver(mat, kept)
    assert mat.rows() == once
    assert lost, "no answer was lost, so that nothing was proved"


def test_the_first_delivery_itself_may_lose_every_third_answer(phone):
    mat, kept = finished_offline(phone)
    lost = lose_every_third_answer(mat)
    online(mat)
    mat.expect_saved()
    assert len(lost) >= len(kept) // 3
    (session,) = mat.rows()
    assert all(row["done_reps"] == row["planned_reps"] for row in session["sets"])


def lose_every_third_answer(mat: Mat) -> list[str]:
    """The server gets each message; of every third the phone never hears."""
    sent, lost = [], []

    def hand_on(route):
        answer = route.fetch()
        sent.append(route.request.url)
        if len(sent) % 3 == 0:
            lost.append(route.request.url)
            route.abort()
        else:
            route.fulfill(response=answer)

    mat.page.route("**/sessions/*/sets/", hand_on)
    mat.page.route("**/sessions/*/completion/", hand_on)
    return lost


def test_while_somebody_else_is_signed_in_it_waits_and_lands_nowhere(phone):
    mat, kept = finished_offline(phone)
    ben = make_athlete("ben", time_zone="Europe/Berlin")
    mat.runner.be(ben)
    online(mat)
    mat.page.goto("/history/")
    mat.page.clock.run_for(5000)
    mat.page.wait_for_timeout(500)
    assert not ben.sessions.exists()
    assert mat.queue() == kept, "it waits as it was"
    mat.runner.be(mat.athlete)
    mat.page.goto("/history/")
    mat.expect_saved()
    assert not ben.sessions.exists()
    (session,) = mat.rows()
    assert not session["is_open"]


def test_thrown_away_without_a_connection_it_is_still_there_to_be_begun_anew(phone):
    mat = Mat(phone)
    mat.begin()
    mat.page.context.set_offline(True)
    while (at := mat.state()["step"]) < len(mat.steps):
        if mat.steps[at]["kind"] == "work":
            mat.press("Skip")
        else:
            mat.wait(mat.steps[at]["seconds"])
    mat.page.get_by_role("button", name="Throw it away").click()
    mat.page.wait_for_url("chrome-error://**")
    mat.page.context.set_offline(False)
    mat.open()
    expect(mat.page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    assert mat.queue() == []
    assert mat.athlete.sessions.open().get() == mat.session
