"""A circuit as text: read as a person writes it, refused in sentences, written to be read again."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workouts.own.shelf import exercises
from workouts.catalogue.files import read_files
from workouts.own.circuit import OwnCircuit, OwnStation
from workouts.own.read import NotUnderstood, read_circuit
from workouts.own.written import written
from workouts.training.circuit_time import Format

LUNGE = OwnStation(exercise="reverse-lunge", reps=8, tempo="3-1-1-1")
PLANK = OwnStation(exercise="front-plank", seconds=30)


def read(text):
    return read_circuit(text, exercises()).circuit


def sentences(text):
    with pytest.raises(NotUnderstood) as refused:
        read_circuit(text, exercises())
    return list(refused.value.told)


@pytest.mark.parametrize(
    "text",
    [
        "3 rounds: reverse lunge 8/side @3-1-1-1, plank 30 s, rest 45",
        "3 rounds of reverse lunge 8 each side @ 3-1-1-1; plank 0:30; 45 s rest between rounds",
        "3 Rounds\n\n- 8 Reverse Lunges per leg, tempo 3-1-1-1\n- Plank 30sec\nRest 0:45 after each round",
        "1. reverse lunge 8 @3111\n2. plank 30 seconds\nrest 45 s between rounds\n3 rounds",
        "• Backward lunge × 8/side @3–1–1–1\n• 30 s plank\n• 45 sec rest\n3 x rounds",
        "Complete 3 rounds of the following:\n* Reverse lunge (8 each) @3-1-1-1\n* 30-second plank\nRest 45s",
        'reverse lunge 8ea @3-1-1-1\nplank 30"\nrest 45 s\nRepeat 3 times',
        "Three rounds:\nreverse lunge | 8/side | @3-1-1-1\nplank - 30 s hold - 45 s rest",
        "reverse lunge 8/side @3-1-1-1\nplank 30 s, rest 45 s\n3 sets",
        "3 circuits:\nA1. reverse lunge, 8 reps, each side, @3-1-1-1\nA2. plank, 30 s\nrest of 45 s",
    ],
)
def test_however_it_is_written_it_is_the_same_circuit(text):
    assert read(text) == OwnCircuit(
        format=Format.CIRCUIT, rounds=3, rest_between_rounds_s=45, stations=(LUNGE, PLANK)
    )


def test_sets_without_rounds_are_done_one_exercise_after_the_other():
    told = read("warm-up 5 min\nRDL 3x8 @3-1-X-0, rest 2 min\nfarmer carry 2 x 20 m, rest 1:30")
    assert (told.format, told.warm_up_minutes) == (Format.STRAIGHT_SETS, 5)
    assert told.stations == (
        OwnStation(exercise="romanian-deadlift", sets=3, reps=8, tempo="3-1-X-0", rest_after_s=120),
        OwnStation(exercise="farmers-carry", sets=2, distance_m=20, rest_after_s=90),
    )


def test_a_list_without_rounds_and_sets_is_gone_through_once():
    told = read("squat 10, plank 40 s")
    assert (told.format, told.rounds, told.rest_between_rounds_s) == (Format.CIRCUIT, 1, 0)
    assert read("in order: squat 10, plank 40 s").format is Format.SEQUENCE
    assert read("straight sets: squat 10").format is Format.STRAIGHT_SETS
    assert read("circuit: squat 10").format is Format.CIRCUIT


def test_an_exercise_without_a_dose_has_its_usual_one_and_repetitions_their_usual_tempo():
    bridge, plank, squat = read("2 rounds: glute bridge, plank, squat 5").stations
    usual = {slug: entry.prescription for slug, entry in read_files().exercises.items()}
    assert (bridge.reps, bridge.tempo) == (usual["glute-bridge"].reps, str(usual["glute-bridge"].tempo))
    assert (plank.seconds, plank.tempo) == (usual["front-plank"].seconds, "")
    assert (squat.reps, squat.tempo) == (5, str(usual["bodyweight-squat"].tempo))


def test_a_rest_between_exercises_is_that_of_each_without_one_of_its_own():
    told = read("2 rounds: squat 10, push-ups 8 rest 5 s, plank 40 s, rest 20 s between exercises")
    assert [station.rest_after_s for station in told.stations] == [20, 5, 0]
    assert told.rest_between_rounds_s == 20


def test_a_first_line_that_is_no_way_through_is_the_name():
    named = read_circuit("Monday, legs and core:\n2 rounds\nsquat 10", exercises())
    assert (named.name, named.circuit.rounds) == ("Monday, legs and core", 2)
    assert read_circuit("2 rounds:\nsquat 10", exercises()).name == ""


@pytest.mark.parametrize(
    ("line", "name", "rounds"),
    [
        ("Core circuit (3 rounds):", "Core circuit", 3),
        ("Core circuit - 3 rounds:", "Core circuit", 3),
        ("3 sets:", "", 3),
        ("3 sets of:", "", 3),
        ("3x:", "", 3),
        ("Repeat three times:", "", 3),
        ("Warm-up 5 min:", "", 1),
    ],
)
def test_a_first_line_that_says_the_rounds_says_them(line, name, rounds):
    told = read_circuit(f"{line}\nsquat 10\nplank 30 s", exercises())
    assert (told.name, told.circuit.rounds, len(told.circuit.stations)) == (name, rounds, 2)


def test_a_rest_between_sets_on_a_line_of_its_own_is_that_of_all():
    told = read("squat 3 sets of 10\nplank 3 sets of 30 s\nRest 60 s between sets")
    assert [station.rest_after_s for station in told.stations] == [60, 60]


@pytest.mark.parametrize(
    "text", ["plank hold 30 s", "30 s plank hold", "Plank 30 secs hold", "hold plank for 30 s"]
)
def test_the_name_it_begins_with_is_not_given_up_for_another_with_the_same_words(text):
    assert read(text).stations == (PLANK,)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "No exercise was found. Write it like this: 3 rounds: reverse lunge"),
        ("  \n, ;", "No exercise was found."),
        ("revers lunge 8", "No exercise is called “revers lunge”. Do you mean Reverse lunge or"),
        ("foo bar 8", "No exercise is called “foo bar”. Look for it in the library,"),
        ("single leg 8", "“single leg” fits"),
        ("calves, squat 8", "“calves” fits one exercise: Foam roll calves. Write the whole name."),
        ("AMRAP 20 minutes:\nplank", "there is no “AMRAP” here. Write rounds, and one number for each"),
        ("squat 8 rest 30-45 s", "“rest 30-45 s”: a circuit asks for one number."),
        ("bridge wall 8", "“wall” after Glute bridge was not understood."),
        ("rest 30", "“rest 30” stands before any exercise. Write it after one."),
        ("3x8, squat", "“3x8” stands before any exercise."),
        ("reverse lunge 8 slowly", "“slowly” after Reverse lunge was not understood. Leave it out,"),
        ("squat 8-12 reps", "Bodyweight squat, “8-12 reps”: a circuit asks for one number."),
        ("squat 8, 8 to 12 reps", "Bodyweight squat, “8 to 12 reps”: a circuit asks for one number."),
        ("squat 8 @20 kg", "Bodyweight squat, “@20 kg”: weights are no part of a circuit;"),
        ("squat 8 @8", "Bodyweight squat, “@8”: effort is no part of a line;"),
        ("squat 8 rpe 7.5", "Bodyweight squat, “rpe 7.5”: effort is no part of a line;"),
        ("squat 8 x 70%", "Bodyweight squat, “70%”: effort is no part of a line;"),
        ("squat 8 8", "Bodyweight squat: the dose stands there twice. Leave one out."),
        ("squat 8 rest 5, rest 6, plank", "Bodyweight squat: the rest stands there twice."),
        ("2 rounds, 3 rounds, squat", "The rounds of the circuit stand there twice. Leave one out."),
        ("2 rounds: squat 3x8", "in rounds an exercise is done once a round. Leave out its 3 sets, or"),
        ("straight sets: squat 3x8, 2 rounds", "It says rounds, and sets one after the other."),
        ("straight sets: squat 3x8, rest 60 s between rounds", "There are no rounds to rest between."),
        ("plank 10 reps", "“plank 10 reps”: Forearm plank is not counted in repetitions. Its usual dose"),
        ("squat 20 m", "Bodyweight squat is not counted in metres. Its usual dose is"),
        ("plank 30 s each side", "Forearm plank works both sides at once. Leave out “each side”."),
        ("plank 30 s @3-1-1-1", "Forearm plank takes no tempo."),
        ("squat 8 @0-0-0-0", "0-0-0-0 is not a tempo."),
        ("squat 8 no tempo", "Bodyweight squat needs a tempo, or nobody can tell how long it takes."),
        ("squat 0", "Bodyweight squat: 0 is not 1 to 500 repetitions."),
        ("squat 501", "Bodyweight squat: 501 is not 1 to 500 repetitions."),
        ("plank 3601 s", "Forearm plank: 3601 is not 1 to 3600 seconds."),
        ("squat 21x8", "Bodyweight squat: 21 is not 1 to 20 sets."),
        ("99 rounds: squat", "Rounds: 99 is not 1 to 20 rounds."),
        ("squat 8 rest 31 min, plank", "1860 is not 0 to 1800 seconds of rest."),
        ("2 rounds: squat 8, rest 31 min", "Rest between rounds: 1860 is not 0 to 1800 seconds of rest."),
        ("warm-up 61 min, squat", "Warm-up: 61 is not 0 to 60 minutes of warm-up."),
        ("\n".join(["squat 8"] * 31), "A circuit holds 30 exercises at most."),
        ("x" * 8001, "The text is longer than 8000 characters. Paste one circuit only."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_in_a_sentence(text, told):
    found = sentences(text)
    assert any(told in sentence for sentence in found), found


def test_everything_that_is_not_understood_is_told_at_once():
    assert len(sentences("3 rounds: foo 8, plank 10 reps, squat 8-10, dead bug 8 slowly")) == 4


@pytest.mark.parametrize("slug", sorted(read_files().circuits))
def test_every_circuit_of_the_catalogue_survives_as_text(slug):
    entry = read_files().circuits[slug]
    circuit = OwnCircuit(
        format=entry.format,
        rounds=entry.rounds,
        rest_between_rounds_s=entry.rest_between_rounds_s,
        warm_up_minutes=entry.warm_up_minutes,
        stations=tuple(
            OwnStation(
                exercise=each.exercise,
                sets=each.sets,
                reps=each.reps,
                seconds=each.seconds,
                distance_m=each.distance_m,
                tempo=str(each.tempo or ""),
                rest_after_s=each.rest_after_s,
            )
            for each in entry.stations
        ),
    )
    assert read(written(circuit, exercises())) == circuit.plainly
    # The seconds stay the same, rest for rest.
    assert circuit.plainly.shape(exercises().by_slug).seconds == circuit.shape(exercises().by_slug).seconds


def doses(slug):
    usual = exercises().by_slug[slug].usual
    if usual.reps is not None:
        tempos = st.sampled_from([str(usual.tempo), "2-0-X-0", "4-2-4-1"]) if usual.tempo else st.just("")
        return st.builds(OwnStation, exercise=st.just(slug), reps=st.integers(1, 500), tempo=tempos)
    if usual.seconds is not None:
        return st.builds(OwnStation, exercise=st.just(slug), seconds=st.integers(1, 3600))
    return st.builds(OwnStation, exercise=st.just(slug), distance_m=st.integers(1, 10_000))


@st.composite
def circuits(draw):
    stations = []
    for slug in draw(st.lists(st.sampled_from(sorted(exercises().by_slug)), min_size=1, max_size=8)):
        dose = draw(doses(slug))
        rest, sets = draw(st.integers(0, 1800)), draw(st.integers(1, 20))
        stations.append(OwnStation(**{**vars(dose), "sets": sets, "rest_after_s": rest}))
    return OwnCircuit(
        format=draw(st.sampled_from(Format)),
        rounds=draw(st.integers(1, 20)),
        rest_between_rounds_s=draw(st.integers(0, 1800)),
        warm_up_minutes=draw(st.integers(0, 60)),
        stations=tuple(stations),
    )


@given(circuits())
def test_what_is_written_is_read_as_the_same(circuit):
    assert read(written(circuit, exercises())) == circuit.plainly


@given(
    circuits(),
    st.sampled_from([str.upper, str.lower, str.title]),
    st.sampled_from(["\n", ", ", "; ", " ;\n"]),
)
def test_capitals_and_what_stands_between_the_lines_make_no_difference(circuit, letters, between):
    text = written(circuit, exercises())
    assert read(between.join(letters(text).splitlines())) == circuit.plainly


def tried(text):
    """The circuit, or the sentences that say why there is none."""
    try:
        return read(text), ()
    except NotUnderstood as refused:
        return None, refused.told


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_at_all_is_too_odd_to_answer(text):
    circuit, told = tried(text)
    assert circuit or told
    assert all(sentence.strip() for sentence in told)


WORDS = st.sampled_from(
    re.findall(
        r"\S+|\n",
        "3 rounds : , ; \n squat plank reverse lunge 8 30 s /side @3-1-1-1 rest between x - @ min sets of "
        "each 0 1:30 tempo warm-up no in order straight circuit 99999 ² é",
    )
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_what_is_read_can_be_written_and_read_again(text):
    circuit, told = tried(text)
    if circuit is None:
        assert told
    else:
        assert read(written(circuit, exercises())) == circuit
