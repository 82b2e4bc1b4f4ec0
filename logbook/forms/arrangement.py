"""Which stations a session's form holds, and in which order, as its buttons leave them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict

from logbook.sets.station import StationPlan
from workouts.own.order import after, row_number, row_numbers

MOST_STATIONS = 30
ADDS = "add-"


@dataclass(frozen=True, kw_only=True)
class Arrangement:
    """
    The stations by their numbers, in the order they stand in.

    chosen: the exercise, by its slug, of each one that nothing prescribes.
    wanted: what was typed to be added, or the one chosen among those it fits.
    button: the button pressed other than save: "add", "add-push-up", "up-4", "down-4", "remove-4", or none.
    """

    order: tuple[int, ...]
    chosen: Mapping[int, str]
    wanted: str = ""
    button: str = ""

    def with_one_more(self, slug: str) -> "Arrangement":
        """The same and, last, a station of that exercise."""
        # Not the number of one just removed: what was typed there is still being sent.
        number = max((*self.order, *self.chosen), default=0) + 1
        return replace(
            self,
            order=(*self.order, number),
            chosen={**self.chosen, number: slug},
            wanted="",
        )

    def pressed(self) -> "Arrangement":
        """The same after the button that moves or removes a station; what is prescribed stays."""
        if row_number(self.button.partition("-")[2]) not in self.chosen:
            return self
        return replace(self, order=after(self.button, self.order))


def as_sent(data: QueryDict, *, plans: Sequence[StationPlan]) -> tuple[StationPlan, ...]:
    """
    The stations under the numbers by which the form that was sent knows them.

    A circuit, or the session in another tab, may have changed since it was opened.  What is typed stays with
    its exercise; an exercise the form did not show yet is no part of what it says.
    """
    if "order" not in data:
        return tuple(plans)
    slugs = {number: _movement(data, number) for number in _sent(data, plans)}
    left, found = list(plans), list[StationPlan]()
    for is_same in (_is_where_it_was, _is_the_same_exercise):
        for number in [number for number in slugs if number not in {plan.number for plan in found}]:
            plan = next((plan for plan in left if is_same(plan, number, slugs[number])), None)
            if plan is not None:
                left.remove(plan)
                found.append(replace(plan, number=number))
    return tuple(found)


def _is_where_it_was(plan: StationPlan, number: int, slug: str) -> bool:
    return plan.number == number and slug in ("", plan.movement.slug)


def _is_the_same_exercise(plan: StationPlan, number: int, slug: str) -> bool:
    return plan.movement.slug == slug


def arranged(data: QueryDict, *, plans: Sequence[StationPlan]) -> Arrangement:
    """Read it from what was sent, `plans` being `as_sent`; at first it is as the plans have it."""
    known = {plan.number: plan.movement.slug for plan in plans if not plan.planned}
    if "order" not in data:
        return Arrangement(order=tuple(plan.number for plan in plans), chosen=known)
    button = data.get("do", "")
    prescribed = {plan.number for plan in plans if plan.planned}
    sent = _sent(data, plans)
    chosen = {
        number: known.get(number) or _movement(data, number) for number in sent if number not in prescribed
    }
    return Arrangement(
        order=tuple(number for number in sent if number in prescribed or chosen[number]),
        chosen={number: slug for number, slug in chosen.items() if slug},
        wanted=button.removeprefix(ADDS) if button.startswith(ADDS) else data.get("add", "").strip(),
        button=button,
    )


def _movement(data: QueryDict, number: int) -> str:
    """The exercise of a station as it was sent; nothing for what cannot be the name of one."""
    slug = data.get(f"station-{number}-movement", "")
    return slug if re.fullmatch(r"[-\w]{1,80}", slug, re.ASCII) else ""


def _sent(data: QueryDict, plans: Sequence[StationPlan]) -> list[int]:
    """The numbers in their order; what is prescribed and was filled in is among them, whatever that says."""
    named = row_numbers(data.get("order", ""))[:MOST_STATIONS]
    filled_in = [plan.number for plan in plans if plan.planned and f"station-{plan.number}-sets" in data]
    return list(dict.fromkeys([*named, *filled_in]))
