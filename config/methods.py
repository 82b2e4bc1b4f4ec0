"""Which methods a view takes."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect

View = Callable[..., HttpResponse]


def acts_by_post(*, back: str, alone: bool = False) -> Callable[[View], View]:
    """
    Let a view act by POST alone.

    Reading its address, as happens after signing in again or reloading a refused form, leads to the
    page called `back`, which takes the same arguments, or none where it is `alone` of its kind.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, **where: Any) -> HttpResponse:
            if request.method == "POST":
                return view(request, **where)
            if request.method in ("GET", "HEAD"):
                return redirect(back, **({} if alone else where))
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])

        return wrapped

    return decorate
