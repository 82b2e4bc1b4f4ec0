"""Response headers that Django has no setting for, and what htmx is told instead of a redirect."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def leave_no_pages_behind(answer: HttpResponse) -> HttpResponse:
    """
    Have the browser drop the pages it keeps of us.

    Not its storage: in that, another person on the same phone may have sets that were never sent.  What is of
    whoever signed out is dropped by the page that follows.  Browsers obey over HTTPS and on localhost alone.
    """
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


class PrivateResponses:
    """Keeps what only one person may see out of every cache, and closes device features we never use."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # Static files never get here: whitenoise answers them first.
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        return response


class RedirectsOfParts:
    """
    Leads the whole page elsewhere where htmx asked for a part of it: to the sign-in, once that has ended.

    A browser follows a redirect unseen, and the page it leads to would be put inside the one that is open.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "HX-Request" in request.headers and response.status_code in (301, 302, 303, 307, 308):
            return HttpResponse(headers={"HX-Redirect": response["Location"]})
        return response
