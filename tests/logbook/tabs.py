"""What two tabs may type about a session, and what it should then say: for the model of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from logbook import stations
from logbook.facts import SessionFacts
from logbook.models import LoggedSet, Session
from logbook.sets.done import SetDone
from logbook.sets.station import StationDone, StationPlan

# All of a row but its id and its session.
_TOLD = (
    "station", "number", "planned_exercise_id", "planned_name", "planned_per_side", "planned_tempo",
    "planned_reps", "planned_seconds", "planned_distance_m", "rest_after_s", "exercise_id", "exercise_name",
    "per_side", "counts_tension", "done_reps", "done_seconds", "done_distance_m", "done_right", "load_kg",
    "implements", "rpe", "reps_in_reserve", "tempo",
)  # fmt: skip
MEASURES = ("reps", "seconds", "metres")
# What can be typed for a set; the blank one leaves it out.
WORDS = ("as asked", "more", "loaded", "felt", "reserve", "other side", "one side", "swapped", "")


@dataclass(frozen=True)
class Known:
    """All that the server should hold of one session."""

    said: tuple[object, ...]
    rows: tuple[tuple[object, ...], ...]
    run: int | None
    version: int = 1
    deleted_at: datetime | None = None


@dataclass(frozen=True)
class Shown:
    """What a tab holds of a session: what its form says, and which version that began with."""

    pk: int
    facts: SessionFacts
    version: int


def known_of(facts: SessionFacts, *, name: str, run: int | None) -> Known:
    """A session as it should be stored, `name` and `run` being those of before where none are given."""
    pain = facts.pain
    return Known(
        said=(
            facts.started_at,
            facts.minutes,
            facts.effort,
            facts.note,
            facts.name or name,
            (pain.level, pain.place, pain.side) if pain else (None, "", ""),
        ),
        rows=tuple(_rows(facts.stations)),
        run=run if facts.run is None else facts.run.pk,
    )


def _rows(done: Sequence[StationDone]) -> list[tuple[object, ...]]:
    rows, place = [], 0
    for station in done:
        place += 1 if station.sets else 0
        for number, each in enumerate(station.sets, start=1):
            rows.append((place, number, *_asked_for(station.plan, number), *_done(station.plan, each)))
    return rows


def _asked_for(plan: StationPlan, number: int) -> tuple[object, ...]:
    movement = plan.movement
    if number > len(plan.planned):
        rest_after_s = plan.planned[-1].rest_after_s if plan.planned else movement.rest_after_s
        return (None, "", False, "", None, None, None, rest_after_s)
    asked = plan.planned[number - 1]
    amounts = (asked.amount if asked.measure == measure else None for measure in MEASURES)
    return (
        movement.exercise_id, movement.name, movement.per_side, asked.tempo, *amounts, asked.rest_after_s,
    )  # fmt: skip


def _done(plan: StationPlan, each: SetDone | None) -> tuple[object, ...]:
    movement = plan.movement if each is None else each.movement
    who = (movement.exercise_id, movement.name, movement.per_side, movement.counts_tension)
    if each is None:
        return (*who, *(None,) * 8, "")
    amounts = (each.left if each.measure == measure else None for measure in MEASURES)
    how = (each.right, each.load_kg, each.implements, each.rpe, each.reps_in_reserve, each.tempo)
    return (*who, *amounts, *how)


def stored() -> dict[int, Known]:
    """What the server does hold: two queries for all of it."""
    rows: dict[int, list[tuple[object, ...]]] = {}
    for pk, *told in LoggedSet.objects.order_by("station", "number").values_list("session", *_TOLD):
        rows.setdefault(pk, []).append(tuple(told))
    return {
        session.pk: Known(
            said=(
                session.started_at,
                session.minutes,
                session.effort,
                session.note,
                session.name,
                (session.pain, session.pain_place, session.pain_side),
            ),
            rows=tuple(rows.get(session.pk, ())),
            run=session.run_id,
            version=session.version,
            deleted_at=session.deleted_at,
        )
        for session in Session.objects.all()
    }


def opened(session: Session, facts: SessionFacts) -> Shown:
    """A session opened to be corrected: its stations as they are stored, the rest as `facts` say it."""
    done = [StationDone(plan=plan, sets=plan.done or ()) for plan in stations.of_session(session)]
    return Shown(session.pk, replace(facts, stations=done), session.version)


def typed(plan: StationPlan, words: Sequence[str]) -> StationDone:
    """A station with a word for each of its sets; those asked for without a word were left out."""
    sets = [_set(plan, number, word) for number, word in enumerate(words)]
    sets += [None] * (len(plan.planned) - len(sets))
    while len(sets) > len(plan.planned) and sets[-1] is None:
        sets.pop()
    return StationDone(plan=plan, sets=tuple(sets))


def _set(plan: StationPlan, number: int, word: str) -> SetDone | None:
    movement = plan.movement
    if word == "swapped" and plan.rungs:
        movement = plan.rungs[0].movement
    asked = plan.planned[number] if number < len(plan.planned) and movement is plan.movement else movement
    done = SetDone(movement=movement, measure=asked.measure, left=asked.amount, tempo=asked.tempo)
    match word:
        case "":
            return None
        case "more":
            return replace(done, left=done.left + 1)
        case "loaded":
            return replace(done, load_kg=12.5, implements=2)
        case "felt":
            return replace(done, rpe=7.5)
        case "reserve":
            return replace(done, reps_in_reserve=2)
        case "other side" if movement.per_side:
            return replace(done, right=done.left + 2)
        case "one side" if movement.per_side:
            return replace(done, left=0, right=5)
    return done
