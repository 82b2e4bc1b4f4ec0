"""All of one's own data: taken out as a file, and deleted with the account."""

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods

from config.headers import leave_no_pages_behind
from logbook import leaving, own_data
from logbook.forms.own_data import CHOOSE_HEIR, DeletionForm, PasswordForm

# The name under which wrong passwords are counted; how many may be is in the settings.
GUESSES = "password_asked_again"
DELETED = "Your account is deleted, with everything that was in it."
NO_ROOM = "The server's disk has no room to put your file together. Tell whoever runs this server."


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest) -> HttpResponseBase:
    """Say what there is to take out; with the password, hand it out as one file."""
    form = PasswordForm(request.POST if request.method == "POST" else None, athlete=request.user)
    status = _status(request, form)
    if status == 200 and form.is_bound:
        try:
            return _file(request)
        except OSError:
            form.add_error(None, NO_ROOM)
            status = 507
    context = {"form": form, "page": own_data.overview(athlete=request.user)}
    return render(request, "logbook/export.html", context, status=status)


def _file(request: HttpRequest) -> StreamingHttpResponse:
    now = timezone.now()
    pieces = own_data.archive(athlete=request.user, now=now)
    day = request.user.day_of(now)
    name = f"footfall-{slugify(request.user.username) or 'export'}-{day}.zip"
    return StreamingHttpResponse(
        pieces,
        content_type="application/zip",
        # Packed already: to pack it once more on the way takes time and saves nothing.
        headers={
            "Content-Disposition": content_disposition_header(True, name),
            "Content-Encoding": "identity",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def deletion(request: HttpRequest) -> HttpResponse:
    """Say what goes and stays gone; with tick and password, end the account."""
    heirs = own_data.heirs(athlete=request.user)
    asked = heirs.names if heirs is not None and heirs.others else None
    sent = request.POST if request.method == "POST" else None
    form = DeletionForm(sent, athlete=request.user, heirs=asked)
    status = _status(request, form)
    if status == 200 and form.is_bound:
        try:
            leaving.leave(athlete=request.user, heir_id=form.cleaned_data.get("heir"))
        except leaving.HeirNeeded:
            # Others came, or the one chosen went, since the page was shown.
            form.add_error(None, CHOOSE_HEIR)
            status = 422
        else:
            logout(request)
            messages.success(request, DELETED)
            return leave_no_pages_behind(redirect("account_login"))
    context = {"form": form, "heirs": heirs, "page": own_data.overview(athlete=request.user)}
    return render(request, "logbook/deletion.html", context, status=status)


def _status(request: HttpRequest, form: PasswordForm) -> int:
    """200 where the form may be followed, or is only shown; else what refuses it."""
    if not form.is_bound:
        return 200
    # Counted before it is looked at, so that guesses sent at once count, too.
    if form.is_guess and not ratelimit.consume(request, action=GUESSES, user=request.user):
        form.refuse_guesses()
        return 429
    is_valid = form.is_valid()
    if form.is_guess and "password" not in form.errors:
        ratelimit.clear(request, action=GUESSES, user=request.user)
    return 200 if is_valid else 422
