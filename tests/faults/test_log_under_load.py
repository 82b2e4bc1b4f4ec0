"""A real server with several workers, asked by many at once: every line of its log is whole."""

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.config.test_log import LINE, REQUEST
from tests.faults.server import serving

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="What is tried is the log, not the database"
)
ASKERS, TIMES = 16, 25


def test_no_line_is_torn_and_each_request_has_one(tmp_path):
    paths = [
        "/accounts/login/",
        "/runs/?note=quokka",
        "/nowhere/" + "quokka" * 200,
        "/health/",
        "/static/css/base.css",
    ]

    def ask_for_all(_: int) -> Counter[int]:
        return Counter(server.ask(path)[0] for path in paths)

    with serving(tmp_path) as server:
        before = len(server.log.read_text().splitlines())
        with ThreadPoolExecutor(ASKERS) as pool:
            statuses = sum(pool.map(ask_for_all, range(ASKERS * TIMES)), Counter())
        lines = server.log.read_text().splitlines()[before:]
    assert sum(statuses.values()) == ASKERS * TIMES * len(paths) and max(statuses) < 500

    found = [
        LINE.fullmatch(line)
        for line in lines
        if not line.startswith(("Ctrl", "Open", " ", "Footfall")) and line
    ]
    assert all(found), [line for line in lines if not LINE.fullmatch(line)][:3]
    told = [REQUEST.fullmatch(line["told"]) for line in found if line["name"] == "footfall.requests"]
    routes = Counter(request["route"] for request in told)
    assert routes == {"account_login": ASKERS * TIMES, "logbook:runs": ASKERS * TIMES, "-": ASKERS * TIMES}
    references = {line["reference"] for line in found if line["name"] == "footfall.requests"}
    assert len(references) == 3 * ASKERS * TIMES
    assert not re.search(
        "quokka|127.0.0.1", "\n".join(line["told"] for line in found if "footfall" in line["name"])
    )
