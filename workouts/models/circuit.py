"""Circuits: an ordered row of exercises with doses, tempo and rest."""

from collections.abc import Collection, Iterable

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from workouts.models.exercise import Exercise
from workouts.models.offered import Offered, OfferedQuerySet
from workouts.training.circuit_time import Format, Shape
from workouts.training.prescription import Prescription
from workouts.vocabulary import SESSION_CLASSES

# The front door: what a newcomer is shown first.
FRONT_DOOR = "after-easy-run-four"


class CircuitQuerySet(OfferedQuerySet["Circuit"]):
    def without_jumps(self) -> "CircuitQuerySet":
        """Those in which nothing is jumped or hopped."""
        jumped = Station.objects.filter(exercise__category="plyometric").values("circuit")
        return self.exclude(pk__in=jumped)

    def with_stations(self) -> "CircuitQuerySet":
        """Two queries for any number of circuits."""
        return self._with(Station.objects.select_related("exercise"))

    def with_rungs(self) -> "CircuitQuerySet":
        """As `with_stations`, each exercise with the easier and the harder one.  Two queries."""
        return self._with(Station.objects.select_related("exercise__easier", "exercise__harder"))

    def _with(self, stations: "models.QuerySet[Station]") -> "CircuitQuerySet":
        return self.prefetch_related(models.Prefetch("stations", queryset=stations.order_by("position")))


class Circuit(Offered):
    """One circuit or routine; those of the catalogue are written in `catalogue/circuits/*.toml`."""

    name = models.CharField(max_length=120)
    goal = models.TextField(blank=True)
    format = models.CharField(max_length=20, choices=[(f, f) for f in Format])
    rounds = models.PositiveSmallIntegerField()
    rest_between_rounds_s = models.PositiveSmallIntegerField()
    session_class = models.CharField(max_length=10, choices=[(c, c) for c in SESSION_CLASSES])
    leg_fatigue = models.CharField(max_length=10)
    level = models.CharField(max_length=20)
    target_rpe_low = models.PositiveSmallIntegerField()
    target_rpe_high = models.PositiveSmallIntegerField()
    recommended_when = models.TextField(blank=True)
    warm_up_minutes = models.PositiveSmallIntegerField()
    notes = models.JSONField(default=list)
    variants = models.JSONField(default=list)
    tags = models.JSONField(default=list)
    source_note = models.TextField(blank=True)
    # The order of the list: one's own, the front door, then as the handbook has them.
    position = models.PositiveSmallIntegerField()

    objects = CircuitQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target_rpe_low__lte=F("target_rpe_high"), target_rpe_high__lte=10),
                name="circuit_target_rpe_range",
            ),
            models.CheckConstraint(condition=Q(rounds__gte=1), name="circuit_has_a_round"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        if self.is_own:
            return reverse("logbook:own_circuit", args=[self.pk])
        return reverse("logbook:circuit", args=[self.slug])

    @property
    def shape(self) -> Shape:
        """The numbers that its times come from.  Uses the stations, so fetch them with `with_stations`."""
        return self.shaped(self.stations.all())

    def shaped(self, stations: "Iterable[Station]") -> Shape:
        """Likewise, of its stations in their order."""
        return Shape(
            format=Format(self.format),
            rounds=self.rounds,
            rest_between_rounds_s=self.rest_between_rounds_s,
            warm_up_minutes=self.warm_up_minutes,
            stations=tuple(station.prescription for station in stations),
        )

    @property
    def target_rpe(self) -> str:
        """The effort to aim for, as a range or a single number."""
        low, high = self.target_rpe_low, self.target_rpe_high
        return str(low) if low == high else f"{low} to {high}"


class StationQuerySet(models.QuerySet["Station"]):
    def of_catalogue(self, slugs: Collection[str]) -> "StationQuerySet":
        """Those of the circuits of the catalogue that are on offer and called so."""
        return self.filter(circuit__slug__in=slugs, circuit__athlete=None, circuit__retired_at=None)

    def with_doses(self) -> "StationQuerySet":
        """In their order, with the columns that the times of their circuits come from, and few others."""
        dose = ("sets", "reps", "seconds", "distance_m", "tempo", "rest_after_s")
        circuit = ("slug", "name", "athlete", "format", "rounds", "rest_between_rounds_s", "warm_up_minutes")
        contacts = ("contacts_per_rep", "contacts_per_second", "contacts_per_metre")
        exercise = ("unilateral", "category", "seconds_per_rep", "meters_per_second", *contacts)
        return (
            self.select_related("circuit", "exercise")
            .only(
                *dose,
                *(f"circuit__{column}" for column in circuit),
                *(f"exercise__{column}" for column in exercise),
            )
            .order_by("circuit", "position")
        )


class Station(models.Model):
    """One place in a circuit: an exercise with this circuit's dose."""

    circuit = models.ForeignKey(Circuit, on_delete=models.CASCADE, related_name="stations")
    position = models.PositiveSmallIntegerField()
    # What is one's own goes with the account, its circuits and its exercises at once.
    exercise = models.ForeignKey(Exercise, on_delete=models.RESTRICT, related_name="stations")
    sets = models.PositiveSmallIntegerField()
    reps = models.PositiveSmallIntegerField(null=True, blank=True)
    seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    distance_m = models.PositiveIntegerField(null=True, blank=True)
    tempo = models.CharField(max_length=20, blank=True)
    rest_after_s = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)

    objects = StationQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["circuit", "position"], name="station_one_a_place"),
            models.CheckConstraint(
                condition=Q(reps__isnull=False, seconds=None, distance_m=None)
                | Q(reps=None, seconds__isnull=False, distance_m=None)
                | Q(reps=None, seconds=None, distance_m__isnull=False),
                name="station_one_dose",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.exercise}"

    @property
    def prescription(self) -> Prescription:
        return self.exercise.prescribed(
            sets=self.sets,
            reps=self.reps,
            seconds=self.seconds,
            distance_m=self.distance_m,
            tempo=self.tempo,
            rest_after_s=self.rest_after_s,
        )
