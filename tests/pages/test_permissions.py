"""Nobody sees or changes what is another's: every address, everybody, every method."""

import pytest

from tests.pages.household import ACTORS, CANARY, told
from tests.pages.matrix import ground_of, offences, without_rule
from tests.pages.rules import GROUNDS, OWN
from tests.pages.snapshots import belongings
from tests.pages.walking import patterns

WALKED = patterns()
# What is logged has a file of its own, so that two processes share the walk.
OF_THE_LOG = [pattern for pattern in WALKED if pattern.name.startswith("logbook:")]
OTHERS = [pattern for pattern in WALKED if pattern not in OF_THE_LOG]


def test_every_address_has_a_rule():
    found = without_rule(WALKED, OWN, GROUNDS)
    assert not found, "\n".join(found)


def test_every_rule_is_for_an_address_that_is_there():
    assert OWN.keys() <= {pattern.name for pattern in WALKED}
    for prefix in GROUNDS:
        assert any(pattern.template.startswith(prefix) for pattern in WALKED), prefix


@pytest.mark.parametrize("who", ACTORS)
@pytest.mark.parametrize("pattern", OTHERS, ids=str)
def test_an_address_keeps_to_its_rule(house, pattern, who):
    keeps_to_its_rule(house, pattern, who)


def keeps_to_its_rule(house, pattern, who) -> None:
    rule = OWN.get(pattern.name) or ground_of(pattern, GROUNDS)
    assert rule is not None, f"{pattern} has no rule: say who may reach it"
    found = offences(pattern, who, house, rule)
    assert not found, "\n".join(["", *found])


def test_what_nobody_else_may_read_stands_on_anas_own_pages(house):
    """Otherwise its absence from the pages of others would say nothing."""
    client = house.client_of("owner")
    for path, words in {
        f"/runs/{house.run.pk}/": ("in the note", "watch", ".fit"),
        f"/runs/{house.run.pk}/edit/": ("in the note",),
        f"/runs/{house.run.pk}/file/": ("watch", ".fit"),
        f"/runs/{house.deleted_run.pk}/": ("in a deleted run",),
        f"/sessions/{house.session.pk}/": ("in the session", "circuit"),
        f"/sessions/{house.session.pk}/edit/": ("in the session", "circuit"),
        "/history/2026-W31/": ("circuit",),
    }.items():
        answer = told(client.get(path)).decode(errors="replace").lower()
        for word in words:
            assert f"{CANARY}{word}" in answer or f"{CANARY} {word}" in answer, f"{word} on {path}"


def test_what_is_taken_down_of_ana_holds_every_kind_of_row_she_has(house):
    kept = {table for table, rows in belongings(house.ana).items() if rows}
    assert {
        "workouts.Athlete",
        "logbook.Run",
        "logbook.Session",
        "logbook.LoggedSet",
        "logbook.ImportedFile",
        "account.EmailAddress",
        "mfa.Authenticator",
        "usersessions.UserSession",
        "files",
    } <= kept
