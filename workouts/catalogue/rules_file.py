"""Reads `rules.toml`: what each rule is called, how strict it is, what it says, and its numbers."""

import re
from string import Formatter
from types import MappingProxyType

from workouts.catalogue.fields import Fields
from workouts.training.rules import Rule, Rules, Severity

_ID = re.compile(r"[A-Z]+-\d\d")
_WORDS = frozenset({"run_type"})
_EVIDENCE = ("A", "B", "C")


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
    message = fields.text("message")
    unknown = {name for _, name, _, _ in Formatter().parse(message) if name is not None} - _WORDS
    if unknown:
        fields.note(f"nobody fills in {', '.join(sorted(unknown))}.", key="message")
    params, cases = fields.table("params", optional=True), fields.table("cases", optional=True)
    rule = Rule(
        id=name,
        name=fields.text("name"),
        severity=_severity(fields, "severity"),
        message=message,
        source=fields.text("source"),
        evidence=fields.text("evidence", among=_EVIDENCE),
        params={key: params.optional_number(key) or 0.0 for key in params.keys} if params else {},
        cases={key: _severity(cases, key) for key in cases.keys} if cases else {},
    )
    fields.close()
    return rule


def _severity(fields: Fields, key: str) -> Severity:
    word = fields.text(key, among=[*Severity])
    return Severity(word) if word in set(Severity) else Severity.INFO
