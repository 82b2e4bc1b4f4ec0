"""Reads one run for its page: what was recorded, the strength with it, and the file it came from."""

from dataclasses import dataclass
from functools import lru_cache

from logbook.load import session_rpe
from logbook.models import ImportedFile, Run, RunTrack, Session
from logbook.recorded import Recorded, recorded
from logbook.sessions import between
from logbook.track.packed import unpack
from logbook.track.track import Lap
from workouts.units import DistanceUnit, decimal_text
from workouts.vocabulary import RunKind


@dataclass(frozen=True)
class Beside:
    """A session of the run or of its day, and how far apart the two lie."""

    session: Session
    because: str


@dataclass(frozen=True)
class RunPage:
    """
    `recorded` is None for a run typed in.

    `offered` are the sessions of the day that belong to no run; `together` is the load in AU of the run
    and all its sessions, None without a session; `others` are further activities of the same file;
    `earlier` and `later` are the runs next to it.
    """

    run: Run
    recorded: Recorded | None
    file: ImportedFile | None
    others: tuple[Run, ...]
    paired: tuple[Beside, ...]
    offered: tuple[Beside, ...]
    together: float | None
    earlier: Run | None
    later: Run | None

    @property
    def verdict(self) -> str:
        """What it was and the first reason: "Long run: it took 1 h 55 min." """
        if not self.run.kind_because:
            return f"{self.run.title}, as you said."
        return f"{self.run.title}: {self._reasons[0][:1].lower()}{self._reasons[0][1:]}"

    @property
    def remarks(self) -> str:
        """What else is to say of the verdict; "" for nothing."""
        counts = "" if self.run.is_running else "It counts towards load, not as running."
        return " ".join(filter(None, [self._reasons[1], counts]))

    @property
    def _reasons(self) -> tuple[str, str]:
        """The first sentence of why it is of its kind, and the rest."""
        first, stop, rest = self.run.kind_because.partition(". ")
        return first + stop.strip(), rest

    @property
    def file_size(self) -> str:
        """How large the original is: "86 KB", "1.4 MB"; "" without one."""
        if self.file is None:
            return ""
        kilobytes = self.file.size_bytes / 1024
        if kilobytes < 1000:
            return f"{max(1, round(kilobytes))} KB"
        return f"{decimal_text(kilobytes / 1024, places=1)} MB"

    @property
    def other_kinds(self) -> tuple[RunKind, ...]:
        """What the run may have been instead; nothing for what is known to be no run, or is deleted."""
        if self.run.deleted_at is not None or not self.run.may_be_running:
            return ()
        return tuple(kind for kind in RunKind if kind not in (self.run.kind, RunKind.CROSS_TRAINING))


def page(*, run: Run, unit: DistanceUnit) -> RunPage:
    """A run with all that belongs to it.  Five queries, six with a file not joined to it yet."""
    track = RunTrack.objects.filter(pk=run.pk).first()
    file = run.imported_file
    others = () if file is None else file.runs.kept().exclude(pk=run.pk).order_by("file_index")
    sessions = [
        Beside(session, between(run, session))
        for session in run.athlete.sessions.kept().of_or_for(run).order_by("started_at", "pk")
    ]
    paired = tuple(each for each in sessions if each.session.run_id == run.pk)
    loads = [run.load, *(each.session.load for each in paired)]
    return RunPage(
        run,
        None if track is None else _recorded(track, run, unit),
        file,
        tuple(others),
        paired,
        offered=() if run.deleted_at else tuple(each for each in sessions if each not in paired),
        together=session_rpe.total(loads) if paired else None,
        earlier=run.athlete.runs.kept().before(run).first(),
        later=run.athlete.runs.kept().after(run).first(),
    )


def _recorded(row: RunTrack, run: Run, unit: DistanceUnit) -> Recorded:
    return _told(bytes(row.packed), row.laps, unit, run.is_running)


@lru_cache(maxsize=128)
def _told(packed: bytes, laps: tuple[Lap, ...], unit: DistanceUnit, is_running: bool) -> Recorded:
    """Kept by the track itself, so that a run looked at again is not reckoned again."""
    return recorded(track=unpack(packed), laps=laps, unit=unit, is_running=is_running)
