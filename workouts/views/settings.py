"""The athlete's own settings, and what they train with."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from workouts.answering_health import keep_jump_test, keep_outcome
from workouts.catalogue.loading import safety
from workouts.context_processors import THEME_COOKIE
from workouts.forms.athlete import SettingsForm, TrainingForm
from workouts.forms.health import HealthForm, JumpTestForm

A_YEAR_S = 365 * 24 * 60 * 60


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """Show and store time zone, units, week and theme."""
    form = SettingsForm(request.POST if request.method == "POST" else None, instance=request.user)
    if request.method != "POST" or not form.is_valid():
        if form.is_bound:
            # The invalid values must not colour the page they are shown on.
            request.user.refresh_from_db()
        status = 422 if form.is_bound else 200
        return render(request, "workouts/settings.html", {"form": form}, status=status)

    athlete = form.save(commit=False)
    athlete.time_zone_set_at = timezone.now()
    athlete.save(update_fields=[*form.Meta.fields, "time_zone_set_at"])
    messages.success(request, "Settings saved.")
    response = redirect("workouts:settings")
    # So that the sign-in page keeps the theme, too.
    response.set_cookie(
        THEME_COOKIE,
        athlete.theme,
        max_age=A_YEAR_S,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def training(request: HttpRequest) -> HttpResponse:
    """Show and store equipment, experience and what calls for care."""
    form = TrainingForm(
        request.POST if request.method == "POST" else None,
        instance=request.user,
        today=request.user.day_of(timezone.now()),
    )
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "workouts/training.html", {"form": form}, status=status)

    athlete = form.save(commit=False)
    anew = athlete.plan_anew(athlete.day_of(timezone.now()))
    athlete.save(update_fields=[*form.Meta.fields, *anew])
    messages.success(request, "Settings saved.")
    return redirect("workouts:training")


@require_http_methods(["GET", "HEAD", "POST"])
def health(request: HttpRequest) -> HttpResponse:
    """Ask about signs that need help and about what calls for a doctor first; only the outcome is stored."""
    asked = safety()
    form = HealthForm(
        request.POST if request.method == "POST" else None, safety=asked, raised=request.user.red_flags
    )
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "intro": asked.pre_screen.intro}
        return render(request, "workouts/health.html", context, status=status)
    signs, any_yes = form.cleaned_data["signs"], bool(form.cleaned_data["questions"])
    keep_outcome(
        athlete=request.user,
        red_flags=signs,
        lock=asked.strictest(signs),
        any_yes=any_yes,
        now=timezone.now(),
    )
    told = (
        "Saved. The plan goes by it now." if signs or any_yes else "Saved. Nothing speaks against the plan."
    )
    messages.success(request, told)
    return redirect("logbook:plan")


@require_http_methods(["GET", "HEAD", "POST"])
def jumping(request: HttpRequest) -> HttpResponse:
    """Ask what jumping takes, and keep it with its day."""
    athlete = request.user
    said = {
        "left": athlete.calf_raises_left,
        "right": athlete.calf_raises_right,
        "hop_pain": athlete.hop_pain,
    }
    form = JumpTestForm(request.POST if request.method == "POST" else None, initial=said)
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "workouts/jumping.html", {"form": form}, status=status)
    keep_jump_test(athlete=athlete, **form.cleaned_data, on=athlete.day_of(timezone.now()))
    messages.success(request, "Saved. Jumping circuits go by it.")
    return redirect("logbook:plan")
