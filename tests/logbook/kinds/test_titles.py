"""The title: whole words in six languages, what they mean together, and what only sounds like a kind."""

import pytest

from tests.logbook.kinds.evidences import guess
from workouts.vocabulary import RunKind

NOTHING = "Nothing in the file says otherwise."


def kind_of(title):
    return guess(title=title).kind.value


@pytest.mark.parametrize(
    ("title", "kind", "because"),
    [
        ("Threshold Thursday", RunKind.TEMPO, "Its title says “Threshold”."),
        ("sunday LONG RUN, wet", RunKind.LONG, "Its title says “LONG RUN”."),
        ("Récup' du lundi", RunKind.RECOVERY, "Its title says “Récup”."),
        ("Re\u0301cup", RunKind.RECOVERY, "Its title says “Récup”."),
        ("6×800m on grass", RunKind.INTERVALS, "Its title says “6×800m”."),
        ("County 10k race", RunKind.RACE, "Its title says “race”."),
    ],
)
def test_the_reason_quotes_the_title_as_it_was_written(title, kind, because):
    found = guess(title=title)
    assert (found.kind, found.because) == (kind, because)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Langer Lauf", "long"), ("Sortie longue", "long"), ("Tirada larga", "long"), ("Lungo", "long"),
        ("Lange duurloop", "long"), ("Regeneration", "recovery"), ("Rigenerante", "recovery"),
        ("Herstelloop", "recovery"), ("Lockerer Dauerlauf", "easy"), ("Footing", "easy"),
        ("Rodaje suave", "easy"), ("Steigerungsläufe", "strides"), ("Lignes droites", "strides"),
        ("Zügiger Dauerlauf", "steady"), ("Corsa media", "steady"), ("Schwellenlauf", "tempo"),
        ("Allure seuil", "tempo"), ("Soglia", "tempo"), ("Fractionné", "intervals"),
        ("Ripetute", "intervals"), ("Intervaltraining", "intervals"), ("Bergläufe", "hills"),
        ("Séance de côtes", "hills"), ("Cuestas", "hills"), ("Ripetute in salita", "hills"),
        ("Marathontempo", "race_pace"), ("Allure marathon", "race_pace"), ("Ritmo gara", "race_pace"),
        ("Contre-la-montre", "time_trial"), ("Coopertest", "time_trial"), ("Wettkampf", "race"),
        ("Compétition", "race"), ("Competición", "race"), ("Gara", "race"), ("Wedstrijd", "race"),
    ],
)  # fmt: skip
def test_the_usual_words_are_known_in_other_languages(title, kind):
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Easy long run", "long"),
        ("Long run with 3 x 10 min tempo", "long"),
        ("Easy + strides", "strides"),
        ("Tempo after easy warm up", "tempo"),
        ("12 x 400 (200 recovery)", "intervals"),
        ("6 x 3 min + 4 strides", "intervals"),
        ("Marathon pace run", "race_pace"),
        ("Race shakeout", "easy"),
        ("Lockeres Tempo", "easy"),
        ("Steigerungsdauerlauf", "steady"),
    ],
)
def test_of_several_kinds_the_one_is_taken_that_the_run_was_for(title, kind):
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Recovery from race", "recovery"),
        ("Recovery jog after yesterday's race", "recovery"),
        ("Easy, no tempo today", "easy"),
        ("Easy instead of the long run", "easy"),
        ("Locker vor dem Wettkampf", "easy"),
        ("Footing avant la compétition", "easy"),
        ("Training for a race: tempo", "tempo"),
        ("Out for a long run", "long"),
    ],
)
def test_what_the_title_takes_back_does_not_count(title, kind):
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    "title",
    [
        "The Bracelet", "Terrace loop", "Tempodrom", "Long Beach sunset", "Long Island", "Beverly Hills",
        "Primrose Hill", "Race week", "Race number pick-up", "Human race", "Marathon training",
        "Brutto tempo",
        "Not a race", "Training for a race", "Skipped the intervals", "After the race", "Carrera de mañana",
        "Course à pied le matin",
        "Avond rennen", "Leeds Running", "10k", "", "   ", "🌧️", "×", "6 x", "6 x cake", "2 x 800",
        "9999999999 x 99999999999",
    ],
)  # fmt: skip
def test_other_words_say_nothing(title):
    found = guess(title=title)
    assert (found.kind, found.because) == (RunKind.EASY, NOTHING)


@pytest.mark.parametrize("title", ["Hills", "Tuesday hills", "Hills 10 km", "Long", "Sunday long", "Series"])
def test_a_word_that_is_also_a_place_counts_where_it_stands_alone(title):
    assert kind_of(title) in {"hills", "long", "intervals"}
    assert guess(title=f"{title} Dorchester").because == NOTHING


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("3 x 800", "intervals"), ("8x30s", "strides"), ("8x31s", "intervals"), ("8 x 120 m", "strides"),
        ("8 x 121 m", "intervals"), ("6x150m strides", "strides"),
        ("4 x mile", "intervals"), ("6x3", "intervals"),
        ("8 x hill", "hills"), ("10 x 60s hill", "hills"), ("10x30s côte", "hills"), ("30/30", "intervals"),
    ],
)  # fmt: skip
def test_repetitions_are_read_by_their_size(title, kind):
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("title", "course_m"),
    [
        ("Berlin-Marathon", 42_195),
        ("Maratón de Sevilla", 42_195),
        ("Semi de Lyon", 21_097.5),
        ("HM", 21_097.5),
    ],
)
def test_a_race_by_its_length_is_one_only_if_the_run_is_that_long(title, course_m):
    def kind_at(share):
        return guess(title=title, past=[], duration_s=5400, distance_m=share * course_m, avg_hr=None).kind

    assert [kind_at(share) for share in (0.98, 1, 1.04)] == [RunKind.RACE] * 3
    assert [kind_at(share) for share in (0.979, 1.041)] == [RunKind.EASY] * 2


def test_a_marathon_in_the_title_without_a_distance_is_no_race():
    assert guess(title="Marathon", distance_m=None).because == NOTHING


def test_the_word_and_the_length_of_a_race_are_both_given_as_reason():
    found = guess(title="Boston Marathon", duration_s=12_000, distance_m=42_500)
    assert found.because == "Its title says “Marathon”, and 42.5 km is the length of one."


class TestParkrun:
    def test_it_is_a_time_trial(self):
        found = guess(title="parkrun #132", duration_s=1500, distance_m=5050)
        assert found.kind is RunKind.TIME_TRIAL
        assert found.because == "Its title says “parkrun”, and 5.1 km is the length of one."

    @pytest.mark.parametrize(("times_usual", "kind"), [(1.049, RunKind.EASY), (1.05, RunKind.TIME_TRIAL)])
    def test_it_is_none_at_the_usual_pace(self, times_usual, kind):
        duration_s = 5000 / (8000 / 2880 * times_usual) - 1e-6
        assert guess(title="parkrun", duration_s=duration_s, distance_m=5000).kind is kind

    def test_it_is_one_where_the_usual_pace_is_unknown(self):
        assert guess(title="parkrun", past=[], duration_s=2400, distance_m=5000).kind is RunKind.TIME_TRIAL

    def test_jogged_it_is_easy(self):
        assert (
            guess(title="Easy parkrun with the kids", duration_s=1500, distance_m=5000).kind is RunKind.EASY
        )
