"""What the log keeps: runs and their files, strength sessions and their sets."""

from logbook.models.imported_file import ImportedFile
from logbook.models.logged_set import LoggedSet
from logbook.models.run import Run
from logbook.models.session import Session

__all__ = ["ImportedFile", "LoggedSet", "Run", "Session"]
