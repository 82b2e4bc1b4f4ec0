"""Reads the method: every rule of training and every formula, as the code has them that acts on them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType

from logbook.load import contacts, hard_sets, mean_effort, monotony, session_rpe, tension, tonnage
from logbook.track import best_efforts, graded, heights, splits
from workouts.training import phases
from workouts.training.method import USUAL_POINTS, Method
from workouts.training.rules import Rule, Rules
from workouts.training.timetable import habit
from workouts.training.timetable import missed as missed_session
from workouts.training.timetable.costs import OWN_COSTS
from workouts.training.timetable.judging import CHECKS

# Rules that act outside the timetable: what hurt is sorted on the page of a session, and a week is told how
# often strength suits it, what to do before its quality runs, what the taper asks for and a red flag closes.
# A day is told of a run much longer than of late, a week of running that rose and of days all alike, Today of
# two weeks without strength; a circuit with too many jumps is trimmed, and a missed session moves or is left.
ACT_ELSEWHERE = frozenset(
    {"PAIN-01", "PAIN-03", "FREQ-01", "FREQ-02", "WARM-01", "TAPER-02", "PLYO-01", "MISS-01"}
    | {"LOAD-01", "LOAD-02", "LOAD-03"}
)
ACTING = frozenset(CHECKS) | ACT_ELSEWHERE

FORMULAS: tuple[ModuleType, ...] = (
    session_rpe,
    mean_effort,
    monotony,
    hard_sets,
    tension,
    tonnage,
    contacts,
    graded,
    heights,
    splits,
    best_efforts,
    phases,
    habit,
    missed_session,
)

# What the first word of a rule's id is about.
SUBJECTS = {
    "PLACE": "Where strength fits among runs",
    "FREQ": "How often",
    "TAPER": "Before a race",
    "RACE": "After a race",
    "PROG": "How sets and load go on",
    "LOAD": "How far you run",
    "DELOAD": "Lighter weeks",
    "PAIN": "Pain",
    "ILL": "Illness",
    "PLYO": "Jumping",
    "NOVICE": "The first month",
    "WARM": "Warm-up",
    "GAP": "After a break",
    "MISS": "Missed sessions",
}

_EVIDENCE = {"A": "Direct trials: ", "B": "Indirect trials: ", "C": ""}
# What stands for the words that a message is filled with.
_WORDS = {
    "run_type": "quality run",
    "phase": "this phase",
    "after": " after today’s easy run",
    "safe": " Consider a shorter one.",
    "whose": "tomorrow’s",
    "when": "tomorrow",
    "soon": "a day",
}
_SEVERITY = {"block": "closes the place", "warn": "warns", "advise": "suggests", "info": "tells"}
_PART = re.compile(r"^(Meaning|Formula|Units|Source|Limits)\s+", re.MULTILINE)


@dataclass(frozen=True)
class RuleTold:
    """
    A rule in words, with the athlete's own numbers, `message` as a runner reads it.

    acts: whether anything goes by it yet.  is_off: whether the athlete switched it off.
    own: which of its numbers are theirs, a sentence each.
    """

    rule: Rule
    severity: str
    message: str
    source: str
    acts: bool
    is_off: bool
    own: tuple[str, ...]


@dataclass(frozen=True)
class Subject:
    """What some rules are about; `slug` is where they stand on the page."""

    slug: str
    name: str
    rules: tuple[RuleTold, ...]


@dataclass(frozen=True)
class Formula:
    """What a number is called, and what its parts say: Meaning, Formula, Units, Source, Limits."""

    slug: str
    name: str
    parts: Mapping[str, str]


@dataclass(frozen=True)
class MethodPage:
    subjects: tuple[Subject, ...]
    formulas: tuple[Formula, ...]

    @property
    def rule_count(self) -> int:
        return sum(len(subject.rules) for subject in self.subjects)

    @property
    def acting_count(self) -> int:
        """How many of them anything goes by yet."""
        return sum(told.acts for subject in self.subjects for told in subject.rules)

    @property
    def off_count(self) -> int:
        """How many of them the athlete switched off."""
        return sum(told.is_off for subject in self.subjects for told in subject.rules)


USUAL = Method()


def page(*, rules: Rules, own: Method = USUAL) -> MethodPage:
    """The whole method, as it is for who has set that of their own.  No query."""
    return MethodPage(tuple(subjects(rules, own)), tuple(_formula(module) for module in FORMULAS))


def subjects(rules: Rules, own: Method) -> Iterator[Subject]:
    """Every rule under what it is about."""
    numbered = own.numbered(rules)
    told = [_told(rule, rules[rule.id], is_off=rule.id in own.off) for rule in numbered]
    for word, name in SUBJECTS.items():
        here = [each for each in told if each.rule.id.partition("-")[0] == word]
        yield Subject(word.lower(), name, tuple(here))


def differences(rules: Rules, own: Method) -> Iterator[str]:
    """What is changed by going back to the usual method, a sentence each."""
    for rule in rules.values():
        if rule.id in own.off:
            yield f"{rule.id} acts again: {rule.name}."
        for name, number in own.numbers.get(rule.id, {}).items():
            settable = rule.own[name]
            what = f"{rule.id}, {settable.about[:1].lower()}{settable.about[1:]}"
            yield f"{what}: {settable.told(rule.params[name])} instead of {number:g}."
    for name, number in own.points.items():
        settable = OWN_COSTS[name]
        yield f"{settable.about}: {settable.told(USUAL_POINTS[name])} instead of {number:g}."


def _told(rule: Rule, usual: Rule, *, is_off: bool) -> RuleTold:
    severities = dict.fromkeys(_SEVERITY[each] for each in (rule.severity, *rule.cases.values()))
    numbers = {word: f"{number:g}" for word, number in rule.params.items()}
    message = rule.told(**{word: {**numbers, **_WORDS}.get(word, "…") for word in rule.words})
    source = _EVIDENCE[rule.evidence] + rule.source
    own = tuple(
        f"{settable.about}: {settable.told(rule.params[name])}, usually {usual.params[name]:g}."
        for name, settable in rule.own.items()
        if rule.params[name] != usual.params[name]
    )
    return RuleTold(rule, ", ".join(severities), message, source, rule.id in ACTING, is_off, own)


def _formula(module: ModuleType) -> Formula:
    """The module's own docstring, part by part."""
    head, *rest = _PART.split(module.__doc__ or "")
    name = head.strip().rstrip(".")
    parts = {key: " ".join(text.split()) for key, text in zip(rest[::2], rest[1::2], strict=True)}
    return Formula(module.__name__.rpartition(".")[2].replace("_", "-"), name, parts)
