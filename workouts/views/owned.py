"""What holds for exercises and circuits of one's own alike: retired, taken back, copied."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from workouts import owning
from workouts.models import Circuit, Exercise

Thing = TypeVar("Thing", Circuit, Exercise)


def retired(request: HttpRequest, thing: Circuit | Exercise) -> HttpResponse:
    """Take it from every list."""
    owning.retire(thing, now=timezone.now())
    messages.info(request, f"{thing.name} is retired: it stands in no list. What you logged stays.")
    return redirect(thing)


def taken_back(request: HttpRequest, thing: Circuit | Exercise) -> HttpResponse:
    """Offer it again."""
    owning.take_back(thing)
    messages.success(request, f"{thing.name} is back in your library.")
    return redirect(thing)


def to_copy(request: HttpRequest, read: Callable[..., Thing]) -> Thing | None:
    """What the address asks to copy, by its slug; None where it asks for nothing."""
    slug = request.GET.get("copy", "")
    if not slug:
        return None
    try:
        return read(slug=slug, athlete=request.user)
    # PostgreSQL takes no null byte in a text, and says so by a ValueError.
    except (ObjectDoesNotExist, ValueError) as missing:
        raise Http404(slug) from missing
