"""Every figure of the catalogue: what its drawing promises holds in each frame, on paper and in motion."""

import gzip
import re
from collections import defaultdict

import pytest
from django.template.loader import render_to_string

from tests.workouts.figures.body.faults import drift_of_keyframes, faults, inside
from tests.workouts.figures.body.shelf import SLUGS, scene_of, tints_of
from workouts import drawings
from workouts.catalogue.files import exercises
from workouts.figures.body.drawing import still
from workouts.figures.body.layout import muscles
from workouts.figures.body.muscles import REGIONS_OF
from workouts.figures.body.spec import Kind, Look
from workouts.figures.body.words import description

STILL_BYTES, MOVING_BYTES = 1.5 * 1024, 3 * 1024


def zipped(text: str) -> int:
    return len(gzip.compress(text.encode()))


def test_every_exercise_of_the_catalogue_has_a_figure():
    assert sorted(exercises()) == SLUGS


@pytest.mark.parametrize("slug", SLUGS)
def test_it_keeps_its_bones_joints_plants_ground_and_frame(slug):
    assert faults(scene_of(slug), tints=tints_of(slug)) == []
    assert inside(scene_of(slug)) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_what_its_stylesheet_moves_stays_planted_between_the_keyframes_too(slug):
    scene = scene_of(slug)
    if scene.spec.kind != Kind.ROLL:
        assert drift_of_keyframes(scene) < 1


@pytest.mark.parametrize("slug", SLUGS)
def test_it_tints_the_regions_of_its_muscles_the_most_and_the_some(slug):
    entry = exercises()[slug]
    most = {region for muscle in entry.primary_muscles for region in REGIONS_OF[muscle]}
    some = {region for muscle in entry.secondary_muscles for region in REGIONS_OF[muscle]} - most
    tints = tints_of(slug)
    assert {region for region, step in tints.items() if step == 4} == most
    assert {region for region, step in tints.items() if step == 2} == some
    drawn = {item.shape.css for _, item in muscles(scene_of(slug).spec, tints)}
    assert scene_of(slug).spec.look == Look.FOOT or "m4" in drawn


@pytest.mark.parametrize("slug", SLUGS)
def test_its_words_bend_no_joint_further_than_straight_back(slug):
    told = re.findall(r"(\d+) degrees", description(scene_of(slug)))
    assert all(int(degrees) <= 180 for degrees in told)


@pytest.mark.parametrize("slug", SLUGS)
def test_its_arrow_lies_in_the_picture(slug):
    drawing = still(scene_of(slug), tints={})
    for path in drawing.paths:
        if path.css == "a":
            # The middle one bends the curve and is not on it.
            first, _, last = re.findall(r"(-?\d+) (-?\d+)", path.d)
            on_it = [first, last]
        else:
            on_it = re.findall(r"(-?\d+) (-?\d+)", path.d) if path.css == "ah" else []
        for x, y in on_it:
            assert -1 <= int(x) <= drawing.width + 1
            assert -1 <= int(y) <= drawing.height + 1


@pytest.mark.parametrize(("slug", "ground"), [("supine-twist", False), ("bodyweight-squat", True)])
def test_only_what_is_seen_from_the_side_or_the_front_stands_on_a_line(slug, ground):
    drawing = still(scene_of(slug), tints={})
    line = 'class="gl"' in render_to_string("workouts/figures/still.html", {"drawing": drawing})
    assert (drawing.ground is not None, line) == (ground, ground)


@pytest.mark.parametrize("slug", SLUGS)
def test_it_is_light(slug):
    figure = drawings.figure(slug)
    assert figure is not None
    assert zipped(render_to_string("workouts/figures/still.html", {"drawing": figure.still})) <= STILL_BYTES
    moving = render_to_string("workouts/figures/moving.html", {"figure": figure, "name": slug})
    assert zipped(moving) + zipped(figure.moving.sheet) <= MOVING_BYTES


def test_no_two_exercises_share_a_drawing():
    by_drawing = defaultdict(list)
    for slug in SLUGS:
        # Without the tints: it is the body that must tell them apart.
        drawing = still(scene_of(slug), tints={})
        by_drawing[drawing.paths].append(slug)
    assert [slugs for slugs in by_drawing.values() if len(slugs) > 1] == []
