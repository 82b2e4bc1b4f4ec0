"""The log: one line a request under its reference, nothing private, and no text that passes for a line."""

import logging
import re
from smtplib import SMTPRecipientsRefused

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.test import Client, override_settings

from config.log import LONGEST_BYTES
from config.reference import HEADER
from config.traces import message_of, trace
from tests.factories import NOW, PASSWORD, make_athlete, make_run
from workouts import publishing
from workouts.models import Athlete

LINE = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (?P<level>[A-Z]+) "
    r"(?P<reference>[0-9A-Z-]+) (?P<name>[\w.]+): (?P<told>.*)"
)
REQUEST = re.compile(r"(?P<method>[A-Z]+) (?P<route>\S+) (?P<status>\d{3}) \d+ms athlete=(?P<athlete>\S+)")


def lines(log, name: str = "footfall.requests") -> list[dict[str, str]]:
    """Those of one kind, each taken apart; all others have the form of a line, too."""
    found = [LINE.fullmatch(line) for line in log.getvalue().splitlines() if " | " not in line]
    assert all(found), log.getvalue()
    return [match.groupdict() for match in found if match["name"] == name]


def requests(log) -> list[tuple[str, ...]]:
    return [REQUEST.fullmatch(line["told"]).groups() for line in lines(log)]


def test_each_request_has_one_line_with_its_reference_and_no_address(ana, ana_client, log):
    run = make_run(ana, note="quokka seen")
    answers = [
        ana_client.get("/runs/?kind=easy"),
        ana_client.get(f"/runs/{run.pk}/"),
        ana_client.get("/nowhere/quokka/"),
        Client().get("/runs/"),
        Client().get("/accounts/password/reset/key/quokka-token/"),
    ]
    assert requests(log) == [
        ("GET", "logbook:runs", "200", str(ana.pk)),
        ("GET", "logbook:run", "200", str(ana.pk)),
        ("GET", "-", "404", str(ana.pk)),
        ("GET", "logbook:runs", "302", "-"),
        ("GET", "account_reset_password_from_key", "200", "-"),
    ]
    references = [line["reference"] for line in lines(log)]
    assert references == [answer[HEADER] for answer in answers]
    assert len(set(references)) == 5 and all(re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", r) for r in references)
    for private in ("quokka", "ana", "kind=easy", f"/{run.pk}", "127.0.0.1"):
        assert private not in log.getvalue().replace("account_", "").replace("athlete", "")


def test_signing_in_and_out_names_the_athlete_by_number_alone(db, log):
    ana = make_athlete("quokka-ana", email="quokka@example.org")
    client = Client()
    client.post("/accounts/login/", {"login": "quokka-ana", "password": "quokka wrong"})
    client.post("/accounts/login/", {"login": "quokka-ana", "password": PASSWORD})
    client.post("/accounts/logout/")
    assert requests(log) == [
        ("POST", "account_login", "200", "-"),
        ("POST", "account_login", "302", str(ana.pk)),
        ("POST", "account_logout", "302", "-"),
    ]
    assert "quokka" not in log.getvalue() and PASSWORD not in log.getvalue()


def test_the_secret_address_of_a_calendar_is_never_in_it_not_even_with_a_fault(ana, log, monkeypatch):
    feed = publishing.publish(athlete=ana, now=NOW)
    address = feed.get_absolute_url()

    def broken(**_):
        raise ValueError(f"“{address}” went wrong")

    Client().get(address)
    Client().post(address)
    Client().get(f"{address}/")
    monkeypatch.setattr("logbook.calendar_events.of_athlete", broken)
    assert Client(raise_request_exception=False).get(address).status_code == 500
    routes = [(route, status) for _, route, status, _ in requests(log)]
    feeds = [("logbook:calendar_feed", status) for status in ("200", "405", "500")]
    assert routes == [*feeds[:2], ("-", "404"), feeds[2]]
    assert "ValueError" in log.getvalue()
    assert feed.token not in log.getvalue() and "/calendar/" not in log.getvalue()


def test_the_log_asks_the_database_nothing(ana_client, django_assert_num_queries, log):
    # A page that asks nobody who they are, by somebody who is signed in.
    with django_assert_num_queries(0):
        ana_client.get("/nowhere.txt", headers={"host": "elsewhere.example"})
    assert requests(log) == [("GET", "-", "400", "-")]


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="tests.pages.careless")
def test_an_error_is_told_with_its_trace_under_the_reference_of_its_page(log):
    client = Client(raise_request_exception=False)
    answer = client.get("/careless/unlocked-and-broken/?note=quokka")
    (error,) = lines(log, "django.request")
    assert (error["level"], error["told"]) == ("ERROR", "Internal Server Error: unlocked-and-broken")
    further = [line for line in log.getvalue().splitlines() if " | " in line]
    assert further[0] == f"{answer[HEADER]} | Traceback (most recent call last):"
    assert further[-1] == f"{answer[HEADER]} | RuntimeError: on purpose"
    assert any("in unlocked_and_broken" in line for line in further)
    assert {line.partition(" | ")[0] for line in further} == {answer[HEADER]} == {error["reference"]}
    assert answer[HEADER] in answer.content.decode()
    assert "quokka" not in log.getvalue() and "/careless/" not in log.getvalue().replace("careless.py", "")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("proxies", "told", "kept"),
    [
        (0, "proxy-made-1", None),
        (1, "proxy-made-1", "proxy-made-1"),
        (1, "proxy\t made <1>\r\n2026 ERROR", "proxymade12026ERROR"),
        (1, "x" * 500, "x" * 36),
        (1, "short", None),
        (1, "…………………………………", None),
    ],
)
def test_a_reference_from_outside_counts_from_a_trusted_proxy_alone_and_cleaned(
    settings, proxies, told, kept
):
    settings.TRUSTED_PROXIES = proxies
    answer = Client().get("/accounts/login/", headers={HEADER: told})
    if kept is None:
        assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", answer[HEADER])
    else:
        assert answer[HEADER] == kept


FORGED = "2026-01-01T00:00:00.000Z INFO AAAA-BBBB footfall.requests: GET logbook:run 200 1ms athlete=1"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_no_text_can_pass_for_a_line(log, end):
    logger = logging.getLogger("footfall.trial")
    logger.info("named %s", f"Ana{end}{FORGED}")
    try:
        raise RuntimeError(f"Ana{end}{FORGED}")
    except RuntimeError:
        logger.exception("broke%s%s", end, FORGED)
    assert [line["name"] for line in lines(log, "footfall.trial")] == ["footfall.trial"] * 2
    assert not [line for line in log.getvalue().splitlines() if line.startswith(FORGED[:10])]


def test_a_line_is_no_longer_than_what_is_written_in_one_piece(log):
    logging.getLogger("footfall.trial").info("much: %s", "ü" * 10_000)
    (line,) = log.getvalue().encode().splitlines()
    assert LONGEST_BYTES <= len(line) + 1 <= 4096


def test_what_gunicorn_says_of_a_request_it_does_not_understand_names_nobody(log):
    logger = logging.getLogger("gunicorn.error")
    logger.warning("Invalid request from ip=203.0.113.9: Invalid Request Line 'GET /quokka'")
    logger.error("Error handling request %s %s", "GET", "/accounts/password/reset/key/quokka/?q=quokka")
    told = [line["told"] for line in lines(log, "gunicorn.error")]
    assert told == ["Invalid request.", "Error handling request GET /…"]


@pytest.mark.django_db
def test_what_the_database_refuses_is_told_without_the_row(ana):
    same = {"username": ana.username, "email": "quokka@example.org"}
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Athlete.objects.create(**same)
    told = trace(refused.value)
    assert "username" in told.splitlines()[-1]  # which constraint it was
    assert not re.search(r"quokka@|\(ana\)|DETAIL", told)


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite takes any text for a number")
@pytest.mark.parametrize("typed", ["quokka"])  # a trace shows the lines of code, so it stands in none
@pytest.mark.parametrize("sql", ["SELECT %s::int", "SELECT %s::date", "SELECT %s::uuid"])
def test_what_the_database_does_not_understand_is_told_without_what_it_was(sql, typed):
    with pytest.raises(DataError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [typed])
    assert typed not in trace(refused.value)


def test_values_in_other_messages_are_left_out_and_names_of_code_are_not():
    def raised(do) -> str:
        with pytest.raises((ValueError, LookupError, AttributeError)) as caught:
            do()
        return message_of(caught.value)

    assert raised(lambda: int("quokka")) == "invalid literal for int() with base 10: '…'"
    assert raised(lambda: {}["quokka"]) == "'…'"
    assert (
        raised(lambda: Athlete(pk="quokka").runs.get(pk="quokka")) == "Field '…' expected a number but got …"
    )
    assert raised(lambda: None.quokka) == "'NoneType' object has no attribute 'quokka'"
    assert message_of(ValidationError("“quokka” is no date.")) == "['…']"
    assert len(message_of(RuntimeError("x" * 5000))) == 300
    refused = SMTPRecipientsRefused({"quokka@example.org": (550, b"<quokka@example.org>: no such user")})
    assert "quokka" not in message_of(refused)


def test_the_causes_of_an_exception_are_told_first():
    try:
        try:
            int("quokka")
        except ValueError as reason:
            raise LookupError("no such thing") from reason
    except LookupError as refused:
        told = trace(refused).splitlines()
    assert told.index("ValueError: invalid literal for int() with base 10: '…'") < told.index(
        "It directly caused:"
    )
    assert told[-1] == "LookupError: no such thing"
