"""The form of what the plan goes by: rules on or off, their hours, and what speaks against a place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.datastructures import MultiValueDict

from workouts.training.method import USUAL_POINTS, Method, Numbers
from workouts.training.rules import Rule, Settable
from workouts.training.timetable.costs import OWN_COSTS

POINTS = "points"


@dataclass(frozen=True)
class Number:
    """A number of one's own: its field, what it is, and its unit."""

    field: BoundField
    settable: Settable


@dataclass(frozen=True)
class Row:
    """A rule as the form has it now: whether it is on, and its numbers."""

    is_on: bool
    numbers: tuple[Number, ...]


class OwnNumber(forms.FloatField):
    """A number that may stay blank, for the usual one, and may have a comma where others write a point."""

    def __init__(self, settable: Settable, usual: float, **kwargs: Any) -> None:
        told = settable.refusal(usual)
        attrs = {"inputmode": "decimal", "autocomplete": "off", "placeholder": f"{usual:g}"}
        super().__init__(
            required=False,
            min_value=settable.least,
            max_value=settable.most,
            widget=forms.TextInput(attrs=attrs),
            help_text=f"Usually {settable.told(usual)}.",
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), told),
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        number = super().to_python(value.strip().replace(",", ".") if isinstance(value, str) else value)
        return None if number is None else round(number, 2)


class PlanSettingsForm(forms.Form):
    """
    What differs from the usual.

    A tick says that a rule is on.  Beside each stands that it was asked about, so that a tab of before an
    update switches nothing off that it did not show.

    :param rules: those that may be switched off, as they usually are
    :param fixed: those that may not
    :param own: what is stored
    """

    def __init__(
        self, data: Any = None, *, rules: Sequence[Rule], fixed: Sequence[Rule], own: Method
    ) -> None:
        super().__init__(data)
        self.rules, self.fixed, self.own = {each.id: each for each in rules}, fixed, own
        for rule in rules:
            for name, settable in rule.own.items():
                self._add(rule.id, name, settable, rule.params, own.numbers.get(rule.id, {}))
        for name, settable in OWN_COSTS.items():
            self._add(POINTS, name, settable, USUAL_POINTS, own.points)

    def _add(self, of: str, name: str, settable: Settable, usual: Numbers, own: Numbers) -> None:
        about = settable.about if of == POINTS else f"{of}, {settable.about[:1].lower()}{settable.about[1:]}"
        initial = f"{own[name]:g}" if name in own else None
        self.fields[f"{of}-{name}"] = OwnNumber(settable, usual[name], label=about, initial=initial)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for rule in self.fixed:
            if rule.id in self._off_of(self._sent("asked")):
                self.add_error(
                    None, f"{rule.name} ({rule.id}) is always on and cannot be switched off. {rule.why_fixed}"
                )
        for rule in self.rules.values():
            self._compare(rule.id, rule.own, rule.params, typed)
        self._compare(POINTS, OWN_COSTS, USUAL_POINTS, typed)
        return typed

    def _compare(
        self, of: str, own: Mapping[str, Settable], usual: Numbers, typed: Mapping[str, float | None]
    ) -> None:
        """Of two numbers that belong together the one may not exceed the other."""
        for name, settable in own.items():
            here, there = f"{of}-{name}", f"{of}-{settable.at_most}"
            if not settable.at_most or self.errors.keys() & {here, there}:
                continue
            most = _or_usual(typed.get(there), usual[settable.at_most])
            if _or_usual(typed.get(here), usual[name]) > most:
                other = own[settable.at_most].about
                self.add_error(
                    here, f"Give at most the {settable.told(most)} of “{other}”, or set that one higher."
                )

    @property
    def method(self) -> Method:
        """What a valid form says."""
        asked = {name for name in self._sent("asked") if name in self.rules}
        numbers = {rule.id: self._differing(rule.id, rule.own, rule.params) for rule in self.rules.values()}
        return Method(
            # What is off and was not asked about stays so.
            off=frozenset(self._off_of(asked)) | (self.own.off - asked),
            numbers={**self.own.numbers, **numbers},
            points=self._differing(POINTS, OWN_COSTS, USUAL_POINTS),
        )

    def _differing(self, of: str, own: Mapping[str, Settable], usual: Numbers) -> dict[str, float]:
        typed = {name: self.cleaned_data[f"{of}-{name}"] for name in own}
        return {name: each for name, each in typed.items() if each is not None and each != usual[name]}

    def row(self, rule_id: str) -> Row:
        """A rule as it is shown: as it was sent, else as it is stored."""
        is_off = rule_id in (self._off_of(self._sent("asked")) if self.is_bound else self.own.off)
        return Row(not is_off, tuple(self._numbers(rule_id, self.rules[rule_id].own)))

    @property
    def points(self) -> tuple[Number, ...]:
        """What speaks against a place."""
        return tuple(self._numbers(POINTS, OWN_COSTS))

    def _numbers(self, of: str, own: Mapping[str, Settable]) -> Iterator[Number]:
        return (Number(self[f"{of}-{name}"], settable) for name, settable in own.items())

    def _off_of(self, asked: set[str]) -> set[str]:
        return asked - self._sent("on")

    def _sent(self, name: str) -> set[str]:
        return set(self.data.getlist(name)) if isinstance(self.data, MultiValueDict) else set()


def _or_usual(number: float | None, usual: float) -> float:
    return usual if number is None else number
