"""Values and lines of a calendar file: whatever a text holds, it comes back, and no line is too long."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.calendar.lines import escaped, folded
from tests.logbook.ics_reader import unescaped

ANYTHING = st.text() | st.text(alphabet="\\;,:\r\n\t\x00\x0b\x85\u2028é漢🏃 n")
PRINTABLE = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Legs, core; hips", r"Legs\, core\; hips"),
        ("one\ntwo\r\nthree\rfour", r"one\ntwo\nthree\nfour"),
        (r"a \n that was typed", r"a \\n that was typed"),
        ("no: colon, no “quote”", r"no: colon\, no “quote”"),
        ("bell \a, tab \t", "bell \\, tab \t"),
        ("🏃‍♀️", "🏃‍♀️"),
    ],
)
def test_what_means_something_in_a_calendar_is_escaped(text, value):
    assert escaped(text) == value


@given(PRINTABLE)
def test_a_text_comes_back_as_it_was(text):
    assert unescaped(escaped(text)) == text


@given(ANYTHING)
def test_no_text_ends_its_line_or_breaks_the_rules_of_a_value(text):
    value = escaped(text)
    assert len(value.splitlines()) <= 1
    assert not re.search("[\x00-\x08\x0a-\x1f\x7f]", value)
    # Every comma and semicolon stands behind a backslash that is its own.
    assert re.fullmatch(r"(?:\\[\\;,n]|[^\\;,])*", value)


@given(ANYTHING)
def test_a_line_is_broken_at_75_octets_and_comes_back_whole(text):
    line = f"SUMMARY:{escaped(text)}"
    parts = folded(line).encode().split(b"\r\n")
    assert all(len(part) <= 75 for part in parts)
    assert all(part.startswith(b" ") and len(part) > 1 for part in parts[1:])
    # Each part is a whole text by itself.
    assert parts[0].decode() + "".join(part.decode()[1:] for part in parts[1:]) == line


def test_a_line_of_75_octets_stays_one_and_one_more_makes_two():
    assert folded("x" * 75) == "x" * 75
    assert folded("x" * 76) == f"{'x' * 75}\r\n x"
    assert folded("é" * 38).split("\r\n") == ["é" * 37, " é"]
