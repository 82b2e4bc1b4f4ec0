"""What the player is handed as JSON: the timeline of what it plays, with words and addresses."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from logbook import playable, week_told
from logbook.models import Session
from logbook.playable import Choice, Playable, WrittenSet
from logbook.sets.done import Movement, SetDone
from logbook.sets.words import dose_told, planned_told
from workouts import drawings, figure_sheets
from workouts.training.timeline import Kind, Place, Step
from workouts.units import WeightUnit, in_words, spoken, weight_number

Json = dict[str, Any]


def told(session: Session, *, token: str, now: datetime, itself: Playable) -> Json:
    """
    All that the page of the player needs, the session first, then what follows it.

    token: what each message is sent with.  itself: the session as it stands.
    Uses the circuit; eight queries more at most.
    """
    athlete = session.athlete
    unit = WeightUnit(athlete.weight_unit)
    week = week_told.of_session(session, now=now)
    parts = [itself, *playable.routines_after(session)]
    return {
        "session": session.pk,
        "athlete": str(athlete.pk),
        "token": token,
        "unit": str(unit),
        "addresses": {
            "sets": reverse("logbook:session_sets", args=[session.pk]),
            "completion": reverse("logbook:session_completion", args=[session.pk]),
            "sender": reverse("logbook:sender"),
            "session": session.get_absolute_url(),
            "leave": reverse("logbook:today"),
        },
        "parts": [part_told(part, unit=unit, week="" if part.routine else week) for part in parts],
    }


def part_told(part: Playable, *, unit: WeightUnit, week: str = "") -> Json:
    """
    One session with its stations, its sets in the order they are done, and every step.

    week: what it makes of its week, "" where there is nothing to say.
    """
    return {
        "routine": part.routine,
        "name": part.name,
        "minutes": part.minutes,
        "rounds": part.shape.rounds,
        "is_logged": part.is_logged,
        "stations": [
            {
                "number": number,
                "asked": _asked(part, number),
                "choices": [_choice(each, unit) for each in choices],
            }
            for number, choices in enumerate(part.choices, start=1)
        ],
        "sets": [_set(place, part, unit) for place in part.line.sets],
        "steps": [step_told(step) for step in part.line.steps],
        "told": {
            "length": length_told(part),
            "all": all_done_told(part.shape.rounds),
            "week": week,
            "warm_up": warm_up_told(part.warm_up_minutes),
        },
    }


def step_told(step: Step) -> Json:
    """One step of the timeline by the names of `Step`, what ends it as a word; it starts as the last ends."""
    return {
        "kind": str(step.kind),
        "seconds": _number(step.seconds),
        "ends": "tap" if step.ends_by_tap else "clock",
        "set": step.set,
        "next": step.next,
        "side": step.side,
        "ready_s": _number(step.ready_s),
        "reps": step.reps,
        "rep_s": step.rep_s,
        "phases": [
            {"word": beat.word, "starts_s": beat.starts_s, "seconds": beat.seconds, "leg": beat.leg}
            for beat in step.beats
        ],
        "tension": step.counts_tension,
        "round_ends": step.ends_round,
    }


def length_told(part: Playable) -> str:
    """How long it takes: "3 rounds, 21 min 24 s plus changeovers, 1 min"."""
    rounds = f"{part.shape.rounds} rounds, " if part.shape.rounds > 1 else ""
    length = f"{rounds}{spoken(part.shape.seconds)}"
    changeovers = part.line.seconds_of(Kind.CHANGEOVER)
    return f"{length} plus changeovers, {spoken(changeovers)}" if changeovers else length


@dataclass(frozen=True)
class FigureShown:
    """
    A figure that may be shown; `is_rung` where only an easier or harder movement has it.

    sheet_name: of the stylesheet that moves it and, but for a rung, all the others that its part asks for,
    which say much the same; "" where it needs none.
    """

    figure: drawings.Figure
    is_rung: bool
    sheet_name: str


def figures_of(parts: list[Json]) -> tuple[FigureShown, ...]:
    """Every figure that any of the parts may show, once each."""
    sheets: dict[str, str] = {}
    for part in parts:
        asked = (station["choices"][0]["figure"] for station in part["stations"])
        new = [slug for slug in asked if slug not in sheets]
        sheet = figure_sheets.sheet_of(new)
        sheets |= dict.fromkeys(new, sheet.name if sheet else "")
    choices = (each for part in parts for station in part["stations"] for each in station["choices"])
    found = map(drawings.figure, dict.fromkeys(choice["figure"] for choice in choices if choice["figure"]))
    return tuple(_shown(figure, sheets) for figure in found if figure is not None)


def _shown(figure: drawings.Figure, sheets: dict[str, str]) -> FigureShown:
    is_rung = figure.slug not in sheets
    # What is only held needs none, be there one for the others.
    sheet_name = figure.sheet_name if is_rung or not figure.digest else sheets[figure.slug]
    return FigureShown(figure, is_rung, sheet_name)


def _choice(choice: Choice, unit: WeightUnit) -> Json:
    movement = choice.movement
    return {
        "word": choice.word,
        "slug": movement.slug,
        "name": movement.name,
        "sided": movement.per_side,
        "measure": str(choice.dose.measure),
        "amount": choice.dose.amount,
        "dose": dose_told(choice.dose.measure, choice.dose.amount, per_side=movement.per_side),
        "loadable": movement.loadable,
        "load": weight_number(choice.load_kg, unit),
        "implements": choice.implements,
        "note": movement.setup,
        **_figure(movement),
        # As it is asked for, its steps are those of the part.
        **({"work": [step_told(step) for step in choice.steps]} if choice.word else {}),
    }


def _asked(part: Playable, station: int) -> str:
    """What a station asks for: its dose, and how often where that is not once a round: "3 × 5 each side"."""
    choice = part.choices[station - 1][0]
    dose, movement, sets = choice.dose, choice.movement, _sets_of(part, station)
    if sets == part.shape.rounds:
        return dose_told(dose.measure, dose.amount, per_side=movement.per_side)
    return planned_told([dose] * sets, per_side=movement.per_side)


def _sets_of(part: Playable, station: int) -> int:
    return sum(1 for place in part.line.sets if place.station == station)


def _figure(movement: Movement) -> Json:
    figure = drawings.figure(movement.slug)
    return {"figure": movement.slug if figure else "", "marks": figure.marks if figure else None}


def _set(place: Place, part: Playable, unit: WeightUnit) -> Json:
    written = part.written.get((place.station, place.number))
    return {
        "station": place.station,
        "number": place.number,
        "round": place.round,
        "rounds": _sets_of(part, place.station),
        "done": _written(written, part.choices[place.station - 1][0].movement, unit) if written else None,
    }


def _written(written: WrittenSet, asked: Movement, unit: WeightUnit) -> Json:
    return written_told(written.done, asked, unit, writer=written.writer, revision=written.revision)


def written_told(
    done: SetDone | None, asked: Movement, unit: WeightUnit, *, writer: str, revision: int
) -> Json:
    """What is written of a set; one that is left out goes by the movement `asked` for."""
    return {
        "slug": done.movement.slug if done else asked.slug,
        "left": done.left if done else 0,
        "right": done.right if done else None,
        "load": weight_number(done.load_kg, unit) if done else "",
        "implements": done.implements if done else None,
        "skipped": done is None,
        "writer": writer or None,
        "revision": revision,
    }


def warm_up_told(minutes: int) -> str:
    """What comes before the first set; "" where nothing does."""
    return f"Warm up for {minutes} minute{'' if minutes == 1 else 's'} first." if minutes else ""


def all_done_told(count: int) -> str:
    """What is said of so many rounds once nothing was left out: "Three rounds, nothing skipped." """
    if count == 1:
        return "Every set, nothing skipped."
    return f"{in_words(count).capitalize()} rounds, nothing skipped."


def _number(seconds: float) -> float:
    """Rates such as 0.6 leave shades behind that nobody sees; a millisecond is finer than any screen."""
    return round(seconds, 3)
