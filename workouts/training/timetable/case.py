"""What a rule is asked, a session and a slot for it, and what it answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workouts.training.rules import Rule, Severity
from workouts.training.timetable.slots import Slot
from workouts.training.timetable.week import HARDEST, RunHours, Runner, RunWeek, Wanted


@dataclass(frozen=True, kw_only=True)
class Case:
    """A session, a slot for it, the week around it, and who the runner is."""

    wanted: Wanted
    slot: Slot
    week: RunWeek
    runner: Runner

    @property
    def is_hardest(self) -> bool:
        return self.wanted.session_class in HARDEST

    def hours_after(self, run: RunHours) -> float:
        """Hours from the end of a run of the day to the slot; below 0 where strength comes first."""
        return self.slot.hour - run.ends_h


@dataclass(frozen=True)
class Finding:
    """
    What a rule says of a slot; `run` is the run it is about, None where it is about none.

    words: what else its message is filled with, as pairs.
    """

    rule: Rule
    severity: Severity
    run: RunHours | None = None
    words: tuple[tuple[str, str], ...] = ()

    @property
    def told(self) -> str:
        """The rule's message, with the run it is about."""
        return self.rule.told(
            run_type=self.run.kind.heading.lower() if self.run else "run", **dict(self.words)
        )


Check = Callable[[Case, Rule], Iterator[Finding]]


def found(rule: Rule, run: RunHours | None = None, case: str = "", **words: str) -> Finding:
    """A finding as strict as the case of the rule asks for."""
    return Finding(rule, rule.cases.get(case, rule.severity), run, tuple(words.items()))
