"""Each rule that judges a slot: on it acts, off it does not, and its hours count on both sides."""

from dataclasses import dataclass, replace

import pytest

from tests.workouts.training.timetable.weeks import USED_TO_IT, the_rules, week_of
from workouts.training.method import Method
from workouts.training.timetable.judging import CHECKS
from workouts.training.timetable.place import judge
from workouts.training.timetable.slots import Slot, SlotKind
from workouts.training.timetable.week import RaceHours, RunHours, Runner, StrengthHours, Wanted
from workouts.vocabulary import RunKind

NEW_TO_IT = Runner(is_beginner=False, lifting_weeks=5)
JUMPER = Runner(is_beginner=False, lifting_weeks=20, calf_raises=30, hop_pain=0)
FREE = week_of(["rest"] * 7)
SWITCHABLE = [name for name in CHECKS if not the_rules()[name].is_fixed]


@dataclass(frozen=True)
class Setting:
    """A session on the third day, and what stands round it."""

    session_class: str
    week: object = FREE
    runner: Runner = USED_TO_IT
    hour: float = 12.0
    effort: float | None = None
    has_new: bool = False

    def said(self, own: Method = Method()):  # noqa: B008
        """What every rule that acts says of it, by its id; and what it costs."""
        judgement = judge(
            Slot(2, SlotKind.EVENING, 48.0 + self.hour),
            wanted=Wanted(session_class=self.session_class, effort=self.effort, has_new=self.has_new),
            week=self.week,
            runner=self.runner,
            rules=own.applied_to(the_rules()),
            costs=own.costs,
        )
        return {each.rule.id: each for each in judgement.findings}, judgement.cost


def run(kind, *, ends=None, starts=None):
    """A week with one run that ends, or begins, so many hours from the first midnight on."""
    begins = starts if starts is not None else ends - 1.0
    return replace(
        FREE, runs=(RunHours(day=int(begins // 24), kind=RunKind(kind), starts_h=begins, hours=1.0),)
    )


def strength(session_class, hour):
    here = StrengthHours(day=int(hour // 24), hour=hour, session_class=session_class)
    return FREE.with_strength(here)


def race(*, starts, day=None):
    where = RaceHours(day=int(starts // 24) if day is None else day, starts_h=starts, distance="10k")
    return replace(FREE, races=(where,))


NOON = 48.0 + 12.0
# What each rule speaks of, by its id.
SPOKEN_OF = {
    "PLACE-01": Setting("heavy", run("tempo", starts=NOON + 20)),
    "PLACE-02": Setting("heavy", run("tempo", starts=NOON + 40), NEW_TO_IT),
    "PLACE-03": Setting("moderate", run("tempo", starts=NOON + 20)),
    "PLACE-04": Setting("light", run("tempo", starts=NOON + 4)),
    "PLACE-05": Setting("moderate", run("tempo", ends=NOON - 4)),
    "PLACE-06": Setting("light", run("easy", ends=NOON - 0.5)),
    "PLACE-07": Setting("heavy", run("easy", ends=NOON - 2)),
    "PLACE-08": Setting("moderate", run("long", ends=NOON - 2)),
    "PLACE-09": Setting("heavy", run("long", starts=NOON + 20)),
    "PLACE-10": Setting("moderate", strength("moderate", NOON - 40)),
    "PLACE-11": Setting("light", week_of(["easy", "easy", "rest", "easy", "easy", "easy", "easy"])),
    "PLACE-12": Setting("heavy", run("tempo", ends=NOON - 8)),
    "PLACE-13": Setting("plyo_low", run("steady", ends=NOON - 2), JUMPER),
    "PLACE-14": Setting("light", run("tempo", starts=NOON + 20), effort=7.0),
    "TAPER-01": Setting("heavy", race(starts=NOON + 6 * 24)),
    "TAPER-03": Setting("light", race(starts=NOON + 6 * 24), has_new=True),
    "TAPER-04": Setting("moderate", race(starts=NOON + 70)),
    "RACE-01": Setting("moderate", race(starts=NOON - 24)),
}  # fmt: skip


def test_every_rule_that_can_be_switched_off_has_its_case_here():
    assert sorted(SPOKEN_OF) == sorted(SWITCHABLE)


@pytest.mark.parametrize("name", SWITCHABLE)
def test_on_it_speaks_and_off_it_neither_speaks_nor_costs(name):
    setting = SPOKEN_OF[name]
    on, cost = setting.said()
    assert name in on
    off, cost_off = setting.said(Method(off=frozenset({name})))
    assert name not in off
    # The others say what they said, but the second rule about heavy legs, which begins where the first ends.
    assert set(on) - {name} <= set(off) <= set(on) - {name} | {"PLACE-02"}
    if not set(on) - {name}:
        assert cost != cost_off


# A slot so many hours from what its rule counts from, with which the rule speaks below that number.
BESIDE = {
    ("PLACE-01", "min_hours"): lambda gap: Setting("heavy", run("tempo", starts=NOON + gap)),
    ("PLACE-02", "min_hours"): lambda gap: Setting("heavy", run("tempo", starts=NOON + gap), NEW_TO_IT),
    ("PLACE-03", "min_hours"): lambda gap: Setting("moderate", run("tempo", starts=NOON + gap)),
    ("PLACE-05", "preferred_hours"): lambda gap: Setting("moderate", _same_day("tempo", gap), hour=23.5),
    ("PLACE-06", "within_hours"): lambda gap: Setting("light", run("easy", ends=NOON - gap)),
    ("PLACE-07", "min_hours"): lambda gap: Setting("heavy", _same_day("easy", gap), hour=23.5),
    ("PLACE-09", "min_hours"): lambda gap: Setting("heavy", run("long", starts=NOON + gap)),
    ("PLACE-10", "min_hours"): lambda gap: Setting("moderate", strength("moderate", NOON - gap)),
    ("PLACE-13", "min_hours"): lambda gap: replace(
        SPOKEN_OF["PLACE-13"], week=_same_day("steady", gap), hour=23.5
    ),
    ("PLACE-14", "min_hours"): lambda gap: replace(
        SPOKEN_OF["PLACE-14"], week=run("tempo", starts=NOON + gap)
    ),
    ("TAPER-04", "moderate_hours"): lambda gap: Setting("moderate", race(starts=NOON + gap)),
    ("TAPER-04", "light_hours"): lambda gap: Setting("light", race(starts=NOON + gap)),
}


def _same_day(kind, gap):
    ends = 48.0 + 23.5 - gap
    return replace(FREE, runs=(RunHours(day=2, kind=RunKind(kind), starts_h=ends - 1, hours=1.0),))


# The usual hours, and an hour less and more where that may be.
OWN_HOURS = [
    (name, number, hours)
    for name, number in BESIDE
    for hours in (the_rules()[name].params[number] + more for more in (-1, 0, 1))
    if the_rules()[name].own[number].takes(hours)
]


@pytest.mark.parametrize(("name", "number", "hours"), OWN_HOURS)
def test_hours_of_one_s_own_count_on_both_sides(name, number, hours):
    own = Method.of({"numbers": {name: {number: hours}}}, rules=the_rules())
    under, over = hours - 0.25, hours + 0.25
    assert name in BESIDE[name, number](under).said(own)[0]
    assert name not in BESIDE[name, number](over).said(own)[0]


def test_the_hours_that_close_a_place_instead_of_warning_are_one_s_own_too():
    def severity(name, setting, **numbers):
        own = Method.of({"numbers": {name: numbers}}, rules=the_rules())
        return str(setting.said(own)[0][name].severity)

    after_quality = Setting("heavy", run("tempo", ends=NOON - 4))
    assert severity("PLACE-05", after_quality) == "warn"
    assert severity("PLACE-05", after_quality, minimum_hours=5) == "block"
    spaced = Setting("moderate", strength("moderate", NOON - 26))
    assert severity("PLACE-10", spaced) == "warn"
    assert severity("PLACE-10", spaced, block_hours=28) == "block"
    stacked = Setting("heavy", run("tempo", ends=NOON - 8))
    assert "PLACE-12" in stacked.said()[0]
    later = Method.of({"numbers": {"PLACE-12": {"min_hours": 9}}}, rules=the_rules())
    assert "PLACE-12" not in stacked.said(later)[0]


@pytest.mark.parametrize(
    ("points", "setting", "cost"),
    [
        ({}, SPOKEN_OF["PLACE-03"], 12),
        ({"warn": 20}, SPOKEN_OF["PLACE-03"], 22),
        ({"advise": 8}, SPOKEN_OF["PLACE-14"], 10),
        ({"day_without_run": 0}, SPOKEN_OF["PLACE-03"], 10),
        ({"light_within_a_day": 6}, Setting("light", strength("moderate", NOON - 20)), 8),
        # A warning, a day without a run, and 20 of 60 hours in steps of 4.
        ({"spacing_h": 60, "spacing_step_h": 4}, SPOKEN_OF["PLACE-10"], 17),
    ],
)
def test_points_of_one_s_own_are_what_a_slot_costs(points, setting, cost):
    own = Method.of({"points": points}, rules=the_rules())
    assert setting.said(own)[1] == cost


def test_a_preference_is_worth_the_points_of_one_s_own():
    own = Method.of({"numbers": {"PLACE-06": {"bonus": 7}}}, rules=the_rules())
    assert SPOKEN_OF["PLACE-06"].said()[1] == -3
    assert SPOKEN_OF["PLACE-06"].said(own)[1] == -7


@pytest.mark.parametrize(
    ("gap", "hours", "told"),
    [
        (8, 24, "would spoil today’s tempo run."),
        (20, 24, "would spoil tomorrow’s tempo run."),
        (40, 48, "would spoil your next tempo run."),
    ],
)
def test_a_message_names_the_day_that_it_is_about(gap, hours, told):
    own = Method.of({"numbers": {"PLACE-01": {"min_hours": hours}}}, rules=the_rules())
    assert told in Setting("heavy", run("tempo", starts=NOON + gap)).said(own)[0]["PLACE-01"].told


@pytest.mark.parametrize(("gap", "told"), [(8, "today"), (20, "tomorrow"), (40, "in 2 days")])
def test_so_does_the_one_about_the_long_run(gap, told):
    own = Method.of({"numbers": {"PLACE-09": {"min_hours": 48}}}, rules=the_rules())
    finding = Setting("heavy", run("long", starts=NOON + gap)).said(own)[0]["PLACE-09"]
    assert finding.told.startswith(f"Long run {told}.")


def test_what_is_farther_than_a_day_is_not_said_to_be_within_one():
    own = Method.of({"numbers": {"PLACE-03": {"min_hours": 36}}}, rules=the_rules())
    near, far = (Setting("moderate", run("tempo", starts=NOON + gap)).said(own)[0] for gap in (20, 30))
    assert near["PLACE-03"].told.startswith("Tempo run is within a day.")
    assert far["PLACE-03"].told.startswith("Tempo run is within 36 hours.")
