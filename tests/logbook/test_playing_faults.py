"""Whichever statement fails while the player stores something, all of it is there afterwards or nothing."""

from uuid import UUID

import pytest
from django.db import OperationalError, connection, transaction

from logbook import playing
from logbook.models import LoggedSet, Session
from tests.factories import NOW, make_run
from tests.logbook.phones import RECOVERY, STRETCH, Phone, press_start, start

pytestmark = pytest.mark.usefixtures("clock")
KEY = UUID(int=7)
ERRORS = [OperationalError, KeyboardInterrupt]


class FailsAtThe:
    """The database takes every statement but the nth."""

    def __init__(self, nth: int, error: type[BaseException]) -> None:
        self.left, self.error = nth, error

    def __call__(self, execute, sql, params, many, context):
        self.left -= 1
        if self.left == 0:
            raise self.error("made up by the test")
        return execute(sql, params, many, context)


def everything() -> tuple[list, list]:
    """All rows but their ids, which a sequence does not give twice."""
    sessions = [{**row, "id": 0} for row in Session.objects.order_by("key").values()]
    sets = LoggedSet.objects.order_by("session__key", "station", "number").values()
    return sessions, [{**row, "id": 0, "session_id": 0} for row in sets]


def undone(do, *, failing_at: int = 0, error=OperationalError) -> tuple[tuple[list, list], bool]:
    """What is there after `do` with that statement failing, and whether it failed; undone afterwards."""
    fails, failed = FailsAtThe(failing_at, error), False
    with transaction.atomic():
        try:
            with connection.execute_wrapper(fails):
                do()
        except error:
            failed = True
        # What is stored by then is looked at, as if this transaction were none.
        transaction.set_rollback(False)
        left = everything()
        transaction.set_rollback(True)
    return left, failed or fails.left <= 0 < failing_at


@pytest.fixture
def run(ana):
    return make_run(ana)


@pytest.fixture
def phone(run, ana_client) -> Phone:
    # After the run, which would be paired with what is logged when it comes.
    phone = Phone(ana_client, start(ana_client))
    phone.sends_set(1, 1, left=8)
    phone.sends_set(1, 1, routine=RECOVERY, left=60)
    phone.sends_end(routine=RECOVERY, minutes=18)
    return phone


MESSAGES = {
    "start": lambda phone, run: press_start(phone.client, key=KEY),
    "set": lambda phone, run: phone.sends_set(1, 2, left=9, load="10"),
    "correction": lambda phone, run: phone.sends_set(1, 1, left=9, revision=2, exercise="reverse-lunge"),
    "late set": lambda phone, run: phone.sends_set(2, 1, routine=RECOVERY, left=60),
    "first set of a routine": lambda phone, run: phone.sends_set(1, 1, routine=STRETCH, left=30),
    "end": lambda phone, run: phone.sends_end(effort="6", run=run.pk, note="Wet grass."),
    "end of a routine": lambda phone, run: phone.sends_end(routine=STRETCH, minutes=9),
}


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("name", MESSAGES)
def test_after_any_statement_that_fails_it_is_as_before_or_as_after(phone, run, name, error):
    def send():
        return MESSAGES[name](phone, run)

    def begin():
        return playing.routine_of(session=phone.session, slug=STRETCH, now=NOW)

    before, (after, _) = everything(), undone(send)
    assert after != before
    # What starts a routine with its first message may have come as far as that: sent again, it goes on there.
    allowed = [before, after, *([undone(begin)[0]] if "routine" in name else [])]
    nth, failed = 0, True
    while failed:
        nth += 1
        left, failed = undone(send, failing_at=nth, error=error)
        assert left in allowed, f"statement {nth}"
    assert nth > 8
    assert left == after
