"""Runs: what was run, by hand or from a watch; anything else a watch brought is cross-training."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse

from logbook.formats.detect import Format
from logbook.load.session_rpe import Load, run_load
from logbook.models.dated import Dated, DatedQuerySet, effort_in_range
from logbook.models.imported_file import ImportedFile
from logbook.pairing import RunFact
from logbook.twins import Outline
from workouts.days import local
from workouts.vocabulary import RunKind

# No file and no form takes a longer one.
LONGEST = timedelta(days=7)


class Ran:
    """What follows from the measures of a run, read as a row of its own or for a sum."""

    kind: Any
    duration_s: Any
    moving_s: Any
    distance_m: Any
    effort: Any

    @property
    def paced_s(self) -> float:
        """
        The seconds that paces and speeds are reckoned from: in motion where that is known, else all of them.

        0 in motion is not known either: points that stand still are a treadmill's.
        """
        return self.moving_s or self.duration_s

    @property
    def is_running(self) -> bool:
        """Whether it counts as running at all."""
        return self.kind != RunKind.CROSS_TRAINING

    @property
    def load(self) -> Load | None:
        return run_load(kind=RunKind(self.kind), effort=self.effort, duration_s=self.duration_s)


@dataclass(frozen=True)
class SummedRun(Ran):
    """The columns of a run that sums are made of, and no others."""

    performed_on: date
    kind: str
    duration_s: float
    moving_s: float | None
    distance_m: float | None
    effort: int | None

    @cached_property
    def load(self) -> Load | None:
        """Reckoned once: a day belongs to a week, a month and a year."""
        return super().load


class RunQuerySet(DatedQuerySet):
    def near(self, *, starts_at: datetime, ends_at: datetime) -> Self:
        """Runs that may belong to a session of that time: a day and a half to either side."""
        return self.filter(
            started_at__range=(starts_at - timedelta(hours=36), ends_at + timedelta(hours=36))
        ).order_by("-started_at")

    def that_start(self, *, near: datetime, within: timedelta) -> Self:
        """Runs that begin within that time of a moment, with their files."""
        return self.filter(started_at__range=(near - within, near + within)).select_related("imported_file")

    def recallable(self) -> Self:
        """Kept, or deleted and from a file, which brings such a run back; a deleted one typed in is gone."""
        return self.filter(Q(deleted_at=None) | Q(imported_file__isnull=False))

    def that_may_reach(self, *, starts_at: datetime, ends_at: datetime) -> Self:
        """Runs that may have been on at that time, none lasting longer than seven days."""
        return self.filter(started_at__range=(starts_at - LONGEST, ends_at))

    def leading_up_to(self, moment: datetime, *, days: timedelta) -> Self:
        """Runs of the days before a moment, latest first."""
        return self.filter(started_at__range=(moment - days, moment)).order_by("-started_at", "-pk")

    def following(self, moment: datetime, *, days: timedelta) -> Self:
        """Runs of the days after a moment, earliest first."""
        later = self.filter(started_at__gt=moment, started_at__lte=moment + days)
        return later.order_by("started_at", "pk")

    def before(self, run: "Run") -> Self:
        """Runs earlier than that one, the nearest first."""
        day, at = run.performed_on, run.started_at
        earlier = Q(performed_on__lt=day) | Q(started_at__lt=at) | Q(started_at=at, pk__lt=run.pk)
        return self.filter(earlier, performed_on__lte=day).order_by("-performed_on", "-started_at", "-pk")

    def after(self, run: "Run") -> Self:
        """Runs later than that one, the nearest first."""
        day, at = run.performed_on, run.started_at
        later = Q(performed_on__gt=day) | Q(started_at__gt=at) | Q(started_at=at, pk__gt=run.pk)
        return self.filter(later, performed_on__gte=day).order_by("performed_on", "started_at", "pk")

    def for_sums(self) -> Iterator[SummedRun]:
        """With the columns that sums are made of, and no others, a part of them at a time."""
        columns = ("performed_on", "kind", "duration_s", "moving_s", "distance_m", "effort")
        return (SummedRun(*row) for row in self.values_list(*columns).iterator())

    def running(self) -> Self:
        return self.exclude(kind=RunKind.CROSS_TRAINING)


class Run(Ran, Dated):
    """One run.  Durations in seconds, distances in metres; blank is unknown, 0 is a value."""

    athlete = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="runs")
    kind = models.CharField(max_length=20, choices=[(k, k.label) for k in RunKind])
    sport = models.CharField(max_length=40, default="running")
    duration_s = models.FloatField()
    moving_s = models.FloatField(null=True, blank=True)
    elapsed_s = models.FloatField(null=True, blank=True)
    distance_m = models.FloatField(null=True, blank=True)
    avg_hr = models.PositiveSmallIntegerField(null=True, blank=True)
    max_hr = models.PositiveSmallIntegerField(null=True, blank=True)
    ascent_m = models.FloatField(null=True, blank=True)
    device = models.CharField(max_length=80, blank=True)
    # What the athlete, the watch or the app called it; blank when nobody did.
    name = models.CharField(max_length=100, blank=True)
    # Why it is of that kind, while that is a guess; blank once the athlete said so.
    kind_because = models.CharField(max_length=200, blank=True)
    # Which activity of which file; nothing for a run typed in.
    imported_file = models.ForeignKey(
        ImportedFile, null=True, blank=True, on_delete=models.SET_NULL, related_name="runs"
    )
    file_index = models.PositiveSmallIntegerField(null=True, blank=True)
    # What could not be read of it, as a sentence; blank when it was whole.
    caveat = models.TextField(blank=True)
    # A sentence for each repair that was made to what the file said.
    repairs = models.JSONField(default=list, blank=True)
    logged_at = models.DateTimeField()

    objects = RunQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["athlete", "performed_on"], name="run_athlete_day")]
        constraints = [
            models.UniqueConstraint(fields=["athlete", "key"], name="run_once"),
            models.CheckConstraint(condition=effort_in_range(), name="run_effort_0_to_10"),
            models.CheckConstraint(condition=Q(duration_s__gt=0), name="run_lasts"),
            models.CheckConstraint(
                condition=Q(distance_m=None) | Q(distance_m__gte=0), name="run_distance_not_negative"
            ),
            models.CheckConstraint(condition=Q(kind__in=list(RunKind)), name="run_kind_known"),
            models.UniqueConstraint(fields=["imported_file", "file_index"], name="run_once_in_its_file"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.performed_on}"

    def get_absolute_url(self) -> str:
        return reverse("logbook:run", args=[self.pk])

    def bring_back(self) -> None:
        """Undo `hide`.  A tab that shows one of its sessions without it learns that it is behind."""
        with transaction.atomic():
            self.sessions.filter(run__deleted_at__isnull=False).update(version=F("version") + 1)
            super().bring_back()

    @property
    def title(self) -> str:
        """What a page calls it: "Easy run", or the sport of what was not a run."""
        if self.is_running or self.sport in ("", "running"):
            return RunKind(self.kind).heading
        if self.sport == "generic":
            return "Activity"
        return self.sport.replace("_", " ").capitalize()

    @property
    def kind_told(self) -> str:
        """The guess of its kind with its reason: "Long run: it took 1 h 55 min." """
        return f"{self.title}: {self.kind_because[:1].lower()}{self.kind_because[1:]}"

    @property
    def may_be_running(self) -> bool:
        """Whether it is a run, or at least nothing says that it is none."""
        return self.is_running or self.sport in ("", "running", "generic")

    @property
    def ended_at(self) -> datetime:
        elapsed_s = self.duration_s if self.elapsed_s is None else self.elapsed_s
        return self.started_at + timedelta(seconds=elapsed_s)

    @property
    def local_end(self) -> datetime:
        """The clock on the wall when it ended, also where that was put forward or back on the way."""
        return local(self.ended_at, self.time_zone).replace(tzinfo=None)

    @property
    def fact(self) -> RunFact:
        """What pairing needs to know of it."""
        return RunFact(run_id=self.pk, started_at=self.started_at, ended_at=self.ended_at)

    @property
    def outline(self) -> Outline:
        """What telling twins needs to know of it."""
        is_gpx = self.imported_file is not None and self.imported_file.format == Format.GPX
        return Outline(
            started_at=self.started_at,
            distance_m=self.distance_m,
            # A GPX file has no stopwatch: its duration is start to end, until it is corrected.
            timer_s=None if is_gpx and self.elapsed_s is not None else self.duration_s,
            elapsed_s=self.elapsed_s,
            by_position=is_gpx,
        )
