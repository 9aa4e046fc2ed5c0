"""Opens WebSocket connections to a kernel's channels, and says in our words why one could not be opened.
Nothing is sent or received here, and nothing tried again: see transport.
"""

from __future__ import annotations

import asyncio
import logging
import ssl as tls
from typing import Any

from websockets import Subprotocol
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidMessage, InvalidStatus, WebSocketException

from kernelwire.errors import ConnectionClosed, LocalProtocolError
from kernelwire.limits import Limits
from kernelwire.transports.websocket.urls import CURE, read_url, websocket_url
from kernelwire.wire.websocket_framing import SUBPROTOCOL

OPEN_TIMEOUT = 75.0
"""Seconds. jupyter_server itself waits for the kernel, up to 60 seconds, before it answers."""
_CLOSE_TIMEOUT = 2.0
_SECRET = frozenset({"authorization", "cookie", "proxy-authorization", "set-cookie"})
_TRANSIENT = frozenset({408, 429, 500, 502, 503, 504})

_logger = logging.getLogger("kernelwire.websocket")


def _hide_secrets(record: logging.LogRecord) -> bool:
    """Keep the values of some headers out of the log, where websockets writes all of them at level DEBUG."""
    match record.args:
        case (str(name), _) if name.lower() in _SECRET:
            record.args = (name, "...")
        case _:
            pass
    return True


_logger.addFilter(_hide_secrets)


class Unreachable(ConnectionClosed):
    """Nothing there just now: it may help to try again."""


class Dialer:
    """Knows where the channels of one kernel are and how to get in."""

    def __init__(
        self,
        url: str,
        session_id: str,
        token: str | None,
        ssl: tls.SSLContext | None,
        v1: bool,
        limits: Limits,
    ) -> None:
        self._parts, self._token = read_url(url, token)
        self._session_id = session_id
        parts = self._parts
        self.place = f"{parts.scheme}://{parts.netloc}{parts.path}"
        secure = parts.scheme in ("https", "wss")
        if ssl is not None and not secure:
            raise LocalProtocolError(f"an SSL context is given, but {self.place} is not https or wss")
        self._tls: dict[str, Any] = {} if ssl is None else {"ssl": ssl}
        self._subprotocols = [Subprotocol(SUBPROTOCOL)] if v1 else None
        self._limits = limits
        self.hide = self._token.hide

    async def dial(self, timeout: float = OPEN_TIMEOUT, session_id: str = "") -> ClientConnection:
        """One attempt, for another ``session_id`` if one is given.

        Raises `Unreachable` where another attempt may go better, else `ConnectionClosed`.
        """
        try:
            return await connect(
                websocket_url(self._parts, session_id or self._session_id),
                subprotocols=self._subprotocols,
                additional_headers=self._token.headers(),
                open_timeout=timeout,
                close_timeout=_CLOSE_TIMEOUT,
                ping_interval=None,  # see transport: those of the library count against who reads slowly
                max_size=self._limits.max_bytes,
                logger=_logger,
                **self._tls,
            )
        except InvalidStatus as error:
            raise self._refused(error.response.status_code) from None
        except tls.SSLCertVerificationError as error:
            why = f"its certificate is not trusted ({error.verify_message})"
            raise self._failed(f"{why}: pass ssl=, an SSLContext that trusts it") from None
        except InvalidMessage as error:
            raise self._failed(f"it broke off ({error})", Unreachable) from None
        except (OSError, EOFError, asyncio.TimeoutError) as error:
            raise self._failed(f"{error or 'no answer'}; is the server running?", Unreachable) from None
        except (WebSocketException, ImportError, ValueError) as error:
            raise self._failed(str(error)) from None

    def _failed(self, why: str, kind: type[ConnectionClosed] = ConnectionClosed) -> ConnectionClosed:
        return kind(self.hide(f"no connection to {self.place}: {why}"))

    def _refused(self, status: int) -> ConnectionClosed:
        if status in _TRANSIENT:
            return self._failed(f"the server has trouble (HTTP {status})", Unreachable)
        if status in (401, 403):
            return self._failed(f"access is refused (HTTP {status}): {CURE}")
        if status == 404:
            return self._failed(
                "the server knows no such kernel (HTTP 404): the kernel is gone, or the server was started "
                "anew, or its base path is another"
            )
        if status < 400:
            return self._failed(f"a page came instead (HTTP {status}), to log in perhaps: {CURE}")
        return self._failed(f"the server refuses it (HTTP {status})")
