"""The JSON of an export is valid whatever stands in the rows, and is written row by row."""

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from logbook.export.columns import Column, unit_of
from logbook.export.json_text import Table, json_text


def read(*rows, columns=("one", "two")) -> dict:
    table = Table(
        name="t", about="", columns=[Column(name=c, holds="text") for c in columns], rows=lambda: rows
    )
    return json.loads("".join(json_text(about={}, tables=[table, table])))["tables"]["t"]


def test_each_kind_of_value_has_one_way_to_be_written():
    east = timezone(timedelta(hours=2))
    row = [
        datetime(2026, 7, 29, 7, 4, tzinfo=east), date(2026, 7, 29), time(7, 5), b"\x00\xff",
        UUID(int=7), None, 1.5, True, {"deep": [1]}, datetime(2026, 7, 29, 5, 4, 3, 250000, tzinfo=UTC),
    ]  # fmt: skip
    names = [f"c{number}" for number in range(len(row))]
    assert list(read(row, columns=names)["rows"][0].values()) == [
        "2026-07-29T05:04:00Z", "2026-07-29", "07:05:00", "AP8=", str(UUID(int=7)), None, 1.5, True,
        {"deep": [1]}, "2026-07-29T05:04:03.250000Z",
    ]  # fmt: skip


def test_a_float_that_is_no_number_is_blank_and_the_rest_of_its_row_stays():
    assert read([float("nan"), 2.0], [1.0, float("inf")])["rows"] == [
        {"one": None, "two": 2.0},
        {"one": 1.0, "two": None},
    ]


@given(rows=st.lists(st.tuples(st.text(), st.floats()), max_size=5))
def test_any_text_comes_back_as_it_was(rows):
    assert [row["one"] for row in read(*rows)["rows"]] == [text for text, _ in rows]


def test_half_a_pair_of_letters_does_not_break_it():
    assert read(["\ud83c", ""])["rows"][0]["one"] == "\ud83c"
    "".join(json_text(about={"account": "\ud83c"}, tables=[])).encode()


def test_rows_are_asked_for_one_by_one():
    endless = Table(
        name="t", about="", columns=[Column(name="n", holds="number")],
        rows=lambda: ([number] for number in iter(int, 1)),
    )  # fmt: skip
    text = json_text(about={}, tables=[endless])
    assert [next(text) for _ in range(5)][-1].endswith('{"n":0}')


def test_units_follow_from_names():
    names = ("duration_s", "distance_m", "load_kg", "rest_after_s", "note")
    assert [unit_of(name) for name in names] == ["seconds", "metres", "kilograms", "seconds", ""]
    assert (unit_of("minutes"), unit_of("avg_hr"), unit_of("sets")) == ("minutes", "beats per minute", "")
