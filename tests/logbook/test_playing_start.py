"""A session starts in the player: a snapshot, once for each key, and told as the timeline has it."""

from datetime import timedelta

import pytest

from logbook.models import LoggedSet, Session
from tests.factories import NOW, circuit_facts, make_circuit, make_run, make_session
from tests.logbook.phones import RECOVERY, STRETCH, Phone, played, press_start, rows, start
from workouts import circuits, composing
from workouts.catalogue.files import read_files
from workouts.models import Athlete, Circuit
from workouts.training.tempo import StartsWith
from workouts.training.timeline import timeline

pytestmark = pytest.mark.usefixtures("clock")
SLUGS = sorted(read_files().circuits)
KEY = "0f0f0f0f-0000-4000-8000-000000000031"
OWN = "2 rounds: dead bug 8/side @2-1-2-0, plank 30 s, farmer carry 20 m, push-up 9"


def steps_of(circuit: Circuit) -> list[tuple[object, ...]]:
    """What the pure timeline makes of a circuit, straight from its stations."""
    ways = [station.exercise.starts_with for station in circuit.stations.all()]
    line = timeline(shape=circuit.shape, starts_with=[StartsWith(way) if way else None for way in ways])
    return [(each.kind, round(each.seconds, 3), each.set, each.next, each.side) for each in line.steps]


def steps_told(part) -> list[tuple[object, ...]]:
    names = ("kind", "seconds", "set", "next", "side")
    return [tuple(step[name] for name in names) for step in part["steps"]]


def edit(athlete: Athlete, circuit: Circuit, text: str) -> None:
    """Let the athlete write their circuit anew."""
    facts = circuit_facts(athlete, text=text, name="Renamed")
    composing.change_circuit(athlete=athlete, circuit_id=circuit.pk, seen=1, facts=facts)


def test_all_circuits_of_the_library_are_known_here():
    assert len(SLUGS) == 22


@pytest.mark.parametrize("slug", SLUGS)
def test_every_circuit_starts_and_is_told_with_the_steps_of_the_timeline(ana_client, slug):
    session = start(ana_client, slug)
    circuit = circuits.to_do(slug=slug)
    part, *following = played(ana_client, session)["parts"]

    assert steps_told(part) == steps_of(circuit)
    assert (part["name"], part["minutes"], part["rounds"]) == (
        circuit.name,
        circuit.shape.minutes,
        circuit.rounds,
    )
    assert [(each["station"], each["number"]) for each in part["sets"]] == [
        (place.station, place.number) for place in _line(circuit).sets
    ]
    assert all(each["done"] is None for each in part["sets"])
    routines = [] if circuit.session_class == "mobility" else [STRETCH, RECOVERY]
    assert [each["routine"] for each in following] == routines
    for each in following:
        assert steps_told(each) == steps_of(circuits.to_do(slug=each["routine"]))


def _line(circuit: Circuit):
    return timeline(shape=circuit.shape, starts_with=[None] * len(circuit.stations.all()))


def test_a_circuit_of_ones_own_starts_too(ana, ana_client):
    circuit = make_circuit(ana, text=OWN)
    part = played(ana_client, start(ana_client, circuit.slug))["parts"][0]

    assert steps_told(part) == steps_of(circuits.to_do(slug=circuit.slug, athlete=ana))
    assert [each["choices"][0]["measure"] for each in part["stations"]] == [
        "reps",
        "seconds",
        "metres",
        "reps",
    ]


def test_one_longer_than_a_session_may_take_starts_too(ana, ana_client):
    circuit = make_circuit(ana, text="20 rounds: plank 600 s, dead bug 300 s, push-up 99, rest 600 s")
    assert circuits.to_do(slug=circuit.slug, athlete=ana).shape.minutes > 600

    assert start(ana_client, circuit.slug).minutes == 600


def test_it_has_all_its_sets_from_the_start_as_left_out(ana, ana_client, clock):
    run = make_run(ana)
    session = start(ana_client, run=run.pk)

    assert (session.athlete, session.run, session.logged_at, session.version) == (ana, run, None, 1)
    assert (session.started_at, session.minutes) == (clock.now, 22)
    assert session.sets.count() == 12
    assert not session.sets.done().exists()
    assert {row.planned is None for row in session.sets.all()} == {False}
    assert {(row.writer, row.revision) for row in session.sets.all()} == {(None, 0)}
    assert all(row.counted for row in session.sets.all())


@pytest.mark.parametrize(
    "then",
    [
        lambda ana, circuit: edit(ana, circuit, "1 round warm-up 10 min: squat 5"),
        lambda ana, circuit: circuit.delete(),
    ],
    ids=["edited", "deleted"],
)
def test_what_becomes_of_the_circuit_afterwards_changes_nothing(ana, ana_client, then):
    circuit = make_circuit(ana, text=OWN)
    session = start(ana_client, circuit.slug)
    before, told = rows(session), played(ana_client, session)["parts"][0]
    then(ana, circuit)

    assert rows(session) == before
    assert played(ana_client, session)["parts"][0] == told
    phone = Phone(ana_client, session)
    assert phone.sends_set(4, 2, left=11).status_code == 200


def test_the_same_key_again_is_the_same_session(ana, ana_client):
    first, again = (press_start(ana_client, key=KEY)["Location"] for _ in range(2))

    assert first == again == f"/sessions/{Session.objects.get().pk}/play/"
    assert LoggedSet.objects.count() == 12


def test_one_page_may_start_two_circuits_with_the_same_key(ana_client):
    first, second = start(ana_client, key=KEY), start(ana_client, "ten-minute-minimal", key=KEY)
    assert (first.circuit.slug, second.circuit.slug) == ("after-easy-run-four", "ten-minute-minimal")

    for circuit, session in (("after-easy-run-four", first), ("ten-minute-minimal", second)):
        Phone(ana_client, session).sends_set()
        assert start(ana_client, circuit, key=KEY) == session


def test_the_same_key_of_two_people_is_two_sessions(ana_client, ben_client):
    assert start(ana_client, key=KEY) != start(ben_client, key=KEY)


def test_a_circuit_the_plan_trimmed_starts_with_as_many_sets_less(ana_client):
    whole, trimmed = start(ana_client, "plyo-starter"), start(ana_client, "plyo-starter", contacts=30)

    assert trimmed.sets.count() < whole.sets.count()
    part = played(ana_client, trimmed)["parts"][0]
    assert len(part["sets"]) == trimmed.sets.count()


def test_the_weight_of_the_last_time_is_offered(ana, ana_client):
    before = Phone(ana_client, start(ana_client, "gym-heavy-a"))
    before.sends_set(1, 1, left=5, load="42.5", implements=1)
    before.sends_end()
    Session.objects.update(started_at=NOW - timedelta(days=3))
    choice = played(ana_client, start(ana_client, "gym-heavy-a"))["parts"][0]["stations"][0]["choices"][0]

    assert (choice["load"], choice["implements"]) == ("42.5", 1)


@pytest.mark.parametrize("circuit", ["no-such-circuit", "-" * 90, "own-999"])
def test_a_circuit_that_is_not_there_starts_nothing(ana_client, circuit):
    answer = press_start(ana_client, circuit)

    assert answer.status_code == 404
    assert not Session.objects.exists()


def test_a_circuit_of_somebody_else_starts_nothing(ben, ana_client):
    circuit = make_circuit(ben, text=OWN)

    assert press_start(ana_client, circuit.slug).status_code == 404
    assert not Session.objects.exists()


@pytest.mark.parametrize("run", ["abc", "9" * 30, "-1", ""])
def test_a_run_that_is_none_leaves_it_unpaired(ana_client, run):
    assert start(ana_client, run=run).run is None


def test_a_run_of_somebody_else_or_a_deleted_one_leaves_it_unpaired(ana, ben, ana_client):
    deleted = make_run(ana)
    deleted.hide(at=NOW)

    for run in (make_run(ben), deleted):
        assert start(ana_client, run=run.pk).run is None


def test_a_key_that_is_none_starts_a_session_of_its_own(ana_client):
    first = start(ana_client, key="abc")
    Phone(ana_client, first).sends_set()
    assert start(ana_client, key="abc") != first


def test_who_opens_a_circuit_again_before_the_first_set_goes_on_with_what_is_open(ana_client, clock):
    opened = start(ana_client)
    clock.passes(hours=1)
    again = start(ana_client)
    assert again == opened
    assert again.started_at == NOW + timedelta(hours=1), "it begins now"


@pytest.mark.parametrize("what", ["begun", "of another run", "changed since", "of half a day ago", "deleted"])
def test_what_is_open_is_not_gone_on_with_once_it_is(what, ana, ana_client, clock):
    circuit = make_circuit(ana, text=OWN)
    opened = start(ana_client, circuit.slug)
    run = {"run": make_run(ana).pk} if what == "of another run" else {}
    if what == "begun":
        Phone(ana_client, opened).sends_set()
    if what == "changed since":
        circuit.stations.filter(position=1).update(reps=6)
    if what == "of half a day ago":
        clock.passes(hours=12, minutes=1)
    if what == "deleted":
        opened.hide(at=NOW)
    assert start(ana_client, circuit.slug, **run) != opened


def test_what_is_logged_or_deleted_is_not_played_any_more(ana, ana_client):
    logged, deleted = make_session(ana), start(ana_client)
    deleted.hide(at=NOW)

    for session in (logged, deleted):
        answer = ana_client.get(f"/sessions/{session.pk}/play/")
        assert (answer.status_code, answer["Location"]) == (302, session.get_absolute_url())


def test_reading_the_player_changes_nothing(ana_client):
    session = start(ana_client)
    before = rows(session), list(Session.objects.values())
    for _ in range(2):
        played(ana_client, session)

    assert (rows(session), list(Session.objects.values())) == before
    assert Session.objects.count() == 1


def test_what_was_done_so_far_is_told_when_it_is_opened_again(ana_client):
    phone = Phone(ana_client, start(ana_client))
    phone.sends_set(1, 1, left=7, right=6, revision=3)
    phone.sends_set(2, 1, skipped=1)
    sets = played(ana_client, phone.session)["parts"][0]["sets"]

    told = {(each["station"], each["number"]): each["done"] for each in sets if each["done"]}
    assert told[1, 1] == {
        "slug": sets and _slug(phone.session, 1),
        "left": 7,
        "right": 6,
        "load": "",
        "implements": None,
        "skipped": False,
        "writer": str(phone.writer),
        "revision": 3,
    }
    assert (told[2, 1]["skipped"], len(told)) == (True, 2)


def _slug(session: Session, station: int) -> str:
    return session.sets.filter(station=station)[0].exercise.slug


def test_the_addresses_lead_to_this_session_and_the_athlete_is_named(ana, ana_client):
    session = start(ana_client)
    told = played(ana_client, session)

    assert told["addresses"] == {
        "sets": f"/sessions/{session.pk}/sets/",
        "completion": f"/sessions/{session.pk}/completion/",
        "sender": "/sessions/sender/",
        "session": f"/sessions/{session.pk}/",
        "leave": "/",
    }
    assert (told["session"], told["athlete"], told["unit"]) == (session.pk, str(ana.pk), "kg")


def test_the_sender_is_who_is_signed_in(ana, ana_client, client):
    answer = ana_client.get("/sessions/sender/")

    assert answer.json()["athlete"] == str(ana.pk)
    assert len(answer.json()["token"]) >= 32
    assert client.get("/sessions/sender/").status_code == 302
