"""The figure of an exercise is read with its poses, plants and things, or every mistake is named."""

import pytest

from workouts.catalogue.fields import Fields, Mistakes
from workouts.catalogue.figure_file import read_figure
from workouts.figures.body.spec import Kind, Look, Plant

SQUAT = """
[figure]
about = "knee_n"
plant = ["foot_n", "foot_f on step", "hand_n on wall"]
props = [
  { kind = "box", name = "step", x = 10, h = 20 },
  { kind = "wall" },
  { kind = "dumbbell", at = ["wrist_f"] },
]
start = { hip = 2, knee = 3, knee_n = 6, sole_f = 10 }
end = { lean = 30, knee = 90 }
arrow = { of = "hip", x = -20, y = 5 }
works = ["n", "f"]
"""

SKIP = """
[figure]
kind = "travel"
about = "hip_n"
mirrored = true
steps = [
  { s = 0.4, plant = ["foot_n"], hip_f = 80, knee_f = 90 },
  { s = 0.2, air = 9, hip_f = 10 },
]
"""


def read(text):
    mistakes = Mistakes("x.toml")
    fields = Fields.of_toml(text, mistakes=mistakes)
    assert fields is not None
    return read_figure(fields), mistakes.sentences


def mistakes_of(text):
    spec, sentences = read(text)
    assert spec is None
    return sentences


def test_a_figure_has_its_poses_plants_and_things():
    spec, sentences = read(SQUAT)
    assert sentences == []
    assert (spec.look, spec.kind, spec.about, spec.works) == (Look.SIDE, Kind.MOVE, "knee_n", ("n", "f"))
    start, end = spec.steps
    assert start.plants == (Plant("foot_n", "floor"), Plant("foot_f", "step"), Plant("hand_n", "wall"))
    assert start.pose.angles == {"hip_n": 2, "hip_f": 2, "knee_n": 6, "knee_f": 3}
    assert start.pose.soles == {"f": 10}
    assert [(prop.kind, prop.name, dict(prop.numbers)) for prop in spec.props] == [
        ("box", "step", {"x": 10, "h": 20}),
        ("wall", "wall", {}),
        ("dumbbell", "dumbbell", {}),
    ]
    assert (spec.arrow, spec.arrow_beside) == ("hip", (-20, 5))
    assert end.pose.lean == 30


def test_the_end_keeps_what_it_does_not_say():
    spec, _ = read(SQUAT)
    assert spec.steps[1].pose.angles == {"hip_n": 2, "hip_f": 2, "knee_n": 90, "knee_f": 90}
    assert spec.steps[1].pose.soles == {"f": 10}


def test_steps_go_on_from_one_another_and_the_other_side_follows():
    spec, sentences = read(SKIP)
    assert sentences == []
    assert [(step.seconds, step.air) for step in spec.steps] == [(0.4, 0), (0.2, 9), (0.4, 0), (0.2, 9)]
    assert spec.steps[1].pose.angles == {"hip_f": 10, "knee_f": 90}
    assert spec.steps[3].pose.angles == {"hip_n": 10, "knee_n": 90}
    assert spec.steps[1].plants == ()
    assert spec.steps[2].plants == (Plant("foot_f", "floor"),)


def test_an_exercise_may_have_no_figure():
    assert read('name = "Squat"') == (None, [])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('about = "knee_n"', 'about = "kneecap"', "figure.about"),
        ('"foot_n", "foot_f', '"fout_n", "foot_f', "figure.plant"),
        ("on step", "on stool", '"stool" is not one of floor, step, wall'),
        ('kind = "box"', 'kind = "crate"', "figure.props[1].kind"),
        ('at = ["wrist_f"]', 'at = ["pocket"]', "figure.props[3].at"),
        ("hip = 2", "hop = 2", "figure.start.hop"),
        ("lean = 30", 'lean = "far"', "a number is wanted"),
        ('of = "hip"', 'of = "hope"', "figure.arrow.of"),
        ("x = -20", "z = -20", "figure.arrow.z"),
        ('works = ["n", "f"]', 'works = ["left"]', "figure.works"),
        ("[figure]", '[figure]\nlook = "behind"', "figure.look"),
        ("[figure]", '[figure]\nkind = "jig"', "figure.kind"),
        ("[figure]", "[figure]\nshort = { nose = 0.5 }", "figure.short.nose"),
        ("[figure]", "[figure]\nwhat = 1", "figure.what"),
    ],
)
def test_every_mistake_is_named_with_its_key(old, new, told):
    assert old in SQUAT
    assert any(told in sentence for sentence in mistakes_of(SQUAT.replace(old, new, 1)))


def test_a_band_from_one_point_needs_a_place_to_lead_to():
    band = SQUAT.replace('{ kind = "wall" }', '{ kind = "wall" }, { kind = "long_band", at = ["wrist_n"] }')
    assert any("needs the place x, y" in sentence for sentence in mistakes_of(band))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SQUAT.replace("hand_n on wall", "hand_n on mat").replace("wall", "mat"), "figure.plant"),
        (SQUAT.replace('at = ["wrist_f"]', 'at = ["hip"]'), "figure.props[3].at"),
        (SKIP.replace("s = 0.2, ", ""), "figure.steps: whoever travels needs steps"),
        (SKIP.replace('"travel"', '"move"'), "figure.steps: more than a start and an end"),
    ],
)
def test_what_could_not_be_drawn_is_a_mistake(text, told):
    assert any(told in sentence for sentence in mistakes_of(text))
