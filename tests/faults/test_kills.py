"""Workers die under people who log sessions: what a page called saved is there, whole and once."""

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue

import pytest
from django.db import connection

from tests.faults.database import own_database
from tests.faults.people import PEOPLE, SETS, Person, Saved, signed_up
from tests.faults.server import WORKERS, serving

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="Only Linux tells which processes are the workers"
)


@pytest.mark.parametrize(
    ("saves", "kills"), [(150, 3), pytest.param(3000, 30, marks=pytest.mark.slow)], ids=["short", "full"]
)
def test_what_a_page_called_saved_survives_kills_of_workers(saves, kills, tmp_path, show):
    with own_database(tmp_path) as database:
        with serving(tmp_path, DATABASE_URL=database.url, REGISTRATION="open") as server:
            people = signed_up(server.port)
            began = time.monotonic()
            saved, killed = set(), set()
            for done in logged(people, saves):
                saved.add(done)
                # Never after the last, when nobody is being served.
                if len(saved) % (saves // (kills + 1)) == 0 and len(killed) < kills:
                    killed.add(server.kill_a_worker())
            took_s = time.monotonic() - began
        kept, sets, complaints = database.sessions(), database.sets(), database.complaints()

    failures = sum((person.failures for person in people), Counter())
    show(
        f"Kills of workers, {connection.vendor}: {saves} sessions by {PEOPLE} people in {took_s:.0f} s, "
        f"{len(killed)} kills of one of {WORKERS} workers, "
        f"{failures.total()} requests sent again for {dict(failures)}: "
        f"{len(saved - set(kept))} lost, {len(kept) - len(set(kept))} double."
    )
    assert (len(saved), len(killed)) == (saves, kills)
    assert failures, "No kill hit a request at work, so that nothing was proved."
    assert saved - set(kept) == set(), "lost"
    assert set(kept) - saved == set(), "nobody was told of these"
    assert len(kept) == saves, "kept twice"
    assert {row: places for row, places in sets.items() if places != SETS} == {}, "not all of their sets"
    assert sets.keys() == {session.row for session in kept}, "none of their sets"
    assert complaints == []


def logged(people: list[Person], saves: int) -> Iterator[Saved]:
    """So many sessions, each yielded once the server called it saved; every tenth is then sent once more."""
    idle: SimpleQueue[Person] = SimpleQueue()
    for person in people:
        idle.put(person)

    def save(number: int) -> Saved:
        person = idle.get()
        try:
            return person.save(note=f"Session {number}", times=2 if number % 10 == 0 else 1)
        finally:
            idle.put(person)

    pool = ThreadPoolExecutor(len(people))
    try:
        for future in as_completed([pool.submit(save, number) for number in range(saves)]):
            yield future.result()
    finally:
        pool.shutdown(cancel_futures=True)
