"""How a circuit was done in one of the demo's sessions: as planned, but for what its story says."""

from collections.abc import Iterable
from dataclasses import replace

from logbook.demo.story import Change, SessionStory
from logbook.sets.done import Measure, Movement, SetDone
from logbook.sets.station import StationDone, StationPlan

FEWER_REPS, FEWER_SECONDS = 2, 5


def as_done(plans: Iterable[StationPlan], session: SessionStory) -> list[StationDone]:
    """Return the stations as they were done; plans may have none of the story's deviations."""
    changes = {each.station: each.change for each in session.deviations}
    return [StationDone(plan=plan, sets=_sets(plan, changes.get(plan.number), session)) for plan in plans]


def _sets(plan: StationPlan, change: Change | None, session: SessionStory) -> tuple[SetDone | None, ...]:
    sets = [_swapped(done, plan, change) for done in plan.as_planned]
    sets = [_loaded(done, session) for done in sets]
    last = sets[-1]
    if session.in_reserve is not None and last.movement.loadable:
        last = replace(last, reps_in_reserve=session.in_reserve)
    if change is Change.LAST_LEFT_OUT and len(sets) > 1:
        return (*sets[:-1], None)
    return (*sets[:-1], _short(last, change))


def _swapped(done: SetDone, plan: StationPlan, change: Change | None) -> SetDone:
    """Return the set with the rung that stood in; where there is no such rung, as planned."""
    movement: Movement | None = next((rung.movement for rung in plan.rungs if rung.word == change), None)
    if movement is None:
        return done
    if movement.measure is done.measure:
        return replace(done, movement=movement)
    tempo = movement.tempo if movement.measure is Measure.REPS else ""
    return SetDone(movement=movement, measure=movement.measure, left=movement.amount, tempo=tempo)


def _loaded(done: SetDone, session: SessionStory) -> SetDone:
    load = session.loads.get(done.movement.slug)
    return done if load is None else replace(done, load_kg=load[0], implements=load[1])


def _short(done: SetDone, change: Change | None) -> SetDone:
    fewer = FEWER_REPS if done.measure is Measure.REPS else FEWER_SECONDS
    left = max(1, done.left - fewer)
    if change is Change.ONE_SIDE_FEWER and done.movement.per_side and left < done.left:
        return replace(done, right=left)
    if change in (Change.FEWER, Change.ONE_SIDE_FEWER):
        return replace(done, left=left)
    return done
