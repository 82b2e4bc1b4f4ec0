"""What an athlete decided about one strength session of a week: where it goes, with what, or not at all."""

from django.conf import settings
from django.db import models

from workouts.models.circuit import Circuit
from workouts.weeks import day_text


class PlanChange(models.Model):
    """
    The whole of what is decided about the nth session of a week; of several the last that stands counts.

    A session that nobody decided about has no row: the timetable places it.  day and slot: where it goes, a
    key of `timetable.slots.SlotKind`; without a day the timetable says.  circuit: what is done instead of
    the usual one.  overruled: the rules that spoke against the place, `reason` why it was taken all the same.
    session_class: what the session was to be then; once it is to be something else, the decision is void.
    """

    athlete = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plan_changes"
    )
    key = models.UUIDField()
    week = models.CharField(max_length=8)
    number = models.PositiveSmallIntegerField()
    session_class = models.CharField(max_length=10)
    day = models.DateField(null=True, blank=True)
    slot = models.CharField(max_length=10, blank=True)
    circuit = models.ForeignKey(
        Circuit, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_changes"
    )
    is_skipped = models.BooleanField(default=False)
    overruled = models.JSONField(default=list, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            # A form sent twice decides once.
            models.UniqueConstraint(fields=["athlete", "key"], name="plan_change_one_of_a_key"),
        ]
        indexes = [models.Index(fields=["athlete", "week"], name="plan_change_of_a_week")]

    def __str__(self) -> str:
        what = "skipped" if self.is_skipped else day_text(self.day) if self.day else "as placed"
        return f"Session {self.number} of {self.week}: {what}"
