"""Controls drawn without a template each: a form of sets has hundreds of them, and a template costs most."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class PlainText(forms.TextInput):
    """A field of one line.  `mode` is the keyboard that a phone offers for it."""

    def __init__(self, mode: str) -> None:
        super().__init__(attrs={"inputmode": mode, "autocomplete": "off"})

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        shown = {} if value in (None, "") else {"value": value}
        return format_html(
            "<input{}>", flatatt({"type": "text", "name": name, **self.attrs, **(attrs or {}), **shown})
        )


class PlainSelect(forms.Select):
    """A choice of one, with groups where a choice's value is a list of choices."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        options = _options(_hashable(self.choices), "" if value is None else str(value))
        return format_html(
            "<select{}>{}</select>", flatatt({"name": name, **self.attrs, **(attrs or {})}), options
        )


def _hashable(choices: Any) -> Hashable:
    return tuple(
        (value, _hashable(label) if isinstance(label, (list, tuple)) else str(label))
        for value, label in choices
    )


@lru_cache(maxsize=2000)
def _options(choices: Any, chosen: str) -> SafeString:
    return format_html_join(
        "",
        "{}",
        (
            (
                format_html('<optgroup label="{}">{}</optgroup>', value, _options(label, chosen))
                if isinstance(label, tuple)
                else format_html(
                    '<option value="{}"{}>{}</option>',
                    value,
                    SafeString(" selected") if value == chosen else "",
                    label,
                ),
            )
            for value, label in choices
        ),
    )
