"""The muscle map as a filter: every region asks for its muscles, and takes them back."""

from workouts.muscle_filter import muscle_filter
from workouts.search.asked import Asked
from workouts.vocabulary import MUSCLES


def choices(asked):
    return [choice for view in muscle_filter(asked) for choice in view.choices]


def choice(asked, muscle):
    return next(each for each in choices(asked) if muscle in each.muscles)


def read(address):
    pairs = [pair.split("=") for pair in address.split("&") if pair]
    return Asked.read((key, [value for name, value in pairs if name == key]) for key, _ in pairs)


def test_every_muscle_can_be_asked_for_by_a_region_that_the_keyboard_reaches():
    reached = {muscle for each in choices(Asked()) if not each.is_again for muscle in each.muscles}
    assert reached == set(MUSCLES)


def test_a_region_asks_for_its_muscles_beside_what_is_asked_for():
    asked = Asked(query="plank", by_kind={"muscle": ("obliques",)})
    assert read(choice(asked, "hip_flexors").address) == Asked(
        query="plank", by_kind={"muscle": ("hip_flexors", "obliques")}
    )


def test_a_region_that_is_chosen_takes_its_muscles_back():
    asked = Asked(by_kind={"muscle": ("gluteus_medius", "deep_hip_rotators"), "level": ("1",)})
    glute = choice(asked, "gluteus_medius")
    assert glute.is_chosen
    assert read(glute.address) == Asked(by_kind={"level": ("1",)})


def test_a_region_with_one_of_its_muscles_asked_for_is_not_chosen_yet():
    assert not choice(Asked(by_kind={"muscle": ("gluteus_medius",)}), "gluteus_medius").is_chosen


def test_a_region_that_both_views_have_is_passed_once():
    shoulders = [each for each in choices(Asked()) if each.muscles == ("shoulders",)]
    assert [each.is_again for each in shoulders] == [False, True]
    passed = [each.muscles for each in choices(Asked()) if not each.is_again]
    assert len(passed) == len(set(passed))
