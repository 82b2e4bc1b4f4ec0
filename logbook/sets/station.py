"""One station of a session that is being logged: what was asked for, and what it may be done with."""

from dataclasses import dataclass

from logbook.sets.done import LastTime, Measure, Movement, SetDone


@dataclass(frozen=True, kw_only=True)
class PlannedSet:
    """What was asked for in one set, for one side where the movement is sided."""

    measure: Measure
    amount: int
    tempo: str
    rest_after_s: int


@dataclass(frozen=True, kw_only=True)
class Rung:
    """Another exercise that may stand in; `word` says how it compares: "Easier", "Harder", "Another"."""

    word: str
    movement: Movement


@dataclass(frozen=True, kw_only=True)
class StationPlan:
    """
    A station as the form shows it.

    number: its name in the form, 1 or more; stations are done in the order they stand in.
    movement: what was asked for, or what was chosen where nothing was asked for.
    planned: what was asked for set by set; nothing for a station that no circuit prescribes.
    again: the sets as they were done in the session that is repeated; nothing where one was left out then.
    done: what is stored of it, where it is corrected; None is a set that was left out.
    last: what was done the last time, if ever.
    """

    number: int
    movement: Movement
    planned: tuple[PlannedSet, ...] = ()
    rungs: tuple[Rung, ...] = ()
    again: tuple[SetDone, ...] = ()
    done: tuple[SetDone | None, ...] | None = None
    last: LastTime | None = None

    @property
    def as_planned(self) -> tuple[SetDone, ...]:
        """Every set exactly as it was asked for, without weights, which no plan names."""
        return tuple(
            SetDone(movement=self.movement, measure=each.measure, left=each.amount, tempo=each.tempo)
            for each in self.planned
        )

    def named(self, slug: str) -> Movement | None:
        """The movement of that slug among those it may be done with."""
        movements = (self.movement, *(rung.movement for rung in self.rungs))
        return next((movement for movement in movements if movement.slug == slug), None)


@dataclass(frozen=True, kw_only=True)
class StationDone:
    """
    A station as it is to be stored.

    `sets` begins with those asked for, in their order, and goes on with those done on top; None is a set
    that was asked for and left out.
    """

    plan: StationPlan
    sets: tuple[SetDone | None, ...]
