"""Texts in a calendar file: whatever one holds, it comes back, and no line is too long."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.calendar import ics
from tests.logbook.calendar.test_ics import EVENT, link
from tests.logbook.ics_reader import read

ANYTHING = st.text() | st.text(alphabet="\\;,:\r\n\t\x00\x0b\x85\u2028é漢🏃 n")
PRINTABLE = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1)


def back(text: str) -> str:
    """The text of an event, as a calendar program reads it."""
    event = replace(EVENT, summary=text, told=text)
    (found,) = read(ics.written([event], link=link).encode()).events
    return found["SUMMARY"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Legs, core; hips", "Legs, core; hips"),
        ("one\ntwo\r\nthree\rfour", "one\ntwo\nthree\nfour"),
        (r"a \n that was typed", r"a \n that was typed"),
        ("no: colon, no “quote”", "no: colon, no “quote”"),
        ("bell \a, tab \t", "bell , tab \t"),
        ("🏃‍♀️", "🏃‍♀️"),
    ],
)
def test_what_means_something_in_a_calendar_is_a_text_like_any_other(text, value):
    assert back(text) == value


@given(PRINTABLE)
def test_a_text_comes_back_as_it_was(text):
    assert back(text) == text


@given(ANYTHING)
def test_no_text_breaks_the_file(text):
    # The reader refuses lines that are too long or end otherwise, and characters cut in two.
    assert "\x00" not in back(text)
