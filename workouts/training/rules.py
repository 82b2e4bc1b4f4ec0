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
class Rule:
    """
    One rule of the handbook.

    severity: how strict it is, unless one of its `cases` applies.
    what: what it does in plain words, with `{…}` for its numbers.
    message: what the runner is told; `{run_type}` stands for a kind of run.
    evidence: A direct trials, B indirect, C practice.  params: its hours, counts and bonuses.
    by: numbers by a word, such as the days before a race by its distance.
    is_fixed: whether it can neither be switched off nor overruled.
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
    is_fixed: bool = False

    def told(self, **words: str) -> str:
        """Its message with the words filled in, the first letter a capital."""
        text = self.message.format(**words)
        return text[:1].upper() + text[1:]

    @property
    def words(self) -> tuple[str, ...]:
        """What its message is to be filled with."""
        return tuple(name for _, name, _, _ in Formatter().parse(self.message) if name is not None)

    @property
    def explained(self) -> str:
        """What it does, with its numbers filled in."""
        return self.what.format(**self.params)


Rules = Mapping[str, Rule]
