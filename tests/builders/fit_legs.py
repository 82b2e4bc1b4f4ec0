"""What a watch writes while it runs: records, laps and timer events, leg by leg, in FIT messages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.builders.fit_encoding import Field, Message

LAP, RECORD, EVENT, WORKOUT, WORKOUT_STEP = 19, 20, 21, 26, 27

INTENSITIES = {"active": 0, "rest": 1, "warmup": 2, "cooldown": 3, "recovery": 4, "interval": 5, "other": 6}
TRIGGERS = {"manual": 0, "time": 1, "distance": 2, "session_end": 7}
TIMER, START, STOP, STOP_ALL = 0, 0, 1, 4

# Due north of this place a metre is so many degrees, on a sphere of the mean radius.
HOME = (52.0, 13.0)
DEGREES_A_METRE = 180 / (3.141592653589793 * 6_371_008.8)
SEMICIRCLES_A_DEGREE = 2**31 / 180


@dataclass(frozen=True, kw_only=True)
class FitLap:
    """One lap as the watch sums it up; None is left out."""

    duration_s: float
    distance_m: float | None = None
    avg_hr: int | None = None
    max_hr: int | None = None
    ascent_m: int | None = None
    intensity: str | None = None
    trigger: str | None = None


@dataclass(frozen=True, kw_only=True)
class Leg:
    """
    What is recorded from one start to the next: evenly run, without a pause unless said.

    starts: seconds of FIT.
    pauses: after how many seconds on the stopwatch, and for how many.
    from_m: what the distance counts at the start.
    climb: altitude at the start and at the end, in metres.
    unset_until_s: before so many seconds the clock counts from `power_up`.
    """

    starts: int
    duration_s: float
    distance_m: float | None
    avg_hr: int | None
    max_hr: int | None
    every_s: int | None
    pauses: Sequence[tuple[float, float]] = ()
    from_m: float = 0.0
    on_the_ground: bool = False
    climb: tuple[float, float] | None = None
    compressed: bool = False
    unset_until_s: float = 0.0
    power_up: int = 1000

    def at(self, stopwatch_s: float) -> int:
        """Return the moment at which the stopwatch shows so much, as the watch counts it."""
        passed_s = int(stopwatch_s + sum(lasts for after, lasts in self.pauses if after < stopwatch_s))
        return passed_s + (self.power_up if passed_s < self.unset_until_s else self.starts)


def records(leg: Leg) -> Iterator[Message]:
    """Yield a record every few seconds, the last of them at the end itself, to the second."""
    if leg.every_s is None:
        return
    after = [*range(0, int(leg.duration_s), leg.every_s), int(leg.duration_s)]
    for nth, second in enumerate(after):
        share = second / after[-1] if after[-1] else 1
        is_compressed = leg.compressed and nth > 0
        fields = [] if is_compressed else [Field(253, "uint32", leg.at(second))]
        if leg.distance_m is not None:
            fields.append(Field(5, "uint32", round((leg.from_m + leg.distance_m * share) * 100)))
        if leg.avg_hr is not None:
            fields.append(Field(3, "uint8", _beat(nth, leg.avg_hr, leg.max_hr, len(after))))
        if leg.on_the_ground:
            north = HOME[0] + (leg.from_m + (leg.distance_m or 0.0) * share) * DEGREES_A_METRE
            fields.append(Field(0, "sint32", round(north * SEMICIRCLES_A_DEGREE)))
            fields.append(Field(1, "sint32", round(HOME[1] * SEMICIRCLES_A_DEGREE)))
        if leg.climb is not None:
            # FIT keeps altitudes in fifths of a metre above -500.
            low, high = leg.climb
            fields.append(Field(2, "uint16", round((low + (high - low) * share + 500) * 5)))
        yield Message(RECORD, fields, compressed_at=leg.at(second) if is_compressed else None)


def _beat(nth: int, avg_hr: int, max_hr: int | None, count: int) -> int:
    """Return the mean, but once the maximum and once as far below it, so that the mean stays."""
    above = 0 if max_hr is None or count < 2 or 2 * avg_hr - max_hr < 1 else max_hr - avg_hr
    return avg_hr + {0: -above, count - 1: above}.get(nth, 0)


def laps_of(leg: Leg, laps: Sequence[FitLap]) -> Iterator[Message]:
    """Yield the laps, one after another from the start of the leg."""
    done_s = 0.0
    for lap in laps:
        fields = [
            Field(2, "uint32", leg.at(done_s)),
            Field(8, "uint32", round(lap.duration_s * 1000)),
            Field(9, "uint32", None if lap.distance_m is None else round(lap.distance_m * 100)),
            Field(15, "uint8", lap.avg_hr),
            Field(16, "uint8", lap.max_hr),
            Field(21, "uint16", lap.ascent_m),
            Field(23, "enum", None if lap.intensity is None else INTENSITIES[lap.intensity]),
            Field(24, "enum", None if lap.trigger is None else TRIGGERS[lap.trigger]),
        ]
        yield Message(LAP, fields)
        done_s += lap.duration_s


def timer_event(at: int, kind: int) -> Message:
    """Return the message of the stopwatch being started or stopped; `kind` as START, STOP or STOP_ALL."""
    return Message(EVENT, [Field(253, "uint32", at), Field(0, "enum", TIMER), Field(1, "enum", kind)])


def with_timer(leg: Leg, recorded: Sequence[Message]) -> list[Message]:
    """Return the records with the events of start, pauses and stop between them."""
    pauses = [
        event
        for after, lasts in leg.pauses
        for event in (timer_event(leg.at(after), STOP), timer_event(leg.at(after) + int(lasts), START))
    ]
    between = sorted([*recorded, *pauses], key=_moment)
    return [timer_event(leg.at(0), START), *between, timer_event(leg.at(leg.duration_s), STOP_ALL)]


def _moment(message: Message) -> int:
    if message.compressed_at is not None:
        return message.compressed_at
    return next(int(field.value or 0) for field in message.fields if field.number == 253)


def workout(name: str | None, steps: Sequence[str]) -> list[Message]:
    """Return a structured workout of that name, with a step of each intensity."""
    title = [] if name is None else [Field(8, "string", name)]
    told = [Message(WORKOUT, [Field(6, "uint16", len(steps)), *title])] if name is not None or steps else []
    return told + [Message(WORKOUT_STEP, [Field(7, "enum", INTENSITIES[step])]) for step in steps]
