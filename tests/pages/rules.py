"""Who may reach which address: one rule for each of ours, by prefix for allauth's and the admin's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import choices
from string import ascii_lowercase
from typing import Any
from uuid import UUID

from tests.factories import PASSWORD
from tests.pages.household import Household, fit_upload
from workouts.models import Exercise

Values = Mapping[str, Any]
# What stands where an id is expected, under the name that a failure is told by.
Ids = Mapping[str, Any]

TOO_BIG = 2**63
EACH_AS_PLANNED = {f"station-{place}-planned": "on" for place in range(1, 13)}
MAY_DAY = {"date": "2024-05-01", "time": "07:00"}
ANOTHER = {"is": "another"}
STRETCH = "post-run-stretch"
KEY = UUID("0f0f0f0f-0000-4000-8000-000000000001")


@dataclass(frozen=True)
class Rule:
    """
    What an address is for.

    reads, writes: whether it answers GET and HEAD, and POST.
    back: what is only written to may lead a reader there, whoever asks for whatever.
    ids: what its hole is filled with; those called “Ana's” are Ana's alone, “everybody's” are open.
    deleted: whether Ana reaches what she deleted.
    deleted_leads_on: whether reading what Ana deleted leads her to its page instead.
    answers_in_place: whether what is sent is answered with a page of its own.
    for_staff: whether it is there for those who run the instance alone; what it leads back to has no hole.
    refuses: whether what is sent here is refused, since followed it would leave nobody to try on.
    body: what Ana would send, so that nobody else is refused for a form left blank.
    """

    reads: bool = True
    writes: bool = False
    back: str = ""
    ids: Callable[[Household], Ids] | None = None
    deleted: bool = True
    deleted_leads_on: bool = False
    answers_in_place: bool = False
    for_staff: bool = False
    refuses: bool = False
    body: Callable[[Household], Values] = lambda house: {}


@dataclass(frozen=True)
class Ground:
    """
    What holds below a prefix that is not ours: who gets a page there at all.

    open_to: the actors who may be answered with a page; any other is sent away or refused.
    """

    open_to: frozenset[str]
    refused_with: frozenset[int] = frozenset({302})


def _runs(house: Household) -> Ids:
    return {"Ana's": house.run.pk, "Ana's deleted": house.deleted_run.pk, "no": 0, "too big": TOO_BIG}


def _sessions(house: Household) -> Ids:
    return {
        "Ana's": house.session.pk,
        "Ana's deleted": house.deleted_session.pk,
        "no": 0,
        "too big": TOO_BIG,
    }


def _imports(house: Household) -> Ids:
    return {"Ana's": house.batch.pk, "no": 0, "too big": TOO_BIG}


def _undated(house: Household) -> Ids:
    return {"Ana's": house.undated.pk, "no": 0, "too big": TOO_BIG}


def _overlapping(house: Household) -> Ids:
    return {"Ana's": house.overlapping.pk, "no": 0, "too big": TOO_BIG}


def _weeks(house: Household) -> Ids:
    return {"everybody's": "2026-W31", "no": "0", "no such": "abc", "too big": TOO_BIG}


def _exercises(house: Household) -> Ids:
    # Her own one has an address of its own.
    return {
        "everybody's": house.session.sets.all()[0].exercise.slug,
        "hers elsewhere": house.exercise.slug,
        "no": "0",
        "no such": "abc",
    }


def _noted_exercises(house: Household) -> Ids:
    slug = house.session.sets.all()[0].exercise.slug
    # What is saved is told on the next page, so the one that everybody may write to comes last.
    return {"Ana's": house.exercise.slug, "no": "0", "no such": "abc", "everybody's": slug}


def _own_exercises(house: Household) -> Ids:
    retired = house.retired_exercise.pk
    # Those of the catalogue are nobody's own.
    others = Exercise.objects.filter(athlete=None)[0].pk
    return {
        "Ana's": house.exercise.pk,
        "Ana's deleted": retired,
        "nobody's": others,
        "no": 0,
        "too big": TOO_BIG,
    }


def _own_circuits(house: Household) -> Ids:
    return {
        "Ana's": house.circuit.pk,
        "Ana's deleted": house.retired_circuit.pk,
        "nobody's": house.session.circuit.pk,
        "no": 0,
        "too big": TOO_BIG,
    }


def _circuits(house: Household) -> Ids:
    return {
        "everybody's": house.session.circuit.slug,
        "hers elsewhere": house.circuit.slug,
        "no": "0",
        "no such": "abc",
    }


def _run_typed(house: Household) -> Values:
    return {"key": KEY, "date": "2024-05-01", "time": "07:00", "duration": "30:00", "kind": "easy"}


def _session_typed(house: Household) -> Values:
    return {"key": KEY, "date": "2024-05-01", "time": "08:00", "minutes": "20", **EACH_AS_PLANNED}


def _own_typed(house: Household) -> Values:
    chosen = {"order": "1", "station-1-movement": "push-up", "station-1-sets": "2"}
    return {"key": KEY, "date": "2024-05-01", "time": "08:00", "minutes": "20", **chosen}


def _session_corrected(house: Household) -> Values:
    return {**_session_typed(house), "seen": 1}


def _settings_chosen(house: Household) -> Values:
    chosen = {"time_zone": "Asia/Tokyo", "distance_unit": "mi", "weight_unit": "lb"}
    return {**chosen, "week_start": "sunday", "theme": "dark"}


def _exercise_typed(house: Household) -> Values:
    # Two of one name are refused, and this is sent to several.
    name = "Lunge " + "".join(choices(ascii_lowercase, k=12))
    typed = {"name": name, "category": "legs", "level": "2", "sides": "both", "measure": "reps"}
    dose = {"sets": "3", "amount": "8", "rest_s": "45", "tempo": "3-1-1-0", "target_rpe": "7"}
    return {"key": KEY, "seen": 1, **typed, **dose, "leg_fatigue": "low", "impact": "none"}


def _circuit_typed(house: Household) -> Values:
    frame = {"name": "Monday legs", "format": "circuit", "rounds": "2", "rest_between_rounds_s": "30"}
    station = {"order": "1", "station-1-movement": "push-up", "station-1-amount": "8"}
    dose = {"station-1-measure": "reps", "station-1-tempo": "2-0-1-0"}
    return {"key": KEY, "seen": 1, **frame, **station, **dose}


def _week_note(house: Household) -> Values:
    return {"note": "Slept badly, ran well.", "seen": ""}


def _strangers(house: Household) -> Ids:
    return {"everybody's": house.people["stranger"].pk, "no": 0, "too big": TOO_BIG}


def _invites(house: Household) -> Ids:
    return {"everybody's": house.invite.pk, "no": 0, "too big": TOO_BIG}


def _for_staff(**how: Any) -> Rule:
    """What is done to accounts and invites, and leads back to the page of all of them."""
    return Rule(reads=False, writes=True, back="workouts:people", for_staff=True, **how)


def _week_said(house: Household) -> Values:
    return {"wanted_sessions": "1", "day-2-kind": "easy", "day-2-minutes": "45", "day-2-starts_at": "07:00"}


OWN = {
    "logbook:today": Rule(),
    "logbook:usual_week": Rule(writes=True, body=_week_said),
    # The file itself, streamed; the right password is Ana's and everybody's here.
    "logbook:export": Rule(writes=True, answers_in_place=True, body=lambda house: {"password": PASSWORD}),
    "logbook:deletion": Rule(writes=True, refuses=True, body=lambda house: {"password": PASSWORD}),
    "logbook:exercises": Rule(),
    "logbook:exercise": Rule(ids=_exercises),
    "logbook:circuits": Rule(),
    "logbook:circuit": Rule(ids=_circuits),
    "logbook:runs": Rule(),
    "logbook:run_new": Rule(writes=True, body=_run_typed),
    "logbook:imports": Rule(writes=True, body=lambda house: fit_upload()),
    "logbook:import": Rule(ids=_imports),
    "logbook:import_steps": Rule(reads=False, writes=True, back="logbook:import", ids=_imports),
    "logbook:import_stop": Rule(reads=False, writes=True, back="logbook:import", ids=_imports),
    "logbook:import_date": Rule(writes=True, ids=_undated, body=lambda house: MAY_DAY),
    "logbook:import_answer": Rule(
        reads=False, writes=True, back="logbook:import_date", ids=_overlapping, body=lambda house: ANOTHER
    ),
    "logbook:run": Rule(ids=_runs),
    "logbook:run_edit": Rule(writes=True, ids=_runs, deleted_leads_on=True, body=_run_typed),
    # The deleted run in the household was typed in: it has no file.
    "logbook:run_file": Rule(ids=_runs, deleted=False),
    "logbook:run_gpx": Rule(ids=_runs),
    "logbook:run_kind": Rule(
        reads=False, writes=True, back="logbook:run", ids=_runs, body=lambda house: {"kind": "tempo"}
    ),
    "logbook:run_deletion": Rule(reads=False, writes=True, back="logbook:run", ids=_runs),
    "logbook:run_restoration": Rule(reads=False, writes=True, back="logbook:run", ids=_runs),
    "logbook:session_new": Rule(writes=True, body=_session_typed),
    "logbook:session_own": Rule(writes=True, body=_own_typed),
    "logbook:session_repeat_latest": Rule(),
    "logbook:session_repeat": Rule(
        writes=True, ids=_sessions, deleted_leads_on=True, body=lambda h: {**_session_typed(h), "source": 1}
    ),
    "logbook:session": Rule(ids=_sessions),
    "logbook:session_edit": Rule(writes=True, ids=_sessions, deleted_leads_on=True, body=_session_corrected),
    "logbook:session_deletion": Rule(reads=False, writes=True, back="logbook:session", ids=_sessions),
    "logbook:session_restoration": Rule(reads=False, writes=True, back="logbook:session", ids=_sessions),
    "logbook:session_afterwards": Rule(
        reads=False, writes=True, back="logbook:session", ids=_sessions, body=lambda h: {"circuit": STRETCH}
    ),
    "logbook:session_pairing": Rule(
        reads=False, writes=True, back="logbook:session", ids=_sessions, body=lambda h: {"run": h.run.pk}
    ),
    "logbook:session_unpairing": Rule(
        reads=False, writes=True, back="logbook:session", ids=_sessions, body=lambda h: {"run": h.run.pk}
    ),
    "logbook:history": Rule(),
    "logbook:weeks_csv": Rule(),
    "logbook:months_csv": Rule(),
    "logbook:deleted": Rule(),
    "logbook:week": Rule(ids=_weeks),
    "logbook:week_csv": Rule(ids=_weeks),
    "logbook:week_note": Rule(ids=_weeks, writes=True, body=_week_note),
    "workouts:settings": Rule(writes=True, body=_settings_chosen),
    "logbook:own_exercise": Rule(ids=_own_exercises),
    "logbook:own_circuit": Rule(ids=_own_circuits),
    "workouts:own_exercises": Rule(),
    "workouts:own_circuits": Rule(),
    "workouts:exercise_new": Rule(writes=True, body=_exercise_typed),
    "workouts:circuit_new": Rule(writes=True, body=_circuit_typed),
    "workouts:circuit_text": Rule(
        writes=True, answers_in_place=True, body=lambda house: {"text": "2 rounds: push-up 8"}
    ),
    "workouts:exercise_edit": Rule(writes=True, ids=_own_exercises, body=_exercise_typed),
    "workouts:circuit_edit": Rule(writes=True, ids=_own_circuits, body=_circuit_typed),
    **dict.fromkeys(
        ["workouts:exercise_retirement", "workouts:exercise_restoration"],
        Rule(reads=False, writes=True, back="logbook:own_exercise", ids=_own_exercises),
    ),
    **dict.fromkeys(
        ["workouts:circuit_retirement", "workouts:circuit_restoration"],
        Rule(reads=False, writes=True, back="logbook:own_circuit", ids=_own_circuits),
    ),
    "workouts:exercise_note": Rule(writes=True, ids=_noted_exercises, body=lambda house: {"note": "Slowly."}),
    "workouts:people": Rule(for_staff=True),
    "workouts:invites": _for_staff(answers_in_place=True, body=lambda house: {"key": KEY}),
    "workouts:invite_withdrawal": _for_staff(ids=_invites),
    "workouts:person_reset_link": _for_staff(answers_in_place=True, ids=_strangers),
    "workouts:person_deactivation": _for_staff(ids=_strangers),
    "workouts:person_activation": _for_staff(ids=_strangers),
    "workouts:sign_ins": Rule(),
    "workouts:sign_in_end": Rule(
        reads=False, writes=True, back="workouts:sign_ins", body=lambda h: {"which": h.sign_in.pk}
    ),
    "workouts:training": Rule(writes=True, body=lambda house: {"equipment": "mini_band"}),
}

ANYBODY = Ground(frozenset({"anonymous", "owner", "stranger", "staff", "deactivated"}))
SIGNED_IN = Ground(frozenset({"owner", "stranger", "staff"}))
STAFF = Ground(frozenset({"staff"}), refused_with=frozenset({302, 403}))

# The longest prefix that fits decides.
GROUNDS = {
    "/accounts/": ANYBODY,
    "/accounts/email/": SIGNED_IN,
    "/accounts/password/change/": SIGNED_IN,
    "/accounts/password/set/": SIGNED_IN,
    "/accounts/reauthenticate/": SIGNED_IN,
    "/accounts/2fa/": SIGNED_IN,
    # The second step of signing in, and signing in with a passkey.
    "/accounts/2fa/authenticate/": ANYBODY,
    "/accounts/2fa/webauthn/login/": ANYBODY,
    "/admin/": STAFF,
}


def foreign_values(house: Household) -> Values:
    """What stands in the holes of patterns that are not ours: Ana's, wherever that can be."""
    return {
        "key": "set-password",
        "token": "not-an-invite",
        "uidb36": "1",
        "app_label": "workouts",
        "url": "nowhere",
        "content_type_id": "1",
        "object_id": house.ana.pk,
        "id": house.ana.pk,
        "pk": house.passkey.pk,
    }
