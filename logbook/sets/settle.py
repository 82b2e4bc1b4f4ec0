"""From what was typed for a station to the sets that are stored, and back to what its form shows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from logbook.sets.done import SetDone
from logbook.sets.one_set import set_done, weight_carried
from logbook.sets.shorthand import SetTyped
from logbook.sets.station import StationPlan

_BLANK = SetTyped()


@dataclass(frozen=True, kw_only=True)
class StationTyped:
    """
    A station as typed: for all its sets, and set by set where that differs (1 is the first).

    sets: the number of the last set done, unless a row goes further; 0 leaves the station out.
    rows: only those in which something was typed.
    """

    as_planned: bool
    sets: int
    whole: SetTyped
    rows: Mapping[int, SetTyped]


def settled(*, plan: StationPlan, typed: StationTyped) -> tuple[SetDone | None, ...]:
    """
    Return the sets of a station, beginning with those asked for; None is a set that was left out.

    What is blank for a set follows what was typed for the whole station, then the plan, then the last
    time, then the usual dose of the movement.  Weight is no part of a plan: it goes on from the nearest
    earlier row that says one, else it is the whole station's, else there is none.
    """
    if typed.as_planned and plan.planned:
        weight = SetTyped(load_kg=typed.whole.load_kg, implements=typed.whole.implements)
        return _again(plan, weight) or _sets_done(plan, len(plan.planned), weight, {})
    rows = _spread(typed.rows)
    return _sets_done(plan, max(typed.sets, *rows, 0), typed.whole, rows)


def typed_again(*, plan: StationPlan) -> StationTyped:
    """
    Return what the form first shows of a station, which settles as what is stored of it.

    Where nothing is stored yet it is a proposal: the plan, with the weight of the last time; without a plan
    the sets of the last time, else the usual ones.  How hard a set would feel is never proposed.
    """
    proposed = _proposed(plan)
    done = proposed if plan.done is None else plan.done
    count = max((number for number, one in enumerate(done, 1) if one is not None), default=0)
    whole = _whole(plan, done if count else proposed)
    return StationTyped(
        as_planned=_is_as_planned(plan, whole, done),
        sets=count,
        whole=whole,
        rows=_rows(plan, whole, done[:count]),
    )


def _sets_done(
    plan: StationPlan, count: int, whole: SetTyped, rows: Mapping[int, SetTyped]
) -> tuple[SetDone | None, ...]:
    sets: list[SetDone | None] = []
    carried = whole
    for number in range(1, count + 1):
        row = rows.get(number, _BLANK)
        carried = weight_carried(row=row, carried=carried)
        sets.append(set_done(plan=plan, number=number, row=row, whole=whole, carried=carried))
    asked_for = len(plan.planned)
    while len(sets) > asked_for and sets[-1] is None:
        sets.pop()
    return tuple(sets + [None] * (asked_for - len(sets)))


def _spread(rows: Mapping[int, SetTyped]) -> dict[int, SetTyped]:
    """Let a row that counts for several sets fill those after it that have none of their own."""
    spread: dict[int, SetTyped] = {}
    for number, row in sorted(rows.items()):
        spread |= dict.fromkeys(range(number, number + row.count), row)
    return spread


def _again(plan: StationPlan, weight: SetTyped) -> tuple[SetDone, ...]:
    """Every set of the session repeated, each at its own weight unless another is typed for all of them."""
    load_kg = weight.load_kg or None
    implements = (weight.implements or 1) if load_kg else None
    # What stands in the field at first is the weight of the first set.
    if not plan.again or (load_kg, implements) == (plan.again[0].load_kg, plan.again[0].implements):
        return plan.again
    return tuple(
        replace(one, load_kg=load_kg, implements=implements)
        if one.movement == plan.movement or one.movement.loadable
        else one
        for one in plan.again
    )


def _proposed(plan: StationPlan) -> tuple[SetDone | None, ...]:
    if plan.again:
        return plan.again
    last = [one for one in (plan.last.sets if plan.last else ()) if one and one.movement == plan.movement]
    if last and not plan.planned:
        return tuple(replace(one, rpe=None, reps_in_reserve=None) for one in last)
    weight = SetTyped(load_kg=last[0].load_kg, implements=last[0].implements) if last else _BLANK
    return _sets_done(plan, len(plan.planned) or plan.movement.sets, weight, {})


def _is_as_planned(plan: StationPlan, whole: SetTyped, done: tuple[SetDone | None, ...]) -> bool:
    ticked = StationTyped(as_planned=True, sets=0, whole=whole, rows={})
    return bool(plan.planned) and settled(plan=plan, typed=ticked) == done


def _whole(plan: StationPlan, done: Sequence[SetDone | None]) -> SetTyped:
    """What the first set done says for all of them; an effort only if they all share it."""
    number, first = next((number, one) for number, one in enumerate(done, 1) if one is not None)
    alike = len({(one.rpe, one.reps_in_reserve) for one in done if one is not None}) == 1
    whole = SetTyped(
        movement=first.movement if first.movement != plan.movement else None,
        load_kg=first.load_kg,
        implements=first.implements,
        rpe=first.rpe if alike else None,
        reps_in_reserve=first.reps_in_reserve if alike else None,
    )

    def leads_to(typed: SetTyped) -> SetDone | None:
        return set_done(plan=plan, number=number, row=_BLANK, whole=typed, carried=typed)

    return _saying_how_much(whole, first, leads_to)


def _rows(plan: StationPlan, whole: SetTyped, done: Sequence[SetDone | None]) -> dict[int, SetTyped]:
    rows, carried = {}, whole
    for number, one in enumerate(done, 1):
        row = _row(plan, number, one, whole, carried)
        carried = weight_carried(row=row, carried=carried)
        if row != _BLANK:
            rows[number] = row
    return rows


def _row(
    plan: StationPlan, number: int, done: SetDone | None, whole: SetTyped, carried: SetTyped
) -> SetTyped:
    """What has to be typed for a set so that it settles as it was done: nothing where it does anyway."""
    if done is None:
        return SetTyped(skipped=True)

    def leads_to(row: SetTyped) -> SetDone | None:
        now = weight_carried(row=row, carried=carried)
        return set_done(plan=plan, number=number, row=row, whole=whole, carried=now)

    row = _BLANK
    if done.movement != (whole.movement or plan.movement):
        row = replace(row, movement=done.movement)
    follows = leads_to(row)
    if follows is None or (follows.measure, follows.left, follows.right) != (
        done.measure,
        done.left,
        done.right,
    ):
        row = _saying_how_much(row, done, leads_to)
    elif follows.tempo != done.tempo:
        row = replace(row, tempo=done.tempo)
    if follows is None or (follows.load_kg, follows.implements) != (done.load_kg, done.implements):
        row = replace(row, load_kg=done.load_kg or 0.0, implements=done.implements)
    if follows is None or (follows.rpe, follows.reps_in_reserve) != (done.rpe, done.reps_in_reserve):
        row = replace(row, rpe=done.rpe, reps_in_reserve=done.reps_in_reserve)
    return row


def _saying_how_much(
    typed: SetTyped, done: SetDone, leads_to: Callable[[SetTyped], SetDone | None]
) -> SetTyped:
    """Add the amount, and its measure and its tempo if the amount alone does not lead to them."""
    typed = replace(typed, left=done.left, right=done.right)
    if (now := leads_to(typed)) is None or now.measure is not done.measure:
        typed = replace(typed, measure=done.measure)
    if (now := leads_to(typed)) is None or now.tempo != done.tempo:
        typed = replace(typed, tempo=done.tempo)
    return typed
