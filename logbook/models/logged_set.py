"""One set of a session: as prescribed beside as done."""

from django.db import models
from django.db.models import Q

from logbook.models.session import Session
from workouts.models import Exercise
from workouts.training.prescription import Prescription
from workouts.training.tempo import Tempo


def at_most_one_of(prefix: str) -> Q:
    """Repetitions or seconds or metres, or none of them."""
    reps, seconds, metres = (f"{prefix}_{name}" for name in ("reps", "seconds", "distance_m"))
    return (
        Q(**{seconds: None, metres: None})
        | Q(**{reps: None, metres: None})
        | Q(**{reps: None, seconds: None})
    )


class LoggedSet(models.Model):
    """
    One set, both sides together where it is sided (values are a side).

    Nothing prescribed means a set done on top; nothing done means a set left out.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="sets")
    station = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    exercise = models.ForeignKey(Exercise, on_delete=models.PROTECT, related_name="logged_sets")
    exercise_name = models.CharField(max_length=120)
    per_side = models.BooleanField()
    tempo = models.CharField(max_length=20, blank=True)
    counts_tension = models.BooleanField()
    rest_after_s = models.PositiveSmallIntegerField()
    planned_reps = models.PositiveSmallIntegerField(null=True, blank=True)
    planned_seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    planned_distance_m = models.PositiveIntegerField(null=True, blank=True)
    done_reps = models.PositiveSmallIntegerField(null=True, blank=True)
    done_seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    done_distance_m = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["station", "number"]
        constraints = [
            models.UniqueConstraint(fields=["session", "station", "number"], name="logged_set_once"),
            models.CheckConstraint(condition=at_most_one_of("planned"), name="logged_set_one_planned_dose"),
            models.CheckConstraint(condition=at_most_one_of("done"), name="logged_set_one_done_dose"),
        ]

    def __str__(self) -> str:
        return f"{self.exercise_name}, set {self.number}"

    @property
    def planned(self) -> int | None:
        """The prescribed amount in the set's own measure."""
        return next(
            (n for n in (self.planned_reps, self.planned_seconds, self.planned_distance_m) if n is not None),
            None,
        )

    @property
    def done(self) -> int | None:
        """The amount done in the set's own measure; None when the set was left out."""
        return next(
            (n for n in (self.done_reps, self.done_seconds, self.done_distance_m) if n is not None), None
        )

    @property
    def prescription(self) -> Prescription:
        """What was asked for, from this row alone, whatever the catalogue says today."""
        return self._dose(self.planned_reps, self.planned_seconds, self.planned_distance_m)

    @property
    def tension_s(self) -> int:
        """Seconds under tension as done, both sides; 0 for a set left out."""
        if self.done is None:
            return 0
        return self._dose(self.done_reps, self.done_seconds, self.done_distance_m).tension_s

    def _dose(self, reps: int | None, seconds: int | None, distance_m: int | None) -> Prescription:
        return Prescription(
            sets=1,
            reps=reps,
            seconds=seconds,
            distance_m=distance_m,
            tempo=Tempo.parse(self.tempo) if self.tempo else None,
            per_side=self.per_side,
            rest_after_s=self.rest_after_s,
            # Neither words nor tension depend on these two; the time a set took is not asked of it.
            seconds_per_rep=1,
            meters_per_second=1,
            counts_tension=self.counts_tension,
        )
