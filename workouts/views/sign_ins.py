"""Where the athlete is signed in, and ending that."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.headers import leave_no_pages_behind
from config.methods import acts_by_post
from workouts import ending
from workouts.sign_ins import where_signed_in


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List every browser that is signed in, this one first."""
    found = where_signed_in(
        request.user,
        session_key=request.session.session_key,
        user_agent=request.headers.get("User-Agent", ""),
    )
    return render(request, "workouts/sign_ins.html", {"sign_ins": found})


@acts_by_post(back="workouts:sign_ins")
def end(request: HttpRequest) -> HttpResponse:
    """End one of them, all others, or all, as the button said."""
    which = request.POST.get("which", "")
    if which == "all":
        ending.end_sign_ins(athlete=request.user, now=timezone.now())
        logout(request)
        messages.success(request, "Signed out everywhere, here too.")
        return leave_no_pages_behind(redirect("account_login"))
    if which == "others":
        now, this = timezone.now(), request.session.session_key
        ended = ending.end_sign_ins(athlete=request.user, now=now, but=this)
        places = f"{ended} other place{'' if ended == 1 else 's'}"
        messages.success(request, f"Signed out in {places}. Here you stay signed in.")
        return redirect("workouts:sign_ins")
    try:
        ending.end_sign_in(athlete=request.user, number=which)
    except ending.NoSuchSignIn:
        messages.info(request, "That sign-in had ended already. Nothing was changed.")
    else:
        messages.success(request, "Signed out there. That device has to sign in at its next step.")
    return redirect("workouts:sign_ins")
