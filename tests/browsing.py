"""Reads pages as a browser without JavaScript does: their forms with what they hold, and their words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client

Value = Any  # A text, a list of texts, or a file, as Django's test client takes them.


@dataclass(frozen=True)
class PageForm:
    """A form of a page: where it leads, and what it would send if nothing were touched."""

    action: str
    method: str
    fields: Mapping[str, Value]
    names: frozenset[str]

    def filled(self, changes: Mapping[str, Value | None]) -> Self:
        """The form with other values; None unticks a box or clears a choice."""
        assert changes.keys() <= self.names, f"The form has no {changes.keys() - self.names}."
        merged = {**self.fields, **changes}
        return replace(self, fields={name: value for name, value in merged.items() if value is not None})

    def send(self, client: Client) -> HttpResponse:
        """Press its button; the answer is not followed."""
        return getattr(client, self.method)(self.action, dict(self.fields))


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def form_on(response: HttpResponse, button: str) -> PageForm:
    """The form whose button says so, with everything a browser would send."""
    return form_in(soup(response), button, address=response.wsgi_request.get_full_path())


def form_in(page: BeautifulSoup, button: str, *, address: str) -> PageForm:
    """The same of a page that came from that address, by whatever way."""
    forms = [
        form
        for form in page.find_all("form")
        if button in [words(b) for b in form.find_all("button") if b.get("type", "submit") == "submit"]
    ]
    assert forms, f"No form has the button “{button}”."
    form = forms[0]
    controls = [c for c in form.find_all(["input", "select", "textarea"]) if c.get("name")]
    sent = [(control["name"], _sent(control)) for control in controls if not control.has_attr("disabled")]
    return PageForm(
        action=form.get("action") or address,
        method=form.get("method", "get").lower(),
        fields=_together(sent),
        names=frozenset(control["name"] for control in controls),
    )


def _together(sent: list[tuple[str, Value | None]]) -> dict[str, Value]:
    """By name; several of one name, as of boxes that are ticked, are a list."""
    fields: dict[str, Value] = {}
    for name, value in sent:
        if value is None:
            continue
        if name in fields:
            before = fields[name]
            fields[name] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            fields[name] = value
    return fields


def _sent(control: Tag) -> str | None:
    """What a browser sends for it; None is nothing at all."""
    if control.name == "textarea":
        # The line break that follows the tag is no part of it, and browsers send CR LF.
        text = control.get_text().removeprefix("\r\n").removeprefix("\n")
        return text.replace("\r\n", "\n").replace("\n", "\r\n")
    if control.name == "select":
        options = control.find_all("option")
        chosen = next((o for o in options if o.has_attr("selected")), options[0] if options else None)
        return None if chosen is None else chosen.get("value", chosen.get_text())
    kind = control.get("type", "text")
    if kind in ("checkbox", "radio"):
        return control.get("value", "on") if control.has_attr("checked") else None
    return None if kind in ("file", "submit", "button") else control.get("value", "")


def words(part: Tag | HttpResponse) -> str:
    """The words of a page's main part, or of a piece of it, with single spaces."""
    if not isinstance(part, Tag):
        part = soup(part).main
    return " ".join(part.get_text(" ").split())


def facts(response: HttpResponse) -> dict[str, str]:
    """All lists of facts on a page as label to value."""
    return {words(term): words(term.find_next_sibling("dd")) for term in soup(response).main.find_all("dt")}


def fact(response: HttpResponse, label: str) -> str:
    """The first fact whose label begins so, in capitals or not."""
    return next(value for name, value in facts(response).items() if name.casefold().startswith(label))


def complaint(response: HttpResponse, name: str) -> str:
    """The sentences that a field's control, or its group, points to as its error."""
    page = soup(response)
    control = page.main.select_one(f'form[method="post"] [name="{name}"]')
    group = control.find_parent("fieldset") if control.get("type") == "radio" else None
    told_by = (group or control).get("aria-describedby", "").split()
    errors = [page.find(id=told) for told in told_by if told.endswith("_error")]
    return " ".join(words(error) for error in errors)


def links(response: HttpResponse) -> dict[str, str]:
    """Every link of the main part, words to address."""
    return {words(link): link["href"] for link in soup(response).main.find_all("a", href=True)}


def notices(response: HttpResponse) -> list[str]:
    """What the page tells on top, one text a notice."""
    return [words(notice.p) for notice in soup(response).select(".notices .notice")]
