"""Tries every address as everybody, and tells in sentences what is not as its rule says."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http.response import HttpResponseBase
from django.urls import reverse

from tests.pages.household import CANARY, Household, told
from tests.pages.rules import Ground, Rule, foreign_values
from tests.pages.snapshots import belongings, differences, everything
from tests.pages.walking import SAFE, UNSAFE, Pattern

SIGNED_OUT = ("anonymous", "deactivated")
# A secret for a form is made anew each time, and a page that asks for no sign-in may hold one, too.
REFERENCE = re.compile(rb"X-Request-ID: \S+")
SECRET = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"|csrftoken=\S+')


@dataclass(frozen=True)
class Try:
    """One request and what came of it."""

    who: str
    method: str
    path: str
    whose: str
    values: Mapping[str, Any]
    answer: HttpResponseBase
    told: bytes

    def __str__(self) -> str:
        return f"{self.who} {self.method} {self.path} ({self.whose})"


def without_rule(walked: list[Pattern], own: Mapping[str, Rule], grounds: Mapping[str, Ground]) -> list[str]:
    """A sentence for each pattern that nobody said anything about."""
    return [
        f"{pattern} at {pattern.template} has no rule: say who may reach it"
        for pattern in walked
        if pattern.name not in own and ground_of(pattern, grounds) is None
    ]


def ground_of(pattern: Pattern, grounds: Mapping[str, Ground]) -> Ground | None:
    fitting = [prefix for prefix in grounds if pattern.template.startswith(prefix)]
    return grounds[max(fitting, key=len)] if fitting else None


def offences(pattern: Pattern, who: str, house: Household, rule: Rule | Ground) -> list[str]:
    """Everything that is wrong when `who` tries the pattern with each method and each id."""
    sign_in = [house.client_of(who) for _ in (*SAFE, *UNSAFE)]
    before, hers = everything(), belongings(house.ana)
    safe = [t for method in SAFE for t in _tries(pattern, who, method, house, rule, sign_in.pop())]
    written = differences(before, everything())
    found = [f"{who} changed rows by {', '.join(SAFE)} of {pattern}: {d}" for d in written]
    unsafe = [t for method in UNSAFE for t in _tries(pattern, who, method, house, rule, sign_in.pop())]
    # What Ana changes is hers to change.
    changed = [] if who == "owner" else differences(hers, belongings(house.ana))
    found += [f"{who} changed what is Ana's by {', '.join(UNSAFE)} of {pattern}: {d}" for d in changed]
    for attempt in safe + unsafe:
        found += _wrong_in(attempt, rule)
    return found + list(_tells_that_it_exists(safe + unsafe, rule))


def _tries(pattern, who, method, house, rule, client) -> Iterator[Try]:
    if isinstance(rule, Rule) and rule.ids is not None:
        filled = {whose: dict.fromkeys(pattern.holes, value) for whose, value in rule.ids(house).items()}
    else:
        values = foreign_values(house)
        filled = {"everybody's": {hole: values[hole] for hole in pattern.holes}}
    for whose, values in filled.items():
        path = pattern.path(values)
        body = [rule.body(house)] if method == "POST" and isinstance(rule, Rule) else []
        answer = getattr(client, method.lower())(path, *body)
        yield Try(who, method, path, whose, values, answer, told(answer))


def _wrong_in(attempt: Try, rule: Rule | Ground) -> Iterator[str]:
    status = attempt.answer.status_code
    if attempt.who != "owner" and CANARY.encode() in attempt.told.lower():
        yield f"{attempt} was told what only Ana may read"
    if status >= 500:
        yield f"{attempt} broke with {status}"
    if isinstance(rule, Ground):
        if attempt.who not in rule.open_to and status not in rule.refused_with:
            yield f"{attempt} got {status}, not {sorted(rule.refused_with)}"
    elif attempt.who in SIGNED_OUT:
        if status != 302 or not attempt.answer["Location"].startswith(f"{reverse('account_login')}?next="):
            yield f"{attempt} got {status} and not the page to sign in"
    elif rule.for_staff and attempt.who != "staff":
        if status != 404:
            yield f"{attempt} got {status}, not 404: it is there for those who run the instance"
    elif rule.back and attempt.method in ("GET", "HEAD"):
        if status != 302 or attempt.answer["Location"] != _back(attempt, rule):
            yield f"{attempt} got {status} and was not led to {rule.back}"
    elif status != (expected := _status(attempt, rule)):
        yield f"{attempt} got {status}, not {expected}"


def _back(attempt: Try, rule: Rule) -> str:
    return reverse(rule.back, kwargs={} if rule.for_staff or rule.back_alone else attempt.values)


def _status(attempt: Try, rule: Rule) -> int:
    """What somebody who has signed in gets."""
    reading, writing = attempt.method in ("GET", "HEAD"), attempt.method == "POST"
    if not ((reading and rule.reads) or (writing and rule.writes)):
        return 405
    hers = attempt.whose == "Ana's" or (attempt.whose == "Ana's deleted" and rule.deleted)
    if attempt.whose != "everybody's" and not (hers and attempt.who == "owner"):
        return 404
    if writing and rule.refuses:
        return 422
    if writing and attempt.whose == "Ana's deleted" and rule.deleted_asks:
        return 409
    leads_on = writing or (attempt.whose == "Ana's deleted" and rule.deleted_leads_on)
    return 302 if leads_on and not rule.answers_in_place else 200


def _tells_that_it_exists(tries: list[Try], rule: Rule | Ground) -> Iterator[str]:
    """What is not yours is answered like what is not there, to the letter."""
    for method in (*SAFE, *UNSAFE):
        answers = {t.whose: t for t in tries if t.method == method and t.who not in (*SIGNED_OUT, "owner")}
        nobodys = answers.get("no")
        for whose, attempt in answers.items():
            if whose.startswith("Ana's") and nobodys and _plain(attempt) != _plain(nobodys):
                yield f"{attempt} is answered otherwise than what does not exist"


def _plain(attempt: Try) -> bytes:
    """The answer without the secret of a form, its reference, and the number that was asked for."""
    answer = REFERENCE.sub(b"", SECRET.sub(b"", attempt.told))
    for value in attempt.values.values():
        answer = answer.replace(f"/{value}/".encode(), b"/number/")
    return answer
