"""The method of one athlete: rules off and on, numbers of one's own, and what is stored of them."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workouts.training.timetable.test_place import CLASSES, RUNNERS, WEEKS
from tests.workouts.training.timetable.weeks import the_rules, week_of
from workouts.training.method import USUAL_POINTS, Method
from workouts.training.timetable.arrange import arrange
from workouts.training.timetable.case import Case
from workouts.training.timetable.costs import OWN_COSTS, Costs
from workouts.training.timetable.judging import findings
from workouts.training.timetable.slots import slots_of
from workouts.training.timetable.week import RaceHours, Wanted

FIXED = {rule.id for rule in the_rules().values() if rule.is_fixed}
SWITCHABLE = sorted(set(the_rules()) - FIXED)
OWN = [(rule.id, name) for rule in the_rules().values() for name in rule.own]


def of(kept):
    return Method.of(kept, rules=the_rules())


def test_without_settings_everything_is_as_the_handbook_has_it():
    assert dict(Method().applied_to(the_rules())) == dict(the_rules())
    assert Method().costs == Costs()
    assert of({}) == Method()
    assert Method().is_usual


def test_what_is_fixed_gives_its_reason_and_has_no_number_to_set():
    assert {"PAIN-01", "PAIN-02", "PAIN-03", "ILL-01", "PLYO-02", "NOVICE-01"} == FIXED
    for name in FIXED:
        assert the_rules()[name].why_fixed.endswith(".")
        assert not the_rules()[name].own


@pytest.mark.parametrize("name", SWITCHABLE)
def test_a_rule_that_is_switched_off_is_not_among_those_that_act(name):
    assert name not in of({"off": [name]}).applied_to(the_rules())
    assert set(the_rules()) - {name} == set(of({"off": [name]}).applied_to(the_rules()))


@pytest.mark.parametrize("name", sorted(FIXED))
def test_what_is_fixed_acts_whatever_is_stored(name):
    params = the_rules()[name].params
    kept = {"off": [name], "numbers": {name: dict.fromkeys(params, 0.0)}}
    assert of(kept) == Method()
    # Not even where somebody makes such a method by hand.
    assert name in Method(off=frozenset({name})).applied_to(the_rules())


@pytest.mark.parametrize(("rule_id", "name"), OWN)
def test_a_number_of_one_s_own_acts_from_its_least_to_its_most(rule_id, name):
    rule = the_rules()[rule_id]
    settable = rule.own[name]
    beside = {name: settable.most, settable.at_most: settable.most} if settable.at_most else {}
    for number in (settable.least, settable.most):
        own = of({"numbers": {rule_id: {**beside, name: number}}})
        assert own.applied_to(the_rules())[rule_id].params[name] == number
    for number in (settable.least - 0.01, settable.most + 0.01):
        assert of({"numbers": {rule_id: {name: number}}}) == Method()


@pytest.mark.parametrize("name", OWN_COSTS)
def test_points_of_one_s_own_act_from_their_least_to_their_most(name):
    settable = OWN_COSTS[name]
    for number in (settable.least, settable.most):
        kept = {"points": {name: number, **({"warn": 50} if settable.at_most else {})}}
        assert getattr(of(kept).costs, name) == number
    for number in (settable.least - 0.01, settable.most + 0.01):
        assert of({"points": {name: number}}) == Method()


def test_the_explanation_and_the_message_have_the_athlete_s_own_hours():
    rules = of({"numbers": {"PLACE-05": {"preferred_hours": 8}, "PLACE-01": {"min_hours": 36}}})
    rules = rules.applied_to(the_rules())
    assert "less than 36 hours before a quality run" in rules["PLACE-01"].explained
    assert rules["PLACE-05"].told(run_type="tempo run").startswith("Leave at least 8 hours after your tempo")


def test_one_of_a_number_is_told_as_one():
    hours = the_rules()["PLACE-06"].own["within_hours"]
    assert [hours.told(number) for number in (0.5, 1, 2)] == ["0.5 hours", "1 hour", "2 hours"]


def test_the_second_rule_about_heavy_legs_begins_where_the_first_one_ends():
    def start(kept):
        return of(kept).applied_to(the_rules())["PLACE-02"].params["from_hours"]

    assert start({}) == 24
    assert start({"numbers": {"PLACE-01": {"min_hours": 12}}}) == 12
    assert start({"off": ["PLACE-01"]}) == 0


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        "off",
        {"off": "PLACE-01"},
        {"off": ["PLACE-99", 7, None, ["PLACE-01"]]},
        {"numbers": ["PLACE-01"]},
        {"numbers": {"PLACE-01": 36}},
        {"numbers": {"PLACE-99": {"min_hours": 36}}},
        {"numbers": {"PLACE-01": {"from_hours": 36}}},
        {"numbers": {"PLACE-01": {"min_hours": "36"}}},
        {"numbers": {"PLACE-01": {"min_hours": True}}},
        {"numbers": {"PLACE-01": {"min_hours": float("nan")}}},
        {"numbers": {"PLACE-01": {"min_hours": 10**400}}},
        # Together they say nothing.
        {"numbers": {"PLACE-05": {"preferred_hours": 3, "minimum_hours": 4}}},
        {"points": {"warn": 5, "advise": 6}},
        {"points": {"bribe": 5}},
        {"points": 5},
        {"points": {"warn": None}},
    ],
)
def test_what_another_version_left_and_nobody_knows_is_as_usual(kept):
    assert of(kept) == Method()


VALUES = st.none() | st.booleans() | st.floats() | st.integers() | st.text()
NAMES = st.sampled_from(sorted(the_rules())) | st.sampled_from(sorted(OWN_COSTS)) | st.text()
INNER = VALUES | st.lists(VALUES) | st.dictionaries(NAMES, VALUES)
JSON = INNER | st.lists(NAMES) | st.lists(INNER) | st.dictionaries(NAMES, INNER)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("off", "numbers", "points"), JSON)) | JSON)
def test_whatever_is_stored_is_read_and_leaves_what_is_fixed(kept):
    assert set(of(kept).applied_to(the_rules())) >= FIXED


def _number_of(settable):
    return st.floats(settable.least - 1, settable.most + 1) | st.sampled_from([settable.least, settable.most])


METHODS = st.builds(
    lambda off, numbers, points: of({"off": off, "numbers": numbers, "points": points}),
    st.lists(st.sampled_from(sorted(the_rules()))),
    st.fixed_dictionaries(
        {},
        optional={
            rule.id: st.fixed_dictionaries(
                {}, optional={name: _number_of(each) for name, each in rule.own.items()}
            )
            for rule in the_rules().values()
            if rule.own
        },
    ),
    st.fixed_dictionaries({}, optional={name: _number_of(each) for name, each in OWN_COSTS.items()}),
)


@given(METHODS)
def test_what_is_stored_is_read_again_as_the_same(own):
    assert of(json.loads(json.dumps(own.kept))) == own
    once = own.applied_to(the_rules())
    assert Method.of(own.kept, rules=once).applied_to(once) == once
    assert set(own.points) <= set(USUAL_POINTS)


@given(METHODS, WEEKS, CLASSES, RUNNERS, st.none() | st.floats(-48, 168), st.floats(0, 23))
def test_by_any_method_a_plan_is_made_that_holds_what_is_fixed(own, kinds, classes, runner, well_h, hour):
    race = RaceHours(day=9, starts_h=9 * 24 + 10.0, distance="10k")
    week = replace(week_of(kinds, run_hour=hour, long_hour=hour), well_h=well_h, races=(race,))
    wanted = [Wanted(session_class=each, number=n, effort=7.5) for n, each in enumerate(classes, start=1)]
    # One of them where the athlete put it themselves.
    pinned = {1: slots_of(week)[-1]} if wanted else {}

    def plan():
        return arrange(
            wanted,
            pinned=pinned,
            week=week,
            runner=runner,
            rules=own.applied_to(the_rules()),
            costs=own.costs,
        )

    placed = plan()
    assert placed == plan()
    fixed = {name: rule for name, rule in the_rules().items() if name in FIXED}
    for each in placed:
        if each.place is not None and each.wanted.number not in pinned:
            case = Case(wanted=each.wanted, slot=each.place.slot, week=week, runner=runner)
            assert findings(case, fixed) == ()
        for one in each.judgements:
            spoke = {finding.rule.id for finding in one.findings}
            assert not spoke & own.off
            assert all("{" not in finding.told for finding in one.findings)
