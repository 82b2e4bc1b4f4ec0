"""Every mistake in the texts on safety is named with its key."""

import pytest

from tests.workouts.catalogue.samples import SAFETY, mistakes, spoilt


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "max = 3",
            "max = 2",
            "pain_scale.bands: together they must cover 0 to 10, in order and without a gap.",
        ),
        (
            "min = 4",
            "min = 3",
            "pain_scale.bands: together they must cover 0 to 10, in order and without a gap.",
        ),
        ('"stop"', '"go"', 'pain_scale.bands[3].action: "go" is not one of continue, reduce, stop.'),
        ("[disclaimers]", "[disclaimers]\nempty = 1", "disclaimers.empty: a text is wanted, not 1."),
        ("question =", "query =", "pain_scale.question: this key is missing; a text is wanted."),
        ("stricter_note =", "strict =", "pain_scale.stricter_note: this key is missing; a text is wanted."),
        (
            "hop_ceiling = 2",
            "hop_ceiling = 4",
            "pain_scale.hop_ceiling: a whole number from 0 to 3 is wanted, not 4.",
        ),
        ("region_note =", "region =", "region_note: this key is missing; a text is wanted."),
        ("short =", "brief =", "disclaimers.short: this key is missing; a text is wanted."),
        ('id = "cardiac"\n', "", "red_flags[1].id: this key is missing; a text is wanted."),
        (
            'id = "neuro"\nurgency = "emergency"',
            'id = "neuro"\nurgency = "later"',
            'red_flags[3].urgency: "later" is not one of emergency, soon, urgent.',
        ),
        (
            'locks = "impact"',
            'locks = "most"',
            'red_flags[16].locks: "most" is not one of all, impact, none.',
        ),
        ('locks = "impact"', 'locks = "impact"\nwhy = 1', "red_flags[16].why: this key is not known."),
        (
            "Call {emergency} now.",
            "Call {number} now.",
            "red_flags[3].message: nothing but {emergency} may stand in braces, and only there.",
        ),
        ('id = "neuro"', 'id = "cardiac"', 'red_flags: "cardiac" stands here 2 times.'),
    ],
)
def test_names_the_mistake_in_the_safety_texts(old, new, sentence):
    assert mistakes(safety=spoilt(SAFETY, old, new))[0] == f"safety.toml, {sentence}"


def test_one_band_for_the_whole_scale_is_refused():
    start, end = SAFETY.index("[[pain_scale.bands]]"), SAFETY.index("[[red_flags]]")
    whole = 'key = "any"\nmin = 0\nmax = 10\nlabel = "Any"\nmessage = "Any."\naction = "stop"\n'
    assert mistakes(safety=f"{SAFETY[:start]}[[pain_scale.bands]]\n{whole}\n{SAFETY[end:]}") == [
        "safety.toml, pain_scale.bands: one alone tells nothing apart; at least two are wanted."
    ]
