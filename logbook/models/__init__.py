"""What the log keeps: runs, their tracks and files, strength sessions and their sets."""

from logbook.models.import_batch import ImportBatch, IncomingFile, Outcome, Verdict
from logbook.models.imported_file import ImportedFile
from logbook.models.logged_set import LoggedSet
from logbook.models.run import Ran, Run, SummedRun
from logbook.models.run_track import RunTrack
from logbook.models.session import Session, SummedSession, Trained
from logbook.models.week_note import WeekNote

__all__ = [
    "ImportBatch",
    "ImportedFile",
    "IncomingFile",
    "LoggedSet",
    "Outcome",
    "Ran",
    "Run",
    "RunTrack",
    "Session",
    "SummedRun",
    "SummedSession",
    "Trained",
    "Verdict",
    "WeekNote",
]
