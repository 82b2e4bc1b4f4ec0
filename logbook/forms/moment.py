"""What a form about something done has beside how it felt: its moment."""

import datetime as dt
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django import forms

from logbook.forms.felt import FeltForm
from workouts.days import NoSuchTime, instant, local, local_day
from workouts.weeks import FIRST_YEAR, LAST_YEAR, day_text


@dataclass(frozen=True)
class Moment:
    """An instant and the zone that its day is counted in."""

    at: datetime
    time_zone: str


class MomentForm(FeltForm):
    """
    Date and time, with effort and note.

    `moment` is what the form begins with; it also travels along in `proposed`.  Left as it is shown,
    it comes back to the second, also in the hour that a clock shows twice.  `cleaned_data["moment"]`
    holds the result.
    """

    proposed = forms.CharField(required=False, widget=forms.HiddenInput)

    date = forms.DateField(
        label="Date",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": "Say which day it was.",
            "invalid": "Give the day as year-month-day, for example 2026-07-29.",
        },
    )
    time = forms.TimeField(
        label="Started at",
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={
            "required": "Say when it started.",
            "invalid": "Give the time as hours:minutes, for example 07:04.",
        },
    )

    def __init__(self, *args: Any, moment: Moment, now: datetime, **kwargs: Any) -> None:
        self.moment, self.now = moment, now
        shown = self._shown
        kwargs["initial"] = {
            "proposed": moment.at.isoformat(),
            "date": shown.date(),
            "time": shown.time(),
            **kwargs.get("initial", {}),
        }
        super().__init__(*args, **kwargs)
        tomorrow = local_day(now, moment.time_zone) + timedelta(days=1)
        self.fields["date"].widget.attrs |= {"min": "1970-01-01", "max": tomorrow.isoformat()}

    @property
    def _shown(self) -> datetime:
        return self._as_shown(self.moment.at)

    def _as_shown(self, at: datetime) -> datetime:
        """An instant as the two fields show it: the clock on the wall, to the minute."""
        return local(at, self.moment.time_zone).replace(tzinfo=None, second=0, microsecond=0)

    def clean_proposed(self) -> datetime:
        try:
            proposed = datetime.fromisoformat(self.cleaned_data["proposed"])
        except ValueError:
            return self.moment.at
        is_usable = proposed.tzinfo is not None and FIRST_YEAR < proposed.year < LAST_YEAR
        return proposed if is_usable else self.moment.at

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "date" in cleaned and "time" in cleaned:
            try:
                cleaned["moment"] = self._moment(cleaned["date"], cleaned["time"])
            except NoSuchTime as no_such_time:
                self.add_error("time", str(no_such_time))
        return cleaned

    def _moment(self, day: dt.date, wall: dt.time) -> Moment:
        proposed = self.cleaned_data.get("proposed", self.moment.at)
        untouched = datetime.combine(day, wall) == self._as_shown(proposed)
        at = proposed if untouched else instant(day, wall, self.moment.time_zone)
        if at != self.moment.at and at > self.now + timedelta(days=1):
            self.add_error("date", f"{day_text(day)} has not come yet. Log it once it is done.")
        return Moment(at, self.moment.time_zone)
