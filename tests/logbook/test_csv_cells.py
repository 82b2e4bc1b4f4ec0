"""CSV files open in a spreadsheet as what they say, and run nothing."""

import csv
import io
import itertools
import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.csv_cells import csv_lines

NUMBER = re.compile(r"[+-][0-9]+([.][0-9]+)?")


def one_cell(cell) -> str:
    """What a reader of the file finds in the first cell of its only row."""
    text = "".join(csv_lines(["note", "last"], [[cell, "."]]))
    (_, (found, _)) = csv.reader(io.StringIO(text, newline=""))
    return found


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x")',
        "+cmd",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\n=1",
        "\u00a0=1",
        "-",
        "+1e",
    ],
)
def test_a_text_that_a_spreadsheet_would_run_is_marked_as_text(text):
    assert one_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+3.5", "easy run", "3-1-1-0", "'quoted'", "a=b", "-0.25"])
def test_a_number_and_a_plain_text_stay_as_they_are(text):
    assert one_cell(text) == text


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (None, ""),
        (0, "0"),
        (-4, "-4"),
        (60.0, "60"),
        (-2.5, "-2.5"),
        (62.25, "62.25"),
        (0.00006, "0.00006"),
        (Decimal("1.50"), "1.50"),
        (True, "yes"),
        (False, "no"),
        (date(2026, 7, 29), "2026-07-29"),
        (time(7, 5), "07:05:00"),
        (datetime(2026, 7, 29, 5, 4, tzinfo=UTC), "2026-07-29T05:04:00+00:00"),
        (timedelta(minutes=2), "120"),
        ("naught\0", "naught"),
    ],
)
def test_each_kind_of_value_has_one_way_to_be_written(cell, written):
    assert one_cell(cell) == written


def test_lines_end_as_the_standard_for_csv_has_it_and_the_headers_come_first():
    lines = list(csv_lines(["on", "km"], [[date(2026, 7, 29), 9.5], [None, None]]))
    assert lines == ["on,km\r\n", "2026-07-29,9.5\r\n", ",\r\n"]


def test_rows_are_asked_for_one_by_one():
    endless = ([number] for number in iter(int, 1))
    lines = csv_lines(["nought"], endless)
    assert [next(lines), next(lines)] == ["nought\r\n", "0\r\n"]


def test_a_row_that_does_not_fit_its_headers_is_a_mistake():
    with pytest.raises(ValueError, match="1 cells stand under 2 headers"):
        list(csv_lines(["a", "b"], [["only"]]))


@given(rows=st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_every_text_comes_back_but_for_the_mark_and_null_bytes(rows):
    text = "".join(csv_lines(["one", "two"], rows))
    found = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert len(found) == len(rows)
    for cell, text in zip(itertools.chain(*found), itertools.chain(*rows), strict=True):
        assert cell in (kept := text.replace("\0", ""), f"'{kept}")
        assert NUMBER.fullmatch(cell) or not cell.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r"))
