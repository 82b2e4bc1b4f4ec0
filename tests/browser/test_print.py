"""A circuit on paper: whatever it holds, it is one sheet."""

import re

import pytest

from tests.factories import make_circuit
from workouts.models import Athlete, Circuit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_every_circuit_prints_as_one_sheet(desk):
    desk.sign_in()
    make_circuit(
        Athlete.objects.get(),
        text="2 rounds: squat 8, plank 30 s, dead bug 8, push-up 8",
        goal="Own.",
        notes=["Slowly."],
    )
    sheets = {}
    for circuit in Circuit.objects.all():
        desk.go(circuit.get_absolute_url())
        sheets[circuit.name] = len(re.findall(rb"/Type\s*/Page\b", desk.page.pdf(format="A4")))
    assert len(sheets) == 23
    assert {name: count for name, count in sheets.items() if count != 1} == {}
