"""Which host names are served: this machine's own, and those that were set."""

import socket

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

from config.hosts import own_hosts, public_url
from tests.config.asking import ask


def status(data_dir, environment, *hosts):
    requests = [{"method": "GET", "path": "/nowhere/", "host": host} for host in hosts]
    return [answer["status"] for answer in ask(data_dir, environment, *requests)]


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "[::1]", "footfall.local", socket.gethostname().lower()]
)
def test_this_machines_own_names_are_served_with_nothing_set(host):
    assert validate_host(host, own_hosts())


def test_every_own_host_is_served_at_any_port(client, db):
    for host in own_hosts():
        name = f"any{host}" if host.startswith(".") else host
        assert client.get("/nowhere/", headers={"host": f"{name}:8123"}).status_code == 404, name


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "localhost.elsewhere.example", "notlocal", "127.0.0.1.nip.io", "*", ""]
)
def test_no_other_name_is(client, db, host):
    assert client.get("/nowhere/", headers={"host": host}).status_code == 400


def test_a_set_of_further_names_extends_them(tmp_path):
    environment = {"ALLOWED_HOSTS": "runs.example,watch.example"}
    hosts = ("runs.example", "watch.example", "localhost", "elsewhere.example")
    assert status(tmp_path, environment, *hosts) == [404, 404, 404, 400]


def test_the_public_address_is_served_without_being_named_twice(tmp_path):
    environment = {"PUBLIC_URL": "http://runs.example:8000"}
    assert status(tmp_path, environment, "runs.example:8000", "elsewhere.example") == [404, 400]


def test_nothing_opens_the_door_to_every_name():
    assert "*" not in settings.ALLOWED_HOSTS


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("", ""),
        ("https://footfall.example", "https://footfall.example"),
        ("HTTPS://Footfall.Example/", "https://footfall.example"),
        ("http://pi.local:8000", "http://pi.local:8000"),
    ],
)
def test_the_public_address_is_scheme_and_host(text, means):
    assert public_url(text) == means


@pytest.mark.parametrize("text", ["footfall.example", "ftp://a.example", "https://", "https://a.example/x"])
def test_any_other_public_address_is_refused_at_the_start(text):
    with pytest.raises(ImproperlyConfigured, match="Give scheme and host alone"):
        public_url(text)
