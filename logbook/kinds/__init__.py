"""The kind of run an imported file most likely holds, and the sentence that says why."""

from logbook.kinds.evidence import Evidence, Guess, PastRun
from logbook.kinds.guess import guess_kind

__all__ = ["Evidence", "Guess", "PastRun", "guess_kind"]
