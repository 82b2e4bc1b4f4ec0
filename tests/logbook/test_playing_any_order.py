"""Whatever becomes of a phone's messages on their way, what is stored is as if each came once, in order."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import make_athlete, make_run
from tests.logbook.phones import RECOVERY, STORED, STRETCH, Phone, start, state
from workouts.models import Athlete

KEY, WRITER = UUID(int=1), UUID(int=2)
CIRCUIT = "ten-minute-minimal"
PARTS = {"": [(1, 1), (1, 2), (4, 2)], STRETCH: [(1, 1), (2, 1)], RECOVERY: [(1, 1)]}
SWAPS = {(1, 1): "bodyweight-squat", (1, 2): "rear-foot-elevated-split-squat"}
PLACES = [(part, *place) for part, places in PARTS.items() for place in places]


@dataclass(frozen=True)
class Message:
    """One version of a set, or the end of a part: everything the phone would send of it."""

    what: str
    fields: dict[str, Any]


SAID = st.fixed_dictionaries(
    {"left": st.integers(1, 12)},
    optional={
        "right": st.integers(0, 12),
        "skipped": st.just(1),
        "load": st.sampled_from(["10", "7,5"]),
        "swapped": st.just(True),
    },
)
ENDS = st.dictionaries(
    st.sampled_from(list(PARTS)),
    st.fixed_dictionaries(
        {"minutes": st.integers(5, 40)},
        optional={"effort": st.integers(1, 10), "note": st.just("Wet grass."), "pain_felt": st.just("none")},
    ),
)


@st.composite
def evenings(draw) -> tuple[list[Message], list[int]]:
    """What a phone says, in order; and the order in which it is delivered, each at least once."""
    messages, revisions = [], dict.fromkeys(PLACES, 0)
    for place, said in draw(st.lists(st.tuples(st.sampled_from(PLACES), SAID), min_size=1, max_size=8)):
        part, station, number = place
        revisions[place] += 1
        fields = {"routine": part, "station": station, "number": number, "writer": WRITER, **said}
        fields["revision"] = revisions[place]
        if fields.pop("swapped", False) and not part and (station, number) in SWAPS:
            fields["exercise"] = SWAPS[station, number]
        messages.append(Message("sets", fields))
    for part, said in draw(ENDS).items():
        messages.append(Message("completion", {"routine": part, "writer": WRITER, **said}))
    messages = draw(st.permutations(messages)) if draw(st.booleans()) else messages
    again = draw(st.lists(st.integers(0, len(messages) - 1), max_size=6))
    return messages, draw(st.permutations([*range(len(messages)), *again]))


class Evening:
    """A phone with a session just started; what it sends is undone after each delivery."""

    def __init__(self, messages: list[Message]) -> None:
        self.messages = messages
        self.athlete = make_athlete(time_zone="Europe/Berlin")
        self.client = Client()
        self.client.force_login(self.athlete)
        self.run = make_run(self.athlete)
        self.session = start(self.client, CIRCUIT, key=KEY)
        assert start(self.client, CIRCUIT, key=KEY) == self.session

    def delivered(self, order: list[int], *, drops_answers: bool) -> dict[str, object]:
        """What is stored once they are all delivered in that order."""
        phone, waiting, sent = Phone(self.client, self.session), list(order), 0
        with transaction.atomic():
            while waiting:
                nth = waiting.pop(0)
                message = self.messages[nth]
                run = {"run": self.run.pk} if message.what == "completion" else {}
                assert state(phone.sends(message.what, {**message.fields, **run})) == STORED, message
                sent += 1
                if drops_answers and sent % 3 == 0:
                    # The phone never hears of it, and sends it again after what else is waiting.
                    waiting.append(nth)
            told = stored(self.athlete)
            transaction.set_rollback(True)
        return told


def stored(athlete: Athlete) -> dict[str, object]:
    """All that is kept of each session, but its numbers, and how often it was changed."""
    return {
        session.circuit.slug: (
            session.name,
            session.minutes,
            session.effort,
            session.note,
            session.pain,
            session.run is not None,
            session.is_open,
            [(row.told, row.counted, row.writer, row.revision) for row in session.sets.all()],
        )
        for session in athlete.sessions.select_related("circuit")
    }


@given(evenings())
@settings(max_examples=max(settings().max_examples // 5, 10))
def test_in_any_order_repeated_and_with_every_third_answer_dropped_it_is_as_delivered_once(db, evening):
    messages, order = evening
    # As the phone said it: each set in the order of its revisions.
    in_order = sorted(range(len(messages)), key=lambda nth: messages[nth].fields.get("revision", 0))
    with transaction.atomic():
        phone = Evening(messages)
        once = phone.delivered(in_order, drops_answers=False)
        assert once != phone.delivered([], drops_answers=False)
        assert phone.delivered(order, drops_answers=True) == once
        assert phone.delivered(order[::-1], drops_answers=False) == once
        transaction.set_rollback(True)
