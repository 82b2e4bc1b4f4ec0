"""A phone on a mat, with a clock of its own: a session is played in minutes that take no time."""

import json
import re
from uuid import uuid4

from playwright.sync_api import Page, expect

from logbook import playable, player, proposals, starting
from logbook.models import Run, Session
from tests.browser.runner import Runner
from tests.factories import NOW
from workouts import circuits

# How far a step may begin from where the timeline has it.
NEAR_MS = 50
_STATE = """([session]) => JSON.parse(localStorage.getItem(`footfall:play:${session}`))"""
_HIDE = """(hidden) => {
  const seen = { hidden, visibilityState: hidden ? 'hidden' : 'visible' };
  for (const [name, value] of Object.entries(seen)) {
    Object.defineProperty(document, name, { value, configurable: true });
  }
  document.dispatchEvent(new Event('visibilitychange'));
}"""


class Mat:
    """
    A runner with a session of a circuit, and the page that plays it.

    parts: what the page was told, the session first.  part: the one that is played.
    """

    def __init__(self, runner: Runner, *, slug: str = "after-easy-run-four") -> None:
        self.runner, self.page, self.athlete = runner, runner.page, runner.sign_in()
        self.session = started(self.athlete, slug)
        runner.hold_time()
        fresh = self.athlete.sessions.select_related("circuit", "athlete").with_sets().get(pk=self.session.pk)
        told = player.told(fresh, token="", now=fresh.started_at, itself=playable.of_session(fresh))
        self.parts, self.part = told["parts"], 0
        # Straight from the timeline, which is what the page is to keep to.
        self.starts = [step.starts_s for step in playable.of_session(fresh).line.steps]

    @property
    def path(self) -> str:
        return f"/sessions/{self.session.pk}/play/"

    @property
    def steps(self) -> list[dict]:
        return self.parts[self.part]["steps"]

    def open(self, page: Page | None = None) -> None:
        (page or self.page).goto(self.path)

    def begin(self) -> None:
        """Open it and press Start; the clock stands still until it is moved."""
        self.open()
        self.page.clock.pause_at(NOW.timestamp() + 60)
        self.page.get_by_role("button", name="Start", exact=True).click()
        self.page.clock.run_for(20)

    def state(self) -> dict:
        return self.page.evaluate(_STATE, [self.session.pk])

    def wait(self, seconds: float) -> None:
        """So much time, as when nobody looks: what was due in it happens once, at its end."""
        self.page.clock.fast_forward(round(seconds * 1000))
        self.page.clock.run_for(20)

    def watch(self, seconds: float) -> None:
        """So much time with every picture of it drawn."""
        self.page.clock.run_for(round(seconds * 1000))

    def hide(self) -> None:
        self.page.evaluate(_HIDE, True)

    def show(self) -> None:
        self.page.evaluate(_HIDE, False)
        self.page.clock.run_for(20)

    def now_ms(self) -> float:
        return self.page.evaluate("Date.now()")

    def shown(self) -> str:
        """The movement that the screen names."""
        return self.page.locator("h1:visible").inner_text()

    def expect_words(self) -> None:
        """What is seen is words and numbers, and never what a script says of a value that is missing."""
        seen = self.page.locator("body").inner_text()
        named = self.page.locator("section:visible [aria-label]").evaluate_all(
            "(all) => all.map((each) => each.getAttribute('aria-label')).join(' ')"
        )
        missing = [word for word in ("undefined", "NaN", "null", "[object") if word in f"{seen} {named}"]
        assert not missing, seen

    def press(self, name: str) -> None:
        self.page.locator("section:visible").get_by_role("button", name=re.compile(name)).click()
        self.page.clock.run_for(20)

    def play_to(self, step: int) -> None:
        """As planned until that step of the part begins; what ends with a tap is tapped when it is due."""
        while (at := self.state())["step"] < step:
            each = self.steps[at["step"]]
            self.wait((at["since"] + each["seconds"] * 1000 - self.now_ms()) / 1000 + 0.001)
            if each["ends"] == "tap":
                self.press("Done")

    def play_out(self) -> None:
        """From Start to the end, as planned."""
        self.begin()
        self.play_to(len(self.steps))
        expect(self.page.locator("[data-screen=finish] h1")).to_be_visible()

    def skip_to_the_end(self) -> None:
        """Every set is left out."""
        while (at := self.state()["step"]) < len(self.steps):
            if self.steps[at]["kind"] == "work":
                self.press("Skip")
            else:
                self.wait(self.steps[at]["seconds"])

    def stretch(self) -> None:
        """Save, and begin the stretches that follow."""
        self.page.get_by_role("button", name="Save and stretch").click()
        expect(self.page.get_by_role("heading", name="Post-run stretch")).to_be_visible()
        self.page.get_by_role("button", name="Start", exact=True).click()
        self.part = 1
        self.page.clock.run_for(20)

    def queue(self) -> list[dict]:
        kept = self.page.evaluate(
            "(id) => localStorage.getItem(`footfall:queue:${id}`)", str(self.athlete.pk)
        )
        return json.loads(kept or "[]")

    def settle(self, ms: int = 300) -> None:
        """The server has a clock of its own, so it is waited for in truth."""
        self.page.clock.run_for(100)
        self.page.wait_for_timeout(ms)
        self.page.clock.run_for(20)

    def expect_answered(self) -> None:
        """The server has said something to all that was sent."""
        for _ in range(300):
            if not any(each["state"] == "waiting" for each in self.queue()):
                return
            self.page.clock.run_for(100)
            self.page.wait_for_timeout(20)
        raise AssertionError(f"still waiting: {self.queue()}")

    def expect_saved(self) -> None:
        """Nothing waits any more.  The server has a clock of its own, so it is waited for in truth."""
        for _ in range(300):
            if not self.queue():
                return
            self.page.clock.run_for(100)
            self.page.wait_for_timeout(20)
        raise AssertionError(f"still kept: {self.queue()}")

    def finish(self, *, effort: str = "6", save: str = "Save") -> None:
        expect(self.page.get_by_role("heading", name="Done.")).to_be_visible()
        self.page.locator(f"input[name=effort][value='{effort}']").check(force=True)
        self.page.get_by_role("button", name=save, exact=True).click()

    def have_the_end_refused(self, run: Run, *, note: str) -> None:
        """Its end names this run while there is no connection; once there is, the run is gone."""
        self.play_out()
        self.expect_saved()
        self.page.context.set_offline(True)
        self.page.locator(f"input[name=run][value='{run.pk}']").check(force=True)
        self.page.get_by_label("Note").fill(note)
        self.finish()
        expect(self.page.get_by_role("status").get_by_text("No connection. What you did is")).to_be_visible()
        run.delete()  # for good, where one that is only hidden stays with its session
        self.page.context.set_offline(False)
        self.expect_answered()

    def rows(self) -> list[dict]:
        """All that is stored of the athlete, without what a second delivery could not know."""
        return rows_of(self.athlete)


def started(athlete, slug: str) -> Session:
    circuit = circuits.to_do(slug=slug, athlete=athlete)
    offer = proposals.of_circuit(athlete=athlete, circuit=circuit, run_id=None, now=NOW)
    made = starting.start_session(
        athlete=athlete,
        key=uuid4(),
        prescribed=offer.prescribed,
        plans=offer.stations,
        minutes=offer.minutes or 1,
        run=None,
        now=NOW,
    )
    return made.session


def rows_of(athlete) -> list[dict]:
    sessions = athlete.sessions.order_by("key").with_sets()
    return [
        {
            "name": session.name,
            "minutes": session.minutes,
            "effort": session.effort,
            "run": session.run_id,
            "is_open": session.is_open,
            "sets": [row.told for row in session.sets.all()],
        }
        for session in sessions
    ]
