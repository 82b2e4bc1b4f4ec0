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


@pytest.mark.parametrize(
    "slug",
    [
        slug
        for slug in SLUGS
        if exercises()[slug].prescription.tempo and scene_of(slug).spec.kind in (Kind.MOVE, Kind.ROLL)
    ],
)
def test_a_figure_with_a_tempo_takes_as_long_as_a_repetition(slug):
    tempo = exercises()[slug].prescription.tempo
    assert tempo is not None
    assert scene_of(slug).motion.seconds == tempo.total_s


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


def test_a_flight_is_fast_near_the_ground_and_slow_at_its_top():
    motion = scene_of("squat-jump").motion
    up, down = (leg for leg in motion.legs if not leg.plants)
    height = [motion.at(up, part).at["hip"][1] for part in (0, 0.5, 1)]
    assert height[1] - height[0] == pytest.approx(3 * (height[2] - height[1]))
    assert motion.at(up, 1).lowest() == pytest.approx(32)
    assert motion.at(down, 0.5).at["hip"][1] > (motion.at(down, 0).at["hip"][1] + down.end.at["hip"][1]) / 2


@pytest.mark.parametrize("slug", ["squat-jump", "pogo-hops", "single-leg-hop-stick", "skater-bound"])
def test_who_hops_on_the_spot_needs_no_ground_that_goes_back(slug):
    assert "ground" not in channels(scene_of(slug), left=0, top=0)


def test_in_the_air_keyframes_are_few_and_on_the_ground_as_many_as_the_feet_need():
    scene = scene_of("squat-jump")
    root = channels(scene, left=0, top=0)["root"]

    def instants_in(number: int) -> int:
        leg, since = scene.timed_legs[number]
        over = [part * scene.motion.seconds - since for part, _ in root.instants]
        return sum(0 < seconds < leg.seconds for seconds in over)

    push, up, down = 2, 3, 4
    assert not scene.motion.legs[up].plants
    assert max(instants_in(up), instants_in(down)) < instants_in(push) / 2
