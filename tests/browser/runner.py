"""What a runner does in the browser, step by step, so that tests read like the day they describe."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.test import Client
from playwright.sync_api import Locator, Page, expect

from tests.builders.fit import fit_file
from tests.factories import NOW, PASSWORD, make_athlete
from workouts.models import Athlete


class Runner:
    """A page and a person in front of it.  `complaints` collects what the browser found wrong."""

    def __init__(self, page: Page, *, address: str, runs_scripts: bool = True) -> None:
        self.page = page
        self.address = address
        self.runs_scripts = runs_scripts
        self.complaints: list[str] = []
        self.holds_time = False
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._listen)

    def _listen(self, message) -> None:
        # A refused form or a missing page is an answer, and Chromium notes it as an error; a connection is
        # missing where a test took it away.
        is_answer = "the server responded with a status of 4" in message.text
        is_cut = any(word in message.text for word in ("net::ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED"))
        if message.type in ("error", "warning") and not (is_answer or is_cut):
            self.complaints.append(message.text)

    def hold_time(self) -> None:
        """Give the pages a clock that moves only when told; their context is not used again after that."""
        self.holds_time = True
        self.page.clock.install(time=NOW)

    def go(self, path: str) -> None:
        self.page.goto(path)

    def sign_in(self, name: str = "maren") -> Athlete:
        """Be somebody who signed up before, and is signed in to this browser."""
        athlete = make_athlete(name, time_zone="Europe/Berlin")
        athlete.become_owner()
        athlete.save()
        self.be(athlete)
        return athlete

    def be(self, athlete: Athlete) -> None:
        """Be signed in as somebody who is there already, and nobody else any more."""
        client = Client()
        client.force_login(athlete)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.address}
        self.page.context.add_cookies([cookie])

    def sign_up(self, name: str = "maren") -> None:
        """Open the first account by its form."""
        self.go("/")
        self.page.get_by_label("User name").fill(name)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_label("Password (again)").fill(PASSWORD)
        self.page.get_by_role("main").get_by_role("button", name="Create account").click()

    def upload_run(self, content: bytes | None = None, *, name: str = "morning.fit") -> None:
        """Choose a file and send it; a single run in it is what is shown then."""
        self.go("/imports/")
        if content is None:
            content = fit_file(**this_morning())
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        self.page.get_by_label("Watch files").set_input_files(file)
        self.follow(self.page.get_by_role("button", name="Import", exact=True))
        self.read_to_the_end()

    def follow(self, leading_on: Locator) -> None:
        """Press what leads to another page, and be there."""
        with self.page.expect_navigation():
            leading_on.click()

    def read_to_the_end(self) -> None:
        """Wait for the page to work the import off, or press Continue where it cannot by itself."""
        carry_on = self.page.get_by_role("button", name="Continue")
        while not self.runs_scripts and carry_on.count():
            self.follow(carry_on)
        expect(self.page.locator("form.reading")).to_have_count(0)

    def drop(self, target: Locator, files: Sequence[Path]) -> None:
        """Drop files from the desk on a part of the page, by the browser's own means."""
        box = target.bounding_box()
        at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        data = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
        devtools = self.page.context.new_cdp_session(self.page)
        for step in ("dragEnter", "dragOver", "drop"):
            devtools.send("Input.dispatchDragEvent", {"type": step, **at, "data": data})

    def heading(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text()

    def notice(self) -> str:
        return self.page.get_by_role("status").first.inner_text()


def this_morning() -> dict:
    """An easy run that ended half an hour ago."""
    ended_at = NOW - timedelta(minutes=30)
    return {
        "started_at": ended_at - timedelta(seconds=2890),
        "duration_s": 2890,
        "distance_m": 8200,
        "avg_hr": 138,
        "max_hr": 151,
        "ascent_m": 46,
    }
