"""The strength sessions of one of the demo's weeks: which circuit, what went otherwise, what followed."""

from collections.abc import Mapping, Sequence
from datetime import time
from random import Random

from logbook.demo import remarks
from logbook.demo.runs import FRIDAY, WEDNESDAY
from logbook.demo.season import STRENGTH_FROM, Turn, WeekPlan
from logbook.demo.story import Ache, Change, Deviation, RunStory, SessionStory

BEGINNER, FOUR, CORE = "beginner-foundations", "after-easy-run-four", "core-for-runners"
LEGS, GYM = "leg-strength", "in-season-gym"
# Stands for the circuit of the demo runner's own, whose slug is only known once it is stored.
OWN = "own"
STRETCH, RECOVERY = "post-run-stretch", "recovery-routine"

AT_THE_GYM = time(18, 10)

# What is done on which day, from that week on.
_FROM: Sequence[tuple[int, Mapping[int, str]]] = (
    (6, {FRIDAY: BEGINNER}),
    (7, {WEDNESDAY: BEGINNER, FRIDAY: BEGINNER}),
    (10, {WEDNESDAY: FOUR, FRIDAY: CORE}),
    (15, {FRIDAY: CORE}),
    (16, {WEDNESDAY: FOUR, FRIDAY: CORE}),
    (18, {WEDNESDAY: LEGS, FRIDAY: FOUR}),
    (19, {WEDNESDAY: CORE}),
    (20, {WEDNESDAY: LEGS, FRIDAY: CORE}),
    (22, {WEDNESDAY: GYM, FRIDAY: OWN}),
    (23, {FRIDAY: FOUR}),
    (24, {WEDNESDAY: GYM, FRIDAY: CORE}),
    (25, {WEDNESDAY: LEGS, FRIDAY: OWN}),
    (26, {WEDNESDAY: FOUR, FRIDAY: CORE}),
)
# A knee that complained for three weeks, and an Achilles tendon after the first heavy calf raises.
_ACHES = {
    (11, WEDNESDAY): Ache(level=2, place="knee", side="right"),
    (12, WEDNESDAY): Ache(level=3, place="knee", side="right"),
    (13, WEDNESDAY): Ache(level=1, place="knee", side="right"),
    (22, WEDNESDAY): Ache(level=2, place="achilles", side="left"),
    (24, WEDNESDAY): Ache(level=1, place="achilles", side="left"),
}
# Kilograms and implements at the first time, and how much heavier each week since.
_LOADS: Mapping[str, tuple[int, float, float, int]] = {
    "reverse-lunge-knee-drive": (17, 4.0, 0.5, 2),
    "goblet-squat": (18, 10.0, 1.0, 1),
    "kickstand-deadlift": (18, 8.0, 1.0, 1),
    "step-up-knee-drive": (18, 4.0, 0.5, 2),
    "single-leg-calf-raise": (20, 4.0, 0.5, 1),
    "back-squat": (22, 40.0, 2.5, 1),
    "single-leg-romanian-deadlift": (22, 10.0, 1.0, 1),
    "loaded-single-leg-calf-raise": (22, 8.0, 1.0, 1),
}
_EFFORTS = {BEGINNER: (4, 6), FOUR: (6, 7), CORE: (5, 6), LEGS: (7, 8), GYM: (7, 8), OWN: (5, 6)}


def sessions_of(plan: WeekPlan, runs: Sequence[RunStory], random: Random) -> tuple[SessionStory, ...]:
    """Return a week's sessions, each on the day of the run that it follows."""
    if plan.number < STRENGTH_FROM or plan.turn is Turn.ILL:
        return ()
    days = next(days for week, days in reversed(_FROM) if week <= plan.number)
    by_weekday = {run.day.weekday(): run for run in runs}
    return tuple(_session(plan, day, circuit, by_weekday[day], random) for day, circuit in days.items())


def _session(plan: WeekPlan, day: int, circuit: str, run: RunStory, random: Random) -> SessionStory:
    low, high = _EFFORTS[circuit]
    effort = random.randint(low, high)
    ache = _ACHES.get((plan.number, day))
    note = remarks.about_session(random)
    followed = random.random()
    routines = (STRETCH, RECOVERY) if followed < 0.3 else (STRETCH,) if followed < 0.65 else ()
    return SessionStory(
        circuit=circuit,
        run=run,
        starts_at=AT_THE_GYM if circuit == GYM else None,
        over_minutes=random.randint(-1, 4),
        effort=None if random.random() < 0.15 else effort,
        note=_about(ache) if ache else note,
        ache=ache or (Ache(level=0) if random.random() < 0.5 else None),
        loads={slug: _load(plan.number, *how) for slug, how in _LOADS.items() if plan.number >= how[0]},
        in_reserve=random.choice([1, 2, 2, 3]) if circuit in (LEGS, GYM) else None,
        deviations=_deviations(plan, random),
        routines=() if circuit == GYM else routines,
    )


def _about(ache: Ache) -> str:
    return (
        "Knee grumbled in the lunges, gone by the evening."
        if ache.place == "knee"
        else "Heel stiff in the calf raises."
    )


def _load(week: int, since: int, kg: float, more_kg: float, implements: int) -> tuple[float, int]:
    # Every other week, as plates and dumbbells go.
    steps = (week - since) // 2
    return kg + 2 * more_kg * steps, implements


def _deviations(plan: WeekPlan, random: Random) -> tuple[Deviation, ...]:
    """A station or two that went otherwise, in four sessions of ten; the first ones most of all."""
    new = plan.number in (STRENGTH_FROM, 10)
    if random.random() > (0.9 if new else 0.4):
        return ()
    likely = [Change.FEWER, Change.ONE_SIDE_FEWER, Change.FEWER, Change.LAST_LEFT_OUT, Change.EASIER]
    stations = random.sample(range(1, 5), random.choice([1, 1, 2]))
    return tuple(Deviation(station=station, change=random.choice(likely)) for station in sorted(stations))
