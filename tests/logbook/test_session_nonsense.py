"""Whatever a session's form sends is answered with a page, and what was saved saves again unchanged."""

from random import Random

import pytest

from logbook.models import Session
from tests.browsing import form_on
from tests.factories import make_run
from tests.logbook.session_forms import SAVE, SAVE_CHANGES

pytestmark = pytest.mark.usefixtures("clock")

FORMS = [
    "/sessions/new/?circuit=after-easy-run-four",
    "/sessions/new/?circuit=gym-heavy-a",
    "/sessions/new/?circuit=plyo-progressed",
    "/sessions/own/",
]
TYPED = [
    "", "0", "-", "8", "8/6", "0/0", "8/0", "0/5", "8x20", "3x8x20", "8x0", "8x20+20", "8x20+30", "45s",
    "1:30", "20m", "skip", "@", "@7", "8@7.5", "8 3-1-1-0", "r2", "7.5", "-1", "501", "1e5", "9" * 30, "٣",
    "\0", "😀", "<b>", "on", "dead-bug", "hollow-hold", "none", "some", "knee", "left", "1,2,3", "2026-07-29",
]  # fmt: skip
BUTTONS = ["add", "up-1", "up-5", "down-2", "remove-5", "restore", "x", "up-", "up-99"]
WANTED = ["Push-up", "goblet squat", "lunge", "zz", "\0", "a" * 200, ""]


def button_of(url: str) -> str:
    return SAVE_CHANGES if url.endswith("/edit/") else SAVE


def filled_at_random(chance: Random, form) -> dict[str, str]:
    fields = dict(form.fields)
    names = sorted(form.names)
    for name in chance.sample(names, min(chance.choice([1, 3, 8, 30]), len(names))):
        if chance.random() < 0.2:
            fields.pop(name, None)
        else:
            fields[name] = chance.choice(TYPED)
    if chance.random() < 0.3:
        fields["do"] = chance.choice(BUTTONS)
    if chance.random() < 0.3:
        fields["add"] = chance.choice(WANTED)
    return fields


def saves_again_unchanged(client, address: str) -> None:
    session = Session.objects.get(pk=int(address.split("/")[2]))
    assert client.get(address).status_code == 200
    edit = form_on(client.get(f"{address}edit/"), SAVE_CHANGES)
    assert edit.send(client).status_code == 302
    assert Session.objects.get(pk=session.pk).version == session.version, edit.fields


@pytest.mark.parametrize("seed", [1])
def test_nonsense_is_answered_and_what_was_saved_saves_again_unchanged(ana, ana_client, seed, show):
    chance, saved, told = Random(seed), 0, 0
    make_run(ana)
    for _ in range(30):
        own = [f"/sessions/{pk}/" for pk in ana.sessions.values_list("pk", flat=True)]
        url = chance.choice([*FORMS, *(f"{each}{what}/" for each in own for what in ("edit", "repeat"))])
        form = form_on(ana_client.get(url), button_of(url))
        answer = ana_client.post(form.action, filled_at_random(chance, form))
        assert answer.status_code in (200, 302, 409, 422), form.action
        if answer.status_code == 302:
            saves_again_unchanged(ana_client, answer["Location"])
            saved += 1
        else:
            # What the page holds now can be sent, too.
            assert form_on(answer, button_of(url)).send(ana_client).status_code in (200, 302, 409, 422)
            told += 1
    show(f"nonsense in the form of a session, seed {seed}: {saved} saved, {told} told what to do")
    assert saved and told
