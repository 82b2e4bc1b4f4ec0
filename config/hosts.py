"""Which host names this machine answers to without being told."""

import socket


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
