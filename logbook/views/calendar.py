"""The plan as calendar programs read it: all of it at a secret address, and one session as a file."""

from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import conditional_page, require_safe

from logbook import calendar_events
from logbook.calendar import ics
from logbook.plan_session import NotPlanned
from workouts import calendar_feeds
from workouts.accounts import link_to
from workouts.catalogue.loading import rules

CONTENT_TYPE = "text/calendar; charset=utf-8"
# A copy may be kept by whoever knows the address, and is asked about each time: by its ETag, never by a
# date, since what left the plan leaves no date behind.  No robot lists it, no link in it tells where from.
HEADERS = {
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


@login_not_required
@require_safe
@conditional_page
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """
    The calendar of whoever the address belongs to, for anybody who knows it.

    An address of nobody is answered as any page that is not there.  How many are tried is not counted: of
    32 random bytes nobody guesses any, and a program that goes on asking for an old address would use up
    the tries of those in the same household who have the right one.
    """
    found = calendar_feeds.opened_by(token)
    if found is None:
        raise Http404
    athlete = found.athlete
    events = calendar_events.of_athlete(athlete=athlete, rules=rules(), now=timezone.now())
    link = partial(link_to, request)
    text = ics.written(events, name="Footfall", time_zone=athlete.time_zone, link=link)
    return HttpResponse(text, content_type=CONTENT_TYPE, headers=HEADERS)


@require_safe
def session(request: HttpRequest, name: str) -> HttpResponse:
    """One planned session to take over into a calendar, under the UID that it has in the feed."""
    try:
        event = calendar_events.of_session(athlete=request.user, name=name, rules=rules(), now=timezone.now())
    except NotPlanned as missing:
        raise Http404(str(missing)) from missing
    disposition = content_disposition_header(True, f"footfall-{name}.ics")
    return HttpResponse(
        ics.written([event], link=partial(link_to, request)),
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": disposition},
    )
