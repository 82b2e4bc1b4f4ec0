"""What every answer must carry, and what no page may contain; each function tells the faults in sentences."""

from collections.abc import Iterator

from bs4 import BeautifulSoup
from django.http.response import HttpResponseBase

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
CONTENT_POLICY = {
    "default-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}

ADDRESSES = ("href", "src", "srcset", "action", "formaction", "poster", "data", "xlink:href")
ELSEWHERE = ("javascript:", "data:", "http:", "https:", "//")


def header_faults(answer: HttpResponseBase) -> Iterator[str]:
    """What its headers lack.  The values stand here in full: the settings are what is under test."""
    for name, value in HEADERS.items():
        if answer.get(name) != value:
            yield f"{name} is {answer.get(name)!r}, not {value!r}"
    directives = [
        part.split(None, 1) for part in answer.get("Content-Security-Policy", "").split(";") if part
    ]
    policy = {name: " ".join(value) for name, *value in directives}
    if policy != CONTENT_POLICY:
        yield f"the content policy is {policy}"
    # The stylesheet of a figure holds nothing of anybody, and its name is its content.
    kept_for_good = answer["Content-Type"].startswith("text/css") and answer.status_code == 200
    if not kept_for_good and "no-store" not in answer.get("Cache-Control", ""):
        yield f"Cache-Control is {answer.get('Cache-Control')!r}: a cache may keep it"


def inline_faults(html: str | bytes) -> Iterator[str]:
    """What the content policy would block in a page, or what would work only without it."""
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        if tag.name == "style":
            yield f"<style> with {tag.get_text()[:40]!r}"
        # What is no script, though it stands in its tag, no browser runs.
        if tag.name == "script" and not tag.get("src") and tag.get("type") != "application/json":
            yield f"<script> with {tag.get_text()[:40]!r}"
        for name, value in tag.attrs.items():
            if name == "style" or name.startswith("on"):
                yield f"<{tag.name} {name}={value!r}>"
            elif name in ADDRESSES and str(value).strip().lower().startswith(ELSEWHERE):
                yield f"<{tag.name} {name}={value!r}> leads elsewhere"
