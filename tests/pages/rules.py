"""Who may reach which address: one rule for each of ours, by prefix for allauth's and the admin's."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.factories import PASSWORD
from tests.pages import ids, typed
from tests.pages.household import Household, fit_upload
from tests.pages.ids import Ids
from tests.pages.typed import KEY, Values

MAY_DAY = {"date": "2024-05-01", "time": "07:00"}
ANOTHER = {"is": "another"}
STRETCH = "post-run-stretch"


@dataclass(frozen=True)
class Rule:
    """
    What an address is for.

    reads, writes: whether it answers GET and HEAD, and POST.
    back: what is only written to may lead a reader there, whoever asks for whatever; `back_alone` if that
    address has no hole.
    ids: what its hole is filled with; those called “Ana's” are Ana's alone, “everybody's” are open.
    deleted: whether Ana reaches what she deleted.
    deleted_leads_on: whether reading what Ana deleted leads her to its page instead.
    deleted_asks: whether writing to what Ana deleted asks her whether it is to come back.
    answers_in_place: whether what is sent is answered with a page of its own.
    for_staff: whether it is there for those who run the instance alone; what it leads back to has no hole.
    refuses: whether what is sent here is refused, since followed it would leave nobody to try on.
    body: what Ana would send, so that nobody else is refused for a form left blank.
    """

    reads: bool = True
    writes: bool = False
    back: str = ""
    back_alone: bool = False
    ids: Callable[[Household], Ids] | None = None
    deleted: bool = True
    deleted_leads_on: bool = False
    deleted_asks: bool = False
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


def _for_staff(**how: Any) -> Rule:
    """What is done to accounts and invites, and leads back to the page of all of them."""
    return Rule(reads=False, writes=True, back="workouts:people", for_staff=True, **how)


OWN = {
    "logbook:today": Rule(),
    "logbook:plan": Rule(),
    "logbook:plan_week": Rule(ids=ids.weeks_ahead),
    "logbook:plan_month": Rule(ids=ids.months),
    "logbook:plan_phase": Rule(
        reads=False,
        writes=True,
        back="logbook:plan_week",
        ids=ids.weeks_ahead,
        body=lambda house: {"phase": "off_season"},
    ),
    "logbook:plan_session": Rule(writes=True, ids=ids.planned, body=typed.place_taken),
    **dict.fromkeys(
        ["logbook:plan_skip", "logbook:plan_put_back"],
        Rule(reads=False, writes=True, back="logbook:plan_session", ids=ids.planned),
    ),
    "logbook:plan_swap": Rule(
        reads=False, writes=True, back="logbook:plan_session", ids=ids.planned, body=typed.another_circuit
    ),
    "logbook:plan_shorten": Rule(
        reads=False,
        writes=True,
        back="logbook:plan_session",
        ids=ids.planned,
        body=lambda house: {"key": typed.KEY, "minutes": "12"},
    ),
    "logbook:plan_session_ics": Rule(ids=ids.planned),
    "logbook:plan_undo": Rule(
        reads=False, writes=True, back="logbook:plan", back_alone=True, ids=ids.changes
    ),
    **dict.fromkeys(
        ["logbook:illness", "logbook:illness_end", "logbook:illness_undo"],
        Rule(reads=False, writes=True, back="logbook:plan", back_alone=True),
    ),
    "logbook:plan_calendar": Rule(writes=True, body=typed.calendar_chosen),
    "logbook:plan_calendar_end": Rule(
        reads=False, writes=True, back="logbook:plan_calendar", back_alone=True
    ),
    "logbook:plan_run": Rule(writes=True, ids=ids.days_ahead, body=typed.run_of_day_typed),
    "logbook:plan_run_move": Rule(
        reads=False, writes=True, back="logbook:plan_run", ids=ids.days_ahead, body=typed.day_chosen
    ),
    "logbook:plan_run_usual": Rule(reads=False, writes=True, back="logbook:plan_run", ids=ids.days_ahead),
    "logbook:plan_run_undo": Rule(
        reads=False, writes=True, back="logbook:plan", back_alone=True, ids=ids.runs_said
    ),
    "logbook:race_new": Rule(writes=True, body=typed.race_typed),
    "logbook:race_edit": Rule(writes=True, ids=ids.races, body=typed.race_typed),
    **dict.fromkeys(
        ["logbook:race_deletion", "logbook:race_restoration"],
        Rule(reads=False, writes=True, back="logbook:plan", back_alone=True, ids=ids.races),
    ),
    "logbook:usual_week": Rule(writes=True, body=typed.week_said),
    "logbook:plan_settings": Rule(writes=True, body=typed.plan_settings_said),
    "logbook:plan_settings_usual": Rule(
        reads=False, writes=True, back="logbook:plan_settings", back_alone=True
    ),
    # The file itself, streamed; the right password is Ana's and everybody's here.
    "logbook:export": Rule(writes=True, answers_in_place=True, body=lambda house: {"password": PASSWORD}),
    "logbook:deletion": Rule(writes=True, refuses=True, body=lambda house: {"password": PASSWORD}),
    "logbook:method": Rule(),
    "logbook:exercises": Rule(),
    "logbook:exercise": Rule(ids=ids.exercises),
    "logbook:circuits": Rule(),
    "logbook:circuit": Rule(ids=ids.circuits),
    "logbook:runs": Rule(),
    "logbook:run_new": Rule(writes=True, body=typed.run_typed),
    "logbook:imports": Rule(writes=True, body=lambda house: fit_upload()),
    "logbook:import": Rule(ids=ids.imports),
    "logbook:import_steps": Rule(reads=False, writes=True, back="logbook:import", ids=ids.imports),
    "logbook:import_stop": Rule(reads=False, writes=True, back="logbook:import", ids=ids.imports),
    "logbook:import_date": Rule(writes=True, ids=ids.undated, body=lambda house: MAY_DAY),
    "logbook:import_answer": Rule(
        reads=False, writes=True, back="logbook:import_date", ids=ids.overlapping, body=lambda house: ANOTHER
    ),
    "logbook:run": Rule(ids=ids.runs),
    "logbook:run_edit": Rule(writes=True, ids=ids.runs, deleted_leads_on=True, body=typed.run_typed),
    # The deleted run in the household was typed in: it has no file.
    "logbook:run_file": Rule(ids=ids.runs, deleted=False),
    "logbook:run_gpx": Rule(ids=ids.runs),
    "logbook:run_kind": Rule(
        reads=False, writes=True, back="logbook:run", ids=ids.runs, body=lambda house: {"kind": "tempo"}
    ),
    "logbook:run_deletion": Rule(reads=False, writes=True, back="logbook:run", ids=ids.runs),
    "logbook:run_restoration": Rule(reads=False, writes=True, back="logbook:run", ids=ids.runs),
    "logbook:session_start": Rule(
        reads=False, writes=True, back="logbook:session_new", back_alone=True, body=typed.started
    ),
    "logbook:sender": Rule(),
    "logbook:play": Rule(ids=ids.open_sessions, deleted_leads_on=True),
    "logbook:session_sets": Rule(
        reads=False,
        writes=True,
        back="logbook:play",
        ids=ids.open_sessions,
        deleted_asks=True,
        body=typed.set_played,
    ),
    "logbook:session_completion": Rule(
        writes=True,
        ids=ids.open_sessions,
        deleted_leads_on=True,
        deleted_asks=True,
        body=lambda house: {"minutes": "20"},
    ),
    "logbook:session_new": Rule(writes=True, body=typed.session_typed),
    "logbook:session_own": Rule(writes=True, body=typed.own_typed),
    "logbook:session_repeat_latest": Rule(),
    "logbook:session_repeat": Rule(
        writes=True,
        ids=ids.sessions,
        deleted_leads_on=True,
        body=lambda h: {**typed.session_typed(h), "source": 1},
    ),
    "logbook:session": Rule(ids=ids.sessions),
    "logbook:session_edit": Rule(
        writes=True, ids=ids.sessions, deleted_leads_on=True, body=typed.session_corrected
    ),
    "logbook:session_deletion": Rule(reads=False, writes=True, back="logbook:session", ids=ids.sessions),
    "logbook:session_restoration": Rule(reads=False, writes=True, back="logbook:session", ids=ids.sessions),
    "logbook:session_afterwards": Rule(
        reads=False,
        writes=True,
        back="logbook:session",
        ids=ids.sessions,
        body=lambda h: {"circuit": STRETCH},
    ),
    "logbook:session_pairing": Rule(
        reads=False, writes=True, back="logbook:session", ids=ids.sessions, body=lambda h: {"run": h.run.pk}
    ),
    "logbook:session_unpairing": Rule(
        reads=False, writes=True, back="logbook:session", ids=ids.sessions, body=lambda h: {"run": h.run.pk}
    ),
    "logbook:history": Rule(),
    "logbook:weeks_csv": Rule(),
    "logbook:months_csv": Rule(),
    "logbook:deleted": Rule(),
    "logbook:week": Rule(ids=ids.weeks),
    "logbook:week_csv": Rule(ids=ids.weeks),
    "logbook:week_note": Rule(ids=ids.weeks, writes=True, body=typed.week_note),
    "workouts:settings": Rule(writes=True, body=typed.settings_chosen),
    "logbook:own_exercise": Rule(ids=ids.own_exercises),
    "logbook:own_circuit": Rule(ids=ids.own_circuits),
    "workouts:own_exercises": Rule(),
    "workouts:own_circuits": Rule(),
    "workouts:exercise_new": Rule(writes=True, body=typed.exercise_typed),
    "workouts:circuit_new": Rule(writes=True, body=typed.circuit_typed),
    "workouts:circuit_text": Rule(
        writes=True, answers_in_place=True, body=lambda house: {"text": "2 rounds: push-up 8"}
    ),
    "workouts:exercise_edit": Rule(writes=True, ids=ids.own_exercises, body=typed.exercise_typed),
    "workouts:circuit_edit": Rule(writes=True, ids=ids.own_circuits, body=typed.circuit_typed),
    **dict.fromkeys(
        ["workouts:exercise_retirement", "workouts:exercise_restoration"],
        Rule(reads=False, writes=True, back="logbook:own_exercise", ids=ids.own_exercises),
    ),
    **dict.fromkeys(
        ["workouts:circuit_retirement", "workouts:circuit_restoration"],
        Rule(reads=False, writes=True, back="logbook:own_circuit", ids=ids.own_circuits),
    ),
    "workouts:exercise_note": Rule(
        writes=True, ids=ids.noted_exercises, body=lambda house: {"note": "Slowly."}
    ),
    "workouts:people": Rule(for_staff=True),
    "workouts:invites": _for_staff(answers_in_place=True, body=lambda house: {"key": KEY}),
    "workouts:invite_withdrawal": _for_staff(ids=ids.invites),
    "workouts:person_reset_link": _for_staff(answers_in_place=True, ids=ids.strangers),
    "workouts:person_deactivation": _for_staff(ids=ids.strangers),
    "workouts:person_activation": _for_staff(ids=ids.strangers),
    "workouts:figures": Rule(for_staff=True),
    "workouts:figure_sheet": Rule(ids=ids.figure_sheets),
    "workouts:sign_ins": Rule(),
    "workouts:sign_in_end": Rule(
        reads=False, writes=True, back="workouts:sign_ins", body=lambda h: {"which": h.sign_in.pk}
    ),
    "workouts:calendar": Rule(),
    "workouts:calendar_renewal": Rule(
        reads=False,
        writes=True,
        back="workouts:calendar",
        back_alone=True,
        body=lambda h: {"feed": h.feed.pk},
    ),
    **dict.fromkeys(
        ["workouts:calendar_publication", "workouts:calendar_withdrawal"],
        Rule(reads=False, writes=True, back="workouts:calendar", back_alone=True),
    ),
    "workouts:health": Rule(writes=True, body=lambda house: {"signs": ["reds"]}),
    "workouts:jumping": Rule(writes=True, body=lambda house: {"left": "20", "right": "18", "hop_pain": "1"}),
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
    # For the browser itself, and the same for everybody.
    "/manifest.webmanifest": ANYBODY,
    "/offline/": ANYBODY,
    "/sw.js": ANYBODY,
    # Opened by its token alone.
    "/calendar/": ANYBODY,
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
