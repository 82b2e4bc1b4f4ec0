"""The emergency number is one short line, and anything else is refused at the start."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.emergency import emergency_number


@pytest.mark.parametrize(
    ("text", "number"), [("999", "999"), (" 112 ", "112"), ("112 or 911", "112 or 911"), ("0-1-1", "0-1-1")]
)
def test_a_number_is_taken_as_people_call_it(text, number):
    assert emergency_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "help", "1" * 21, "9\n99", "١١٢"], ids=["blank", "words", "long", "lines", "other digits"]
)
def test_what_nobody_can_call_is_refused(text):
    with pytest.raises(ImproperlyConfigured, match="Give the number that people call, for example 112"):
        emergency_number(text)
