"""Rules of training as data: what a rule is called, how strict it is, what it says, where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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
    message: what the runner is told; `{run_type}` stands for a kind of run.
    evidence: A direct trials, B indirect, C practice.  params: its hours, counts and bonuses.
    """

    id: str
    name: str
    severity: Severity
    message: str
    source: str
    evidence: str
    cases: Mapping[str, Severity] = field(default_factory=dict)
    params: Mapping[str, float] = field(default_factory=dict)

    def told(self, **words: str) -> str:
        """Its message with the words filled in, the first letter a capital."""
        text = self.message.format(**words)
        return text[:1].upper() + text[1:]


Rules = Mapping[str, Rule]
