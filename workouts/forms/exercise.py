"""The form of an exercise of one's own."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol, cast
from uuid import uuid4

from django import forms

from workouts.facts import ExerciseFacts
from workouts.forms.exercise_fields import (
    ALL,
    ANY,
    AS_COPIED,
    BOTH,
    METRES,
    MOST,
    NONE,
    ONE_SIDE,
    REPS,
    SECONDS,
    ExerciseFields,
)
from workouts.forms.fields import go_on_with
from workouts.models import Exercise
from workouts.own.known import words_of
from workouts.own.names import cannot_be_called
from workouts.training.prescription import Metric
from workouts.training.tempo import BadTempo, StartsWith, Tempo
from workouts.units import decimal_text
from workouts.vocabulary import CAUTION_FLAGS, EQUIPMENT, everyday_muscle

SOME_OF = ("primary_muscles", "secondary_muscles", "equipment", "caution_flags")
MADE = "This form has made {name} already. Saving again makes another one."
CHANGED = "It was changed in another tab since it was opened here. Saving again stores this over that."
# Fields that are called the same in the form and in the model.
SAME = (
    "name", "aliases", "category", "level", "movement_pattern", "sets", "rest_s", "tempo", "target_rpe",
    "impact", "leg_fatigue", "loadable", "why_for_runners", "how_to", "common_mistakes", "caution",
)  # fmt: skip


class Other(Protocol):
    """Another exercise, as far as the form needs to know it."""

    @property
    def slug(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def is_offered(self) -> bool: ...


class ExerciseForm(ExerciseFields):
    """
    An exercise of one's own.

    :param others: every exercise whose name it cannot have; those on offer may be steps of its ladder
    :param shown: the exercise that is changed or copied; what is left as it is shown keeps its exact value
    """

    def __init__(
        self,
        *args: Any,
        others: Sequence[Other],
        shown: Exercise | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {**(initial_of(shown) if shown else {}), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.others, self.shown = others, shown
        for step in ("easier", "harder"):
            now = getattr(shown, step, None)
            # One that was retired meanwhile stays until another is chosen.
            slugs = {now.slug} if now else set()
            steps = [(each.slug, each.name) for each in others if each.is_offered or each.slug in slugs]
            cast(forms.ChoiceField, self.fields[step]).choices = [("", "None"), *steps]
        self.copied_options = shown.equipment_options if shown and _needs(shown) == AS_COPIED else []
        if self.copied_options:
            needs = cast(forms.ChoiceField, self.fields["needs"])
            words = [" with ".join(EQUIPMENT[item] for item in option) for option in self.copied_options]
            needs.choices = [(AS_COPIED, " or ".join(words).capitalize()), *cast(Any, needs.choices)]

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if why := cannot_be_called(name):
            raise forms.ValidationError(why)
        if words_of(name) in {words_of(other.name) for other in self.others}:
            raise forms.ValidationError(
                f"There is an exercise called {name} already. Give yours another name."
            )
        return name

    def clean_aliases(self) -> list[str]:
        aliases: list[str] = self.cleaned_data["aliases"]
        for alias in aliases:
            if why := cannot_be_called(alias):
                raise forms.ValidationError(f"{alias}: {why}")
        return aliases

    def clean_tempo(self) -> str:
        try:
            return str(Tempo.parse(self.cleaned_data["tempo"].upper())) if self.cleaned_data["tempo"] else ""
        except BadTempo as bad:
            raise forms.ValidationError(str(bad)) from bad

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        measure, amount = typed.get("measure", ""), typed.get("amount")
        if amount is not None and measure in MOST and amount > MOST[measure][0]:
            most, word = MOST[measure]
            self.add_error("amount", f"Give a whole number of {word} from 1 to {most}.")
        if typed.get("tempo") and measure in (SECONDS, METRES):
            self.add_error("tempo", "Only repetitions have a tempo. Leave it blank.")
        timed = measure == METRES or (measure == REPS and typed.get("tempo") == "")
        if timed and typed.get("set_s") is None and "set_s" not in self.errors:
            self.add_error(
                "set_s", "Say how long a set takes, or give a tempo: its time cannot be told otherwise."
            )
        named = {item for option in self.copied_options for item in option}
        if typed.get("needs") == AS_COPIED and not named <= set(typed.get("equipment", ())):
            self.add_error("needs", "That names equipment that is not ticked. Choose one of the others.")
        if typed.get("easier") and typed.get("easier") == typed.get("harder"):
            self.add_error("harder", "The next easier and the next harder exercise cannot be the same.")
        return typed

    @property
    def facts(self) -> ExerciseFacts:
        """What a valid form says."""
        typed = self.cleaned_data | {name: self._in_order(name) for name in SOME_OF}
        measure, amount, contacts = typed["measure"], typed["amount"], typed["contacts"]
        is_timed = measure == METRES or (measure == REPS and not typed["tempo"])
        kit = typed["equipment"] or ["none"]
        both = [muscle for muscle in typed["secondary_muscles"] if muscle not in typed["primary_muscles"]]
        return ExerciseFacts(
            **{name: typed[name] for name in (*SAME, "primary_muscles", "caution_flags", "easier", "harder")},
            secondary_muscles=both,
            unilateral=typed["sides"] == ONE_SIDE,
            metric=_metric(measure, loadable=typed["loadable"]),
            reps=amount if measure == REPS else None,
            seconds=amount if measure == SECONDS else None,
            distance_m=amount if measure == METRES else None,
            starts_with=(typed["starts_with"] or StartsWith.LOWER) if typed["tempo"] else "",
            seconds_per_rep=self._rate("seconds_per_rep") if measure == REPS and is_timed else None,
            meters_per_second=self._rate("meters_per_second") if measure == METRES else None,
            contacts_per_rep=contacts if measure == REPS else None,
            contacts_per_second=contacts if measure == SECONDS else None,
            contacts_per_metre=contacts if measure == METRES else None,
            equipment=kit,
            equipment_options=self._options(kit),
        )

    def _in_order(self, name: str) -> list[str]:
        """What is ticked, in the order it is shown elsewhere, which may say what comes first."""
        shown = getattr(self.shown, name, [])
        return sorted(
            self.cleaned_data[name], key=lambda each: shown.index(each) if each in shown else len(shown)
        )

    @property
    def told(self) -> dict[str, str]:
        """What stands in the folded parts, in a few words."""
        return {
            "muscles": _joined(everyday_muscle(each) for each in self._chosen("primary_muscles")),
            "equipment": _joined(EQUIPMENT[each] for each in self._chosen("equipment")),
            "how": _joined(str(self["how_to"].value() or "").splitlines()[:1]),
            "care": _joined(CAUTION_FLAGS[each] for each in self._chosen("caution_flags")),
        }

    def _chosen(self, name: str) -> list[str]:
        known = dict(cast(Any, self.fields[name]).choices)
        return [each for each in self[name].value() or [] if each in known]

    def say_changed(self, version: int) -> None:
        """Tell that it was changed meanwhile; sent again as it is, it is stored over that version."""
        self.add_error(None, CHANGED)
        go_on_with(self, seen=version)

    def say_made(self, name: str) -> None:
        """Tell that the same form made something else before; sent again as it is, it makes another."""
        self.add_error(None, MADE.format(name=name))
        go_on_with(self, key=uuid4())

    def _rate(self, name: str) -> float:
        """Seconds for a repetition, or metres in a second, from how long a set takes."""
        exact = getattr(self.shown, name, None)
        as_shown = self["set_s"].data == self.initial.get("set_s")
        if exact is not None and as_shown and not {"amount", "measure"} & set(self.changed_data):
            return float(exact)
        set_s, amount = self.cleaned_data["set_s"], self.cleaned_data["amount"]
        return float(set_s / amount if name == "seconds_per_rep" else amount / set_s)

    def _options(self, kit: list[str]) -> list[list[str]]:
        needs = self.cleaned_data["needs"]
        if kit == ["none"] or needs == NONE:
            return [[]]
        if needs == AS_COPIED:
            return [list(option) for option in self.copied_options]
        return [[item] for item in kit] if needs == ANY else [kit]


def _metric(measure: str, *, loadable: bool) -> str:
    if measure == REPS:
        return Metric.REPS_LOAD if loadable else Metric.REPS
    return Metric.TIME if measure == SECONDS else Metric.DISTANCE


def _joined(words: Iterable[str]) -> str:
    return ", ".join(word[0].lower() + word[1:] for word in words if word)


def initial_of(exercise: Exercise) -> dict[str, Any]:
    """What the form shows of an exercise that is stored."""
    if exercise.reps is not None:
        measure, amount = REPS, exercise.reps
        set_s = exercise.seconds_per_rep and exercise.seconds_per_rep * amount
    elif exercise.seconds is not None:
        measure, amount, set_s = SECONDS, exercise.seconds, None
    else:
        measure, amount = METRES, exercise.distance_m or 0
        set_s = exercise.meters_per_second and amount / exercise.meters_per_second
    rates = (exercise.contacts_per_rep, exercise.contacts_per_second, exercise.contacts_per_metre)
    return {
        **{
            name: getattr(exercise, name)
            for name in (*SAME, "primary_muscles", "secondary_muscles", "caution_flags", "starts_with")
        },
        "seen": exercise.version,
        "sides": ONE_SIDE if exercise.unilateral else BOTH,
        "measure": measure,
        "amount": amount,
        "set_s": set_s and decimal_text(set_s),
        "contacts": next((decimal_text(rate) for rate in rates if rate is not None), None),
        "equipment": _kit_of(exercise),
        "needs": _needs(exercise),
        "easier": exercise.easier.slug if exercise.easier else "",
        "harder": exercise.harder.slug if exercise.harder else "",
    }


def _kit_of(exercise: Exercise) -> list[str]:
    """All that it names, also where only one way of doing it takes it."""
    named = [*exercise.equipment, *(item for option in exercise.equipment_options for item in option)]
    return [item for item in dict.fromkeys(named) if item != "none"]


def _needs(exercise: Exercise) -> str:
    kit, options = _kit_of(exercise), exercise.equipment_options
    if not kit or options == [kit]:
        return ALL
    if options == [[]]:
        return NONE
    return ANY if options == [[item] for item in kit] else AS_COPIED
