"""Starts Footfall as `make run` and the container do, in a folder of its own choosing, and knocks at it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.config.asking import OURS
from tests.faults.server import PATIENCE_S, free_port


@dataclass(frozen=True)
class Started:
    """One that is starting or up; `log` is what it printed so far."""

    process: "subprocess.Popen[bytes]"
    environment: dict[str, str]
    folder: Path
    log: Path

    def knock(self) -> tuple[int, str]:
        """How the probe of the container ends, and what it says."""
        done = subprocess.run(
            [sys.executable, "-m", "config.knock"],
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stderr

    def knock_until_well(self) -> str:
        """What it said in the end: nothing, once all is well."""
        end = time.monotonic() + PATIENCE_S
        status, said = self.knock()
        while status != 0 and time.monotonic() < end and self.process.poll() is None:
            time.sleep(0.2)
            status, said = self.knock()
        return said if self.process.poll() is None else self.log.read_text()

    def wait_until_said(self, words: str) -> None:
        end = time.monotonic() + PATIENCE_S
        while words not in self.log.read_text():
            assert self.process.poll() is None and time.monotonic() < end, self.log.read_text()
            time.sleep(0.02)

    def terminate(self) -> None:
        self.process.terminate()

    def wait(self) -> int:
        return self.process.wait(PATIENCE_S)


@contextmanager
def started(folder: Path, **environment: str) -> Iterator[Started]:
    """With these settings and no others, at a port that was free; killed at the end if it still runs."""
    clean = {
        name: value for name, value in os.environ.items() if name not in (*OURS, "DJANGO_SETTINGS_MODULE")
    }
    environ = {**clean, "PORT": str(free_port()), **environment}
    log = Path(environment["DATA_DIR"]).with_suffix(".log")
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [sys.executable, "-m", "config.serve"],
            env=environ,
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as process,
    ):
        try:
            yield Started(process, environ, folder, log)
        finally:
            if process.poll() is None:
                process.kill()
