"""Reads which circuits the strength that is still wanted this week is to be done with."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from logbook.models import LoggedSet
from workouts.circuits import CircuitRow, trimmed
from workouts.models import Athlete, Circuit, Station
from workouts.models.circuit import FRONT_DOOR
from workouts.training.timetable.week import PRIMER, Wanted

HEAVY = ("gym-heavy-a", "gym-heavy-b")
USUAL = {"light": ("core-for-runners",), "moderate": (FRONT_DOOR,)}
FOR_BEGINNERS = "beginner-foundations"
LATELY = timedelta(days=28)
# What was done longer ago than this tells nobody's habit; nothing older is looked through.
REMEMBERED = timedelta(days=365)


@dataclass(frozen=True)
class WantedCircuits:
    """What wants a place, and the circuits of it by their slugs."""

    wanted: tuple[Wanted, ...]
    rows: Mapping[str, CircuitRow]


@dataclass(frozen=True)
class Candidates:
    """The circuits that sessions may be done with, by slug; `names` are the classes whose habit is known."""

    athlete: Athlete
    names: frozenset[str]
    found: Mapping[str, Any]


def read(
    *,
    athlete: Athlete,
    names: Collection[str],
    swapped: Iterable[Circuit],
    today: date,
    is_primed: bool,
    is_race_near: bool,
) -> Candidates:
    """
    The circuits done last of each class, the usual ones, and those chosen, each with its stations.

    names: the classes.  swapped: what was chosen instead of a usual one.  is_primed: whether the primer of a
    race may be wanted.  is_race_near: whether it is asked what is new of late.  One query, none for no class.
    """
    chosen = tuple(swapped)
    if not names and not chosen:
        return Candidates(athlete, frozenset(), {})
    circuits = _candidates(
        athlete, frozenset(names), chosen, today, is_primed=is_primed, is_race_near=is_race_near
    )
    return Candidates(athlete, frozenset(names), {circuit.slug: circuit for circuit in circuits})


def chosen(
    candidates: Candidates,
    *,
    classes: Sequence[tuple[int, str]],
    swapped: Mapping[int, Circuit],
    primed: Collection[int] = (),
    is_race_near: bool = False,
    most_contacts: int | None = None,
) -> WantedCircuits:
    """
    A circuit for each session: the one done last of its class, else the usual one; heavy ones in turn.

    classes: each with the number of its session.  swapped: by number, what is done instead.  primed: those
    that are the primer of a race.  most_contacts: a circuit with more is trimmed.  No query.
    """
    athlete, names, found = candidates.athlete, candidates.names, candidates.found
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
    taken = [found[slug] for slug in dict.fromkeys(slugs) if slug in found]
    rows = {circuit.slug: trimmed(circuit, most_contacts=most_contacts) for circuit in taken}
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
    athlete: Athlete,
    classes: frozenset[str],
    swapped: Iterable[Circuit],
    today: date,
    *,
    is_primed: bool,
    is_race_near: bool,
) -> list[Any]:
    """
    The circuits done last and those chosen, the usual one of a class in which none was done, with stations.

    Each with how often it was done of late.  Read by the stations, so that one query does.
    """
    kept = athlete.sessions.kept()
    offered = Circuit.objects.offered(to=athlete)
    if not athlete.jumps:
        offered = offered.without_jumps()
    # The primer is for the days before a race, and no habit.
    done = kept.filter(circuit__in=offered, performed_on__gt=today - REMEMBERED).exclude(circuit__slug=PRIMER)
    last = {
        _last_of(name): Subquery(
            done.filter(session_class=name)
            .order_by("-performed_on", "-started_at", "-pk")
            .values("circuit_id")[:1]
        )
        for name in classes
    }
    lately = (
        kept.filter(circuit=OuterRef("circuit"), performed_on__gt=today - LATELY)
        .order_by()
        .values("circuit")
        .annotate(times=Count("pk"))
        .values("times")
    )
    usual = [
        Q(circuit__slug__in=_usual(name, athlete)) & (Q() if name == "heavy" else Q(**{_last_of(name): None}))
        for name in classes
    ]
    any_last = [Q(circuit=F(each)) for each in last]
    chosen = Q(circuit__in=[circuit.pk for circuit in swapped])
    primer = [Q(circuit__slug=PRIMER)] if is_primed else []
    new = {"has_new": _asks_for_new(athlete, today)} if is_race_near else {}
    stations = (
        Station.objects.filter(circuit__in=offered)
        .annotate(times_lately=Coalesce(Subquery(lately), 0), **last, **new)
        .filter(reduce(or_, [*usual, *any_last, *primer], chosen))
        .select_related("circuit", "exercise")
        .order_by("circuit_id", "position")
    )
    return [_with(list(of_one), [*last, "times_lately", *new]) for _, of_one in groupby(stations, _circuit)]


def _circuit(station: Station) -> int:
    return station.circuit_id


def _with(stations: list[Any], told: Iterable[str]) -> Any:
    """The circuit of its stations, with them at hand, and with what the query told beside each of them."""
    circuit = stations[0].circuit
    circuit._prefetched_objects_cache = {"stations": stations}
    for name in told:
        setattr(circuit, name, getattr(stations[0], name))
    return circuit


def _last_of(name: str) -> str:
    return f"last_{name}_id"


def _slug(name: str, nth: int, last: Mapping[str, str], athlete: Athlete) -> str:
    if name == "heavy" and last.get(name, HEAVY[0]) in HEAVY:
        # In turn, beginning with the one that was not done last.
        first = HEAVY.index(last[name]) + 1 if name in last else 0
        return HEAVY[(first + nth) % 2]
    return last[name] if name in last else next(iter(_usual(name, athlete)), "")


def _usual(name: str, athlete: Athlete) -> tuple[str, ...]:
    """What is done in a class as long as nothing else was; nothing in one that is only ever chosen."""
    if name == "heavy":
        return HEAVY
    is_beginner = athlete.experience not in ("intermediate", "advanced")
    if is_beginner and name == "light":
        return (FOR_BEGINNERS,)
    return USUAL.get(name, ())


def _asks_for_new(athlete: Athlete, today: date) -> Exists:
    """Whether a circuit asks for an exercise that was not done in the last 28 days (rule TAPER-03)."""
    done = LoggedSet.objects.filter(
        exercise=OuterRef("exercise"),
        session__athlete=athlete,
        session__deleted_at=None,
        session__logged_at__isnull=False,
        session__performed_on__gt=today - LATELY,
    )
    return Exists(Station.objects.filter(~Exists(done), circuit=OuterRef("circuit")))


def _effort(circuit: Circuit) -> float:
    return (circuit.target_rpe_low + circuit.target_rpe_high) / 2
