"""Standing on things: what carries, what reaches, what the whole body is turned for."""

import pytest

from workouts.figures.body.contacts import FLOOR, Surface, stood
from workouts.figures.body.skeleton import SIDE
from workouts.figures.body.spec import Plant, Pose

BOX = Surface((0.0, 1.0), 30.0)
WALL = Surface((-1.0, 0.0), -60.0)
SURFACES = {"floor": FLOOR, "box": BOX, "wall": WALL}


def on(pose, *plants, places=None):
    planted = tuple(
        Plant(*plant.split(" on ")) if " on " in plant else Plant(plant, "floor") for plant in plants
    )
    return stood(SIDE, pose, plants=planted, surfaces=SURFACES, places=places or {}, short={})


def test_a_flat_foot_touches_with_its_heel_and_with_its_toes():
    placed = on(Pose(angles={"hip_n": 40, "knee_n": 60}), "foot_n")
    assert FLOOR.gap(placed.at["ankle_n"], SIDE.radius("ankle_n")) == pytest.approx(0)
    assert FLOOR.gap(placed.at["toe_n"], SIDE.radius("toe_n")) == pytest.approx(0, abs=0.01)


def test_the_other_foot_reaches_for_a_box_and_a_hand_for_the_wall():
    angles = {"hip_f": 70, "knee_f": 70, "shoulder_n": 80, "elbow_n": 20}
    placed = on(Pose(lean=5, angles=angles), "foot_n", "foot_f on box", "hand_n on wall")
    assert BOX.gap(placed.at["ankle_f"], SIDE.radius("ankle_f")) == pytest.approx(0, abs=0.01)
    assert WALL.gap(placed.at["wrist_n"], SIDE.radius("wrist_n")) == pytest.approx(0, abs=0.01)


def test_a_plank_is_turned_about_its_toes_until_the_forearms_lie():
    pose = Pose(lean=70, angles={"shoulder_n": 80, "shoulder_f": 80}, soles={"n": 70, "f": 70})
    placed = on(pose, "toe_n", "toe_f", "forearm_n")
    assert FLOOR.gap(placed.at["elbow_n"], SIDE.radius("elbow_n")) == pytest.approx(0, abs=0.01)
    assert FLOOR.gap(placed.at["wrist_n"], SIDE.radius("wrist_n")) == pytest.approx(0, abs=0.1)
    assert placed.lean != 70


def test_what_stands_somewhere_already_stays_there():
    placed = on(Pose(lean=20, angles={"hip_n": 90, "knee_n": 80}), "foot_n", places={"ankle_n": (12, 6.75)})
    assert placed.at["ankle_n"] == pytest.approx((12, 6.75))


def test_a_shift_moves_what_carries_along_its_surface():
    still, moved = on(Pose(), "hip"), on(Pose(shift=(9, 4)), "hip")
    assert moved.at["hip"] == pytest.approx((still.at["hip"][0] + 9, still.at["hip"][1] + 4))


def test_a_grip_holds_the_hand_where_it_is():
    bar = Surface(held=(10.0, 200.0))
    placed = stood(
        SIDE,
        Pose(angles={"shoulder_n": 180, "shoulder_f": 180}),
        plants=(Plant("hand_n", "bar"), Plant("hand_f", "bar")),
        surfaces={"bar": bar},
        places={},
        short={},
    )
    assert placed.at["wrist_n"] == pytest.approx((10, 200))
    assert placed.at["wrist_f"] == pytest.approx((10, 200), abs=0.01)
