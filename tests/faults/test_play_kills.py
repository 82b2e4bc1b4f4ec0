"""Workers, and the whole server, die under people who play: what was acknowledged is there, as last said."""

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue

import pytest
from django.db import connection

from tests.faults.database import own_database
from tests.faults.people import PEOPLE, SETS, signed_up
from tests.faults.players import Player
from tests.faults.server import WORKERS, Server, serving

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="Only Linux tells which processes are the workers"
)


@pytest.mark.parametrize(
    ("sets", "kills"), [(60, 3), pytest.param(500, 20, marks=pytest.mark.slow)], ids=["short", "full"]
)
def test_every_set_that_was_acknowledged_survives_kills_of_workers_and_of_the_server(
    sets, kills, tmp_path, show
):
    with own_database(tmp_path) as database:
        with serving(tmp_path, DATABASE_URL=database.url, REGISTRATION="open") as server:
            players = signed_up(server.port, kind=Player)
            began = time.monotonic()
            done, killed = 0, set()
            for _ in played(players, sets):
                done += 1
                # Never after the last, when nobody is being served.
                if done % (sets // (kills + 1)) == 0 and len(killed) < kills:
                    killed.add(killed_by(server, len(killed)))
            took_s = time.monotonic() - began
        kept, places, complaints = database.played(), database.sets(), database.complaints()

    said = {place: told for player in players for place, told in player.acknowledged.items()}
    failures = sum((player.failures for player in players), Counter())
    lost = {place: told for place, told in said.items() if kept.get(place) != told}
    show(
        f"Kills of workers, {connection.vendor}: {sets} sets played by {PEOPLE} people in {took_s:.0f} s, "
        f"{len(killed)} kills of one of {WORKERS} workers or, every third, of all, "
        f"{failures.total()} requests sent again for {dict(failures)}: "
        f"{len(lost)} lost, {len(kept) - len(said)} double."
    )
    assert (done, len(killed)) == (sets, kills)
    assert failures, "No kill hit a request at work, so that nothing was proved."
    assert lost == {}, "lost, or not as it was said last"
    assert kept.keys() == said.keys(), "nobody was told of these"
    started = {row for player in players for row in player.sessions}
    assert {row: each for row, each in places.items() if each != SETS} == {}, "not all of their sets"
    assert places.keys() == started, "started twice, or lost"
    assert complaints == []


def killed_by(server: Server, before: int) -> int:
    """One worker, which the server replaces, or every third time the whole of it, which starts again."""
    if before % 3 < 2:
        return server.kill_a_worker()
    pid = server.kill()
    server.start()
    return pid


def played(players: list[Player], sets: int) -> Iterator[None]:
    """So many sets, each yielded once acknowledged; every fifth corrects one, every tenth comes twice."""
    idle: SimpleQueue[Player] = SimpleQueue()
    for player in players:
        idle.put(player)

    def play(number: int) -> None:
        player = idle.get()
        try:
            player.play(amount=1 + number % 400, times=2 if number % 10 == 0 else 1, corrects=number % 5 == 3)
        finally:
            idle.put(player)

    pool = ThreadPoolExecutor(len(players))
    try:
        for future in as_completed([pool.submit(play, number) for number in range(sets)]):
            yield future.result()
    finally:
        pool.shutdown(cancel_futures=True)
