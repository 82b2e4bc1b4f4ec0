"""Units: what is printed, and that what is printed or typed leads back to the same quantity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.units import (
    KG_PER_LB,
    METRES_PER_MILE,
    BadQuantity,
    DistanceUnit,
    WeightUnit,
    clock,
    decimal_text,
    distance,
    distance_number,
    grouped,
    height,
    in_words,
    pace,
    pace_number,
    parse_clock,
    parse_decimal,
    parse_distance,
    parse_weight,
    rise,
    speed_number,
    spoken_minutes,
    tonnage_number,
    weight,
    weight_number,
)

KM, MILES = DistanceUnit
KG, LB = WeightUnit


class TestPrinting:
    def test_a_distance_has_one_decimal_and_two_where_it_is_precise(self):
        assert distance(8214, KM) == "8.2 km"
        assert distance(8214, KM, precise=True) == "8.21 km"
        assert distance(8214, MILES) == "5.1 mi"
        assert distance(160_934.4, MILES) == "100.0 mi"

    def test_halves_are_rounded_up_as_people_do(self):
        assert distance(8250, KM) == "8.3 km"
        assert distance(8350, KM) == "8.4 km"
        assert clock(0.5) == "0:01"

    def test_a_pace_is_the_time_for_one_unit(self):
        assert pace(8200, 48 * 60 + 10, KM) == "5:52 /km"
        assert pace(METRES_PER_MILE, 480, MILES) == "8:00 /mi"

    def test_a_pace_alone_and_the_speed_it_is(self):
        assert (pace_number(352.4, KM), pace_number(352.4, MILES)) == ("5:52", "9:27")
        assert (speed_number(144, KM), speed_number(144, MILES)) == ("25.0", "15.5")
        assert (KM.per_hour, MILES.per_hour) == ("km/h", "mph")
        assert pace_number(None, KM) == speed_number(None, KM) == speed_number(0, KM) == ""

    def test_a_rise_has_its_sign(self):
        assert [rise(metres) for metres in (7.6, -6.4, 0.4, -0.4, 0, None)] == ["+8", "−6", "0", "0", "0", ""]

    def test_seconds_never_show_as_sixty(self):
        assert pace(1000, 359.7, KM) == "6:00 /km"
        assert clock(3599.6) == "1:00:00"

    def test_a_clock_shows_hours_only_where_there_are_any(self):
        assert clock(0) == "0:00"
        assert clock(2890) == "48:10"
        assert clock(3724) == "1:02:04"
        assert clock(100 * 3600) == "100:00:00"

    @pytest.mark.parametrize(
        ("seconds", "said"),
        [
            (0, "0 s"),
            (45, "45 s"),
            (59.6, "1 min"),
            (2890, "48 min"),
            (3599, "1 h"),
            (3600, "1 h"),
            (6000, "1 h 40 min"),
        ],
    )
    def test_minutes_are_said_as_one_says_them(self, seconds, said):
        assert spoken_minutes(seconds) == said

    def test_thousands_stand_apart_by_a_narrow_space_that_never_breaks(self):
        assert grouped(516) == "516"
        assert grouped(1668) == "1\u202f668"
        assert grouped(1_234_567.5) == "1\u202f234\u202f568"

    def test_below_zero_has_a_true_minus_and_nought_has_none(self):
        assert [grouped(number) for number in (-0.4, -0.0, -6.4, -1668)] == ["0", "0", "−6", "−1\u202f668"]
        assert height(-0.4) == "0 m"
        assert decimal_text(-0.004) == "0"

    def test_a_climb_is_whole_metres(self):
        assert height(46.4) == "46 m"

    def test_a_weight_drops_needless_zeros(self):
        assert weight(20, KG) == "20 kg"
        assert weight(21.25, KG) == "21.25 kg"
        assert weight(20.41, LB) == "45 lb"

    def test_many_kilograms_together_are_whole_and_grouped(self):
        assert tonnage_number(1439.6, KG) == "1\u202f440"
        assert tonnage_number(576, LB) == "1\u202f270"
        assert tonnage_number(None, KG) == ""

    def test_a_small_count_is_a_word_and_a_larger_one_digits(self):
        assert [in_words(count) for count in (0, 1, 2, 12, 13)] == ["no", "one", "two", "twelve", "13"]

    def test_what_is_unknown_is_blank_and_never_nought(self):
        assert distance(None, KM) == weight(None, KG) == height(None) == clock(None) == ""
        assert spoken_minutes(None) == grouped(None) == decimal_text(None) == ""
        assert distance_number(None, KM) == weight_number(None, LB) == ""
        assert pace(None, 60, KM) == pace(1000, None, KM) == pace(0, 60, KM) == pace(1000, 0, KM) == ""
        assert distance(0, KM) == "0.0 km"


class TestReadingNumbers:
    @pytest.mark.parametrize("typed", ["8.2", "8,2", " 8.20 ", "08,2"])
    def test_a_comma_is_as_good_as_a_point(self, typed):
        assert parse_decimal(typed) == 8.2

    def test_a_printed_thousand_can_be_pasted_back(self):
        assert parse_decimal(grouped(1668)) == 1668

    @pytest.mark.parametrize("typed", ["", ".", "1,234.5", "8.2.1", "1e5", "nan", "inf", "8x", "٣", "9" * 10])
    def test_anything_else_is_refused_with_an_example(self, typed):
        with pytest.raises(BadQuantity, match=r"is not a number. Write it like 8\.2 or 8,2\.$"):
            parse_decimal(typed)

    @pytest.mark.parametrize("typed", ["-3", "−3", "- 3"])
    def test_a_number_below_zero_is_told_so(self, typed):
        with pytest.raises(BadQuantity, match="is below zero"):
            parse_decimal(typed)

    def test_a_refusal_quotes_no_more_than_a_line_holds(self):
        with pytest.raises(BadQuantity) as refusal:
            parse_decimal("x" * 10_000)
        assert len(str(refusal.value)) < 80

    @given(st.floats(0, 99_999))
    def test_a_number_printed_for_a_field_reads_back(self, number):
        assert parse_decimal(decimal_text(number)) == pytest.approx(number, abs=0.005000001)


class TestDistancesAndWeights:
    def test_a_bare_number_is_in_the_athletes_unit(self):
        assert parse_distance("8,2", KM) == 8200
        assert parse_distance("5", MILES) == 8047
        assert parse_weight("45", LB) == 20.41
        assert parse_weight("22.5", KG) == 22.5

    def test_a_unit_that_is_written_down_wins(self):
        assert parse_distance("5 mi", KM) == parse_distance("5 Miles", KM) == parse_distance("5", MILES)
        assert parse_distance("8.2km", MILES) == 8200
        assert parse_weight("45 lbs", KG) == parse_weight("45", LB)
        assert parse_weight("20 kg", LB) == 20

    def test_another_unit_is_refused_with_an_example_in_the_athletes_own(self):
        with pytest.raises(BadQuantity, match=r"not a distance in km or mi\. Write it like 8\.2 mi\."):
            parse_distance("400 m", MILES)
        with pytest.raises(BadQuantity, match=r"not a weight in kg or lb\. Write it like 22\.5 kg\."):
            parse_weight("3 stone", KG)

    def test_a_weight_carried_over_looks_as_it_was_typed(self):
        assert weight_number(parse_weight("45", LB), LB) == "45"
        assert weight_number(parse_weight("2.5", LB), LB) == "2.5"
        assert weight_number(20, LB) == "44.1"

    @given(st.integers(0, 400_000), st.sampled_from(DistanceUnit))
    def test_a_distance_put_into_a_field_comes_back_to_the_metre(self, metres, unit):
        assert parse_distance(distance_number(metres, unit), unit) == metres

    @given(st.integers(0, 100_000), st.sampled_from(WeightUnit))
    def test_a_weight_put_into_a_field_comes_back_to_ten_grams(self, hundredths, unit):
        kg = hundredths / 100
        assert parse_weight(weight_number(kg, unit), unit) == kg

    @given(st.integers(0, 10_000))
    def test_tenths_of_a_mile_and_of_a_pound_come_back_as_typed(self, tenths):
        typed = decimal_text(tenths / 10)
        assert distance_number(parse_distance(typed, MILES), MILES) == typed
        assert weight_number(parse_weight(typed, LB), LB) == typed

    @given(st.floats(0, 500), st.floats(0, 400))
    def test_km_and_mi_and_kg_and_lb_lead_back_to_each_other(self, km, kg):
        assert km * 1000 / METRES_PER_MILE * MILES.metres == pytest.approx(km * KM.metres)
        assert kg / KG_PER_LB * LB.kg == pytest.approx(kg * KG.kg)
        assert parse_distance(distance(km * 1000, MILES), KM) == pytest.approx(km * 1000, abs=82)
        assert parse_weight(weight(kg, LB), KG) == pytest.approx(kg, abs=0.03)


class TestReadingDurations:
    @pytest.mark.parametrize(
        ("typed", "seconds"),
        [
            ("48:10", 2890),
            ("1:02:04", 3724),
            ("75:30", 4530),
            ("0:45", 45),
            ("48", 2880),
            ("45s", 45),
            ("45 sec", 45),
            ("48 min", 2880),
            ("1h", 3600),
            ("1h 2m", 3720),
            ("1h2m3s", 3723),
            ("1 H 40 min", 6000),
            ("1,5 h", 5400),
            ("7.5 min", 450),
        ],
    )
    def test_every_usual_way_of_writing_one_is_read(self, typed, seconds):
        assert parse_clock(typed) == seconds

    def test_a_bare_number_is_what_the_field_says_it_is(self):
        assert parse_clock("90", bare="seconds") == 90
        assert parse_clock("90", bare="minutes") == 5400
        assert parse_clock("1:30", bare="seconds") == 90

    @pytest.mark.parametrize("typed", ["48:60", "1:60:00", "1:02:99"])
    def test_a_clock_stops_at_59(self, typed):
        with pytest.raises(BadQuantity, match="more than 59"):
            parse_clock(typed)

    @pytest.mark.parametrize("typed", ["48.10", "48,5"])
    def test_a_bare_decimal_is_refused_since_it_reads_two_ways(self, typed):
        with pytest.raises(BadQuantity, match=r"two ways\. Write minutes and seconds like 48:10"):
            parse_clock(typed)

    @pytest.mark.parametrize(
        "typed", ["", " ", "h", "-5", "1:2:3:4", "4:5", "1:02:04h", "3m 1h", "soon", "٣:٠٠"]
    )
    def test_anything_else_is_refused_with_examples(self, typed):
        with pytest.raises(BadQuantity, match=r"is not a duration\. Write it like 48:10, 1:02:04 or 45s"):
            parse_clock(typed)

    @given(st.integers(0, 400_000), st.sampled_from(["minutes", "seconds"]))
    def test_a_printed_duration_reads_back(self, seconds, bare):
        assert parse_clock(clock(seconds), bare=bare) == seconds
        assert parse_clock(spoken_minutes(seconds), bare=bare) == pytest.approx(seconds, abs=30)
