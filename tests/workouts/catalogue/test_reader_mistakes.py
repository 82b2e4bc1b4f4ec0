"""Every mistake in one file is named with the file and the key, and none hides another."""

import pytest

from tests.workouts.catalogue.samples import HOP, PAIR, SAFETY, SQUAT, mistakes, spoilt
from workouts.catalogue.reader import CatalogueError, read_catalogue

TEMPO_MISTAKE = (
    '"3-1-1" is not a tempo. Write four numbers of seconds such as 3-1-2-0;'
    " only the third may be X, for as fast as possible."
)

IN_AN_EXERCISE = [
    # Unknown, missing and of the wrong type
    ("level = 2", 'level = 2\ncolour = "red"', "colour: this key is not known."),
    ("sets = 3", "sets = 3\nweight = 5", "prescription.weight: this key is not known."),
    ('name = "Squat"\n', "", "name: this key is missing; a text is wanted."),
    ("level = 2\n", "", "level: this key is missing; a whole number is wanted."),
    ("unilateral = false\n", "", "unilateral: this key is missing; true or false is wanted."),
    ("caution_flags = []\n", "", "caution_flags: this key is missing; a list of texts is wanted."),
    ("equipment_options = [[]]\n", "", "equipment_options: this key is missing; a list of lists is wanted."),
    ("sets = 3\n", "", "prescription.sets: this key is missing; a whole number is wanted."),
    ('name = "Squat"', "name = 7", "name: a text is wanted, not 7."),
    ('name = "Squat"', 'name = " "', 'name: a text is wanted, not " ".'),
    ("level = 2", 'level = "2"', 'level: a whole number from 1 to 5 is wanted, not "2".'),
    ("level = 2", "level = true", "level: a whole number from 1 to 5 is wanted, not true."),
    ("level = 2", "level = 2.0", "level: a whole number from 1 to 5 is wanted, not 2.0."),
    ("level = 2", "level = 0", "level: a whole number from 1 to 5 is wanted, not 0."),
    ("level = 2", "level = 6", "level: a whole number from 1 to 5 is wanted, not 6."),
    ("sets = 3", "sets = 0", "prescription.sets: a whole number of 1 or more is wanted, not 0."),
    ("unilateral = false", "unilateral = 0", "unilateral: true or false is wanted, not 0."),
    ("caution_flags = []", 'caution_flags = "knee"', 'caution_flags: a list of texts is wanted, not "knee".'),
    (
        "caution_flags = []",
        "caution_flags = [1]",
        "caution_flags: a list of texts is wanted, but it holds 1.",
    ),
    (
        'how_to = ["Sit down.", "Stand up."]',
        "how_to = []",
        "how_to: this list is empty; at least one text is wanted.",
    ),
    ('["Sit down.", "Stand up."]', '["Sit.", "Sit."]', 'how_to: "Sit." stands here 2 times.'),
    ("[[]]", "[]", "equipment_options: a list of lists is wanted, not an empty list."),
    ("[[]]", '["step"]', 'equipment_options: a list of texts is wanted, not "step".'),
    (
        "target_rpe = 7",
        "target_rpe = 11",
        "prescription.target_rpe: a whole number from 0 to 10 is wanted, not 11.",
    ),
    # Words that are not in the vocabulary
    (
        'category = "legs"',
        'category = "arms"',
        'category: "arms" is not one of calf_foot_ankle, core, glutes_hips,',
    ),
    ('"squat"', '"sitting"', 'movement_pattern: "sitting" is not one of ankle_foot,'),
    ('["quadriceps"]', '["quads"]', 'primary_muscles: "quads" is not one of adductors,'),
    (
        "secondary_muscles = []",
        'secondary_muscles = ["abs"]',
        'secondary_muscles: "abs" is not one of adductors,',
    ),
    ('["none"]', '["sofa"]', 'equipment: "sofa" is not one of anchor,'),
    ("[[]]", '[["sofa"]]', 'equipment_options: "sofa" is not one of anchor,'),
    ("caution_flags = []", 'caution_flags = ["toe"]', 'caution_flags: "toe" is not one of achilles,'),
    ('metric = "reps"', 'metric = "miles"', 'metric: "miles" is not one of distance, reps, reps_load, time.'),
    ('impact = "none"', 'impact = "huge"', 'impact: "huge" is not one of high, low, moderate, none.'),
    (
        'leg_fatigue = "low"',
        'leg_fatigue = "all"',
        'leg_fatigue: "all" is not one of high, low, moderate, none.',
    ),
    # Dose and tempo
    ('"3-1-1-0"', '"3-1-1"', f"prescription.tempo: {TEMPO_MISTAKE}"),
    ("reps = 10\n", "", "prescription: exactly one of reps, seconds, distance_m is wanted, not none."),
    (
        "reps = 10",
        "reps = 10\nseconds = 30",
        "prescription: exactly one of reps, seconds, distance_m is wanted, not reps and seconds.",
    ),
    ("reps = 10", "reps = 0", "prescription.reps: a whole number of 1 or more is wanted, not 0."),
    (
        'metric = "reps"',
        'metric = "time"',
        "prescription: the dose is in reps, but the metric asks for seconds.",
    ),
    ('starts_with = "lower"\n', "", 'prescription.starts_with: a tempo needs it: "lower" or "lift".'),
    ('"lower"', '"down"', 'prescription.starts_with: "down" is not one of lift, lower.'),
    (
        "target_rpe = 7",
        "target_rpe = 7\nseconds_per_rep = 5",
        "prescription.seconds_per_rep: the tempo says it already: leave one of them out.",
    ),
    (
        'tempo = "3-1-1-0"\nstarts_with = "lower"\n',
        "",
        "prescription: Repetitions need a tempo or seconds per repetition.",
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), IN_AN_EXERCISE)
def test_names_the_mistake_in_an_exercise(old, new, sentence):
    found = mistakes(squat=spoilt(SQUAT, old, new))
    assert len(found) == 1, found
    assert found[0].startswith(f"exercises/squat.toml, {sentence}")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "seconds_per_rep = 0.6",
            'seconds_per_rep = 0.6\nstarts_with = "lift"',
            "prescription.starts_with: without",
        ),
        (
            "seconds_per_rep = 0.6",
            "seconds_per_rep = 0",
            "prescription.seconds_per_rep: a number above zero is wa",
        ),
        (
            "seconds_per_rep = 0.6",
            "seconds_per_rep = inf",
            "prescription.seconds_per_rep: a number above zero is",
        ),
        ("per_rep = 1", "per_hop = 1", "contacts.per_hop: this key is not known."),
        (
            "per_rep = 1",
            "per_rep = 1\nper_second = 2",
            "contacts: Foot contacts are counted per repetition, per",
        ),
        (
            "per_rep = 1",
            "per_metre = 0.5",
            "prescription: Foot contacts cannot be counted for a dose in this unit.",
        ),
    ],
)
def test_names_the_mistake_in_the_rates_of_a_jump(old, new, sentence):
    text = HOP.replace(old, new) if old == "per_rep = 1" else spoilt(HOP, old, new)
    assert any(mistake.startswith(f"exercises/hop.toml, {sentence}") for mistake in mistakes(hop=text))


IN_A_CIRCUIT = [
    ("rounds = 3\n", "", "rounds: this key is missing; a whole number is wanted."),
    ("rounds = 3", "rounds = 0", "rounds: a whole number of 1 or more is wanted, not 0."),
    (
        'format = "circuit"',
        'format = "loop"',
        'format: "loop" is not one of circuit, sequence, straight_sets.',
    ),
    (
        'format = "circuit"',
        'format = "sequence"',
        "rounds: only a circuit has rounds; sequence has 1, and sets at its stations.",
    ),
    ('session_class = "light"', 'session_class = "hard"', 'session_class: "hard" is not one of heavy,'),
    ('level = "all"', 'level = "expert"', 'level: "expert" is not one of advanced, all, beginner,'),
    ("[5, 7]", "[7]", "target_rpe: two whole numbers are wanted, not a list."),
    ("[5, 7]", "6", "target_rpe: two whole numbers are wanted, not 6."),
    ("[5, 7]", "[7, 5]", "target_rpe: 7 is above 5: the lower number comes first."),
    ("[5, 7]", "[5, 11]", "target_rpe: a whole number from 0 to 10 is wanted, not 11."),
    ("goal =", "aim = 1\ngoal =", "aim: this key is not known."),
    ('note = "Slowly."', 'nota = "Slowly."', "stations[1].nota: this key is not known."),
    ("rest_after_s = 20\n", "", "stations[2].rest_after_s: this key is missing; a whole number is wanted."),
    (
        "rest_after_s = 20",
        "rest_after_s = -1",
        "stations[2].rest_after_s: a whole number of 0 or more is wanted, not -1.",
    ),
    ("reps = 8\n", "seconds = 8\n", "stations[1].tempo: a tempo needs reps."),
    ('"2-1-1-0"', '"3-1-1"', f"stations[1].tempo: {TEMPO_MISTAKE}"),
    ("reps = 5\n", "", "stations[2]: exactly one of reps, seconds, distance_m is wanted, not none."),
    (
        "reps = 5",
        "reps = 5\ndistance_m = 5",
        "stations[2]: exactly one of reps, seconds, distance_m is wanted, not reps and distance_m.",
    ),
    (
        'note = "Both feet on the ground."\n',
        "",
        "variants.easier.note: this key is missing; a text is wanted.",
    ),
    ("rounds = 2", "rounds = 2\nextra = 1", "variants.easier.extra: this key is not known."),
    (
        'reps = 6\ntempo = "3-1-1-0"\n',
        "",
        "variants.easier.swaps.hop: exactly one of reps, seconds, distance_m is wanted, not none.",
    ),
    ("reps = 6", "reps = 6\nsets = 2", "variants.easier.swaps.hop.sets: this key is not known."),
]


@pytest.mark.parametrize(("old", "new", "sentence"), IN_A_CIRCUIT)
def test_names_the_mistake_in_a_circuit(old, new, sentence):
    found = mistakes(circuit=spoilt(PAIR, old, new))
    assert len(found) == 1, found
    assert found[0].startswith(f"circuits/pair.toml, {sentence}")


def test_a_circuit_needs_stations():
    text = PAIR[: PAIR.index("[[stations]]")]
    assert mistakes(circuit=text) == [
        "circuits/pair.toml, stations: this key is missing; a list of tables is wanted."
    ]
    assert mistakes(circuit=text + "stations = []\n") == [
        "circuits/pair.toml, stations: a list of tables is wanted, not an empty list."
    ]
    assert mistakes(circuit=text + "stations = [3]\n") == [
        "circuits/pair.toml, stations[1]: a table is wanted, not 3."
    ]


def test_what_is_not_toml_is_named_with_its_place():
    found = mistakes(squat="name = \n", circuit="[[", safety="=")
    assert [sentence.partition(" is not TOML: ")[0] for sentence in found] == [
        "exercises/squat.toml: this",
        "circuits/pair.toml: this",
        "safety.toml: this",
    ]
    assert "line 1" in found[0]


@pytest.mark.parametrize(
    "name", ["Squat.toml", "my squat.toml", "squat.json", "-squat.toml", "a--b.toml", ".toml"]
)
def test_a_file_name_that_gives_no_slug_is_refused(name):
    with pytest.raises(CatalogueError) as refusal:
        read_catalogue(
            exercises={name: HOP.replace('regression = "squat"\n', "")}, circuits={}, safety=SAFETY
        )
    assert refusal.value.mistakes == (
        f"exercises/{name}: a file is named in small letters, digits and single dashes,"
        ' such as "dead-bug.toml".',
    )


def test_all_mistakes_are_told_at_once():
    found = mistakes(
        squat=spoilt(spoilt(SQUAT, "level = 2", "level = 9"), '"3-1-1-0"', '"slow"'),
        hop=spoilt(HOP, 'name = "Hop"\n', ""),
        circuit=spoilt(PAIR, "rounds = 3", "rounds = 0"),
        safety=spoilt(SAFETY, "max = 3", "max = 2"),
    )
    places = [sentence.partition(":")[0] for sentence in found]
    assert places == [
        "exercises/hop.toml, name",
        "exercises/squat.toml, level",
        "exercises/squat.toml, prescription.tempo",
        "circuits/pair.toml, rounds",
        "safety.toml, pain_scale.bands",
    ]


def test_the_error_prints_a_line_for_each_mistake():
    with pytest.raises(CatalogueError, match=r"(?s)hop\.toml, name: .*\n.*pair\.toml, rounds: "):
        read_catalogue(
            exercises={"squat.toml": SQUAT, "hop.toml": spoilt(HOP, 'name = "Hop"\n', "")},
            circuits={"pair.toml": spoilt(PAIR, "rounds = 3", "rounds = 0")},
            safety=SAFETY,
        )
