"""The rules of training as data: all of them read, and every mistake named."""

import pytest

from workouts.catalogue.loading import FOLDER, rules
from workouts.catalogue.reader import CatalogueError, read_rules_of
from workouts.training.rules import Severity
from workouts.training.timetable.judging import CHECKS

WORDS = (
    *("run_type", "whose", "when", "soon", "phase", "n", "days", "day", "time", "after"),
    *("new_load", "pct", "window_days", "safe", "score", "advice"),
)
TEXT = (FOLDER / "rules.toml").read_text(encoding="utf-8")


def test_every_rule_is_there_and_every_function_has_its_rule():
    assert len(rules()) == 41
    assert set(CHECKS) <= set(rules())


def test_every_rule_says_what_it_is_called_where_it_comes_from_and_what_it_tells():
    for rule in rules().values():
        assert rule.name
        assert rule.source
        told = rule.told(**dict.fromkeys(WORDS, "7"))
        for sentence in (told, rule.explained):
            assert "{" not in sentence
            assert sentence[0].isupper() or sentence[0] == "7"
            assert sentence.endswith((".", "?", "7"))


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('id = "PLACE-01"', 'id = "place 1"', "rules[1].id: a rule is called by capitals and two digits"),
        ('id = "PLACE-02"', 'id = "PLACE-01"', "rules[2].id: PLACE-01 stands here twice."),
        ('severity = "block"', 'severity = "maybe"', "rules[1].severity"),
        ("{run_type}. Move", "{runtype}. Move", "rules[1].message: nobody fills in runtype."),
        ('evidence = "B"', 'evidence = "D"', "rules[1].evidence"),
        ("{min_hours:g}", "{hours:g}", "rules[1].what: nobody fills in hours."),
        ("base = [2, 3]", "base = [2, -3]", "rules[15].by.sessions.base: a list of numbers from zero on"),
        ("min_hours = 24", 'min_hours = "a day"', "rules[1].params.min_hours"),
        ('"acclimatised" = "info"', '"acclimatised" = "never"', "rules[3].cases.acclimatised"),
        ('name = "Protect', 'nickname = "Protect', "rules[1].name"),
        ("[[rules]]", "[[rules", "rules.toml: this is not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_key(old, new, mistake):
    assert old in TEXT
    with pytest.raises(CatalogueError) as refused:
        read_rules_of(TEXT.replace(old, new, 1))
    assert any(mistake in sentence for sentence in refused.value.mistakes), refused.value.mistakes


def test_a_case_that_is_not_named_is_as_strict_as_its_rule():
    rule = rules()["PLACE-05"]
    assert (rule.severity, rule.cases["<3h hardest"]) == (Severity.WARN, Severity.BLOCK)
