"""The page that others are measured against: signed in, three queries of its own, rows in a table."""

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from config.urls import handler400, handler500
from config.urls import urlpatterns as real_urlpatterns

__all__ = ["handler400", "handler500", "urlpatterns"]

# Read once, as Django keeps the templates of all other pages.
PAGE = engines["django"].from_string(
    """<!doctype html><html lang="en"><title>Bare</title><h1>{{ user.username }}</h1>
    <p>{{ total.distance|floatformat:1 }} m, {{ sessions.0.name }}</p>
    <table>{% for run in runs %}<tr><td>{{ run.performed_on|date:"j M Y" }}</td>
    <td>{{ run.get_kind_display }}</td><td>{{ run.distance_m|floatformat:0 }} m</td>
    <td>{{ run.note }}</td></tr>{% endfor %}</table></html>"""
)


def bare(request: HttpRequest, rows: int) -> HttpResponse:
    """As little as a page of Django's can do that shows so many rows of whoever is signed in."""
    runs = list(request.user.runs.order_by("-performed_on", "-pk")[:rows])
    sessions = list(request.user.sessions.order_by("-performed_on", "-pk")[:10])
    shown = request.user.runs.filter(pk__in=[run.pk for run in runs[:10]])
    context = {"runs": runs, "sessions": sessions, "total": shown.aggregate(distance=Sum("distance_m"))}
    return HttpResponse(PAGE.render(context, request))


urlpatterns = [path("bare/<int:rows>/", bare, name="bare"), *real_urlpatterns]
