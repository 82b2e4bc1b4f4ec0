"""Starting: it says why it cannot, hears the signals that stop it, and serves in its own place."""

import signal
import socket

from tests.config.asking import ROOT
from tests.config.starting import started


def test_a_port_in_use_is_told_before_anything_is_touched(tmp_path):
    with socket.socket() as other:
        other.bind(("0.0.0.0", 0))
        other.listen()
        port = other.getsockname()[1]
        with started(ROOT, DATA_DIR=str(tmp_path / "data"), PORT=str(port)) as footfall:
            assert footfall.wait() == 1
    assert footfall.log.read_text().startswith(f"Port {port} is in use")
    assert not (tmp_path / "data").exists()


def test_a_stop_while_it_prepares_is_heard(tmp_path):
    with started(ROOT, DATA_DIR=str(tmp_path / "data")) as footfall:
        footfall.wait_until_said("Catalogue:")
        footfall.terminate()
        assert footfall.wait() in (128 + signal.SIGTERM, 0)


def test_ctrl_c_stops_it_without_a_traceback(tmp_path):
    with started(ROOT, DATA_DIR=str(tmp_path / "data")) as footfall:
        footfall.wait_until_said("Footfall is up.")
        footfall.process.send_signal(signal.SIGINT)
        assert footfall.wait() == 0
    assert "Traceback" not in footfall.log.read_text()


def test_a_blank_address_as_compose_passes_it_means_none(tmp_path):
    with started(ROOT, DATA_DIR=str(tmp_path / "data"), PUBLIC_URL="  ", TRUSTED_PROXIES="") as footfall:
        assert footfall.knock_until_well() == ""
        footfall.wait_until_said(f"http://localhost:{footfall.environment['PORT']}")
