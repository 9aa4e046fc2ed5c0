"""Addresses of Jupyter servers, and the token that opens them. No I/O.

The token travels in a header alone: what is in a URL ends in logs, histories and Referer headers. One that
stands in a URL, as servers print them, is taken out of it.
"""

from __future__ import annotations

from urllib.parse import SplitResult, quote, unquote_plus, urlsplit

from kernelwire.errors import LocalProtocolError

_HTTP = {"http": "http", "https": "https", "ws": "http", "wss": "https"}
_WEBSOCKET = {"http": "ws", "https": "wss", "ws": "ws", "wss": "wss"}
CURE = (
    "pass the server's token (token=..., to a command the variable JUPYTER_TOKEN, or ?token=... in the URL; "
    "`jupyter server list` shows it)"
)
"""What helps where access is refused."""


class Token:
    """A server's token, or none. Its repr does not show it, and `hide` takes it out of what others say."""

    __slots__ = ("value",)
    value: str

    def __init__(self, value: str | None) -> None:
        if not (value is None or isinstance(value, str)):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise LocalProtocolError(f"the token is a str, not {type(value).__name__}")
        if value and not all("!" <= character <= "~" for character in value):
            raise LocalProtocolError("the token has characters that no header can carry: is it one?")
        self.value = value or ""

    def headers(self) -> dict[str, str]:
        """The headers that show it to a server."""
        return Headers({"Authorization": f"token {self.value}"} if self.value else {})

    def hide(self, text: str) -> str:
        """The text without the token, should it be in there."""
        return text.replace(self.value, "...") if self.value else text

    def __repr__(self) -> str:
        return "<Token>" if self.value else "<no Token>"


class Headers(dict[str, str]):
    """Headers with a repr that tells nothing: tracebacks may show local variables."""

    def __repr__(self) -> str:
        return "<Headers>"


def read_url(url: str, token: str | None = None) -> tuple[SplitResult, Token]:
    """A server's URL without its token and fragment, and the token: ``token``, if it is given.

    Raises `LocalProtocolError`, which shows nothing of the query, for what is no http, https, ws or wss URL
    with a host, and for one with a user and password.
    """
    try:
        parts = urlsplit(url)
        complete = parts.scheme in _HTTP and bool(parts.hostname) and parts.port != 0
    except ValueError:  # its message may show more than it should
        complete, parts = False, SplitResult("", "", "", "", "")
    if not complete:
        raise LocalProtocolError("no URL of a Jupyter server, like http://localhost:8888/ or wss://host/base")
    if "@" in parts.netloc:
        raise LocalProtocolError(
            f"the URL of {parts.hostname} names a user: Jupyter servers know tokens; {CURE}"
        )
    kept: list[str] = []
    for pair in parts.query.split("&"):
        name, _, value = pair.partition("=")
        if unquote_plus(name) != "token":
            kept.append(pair)
        elif token is None:
            token = unquote_plus(value)
    return parts._replace(query="&".join(filter(None, kept)), fragment=""), Token(token)


def http_base(parts: SplitResult) -> str:
    """The URL that the paths of the REST API are appended to: no slash at its end, no query."""
    return parts._replace(scheme=_HTTP[parts.scheme], path=parts.path.rstrip("/"), query="").geturl()


def websocket_url(parts: SplitResult, session_id: str | None = None) -> str:
    """The same as a ws or wss URL, asking for ``session_id`` instead of any that it names."""
    kept = parts.query.split("&") if parts.query else []
    if session_id is not None:
        kept = [pair for pair in kept if pair.partition("=")[0] != "session_id"]
        kept.append(f"session_id={quote(session_id, safe='')}")
    return parts._replace(scheme=_WEBSOCKET[parts.scheme], query="&".join(kept)).geturl()
