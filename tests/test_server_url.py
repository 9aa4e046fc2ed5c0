"""Addresses of servers: schemes by parsing alone, tokens out of them, nothing secret in a word."""

from __future__ import annotations

import pytest

from kernelwire.errors import LocalProtocolError
from kernelwire.transports.websocket.urls import Token, http_base, read_url, websocket_url

SECRET = "s3cr3t"


@pytest.mark.parametrize(
    ("url", "base", "channels"),
    [
        ("http://localhost:8888", "http://localhost:8888", "ws://localhost:8888"),
        ("http://localhost:8888/", "http://localhost:8888", "ws://localhost:8888/"),
        ("https://host/base/", "https://host/base", "wss://host/base/"),
        ("ws://host/base", "http://host/base", "ws://host/base"),
        ("wss://host/base", "https://host/base", "wss://host/base"),
        (
            "HTTP://http.example/http:/https",
            "http://http.example/http:/https",
            "ws://http.example/http:/https",
        ),
        ("https://https:8443/a%2Fb/", "https://https:8443/a%2Fb", "wss://https:8443/a%2Fb/"),
        ("http://[::1]:8888/a?b=http://c#d", "http://[::1]:8888/a", "ws://[::1]:8888/a?b=http://c"),
    ],
)
def test_the_scheme_alone_changes(url: str, base: str, channels: str) -> None:
    parts, _ = read_url(url)
    assert http_base(parts) == base
    assert websocket_url(parts) == channels


def test_the_session_id_is_asked_for_instead_of_another() -> None:
    parts, _ = read_url("ws://host/channels?session_id=old&a=%26&session_id=older")
    assert websocket_url(parts, "n/e&w") == "ws://host/channels?a=%26&session_id=n%2Fe%26w"
    assert websocket_url(read_url("ws://host/channels")[0], "new") == "ws://host/channels?session_id=new"


@pytest.mark.parametrize(
    ("url", "given", "found", "query"),
    [
        (f"http://host/lab?token={SECRET}", None, SECRET, ""),
        (f"http://host/?a=1&token={SECRET}&b=2#token={SECRET}", None, SECRET, "a=1&b=2"),
        (f"http://host/?to%6ben={SECRET}", None, SECRET, ""),
        (f"http://host/?token={SECRET}", "given", "given", ""),
        (f"http://host/?token={SECRET}&token=second", None, SECRET, ""),
        ("http://host/?token=a%2Bb%26+", None, None, ""),
        ("http://host/?token=a%2Bb%26", None, "a+b&", ""),
        ("http://host/?token=", None, None, ""),
        ("http://host/?tokens=1", None, None, "tokens=1"),
    ],
)
def test_a_token_in_the_url_goes_into_the_header(
    url: str, given: str | None, found: str | None, query: str
) -> None:
    if found is None and "+" in url:
        with pytest.raises(LocalProtocolError, match="no header can carry"):
            read_url(url, given)
        return
    parts, token = read_url(url, given)
    assert parts.query == query
    assert SECRET not in parts.geturl()
    assert token.headers() == ({"Authorization": f"token {found}"} if found else {})


@pytest.mark.parametrize(
    "url",
    [
        "",
        "host:8888",
        "localhost",
        "/path",
        "file:///etc",
        "ftp://host",
        "http://",
        "http://:80/",
        "http://[::1",
        "http://h:x",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(
        LocalProtocolError, match="no URL of a Jupyter server, like http://localhost:8888/"
    ) as info:
        read_url(f"{url}?token={SECRET}")
    assert SECRET not in str(info.value)


def test_users_and_passwords_are_refused() -> None:
    with pytest.raises(
        LocalProtocolError, match=r"the URL of host names a user: .* pass the server's token"
    ) as info:
        read_url(f"http://ada:{SECRET}@host/")
    assert SECRET not in str(info.value)


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a b", "é", "\0"])
def test_a_token_cannot_make_headers(value: str) -> None:
    with pytest.raises(LocalProtocolError, match="no header can carry") as info:
        Token(value)
    assert "Evil" not in str(info.value)


def test_a_token_does_not_show() -> None:
    token = Token(SECRET)
    assert SECRET not in repr(token) + repr(token.headers()) + token.hide(f"no {SECRET} here")
    assert (repr(token), repr(Token(None)), Token("").hide("all")) == ("<Token>", "<no Token>", "all")
