"""Reads one run for its page: what was recorded, the strength with it, and the file it came from."""

from dataclasses import dataclass

from django.db.models import Q

from logbook.load import session_rpe
from logbook.models import ImportedFile, Run, RunTrack, Session
from logbook.recorded import Recorded, recorded
from logbook.sessions import between
from workouts.units import DistanceUnit
from workouts.vocabulary import RunKind

# What the sport is called where no file says which it was.


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
    and all its sessions, None without a session; `others` are further activities of the same file.
    """

    run: Run
    recorded: Recorded | None
    file: ImportedFile | None
    others: tuple[Run, ...]
    paired: tuple[Beside, ...]
    offered: tuple[Beside, ...]
    together: float | None

    @property
    def other_kinds(self) -> tuple[RunKind, ...]:
        """What the run may have been instead; nothing for what is known to be no run, or is deleted."""
        if self.run.deleted_at is not None or not self.run.may_be_running:
            return ()
        return tuple(kind for kind in RunKind if kind not in (self.run.kind, RunKind.CROSS_TRAINING))


def page(*, run: Run, unit: DistanceUnit) -> RunPage:
    """A run with all that belongs to it.  Four queries at most; what `recorded` reckons comes on top."""
    track = RunTrack.objects.filter(pk=run.pk).first()
    file = run.imported_file
    others = () if file is None else file.runs.kept().exclude(pk=run.pk).order_by("file_index")
    of_the_day = Q(run=None, performed_on=run.performed_on)
    sessions = [
        Beside(session, between(run, session))
        for session in run.athlete.sessions.kept()
        .filter(Q(run=run) | of_the_day)
        .order_by("started_at", "pk")
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
    )


def _recorded(row: RunTrack, run: Run, unit: DistanceUnit) -> Recorded:
    return recorded(track=row.track, laps=row.laps, unit=unit, is_running=run.is_running)
