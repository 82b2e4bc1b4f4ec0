"""A real server: gunicorn as `make run` starts it, with a port and data of its own, and workers to kill."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.config.asking import OURS, ROOT

WORKERS = 3
PATIENCE_S = 60


@dataclass(frozen=True)
class Server:
    """One that is up; `log` is what it printed so far."""

    port: int
    master: "subprocess.Popen[bytes]"
    log: Path

    def workers(self) -> list[int]:
        """The process ids of its workers, the one started first in front.  Linux alone tells them."""
        children = Path(f"/proc/{self.master.pid}/task/{self.master.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def kill_a_worker(self) -> int:
        """
        Give SIGKILL to a worker; return its process id once it is gone.

        It is the one longest at work, since one started just now may not serve anybody yet.
        """
        pid = self.workers()[0]
        os.kill(pid, signal.SIGKILL)
        self._wait(lambda: pid not in self.workers(), "The worker did not go away")
        return pid

    def ask(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, str]:
        """Status and body of a page that nobody signed in for."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", path, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def is_up(self) -> bool:
        try:
            return self.ask("/accounts/login/")[0] < 500
        except OSError:
            return False

    def wait_until_up(self) -> None:
        self._wait(lambda: self.is_up() and len(self.workers()) == WORKERS, "It did not come up")

    def _wait(self, is_done, complaint: str) -> None:
        end = time.monotonic() + PATIENCE_S
        while not is_done():
            told = f"{complaint}:\n{self.log.read_text()}"
            assert self.master.poll() is None and time.monotonic() < end, told
            time.sleep(0.02)


@contextmanager
def serving(data_dir: Path, **environment: str) -> Iterator[Server]:
    """A server on an instance made just now, with these settings and no others; stopped at the end."""
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    port = free_port()
    environ = {**clean, "DATA_DIR": str(data_dir), "PORT": str(port), **environment}
    prepare = [sys.executable, "manage.py", "prepare"]
    prepared = subprocess.run(prepare, env=environ, cwd=ROOT, capture_output=True, text=True, check=False)
    assert prepared.returncode == 0, prepared.stdout + prepared.stderr

    serve = ["gunicorn", "--config", "python:config.gunicorn", "--workers", str(WORKERS), "config.wsgi"]
    log = data_dir / "server.log"
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [sys.executable, "-m", *serve], env=environ, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT
        ) as master,
    ):
        try:
            server = Server(port, master, log)
            server.wait_until_up()
            yield server
        finally:
            master.terminate()
            try:
                master.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                master.kill()
                raise


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("0.0.0.0", 0))
        return probe.getsockname()[1]
