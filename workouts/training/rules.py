"""Rules of training as data: what a rule is called, how strict it is, what it says, where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from string import Formatter


class Severity(StrEnum):
    """How strict a rule is: it closes a place, speaks against it, suggests another, or only tells."""

    BLOCK = "block"
    WARN = "warn"
    ADVISE = "advise"
    INFO = "info"


@dataclass(frozen=True, kw_only=True)
class Settable:
    """
    A number that is a setting of the plan: an athlete may have one of their own.

    about: what it is, in a few words.  unit: "hours" or "points".  least, most: both included.
    why: why not less, a sentence, "" where nothing but the number speaks.
    at_most: another number beside it that it may not exceed, "" for none.
    """

    about: str
    unit: str
    least: float
    most: float
    why: str = ""
    at_most: str = ""

    def takes(self, number: object) -> bool:
        """Whether it is a number within the limits."""
        return (
            isinstance(number, int | float)
            and not isinstance(number, bool)
            and self.least <= number <= self.most
        )

    def told(self, number: float) -> str:
        """A number with its unit: "6 hours", "1 point"."""
        return f"{number:g} {self.unit.removesuffix('s') if number == 1 else self.unit}"

    def refusal(self, usual: float) -> str:
        """What is said of anything else."""
        told = f"Give {self.unit} from {self.least:g} to {self.most:g}, or leave it blank for {usual:g}."
        return f"{told} {self.why}".strip()


@dataclass(frozen=True, kw_only=True)
class Rule:
    """
    One rule of the handbook.

    severity: how strict it is, unless one of its `cases` applies.
    what: what it does in plain words, with `{…}` for its numbers.
    message: what the runner is told; `{run_type}` stands for a kind of run.
    evidence: A direct trials, B indirect, C practice.  params: its hours, counts and bonuses.
    by: numbers by a word, such as the days before a race by its distance.
    own: which of its `params` an athlete may set, and within which limits.
    is_fixed: whether it can neither be switched off nor overruled; `why_fixed` says why not.
    """

    id: str
    name: str
    what: str
    severity: Severity
    message: str
    source: str
    evidence: str
    cases: Mapping[str, Severity] = field(default_factory=dict)
    params: Mapping[str, float] = field(default_factory=dict)
    by: Mapping[str, Mapping[str, tuple[float, ...]]] = field(default_factory=dict)
    own: Mapping[str, Settable] = field(default_factory=dict)
    is_fixed: bool = False
    why_fixed: str = ""

    def told(self, **words: str) -> str:
        """Its message with its numbers and the words filled in, the first letter a capital."""
        text = self.message.format(**{**self.params, **words})
        return text[:1].upper() + text[1:]

    @property
    def words(self) -> tuple[str, ...]:
        """What its message is to be filled with besides its numbers."""
        names = (name for _, name, _, _ in Formatter().parse(self.message) if name is not None)
        return tuple(name for name in names if name not in self.params)

    @property
    def explained(self) -> str:
        """What it does, with its numbers filled in."""
        return self.what.format(**self.params)


Rules = Mapping[str, Rule]
