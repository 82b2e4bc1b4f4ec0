"""The half of the log's model that is about files: imports, their questions, the answers, and the disk."""

import shutil
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule

from logbook import answering, importing, imports
from logbook.importing import Sent
from logbook.models import ImportedFile, IncomingFile, Outcome, Run
from tests.builders.fit import fit_file
from tests.factories import NOW
from tests.logbook.file_forms import on_disk

# Half an hour each; the first two overlap by 22 minutes of 30, which is more than 70 %.
STARTS = [NOW - timedelta(hours=5), NOW - timedelta(hours=4, minutes=52), NOW - timedelta(hours=9)]
FILES = {fit_file(started_at=starts, record_every_s=None): starts for starts in STARTS}
FILE_S = 1800.0


@dataclass(frozen=True)
class Known:
    """What the log should hold of one thing; `guessed` is whether the kind is."""

    amount: float
    effort: int | None
    started_at: datetime
    kind: str = ""
    guessed: bool = False
    run: int | None = None
    sets_done: int | None = None
    deleted_at: datetime | None = None

    @property
    def span_s(self) -> tuple[float, float]:
        """The seconds of its start and its end; of a run, whose amount is in seconds."""
        starts_s = self.started_at.timestamp()
        return starts_s, starts_s + self.amount


class TheFiles(RuleBasedStateMachine):
    """Rules and truths about files.  Runs and sessions come with the class that builds on this."""

    runs = Bundle("runs")

    def __init__(self) -> None:
        super().__init__()
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
        self.now = NOW
        self.known_runs: dict[int, Known] = {}
        self.known_sessions: dict[int, Known] = {}
        # The run of each file that has one, and the file of each open question.
        self.files: dict[bytes, int] = {}
        self.questions: dict[int, bytes] = {}

    @rule(
        target=runs,
        chosen=st.lists(st.sampled_from(list(FILES)), min_size=1, max_size=3),
        times=st.integers(1, 2),
    )
    def import_files(self, chosen, times):
        key = uuid4()
        for _ in range(times):
            sent = [Sent("a.fit", ContentFile(content)) for content in chosen]
            batch = importing.receive(athlete=self.athlete, key=key, files=sent, now=self.now).batch
        added = []
        for content in chosen:
            file = importing.work_off(batch=batch, now=self.now)
            [outcome] = file.outcomes.all()
            added += self._came_in(outcome, content, sure=False)
        assert importing.work_off(batch=batch, now=self.now) is None
        return multiple(*added)

    @rule(target=runs, nth=st.integers(0, 9), is_same=st.booleans(), times=st.integers(1, 2))
    def answer(self, nth, is_same, times):
        if not self.questions:
            return multiple()
        pk = sorted(self.questions)[nth % len(self.questions)]
        content = self.questions.pop(pk)
        for _ in range(times):
            outcome = imports.outcomes_of(athlete=self.athlete).get(pk=pk)
            if is_same:
                answered = answering.leave_out(outcome=outcome)
            else:
                answered = answering.add_all_the_same(outcome=outcome, now=self.now)
        if is_same:
            # Whatever it was like may be gone for good meanwhile.
            assert answered.verdict == ("refused" if answered.run is None else "duplicate")
            return multiple()
        return multiple(*self._came_in(answered, content, sure=True))

    def _came_in(self, outcome: Outcome, content: bytes, *, sure: bool) -> list[int]:
        """Check what became of a file and note it; the run that is new, if one is."""
        if (pk := self.files.get(content)) is not None:
            assert (outcome.verdict, outcome.run_id) == ("duplicate", pk)
            self.known_runs[pk] = replace(self.known_runs[pk], deleted_at=None)
            return []
        new = Known(amount=FILE_S, effort=None, started_at=FILES[content])
        if not sure and any(_overlap(new, known) >= 0.7 for known in self.known_runs.values()):
            assert outcome.verdict == "possible_duplicate"
            self.questions[outcome.pk] = content
            return []
        assert outcome.verdict == "added", outcome.because
        run = outcome.run
        self.known_runs[run.pk] = replace(new, kind=run.kind, guessed=True)
        self.files[content] = run.pk
        self.note_pairing(outcome.session, run)
        return [run.pk]

    def note_pairing(self, session, run: Run) -> None:
        """A late run may take a session that stood alone on its day, or whose run is deleted."""
        if session is None:
            return
        known = self.known_sessions[session.pk]
        assert known.deleted_at is None
        assert known.run is None or self.known_runs[known.run].deleted_at is not None
        assert session.performed_on == run.performed_on
        self.known_sessions[session.pk] = replace(known, run=run.pk)

    def purge_files(self, *, gone: set[int]) -> None:
        """Questions stay until they are answered."""
        self.files = {content: pk for content, pk in self.files.items() if pk not in gone}

    @invariant()
    def the_files_are_those_of_runs_and_of_open_questions(self):
        originals = dict(ImportedFile.objects.values_list("runs", "stored"))
        assert originals.keys() == set(self.files.values())
        open_questions = Outcome.objects.filter(verdict="possible_duplicate")
        assert set(open_questions.values_list("pk", flat=True)) == self.questions.keys()
        waiting = IncomingFile.objects.exclude(stored="").values_list("stored", flat=True)
        assert on_disk(Path(settings.MEDIA_ROOT)) == sorted([*originals.values(), *waiting])
        assert len(waiting) == len(self.questions)


def _overlap(one: Known, other: Known) -> float:
    """The share of the shorter that lies within the other; what is deleted lies nowhere."""
    if other.deleted_at is not None:
        return 0.0
    (starts, ends), (other_starts, other_ends) = one.span_s, other.span_s
    return (min(ends, other_ends) - max(starts, other_starts)) / min(one.amount, other.amount)
