"""One set of a session: as prescribed beside as done."""

from dataclasses import asdict

from django.db import models
from django.db.models import Q

from logbook.load.contacts import Landing
from logbook.load.hard_sets import Muscles
from logbook.models.session import Session
from logbook.sets.done import Measure, SetDone
from logbook.sets.station import StationPlan
from workouts.models import Exercise
from workouts.models.exercise import TEXTS
from workouts.training.prescription import Contacts

_DOSE = {Measure.REPS: "reps", Measure.SECONDS: "seconds", Measure.METRES: "distance_m"}


def at_most_one_of(prefix: str) -> Q:
    """Repetitions or seconds or metres, or none of them."""
    reps, seconds, metres = (f"{prefix}_{name}" for name in ("reps", "seconds", "distance_m"))
    return (
        Q(**{seconds: None, metres: None})
        | Q(**{reps: None, metres: None})
        | Q(**{reps: None, seconds: None})
    )


def is_done(*, of: str = "") -> Q:
    """A set that was not left out; `of` leads to the sets from elsewhere, such as "sets__"."""
    return ~Q(**{f"{of}done_{name}": None for name in _DOSE.values()})


def _something_done() -> Q:
    """Left out altogether, or a side of it done: the second may have been, where the first was not."""
    first = Q(done_reps=0) | Q(done_seconds=0) | Q(done_distance_m=0)
    return ~first | Q(done_right__isnull=False, done_right__gt=0)


class LoggedSetQuerySet(models.QuerySet["LoggedSet"]):
    def with_exercises(self) -> "LoggedSetQuerySet":
        """Each with what was done and what was asked for, in the same query, without the texts of either."""
        both = ("exercise", "planned_exercise")
        return self.select_related(*both).defer(*(f"{which}__{text}" for which in both for text in TEXTS))

    def done(self) -> "LoggedSetQuerySet":
        """Those that were not left out."""
        return self.filter(is_done())


class LoggedSet(models.Model):
    """
    One set, both sides together where it is sided (values are a side).

    planned_…: what was asked for, of `planned_exercise`; nothing there means a set done on top.
    done_…: what was done, of `exercise`, which is another one where it was swapped; nothing there means
    a set left out.  `done_right` is the second side's amount where it differed from the first's.
    load_kg is of each of the `implements`, one or two; both are blank for bodyweight.
    counted: what of the exercise its numbers come from, as it was when the set was logged: muscles, landings.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="sets")
    station = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    rest_after_s = models.PositiveSmallIntegerField()

    # As prescribed
    planned_exercise = models.ForeignKey(
        Exercise, null=True, blank=True, on_delete=models.RESTRICT, related_name="+"
    )
    planned_name = models.CharField(max_length=120, blank=True)
    planned_per_side = models.BooleanField(default=False)
    planned_tempo = models.CharField(max_length=20, blank=True)
    planned_reps = models.PositiveSmallIntegerField(null=True, blank=True)
    planned_seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    planned_distance_m = models.PositiveIntegerField(null=True, blank=True)

    # As done
    exercise = models.ForeignKey(Exercise, on_delete=models.RESTRICT, related_name="logged_sets")
    exercise_name = models.CharField(max_length=120)
    per_side = models.BooleanField()
    tempo = models.CharField(max_length=20, blank=True)
    counts_tension = models.BooleanField()
    done_reps = models.PositiveSmallIntegerField(null=True, blank=True)
    done_seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    done_distance_m = models.PositiveIntegerField(null=True, blank=True)
    done_right = models.PositiveIntegerField(null=True, blank=True)
    load_kg = models.FloatField(null=True, blank=True)
    implements = models.PositiveSmallIntegerField(null=True, blank=True)
    rpe = models.FloatField(null=True, blank=True)
    reps_in_reserve = models.PositiveSmallIntegerField(null=True, blank=True)
    counted = models.JSONField(default=dict, blank=True, editable=False)

    # Which browser wrote it while it was played, and for the how-manieth time; blank and 0 by a form.
    writer = models.UUIDField(null=True, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)

    objects = LoggedSetQuerySet.as_manager()

    class Meta:
        ordering = ["station", "number"]
        constraints = [
            models.UniqueConstraint(fields=["session", "station", "number"], name="logged_set_once"),
            models.CheckConstraint(condition=at_most_one_of("planned"), name="logged_set_one_planned_dose"),
            models.CheckConstraint(condition=at_most_one_of("done"), name="logged_set_one_done_dose"),
            models.CheckConstraint(condition=_something_done(), name="logged_set_done_is_done"),
            models.CheckConstraint(
                condition=Q(done_right=None) | Q(per_side=True), name="logged_set_right_of_two_sides"
            ),
            models.CheckConstraint(
                condition=Q(load_kg=None, implements=None)
                | Q(load_kg__isnull=False, load_kg__gt=0, implements__isnull=False, implements__range=(1, 2)),
                name="logged_set_load_of_one_or_two",
            ),
            models.CheckConstraint(
                condition=Q(rpe=None) | Q(rpe__range=(1, 10), reps_in_reserve=None),
                name="logged_set_rpe_or_reserve",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.exercise_name}, set {self.number}"

    @staticmethod
    def counted_of(exercise: Exercise) -> dict[str, object]:
        """What of an exercise numbers come from, to be kept with its sets."""
        counted: dict[str, object] = {
            "primary": exercise.primary_muscles,
            "secondary": exercise.secondary_muscles,
        }
        if exercise.contacts is not None:
            rates = {name: rate for name, rate in asdict(exercise.contacts).items() if rate is not None}
            counted |= {
                "contacts": rates,
                "seconds_per_rep": exercise.seconds_per_rep,
                "meters_per_second": exercise.meters_per_second,
            }
        return counted

    @classmethod
    def of(
        cls,
        *,
        session: Session,
        station: int,
        number: int,
        plan: StationPlan,
        done: SetDone | None,
    ) -> "LoggedSet":
        """
        A row, not yet stored, for the set of that number at a station.

        A set that was left out stands under the exercise that was asked for; after one on top the rest
        is that of the last one asked for.
        """
        asked_for = plan.planned[number - 1] if number <= len(plan.planned) else None
        movement = plan.movement if done is None else done.movement
        rests = plan.planned[min(number, len(plan.planned)) - 1] if plan.planned else plan.movement
        row = cls(
            session=session,
            station=station,
            number=number,
            rest_after_s=rests.rest_after_s,
            exercise_id=movement.exercise_id,
            exercise_name=movement.name,
            per_side=movement.per_side,
            counts_tension=movement.counts_tension,
        )
        if asked_for is not None:
            row.planned_exercise_id, row.planned_name = plan.movement.exercise_id, plan.movement.name
            row.planned_per_side, row.planned_tempo = plan.movement.per_side, asked_for.tempo
            setattr(row, f"planned_{_DOSE[asked_for.measure]}", asked_for.amount)
        if done is not None:
            setattr(row, f"done_{_DOSE[done.measure]}", done.left)
            row.done_right, row.tempo = done.right, done.tempo
            row.load_kg, row.implements = done.load_kg, done.implements
            row.rpe, row.reps_in_reserve = done.rpe, done.reps_in_reserve
        return row

    @property
    def told(self) -> dict[str, object]:
        """All that it says, whatever its id: two rows that tell the same are the same set."""
        return {
            field.attname: getattr(self, field.attname)
            for field in self._meta.concrete_fields
            if field.attname not in ("id", "session_id", "counted", "writer", "revision")
        }

    @property
    def muscles(self) -> Muscles:
        """What the exercise was for when the set was logged."""
        primary, secondary = (tuple(self.counted.get(name, ())) for name in ("primary", "secondary"))
        return Muscles(primary=primary, secondary=secondary)

    @property
    def landing(self) -> Landing | None:
        """How often a foot landed in the exercise when the set was logged; None where nothing was jumped."""
        if "contacts" not in self.counted:
            return None
        return Landing(
            contacts=Contacts(**self.counted["contacts"]),
            seconds_per_rep=self.counted["seconds_per_rep"],
            meters_per_second=self.counted["meters_per_second"],
        )

    @property
    def planned(self) -> int | None:
        """The prescribed amount in its measure; None for a set on top."""
        return self._amount("planned")

    @property
    def planned_measure(self) -> Measure | None:
        return self._measure("planned")

    @property
    def done(self) -> int | None:
        """The amount done in its measure, of the first side; None when the set was left out."""
        return self._amount("done")

    @property
    def done_measure(self) -> Measure | None:
        return self._measure("done")

    def _measure(self, prefix: str) -> Measure | None:
        given = (measure for measure, name in _DOSE.items() if getattr(self, f"{prefix}_{name}") is not None)
        return next(given, None)

    def _amount(self, prefix: str) -> int | None:
        amounts = (getattr(self, f"{prefix}_{name}") for name in _DOSE.values())
        return next((amount for amount in amounts if amount is not None), None)
