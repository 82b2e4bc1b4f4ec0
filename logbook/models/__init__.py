"""What the log keeps: runs, their tracks and files, strength sessions and their sets."""

from logbook.models.import_batch import ImportBatch, IncomingFile, Outcome, Verdict
from logbook.models.imported_file import ImportedFile
from logbook.models.logged_set import LoggedSet
from logbook.models.run import Run
from logbook.models.run_track import RunTrack
from logbook.models.session import Session
from logbook.models.week_note import WeekNote

__all__ = [
    "ImportBatch",
    "ImportedFile",
    "IncomingFile",
    "LoggedSet",
    "Outcome",
    "Run",
    "RunTrack",
    "Session",
    "Verdict",
    "WeekNote",
]
