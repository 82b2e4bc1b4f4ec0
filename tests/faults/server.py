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


@dataclass
class Server:
    """A server by these settings; `log` is what it printed so far."""

    port: int
    environment: dict[str, str]
    log: Path

    def start(self) -> None:
        """Be up, with all workers, in a group of processes of its own."""
        serve = ["gunicorn", "--config", "python:config.gunicorn", "--workers", str(WORKERS), "config.wsgi"]
        with self.log.open("ab") as output:
            self.master = subprocess.Popen(
                [sys.executable, "-m", *serve],
                env=self.environment,
                cwd=ROOT,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.wait_until_up()

    def stop(self) -> None:
        self.master.terminate()
        try:
            self.master.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def kill(self) -> int:
        """Give SIGKILL to all of it at once, as when the power goes; return the process id it had."""
        os.killpg(self.master.pid, signal.SIGKILL)
        self.master.wait()
        return self.master.pid

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

    server = Server(port, environ, data_dir / "server.log")
    try:
        server.start()
        yield server
    finally:
        server.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("0.0.0.0", 0))
        return probe.getsockname()[1]
