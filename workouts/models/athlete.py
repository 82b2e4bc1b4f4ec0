"""The athlete: the account, and how that person wants days, weeks and units."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Q

from workouts.days import is_time_zone, local_day
from workouts.training.method import Method
from workouts.training.phases import Phase
from workouts.training.rules import Rules
from workouts.units import DistanceUnit, WeightUnit
from workouts.vocabulary import EXPERIENCE, HIDE_LOAD_TARGETS, SIGNS_OF_NOW
from workouts.weeks import Week, WeekStart

MOST_WANTED = 3


class Theme(models.TextChoices):
    SYSTEM = "system", "Device"
    LIGHT = "light", "Light"
    DARK = "dark", "Dark"


class AthleteManager(UserManager["Athlete"]):
    def people(self) -> "models.QuerySet[Athlete]":
        """Everybody but the demo runner, who is nobody."""
        return self.filter(is_demo=False)

    def anyone(self) -> bool:
        """Whether a person has an account here."""
        return self.people().exists()

    def demo(self) -> "Athlete | None":
        """The demo runner, if there is one."""
        return self.filter(is_demo=True).first()

    def running_instance(self) -> "models.QuerySet[Athlete]":
        """Those who may invite people, help them to a new password, and switch accounts off."""
        return self.filter(Q(is_owner=True) | Q(is_staff=True), is_active=True)

    def called(self, login: str) -> "Athlete | None":
        """Whom a user name or an e-mail address means when it is typed to sign in: the exact name first."""
        meant = Q(username__iexact=login) | Q(emailaddress__email__iexact=login)
        found = list(self.filter(meant).order_by("pk").distinct())
        return next((each for each in found if each.username == login), found[0] if found else None)


class Athlete(AbstractUser):
    """
    One person with an account.

    The name to sign in with is `username`; an e-mail address is optional.  Instants are kept in
    UTC; `time_zone` says which day they fall on for this person from now on.
    """

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    time_zone = models.CharField(max_length=64, default="UTC")
    # When the browser or the athlete named it; until then it is nobody's choice.
    time_zone_set_at = models.DateTimeField(null=True, blank=True, editable=False)
    distance_unit = models.CharField(
        max_length=2, choices=[(u, u) for u in DistanceUnit], default=DistanceUnit.KM
    )
    weight_unit = models.CharField(max_length=2, choices=[(u, u) for u in WeightUnit], default=WeightUnit.KG)
    week_start = models.CharField(max_length=6, choices=[(s, s) for s in WeekStart], default=WeekStart.MONDAY)
    theme = models.CharField(max_length=6, choices=Theme.choices, default=Theme.SYSTEM)
    # What is asked of nobody, and answers what an exercise is possible with, or calls for care with.
    equipment = models.JSONField(default=list, blank=True)
    caution_flags = models.JSONField(default=list, blank=True)
    experience = models.CharField(max_length=12, choices=list(EXPERIENCE.items()), blank=True)
    lifting_since = models.DateField(null=True, blank=True)
    # The last illness: since when, and since when it is over.
    ill_since = models.DateTimeField(null=True, blank=True, editable=False)
    well_at = models.DateTimeField(null=True, blank=True, editable=False)
    # What jumping asks of a body, as tried last: calf raises on one leg, and pain of 10 when hopping.
    calf_raises_left = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    calf_raises_right = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    hop_pain = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    jumping_tried_on = models.DateField(null=True, blank=True, editable=False)
    # What came of the questions about health: signs that need help, by their ids, what they turn off, and
    # whether a doctor is to be asked before the start.  The other answers are not kept.
    red_flags = models.JSONField(default=list, blank=True, editable=False)
    lock = models.CharField(max_length=6, blank=True, editable=False)
    asks_doctor = models.BooleanField(default=False, editable=False)
    health_answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Strength sessions that want a place in each week.
    wanted_sessions = models.PositiveSmallIntegerField(default=2)
    # Since when the week is planned as it is now, None before it ever was: what stood before nobody missed.
    planned_since = models.DateField(null=True, blank=True, editable=False)
    # What single weeks are for where the athlete says so, by their names: {"2026-W50": "off_season"}.
    phases = models.JSONField(default=dict, blank=True, editable=False)
    # What differs from the usual method, as `Method.kept` has it: rules switched off, own hours and points.
    plan_settings = models.JSONField(default=dict, blank=True, editable=False)
    # The first to sign up.  The database holds that there is one, also when two sign up at once.
    is_owner = models.BooleanField(default=False, editable=False)
    # Nobody, but an account to look round with; `manage.py demo` makes and removes it.
    is_demo = models.BooleanField(default=False, editable=False)

    objects = AthleteManager()  # type: ignore[misc]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_owner"], condition=Q(is_owner=True), name="athlete_one_owner"
            ),
            models.UniqueConstraint(fields=["is_demo"], condition=Q(is_demo=True), name="athlete_one_demo"),
            models.CheckConstraint(
                condition=~Q(is_demo=True, is_owner=True), name="athlete_demo_owns_nothing"
            ),
            models.CheckConstraint(
                condition=Q(distance_unit__in=list(DistanceUnit)), name="athlete_distance_unit_known"
            ),
            models.CheckConstraint(
                condition=Q(weight_unit__in=list(WeightUnit)), name="athlete_weight_unit_known"
            ),
            models.CheckConstraint(
                condition=Q(wanted_sessions__lte=MOST_WANTED), name="athlete_wanted_sessions_0_to_3"
            ),
            models.CheckConstraint(
                condition=Q(week_start__in=list(WeekStart)), name="athlete_week_start_known"
            ),
        ]

    def __str__(self) -> str:
        return self.username

    def become_owner(self) -> None:
        """Mark this not yet stored account as the one that owns the instance and may administer it."""
        self.is_owner = self.is_staff = self.is_superuser = True

    @property
    def runs_instance(self) -> bool:
        """Whether this is the owner, or somebody the owner made staff, and not switched off."""
        return self.is_active and (self.is_owner or self.is_staff)

    def may_help(self, other: "Athlete") -> bool:
        """Whether this athlete may make a link by which the other sets a new password.

        Such a link opens the account, so that of somebody who runs the instance takes the owner, or one
        who has every right there is.
        """
        if not self.runs_instance or other.pk == self.pk:
            return False
        return self.is_owner or self.is_superuser or not (other.is_owner or other.is_staff)

    def may_switch(self, other: "Athlete") -> bool:
        """Whether this athlete may switch the other's account off and on: never the owner's."""
        return self.may_help(other) and not other.is_owner

    def guess_time_zone(self, name: str, *, at: datetime) -> None:
        """Take the browser's word for where the athlete is, unless somebody named it before."""
        if self.time_zone_set_at is None and is_time_zone(name):
            self.set_time_zone(name, at=at)

    def set_time_zone(self, name: str, *, at: datetime) -> None:
        """From now on days are counted there; what is logged keeps its day."""
        self.time_zone, self.time_zone_set_at = name, at
        self.save(update_fields=["time_zone", "time_zone_set_at"])

    @property
    def is_screened(self) -> bool:
        """Whether the questions about health were answered at all."""
        return self.health_answered_at is not None

    @property
    def calf_raises(self) -> int | None:
        """On one leg, the weaker side; None where either was never tried."""
        sides = (self.calf_raises_left, self.calf_raises_right)
        return None if None in sides else min(side for side in sides if side is not None)

    @property
    def is_locked(self) -> bool:
        """Whether nothing is planned until a sign was looked at."""
        return self.lock == "all"

    @property
    def jumps(self) -> bool:
        """Whether nothing speaks against jumping."""
        return self.lock not in ("all", "impact")

    @property
    def hides_load_targets(self) -> bool:
        """Whether a sign asks that nobody is set a target of load while it lasts."""
        return not HIDE_LOAD_TARGETS.isdisjoint(self.red_flags)

    @property
    def is_hurt(self) -> bool:
        """Whether any sign that needs help was named, here or among what calls for care."""
        return bool(self.red_flags) or not SIGNS_OF_NOW.isdisjoint(self.caution_flags)

    @property
    def is_ill(self) -> bool:
        """Whether the athlete said so and did not take it back yet."""
        return self.ill_since is not None and self.well_at is None

    def plan_anew(self, today: date) -> list[str]:
        """
        Something that the plan goes by is another from today on; returns the column to store.

        Whoever never said which runs come when has no plan, and goes on having none.
        """
        if self.planned_since is not None:
            self.planned_since = today
        return ["planned_since"]

    def phase_said(self, week: Week) -> Phase | None:
        """What they say that a week is for; None where the races say it."""
        said = self.phases.get(str(week))
        return Phase(said) if said in set(Phase) else None

    def method(self, rules: Rules) -> Method:
        """What the plan goes by for this athlete."""
        return Method.of(self.plan_settings, rules=rules)

    def day_of(self, at: datetime) -> date:
        """The date of an instant where this athlete is."""
        return local_day(at, self.time_zone)

    def week_of(self, day: date) -> Week:
        """The week this athlete counts the day in."""
        return Week.containing(day, WeekStart(self.week_start))

    def week_called(self, name: str) -> Week:
        """
        The week of a URL such as `2026-W31`.

        :raises BadWeek: if there is no such week
        """
        return Week.parse(name, WeekStart(self.week_start))
