"""Foot contacts are counted per repetition, second or metre, in whatever unit the dose comes."""

import pytest

from workouts.training.prescription import BadPrescription, Contacts, Prescription
from workouts.training.tempo import Tempo


@pytest.mark.parametrize(
    ("contacts", "dose", "landings"),
    [
        (Contacts(per_rep=1), {"reps": 10, "seconds_per_rep": 0.6, "per_side": True}, 20),
        (Contacts(per_rep=2), {"reps": 5, "seconds_per_rep": 5}, 10),
        (Contacts(per_second=2), {"seconds": 30}, 60),
        (Contacts(per_metre=0.5), {"distance_m": 25, "meters_per_second": 4.5}, 12.5),
    ],
)
def test_one_set_counts_both_sides(contacts, dose, landings):
    assert Prescription(sets=3, contacts=contacts, **dose).foot_contacts == pytest.approx(landings)


@pytest.mark.parametrize(
    ("contacts", "dose", "landings"),
    [
        (Contacts(per_rep=1), {"seconds": 30, "seconds_per_rep": 0.6}, 50),
        (Contacts(per_second=2), {"reps": 10, "seconds_per_rep": 3}, 60),
        (Contacts(per_metre=0.8), {"seconds": 10, "meters_per_second": 2.5}, 20),
    ],
)
def test_a_dose_in_another_unit_is_counted_over_its_time(contacts, dose, landings):
    assert Prescription(sets=3, contacts=contacts, **dose).foot_contacts == pytest.approx(landings)


@pytest.mark.parametrize(
    ("contacts", "dose"),
    [
        (Contacts(per_rep=1), {"seconds": 30}),
        (Contacts(per_metre=0.8), {"reps": 10, "tempo": Tempo.parse("1-0-1-0")}),
    ],
)
def test_contacts_nobody_can_count_are_refused_rather_than_zero(contacts, dose):
    with pytest.raises(BadPrescription, match="cannot be counted"):
        Prescription(sets=3, contacts=contacts, **dose)


def test_what_is_not_a_jump_has_none():
    assert Prescription(sets=3, seconds=30).foot_contacts == 0


@pytest.mark.parametrize("rates", [{}, {"per_rep": 1, "per_second": 2}, {"per_rep": 1, "per_metre": 0.5}])
def test_there_is_exactly_one_rate(rates):
    with pytest.raises(BadPrescription, match="per repetition, per second or per metre"):
        Contacts(**rates)


def test_a_rate_is_above_zero():
    with pytest.raises(BadPrescription, match="above zero"):
        Contacts(per_rep=0)
