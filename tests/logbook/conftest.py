"""A clock that stands still until a test moves it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories import NOW


@dataclass
class Clock:
    """What `timezone.now()` says, until it is set otherwise."""

    now: datetime = NOW

    def passes(self, **length: float) -> None:
        self.now += timedelta(**length)


@pytest.fixture
def clock(monkeypatch):
    """It is Wednesday 29 July 2026, 08:00 UTC.  Name it before a client, whose sign-in runs out."""
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock
