"""Strength sessions: a circuit as it was prescribed and as it was done, and the run it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, Self
from uuid import UUID, uuid5

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from logbook.load.session_rpe import Load, session_load
from logbook.models.dated import Dated, DatedQuerySet, effort_in_range
from logbook.models.run import Run
from logbook.pairing import SessionFact
from workouts.models import Circuit
from workouts.training.circuit_time import Format

# The longest that one may take.
MOST_MINUTES = 600
# What the end of a session says of it, where it was played.
SAID_AT_END = ("minutes", "effort", "pain", "pain_place", "pain_side", "note", "run_id")
_UNPAIRED = Q(run=None) | Q(run__deleted_at__isnull=False)


class Trained:
    """What follows from the measures of a session, read as a row of its own or for a sum."""

    session_class: Any
    minutes: Any
    effort: Any
    target_rpe_low: Any
    target_rpe_high: Any
    pain: Any
    pain_place: Any
    pain_side: Any

    @property
    def load(self) -> Load | None:
        return session_load(
            effort=self.effort,
            minutes=self.minutes,
            target_low=self.target_rpe_low,
            target_high=self.target_rpe_high,
        )


@dataclass(frozen=True)
class SummedSession(Trained):
    """The columns of a session that sums are made of, and no others."""

    performed_on: date
    session_class: str
    minutes: int
    effort: int | None
    target_rpe_low: int | None
    target_rpe_high: int | None
    pain: int | None
    pain_place: str
    pain_side: str

    @cached_property
    def load(self) -> Load | None:
        """Reckoned once: a day belongs to a week, a month and a year."""
        return super().load


class SessionQuerySet(DatedQuerySet):
    def kept(self) -> Self:
        """Those that are logged: what is still being played counts nowhere."""
        return super().kept().exclude(logged_at=None)

    def hidden(self) -> Self:
        """Those that were deleted; of what was opened in the player and never begun nobody misses any."""
        begun = self.model._default_manager.filter(pk=OuterRef("pk"), sets__revision__gt=0)
        return super().hidden().filter(Q(logged_at__isnull=False) | Exists(begun))

    def open(self) -> Self:
        """Those that were started in the player and are not finished yet."""
        return super().kept().filter(logged_at=None)

    def never_begun(self, *, before: datetime) -> Self:
        """Those that were opened in the player before then, and of which no set was ever written."""
        return self.open().filter(started_at__lt=before).exclude(sets__revision__gt=0)

    def not_begun(self, *, since: datetime) -> Self:
        """Those that were opened since then, and of which no set is written so far, the latest first."""
        return self.open().filter(started_at__gte=since).exclude(sets__revision__gt=0).latest_first()

    def of_circuit(self, circuit_id: int) -> Self:
        return self.filter(circuit=circuit_id)

    def strength(self) -> Self:
        """Those that train, not the stretches and routines that follow them."""
        return self.exclude(session_class="mobility")

    def unpaired(self) -> Self:
        """Those of no run, or of one that is deleted just now."""
        return self.filter(_UNPAIRED)

    def of_or_for(self, run: Run) -> Self:
        """Those of a run, and the unpaired ones of its day, which may be."""
        return self.filter(Q(run=run) | (_UNPAIRED & Q(performed_on=run.performed_on)))

    def for_sums(self) -> Iterator[SummedSession]:
        """With the columns that sums are made of, and no others, a part of them at a time."""
        how_hard = ("minutes", "effort", "target_rpe_low", "target_rpe_high")
        columns = ("performed_on", "session_class", *how_hard, "pain", "pain_place", "pain_side")
        return (SummedSession(*row) for row in self.values_list(*columns).iterator())

    def with_sets(self) -> Self:
        return self.prefetch_related("sets")

    def for_player(self) -> Self:
        """With all that the player shows of them."""
        return self.select_related("run", "circuit", "athlete").with_sets()

    def before(self, session: "Session") -> Self:
        """Sessions earlier than that one, the nearest first."""
        earlier = Q(started_at__lt=session.started_at) | Q(started_at=session.started_at, pk__lt=session.pk)
        return self.filter(earlier).order_by("-started_at", "-pk")

    def after(self, session: "Session") -> Self:
        """Sessions later than that one, the nearest first."""
        later = Q(started_at__gt=session.started_at) | Q(started_at=session.started_at, pk__gt=session.pk)
        return self.filter(later).order_by("started_at", "pk")


class Session(Trained, Dated):
    """
    One strength session.

    Name, format, rounds and rests are copied from the circuit when it is started or logged, and each
    prescription stands in its sets, so that editing a circuit never changes history.  One that is started
    in the player has all its sets from then on, as left out until they are done; it is logged at its end.
    """

    athlete = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sessions")
    circuit = models.ForeignKey(Circuit, null=True, on_delete=models.SET_NULL, related_name="sessions")
    run = models.ForeignKey(Run, null=True, blank=True, on_delete=models.SET_NULL, related_name="sessions")
    name = models.CharField(max_length=120)
    format = models.CharField(max_length=20, choices=[(f, f) for f in Format])
    rounds = models.PositiveSmallIntegerField()
    rest_between_rounds_s = models.PositiveSmallIntegerField()
    session_class = models.CharField(max_length=10)
    target_rpe_low = models.PositiveSmallIntegerField(null=True)
    target_rpe_high = models.PositiveSmallIntegerField(null=True)
    minutes = models.PositiveSmallIntegerField()
    # From 0, none, to 10; blank where nobody was asked.
    pain = models.PositiveSmallIntegerField(null=True, blank=True)
    pain_place = models.CharField(max_length=20, blank=True)
    pain_side = models.CharField(max_length=10, blank=True)
    # Blank as long as it is being played.
    logged_at = models.DateTimeField(null=True, blank=True)
    # Which browser told its end, and what, in one name: as long as that fits, it may tell it anew.
    completed_as = models.UUIDField(null=True, blank=True, editable=False)
    # One more with each change of what it says, so that a tab left open learns that it is behind.
    version = models.PositiveIntegerField(default=1)

    objects = SessionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["athlete", "performed_on"], name="session_athlete_day"),
            models.Index(fields=["athlete", "circuit", "started_at"], name="session_circuit_time"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["athlete", "key"], name="session_once"),
            models.CheckConstraint(condition=effort_in_range(), name="session_effort_0_to_10"),
            models.CheckConstraint(
                condition=Q(minutes__range=(1, MOST_MINUTES)), name="session_minutes_1_to_600"
            ),
            models.CheckConstraint(
                condition=Q(target_rpe_low=None) | Q(target_rpe_low__lte=F("target_rpe_high")),
                name="session_target_rpe_range",
            ),
            models.CheckConstraint(
                condition=Q(pain=None, pain_place="", pain_side="")
                | Q(pain__isnull=False, pain__range=(0, 10)),
                name="session_pain_0_to_10",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.performed_on}"

    def get_absolute_url(self) -> str:
        return reverse("logbook:session", args=[self.pk])

    @property
    def title(self) -> str:
        """What a page calls it: the circuit's name on that day."""
        return self.name

    @property
    def is_open(self) -> bool:
        """Whether it was started in the player and is not finished yet."""
        return self.logged_at is None

    @property
    def is_being_played(self) -> bool:
        """Whether the player goes on with it: it is open, and not deleted just now."""
        return self.is_open and self.deleted_at is None

    def stamp(self, written: Any = None) -> str:
        """
        A name of what is stored now, which changes with it, so that nobody stores over what they never saw.

        What else is stored of the session changes nothing: so many choices are settled one by one.

        written: the set that is meant, with its `pk`, which a correction gives anew, its `writer` and its
            `revision`; None for the end of the session.
        """
        of_set = f"{written.pk}.{written.writer or ''}.{written.revision}" if written is not None else ""
        what = of_set or f"{self.end_as_told(by=self.key)}.{'open' if self.is_open else ''}"
        return f"{what}.{'deleted' if self.deleted_at else ''}"

    def end_as_told(self, *, by: UUID) -> UUID:
        """A name of what its end says just now, as told by that browser."""
        return uuid5(by, repr([getattr(self, name) for name in SAID_AT_END]))

    @property
    def ended_at(self) -> datetime:
        return self.started_at + timedelta(minutes=self.minutes)

    @property
    def fact(self) -> SessionFact:
        """What pairing needs to know of it."""
        return SessionFact(session_id=self.pk, started_at=self.started_at, ended_at=self.ended_at)

    @property
    def kept_run(self) -> Run | None:
        """The run it is paired with, unless that run is deleted just now."""
        return self.run if self.run is not None and self.run.deleted_at is None else None
