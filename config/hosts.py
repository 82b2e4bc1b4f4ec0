"""Which host names this machine answers to without being told, and the address it is told."""

import socket
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


def own_hosts() -> list[str]:
    """Return localhost, this machine's name and addresses, and every `*.local` name.

    So a phone in the same network reaches the instance by address with nothing set up.  The
    addresses are those of the moment; a machine that changes network needs a restart.
    """
    hosts = {"localhost", "127.0.0.1", "[::1]", ".local"}
    name = socket.gethostname().lower()
    hosts.add(name)
    try:
        for family, _, _, _, address in socket.getaddrinfo(name, None):
            hosts.add(_as_host(family, str(address[0])))
    except OSError:
        pass  # a machine whose own name does not resolve
    hosts.update(_outgoing_addresses())
    return sorted(hosts)


def _outgoing_addresses() -> list[str]:
    """The address this machine would send from.  Connecting a datagram socket sends nothing."""
    found = []
    for family, somewhere in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((somewhere, 9))
                found.append(_as_host(family, str(probe.getsockname()[0])))
        except OSError:
            continue  # no route, or no IPv6 at all
    return found


def _as_host(family: int, address: str) -> str:
    bare = address.split("%", 1)[0]
    return f"[{bare}]" if family == socket.AF_INET6 else bare


def public_url(text: str) -> str:
    """
    Return `PUBLIC_URL` as scheme and host in small letters; blank stays blank.

    :raises ImproperlyConfigured: unless it is http or https, a host, and nothing after it
    """
    if not text.strip():
        return ""
    parts = urlsplit(text.strip())
    plain = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username)
    if parts.scheme not in ("http", "https") or not parts.hostname or not plain:
        raise ImproperlyConfigured(
            f"PUBLIC_URL is {text!r}. Give scheme and host alone, for example https://footfall.example."
        )
    return f"{parts.scheme}://{parts.netloc.lower()}"
