"""The runs of one of the demo's weeks: on which days, how far, how hard, and where they were recorded."""

from datetime import date, time, timedelta
from random import Random

from logbook.demo import remarks
from logbook.demo.paces import over
from logbook.demo.quality import quality_of, race_of
from logbook.demo.season import WATCH_FROM, Turn, WeekPlan
from logbook.demo.story import Leg, RunStory, Source
from workouts.vocabulary import RunKind

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(1, 7)
BEFORE_WORK, AFTER_WORK, WEEKEND = time(6, 40), time(18, 20), time(8, 35)
_USUAL_TIMES = {TUESDAY: AFTER_WORK, THURSDAY: AFTER_WORK, SATURDAY: WEEKEND, SUNDAY: WEEKEND}

AFTER_THE_COLD = "First steps after a bad cold. Nothing hurt, no legs."
NO_FASTER, FASTER = "Same time as last year, to the minute.", "Best in four years."

LONG_SHARE, LONGEST_M, SHORTEST_M = 0.36, 19_000.0, 4_200.0
# Easy runs that were on the treadmill, once typed in and once from the watch.
_TREADMILL = (9, 21)
_RIDES = (2, 8, 12, 17, 22, 25)
_EFFORTS = {
    RunKind.RECOVERY: (2, 2),
    RunKind.EASY: (3, 4),
    RunKind.STRIDES: (3, 4),
    RunKind.LONG: (4, 6),
    RunKind.TEMPO: (6, 7),
    RunKind.INTERVALS: (7, 8),
    RunKind.HILLS: (7, 8),
    RunKind.TIME_TRIAL: (9, 9),
    RunKind.RACE: (9, 10),
    RunKind.CROSS_TRAINING: (3, 4),
}
_CALM = (RunKind.RECOVERY, RunKind.EASY, RunKind.LONG, RunKind.CROSS_TRAINING)


def runs_of(plan: WeekPlan, monday: date, random: Random) -> tuple[RunStory, ...]:
    """Return a week's runs in the order of its days."""
    week = _Week(plan, monday, random)
    if plan.turn is Turn.ILL:
        legs = (over(plan.km * 1000, RunKind.RECOVERY, plan, random),)
        return (week.run(SUNDAY, RunKind.RECOVERY, legs, note=AFTER_THE_COLD),)
    sunday = week.race() if plan.turn in (Turn.HALF_MARATHON, Turn.TEN_K) else week.long()
    tuesday = week.quality()
    left_m = plan.km * 1000 - sunday.distance_m - tuesday.distance_m
    runs = [tuesday, *week.easy(left_m), sunday]
    if plan.number in _RIDES:
        runs.append(week.ride())
    return tuple(sorted(runs, key=lambda run: run.day))


class _Week:
    """One week in the making."""

    def __init__(self, plan: WeekPlan, monday: date, random: Random) -> None:
        self.plan, self.monday, self.random = plan, monday, random

    def run(self, weekday: int, kind: RunKind, legs: tuple[Leg, ...], *, name: str = "", note: str = "",
            source: Source | None = None) -> RunStory:  # fmt: skip
        random = self.random
        usual = _USUAL_TIMES.get(weekday, BEFORE_WORK)
        source = source or self._source(legs)
        seconds = random.randint(0, 59)
        starts_at = time(
            usual.hour, usual.minute + random.randint(0, 14), 0 if source is Source.TYPED else seconds
        )
        low, high = _EFFORTS[kind]
        effort = random.randint(low, high)
        left_blank = kind in _CALM and random.random() < 0.3
        return RunStory(
            day=self.monday + timedelta(days=weekday),
            starts_at=starts_at,
            kind=kind,
            legs=legs,
            source=source,
            effort=None if left_blank else effort,
            name=name,
            note=note or remarks.about_run(kind, random),
        )

    def _source(self, legs: tuple[Leg, ...]) -> Source:
        if self.plan.number < WATCH_FROM:
            return Source.TYPED
        return Source.WATCH if len(legs) > 1 else Source.PHONE

    def race(self) -> RunStory:
        race = race_of(self.plan, self.random)
        note = NO_FASTER if self.plan.turn is Turn.HALF_MARATHON else FASTER
        return self.run(SUNDAY, race.kind, race.legs, name=race.name, note=note)

    def long(self) -> RunStory:
        metres = min(LONGEST_M, LONG_SHARE * self.plan.km * 1000)
        return self.run(
            SUNDAY, RunKind.LONG, (over(metres, RunKind.LONG, self.plan, self.random),), name="Long run"
        )

    def quality(self) -> RunStory:
        workout = quality_of(self.plan, self.random)
        return self.run(TUESDAY, workout.kind, workout.legs, name=workout.name)

    def easy(self, left_m: float) -> list[RunStory]:
        """Share what is left of the week between its easy days; the day after the hard run is the slowest."""
        days = [WEDNESDAY, FRIDAY] if self.plan.runs == 4 else [WEDNESDAY, THURSDAY, FRIDAY]
        weights = [self.random.uniform(0.9, 1.1) for _ in days]
        runs = []
        for day, weight in zip(days, weights, strict=True):
            metres = max(SHORTEST_M, left_m * weight / sum(weights))
            recovers = day == WEDNESDAY and self.plan.number % 3 == 0
            kind = RunKind.RECOVERY if recovers else RunKind.EASY
            runs.append(self._calm(day, kind, metres))
        return runs

    def _calm(self, day: int, kind: RunKind, metres: float) -> RunStory:
        legs = (over(metres, kind, self.plan, self.random),)
        name = "Recovery run" if kind is RunKind.RECOVERY else "Easy run"
        if day == FRIDAY and self.plan.number in _TREADMILL:
            source = Source.TREADMILL if self.plan.number >= WATCH_FROM else Source.TYPED
            return self.run(day, kind, legs, name="Easy run, treadmill", note="Storm outside.", source=source)
        return self.run(day, kind, legs, name=name)

    def ride(self) -> RunStory:
        minutes = self.random.randint(55, 95)
        leg = Leg(seconds=minutes * 60, metres=minutes * 390.0, beats=124)
        return self.run(SATURDAY, RunKind.CROSS_TRAINING, (leg,), name="Bike ride", source=Source.TYPED)
