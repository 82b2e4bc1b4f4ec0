"""The clock of a watch: set, never set, or set on the way when the satellites were found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from logbook.formats.fit_records import Record, moment_s
from logbook.formats.plausible import EARLIEST

# Moments in FIT are whole seconds since this one (FIT protocol, type date_time); what lies below
# 0x10000000, in 1998, is seconds since power-up.
FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_SET_FROM = int((EARLIEST - FIT_EPOCH).total_seconds())


@dataclass(frozen=True, kw_only=True)
class Clock:
    """
    How a watch counted the moments of one file.

    is_set: whether it ever knew the date.
    late_s: by how much it was late before it was set; None when that cannot be told.
    """

    is_set: bool
    late_s: int | None = None

    def moment(self, value: object) -> int | None:
        """Return a moment on one count, that of the set clock if there is one; None if it has no place."""
        at = moment_s(value)
        if at is None or not self.is_set or at >= _SET_FROM:
            return at
        return None if self.late_s is None else at + self.late_s

    def date_of(self, moment: int | None) -> datetime | None:
        """Return the date of a moment, in UTC, if the clock knew dates."""
        return FIT_EPOCH + timedelta(seconds=moment) if self.is_set and moment is not None else None


def clock_of(*, records: Sequence[Record], starts: Sequence[object]) -> Clock:
    """
    Return how the watch counted the moments of its records and of the starts of its sessions.

    Where the records begin before the clock was set and a session knows its date, it began with them.
    """
    begins = [at for start in starts if (at := moment_s(start)) is not None]
    dated = [at for at in begins if at >= _SET_FROM]
    early = [record.at for record in records if record.at < _SET_FROM]
    later = [record.at for record in records if record.at >= _SET_FROM]
    if not dated and not later:
        return Clock(is_set=False)
    if not dated or not early:
        return Clock(is_set=True)
    late_s = min(dated) - min(early)
    fits = not later or max(early) + late_s <= min(later)
    return Clock(is_set=True, late_s=late_s if fits else None)
