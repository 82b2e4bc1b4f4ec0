"""What nobody types but somebody sends: an address may be refused, it never breaks a page."""

import pytest

from tests.factories import make_run, make_session

HUGE = "9" * 5000
ODD = ["", " ", "0", "-1", "abc", HUGE, str(2**63), "\0", "é", "%", "'\"><script>", "x" * 1000]
DAYS = [
    "0001-01-01",
    "0001-02-28",
    "1969-12-31",
    "1970-01-01",
    "2199-12-31",
    "9999-12-31",
    "2026-02-30",
    "20260701",
]
WEEKS = [
    "0000-W01",
    "0001-W01",
    "1970-W01",
    "2026-W00",
    "2026-W54",
    "2199-W52",
    "9999-W52",
    "2026-w31",
    "2026-31",
]

QUERIES = [
    *[("/runs/", "until", value) for value in (*ODD, *DAYS)],
    *[("/history/", "until", value) for value in (*ODD, *WEEKS)],
    *[("/exercises/", name, value) for name in ("q", "category") for value in ODD],
    *[("/sessions/new/", "run", value) for value in ODD],
]


@pytest.fixture
def somebody(ana, ana_client):
    """With something in every list, since empty ones never look at the query."""
    make_session(ana, run=make_run(ana))
    return ana_client


@pytest.mark.parametrize(("path", "name", "value"), QUERIES, ids=lambda value: ascii(value)[:24])
def test_a_query_that_means_nothing_gets_the_page_all_the_same(somebody, path, name, value):
    assert somebody.get(path, {name: value}).status_code == 200


@pytest.mark.parametrize("value", [value for value in ODD if value], ids=lambda value: ascii(value)[:24])
def test_a_circuit_that_is_not_there_is_not_found(somebody, value):
    assert somebody.get("/sessions/new/", {"circuit": value}).status_code == 404


@pytest.mark.parametrize("name", ["0001-W01", "1970-W01", "2199-W52", "9999-W52", "2026-W54", "9" * 3000])
def test_a_week_is_shown_or_not_found(somebody, name):
    assert somebody.get(f"/history/{name}/").status_code == (200 if name[:4] in ("1970", "2199") else 404)


@pytest.mark.parametrize("path", ["/runs/{}/", "/runs/{}/edit/", "/sessions/{}/", "/runs/{}/file/"])
@pytest.mark.parametrize("number", ["9" * 19, "9" * 3000, HUGE])
def test_a_number_too_long_to_be_one_is_not_found(somebody, path, number):
    assert somebody.get(path.format(number)).status_code == 404


def test_what_a_query_says_is_shown_as_text(somebody):
    page = somebody.get("/exercises/", {"q": "<b>\"'&"}).content.decode()
    assert "<b>" not in page
    assert "&lt;b&gt;&quot;&#x27;&amp;" in page
