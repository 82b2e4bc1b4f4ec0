"""Pages that only those who run the instance have."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def for_those_who_run_it(view: View) -> View:
    """To anybody else such a page does not exist."""

    @wraps(view)
    def guarded(request: HttpRequest, **where: Any) -> HttpResponse:
        if not request.user.runs_instance:
            raise Http404
        return view(request, **where)

    return guarded
