"""The moving drawing: it rests over its ghost, and the breath of what is held moves the trunk alone."""

import re

import pytest

from tests.workouts.figures.body.shelf import SLUGS, scene_of, tints_of
from workouts.figures.body.channels import at_rest
from workouts.figures.body.moving import BREATHES, moving

TRAVELS = [slug for slug in SLUGS if scene_of(slug).motion.stride]
HELD = [slug for slug in SLUGS if len(scene_of(slug).motion.poses) == 1]


def drawn(slug):
    return moving(scene_of(slug), name=f"v-{slug}", tints=tints_of(slug))


@pytest.mark.parametrize("slug", TRAVELS)
def test_who_goes_on_rests_where_the_end_is_drawn(slug):
    scene = scene_of(slug)
    left, top, _, _ = scene.box
    x, y = scene.end.at[scene.motion.skeleton.root]
    assert at_rest(scene, left=left, top=top)["root"] == pytest.approx((x - left, top - y))
    assert at_rest(scene, left=left, top=top)["ground"] == (0, 0)


@pytest.mark.parametrize("slug", SLUGS)
def test_without_its_stylesheet_every_group_stands_as_it_rests(slug):
    for part in drawn(slug).parts:
        if re.fullmatch(r"k\d+", part.css):
            assert part.transform


@pytest.mark.parametrize("slug", HELD)
def test_the_breath_moves_the_trunk_and_nothing_that_hangs_on_it(slug):
    parts = drawn(slug).parts
    for place, part in enumerate(parts):
        if part.css == BREATHES:
            assert parts[place + 1].path
            assert parts[place + 2].closes


@pytest.mark.parametrize("slug", SLUGS)
def test_every_group_that_is_opened_is_closed(slug):
    depth = 0
    for part in drawn(slug).parts:
        depth += -1 if part.closes else 0 if part.path else 1
        assert depth >= 0
    assert depth == 0
