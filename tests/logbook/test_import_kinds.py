"""The kind of an imported run is a guess with a reason, until its athlete says what it was."""

from datetime import timedelta

import pytest
from django.db import connection

from logbook.models import Run
from tests.browsing import form_on, notices
from tests.builders.fit import fit_file
from tests.builders.gpx import gpx_file
from tests.builders.tcx import tcx_file
from tests.factories import NOW, make_run
from tests.logbook.file_forms import import_run, read_all, send, step
from tests.logbook.run_forms import SAVE_CHANGES

pytestmark = pytest.mark.usefixtures("clock")

# In Berlin, 06:58 of the day before.
START = NOW.replace(day=28, hour=4, minute=58)
FIT = fit_file(started_at=START, duration_s=2900, elapsed_s=3000, distance_m=8200)
AGAIN = {
    "the file": FIT,
    "a TCX file": tcx_file(started_at=START, timer_s=2900, elapsed_s=3000, distance_m=8200),
    "a GPX file": gpx_file(started_at=START + timedelta(seconds=20), duration_s=2980, distance_m=8300),
}


@pytest.fixture
def run(ana_client):
    run = import_run(ana_client, FIT)
    ana_client.get(run.get_absolute_url())
    return run


def say(client, run, kind: str):
    response = client.post(f"{run.get_absolute_url()}kind/", {"kind": kind})
    run.refresh_from_db()
    return response


def test_it_is_guessed_and_says_why(run):
    assert (run.kind, run.kind_because[-1]) == ("easy", ".")


def test_the_athlete_s_word_takes_the_place_of_the_guess_and_of_its_reason(ana_client, run):
    response = say(ana_client, run, "tempo")

    assert response["Location"] == run.get_absolute_url()
    assert (run.kind, run.kind_because) == ("tempo", "")
    assert notices(ana_client.get(run.get_absolute_url())) == ["Now tempo run. No later import changes it."]


def test_to_confirm_the_guess_is_the_athlete_s_word_too(ana_client, run):
    say(ana_client, run, "easy")

    assert (run.kind, run.kind_because) == ("easy", "")


@pytest.mark.parametrize("kind", ["", "rest", "EASY", "easy ", "nonsense", "\0", "x" * 5000])
def test_a_kind_that_is_none_is_refused_with_a_sentence(ana_client, run, kind):
    before = Run.objects.values().get()
    response = say(ana_client, run, kind)

    assert response["Location"] == run.get_absolute_url()
    said = "That is no kind this can be. Choose one of those below, or edit the run."
    assert notices(ana_client.get(run.get_absolute_url())) == [said]
    assert Run.objects.values().get() == before


@pytest.mark.parametrize("deleted", [False, True], ids=["kept", "deleted"])
@pytest.mark.parametrize("content", AGAIN.values(), ids=AGAIN)
def test_no_later_import_changes_it_nor_does_bringing_it_back(ana_client, run, content, deleted):
    say(ana_client, run, "race")
    if deleted:
        run.hide(at=NOW)
    assert import_run(ana_client, content, "again") == run

    run.refresh_from_db()
    assert (run.kind, run.kind_because, run.deleted_at) == ("race", "", None)


@pytest.mark.parametrize("content", AGAIN.values(), ids=AGAIN)
def test_a_guess_stays_the_same_with_its_reason_when_the_run_comes_again(ana, ana_client, run, content):
    before = run.kind, run.kind_because
    # Enough runs that the same guess would find another reason now.
    for days in range(2, 9):
        make_run(ana, started_at=NOW - timedelta(days=days))
    import_run(ana_client, content, "again")

    run.refresh_from_db()
    assert (run.kind, run.kind_because) == before


def edit(client, run, **changes) -> None:
    form = form_on(client.get(f"{run.get_absolute_url()}edit/"), SAVE_CHANGES)
    form.filled(changes).send(client)
    run.refresh_from_db()


def test_editing_something_else_keeps_the_guess_and_its_reason(ana_client, run):
    because = run.kind_because
    edit(ana_client, run, note="Wet.", distance="9")

    assert (run.note, run.kind, run.kind_because) == ("Wet.", "easy", because)


def test_editing_the_kind_is_the_athlete_s_word(ana_client, run):
    edit(ana_client, run, kind="long")

    assert (run.kind, run.kind_because) == ("long", "")


def test_a_run_typed_in_has_no_guess(ana):
    assert make_run(ana).kind_because == ""


def test_nobody_else_says_what_it_was(ana_client, ben_client, sam_client, client, run):
    address = f"{run.get_absolute_url()}kind/"

    assert [c.post(address, {"kind": "race"}).status_code for c in (ben_client, sam_client)] == [404, 404]
    assert client.post(address, {"kind": "race"})["Location"].startswith("/accounts/login/")
    assert ana_client.get(address)["Location"] == run.get_absolute_url()
    run.refresh_from_db()
    assert run.kind == "easy"


def test_what_is_known_to_be_no_run_stays_none(ana_client):
    ride = import_run(ana_client, fit_file(started_at=START, sport="cycling"))
    ana_client.get(ride.get_absolute_url())
    say(ana_client, ride, "race")

    assert (ride.kind, ride.kind_because) == ("cross_training", "The file says cycling.")
    said = "That is no kind this can be. Choose one of those below, or edit the run."
    assert notices(ana_client.get(ride.get_absolute_url())) == [said]


def eight_runs(client) -> str:
    """The address of their import, with two of them read."""
    days = [fit_file(started_at=NOW - timedelta(days=nth, hours=3), record_every_s=None) for nth in range(8)]
    batch = send(client, *((f"{nth}.fit", content) for nth, content in enumerate(days)))["Location"]
    step(client, batch)
    step(client, batch)
    return batch


def test_a_word_said_while_the_rest_of_an_import_is_read_stands(ana_client):
    # At the end of an import the kinds are guessed once more, with all of its runs at hand.
    batch = eight_runs(ana_client)
    said, guessed = Run.objects.order_by("-started_at")
    say(ana_client, said, "hills")
    because = guessed.kind_because
    read_all(ana_client, batch)

    said.refresh_from_db()
    guessed.refresh_from_db()
    assert (said.kind, said.kind_because) == ("hills", "")
    assert guessed.kind_because != because


def test_a_word_said_in_the_moment_before_the_second_guess_is_written_stands(ana_client):
    batch = eight_runs(ana_client)
    spoken = []

    def speak_first(execute, sql, params, many, context):
        """Another tab is quicker than the first guess that would be written anew."""
        if sql.startswith('UPDATE "logbook_run" SET "kind"') and not spoken:
            spoken.append(sql)
            Run.objects.update(kind="hills", kind_because="")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(speak_first):
        read_all(ana_client, batch)

    assert spoken
    assert set(Run.objects.values_list("kind", "kind_because")) == {("hills", "")}
