"""The runs of a training plan, brought in from a calendar file."""

from datetime import date, time, timedelta
from io import BytesIO
from random import Random

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from logbook.calendar.event_words import said_by
from logbook.calendar.plan_events import MOST_EVENTS, NotACalendar, read
from tests.browsing import complaint, form_on, notices, soup, words
from tests.factories import make_run, say_week
from workouts.vocabulary import RunKind

FIRST, LAST = date(2026, 3, 23), date(2026, 12, 31)


def calendar(*events: str, more: str = "") -> bytes:
    blocks = [f"BEGIN:VEVENT\nUID:{nth}\n{event}\nEND:VEVENT" for nth, event in enumerate(events)]
    return "\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//plan//", more, *blocks, "END:VCALENDAR", ""]
    ).encode()


def found(*events: str, zone: str = "Europe/Berlin", more: str = ""):
    return read(calendar(*events, more=more), zone=zone, first=FIRST, last=LAST, s_per_km=330)


@pytest.mark.parametrize(
    ("title", "kind", "metres", "minutes"),
    [
        ("Easy 8 km", RunKind.EASY, 8000, None),
        ("8,5km recovery run", RunKind.RECOVERY, 8500, None),
        ("Run 5 mi", RunKind.EASY, 8047, None),
        ("Long run 1 h 40", RunKind.LONG, None, 100),
        ("Long run 1:45 h", RunKind.LONG, None, 105),
        ("Tempo 45 min", RunKind.TEMPO, None, 45),
        ("Intervals 5 x 1 km, 55 min", RunKind.INTERVALS, None, 55),
        ("Hill repeats 8 x 1 min", RunKind.HILLS, None, None),
        ("Dauerlauf 10 km", RunKind.EASY, 10000, None),
        ("Dentist", None, None, None),
        ("Gym after the run", None, None, None),
        ("Bike ride 40 km", None, None, None),
        ("No running today", None, None, None),
        ("Run errands 30 min", None, None, None),
        ("Dry run of the talk", None, None, None),
        ("Laufschuhe kaufen", None, None, None),
        ("Course: Python, 90 min", None, None, None),
    ],
)
def test_a_title_says_kind_and_length(title, kind, metres, minutes):
    said = said_by(title, "")
    assert (said.kind, said.distance_m, said.minutes) == (kind, metres, minutes)


@pytest.mark.parametrize("title", ["Rest", "rest day", "REST DAY!", "Day off"])
def test_a_rest_day_is_a_day_without_a_run(title):
    assert said_by(title, "").is_rest


def test_the_length_comes_from_title_then_text_then_hours_then_distance():
    runs = found(
        "DTSTART:20260330T060000Z\nDTEND:20260330T070000Z\nSUMMARY:Easy run 40 min",
        "DTSTART:20260331T060000Z\nDTEND:20260331T070000Z\nSUMMARY:Easy run\nDESCRIPTION:50 min relaxed",
        "DTSTART:20260401T060000Z\nDTEND:20260401T070000Z\nSUMMARY:Easy run 8 km",
        "DTSTART;VALUE=DATE:20260402\nSUMMARY:Easy run 8 km",
        "DTSTART;VALUE=DATE:20260403\nSUMMARY:Easy run",
    )
    assert [each.run.minutes for each in runs.runs] == [40, 50, 60, 44]
    assert runs.left_out == {"with neither length nor distance": 1}


def test_the_hour_is_that_of_the_athletes_clock_on_both_sides_of_the_change_to_summer():
    # In Berlin clocks go forward on 29 March 2026.
    runs = found(
        "DTSTART:20260328T060000Z\nDTEND:20260328T070000Z\nSUMMARY:Easy run",
        "DTSTART:20260329T060000Z\nDTEND:20260329T070000Z\nSUMMARY:Easy run",
        "DTSTART:20260330T230000Z\nDTEND:20260331T000000Z\nSUMMARY:Easy run",
    )
    assert [(each.day.day, each.run.starts_at) for each in runs.runs] == [
        (28, time(7)),
        (29, time(8)),
        (31, time(1)),
    ]


def test_what_comes_back_is_written_out_without_what_was_taken_out_of_it():
    runs = found(
        "DTSTART;TZID=Europe/Berlin:20260405T090000\nRRULE:FREQ=WEEKLY;COUNT=4\n"
        "EXDATE;TZID=Europe/Berlin:20260412T090000\nSUMMARY:Long run 1 h 40"
    )
    assert [each.day for each in runs.runs] == [date(2026, 4, 5), date(2026, 4, 19), date(2026, 4, 26)]
    assert {each.run.starts_at for each in runs.runs} == {time(9)}


def test_of_two_runs_of_a_day_the_harder_is_taken_and_races_and_others_are_left():
    runs = found(
        "DTSTART;VALUE=DATE:20260402\nSUMMARY:Easy run 60 min",
        "DTSTART;VALUE=DATE:20260402\nSUMMARY:Intervals 45 min",
        "DTSTART;VALUE=DATE:20260403\nSUMMARY:Race 10 km",
        "DTSTART;VALUE=DATE:20260404\nSUMMARY:Dentist",
        "DTSTART;VALUE=DATE:20250404\nSUMMARY:Easy run 60 min",
    )
    assert [(each.day.day, each.run.kind) for each in runs.runs] == [(2, RunKind.INTERVALS)]
    assert runs.left_out == {
        "a second run of the day": 1,
        "a race by the title": 1,
        "no run by the title": 1,
    }


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\xff\xfe\x00",
        *(
            calendar(f"DTSTART:20260402T060000Z\nRRULE:{rule}\nSUMMARY:Easy run")
            for rule in (
                "FREQ=SECONDLY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;BYHOUR=0,1,2;BYMINUTE=0,1,2,3",
                "FREQ=DA\n ILY;INTER\n VAL=0",
            )
        ),
        calendar("DTSTART:19000101T060000Z\nRRULE:FREQ=DAILY\nSUMMARY:Easy run"),
        calendar(*["DTSTART:20260402T060000Z\nRRULE:FREQ=YEARLY\nSUMMARY:Easy run"] * 301),
        calendar(
            *["DTSTART;VALUE=DATE:20260402\nRRULE:FREQ=DAILY\nSUMMARY:Easy run 40 min"]
            * (MOST_EVENTS // 270 + 2)
        ),
    ],
)
def test_what_is_no_calendar_is_refused_with_a_sentence(content):
    with pytest.raises(NotACalendar, match=r"\.$"):
        read(content, zone="UTC", first=FIRST, last=LAST, s_per_km=360)


def test_one_odd_event_is_left_out_and_the_others_stay():
    good = "DTSTART;VALUE=DATE:20260403\nSUMMARY:Easy 40 min"
    runs = found(
        good, "DTSTART:20260402T060000Z\nDTEND:99991231T070000Z\nSUMMARY:Easy run", "SUMMARY:Easy run"
    )
    assert [each.day.day for each in runs.runs] == [3]
    assert runs.left_out == {"that cannot be read": 2}


def test_what_a_text_may_not_hold_is_left_out_of_the_name():
    (run,) = found("DTSTART;VALUE=DATE:20260403\nSUMMARY:Easy run\x00 40 min").runs
    assert run.run.name == "Easy run 40 min"


@pytest.mark.parametrize(
    ("event", "minutes"),
    [
        ("SUMMARY:Long run\nDESCRIPTION:18 km at 5:30 min/km. Warm up 10 min", 99),
        ("SUMMARY:Intervals 6x800 m\nDESCRIPTION:Go easy for 10 min first. 55 min in all", None),
        ("SUMMARY:Easy run\nDESCRIPTION:50 min relaxed", 50),
        ("SUMMARY:Easy 8 km in 10 min", 44),
        ("STATUS:CANCELLED\nSUMMARY:Easy 40 min", None),
    ],
)
def test_minutes_are_those_of_the_whole_run(event, minutes):
    runs = found(f"DTSTART;VALUE=DATE:20260403\n{event}").runs
    assert [each.run.minutes for each in runs] == ([minutes] if minutes else [])


def test_the_hours_of_an_event_are_taken_before_what_its_text_says_of_a_part():
    hours = "DTSTART:20260403T070000Z\nDTEND:20260403T090000Z"
    (run,) = found(f"{hours}\nSUMMARY:Long run\nDESCRIPTION:Last 30 min at race pace").runs
    assert run.run.minutes == 120


@pytest.mark.parametrize("text", ["1 km " * 20_000, "1" * 100_000, "5 x " * 30_000])
def test_a_long_text_takes_no_longer_than_a_short_one(text):
    # Patterns that look at all of it would take minutes.
    assert said_by(f"Easy run {text}", text).kind is not None


@given(st.randoms(use_true_random=False), st.integers(1, 30))
def test_a_damaged_file_is_read_or_refused_and_never_breaks(random: Random, cuts: int):
    content = bytearray(
        calendar(
            "DTSTART;TZID=Europe/Berlin:20260405T090000\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Long run 1 h 40"
        )
    )
    for _ in range(cuts):
        content[random.randrange(len(content))] = random.randrange(256)
    assert (refusal_of(bytes(content)) or "Read.").endswith(".")


def refusal_of(content: bytes) -> str:
    try:
        read(content, zone="Europe/Berlin", first=FIRST, last=LAST, s_per_km=360)
    except NotACalendar as refused:
        return str(refused)
    return ""


def sent(client, content: bytes):
    file = BytesIO(content)
    file.name = "plan.ics"
    form = form_on(client.get("/plan/runs/import/"), "Bring in the runs")
    return client.post(form.action, {**form.fields, "file": file})


@pytest.fixture
def days(ana):
    say_week(ana)
    return ana.week_of(ana.day_of(timezone.now())).next.days


def event(day: date, title: str) -> str:
    return f"DTSTART;VALUE=DATE:{day:%Y%m%d}\nSUMMARY:{title}"


@pytest.mark.django_db
def test_its_runs_count_in_place_of_the_usual_ones_and_all_are_undone_at_once(ana, ana_client, days):
    plan = calendar(event(days[0], "Tempo 45 min"), event(days[1], "Rest day"), event(days[2], "Cinema"))
    shown = ana_client.get(sent(ana_client, plan)["Location"])
    (notice,) = notices(shown)
    assert "1 run and 1 day of rest from " in notice
    assert "Left out: 1 event, no run by the title." in notice
    rows = [words(row.summary) for row in soup(shown).select(".runs-of-week li")]
    assert "Tempo 45 min , about 45 min, 07:00" in rows[0]
    assert "No run" in rows[1]
    form_on(shown, "Undo").send(ana_client)
    assert not ana.planned_runs.single().exists()


@pytest.mark.django_db
def test_taken_again_an_event_that_moved_leaves_its_day_of_before(ana, ana_client, days):
    sent(ana_client, calendar(event(days[0], "Tempo 45 min")))
    sent(ana_client, calendar(event(days[3], "Tempo 45 min")))
    assert [run.day for run in ana.planned_runs.single()] == [days[3]]


@pytest.mark.django_db
def test_a_run_that_says_only_how_far_is_reckoned_by_the_pace_of_the_last_weeks(ana, ana_client, days):
    make_run(ana, started_at=timezone.now() - timedelta(days=3), distance_m=10_000.0, duration_s=3000.0)
    sent(ana_client, calendar(event(days[0], "Easy 8 km")))
    assert ana.planned_runs.single().get().minutes == 40


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"hello", "It is no calendar file that can be read. Export it again as .ics."),
        (
            calendar("DTSTART;VALUE=DATE:20200101\nSUMMARY:Easy run 40 min"),
            "No run of a day to come is in it.",
        ),
        (b"x" * 1_000_001, "That file is larger than 1 MB. Export the training plan alone."),
    ],
)
def test_a_file_without_a_run_to_come_is_refused(ana, ana_client, days, content, sentence):
    answer = sent(ana_client, content)
    assert answer.status_code == 422
    assert sentence in complaint(answer, "file")
    assert not ana.planned_runs.single().exists()


@pytest.mark.django_db
def test_what_is_left_of_it_is_taken_out_later_and_what_was_changed_since_stays(ana, ana_client, days):
    sent(ana_client, calendar(event(days[0], "Tempo 45 min"), event(days[2], "Easy 40 min")))
    form_on(ana_client.get(f"/plan/runs/{days[2]}/"), "Save run").filled({"minutes": "30"}).send(ana_client)
    page = ana_client.get("/plan/runs/import/")
    assert "1 day from " in words(page)
    shown = ana_client.get(form_on(page, "Take them out").send(ana_client)["Location"])
    assert [run.minutes for run in ana.planned_runs.single()] == [30]
    form_on(shown, "Undo").send(ana_client)
    assert sorted(run.minutes for run in ana.planned_runs.single()) == [30, 45]
