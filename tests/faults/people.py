"""People who log sessions over HTTP, each with a browser of their own, and press save until it is saved."""

import http.client
import re
import time
from collections import Counter
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import TypeVar
from urllib.parse import urlencode
from uuid import UUID, uuid4

from bs4 import BeautifulSoup

from tests.browsing import PageForm, form_in
from tests.logbook.session_forms import SAVE, address

SIGN_UP = "/accounts/signup/"
PASSWORD = "four-rounds-uphill"
# Enough that every worker serves several at once; one address may make ten accounts an hour.
PEOPLE = 8
# Ten-minute minimal: two rounds of four stations.
SETS = [(station, number) for station in (1, 2, 3, 4) for number in (1, 2)]
# Longer than any answer takes on a busy machine.
REQUEST_S, SAVE_S = 30, 120


@dataclass(frozen=True)
class Saved:
    """What the server said it saved: whose, by which key, with which note, and the row it named."""

    who: str
    key: UUID
    note: str
    row: int


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    body: bytes


Somebody = TypeVar("Somebody", bound="Person")


class Person:
    """One athlete with one browser, who does one thing at a time."""

    def __init__(self, *, name: str, port: int) -> None:
        self.name = name
        self.failures: Counter[str] = Counter()  # requests that came to nothing, by what they met
        self.waits_s: list[float] = []  # from pressing save to the answer that it is saved
        self._port = port
        self._cookies: dict[str, str] = {}
        self._form: PageForm | None = None

    def sign_up(self) -> None:
        """Make an account, stay signed in, and open the form of a circuit."""
        form = self._form_at(SIGN_UP, "Create account")
        typed = {"username": self.name, "password1": PASSWORD, "password2": PASSWORD}
        answer = self._ask("POST", form.action, form.filled(typed), keep_cookies=True)
        assert answer.status == 302, answer.body.decode()
        self._form = self._form_at(address("ten-minute-minimal"), SAVE)

    def save(self, *, note: str, times: int = 1) -> Saved:
        """Log one session; press save again after every failure, and once saved so many times in all."""
        key = uuid4()
        form = self._form.filled({"key": str(key), "note": note})
        began = time.monotonic()
        rows = {self._pressed_until_saved(form) for _ in range(times)}
        self.waits_s.append(time.monotonic() - began)
        assert len(rows) == 1, f"One session was said to be saved as {rows}."
        return Saved(self.name, key, note, rows.pop())

    def _pressed_until_saved(self, form: PageForm) -> int:
        answer = self._sent_until_answered(form)
        row = re.fullmatch(r"/sessions/(\d+)/", answer.location)
        assert answer.status == 302 and row, answer.body.decode()
        return int(row[1])

    def _sent_until_answered(self, form: PageForm, *, accept: str = "text/html") -> Answer:
        """Send it, and send it again after every failure."""
        end = time.monotonic() + SAVE_S
        while time.monotonic() < end:
            try:
                answer = self._ask("POST", form.action, form, accept=accept)
            except (OSError, http.client.HTTPException) as failure:
                self.failures[type(failure).__name__] += 1
            else:
                if answer.status < 500:
                    return answer
                self.failures[str(answer.status)] += 1
            time.sleep(0.05)
        raise AssertionError(f"Not saved within {SAVE_S} s: {self.failures}")

    def _form_at(self, path: str, button: str) -> PageForm:
        answer = self._ask("GET", path, keep_cookies=True)
        assert answer.status == 200, answer.body.decode()
        return form_in(BeautifulSoup(answer.body, "html.parser"), button, address=path)

    def _ask(
        self,
        method: str,
        path: str,
        form: PageForm | None = None,
        *,
        keep_cookies: bool = False,
        accept: str = "text/html",
    ) -> Answer:
        """
        One request on a connection of its own.

        A browser would show the notices that come as cookies, and drop them; here nobody looks.
        """
        body = urlencode(form.fields) if form else None
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {"Cookie": cookies, "Accept": accept}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=REQUEST_S)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            answer = Answer(response.status, response.headers.get("Location", ""), response.read())
        finally:
            connection.close()
        if keep_cookies:
            for line in response.headers.get_all("Set-Cookie", []):
                self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer


def signed_up(port: int, *, count: int = PEOPLE, kind: type[Somebody] = Person) -> list[Somebody]:
    """One after another: those who come at once wait for one counter of tries, and not for long."""
    people = [kind(name=f"runner-{number}", port=port) for number in range(count)]
    for person in people:
        person.sign_up()
    return people
