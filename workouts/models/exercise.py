"""Exercises: one movement each, with everything a runner should know before doing it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from workouts.models.offered import Offered, OfferedQuerySet
from workouts.training.prescription import Contacts, Metric, Prescription
from workouts.training.tempo import StartsWith, Tempo
from workouts.vocabulary import CATEGORIES, LEVELS, STRENGTH_CATEGORIES

# What is told of it and nothing is reckoned from: most of a row, and lists that take long to read.
TEXTS = (
    "aliases", "why_for_runners", "how_to", "common_mistakes", "caution_flags", "caution",
    "primary_muscles", "secondary_muscles", "equipment", "equipment_options",
)  # fmt: skip


class ExerciseQuerySet(OfferedQuerySet["Exercise"]):
    def with_rungs(self) -> "ExerciseQuerySet":
        """Each with the easier and the harder one, in the same query."""
        return self.select_related("easier", "harder")

    def for_lists(self) -> "ExerciseQuerySet":
        """Without what no list tells, which is lists of sentences and takes long to read."""
        return self.defer("how_to", "common_mistakes", "caution_flags", "caution")

    def in_page_order(self) -> "ExerciseQuerySet":
        return self.order_by("category", "level", "name")


class Exercise(Offered):
    """One movement.  The content of the catalogue's is written in `catalogue/exercises/*.toml`."""

    name = models.CharField(max_length=120)
    aliases = models.JSONField(default=list)
    category = models.CharField(max_length=20, choices=list(CATEGORIES.items()))
    level = models.PositiveSmallIntegerField()
    why_for_runners = models.TextField(blank=True)
    how_to = models.JSONField(default=list)
    common_mistakes = models.JSONField(default=list)
    primary_muscles = models.JSONField(default=list)
    secondary_muscles = models.JSONField(default=list)
    movement_pattern = models.CharField(max_length=30, blank=True)
    equipment = models.JSONField(default=list)
    equipment_options = models.JSONField(default=list)
    unilateral = models.BooleanField()
    metric = models.CharField(max_length=10, choices=[(m, m) for m in Metric])
    loadable = models.BooleanField()
    caution_flags = models.JSONField(default=list)
    caution = models.TextField(blank=True)
    impact = models.CharField(max_length=10)
    leg_fatigue = models.CharField(max_length=10)
    easier = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    harder = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    # The default prescription
    sets = models.PositiveSmallIntegerField()
    reps = models.PositiveSmallIntegerField(null=True, blank=True)
    seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    distance_m = models.PositiveIntegerField(null=True, blank=True)
    tempo = models.CharField(max_length=20, blank=True)
    starts_with = models.CharField(max_length=5, blank=True, choices=[(s, s) for s in StartsWith])
    rest_s = models.PositiveSmallIntegerField()
    target_rpe = models.PositiveSmallIntegerField()
    seconds_per_rep = models.FloatField(null=True, blank=True)
    meters_per_second = models.FloatField(null=True, blank=True)
    contacts_per_rep = models.FloatField(null=True, blank=True)
    contacts_per_second = models.FloatField(null=True, blank=True)
    contacts_per_metre = models.FloatField(null=True, blank=True)

    objects = ExerciseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reps__isnull=False, seconds=None, distance_m=None)
                | Q(reps=None, seconds__isnull=False, distance_m=None)
                | Q(reps=None, seconds=None, distance_m__isnull=False),
                name="exercise_one_dose",
            ),
            models.CheckConstraint(condition=Q(level__range=(1, 5)), name="exercise_level_1_to_5"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        if self.is_own:
            return reverse("logbook:own_exercise", args=[self.pk])
        return reverse("logbook:exercise", args=[self.slug])

    @property
    def level_word(self) -> str:
        return LEVELS[self.level]

    @property
    def counts_tension(self) -> bool:
        """Whether its sets count towards time under tension and hard sets."""
        return self.category in STRENGTH_CATEGORIES

    @property
    def contacts(self) -> Contacts | None:
        rates = (self.contacts_per_rep, self.contacts_per_second, self.contacts_per_metre)
        if rates == (None, None, None):
            return None
        return Contacts(per_rep=rates[0], per_second=rates[1], per_metre=rates[2])

    @property
    def prescription(self) -> Prescription:
        """The dose to begin with, when no circuit says otherwise."""
        return self.prescribed(
            sets=self.sets,
            reps=self.reps,
            seconds=self.seconds,
            distance_m=self.distance_m,
            tempo=self.tempo,
            rest_after_s=self.rest_s,
        )

    def prescribed(
        self,
        *,
        sets: int,
        reps: int | None,
        seconds: int | None,
        distance_m: int | None,
        tempo: str,
        rest_after_s: int,
    ) -> Prescription:
        """This exercise in another dose: the movement's own rates, somebody else's numbers."""
        return Prescription(
            sets=sets,
            reps=reps,
            seconds=seconds,
            distance_m=distance_m,
            tempo=Tempo.parse(tempo) if tempo else None,
            per_side=self.unilateral,
            rest_after_s=rest_after_s,
            seconds_per_rep=self.seconds_per_rep,
            meters_per_second=self.meters_per_second,
            contacts=self.contacts,
            counts_tension=self.counts_tension,
        )
