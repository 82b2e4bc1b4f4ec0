"""Motion: at the exercise's tempo, without a jerk, and back to where it began."""

import pytest

from tests.workouts.figures.body.shelf import SLUGS, scene_of
from workouts.catalogue.files import exercises
from workouts.figures.body.channels import channels
from workouts.figures.body.motion import seconds_in_order, smooth
from workouts.figures.body.spec import Kind
from workouts.training.tempo import StartsWith, Tempo


def test_a_repetition_takes_its_tempo_in_the_order_it_is_done():
    tempo = Tempo.parse("3-1-2-0")
    assert seconds_in_order(tempo, StartsWith.LOWER) == (3, 1, 2, 0)
    assert seconds_in_order(tempo, StartsWith.LIFT) == (2, 0, 3, 1)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_figure_with_a_tempo_takes_as_long_as_a_repetition(slug):
    tempo, scene = exercises()[slug].prescription.tempo, scene_of(slug)
    if tempo is not None and scene.spec.kind == Kind.MOVE and len(scene.spec.steps) == 2:
        assert scene.motion.seconds == tempo.total_s


@pytest.mark.parametrize("slug", SLUGS)
def test_it_comes_back_to_where_it_began(slug):
    found = channels(scene_of(slug), left=0, top=0)
    for key, channel in found.items():
        if key != "ground" and channel.moves:
            assert channel.at(1.0) == pytest.approx(channel.at(0.0), abs=0.6), key


def test_it_starts_and_ends_without_a_jerk():
    assert smooth(0) == 0
    assert smooth(1) == 1
    assert smooth(0.01) < 0.001
    assert 1 - smooth(0.99) < 0.001
