"""Every text on safety is word for word the one that was agreed, and is told with the number to call."""

from hashlib import sha256

import pytest

from tests.workouts.catalogue.samples import read
from workouts.catalogue.safety_texts import URGENCIES

# The first twelve figures of each text's SHA-256: a comma more, and its test fails.
TEXTS = {
    "region_note": "451435f96d97",
    "question": "8efb0f9ce28b",
    "stricter_note": "eb5e462f5bd3",
    "soreness_note": "d75e8dc34278",
    "green label": "93a8871b2f93",
    "green message": "3ec2a901da39",
    "amber label": "a0fc93434c8e",
    "amber message": "cb3bd271707b",
    "red label": "39ecf54efdb0",
    "red message": "89915774fcf1",
    "disclaimer short": "4964a6b5616d",
    "disclaimer full": "799742c59feb",
    "disclaimer loads": "09d9bf38f98d",
    "disclaimer estimates": "f28dc1baa82f",
    "disclaimer rehab": "e7cb0422727d",
    "disclaimer kids": "c9753da7f0c3",
    "disclaimer inspired": "887d7fe210a9",
    "disclaimer stretching": "50e107457715",
    "stop 1": "d71f906bc713",
    "stop 2": "c851f4d25fd5",
    "stop 3": "84c4e1c58b7f",
    "stop 4": "4d29e7410af1",
}

# Urgency, what it locks, then the digests of what is asked and of what is said.
FLAGS = {
    "cardiac": ("emergency", "all", "29018a76eb65", "e9ba8b628596"),
    "collapse_heat": ("emergency", "all", "4b56d6f15427", "830c1c6addf8"),
    "neuro": ("emergency", "all", "f9205e543202", "e5e2e55ae8ed"),
    "cauda_equina": ("emergency", "all", "1500ae999b22", "ac8473b4bb1d"),
    "dvt_pe": ("emergency", "all", "9b89efde1aaf", "c68670b509fd"),
    "rupture": ("urgent", "all", "d17bbfcd60f5", "ec4befcf999c"),
    "fracture": ("urgent", "all", "77ecae8d67c4", "c41661fe3267"),
    "bone_stress": ("urgent", "all", "229263bee300", "43b95a4a2bcc"),
    "hip_groin_bone": ("urgent", "all", "9aac1ca7ea08", "63b20576ef26"),
    "compartment": ("emergency", "all", "74fcc06c2110", "ed73b7ece50d"),
    "rhabdo": ("emergency", "all", "186da05dc9c1", "4df54fbfff01"),
    "systemic": ("urgent", "all", "0bfa69a1b741", "6cf6decdb974"),
    "joint_infection": ("urgent", "all", "b630732c6a6c", "5836ca77fa05"),
    "reds": ("soon", "none", "0e592b2a1d3f", "e201fd80e09e"),
    "pregnancy_warning": ("urgent", "all", "50f28e748837", "c03e0f4cfcff"),
    "pelvic_floor": ("soon", "impact", "062aaf724b6b", "33a866e25fcf"),
}


@pytest.fixture(scope="module")
def safety():
    return read().safety


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


def test_each_text_is_word_for_word_the_one_agreed(safety):
    scale = safety.pain_scale
    texts = {"region_note": safety.region_note}
    texts |= {name: getattr(scale, name) for name in ("question", "stricter_note", "soreness_note")}
    texts |= {
        f"{band.key} {name}": getattr(band, name) for band in scale.bands for name in ("label", "message")
    }
    texts |= {f"disclaimer {key}": text for key, text in safety.disclaimers.items()}
    texts |= {f"stop {number}": text for number, text in enumerate(safety.session_stop_copy, start=1)}
    assert {name: digest(text) for name, text in texts.items()} == TEXTS


def test_each_sign_that_needs_help_is_word_for_word_the_one_agreed(safety):
    flags = {
        flag.id: (flag.urgency, flag.locks, digest(flag.ask), digest(flag.message))
        for flag in safety.red_flags
    }
    assert list(flags.items()) == list(FLAGS.items())


@pytest.mark.parametrize(
    ("level", "usual", "with_hops"),
    [
        (0, "green", "green"),
        (2, "green", "green"),
        (3, "green", "amber"),
        (4, "amber", "amber"),
        (5, "amber", "amber"),
        (6, "red", "red"),
        (10, "red", "red"),
    ],
)
def test_a_level_has_its_band_and_hops_leave_the_green_one_above_2(safety, level, usual, with_hops):
    for bands, key in ((False, usual), (True, with_hops)):
        found = safety.pain_scale.bands_for(with_hops=bands)
        assert [band.key for band in found if level in band.levels] == [key]


@pytest.mark.parametrize("with_hops", [False, True])
def test_the_bands_told_cover_the_scale_once(safety, with_hops):
    told = safety.told(emergency="999", with_hops=with_hops)
    assert [level for band in told.bands for level in band.levels] == list(range(11))


def test_hops_alone_bring_the_stricter_note(safety):
    assert safety.told(emergency="999", with_hops=False).stricter_note == ""
    assert safety.told(emergency="999", with_hops=True).stricter_note == safety.pain_scale.stricter_note


def test_every_sign_is_told_once_under_its_urgency_the_most_pressing_first(safety):
    told = safety.told(emergency="112", with_hops=False)
    assert [heading for heading, _ in told.signs] == ["Emergency", "Urgent", "Soon"]
    for urgency, (_, signs) in zip(URGENCIES, told.signs, strict=True):
        assert [sign.ask for sign in signs] == [
            flag.ask for flag in safety.red_flags if flag.urgency == urgency
        ]
    assert sum(len(signs) for _, signs in told.signs) == 16


def test_the_number_to_call_stands_in_the_messages(safety):
    told = {flag.id: flag.told(emergency="112").message for flag in safety.red_flags}
    assert told["neuro"] == "Call 112 now."
    assert not [message for message in told.values() if "{" in message]
    assert [name for name, message in told.items() if "112" in message] == [
        "cardiac",
        "collapse_heat",
        "neuro",
    ]


@pytest.mark.parametrize(("emergency", "is_told"), [("999", True), ("112", False)])
def test_the_note_on_the_uk_s_numbers_is_told_only_where_they_are_used(safety, emergency, is_told):
    assert bool(safety.told(emergency=emergency, with_hops=False).region_note) is is_told
