"""Reads a session in the making for those who walk it by plain forms, one set at a time.  No query."""

from dataclasses import dataclass

from logbook.models import LoggedSet, Session
from logbook.playable import Choice, Playable, WrittenSet
from logbook.player import all_done_told, warm_up_told
from logbook.sets import words
from logbook.sets.words import set_told
from workouts.training.circuit_time import Format
from workouts.training.prescription import duration_words
from workouts.training.timeline import Kind, Place, Step
from workouts.units import WeightUnit

LEFT_OUT = "left out"
_UNWRITTEN = WrittenSet(pk=None, done=None, writer="", revision=0)


@dataclass(frozen=True, kw_only=True)
class Here:
    """
    The set that is shown, done as `choice`.

    name: as an address names it, "2.3".  nth: which it is of all, from 1.  others: what else it may be done
    as.  tempo, sides, rest, upcoming: each in words, "" where there is nothing to say.
    written: what is stored of it in words, "" before.  stamp: what that is stored over.
    back, next: the sets beside it, "" at either end.
    """

    place: Place
    nth: int
    choice: Choice
    others: tuple[Choice, ...]
    dose: str
    tempo: str
    sides: str
    rest: str
    upcoming: str
    left: int
    right: int
    load_kg: float | None
    implements: int | None
    written: str
    stamp: str
    back: str
    next: str

    @property
    def name(self) -> str:
        return named(self.place)


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How many sets of a session are done and left out so far, and how many rounds it has."""

    done: int
    left_out: int
    sets: int
    rounds: int

    @property
    def written(self) -> int:
        return self.done + self.left_out

    @property
    def unwritten(self) -> int:
        """How many nobody has said anything of yet."""
        return self.sets - self.written

    @property
    def told(self) -> str:
        """Such as "5 of 12 sets done, one left out." """
        out = f", {'one' if self.left_out == 1 else self.left_out} left out" if self.left_out else ""
        return f"{self.done} of {self.sets} sets done{out}."

    @property
    def finish(self) -> str:
        """What the end says of it: "Three rounds, nothing skipped.", or "7 of 8 sets left out."."""
        if self.done == self.sets:
            return all_done_told(self.rounds)
        return f"{self.sets - self.done} of {self.sets} sets left out."


@dataclass(frozen=True, kw_only=True)
class Walk:
    """How far a session is: `here` is None once every set is written.  last: the last set, to go back to."""

    session: Session
    progress: Progress
    warm_up: str
    here: Here | None
    last: str


def progress(session: Session) -> Progress:
    """How far a session is; of one that is logged nothing is still to come.  Uses its sets."""
    rows = session.sets.all()
    return Progress(
        done=sum(1 for row in rows if row.done is not None),
        left_out=sum(1 for row in rows if row.done is None and (row.revision or not session.is_open)),
        sets=len(rows),
        rounds=session.rounds,
    )


def named(place: Place) -> str:
    """A set as an address names it: station and number."""
    return f"{place.station}.{place.number}"


def walk(*, session: Session, part: Playable, unit: WeightUnit, asked: str = "", done_as: str = "") -> Walk:
    """
    The walk at the set that an address asks for, else at the first that is not written yet.

    done_as: the slug of what it is to be shown as; what was written, or else is asked for, if there is none.
    """
    places = {named(place): nth for nth, place in enumerate(part.line.sets)}
    nth = places.get(asked)
    if nth is None:
        nth = places.get(following(session))
    return Walk(
        session=session,
        progress=progress(session),
        warm_up=warm_up_told(part.warm_up_minutes),
        here=None if nth is None else _here(session, part, unit, nth, done_as),
        last=named(part.line.sets[-1]) if part.line.sets else "",
    )


def following(session: Session, *, after: str = "") -> str:
    """
    The next set that is not written yet, from the first on where none is left after; "" where all are.

    after: a set that is written by now, as an address names it.  Uses the sets.
    """
    rows = sorted(session.sets.all(), key=_in_rounds if session.format == Format.CIRCUIT else _in_a_row)
    names = [f"{row.station}.{row.number}" for row in rows]
    left = [name for name, row in zip(names, rows, strict=True) if not row.revision and name != after]
    first = names.index(after) + 1 if after in names else 0
    return next((name for name in names[first:] if name in left), left[0] if left else "")


def _in_rounds(row: LoggedSet) -> tuple[int, int]:
    return row.number, row.station


def _in_a_row(row: LoggedSet) -> tuple[int, int]:
    return row.station, row.number


def dose_told(choice: Choice) -> str:
    """Such as "8 each side at 3-1-1-1", "4 repetitions"."""
    dose = words.dose_told(choice.dose.measure, choice.dose.amount, per_side=choice.movement.per_side)
    return f"{dose} at {choice.dose.tempo}" if choice.dose.tempo else dose


def _here(session: Session, part: Playable, unit: WeightUnit, nth: int, done_as: str) -> Here:
    places = part.line.sets
    place = places[nth]
    choices = part.choices[place.station - 1]
    written = part.written.get((place.station, place.number), _UNWRITTEN)
    done = written.done
    slug = done_as or (done.movement.slug if done else "")
    choice = next((each for each in choices if each.movement.slug == slug), choices[0])
    # What was written of another exercise says nothing about this one.
    same = done if done is not None and done.movement == choice.movement else None
    left = same.left if same else choice.dose.amount
    after = places[nth + 1] if nth + 1 < len(places) else None
    return Here(
        place=place,
        nth=nth + 1,
        choice=choice,
        others=tuple(each for each in choices if each != choice),
        dose=dose_told(choice),
        tempo=_tempo_told(choice),
        sides="Left side first, then the right." if choice.movement.per_side else "",
        rest=_rest_told(part.line.steps, nth),
        upcoming=part.choices[after.station - 1][0].movement.name if after else "",
        left=left,
        right=same.right if same and same.right is not None else left,
        load_kg=same.load_kg if same else choice.load_kg,
        implements=same.implements if same else choice.implements,
        written="" if not written.revision else set_told(done, unit=unit) if done else LEFT_OUT,
        stamp=session.stamp(written),
        back=named(places[nth - 1]) if nth else "",
        next=named(after) if after else "",
    )


def _tempo_told(choice: Choice) -> str:
    """A repetition part by part: "Lower 3 s, pause 1 s, lift 1 s: 5 s a repetition." """
    work = choice.steps[0]
    if work.rep_s is None:
        return ""
    fast = "X" in choice.dose.tempo
    parts = [
        "lift as fast as you can" if fast and beat.word == "lift" else f"{beat.word} {beat.seconds} s"
        for beat in work.beats
    ]
    told, each = ", ".join(parts), " each side" if choice.movement.per_side else " in all"
    return f"{told[:1].upper()}{told[1:]}: {work.rep_s:g} s a repetition, {work.seconds:g} s{each}."


def _rest_told(steps: tuple[Step, ...], nth: int) -> str:
    rest = next((step for step in steps if step.kind is Kind.REST and step.set == nth), None)
    if rest is None:
        return ""
    return (
        f"{'That ends the round. Rest' if rest.ends_round else 'Then rest'} {duration_words(rest.seconds)}."
    )
