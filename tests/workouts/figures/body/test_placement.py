"""From the angles of joints to points: directions, bones that keep their length, limbs that reach."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.figures.body.placement import place, reached
from workouts.figures.body.skeleton import FRONT, SIDE, SKELETONS

SKELETON = st.sampled_from(list(SKELETONS.values()))


def test_a_standing_body_is_upright_with_straight_legs_and_arms_that_hang():
    at = place(SIDE, lean=0, angles={}).at
    assert at["shoulder"] == pytest.approx((0, 56))
    assert at["knee_n"] == pytest.approx((0, -48))
    assert at["ankle_n"] == pytest.approx((0, -95))
    assert at["toe_n"] == pytest.approx((20, -95))
    assert at["wrist_n"] == pytest.approx((0, -12))


def test_angles_are_those_of_anatomy():
    seated = place(SIDE, lean=0, angles={"hip_n": 90, "knee_n": 90}).at
    assert seated["knee_n"] == pytest.approx((48, 0))
    assert seated["ankle_n"] == pytest.approx((48, -47))
    overhead = place(SIDE, lean=0, angles={"shoulder_n": 180}).at
    assert overhead["wrist_n"] == pytest.approx((0, 124))
    supine = place(SIDE, lean=-90, angles={}).at
    assert supine["shoulder"] == pytest.approx((-56, 0))
    assert supine["knee_n"] == pytest.approx((48, 0))


def test_from_the_front_limbs_lead_away_from_the_middle_on_both_sides():
    at = place(FRONT, lean=0, angles={"hip_n": 30, "hip_f": 30, "shoulder_n": 90, "shoulder_f": 90}).at
    assert at["knee_n"][0] == pytest.approx(-at["knee_f"][0])
    assert at["knee_n"][0] > 30
    assert at["wrist_n"][0] == pytest.approx(-at["wrist_f"][0])
    assert at["wrist_n"][0] > 80


@given(skeleton=SKELETON, lean=st.floats(-180, 180), data=st.data())
def test_whatever_the_angles_every_bone_keeps_its_length(skeleton, lean, data):
    angles = {joint: data.draw(st.floats(-180, 180)) for joint in skeleton.joints}
    placed = place(skeleton, lean=lean, angles=angles, root=(3, 4))
    for end, bone in skeleton.bones.items():
        x, y = placed.base(bone)
        assert hypot(placed.at[end][0] - x, placed.at[end][1] - y) == pytest.approx(bone.length)


@given(
    knee=st.floats(5, 150),
    hip=st.floats(-30, 120),
    lean=st.floats(-90, 90),
    far=st.floats(0.1, 0.98),
    towards=st.floats(-60, 60),
)
def test_a_leg_that_reaches_brings_its_end_there_and_leaves_the_rest_alone(knee, hip, lean, far, towards):
    before = place(SIDE, lean=lean, angles={"hip_n": hip, "knee_n": knee, "ankle_n": 10})
    target = place(SIDE, lean=lean, angles={"hip_n": hip + towards / 3, "knee_n": 150 * (1 - far)}).at[
        "ankle_n"
    ]
    after = reached(before, "ankle_n", target)
    assert after.at["ankle_n"] == pytest.approx(target, abs=0.01)
    assert after.at["hip"] == before.at["hip"]
    assert after.at["wrist_n"] == pytest.approx(before.at["wrist_n"])
    # The knee bends as a knee does, and the foot keeps its direction in the world.
    assert after.angles["knee_n"] >= -0.01
    turned = (after.world["toe_n"] - before.world["toe_n"] + 180) % 360 - 180
    assert turned == pytest.approx(0, abs=0.01)


def test_what_is_out_of_reach_is_pointed_at():
    stretched = reached(place(SIDE, lean=0, angles={"elbow_n": 20}), "wrist_n", (300, 56))
    x, y = stretched.at["wrist_n"]
    assert x == pytest.approx(68, abs=0.1)
    assert y == pytest.approx(56, abs=0.5)
