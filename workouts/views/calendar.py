"""The secret address of one's calendar: shown, made, renewed, given up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.methods import acts_by_post
from workouts import calendar_feeds, publishing
from workouts.accounts import link_to, reaches_this_machine_alone
from workouts.days import local

by_post = acts_by_post(back="workouts:calendar", alone=True)


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The address, with all there is to do about it; without one, what it would show and to whom."""
    feed = calendar_feeds.of_athlete(request.user)
    context: dict[str, object] = {"feed": feed}
    if feed is not None:
        address = link_to(request, feed.get_absolute_url())
        context |= {
            "address": address,
            # What makes a browser hand it to a calendar program.
            "webcal": f"webcal://{address.partition('://')[2]}",
            "made_at": local(feed.made_at, request.user.time_zone),
            "stays_here": reaches_this_machine_alone(address),
        }
    return render(request, "workouts/calendar.html", context)


@by_post
def publication(request: HttpRequest) -> HttpResponse:
    """Make the address; where there is one, it stays."""
    publishing.publish(athlete=request.user, now=timezone.now())
    messages.success(request, "Your calendar has an address.")
    return redirect("workouts:calendar")


@by_post
def renewal(request: HttpRequest) -> HttpResponse:
    """Put another address in the place of the one that the form was made for."""
    number = request.POST.get("feed", "")
    feed_id = int(number) if number.isascii() and number.isdigit() and len(number) < 19 else 0
    try:
        publishing.renew(athlete=request.user, feed_id=feed_id, now=timezone.now())
    except publishing.RenewedBefore:
        messages.info(request, "That address was given up before. Nothing was changed.")
    else:
        messages.success(request, "The address is a new one. Give it to each calendar that had the old one.")
    return redirect("workouts:calendar")


@by_post
def withdrawal(request: HttpRequest) -> HttpResponse:
    """Give the address up."""
    publishing.withdraw(athlete=request.user)
    messages.success(request, "Your calendar has no address any more.")
    return redirect("workouts:calendar")
