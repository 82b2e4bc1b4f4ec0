"""What the form shows of a station settles as what is stored of it, and proposes where nothing is."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from logbook.sets.done import Measure
from logbook.sets.settle import StationTyped, settled, typed_again
from logbook.sets.shorthand import SetTyped, read_set
from tests.logbook.sets.stations import THREE_EIGHTS, UNPLANNED, last_time, lunge
from tests.logbook.sets.strategies import KILOGRAMS, LUNGE, PLANK, done_at, plans, repeats
from tests.logbook.sets.written import typed_text
from workouts.units import WeightUnit

AS_USUAL = lunge(8, tempo=LUNGE.tempo)


def shown(plan, *done) -> StationTyped:
    return typed_again(plan=replace(plan, done=done))


@given(plans(), st.data())
def test_saved_again_untouched_every_station_stays_as_it_was(plan, data):
    done = data.draw(done_at(plan))
    plan = replace(plan, done=done)

    assert settled(plan=plan, typed=typed_again(plan=plan)) == done


@given(plans(), st.data(), st.sampled_from(WeightUnit))
def test_it_does_so_too_when_its_rows_have_been_text_in_between(plan, data, unit):
    plan = replace(plan, done=data.draw(done_at(plan)))
    typed = typed_again(plan=plan)
    rows = {number: _through_a_field(row, unit) for number, row in typed.rows.items()}

    assert settled(plan=plan, typed=replace(typed, rows=rows)) == plan.done


def _through_a_field(row: SetTyped, unit: WeightUnit) -> SetTyped:
    # METRES reaches furthest; the movement, and that nobody counted, are said beside the field.
    read = read_set(typed_text(row, unit=unit), measure=Measure.METRES, unit=unit)
    return replace(read, movement=row.movement, tempo="" if row.tempo == "" else read.tempo)


@given(plans(), st.none() | KILOGRAMS)
def test_sets_as_asked_for_are_as_planned_whatever_weight_they_share(plan, kg):
    whole = SetTyped(load_kg=kg, implements=1 if kg else None)
    ticked = StationTyped(as_planned=True, sets=0, whole=whole, rows={})
    done = settled(plan=plan, typed=ticked)
    typed = typed_again(plan=replace(plan, done=done))

    assert typed.as_planned == bool(plan.planned)
    # Unticked, nothing changes either.
    assert settled(plan=plan, typed=replace(typed, as_planned=False)) == done


@given(plans())
def test_a_proposal_asks_for_what_was_asked_for_and_says_nothing_of_effort(plan):
    typed = typed_again(plan=plan)
    proposed = settled(plan=plan, typed=typed)

    assert typed.as_planned == bool(plan.planned)
    assert [(one.measure, one.left, one.right) for one in proposed][: len(plan.planned)] == [
        (asked.measure, asked.amount, None) for asked in plan.planned
    ]
    assert {(one.rpe, one.reps_in_reserve) for one in proposed} == {(None, None)}


def test_a_plan_is_proposed_with_the_weight_of_the_first_set_last_time():
    plan = last_time(
        THREE_EIGHTS,
        None,
        lunge(12, load_kg=6.0, implements=2, rpe=7.0),
        lunge(12, load_kg=8.0, implements=2),
    )
    assert typed_again(plan=plan) == StationTyped(
        as_planned=True, sets=3, whole=SetTyped(left=8, load_kg=6.0, implements=2), rows={}
    )


def test_without_a_last_time_a_plan_is_proposed_without_weight():
    assert typed_again(plan=THREE_EIGHTS) == StationTyped(
        as_planned=True, sets=3, whole=SetTyped(left=8), rows={}
    )


def test_a_first_set_last_time_without_weight_leaves_the_next_without():
    plan = last_time(THREE_EIGHTS, lunge(8), lunge(8, load_kg=6.0, implements=2))
    assert typed_again(plan=plan).whole == SetTyped(left=8)


def test_the_weight_of_another_movement_is_not_proposed():
    plan = last_time(THREE_EIGHTS, lunge(8, movement=PLANK, load_kg=6.0, implements=2))
    assert typed_again(plan=plan).whole == SetTyped(left=8)


def test_a_station_nobody_asked_for_is_proposed_as_last_time():
    plan = last_time(
        UNPLANNED, lunge(8, load_kg=6.0, implements=2, rpe=8.0), None, lunge(6, load_kg=6.0, implements=2)
    )
    assert typed_again(plan=plan) == StationTyped(
        as_planned=False,
        sets=2,
        whole=SetTyped(left=8, load_kg=6.0, implements=2),
        rows={2: SetTyped(left=6, tempo="3-1-1-1")},
    )


def test_a_station_never_done_and_not_asked_for_is_proposed_in_its_usual_sets():
    typed = typed_again(plan=UNPLANNED)

    assert typed == StationTyped(as_planned=False, sets=3, whole=SetTyped(left=8), rows={})
    assert settled(plan=UNPLANNED, typed=typed) == (AS_USUAL,) * 3


def test_rows_say_only_what_differs():
    typed = shown(
        THREE_EIGHTS,
        lunge(8, load_kg=20.0, implements=1), lunge(8, load_kg=22.5, implements=1),
        lunge(6, load_kg=22.5, implements=1), lunge(6, right=5),
    )  # fmt: skip

    assert typed == StationTyped(
        as_planned=False,
        sets=4,
        whole=SetTyped(left=8, load_kg=20.0, implements=1),
        rows={
            2: SetTyped(load_kg=22.5, implements=1),
            3: SetTyped(left=6),
            4: SetTyped(left=6, right=5, load_kg=0.0),
        },
    )


def test_an_effort_all_sets_share_is_said_once_and_else_at_its_set():
    shared = shown(THREE_EIGHTS, lunge(8, rpe=7.0), None, lunge(6, rpe=7.0))
    apart = shown(THREE_EIGHTS, lunge(8, rpe=7.0), lunge(8), lunge(8, reps_in_reserve=2))

    assert (shared.whole.rpe, shared.rows[3]) == (7.0, SetTyped(left=6))
    assert apart.whole == SetTyped(left=8)
    assert apart.rows == {1: SetTyped(rpe=7.0), 3: SetTyped(reps_in_reserve=2)}


def test_an_effort_makes_a_set_other_than_planned():
    assert not shown(THREE_EIGHTS, *[lunge(8, rpe=7.0)] * 3).as_planned


def test_sets_left_out_at_the_end_are_counted_off_and_others_are_skipped():
    typed = shown(THREE_EIGHTS, None, lunge(8), None)

    assert (typed.as_planned, typed.sets, typed.rows) == (False, 2, {1: SetTyped(skipped=True)})


def test_a_station_left_out_shows_no_sets_and_what_was_asked_for():
    typed = shown(last_time(THREE_EIGHTS, lunge(8, load_kg=6.0, implements=2)), None, None, None)

    assert typed == StationTyped(
        as_planned=False, sets=0, whole=SetTyped(left=8, load_kg=6.0, implements=2), rows={}
    )
    assert shown(UNPLANNED).sets == 0


def test_another_movement_measure_and_tempo_are_said_where_they_differ():
    hold = lunge(30, movement=PLANK, measure=Measure.SECONDS, tempo="")
    typed = shown(THREE_EIGHTS, hold, hold, lunge(45, measure=Measure.SECONDS, tempo=""), lunge(8, tempo=""))

    assert typed.whole == SetTyped(movement=PLANK, left=30)
    assert typed.rows == {
        3: SetTyped(movement=LUNGE, left=45, measure=Measure.SECONDS),
        4: SetTyped(movement=LUNGE, tempo=""),
    }


@given(repeats())
def test_a_session_repeated_is_proposed_as_it_was_ticked_or_not(plan):
    typed = typed_again(plan=plan)
    assert typed.as_planned
    assert settled(plan=plan, typed=typed) == plan.again
    assert settled(plan=plan, typed=replace(typed, as_planned=False)) == plan.again


@given(repeats(), KILOGRAMS, st.integers(1, 2))
def test_another_weight_for_all_of_it_leaves_amounts_and_movements_alone(plan, load_kg, implements):
    typed = typed_again(plan=plan)
    heavier = replace(typed, whole=replace(typed.whole, load_kg=load_kg, implements=implements))
    sets = settled(plan=plan, typed=heavier)
    assert [(one.movement, one.left, one.right, one.tempo) for one in sets] == [
        (one.movement, one.left, one.right, one.tempo) for one in plan.again
    ]
