"""The people of an instance, for those who run it: invites, links for a new password, accounts off and on."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.methods import acts_by_post
from workouts import inviting, people, switching
from workouts.accounts import link_to, reaches_this_machine_alone, reset_path
from workouts.days import local
from workouts.forms.account import InviteForm
from workouts.models import Athlete, Invite
from workouts.views.those_who_run_it import for_those_who_run_it

by_post = acts_by_post(back="workouts:people", alone=True)


@for_those_who_run_it
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Who has an account here, and which invites are open."""
    return _index(request, InviteForm())


def _index(request: HttpRequest, form: InviteForm) -> HttpResponse:
    context = {
        "form": form,
        "page": people.page(reader=request.user, now=timezone.now()),
        "is_open_to_all": settings.REGISTRATION == "open",
    }
    return render(request, "workouts/people.html", context, status=422 if form.is_bound else 200)


@for_those_who_run_it
@by_post
def invites(request: HttpRequest) -> HttpResponse:
    """Make an invite and show its link, this once."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _index(request, form)
    now = timezone.now()
    try:
        made = inviting.invite(by=request.user, now=now, **form.cleaned_data)
    except inviting.TooMany as too_many:
        form.add_error(None, str(too_many))
        return _index(request, form)
    except inviting.NotAllowed as not_any_more:
        raise Http404 from not_any_more
    if not made.invite.is_open(at=now):
        messages.info(request, "That form made an invite before, which is over. Make another.")
        return redirect("workouts:people")
    path = reverse("invite", args=[made.token])
    return _link(request, path=path, until=made.invite.expires_at, invite=made.invite)


@for_those_who_run_it
@by_post
def withdrawal(request: HttpRequest, invite_id: int) -> HttpResponse:
    """Let nobody in by an invite any more."""
    try:
        withdrawn = inviting.withdraw(invite_id=invite_id, now=timezone.now())
    except Invite.DoesNotExist as missing:
        raise Http404 from missing
    except inviting.InviteGone:
        used = people.invite_of_number(reader=request.user, number=invite_id)
        who = used.used_by if used and used.used_by else "Somebody"
        messages.error(request, f"{who} came in by that invite before. It lets in nobody else.")
    else:
        messages.success(request, f"The invite {withdrawn} is withdrawn: its link lets nobody in.")
    return redirect("workouts:people")


@for_those_who_run_it
@by_post
def reset_link(request: HttpRequest, athlete_id: int) -> HttpResponse:
    """Make a link by which somebody sets a new password, and show it this once."""
    athlete = _athlete(request, athlete_id)
    if not request.user.may_help(athlete):
        messages.error(request, f"A link for {athlete} is not yours to make. {_instead(request, athlete)}")
        return redirect("workouts:people")
    if not athlete.is_active:
        messages.error(request, f"The account {athlete} is switched off. Switch it on first.")
        return redirect("workouts:people")
    until = timezone.now() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
    return _link(request, path=reset_path(athlete), until=until, athlete=athlete)


@for_those_who_run_it
@by_post
def deactivation(request: HttpRequest, athlete_id: int) -> HttpResponse:
    """Switch an account off."""
    athlete = _athlete(request, athlete_id)
    try:
        switching.switch_off(by=request.user, athlete=athlete, now=timezone.now())
    except switching.NotAllowed:
        messages.error(request, f"The account {athlete} stays on. {_instead(request, athlete)}")
    else:
        said = f"The account {athlete} is switched off: signed out everywhere. What was logged stays."
        undo = reverse("workouts:person_activation", args=[athlete.pk])
        messages.success(request, said, extra_tags=undo)
    return redirect("workouts:people")


@for_those_who_run_it
@by_post
def activation(request: HttpRequest, athlete_id: int) -> HttpResponse:
    """Switch an account on again."""
    athlete = _athlete(request, athlete_id)
    try:
        switching.switch_on(by=request.user, athlete=athlete)
    except switching.NotAllowed:
        messages.error(request, f"The account {athlete} stays as it is. {_instead(request, athlete)}")
    else:
        messages.success(request, f"The account {athlete} is switched on. The password is the one of before.")
    return redirect("workouts:people")


def _athlete(request: HttpRequest, athlete_id: int) -> Athlete:
    return get_object_or_404(people.everybody(reader=request.user), pk=athlete_id)


def _instead(request: HttpRequest, athlete: Athlete) -> str:
    """Who or what helps where somebody may not do a thing to an account."""
    if athlete == request.user:
        return "It is your own: change its password in the settings."
    return "It may run this server: the owner can help."


def _link(request: HttpRequest, *, path: str, until: datetime, **what: Any) -> HttpResponse:
    """Show a link that is kept nowhere; sent again, the form shows it again."""
    link = link_to(request, path)
    context = {
        "link": link,
        "until": local(until, request.user.time_zone),
        "stays_here": reaches_this_machine_alone(link),
        **what,
    }
    return render(request, "workouts/link.html", context)
