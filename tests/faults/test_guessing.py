"""Many guess at once, at a server with several workers: all of them count together."""

import http.client
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup

from tests.faults.database import own_database
from tests.faults.people import PASSWORD, Person
from tests.faults.server import WORKERS, Server, serving

LOGIN = "/accounts/login/"
GUESSES, AT_ONCE = 60, 12
# What the settings say of an hour: wrong passwords for one account from one address, sign-ups, links.
FEW_FOR_ACCOUNT, FEW_SIGN_UPS, FEW_LINKS = 10, 10, 5
LEEWAY = 2

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="Only Linux tells which processes are the workers"
)


class Visitor:
    """Somebody behind the proxy, from an address of their own, with a form that is open."""

    def __init__(self, port: int, address: str, path: str = LOGIN) -> None:
        self._port, self._address, self._path = port, address, path
        answer, body = self._ask("GET")
        self._cookie = "; ".join(
            f"{name}={morsel.value}"
            for line in answer.headers.get_all("Set-Cookie", [])
            for name, morsel in SimpleCookie(line).items()
        )
        self._token = BeautifulSoup(body, "html.parser").find(attrs={"name": "csrfmiddlewaretoken"})["value"]

    def send(self, **typed: str) -> str:
        """What came of it, in a word."""
        answer, body = self._ask("POST", urlencode({"csrfmiddlewaretoken": self._token, **typed}))
        if answer.status == 302:
            return "let in"
        if answer.status == 429 or b"Too many wrong tries" in body:
            return "not looked at"
        assert answer.status == 200, body.decode()
        return "looked at"

    def _ask(self, method: str, body: str | None = None):
        headers = {"X-Forwarded-For": self._address, "Content-Type": "application/x-www-form-urlencoded"}
        if body:
            headers["Cookie"] = self._cookie
        with_server = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        try:
            with_server.request(method, self._path, body, headers)
            answer = with_server.getresponse()
            return answer, answer.read()
        finally:
            with_server.close()


@pytest.fixture(scope="module")
def server(django_db_setup, tmp_path_factory) -> Iterator[Server]:
    """Three workers behind one proxy, so that guesses can come from several addresses; Ana has an account."""
    data_dir = tmp_path_factory.mktemp("guessing")
    said = {"TRUSTED_PROXIES": "1", "REGISTRATION": "open", "EMAIL_URL": "dummymail://"}
    with (
        own_database(data_dir) as database,
        serving(data_dir, DATABASE_URL=database.url, **said) as server,
    ):
        Person(name="ana", port=server.port).sign_up()
        yield server


def all_at_once(
    port: int, path: str, typed: list[dict[str, str]], *, address: str, hands: int = AT_ONCE
) -> Counter[str]:
    """Send them all, from so many browsers at once."""
    visitors = [Visitor(port, address, path) for _ in range(hands)]
    with ThreadPoolExecutor(hands) as pool:
        sent = [
            pool.submit(visitors[n % hands].send, **each)  # A token is good for many posts.
            for n, each in enumerate(typed)
        ]
        return Counter(each.result() for each in sent)


def test_guesses_at_all_workers_at_once_count_together_and_lock_out_nobody_else(server):
    assert len(server.workers()) == WORKERS
    wrong = [{"login": "ana", "password": f"guess-{n}"} for n in range(GUESSES)]
    came = all_at_once(server.port, LOGIN, wrong, address="198.51.100.1")
    assert came["let in"] == 0
    assert 0 < came["looked at"] <= FEW_FOR_ACCOUNT + LEEWAY, came
    right = {"login": "ana", "password": PASSWORD}
    assert Visitor(server.port, "198.51.100.1").send(**right) == "not looked at", "even the right password"
    assert Visitor(server.port, "203.0.113.9").send(**right) == "let in", "a guesser locks nobody else out"


def test_accounts_made_at_all_workers_at_once_count_together(server):
    passwords = {"password1": PASSWORD, "password2": PASSWORD}
    made = [{"username": f"bot-{n}", "email": "", **passwords} for n in range(30)]
    # Few at once: a password is hashed while the account is stored, and nobody else writes meanwhile.
    came = all_at_once(server.port, "/accounts/signup/", made, address="198.51.100.2", hands=4)
    assert 0 < came["let in"] <= FEW_SIGN_UPS + LEEWAY, came
    assert came["not looked at"] == 30 - came["let in"], came


def test_links_asked_for_at_all_workers_at_once_count_together(server):
    asked = [{"email": f"nobody-{n}@example.org"} for n in range(20)]
    came = all_at_once(server.port, "/accounts/password/reset/", asked, address="198.51.100.3")
    assert 0 < came["let in"] <= FEW_LINKS + LEEWAY, came
    assert came["not looked at"] == 20 - came["let in"], came
