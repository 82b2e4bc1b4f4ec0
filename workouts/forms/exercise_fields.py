"""What the form of an exercise of one's own asks for."""

from django import forms

from workouts.forms.fields import PLAIN, decimal, some_of, whole
from workouts.forms.lines import LinesField, NamesField
from workouts.own.circuit import FARTHEST_M, LONGEST_REST_S, LONGEST_S, MOST_REPS, MOST_SETS
from workouts.training.tempo import StartsWith
from workouts.vocabulary import (
    CATEGORIES,
    CAUTION_FLAGS,
    DEGREES,
    EFFORT_WORDS,
    EQUIPMENT,
    LEVELS,
    MOVEMENT_PATTERNS,
    MUSCLES,
)

REPS, SECONDS, METRES = "reps", "seconds", "metres"
MEASURES = {REPS: "Repetitions", SECONDS: "Seconds", METRES: "Metres"}
MOST = {REPS: (MOST_REPS, "repetitions"), SECONDS: (LONGEST_S, "seconds"), METRES: (FARTHEST_M, "metres")}
ONE_SIDE, BOTH = "one", "both"
ALL, ANY, NONE, AS_COPIED = "all", "any", "none", "as_copied"
LONGEST_NAME = 80
DEGREE_CHOICES = [(degree, degree.capitalize()) for degree in DEGREES]


class ExerciseFields(forms.Form):
    """The fields, each with its own limits."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    # Which version was shown; a new one has none.
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    name = forms.CharField(
        label="Name",
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=PLAIN),
        error_messages={"required": "Give it a name."},
    )
    aliases = NamesField(
        label="Also called",
        most=10,
        longest=LONGEST_NAME,
        help_text="Other names you may look for, with commas between them.",
    )
    category = forms.ChoiceField(
        label="Category",
        choices=[("", "Choose"), *CATEGORIES.items()],
        help_text="Core, glutes and hips, legs, calves and upper body count as strength.",
        error_messages={"required": "Choose what it belongs to."},
    )
    level = forms.TypedChoiceField(
        label="Level",
        coerce=int,
        choices=[("", "Choose"), *LEVELS.items()],
        error_messages={"required": "Choose how hard it is to do well."},
    )
    movement_pattern = forms.ChoiceField(
        label="Movement",
        required=False,
        choices=[("", "Not said"), *((key, word.capitalize()) for key, word in MOVEMENT_PATTERNS.items())],
    )
    sides = forms.ChoiceField(
        label="Works",
        widget=forms.RadioSelect,
        choices=[(BOTH, "Both sides at once"), (ONE_SIDE, "One side at a time")],
        initial=BOTH,
        error_messages={"required": "Say whether it works one side at a time."},
    )
    measure = forms.ChoiceField(
        label="Counted in",
        widget=forms.RadioSelect,
        choices=list(MEASURES.items()),
        initial=REPS,
        error_messages={"required": "Say what a set is counted in."},
    )
    sets = whole("Sets to begin with", low=1, high=MOST_SETS, unit="sets", initial=3)
    amount = whole("In each set", low=1, high=FARTHEST_M, unit="repetitions, seconds or metres")
    rest_s = whole("Rest after a set, s", low=0, high=LONGEST_REST_S, unit="seconds", initial=45)
    tempo = forms.CharField(
        label="Tempo",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs=PLAIN),
        help_text="Seconds to lower, pause, lift and hold, such as 3-1-1-0; X is as fast as you can.",
    )
    starts_with = forms.ChoiceField(
        label="A repetition begins with",
        required=False,
        widget=forms.RadioSelect,
        choices=[(StartsWith.LOWER, "Lowering"), (StartsWith.LIFT, "Lifting")],
        initial=StartsWith.LOWER,
    )
    set_s = decimal(
        "Seconds one set takes",
        low=1,
        high=LONGEST_S,
        told=f"Give seconds from 1 to {LONGEST_S}, for example 20.",
        help_text="Of one side. Asked only for metres, and for repetitions without a tempo.",
    )
    target_rpe = forms.TypedChoiceField(
        label="Effort to aim for",
        coerce=int,
        choices=[(rpe, f"{rpe}: {word}") for rpe, word in EFFORT_WORDS.items() if rpe],
        initial=7,
    )
    loadable = forms.BooleanField(label="Can be done with weights", required=False)
    contacts = decimal(
        "Landings",
        low=0.1,
        high=20,
        told="Give a number from 0.1 to 20, for example 1.",
        help_text="For jumps: how often a foot lands in a repetition, a second or a metre, as it is counted.",
    )
    leg_fatigue = forms.ChoiceField(
        label="Tires the legs",
        choices=[("", "Choose"), *DEGREE_CHOICES],
        help_text="Decides how near to a hard run a circuit with it may be.",
        error_messages={"required": "Choose how much it tires the legs."},
    )
    impact = forms.ChoiceField(label="Impact", choices=DEGREE_CHOICES, initial="none")
    primary_muscles = some_of("Works most", list(MUSCLES.items()))
    secondary_muscles = some_of("Also works", list(MUSCLES.items()))
    equipment = some_of(
        "Equipment",
        [(item, label.capitalize()) for item, label in EQUIPMENT.items() if item != "none"],
    )
    needs = forms.ChoiceField(
        label="Of the equipment",
        required=False,
        widget=forms.RadioSelect,
        choices=[(ALL, "All of it is needed"), (ANY, "Any one is enough"), (NONE, "It works without")],
        initial=ALL,
    )
    why_for_runners = forms.CharField(
        label="What it is good for", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    how_to = LinesField(label="How to do it", most=20, longest=500, rows=5, help_text="One step a line.")
    common_mistakes = LinesField(
        label="Watch for", most=20, longest=500, rows=3, help_text="One mistake a line."
    )
    caution_flags = some_of("Take care with", list(CAUTION_FLAGS.items()))
    caution = forms.CharField(
        label="What to mind there",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    easier = forms.ChoiceField(label="The next easier exercise", required=False)
    harder = forms.ChoiceField(label="The next harder exercise", required=False)
