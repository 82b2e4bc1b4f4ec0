"""Who sends: asked before a page sends what another page, or another sign-in, left waiting."""

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_safe


@require_safe
def show(request: HttpRequest) -> JsonResponse:
    """Tell who is signed in, whose messages alone may be sent now, and the secret to send with."""
    return JsonResponse({"athlete": str(request.user.pk), "token": get_token(request)})
