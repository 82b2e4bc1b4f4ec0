"""Reads `rules.toml`: what each rule is called, how strict it is, what it says, and its numbers."""

import re
from collections.abc import Collection, Mapping
from string import Formatter
from types import MappingProxyType

from workouts.catalogue.fields import Fields
from workouts.training.rules import Rule, Rules, Settable, Severity

_ID = re.compile(r"[A-Z]+-\d\d")
# What the code that acts on a rule fills into its message.
_WORDS = frozenset(
    {"run_type", "whose", "when", "soon", "phase", "n", "days", "day", "time", "after"}
    | {"new_load", "pct", "window_days", "safe", "score", "advice"}
)
_EVIDENCE = ("A", "B", "C")
_UNITS = ("hours", "points")


def read_rules(*, fields: Fields) -> Rules:
    """Read the rules by their ids, in the order of the file; what is wrong is noted."""
    rules: dict[str, Rule] = {}
    for table in fields.tables("rules"):
        rule = _rule(table)
        if rule.id in rules:
            table.note(f"{rule.id} stands here twice.", key="id")
        rules[rule.id] = rule
    fields.close()
    return MappingProxyType(rules)


def _rule(fields: Fields) -> Rule:
    name = fields.text("id")
    if name and not _ID.fullmatch(name):
        fields.note("a rule is called by capitals and two digits, such as PLACE-01.", key="id")
    params, cases = fields.table("params", optional=True), fields.table("cases", optional=True)
    numbers = {key: params.optional_number(key) or 0.0 for key in params.keys} if params else {}
    is_fixed = fields.has("fixed") and fields.flag("fixed")
    rule = Rule(
        id=name,
        name=fields.text("name"),
        what=_sentence(fields, "what", numbers),
        severity=_severity(fields, "severity"),
        message=_sentence(fields, "message", {*_WORDS, *numbers}),
        source=fields.text("source"),
        evidence=fields.text("evidence", among=_EVIDENCE),
        params=numbers,
        cases={key: _severity(cases, key) for key in cases.keys} if cases else {},
        by=_by_words(fields),
        own=_own(fields, numbers),
        is_fixed=is_fixed,
        why_fixed=fields.text("why_fixed") if is_fixed else "",
    )
    if rule.is_fixed and rule.own:
        fields.note("what is fixed has no number of one’s own.", key="own")
    fields.close()
    return rule


def _sentence(fields: Fields, key: str, words: Collection[str]) -> str:
    text = fields.text(key)
    unknown = {name for _, name, _, _ in Formatter().parse(text) if name is not None} - {*words}
    if unknown:
        fields.note(f"nobody fills in {', '.join(sorted(unknown))}.", key=key)
    return text


def _by_words(fields: Fields) -> dict[str, dict[str, tuple[float, ...]]]:
    tables = fields.table("by", optional=True)
    if tables is None:
        return {}
    found = {}
    for name in tables.keys:
        table = tables.table(name)
        found[name] = {key: table.numbers(key) for key in table.keys} if table else {}
    return found


def _own(fields: Fields, numbers: Mapping[str, float]) -> dict[str, Settable]:
    tables = fields.table("own", optional=True)
    found = {}
    for name in tables.keys if tables is not None else ():
        table = tables.table(name) if tables is not None else None
        if table is None:
            continue
        found[name] = settable = Settable(
            about=table.text("about"),
            unit=table.text("unit", among=_UNITS),
            least=table.signed("least"),
            most=table.signed("most"),
            why=table.text("why", optional=True),
            at_most=table.text("at_most", optional=True),
        )
        table.close()
        for each in filter(None, (name, settable.at_most)):
            if each not in numbers:
                table.note(f"the rule has no number {each}.")
        if not settable.takes(numbers.get(name, settable.least)):
            table.note("the usual number lies outside its limits.")
    return found


def _severity(fields: Fields, key: str) -> Severity:
    word = fields.text(key, among=[*Severity])
    return Severity(word) if word in set(Severity) else Severity.INFO
