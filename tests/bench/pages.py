"""
Measures the pages over ten years of one athlete, each beside a bare page of Django's, also after saves.

The bare page (`tests.bench.bare`) has the same middleware and the same sign-in, makes three queries beside
those of the sign-in, and shows as many rows as the page it stands beside has rows of tables and lists.
Page and bare page are asked for in turn, in one process, past the network, compressed as for a browser; the
ratio of each pair is taken, and the median of these is what two versions are compared by.  1.00 is as fast
as Django with nothing of ours.

Both are warm: what a process draws once for the same content is drawn before it is timed.

Then the same with a run saved by its form before every pair: what a page keeps from one request to the next
is of no use where each save throws it away, and the last column tells.  Such a run is there from the start,
so that the page shows as much before as after.

It runs on a database of its own, made as for tests: on SQLite, or on the PostgreSQL of DATABASE_URL.
"""

import logging
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from bs4 import BeautifulSoup
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_databases, teardown_databases
from django.utils import timezone

from config.log import Stream
from tests.bench.decade import RUNS, SESSIONS, SETS, write_decade
from workouts.catalogue import files, loading
from workouts.models import Athlete

ROUNDS, ROUNDS_OF_SAVES, WARM_UP = 25, 15, 3


@dataclass(frozen=True)
class Pairs:
    """Seconds of a page and of the bare page, asked for one after the other."""

    page_s: list[float]
    bare_s: list[float]

    @property
    def ratio(self) -> float:
        return statistics.median(page / bare for page, bare in zip(self.page_s, self.bare_s, strict=True))


@contextmanager
def own_database() -> Iterator[None]:
    """Migrated and with the catalogue; the files are collected, since their names are part of every page."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(Path(settings.DATA_DIR) / "bench.sqlite3")
    made = setup_databases(verbosity=0, interactive=False)
    try:
        call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=["ext"])
        loading.load(files.read_files(), now=timezone.now())
        yield
    finally:
        teardown_databases(made, verbosity=0)


def addresses(ana: Athlete) -> dict[str, str]:
    """The pages, by what they are called in the table."""
    run, session = ana.runs.latest_first()[0], ana.sessions.latest_first()[0]
    return {
        "today": "/",
        "plan": "/plan/",
        "history": "/history/",
        "week": f"/history/{ana.week_of(run.performed_on)}/",
        "runs": "/runs/",
        "a run": run.get_absolute_url(),
        "a session": session.get_absolute_url(),
        "exercises": "/exercises/",
    }


def seconds(client: Client, path: str) -> float:
    begun = time.perf_counter()
    answer = client.get(path, headers={"accept-encoding": "gzip"})
    took_s = time.perf_counter() - begun
    assert answer.status_code == 200, f"{path} got {answer.status_code}"
    return took_s


def pairs(client: Client, path: str, bare: str, rounds: int, before: Callable[[], None]) -> Pairs:
    """Page and bare page in turn, and which is the first in turn, too."""
    taken: dict[str, list[float]] = {path: [], bare: []}
    for number in range(rounds):
        before()
        for asked in (path, bare) if number % 2 else (bare, path):
            taken[asked].append(seconds(client, asked))
    return Pairs(taken[path], taken[bare])


def save_a_run(client: Client, ana: Athlete, *, after: int) -> None:
    """By the form, as anybody would, first thing today; the one saved before goes, so that no page grows."""
    ana.runs.filter(pk__gt=after).delete()
    now = timezone.localtime()
    typed = {"key": uuid4(), "date": f"{now:%Y-%m-%d}", "time": "00:05", "duration": "20:00", "kind": "easy"}
    # A browser goes on to the page that says so.
    answer = client.post("/runs/new/", typed, follow=True)
    assert answer.redirect_chain, answer.content.decode()


def rows_of(content: bytes) -> int:
    main = BeautifulSoup(content, "html.parser").main
    return len(main.find_all(["tr", "li"]))


def report(ana: Athlete) -> None:
    client = Client()
    client.force_login(ana)
    kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
    print(f"\nPages on {kind}: {RUNS} runs, {SESSIONS} sessions, {SETS} sets; medians of {ROUNDS} pairs.")
    print(f"{'':<12}{'rows':>6}{'queries':>9}{'KB':>6}{'bare ms':>9}{'ms':>7}{'ratio':>8}", end="")
    print(f"{'after a save':>14}{'after/before':>14}")
    for name, path in addresses(ana).items():
        with CaptureQueriesContext(connection) as queries:
            answer, asked = client.get(path), len(queries)
        rows = rows_of(answer.content)
        bare = f"/bare/{rows}/"
        last = ana.runs.latest("pk").pk
        save_a_run(client, ana, after=last)
        pairs(client, path, bare, WARM_UP, lambda: None)
        usual = pairs(client, path, bare, ROUNDS, lambda: None)
        saved = pairs(client, path, bare, ROUNDS_OF_SAVES, partial(save_a_run, client, ana, after=last))
        ana.runs.filter(pk__gt=last).delete()
        page_ms, bare_ms = (statistics.median(taken) * 1000 for taken in (usual.page_s, usual.bare_s))
        print(
            f"{name:<12}{rows:>6}{asked:>9}{len(answer.content) / 1000:>6.0f}{bare_ms:>9.1f}"
            f"{page_ms:>7.1f}{usual.ratio:>8.2f}{saved.ratio:>14.2f}{saved.ratio / usual.ratio:>14.2f}"
        )


def main() -> None:
    for handler in logging.getLogger("footfall").handlers:
        if isinstance(handler, Stream):
            handler.setStream((Path(settings.DATA_DIR) / "bench.log").open("w"))
    settings.ROOT_URLCONF = "tests.bench.bare"
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    with own_database():
        report(write_decade(now=timezone.now()))


if __name__ == "__main__":
    main()
