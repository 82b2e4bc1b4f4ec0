"""With an https address set, everything goes by it: cookies, redirects, HSTS and links in mails."""

from urllib.parse import urlencode

import pytest

from tests.config.asking import ask

PUBLIC = {"PUBLIC_URL": "https://footfall.example"}
MAIL = {"EMAIL_URL": "smtp://user:password@127.0.0.1:9"}
HOST = "footfall.example"
BY_PROXY = {"X-Forwarded-Proto": "https"}
ANA = {
    "username": "ana",
    "email": "ana@example.org",
    "password1": "slow-is-smooth-7",
    "password2": "slow-is-smooth-7",
}
SIGN_UP = {"method": "POST", "path": "/accounts/signup/", "data": urlencode(ANA)}
RESET = {"method": "POST", "path": "/accounts/password/reset/", "data": urlencode({"email": ANA["email"]})}


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    """One instance's data; it is Ana's from the start."""
    data_dir = tmp_path_factory.mktemp("instance")
    (signed_up,) = ask(data_dir, {}, {**SIGN_UP, "host": "localhost"})
    assert signed_up["status"] == 302
    return data_dir


def get(path: str = "/accounts/login/", host: str = HOST, headers: dict[str, str] | None = None):
    return {"method": "GET", "path": path, "host": host, "headers": headers or {}}


def sign_in(host: str, headers: dict[str, str] | None = None):
    body = urlencode({"login": "ana", "password": ANA["password1"]})
    return {
        "method": "POST",
        "path": "/accounts/login/",
        "host": host,
        "data": body,
        "headers": headers or {},
    }


def test_behind_a_proxy_that_ends_https_the_page_comes_and_not_a_redirect(data_dir):
    page, entered = ask(data_dir, PUBLIC, get(headers=BY_PROXY), sign_in(HOST, BY_PROXY))
    assert page["status"] == 200
    assert "Sign in" in page["body"]
    assert page["headers"]["Strict-Transport-Security"] == "max-age=31536000"
    assert entered["status"] == 302
    cookies = page["cookies"] | entered["cookies"]
    assert {"__Host-csrftoken", "__Host-sessionid"} <= cookies.keys()
    for name, cookie in cookies.items():
        assert cookie == {"httponly": True, "secure": True, "samesite": "Lax", "path": "/", "domain": ""}, (
            name
        )


def test_what_comes_by_plain_http_is_led_to_the_public_address(data_dir):
    by_name, by_number, posted = ask(
        data_dir,
        PUBLIC,
        get("/runs/?until=2026-07-01"),
        get("/", host="127.0.0.1"),
        sign_in(HOST),
    )
    assert (by_name["status"], by_name["headers"]["Location"]) == (
        301,
        "https://footfall.example/runs/?until=2026-07-01",
    )
    assert by_number["headers"]["Location"] == "https://footfall.example/"
    assert posted["status"] == 301
    assert not (by_name["cookies"] | by_number["cookies"] | posted["cookies"])


def test_a_port_in_the_public_address_is_kept(data_dir):
    (led,) = ask(data_dir, {"PUBLIC_URL": "https://footfall.example:8443"}, get("/"))
    assert led["headers"]["Location"] == "https://footfall.example:8443/"


def test_without_a_trusted_proxy_its_header_is_anybodys_and_counts_for_nothing(data_dir):
    environment = PUBLIC | {"TRUSTED_PROXIES": "0"}
    (led,) = ask(data_dir, environment, get(headers=BY_PROXY))
    assert (led["status"], led["headers"]["Location"]) == (301, "https://footfall.example/accounts/login/")


def test_without_a_public_address_the_header_counts_for_nothing_either(data_dir):
    page, entered = ask(data_dir, {}, get(host="localhost", headers=BY_PROXY), sign_in("localhost", BY_PROXY))
    assert page["status"] == 200
    assert "Strict-Transport-Security" not in page["headers"]
    assert {"csrftoken", "sessionid"} <= (page["cookies"] | entered["cookies"]).keys()
    for name, cookie in (page["cookies"] | entered["cookies"]).items():
        assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, False, "Lax"), name


@pytest.mark.parametrize("host", ["footfall.example", "localhost", "evil.local"])
def test_a_mail_links_to_the_public_address_whatever_host_was_asked(data_dir, host):
    reset = {**RESET, "host": host, "headers": {"X-Forwarded-Host": "evil.example", **BY_PROXY}}
    (answer,) = ask(data_dir, PUBLIC | MAIL, reset)
    assert answer["status"] == 302
    (mail,) = answer["mails"]
    assert "https://footfall.example/accounts/password/reset/key/" in mail
    for other in {"localhost", "evil"}:
        assert other not in mail


def test_by_default_one_proxy_is_trusted_to_say_who_asks(data_dir):
    """A proxy adds the address it saw at the end; what stands before it anybody may have written."""
    *_, last, refused, other = ask(
        data_dir,
        PUBLIC | MAIL,
        *[reset_from(f"198.51.100.{n}, 203.0.113.5", f"nobody-{n}@example.org") for n in range(5)],
        reset_from("198.51.100.99, 203.0.113.5", "nobody-99@example.org"),
        reset_from("203.0.113.6", "nobody-99@example.org"),
    )
    assert [answer["status"] for answer in (last, refused, other)] == [302, 429, 302]


def reset_from(forwarded_for: str, address: str):
    headers = BY_PROXY | {"X-Forwarded-For": forwarded_for}
    return {**RESET, "host": HOST, "headers": headers, "data": urlencode({"email": address})}
