"""A session in the making walked by plain forms: what the page of the player shows where no script runs."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from logbook import plain_walk, playable, stations
from logbook.forms.plain_set import PlainSetForm
from logbook.models import Session
from logbook.plain_walk import Walk
from logbook.playable import Playable
from workouts.units import WeightUnit, weight_number


@dataclass(frozen=True)
class WalkShown:
    """How far the walk is, the form of the set that is shown, and what became of one that was not stored."""

    read: Walk
    form: PlainSetForm | None
    elsewhere: str = ""


def unit_of(request: HttpRequest) -> WeightUnit:
    """The unit that a weight is typed in: that of the form, which may be older than the athlete's choice."""
    named = request.POST.get("unit", "")
    return WeightUnit(named if named in list(WeightUnit) else request.user.weight_unit)


def shown(
    request: HttpRequest,
    session: Session,
    part: Playable,
    *,
    sent: QueryDict | None = None,
    elsewhere: str = "",
) -> WalkShown:
    """
    The set that the address asks for, or the one that was sent and is not stored, as it was typed.

    Uses the sets; one query more where there is one to show.
    """
    unit = unit_of(request)
    asked = request.GET.get("set", "") if sent is None else f"{sent.get('station')}.{sent.get('number')}"
    done_as = (request.GET if sent is None else sent).get("exercise", "")
    walk = plain_walk.walk(session=session, part=part, unit=unit, asked=asked, done_as=done_as)
    here = walk.here
    if here is None:
        return WalkShown(walk, None, elsewhere)
    form = PlainSetForm(
        sent,
        plans=stations.of_session(session, also_retired=True) if sent is not None else (),
        unit=unit,
        movement=here.choice.movement,
        measure=here.choice.dose.measure,
        initial={
            "station": here.place.station,
            "number": here.place.number,
            "exercise": here.choice.movement.slug,
            "left": here.left,
            "right": here.right,
            "load": weight_number(here.load_kg, unit),
            "implements": here.implements or "",
            "over": here.stamp,
        },
    )
    return WalkShown(walk, form, elsewhere)


def not_stored(request: HttpRequest, session_id: int, *, why: str, over: str = "") -> HttpResponse:
    """
    The set that was sent, with everything typed, and why it is not stored; the session's page where that set
    is not to be found any more.

    over: what it would be stored over if it is sent again, where it was written or deleted elsewhere.
    """
    session = request.user.sessions.for_player().get(pk=session_id)
    sent = request.POST.copy()
    if over:
        sent["over"] = over
    walk = shown(request, session, playable.of_session(session), sent=sent, elsewhere=why if over else "")
    if not (session.is_being_played or _is_shown(walk, sent)):
        messages.error(request, why)
        return redirect(session)
    context = {"section": "plan", "session": session, "walk": walk}
    return render(request, "logbook/walk.html", context, status=409 if over else 422)


def _is_shown(walk: WalkShown, sent: QueryDict) -> bool:
    """Whether it is that set: one that was added by the form later may have taken its number."""
    here = walk.read.here
    as_planned = all(row.planned is not None for row in walk.read.session.sets.all())
    return as_planned and here is not None and here.name == f"{sent.get('station')}.{sent.get('number')}"


def after(session: Session, *, station: int, number: int) -> str:
    """
    The address of what comes after a set that was just written: the next that is not yet, else the end.

    Uses the sets as they were before.
    """
    name = plain_walk.following(session, after=f"{station}.{number}")
    if not name:
        return reverse("logbook:session_completion", args=[session.pk])
    return reverse("logbook:play", args=[session.pk], query={"set": name})
