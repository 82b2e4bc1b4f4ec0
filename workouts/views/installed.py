"""What lets Footfall be installed and opened without a connection: the same for everybody."""

import hashlib
import json

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

# A browser asks each time whether its copy is still the one.
ASKED_ABOUT = {"Cache-Control": "no-cache"}
# The paper of the light theme; the pages name both, and a manifest can name one alone.
PAPER = "#f5f7f6"
ICONS = (
    ("img/icon-192.png", "192x192", "any"),
    ("img/icon-512.png", "512x512", "any"),
    ("img/icon-maskable-512.png", "512x512", "maskable"),
)
SHORTCUTS = (("Log a session", "logbook:session_new"), ("Add a run", "logbook:run_new"))
WORKER = settings.BASE_DIR / "static" / "js" / "sw.js"


@login_not_required
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone calls it, shows on its home screen and opens by a tap."""
    icons = [
        {"src": static(path), "sizes": sizes, "type": "image/png", "purpose": purpose}
        for path, sizes, purpose in ICONS
    ]
    said = {
        "id": "/",
        "name": "Footfall: strength for runners",
        "short_name": "Footfall",
        "description": "Strength plan and training log for runners.",
        "lang": "en-GB",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": PAPER,
        "background_color": PAPER,
        "icons": icons,
        "shortcuts": [{"name": name, "url": reverse(where)} for name, where in SHORTCUTS],
    }
    return HttpResponse(json.dumps(said), content_type="application/manifest+json", headers=ASKED_ABOUT)


@login_not_required
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """
    The service worker, at the root since it answers for every page below its own address.

    Its version is that of the offline page and so of all files this page names: a browser keeps them anew
    as soon as one of them changed.
    """
    script = WORKER.read_text(encoding="utf-8")
    version = hashlib.sha256((script + _offline_page()).encode()).hexdigest()[:12]
    text = f'self.VERSION = "{version}";\n{script}'
    return HttpResponse(text, content_type="text/javascript; charset=utf-8", headers=ASKED_ABOUT)


@login_not_required
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Say what works without a connection; kept by browsers, so it holds nothing of anybody."""
    return HttpResponse(_offline_page())


def _offline_page() -> str:
    return render_to_string("workouts/offline.html")
