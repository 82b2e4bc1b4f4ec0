"""Without JavaScript a circuit is walked set by set with plain forms, and logged at its end."""

import pytest

from logbook import plain_walk, playable
from logbook.models import Session
from tests.browsing import complaint, facts, form_on, links, notices, soup, words
from tests.factories import make_run
from tests.logbook.walking import DONE, finish, leave_out, page_at, start, write
from workouts.models import Circuit

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def session(ana_client, ana):
    return start(ana_client)


def done(session: Session) -> list[tuple[str, int | None, int | None]]:
    return [(each.exercise_name, each.done, each.done_right) for each in session.sets.all()]


def typed_over(client, session, place, **typed):
    """The form of a set opened now, to be sent later."""
    return form_on(page_at(client, session, place), DONE).filled(typed)


def test_a_set_is_told_with_its_dose_tempo_side_rest_and_figure(ana_client, session):
    page = page_at(ana_client, session)

    told = words(soup(page).select_one(".walk-set"))
    assert told.startswith("Set 1 of 12, round 1 of 3 Reverse lunge to knee drive 8 each side at ")
    assert "Left side first, then the right." in told
    assert " s a repetition, " in told
    assert "Then rest 10 s. Next: " in told
    assert soup(page).select(".walk-set svg.fig")
    assert "0 of 12 sets done." in words(page)


def test_done_next_stores_the_set_and_leads_to_the_following_one(ana_client, session):
    answer = write(ana_client, session)

    assert answer["Location"] == f"/sessions/{session.pk}/play/?set=2.1"
    assert done(session)[0][1:] == (8, None)
    assert "Set 2 of 12" in words(ana_client.get(answer["Location"]))
    assert "1 of 12 sets done." in words(page_at(ana_client, session))


def test_the_sides_may_differ(ana_client, session):
    write(ana_client, session, "1.1", left="8", right="6")

    assert done(session)[0][1:] == (8, 6)
    form = typed_over(ana_client, session, "1.1")
    assert (form.fields["left"], form.fields["right"]) == ("8", "6")


def test_walked_to_the_end_it_leads_to_the_completion_and_is_logged_with_its_run(ana, ana_client):
    run = make_run(ana)
    session = start(ana_client, run=run.pk)
    for _ in range(11):
        write(ana_client, session)
    answer = write(ana_client, session)
    assert answer["Location"] == f"/sessions/{session.pk}/completion/"
    page = ana_client.get(answer["Location"])
    assert words(soup(page).select_one("h1, .lede").parent).count("Three rounds, nothing skipped.") == 1
    assert "That makes one of two this week." in words(page)
    assert facts(page)["sets done"] == "12 of 12"

    answer = finish(ana_client, session, effort="5", minutes="23", note="Even.")
    assert answer["Location"] == f"/sessions/{session.pk}/"
    session.refresh_from_db()
    assert (session.minutes, session.effort, session.note, session.run) == (23, 5, "Even.", run)
    assert not session.is_open
    assert notices(ana_client.get(answer["Location"])) == ["After-easy-run four saved: 23 min."]


def test_left_out_a_set_stays_left_out_whatever_stands_in_its_fields(ana_client, session):
    form = form_on(page_at(ana_client, session), DONE)
    answer = ana_client.post(form.action, {**form.fields, "left": "many", "skipped": "1"})

    assert answer["Location"] == f"/sessions/{session.pk}/play/?set=2.1"
    assert done(session)[0][1:] == (None, None)
    assert "0 of 12 sets done, one left out." in words(page_at(ana_client, session))
    assert "Written: left out" in words(page_at(ana_client, session, "1.1"))


def test_the_easier_one_is_a_link_that_brings_its_own_dose(ana_client, session):
    page = page_at(ana_client, session, "2.1")
    easier = next(word for word in links(page) if word.startswith("Easier: "))
    swapped = ana_client.get(f"/sessions/{session.pk}/play/{links(page)[easier].partition('/play/')[2]}")

    name = easier.removeprefix("Easier: ")
    assert name in words(soup(swapped).select_one("h2"))
    assert any(word.startswith("As asked: ") for word in links(swapped))
    form_on(swapped, DONE).send(ana_client)
    assert session.sets.get(station=2, number=1).exercise_name == name
    # What was written is what is shown from now on.
    assert name in words(soup(page_at(ana_client, session, "2.1")).select_one("h2"))


def test_a_refusal_keeps_what_was_typed_and_stores_nothing(ana_client, session):
    answer = write(ana_client, session, "1.1", left="eight", right="6")

    assert answer.status_code == 422
    assert complaint(answer, "left") == "Say how much was done, as a whole number."
    form = form_on(answer, DONE)
    assert (form.fields["left"], form.fields["right"]) == ("eight", "6")
    assert soup(answer).select_one("[role=alert]")
    assert done(session)[0][1:] == (None, None)
    assert form.filled({"left": "7"}).send(ana_client).status_code == 302
    assert done(session)[0][1:] == (7, 6)


def test_a_set_can_be_corrected_again_and_again(ana_client, session):
    for amount in ("8", "7", "6"):
        assert write(ana_client, session, "1.1", left=amount, right=amount).status_code == 302
    assert done(session)[0][1:] == (6, None)
    # Correcting one goes on at the first that is not written.
    write(ana_client, session, "2.1")
    assert write(ana_client, session, "1.1", left="5")["Location"].endswith("?set=3.1")


@pytest.mark.parametrize("corrected_before", [False, True])
def test_two_tabs_do_not_overwrite_each_other_unnoticed(ana_client, session, corrected_before):
    if corrected_before:
        write(ana_client, session, "1.1", left="4", right="4")
    one = typed_over(ana_client, session, "1.1", left="8", right="8")
    other = typed_over(ana_client, session, "1.1", left="6", right="6")
    one.send(ana_client)

    answer = other.send(ana_client)
    assert answer.status_code == 409
    assert "written elsewhere meanwhile. Yours: 6 each side. Stored: 8 each side." in words(answer)
    assert done(session)[0][1:] == (8, None)
    again = form_on(answer, DONE)
    assert again.fields["left"] == "6"
    assert again.send(ana_client).status_code == 302
    assert done(session)[0][1:] == (6, None)


def test_of_a_session_thrown_away_meanwhile_nothing_is_stored_unasked(ana_client, session):
    form = typed_over(ana_client, session, "1.1")
    ana_client.post(f"/sessions/{session.pk}/deletion/")

    answer = form.send(ana_client)
    assert "This session was deleted meanwhile. Yours: 8 each side." in words(answer)
    assert done(session)[0][1:] == (None, None)


def test_once_every_set_is_written_the_page_leads_to_the_end(ana_client, session):
    for _ in range(11):
        write(ana_client, session)
    leave_out(ana_client, session)
    page = page_at(ana_client, session)

    assert "Every set is written." in words(page)
    assert links(page)["Finish"] == f"/sessions/{session.pk}/completion/"
    assert links(page)["Back to the last set"].endswith("?set=4.3")
    assert "1 of 12 sets left out." in words(ana_client.get(links(page)["Finish"]))


def test_sets_passed_over_are_come_back_to_before_the_end(ana_client, session):
    assert write(ana_client, session, "4.3")["Location"].endswith("?set=1.1")


def test_a_place_that_is_none_leads_to_the_first_unwritten(ana_client, session):
    for nonsense in ("9.9", "0.1", "1", "1.1.1", "x", "1.1'"):
        assert "Set 1 of 12" in words(page_at(ana_client, session, nonsense))
    assert "Set 1 of 12" in words(page_at(ana_client, session, "1.1", exercise="no-such-thing"))


def test_a_set_of_no_place_is_refused(ana_client, session):
    form = typed_over(ana_client, session, "1.1")
    answer = ana_client.post(form.action, {**form.fields, "station": "9"})
    assert answer.status_code == 422
    assert "This session has no such set." in words(answer)


def test_weights_are_asked_where_there_is_something_to_load(ana, ana_client):
    session = start(ana_client, "gym-heavy-a")
    page = page_at(ana_client, session)
    assert "Warm up for 8 minutes first." in words(page)

    write(ana_client, session, "", load="40", implements="1")
    first = session.sets.all()[0]
    assert (first.load_kg, first.implements) == (40, 1)
    heavy = write(ana_client, session, "1.2", load="heavy")
    assert heavy.status_code == 422
    assert form_on(heavy, DONE).fields["load"] == "heavy"


@pytest.mark.parametrize("mistyped", [False, True])
def test_a_weight_is_in_the_unit_of_its_form_though_another_is_chosen_meanwhile(ana, ana_client, mistyped):
    session = start(ana_client, "gym-heavy-a")
    form = typed_over(ana_client, session, "1.1", load="40", left="many" if mistyped else "8")
    ana.weight_unit = "lb"
    ana.save()
    answer = form.send(ana_client)
    if mistyped:
        assert "Weight, kg" in words(answer)
        form_on(answer, DONE).filled({"left": "8"}).send(ana_client)
    assert session.sets.all()[0].load_kg == 40
    page = page_at(ana_client, session, "1.1")
    assert "Weight, lb" in words(page)
    assert form_on(page, DONE).fields["load"] == "88.18"


def test_a_unit_that_is_none_is_that_of_the_athlete(ana_client, ana):
    session = start(ana_client, "gym-heavy-a")
    write(ana_client, session, "1.1", load="40", unit="st")
    assert session.sets.all()[0].load_kg == 40


def test_the_last_weights_stand_there_already(ana, ana_client, clock):
    before = start(ana_client, "gym-heavy-a")
    write(ana_client, before, "1.1", load="42.5", implements="1")
    finish(ana_client, before)
    clock.passes(days=2)

    session = start(ana_client, "gym-heavy-a")
    form = form_on(page_at(ana_client, session), DONE)
    assert (form.fields["load"], form.fields["implements"]) == ("42.5", "1")


def test_the_warm_up_of_every_circuit_is_told_at_its_first_set(ana, ana_client):
    for circuit in Circuit.objects.offered():
        page = words(page_at(ana_client, start(ana_client, circuit.slug)))
        told = f"Warm up for {circuit.warm_up_minutes} minute"
        assert (told in page) == bool(circuit.warm_up_minutes), circuit.slug


def test_every_circuit_is_walked_in_the_order_of_its_timeline(ana, ana_client):
    for circuit in Circuit.objects.offered():
        session = start(ana_client, circuit.slug)
        part = playable.of_session(Session.objects.for_player().get(pk=session.pk))
        walked = [plain_walk.named(place) for place in part.line.sets]
        after = [plain_walk.following(session, after=name) for name in walked]
        assert after == [*walked[1:], walked[0]], circuit.slug
