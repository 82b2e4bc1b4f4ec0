"""Who may import whom: one function a rule, each returning its offences as sentences."""

import sys
from collections.abc import Iterator

from tests.architecture.reading import Mention, Source
from tests.architecture.rooms import (
    CLOCK,
    CLOCK_IF_CALLED_WITH_NOTHING,
    OUTSIDE_WORLD,
    PURE_ROOMS,
    ROOMS,
    WRITES,
    PureRoom,
    stands_in,
)


def offences_of_sight(source: Source) -> Iterator[str]:
    """Yield what this file sees and should not."""
    pure = [room for room in PURE_ROOMS if stands_in(source.module, room.modules)]
    for room in pure:
        yield from _sees_more_than_drawn(source, room)
    if pure or stands_in(source.module, WRITES):
        yield from _looks_at_the_clock(source)
    if pure:
        yield from _reaches_outside(source)
    for room in ROOMS:
        if stands_in(source.module, room.modules) and not pure:
            for mention in source.imports:
                if stands_in(mention.name, *room.never):
                    yield f"{source.path}:{mention.line} imports {mention.name}: {room.name} never sees that"


def _sees_more_than_drawn(source: Source, room: PureRoom) -> Iterator[str]:
    for mention in source.imports:
        top = mention.name.split(".")[0]
        if top not in sys.stdlib_module_names and not stands_in(mention.name, *room.sees):
            yield (
                f"{source.path}:{mention.line} imports {mention.name}: "
                "a pure room sees only the standard library and the rooms drawn for it"
            )


def _looks_at_the_clock(source: Source) -> Iterator[str]:
    called_with_nothing = [
        Mention(call.lineno, source.full_name(call.func) or "")
        for call in source.calls
        if not call.args and not call.keywords
    ]
    for mentions, clocks in (
        (source.imports + source.names, CLOCK),
        (called_with_nothing, CLOCK_IF_CALLED_WITH_NOTHING),
    ):
        yield from (
            f"{source.path}:{mention.line} looks at the clock by {mention.name}: now and today come in"
            for mention in mentions
            if stands_in(mention.name, *clocks)
        )


def _reaches_outside(source: Source) -> Iterator[str]:
    for mention in source.imports + source.names:
        if stands_in(mention.name, *OUTSIDE_WORLD):
            yield (
                f"{source.path}:{mention.line} reaches outside by {mention.name}: "
                "a pure room gets what it needs as arguments"
            )
