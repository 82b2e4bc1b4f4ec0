"""One event of a calendar, and the name by which every copy of it knows that it is the same."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

# Any UUID of our own does: it keeps our names apart from those of others.
_OURS = UUID("6a0f6a4e-6d0b-4f0e-9d59-0c1f3f6f7f1b")


@dataclass(frozen=True, kw_only=True)
class Event:
    """
    uid: the same for as long as it is about the same thing, wherever that moves.  summary: what it is called.

    starts: an instant in UTC; or a clock without a zone, which is that of the place it happens at.
    minutes: how long it takes.  told: what there is to say of it, "" for nothing.  path: its page.
    revision: higher whenever it was changed, never lower.  revised_at: when that was, as far as is known.
    keeps_free: whether a calendar that others look at shows the time as taken.
    """

    uid: str
    summary: str
    starts: datetime
    minutes: int
    told: str
    path: str
    revision: int
    revised_at: datetime
    keeps_free: bool

    @property
    def ends(self) -> datetime:
        return self.starts + timedelta(minutes=self.minutes)


def uid_of(name: str, *, of: str) -> str:
    """
    Return the UID of what is called `name` among the things of one account, such as "2026-W49-1".

    of: what tells that account from all others.  A bare UUID without a host, as RFC 7986 (5.3) asks for,
    so that it stays when the instance moves to another address.
    """
    return str(uuid5(uuid5(_OURS, of), name))
