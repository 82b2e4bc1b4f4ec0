"""Reads which circuits the strength that is still wanted this week is to be done with."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery, prefetch_related_objects
from django.db.models.functions import Coalesce

from logbook.models import LoggedSet
from workouts.circuits import CircuitRow
from workouts.models import Athlete, Circuit, Station
from workouts.models.circuit import FRONT_DOOR
from workouts.training.timetable.week import PRIMER, Wanted

HEAVY = ("gym-heavy-a", "gym-heavy-b")
USUAL = {"light": "core-for-runners", "moderate": FRONT_DOOR, "heavy": HEAVY[0]}
FOR_BEGINNERS = "beginner-foundations"
LATELY = timedelta(days=28)
# What was done longer ago than this tells nobody's habit; nothing older is looked through.
REMEMBERED = timedelta(days=365)


@dataclass(frozen=True)
class WantedCircuits:
    """What wants a place, and the circuits of it by their slugs."""

    wanted: tuple[Wanted, ...]
    rows: Mapping[str, CircuitRow]


def for_classes(
    *,
    athlete: Athlete,
    classes: Sequence[tuple[int, str]],
    today: date,
    swapped: Mapping[int, Circuit],
    primed: Collection[int] = (),
    is_race_near: bool = False,
) -> WantedCircuits:
    """
    A circuit for each session: the one done last of its class, else the usual one; heavy ones in turn.

    classes: each with the number of its session.  swapped: by number, what is done instead.  primed: those
    that are the primer of a race.  Two queries, none for no classes.
    """
    if not classes:
        return WantedCircuits((), {})
    names = {name for _, name in classes}
    candidates = _candidates(athlete, names, swapped.values(), today, is_race_near)
    found = {circuit.slug: circuit for circuit in candidates}
    last = {
        name: circuit.slug
        for circuit in found.values()
        for name in names
        if getattr(circuit, _last_of(name)) == circuit.pk
    }
    slugs = [
        swapped[number].slug
        if number in swapped and swapped[number].slug in found
        else PRIMER
        if number in primed
        else _slug(name, nth, last, athlete)
        for nth, (number, name) in enumerate(classes)
    ]
    chosen = [found[slug] for slug in dict.fromkeys(slugs) if slug in found]
    stations = Station.objects.select_related("exercise").order_by("position")
    prefetch_related_objects(chosen, Prefetch("stations", queryset=stations))
    rows = {circuit.slug: CircuitRow(circuit, circuit.shape) for circuit in chosen}
    wanted = [
        Wanted(
            circuit=slug,
            session_class=name,
            effort=_effort(rows[slug].circuit),
            times_lately=found[slug].times_lately,
            has_new=is_race_near and found[slug].has_new,
            number=number,
        )
        for (number, name), slug in zip(classes, slugs, strict=True)
        if slug in rows
    ]
    return WantedCircuits(tuple(wanted), rows)


def _candidates(
    athlete: Athlete, classes: set[str], swapped: Iterable[Circuit], today: date, is_race_near: bool
) -> list[Any]:
    """The usual circuits, those done last and those chosen, each with how often it was done of late."""
    kept = athlete.sessions.kept()
    with_one = kept.filter(circuit__isnull=False, circuit__retired_at=None)
    # The primer is for the days before a race, and no habit.
    done = with_one.filter(performed_on__gt=today - REMEMBERED).exclude(circuit__slug=PRIMER)
    last = {
        _last_of(name): Subquery(
            done.filter(session_class=name)
            .order_by("-performed_on", "-started_at", "-pk")
            .values("circuit_id")[:1]
        )
        for name in classes
    }
    lately = (
        kept.filter(circuit=OuterRef("pk"), performed_on__gt=today - LATELY)
        .order_by()
        .values("circuit")
        .annotate(times=Count("pk"))
        .values("times")
    )
    usual = Q(slug__in={*USUAL.values(), *HEAVY, FOR_BEGINNERS, PRIMER}, athlete=None)
    any_last = [Q(pk=each) for each in last.values()]
    chosen = Q(pk__in=[circuit.pk for circuit in swapped])
    offered = Circuit.objects.offered(to=athlete).filter(reduce(or_, any_last, usual | chosen))
    if not athlete.jumps:
        offered = offered.without_jumps()
    new = {"has_new": _asks_for_new(athlete, today)} if is_race_near else {}
    return list(offered.annotate(times_lately=Coalesce(Subquery(lately), 0), **last, **new))


def _last_of(name: str) -> str:
    return f"last_{name}_id"


def _slug(name: str, nth: int, last: Mapping[str, str], athlete: Athlete) -> str:
    if name == "heavy" and last.get(name, HEAVY[0]) in HEAVY:
        # In turn, beginning with the one that was not done last.
        first = HEAVY.index(last[name]) + 1 if name in last else 0
        return HEAVY[(first + nth) % 2]
    if name in last:
        return last[name]
    is_beginner = athlete.experience not in ("intermediate", "advanced")
    return FOR_BEGINNERS if is_beginner and name == "light" else USUAL[name]


def _asks_for_new(athlete: Athlete, today: date) -> Exists:
    """Whether a circuit asks for an exercise that was not done in the last 28 days (rule TAPER-03)."""
    done = LoggedSet.objects.filter(
        exercise=OuterRef("exercise"),
        session__athlete=athlete,
        session__deleted_at=None,
        session__performed_on__gt=today - LATELY,
    )
    return Exists(Station.objects.filter(~Exists(done), circuit=OuterRef("pk")))


def _effort(circuit: Circuit) -> float:
    return (circuit.target_rpe_low + circuit.target_rpe_high) / 2
