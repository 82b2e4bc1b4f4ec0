"""The method of one athlete: which rules they switched off, and which hours and points are their own."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Self

from workouts.training.rules import Rule, Rules, Settable
from workouts.training.timetable.costs import OWN_COSTS, USUAL, Costs

Numbers = Mapping[str, float]
USUAL_POINTS: Numbers = asdict(USUAL)


@dataclass(frozen=True)
class Method:
    """
    What differs from the usual.

    off: the rules that are switched off, by their ids.  numbers: by a rule's id, what an athlete set of its
    `params`.  points: what they set of `Costs`, by its name.
    """

    off: frozenset[str] = frozenset()
    numbers: Mapping[str, Numbers] = field(default_factory=dict)
    points: Numbers = field(default_factory=dict)

    @classmethod
    def of(cls, kept: object, *, rules: Rules) -> Self:
        """
        Read what `kept` wrote, be it by an older version.

        What no rule knows any more, what is fixed by now and what lies outside its limits is as usual.
        """
        known = kept if isinstance(kept, dict) else {}
        names = known.get("off")
        by_rule, points = known.get("numbers"), known.get("points")
        return cls(
            off=frozenset(each.id for each in _switchable(rules) if _names(names, each.id)),
            numbers={
                each.id: found
                for each in _switchable(rules)
                if (found := differing(_within(by_rule, each.id), each.own, each.params))
            },
            points=differing(points, OWN_COSTS, USUAL_POINTS),
        )

    @property
    def kept(self) -> dict[str, object]:
        """As it is stored: only what differs, nothing where nothing does."""
        whole = {
            "off": sorted(self.off),
            "numbers": {name: dict(own) for name, own in sorted(self.numbers.items()) if own},
            "points": dict(self.points),
        }
        return {name: part for name, part in whole.items() if part}

    @property
    def is_usual(self) -> bool:
        return not self.kept

    @property
    def costs(self) -> Costs:
        """What speaks against a slot, with the athlete's own points."""
        return Costs(**{**USUAL_POINTS, **self.points})

    def applied_to(self, rules: Rules) -> Rules:
        """The rules that act for the athlete, with their own numbers; applied twice, they are the same."""
        found = {each.id: each for each in self.numbered(rules) if each.id not in self.off or each.is_fixed}
        if "PLACE-02" in found:
            # It warns of what PLACE-01 does not close.
            closes = found.get("PLACE-01")
            start = closes.params["min_hours"] if closes is not None else 0.0
            found["PLACE-02"] = _with(found["PLACE-02"], {"from_hours": start})
        return found

    def numbered(self, rules: Rules) -> Iterable[Rule]:
        """Every rule, switched off or not, with the athlete's own numbers."""
        return (_with(each, self.numbers.get(each.id, {})) for each in rules.values())


def differing(kept: object, own: Mapping[str, Settable], usual: Numbers) -> dict[str, float]:
    """Which of some numbers are within their limits and not as usual; none where two disagree."""
    given = kept if isinstance(kept, dict) else {}
    found = {
        name: float(given[name])
        for name, settable in own.items()
        if name in given and settable.takes(given[name]) and given[name] != usual[name]
    }
    whole = {**usual, **found}
    agrees = all(whole[name] <= whole[settable.at_most] for name, settable in own.items() if settable.at_most)
    return found if agrees else {}


def _switchable(rules: Rules) -> Iterable[Rule]:
    return (each for each in rules.values() if not each.is_fixed)


def _names(names: object, rule_id: str) -> bool:
    return isinstance(names, list) and rule_id in names


def _within(by_rule: object, rule_id: str) -> object:
    return by_rule.get(rule_id) if isinstance(by_rule, dict) else None


def _with(rule: Rule, numbers: Numbers) -> Rule:
    return replace(rule, params={**rule.params, **numbers}) if numbers else rule
