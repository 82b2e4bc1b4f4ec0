"""Reads what the plan goes by, to be set: the rules that may be switched off, and those that may not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from logbook.method import RuleTold, Subject, differences, subjects
from workouts.training.method import Method
from workouts.training.rules import Rule, Rules


@dataclass(frozen=True)
class PlanSettings:
    """
    The rules that act, with the athlete's own numbers.

    subjects: those that may be switched off, under what they are about.  fixed: those that may not.
    changes: what going back to the usual method changes, a sentence each.
    """

    subjects: tuple[Subject, ...]
    fixed: tuple[RuleTold, ...]
    changes: tuple[str, ...]

    def switchable(self, rules: Rules) -> tuple[Rule, ...]:
        """The first of them as they usually are."""
        return tuple(rules[told.rule.id] for subject in self.subjects for told in subject.rules)


def read(*, rules: Rules, own: Method) -> PlanSettings:
    """What the plan goes by for who has set that of their own.  No query."""
    every = tuple(subjects(rules, own))
    acting = (told for subject in every for told in subject.rules if told.acts)
    return PlanSettings(
        tuple(_switchable(every)),
        tuple(told for told in acting if told.rule.is_fixed),
        tuple(differences(rules, own)),
    )


def _switchable(every: tuple[Subject, ...]) -> Iterator[Subject]:
    for subject in every:
        rules = tuple(told for told in subject.rules if told.acts and not told.rule.is_fixed)
        if rules:
            yield replace(subject, rules=rules)
