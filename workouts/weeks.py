"""A week of training: which seven days it holds, its address, its neighbours and its name."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Self

# Weeks and days outside these years are mistakes of typing or of a watch, and are refused.
FIRST_YEAR, LAST_YEAR = 1970, 2199

# Written out, since strftime would follow the server's locale.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class WeekStart(StrEnum):
    """The day on which an athlete's week begins."""

    MONDAY = "monday"
    SUNDAY = "sunday"

    @property
    def label(self) -> str:
        """The word for a select box: "Monday"."""
        return self.value.capitalize()


class BadWeek(ValueError):
    """Not the name of a week; its text says why and gives one that is."""


@dataclass(frozen=True, order=True)
class Week:
    """
    Seven days, numbered as ISO 8601 numbers the week that begins on their Monday.

    A Sunday week is the Sunday before that Monday up to the Saturday after it, so both kinds carry
    the same number and changing the setting only moves Sundays.
    """

    year: int
    number: int
    starts: WeekStart = WeekStart.MONDAY

    def __post_init__(self) -> None:
        """
        Refuse a week that its year does not have.

        :raises BadWeek: for week 0, for 54 and more, and for 53 in a year of 52 weeks
        """
        try:
            date.fromisocalendar(self.year, self.number, 1)
        except ValueError:
            raise BadWeek(f"{self.year} has no week {self.number}. Weeks look like 2026-W31.") from None

    @classmethod
    def containing(cls, day: date, starts: WeekStart = WeekStart.MONDAY) -> Self:
        """Return the one week that holds `day`."""
        # A day later, a Sunday falls in the ISO week of the Monday it belongs with; no other day moves.
        in_iso_week = day + timedelta(days=1) if starts == WeekStart.SUNDAY else day
        iso = in_iso_week.isocalendar()
        return cls(iso.year, iso.week, starts)

    @classmethod
    def parse(cls, text: str, starts: WeekStart = WeekStart.MONDAY) -> Self:
        """
        Read the name of a week, as `str()` writes it: "2026-W31".

        :raises BadWeek: if it is written otherwise, lies outside 1970 to 2199 or is not in its year
        """
        if not (match := re.fullmatch(r"([0-9]{4})-W([0-9]{2})", text)):
            raise BadWeek(f"“{text[:20]}” is not a week. Weeks look like 2026-W31.")
        year, number = int(match[1]), int(match[2])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise BadWeek(f"The year {year} is out of range. Choose one from {FIRST_YEAR} to {LAST_YEAR}.")
        return cls(year, number, starts)

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.number:02}"

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @cached_property
    def monday(self) -> date:
        """The Monday that gives the week its number, whichever day it begins on."""
        return date.fromisocalendar(self.year, self.number, 1)

    @cached_property
    def first_day(self) -> date:
        """The Monday, or the Sunday before it."""
        return self.monday - timedelta(days=1) if self.starts == WeekStart.SUNDAY else self.monday

    @property
    def last_day(self) -> date:
        """The seventh day."""
        return self.first_day + timedelta(days=6)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """All seven days in order."""
        return tuple(self.first_day + timedelta(days=n) for n in range(7))

    @property
    def next(self) -> Self:
        """The week that begins the day after this one ends."""
        return self.containing(self.last_day + timedelta(days=1), self.starts)

    @property
    def previous(self) -> Self:
        """The week that ends the day before this one begins."""
        return self.containing(self.first_day - timedelta(days=1), self.starts)

    @property
    def span(self) -> str:
        """The days in words, no month or year said twice: "27 July to 2 August 2026"."""
        first, last = self.first_day, self.last_day
        if first.year != last.year:
            start = day_text(first)
        elif first.month != last.month:
            start = f"{first.day} {_MONTHS[first.month - 1]}"
        else:
            start = str(first.day)
        return f"{start} to {day_text(last)}"


def day_text(day: date) -> str:
    """Return a date in words, the same in every locale: "2 August 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
