"""Reads one file of `exercises/`: a movement, its words and its default prescription."""

from workouts.catalogue.dose import read_dose
from workouts.catalogue.entries import ExerciseEntry
from workouts.catalogue.fields import Fields
from workouts.catalogue.figure_file import read_figure
from workouts.training.prescription import BadPrescription, Contacts, Metric, Prescription
from workouts.training.tempo import StartsWith
from workouts.vocabulary import (
    CATEGORIES,
    CAUTION_FLAGS,
    DEGREES,
    EQUIPMENT,
    LEVELS,
    METRICS,
    MOVEMENT_PATTERNS,
    MUSCLES,
    STRENGTH_CATEGORIES,
)

_DOSE_OF_METRIC = {
    Metric.REPS: "reps",
    Metric.REPS_LOAD: "reps",
    Metric.TIME: "seconds",
    Metric.DISTANCE: "distance_m",
}


def read_exercise(*, slug: str, fields: Fields) -> ExerciseEntry | None:
    """Read one exercise, or None if anything is wrong with it; what it is stands among the mistakes."""
    name = fields.text("name")
    aliases = fields.texts("aliases", optional=True)
    category = fields.text("category", among=CATEGORIES)
    level = fields.whole("level", low=min(LEVELS), high=max(LEVELS))
    movement_pattern = fields.text("movement_pattern", among=MOVEMENT_PATTERNS)
    primary_muscles = fields.texts("primary_muscles", among=MUSCLES)
    secondary_muscles = fields.texts("secondary_muscles", among=MUSCLES, may_be_empty=True)
    equipment = fields.texts("equipment", among=EQUIPMENT)
    equipment_options = fields.text_lists("equipment_options", among=EQUIPMENT)
    unilateral = fields.flag("unilateral")
    metric = fields.text("metric", among=METRICS)
    loadable = fields.flag("loadable")
    impact = fields.text("impact", among=DEGREES)
    leg_fatigue = fields.text("leg_fatigue", among=DEGREES)
    regression = fields.text("regression", optional=True)
    progression = fields.text("progression", optional=True)
    why_for_runners = fields.text("why_for_runners")
    how_to = fields.texts("how_to")
    common_mistakes = fields.texts("common_mistakes")
    caution_flags = fields.texts("caution_flags", among=CAUTION_FLAGS, may_be_empty=True)
    caution = fields.text("caution", optional=True)
    contacts = _contacts(fields)
    figure = read_figure(fields)

    prescribed = fields.table("prescription")
    prescription, starts_with, target_rpe = None, "", 0
    if prescribed is not None:
        prescription = _prescription(
            prescribed,
            per_side=unilateral,
            contacts=contacts,
            counts_tension=category in STRENGTH_CATEGORIES,
            dose_key=_DOSE_OF_METRIC[Metric(metric)] if metric in METRICS else None,
        )
        starts_with = _starts_with(prescribed)
        target_rpe = prescribed.whole("target_rpe", low=0, high=10)
        prescribed.close()
    fields.close()
    if not fields.file_clean or prescription is None:
        return None
    return ExerciseEntry(
        slug=slug,
        name=name,
        aliases=aliases,
        category=category,
        level=level,
        movement_pattern=movement_pattern,
        primary_muscles=primary_muscles,
        secondary_muscles=secondary_muscles,
        equipment=equipment,
        equipment_options=equipment_options,
        unilateral=unilateral,
        metric=Metric(metric),
        loadable=loadable,
        impact=impact,
        leg_fatigue=leg_fatigue,
        regression=regression or None,
        progression=progression or None,
        why_for_runners=why_for_runners,
        how_to=how_to,
        common_mistakes=common_mistakes,
        caution_flags=caution_flags,
        caution=caution,
        prescription=prescription,
        starts_with=StartsWith(starts_with) if starts_with else None,
        target_rpe=target_rpe,
        figure=figure,
    )


def _contacts(fields: Fields) -> Contacts | None:
    table = fields.table("contacts", optional=True)
    if table is None:
        return None
    rates = {key: table.optional_number(key) for key in ("per_rep", "per_second", "per_metre")}
    table.close()
    try:
        return Contacts(**rates)
    except BadPrescription as error:
        table.note(str(error))
        return None


def _prescription(
    fields: Fields,
    *,
    per_side: bool,
    contacts: Contacts | None,
    counts_tension: bool,
    dose_key: str | None,
) -> Prescription | None:
    dose = read_dose(fields)
    if dose_key and len(dose.keys) == 1 and dose.keys != (dose_key,):
        fields.note(f"the dose is in {dose.keys[0]}, but the metric asks for {dose_key}.")
    sets = fields.whole("sets", low=1)
    rest_after_s = fields.whole("rest_after_s", low=0)
    seconds_per_rep = fields.optional_number("seconds_per_rep")
    meters_per_second = fields.optional_number("meters_per_second")
    if dose.tempo is not None and seconds_per_rep is not None:
        fields.note("the tempo says it already: leave one of them out.", key="seconds_per_rep")
    if not fields.clean:
        return None
    try:
        return Prescription(
            sets=sets,
            reps=dose.reps,
            seconds=dose.seconds,
            distance_m=dose.distance_m,
            tempo=dose.tempo,
            per_side=per_side,
            rest_after_s=rest_after_s,
            seconds_per_rep=seconds_per_rep,
            meters_per_second=meters_per_second,
            contacts=contacts,
            counts_tension=counts_tension,
        )
    except BadPrescription as error:
        fields.note(str(error))
        return None


def _starts_with(fields: Fields) -> str:
    """The direction of the first movement, which a tempo needs and nothing else may have."""
    starts_with = fields.text("starts_with", among=[*StartsWith], optional=True)
    if fields.has("tempo") and not fields.has("starts_with"):
        fields.note('a tempo needs it: "lower" or "lift".', key="starts_with")
    if fields.has("starts_with") and not fields.has("tempo"):
        fields.note("without a tempo nothing starts: leave it out.", key="starts_with")
    return starts_with
