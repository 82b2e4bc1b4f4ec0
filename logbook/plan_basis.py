"""Reads what the plan of some weeks goes by: the runs and races, what was decided, and the circuits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from logbook import planned_runs, wanted_circuits
from logbook.lately import Lately
from logbook.planned_runs import PlannedRuns
from logbook.season import RECOVERED_AFTER
from logbook.wanted_circuits import Candidates
from workouts.models import Athlete, Circuit, PlanChange
from workouts.training.phases import RACE_WEEK_DAYS, Phase
from workouts.training.rules import Rules
from workouts.training.timetable.costs import Costs
from workouts.training.timetable.habit import HabitualRun
from workouts.training.timetable.wanted import wanted_classes
from workouts.training.timetable.week import Runner
from workouts.weeks import Week

JUMPED = frozenset({"plyo_low", "plyo_high"})
HEAVY_KIT = frozenset({"barbell", "rack"})
# So long before a race its primer may be tried out.
TAPERED = timedelta(days=28)


@dataclass(frozen=True)
class PlanBasis:
    """
    What all weeks from `first` to `last` go by, so that any number of them costs the same.

    runs: of these weeks and the one after them.  rules and costs are those of the athlete's method, which
    leaves out the rules that are switched off.
    """

    athlete: Athlete
    first: Week
    last: Week
    runs: PlannedRuns
    rules: Rules
    costs: Costs
    now: datetime

    @property
    def is_said(self) -> bool:
        """Whether the athlete ever said which runs come when."""
        return self.athlete.planned_since is not None or self.runs.is_said

    @property
    def today(self) -> date:
        return self.athlete.day_of(self.now)

    @cached_property
    def decisions(self) -> tuple[PlanChange, ...]:
        """Whatever was decided about the sessions of these weeks, in order, also what was taken back.

        One query, when it is asked for.
        """
        return _decisions(self.athlete, self.first, self.last)

    @property
    def changes(self) -> tuple[PlanChange, ...]:
        """What of it stands."""
        return tuple(change for change in self.decisions if change.undone_at is None)

    @cached_property
    def circuits(self) -> Candidates:
        """Those that may be placed.  One query, and none before it is asked for."""
        first, last = self.first.first_day, self.last.last_day
        race = self.runs.season.next_goal(first)
        return wanted_circuits.read(
            athlete=self.athlete,
            # Whatever is wanted, a race week and a recovery take what is light (rule FREQ-01).
            names={*self.wanted(first), *self.wanted(last), "light"} if self.athlete.wanted_sessions else (),
            swapped=self._swapped(),
            today=self.today,
            is_primed=self.athlete.jumps and race is not None and race.day <= last + TAPERED,
            is_race_near=race is not None and race.day <= last + timedelta(days=RACE_WEEK_DAYS),
        )

    def wanted(self, day: date) -> tuple[str, ...]:
        """The classes of the sessions that a week is to have, as the athlete will be on that day."""
        return wanted_classes(
            self.athlete.wanted_sessions,
            experience=self.athlete.experience,
            lifting_weeks=_lifting_weeks(self.athlete, day),
            has_heavy_kit=set(self.athlete.equipment) >= HEAVY_KIT,
        )

    def phase(self, week: Week) -> Phase:
        """What a week is for: as the athlete says, else by the races."""
        return self.athlete.phase_said(week) or self.runs.season.phase(week, self.rules)

    def decided(self, week: Week, classes: Iterable[str]) -> dict[int, PlanChange]:
        """
        The last decision about each session of a week, by its number; `classes` are what they are to be.

        One about a session that is to be of another class by now is void, and so is a circuit that is retired
        or jumped against a sign.
        """
        found = {change.number: change for change in self.changes if change.week == str(week)}
        wanted = dict(enumerate(classes, start=1))
        return {n: change for n, change in found.items() if wanted.get(n) == change.session_class}

    def saying(self, changed: Mapping[date, HabitualRun | None]) -> "PlanBasis":
        """The same if these days were run so; what was read once is not read again."""
        runs = replace(self.runs, single={**self.runs.single, **changed})
        other = replace(self, runs=runs)
        # Neither follows from the runs.
        other.__dict__.update(decisions=self.decisions, circuits=self.circuits)
        return other

    def _swapped(self) -> set[Circuit]:
        return {change.circuit for change in self.changes if change.circuit is not None}


def of_weeks(
    *,
    athlete: Athlete,
    first: Week,
    last: Week | None = None,
    season_from: Week | None = None,
    lately: Lately,
    rules: Rules,
    now: datetime,
) -> PlanBasis:
    """
    What the plan of these weeks goes by.  Three queries at most, whatever their number.

    last: `first` unless given.  season_from: the week from which on the races are told, `first` unless given.
    lately: what was done of late, with the races that were only run.
    """
    last = last or first
    runs = planned_runs.of_weeks(athlete=athlete, first=first, last=last, season_from=season_from)
    since = (season_from or first).first_day - RECOVERED_AFTER
    runs = replace(runs, season=runs.season.with_raced(lately.runs, since))
    method = athlete.method(rules)
    return PlanBasis(athlete, first, last, runs, method.applied_to(rules), method.costs, now)


def runner_of(athlete: Athlete, day: date) -> Runner:
    """What the rules ask of the athlete, as it will be on a day."""
    return Runner(
        is_beginner=athlete.experience not in ("intermediate", "advanced"),
        lifting_weeks=_lifting_weeks(athlete, day),
        calf_raises=athlete.calf_raises,
        hop_pain=athlete.hop_pain,
    )


def _lifting_weeks(athlete: Athlete, day: date) -> int:
    since = athlete.lifting_since
    return max((day - since).days // 7, 0) if since else 0


def _decisions(athlete: Athlete, first: Week, last: Week) -> tuple[PlanChange, ...]:
    rows = athlete.plan_changes.filter(week__range=(str(first), str(last)))
    found = tuple(rows.select_related("circuit"))
    for change in found:
        circuit = change.circuit
        if circuit is not None and (
            circuit.retired_at or (circuit.session_class in JUMPED and not athlete.jumps)
        ):
            change.circuit = None
    return found
