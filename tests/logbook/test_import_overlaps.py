"""An activity that covers most of a run's time is asked about, and never merged or dropped unasked."""

from datetime import timedelta

import pytest

from logbook.models import ImportedFile, IncomingFile, Outcome, Run, RunTrack
from tests.browsing import links, notices, words
from tests.builders.fit import fit_file
from tests.factories import NOW, make_run
from tests.logbook.file_forms import (
    answer,
    downloaded,
    import_run,
    on_disk,
    outcomes,
    pointed_to,
    read_all,
    send,
    upload,
)

pytestmark = pytest.mark.usefixtures("clock")

ASKED = "possible_duplicate"
SAME, ANOTHER = "Same, leave it out", "Another, add it"
# In Berlin, 07:00.
START = NOW - timedelta(hours=3)


def from_watch(*, after_s: float = 0, duration_s: float = 1000, **changes) -> bytes:
    return fit_file(started_at=START + timedelta(seconds=after_s), duration_s=duration_s, **changes)


def verdict_of(client, content: bytes) -> str:
    upload(client, content)
    return Outcome.objects.latest("pk").verdict


@pytest.fixture
def typed(ana):
    """1,000 seconds of running from 07:00 on."""
    return make_run(ana, started_at=START, duration_s=1000.0)


@pytest.fixture
def question(ana_client, typed):
    """The import of a file that covers 90 % of it."""
    return upload(ana_client, from_watch(after_s=100), "a.fit")["Location"]


@pytest.mark.parametrize(("after_s", "verdict"), [(301, "added"), (300, ASKED), (299, ASKED)])
@pytest.mark.parametrize("longer_s", [0, 4000])
def test_from_seventy_percent_of_the_shorter_on_it_is_asked(ana_client, typed, after_s, longer_s, verdict):
    # 69.9, 70 and 70.1 % of a thousand seconds lie within the other.
    assert verdict_of(ana_client, from_watch(after_s=after_s, duration_s=1000 + longer_s)) == verdict


@pytest.mark.parametrize(("after_s", "verdict"), [(3301, "added"), (3300, ASKED), (0, ASKED)])
def test_it_is_the_shorter_that_counts_also_where_that_is_the_new_one(ana, ana_client, after_s, verdict):
    make_run(ana, started_at=START, duration_s=4000.0)

    assert verdict_of(ana_client, from_watch(after_s=after_s)) == verdict


def test_the_question_names_the_other_run_and_leads_to_it(ana_client, uploads, typed, question):
    page = ana_client.get(question)

    assert "1 file read 1 to decide" in words(page)
    assert outcomes(page) == [
        "Is it the same? It overlaps “Easy run” of 29 July, 07:00 to 07:16. Nothing is added until you say."
    ]
    assert links(page)["Open the one here : Easy run of 29 July"] == typed.get_absolute_url()
    assert (Run.objects.count(), RunTrack.objects.count(), ImportedFile.objects.count()) == (1, 0, 0)
    assert len(on_disk(uploads)) == 1
    assert on_disk(uploads) == pointed_to()


def test_the_same_is_left_out_and_its_file_goes(ana_client, uploads, typed, question):
    before = Run.objects.values().get()
    response = answer(ana_client, question, SAME)

    assert response["Location"] == typed.get_absolute_url()
    said = "Left out, as you said: the same as “Easy run”."
    assert notices(ana_client.get(typed.get_absolute_url())) == [f"Already here. {said}"]
    outcome = Outcome.objects.get()
    assert (outcome.verdict, outcome.because, outcome.run) == ("duplicate", said, typed)
    assert Run.objects.values().get() == before
    assert (ImportedFile.objects.count(), on_disk(uploads)) == (0, [])


def test_another_is_added_with_its_file(ana_client, uploads, typed, question):
    response = answer(ana_client, question, ANOTHER)

    run = Run.objects.exclude(pk=typed.pk).get()
    assert response["Location"] == run.get_absolute_url()
    assert notices(ana_client.get(run.get_absolute_url()))[0].startswith("Added. Easy run: ")
    assert (run.started_at, run.duration_s) == (START + timedelta(seconds=100), 1000)
    assert len(run.recorded.track) > 100
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]
    assert downloaded(ana_client.get(f"{run.get_absolute_url()}file/")) == from_watch(after_s=100)


@pytest.mark.parametrize("first", ["out", "another"])
@pytest.mark.parametrize("second", ["out", "another"])
def test_the_first_answer_stands_whatever_another_tab_says_later(
    ana_client, uploads, question, first, second
):
    address = f"/imports/outcomes/{Outcome.objects.get().pk}/answer/"
    ana_client.post(address, {"is": first})
    before = Outcome.objects.values().get(), list(Run.objects.values()), on_disk(uploads)
    response = ana_client.post(address, {"is": second})

    assert response["Location"].split("#")[0] in (question, Outcome.objects.get().run.get_absolute_url())
    assert (Outcome.objects.values().get(), list(Run.objects.values()), on_disk(uploads)) == before
    assert on_disk(uploads) == pointed_to()


@pytest.mark.parametrize("said", ["", "maybe", "OUT", "\0"])
def test_an_answer_that_is_none_leaves_the_question(ana_client, uploads, question, said):
    outcome = Outcome.objects.get()
    response = ana_client.post(f"/imports/outcomes/{outcome.pk}/answer/", {"is": said})

    assert response["Location"].split("#")[0] == question
    assert Outcome.objects.get().verdict == ASKED
    assert len(on_disk(uploads)) == 1


def test_reading_the_answer_s_address_answers_nothing(ana_client, question):
    response = ana_client.get(f"/imports/outcomes/{Outcome.objects.get().pk}/answer/", follow=True)

    assert response.request["PATH_INFO"] == question
    assert Outcome.objects.get().verdict == ASKED


def test_nobody_else_can_answer(ana_client, ben_client, sam_client, client, question):
    address = f"/imports/outcomes/{Outcome.objects.get().pk}/answer/"

    for stranger in (ben_client, sam_client):
        assert stranger.post(address, {"is": "another"}).status_code == 404
    assert client.post(address, {"is": "another"})["Location"].startswith("/accounts/login/")
    assert Run.objects.count() == 1


def test_a_deleted_run_asks_nothing(ana_client, typed):
    typed.hide(at=NOW)

    assert verdict_of(ana_client, from_watch(after_s=100)) == "added"


def test_a_run_of_somebody_else_asks_nothing(ben, ana_client):
    make_run(ben, started_at=START, duration_s=1000.0)

    assert verdict_of(ana_client, from_watch(after_s=100)) == "added"


def test_of_several_the_one_that_covers_the_most_is_named(ana, ana_client, typed):
    closer = make_run(ana, started_at=START + timedelta(seconds=80), duration_s=1000.0)
    upload(ana_client, from_watch(after_s=150))

    assert Outcome.objects.get().run == closer


def test_a_ride_during_a_run_is_asked_about_too(ana_client, typed):
    assert verdict_of(ana_client, from_watch(after_s=100, sport="cycling")) == ASKED


def test_a_run_of_days_is_seen_from_its_end(ana, ana_client):
    make_run(ana, started_at=START - timedelta(days=6), duration_s=7 * 24 * 3600.0)

    assert verdict_of(ana_client, from_watch()) == ASKED


def test_left_out_though_the_other_run_has_gone_for_good_meanwhile(ana_client, uploads, typed, question):
    typed.delete()
    response = answer(ana_client, question, SAME)

    assert response["Location"].split("#")[0] == question
    assert outcomes(ana_client.get(question)) == ["Not added. Left out, as you said."]
    assert (Run.objects.count(), on_disk(uploads)) == (0, [])


def test_added_meanwhile_from_another_file_it_is_here_already(ana_client, uploads, typed, question):
    again = upload(ana_client, from_watch(after_s=100), "b.fit")["Location"]
    answer(ana_client, again, ANOTHER)
    answer(ana_client, question, ANOTHER)

    first, second = Outcome.objects.order_by("pk")
    assert (second.verdict, first.verdict) == ("added", "duplicate")
    assert first.because == "The same file came in as “b.fit”. Nothing was added."
    assert Run.objects.count() == 2
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]


def test_a_file_that_went_from_the_disk_is_refused_when_it_is_to_be_added(ana_client, uploads, question):
    (uploads / IncomingFile.objects.get().stored.name).unlink()
    answer(ana_client, question, ANOTHER)

    assert outcomes(ana_client.get(question)) == [
        "Not added. The file is no longer on this server. Upload it again."
    ]
    assert Run.objects.count() == 1


def test_several_files_are_each_asked_about_on_one_page(ana, ana_client, typed):
    make_run(ana, started_at=START - timedelta(days=1), duration_s=1000.0)
    files = [("a.fit", from_watch(after_s=100)), ("b.fit", from_watch(after_s=100 - 86_400))]
    batch = send(ana_client, *files)["Location"]
    assert "2 to decide" in words(read_all(ana_client, batch))
    answer(ana_client, batch, ANOTHER, 1)

    assert "1 added, 1 to decide" in words(ana_client.get(batch))
    assert Run.objects.latest("pk").started_at == START - timedelta(seconds=86_300)


def test_an_activity_of_other_length_at_the_same_start_is_a_question_and_no_twin(ana_client):
    run = import_run(ana_client, from_watch(distance_m=3000))
    upload(ana_client, from_watch(distance_m=3100))

    asked = Outcome.objects.latest("pk")
    assert (asked.verdict, asked.run) == (ASKED, run)
