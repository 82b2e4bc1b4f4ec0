"""Movements, sets and stations, any that may be: two made by hand, the rest by hypothesis."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from logbook.sets.done import LastTime, Measure, Movement, SetDone
from logbook.sets.station import PlannedSet, Rung, StationPlan

LUNGE = Movement(
    exercise_id=1,
    slug="reverse-lunge",
    name="Reverse lunge",
    measure=Measure.REPS,
    amount=8,
    sets=3,
    tempo="3-1-1-0",
    rest_after_s=30,
    per_side=True,
    loadable=True,
    counts_tension=True,
)
SQUAT = replace(LUNGE, exercise_id=2, slug="squat", name="Squat", amount=10, per_side=False)
PLANK = replace(
    LUNGE, exercise_id=3, slug="plank", name="Plank", measure=Measure.SECONDS, amount=30, sets=2, tempo="",
    per_side=False, loadable=False,
)  # fmt: skip

MOST = {Measure.REPS: 500, Measure.SECONDS: 3600, Measure.METRES: 20_000}
TEMPOS = st.one_of(
    st.tuples(*[st.integers(0, 12)] * 4).filter(any).map(lambda parts: "-".join(map(str, parts))),
    st.sampled_from(["2-0-X-0", "3-1-1-0"]),
)
HALVES = st.integers(2, 20).map(lambda doubled: doubled / 2)
KILOGRAMS = st.one_of(
    st.integers(1, 50_000).map(lambda grams10: grams10 / 100), st.sampled_from([2.5, 6.0, 20.0, 22.5])
)


@st.composite
def movements(draw, exercise_id: int = 1) -> Movement:
    measure = draw(st.sampled_from(Measure))
    return Movement(
        exercise_id=exercise_id,
        slug=f"movement-{exercise_id}",
        name=f"Movement {exercise_id}",
        measure=measure,
        amount=draw(st.integers(1, MOST[measure])),
        sets=draw(st.integers(1, 5)),
        tempo=draw(st.one_of(TEMPOS, st.just(""))) if measure is Measure.REPS else "",
        rest_after_s=draw(st.integers(0, 120)),
        per_side=draw(st.booleans()),
        loadable=draw(st.booleans()),
        counts_tension=draw(st.booleans()),
    )


@st.composite
def sets_done(draw, movement: Movement | None = None) -> SetDone:
    movement = movement or draw(movements())
    measure = draw(st.one_of(st.just(movement.measure), st.sampled_from(Measure)))
    amounts = st.one_of(st.integers(1, 12), st.integers(1, MOST[measure]))
    left, right = draw(amounts), None
    if movement.per_side and draw(st.booleans()):
        left, right = draw(
            st.tuples(amounts | st.just(0), amounts | st.just(0)).filter(lambda sides: sides[0] != sides[1])
        )
    loaded = draw(st.booleans())
    rated = draw(st.sampled_from(["", "rpe", "reserve"]))
    return SetDone(
        movement=movement,
        measure=measure,
        left=left,
        right=right,
        load_kg=draw(KILOGRAMS) if loaded else None,
        implements=draw(st.integers(1, 2)) if loaded else None,
        rpe=draw(HALVES) if rated == "rpe" else None,
        reps_in_reserve=draw(st.integers(0, 10)) if rated == "reserve" else None,
        tempo=draw(st.sampled_from([movement.tempo, ""]) | TEMPOS) if measure is Measure.REPS else "",
    )


@st.composite
def plans(draw) -> StationPlan:
    """A station with or without a prescription, with rungs, a last time or neither, and nothing done."""
    movement, *others = (draw(movements(number)) for number in range(1, draw(st.integers(2, 4))))
    planned = draw(st.lists(planned_sets(movement), max_size=4))
    last = draw(st.none() | st.lists(st.none() | sets_done(movement), min_size=1, max_size=4))
    return StationPlan(
        number=1,
        movement=movement,
        planned=tuple(planned),
        rungs=tuple(Rung(word="Another", movement=other) for other in others),
        last=None if last is None else LastTime(on=date(2026, 7, 20), sets=tuple(last)),
    )


@st.composite
def repeats(draw) -> StationPlan:
    """A station of a session that is repeated: what was done then, set by set, with any of its movements."""
    plan = draw(plans().filter(lambda plan: plan.planned))
    one = st.sampled_from([plan.movement, *(rung.movement for rung in plan.rungs)]).flatmap(sets_done)
    again = [replace(draw(one), rpe=None, reps_in_reserve=None) for _ in plan.planned]
    return replace(plan, again=tuple(again))


@st.composite
def planned_sets(draw, movement: Movement) -> PlannedSet:
    measure = draw(st.one_of(st.just(movement.measure), st.sampled_from(Measure)))
    return PlannedSet(
        measure=measure,
        amount=draw(st.one_of(st.integers(1, 12), st.integers(1, MOST[measure]))),
        tempo=draw(st.sampled_from([movement.tempo, ""]) | TEMPOS) if measure is Measure.REPS else "",
        rest_after_s=draw(st.integers(0, 120)),
    )


@st.composite
def done_at(draw, plan: StationPlan) -> tuple[SetDone | None, ...]:
    """What may be stored of a station: the sets asked for, then those on top, which end with one done."""
    movements_there = [plan.movement, *(rung.movement for rung in plan.rungs)]
    one = st.sampled_from(movements_there).flatmap(sets_done)
    alike = draw(one)
    some = st.none() | one | st.just(alike)
    asked_for = [draw(some) for _ in plan.planned]
    on_top = draw(st.lists(some, max_size=3))
    while on_top and on_top[-1] is None:
        on_top.pop()
    return tuple(asked_for + on_top)
