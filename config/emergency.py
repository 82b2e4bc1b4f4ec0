"""The number to call in an emergency, as the operator sets it."""

from django.core.exceptions import ImproperlyConfigured

_LONGEST = 20


def emergency_number(text: str) -> str:
    """
    Return `EMERGENCY_NUMBER` as it is printed: "999", "112 or 911".

    :raises ImproperlyConfigured: unless it is one short line with a number in it
    """
    number = text.strip()
    has_digit = any(character in "0123456789" for character in number)
    if not has_digit or not number.isprintable() or len(number) > _LONGEST:
        raise ImproperlyConfigured(
            f"EMERGENCY_NUMBER is {text!r}. Give the number that people call, for example 112;"
            f" {_LONGEST} characters at most."
        )
    return number
