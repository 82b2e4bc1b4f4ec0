"""How gunicorn serves Footfall, what it says once it is up, and why it cannot when it cannot."""

import ipaddress
import os
import socket

from config.hosts import own_hosts
from config.log import HOW_TO_LOG

PORT = os.environ.get("PORT", "8000").strip() or "8000"
PUBLIC_URL = os.environ.get("PUBLIC_URL", "").strip()

bind = f"0.0.0.0:{PORT}"
worker_class = "gthread"
workers = 2
threads = 4
timeout = 60  # a worker that stopped answering the arbiter; a thread at work is not cut off
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # a slow disk is not a hung worker
control_socket_disable = True  # nothing uses it, and two instances would share one

# One stream and one form of line for all.  gunicorn's own access log would carry reset links and addresses.
logconfig_dict = {
    **HOW_TO_LOG,
    "loggers": {
        **HOW_TO_LOG["loggers"],
        "gunicorn.error": {"level": "INFO", "handlers": ["console"], "propagate": False},
        "gunicorn.access": {"level": "ERROR", "handlers": [], "propagate": False},
    },
}


def when_ready(server: object) -> None:
    """Say where to go and what to do there.  Called by gunicorn once the port is ours."""
    here, *elsewhere = addresses()
    lines = ["", "Footfall is up.", f"  {here}"]
    lines += [f"  {address}  from a phone or another computer in this network" for address in elsewhere]
    lines.append("Open it. On a new instance, create the first account: it owns this instance.")
    lines += ["Ctrl-C stops it.", ""]
    print("\n".join(lines), flush=True)


def addresses() -> list[str]:
    """Return the address to open first, then those for other machines in this network."""
    if PUBLIC_URL:
        return [PUBLIC_URL]
    reachable = [host for host in own_hosts() if _is_in_network(host)]
    return [f"http://{host}:{PORT}" for host in ("localhost", *reachable)]


def _is_in_network(host: str) -> bool:
    try:
        address = ipaddress.IPv4Address(host)
    except ValueError:
        return False  # a name, or an IPv6 address, which `bind` does not listen on
    return not address.is_loopback


def refusal(*, port: str) -> str | None:
    """Return why Footfall cannot listen on `port` and what to do, or None if it can."""
    if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
        return f"PORT is {port!r}, which is not a port. Give a number from 1 to 65535: make run PORT=8001"
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", int(port)))
        except PermissionError:
            return f"Port {port} needs more rights than yours. Choose one from 1024 up: make run PORT=8000"
        except OSError:
            return (
                f"Port {port} is in use, perhaps by Footfall itself. "
                f"Stop what uses it, or choose another: make run PORT={int(port) % 65535 + 1}"
            )
    return None
