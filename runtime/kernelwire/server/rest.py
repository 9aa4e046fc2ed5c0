"""A Jupyter server's REST API, as far as kernels and sessions go (jupyter_server: "The REST API").

No messages: those go over a WebSocket, see transports.websocket. What is answered: see answers.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import ssl as tls
from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

try:
    import httpx
except ImportError as error:
    raise ImportError(
        f'Jupyter servers are talked to with httpx ({error}): pip install "kernelwire[websocket]"'
    ) from error

from kernelwire.errors import (
    ConnectionClosed,
    KernelNotFound,
    LocalProtocolError,
    RemoteProtocolError,
    ServerError,
)
from kernelwire.server.answers import (
    ServerKernel,
    ServerKernelspecs,
    ServerSession,
    read_array,
    read_kernel,
    read_kernelspecs,
    read_session,
)
from kernelwire.transports.websocket.urls import CURE, http_base, read_url, websocket_url
from kernelwire.wire import jsonio

if TYPE_CHECKING:
    from kernelwire.limits import Limits
    from kernelwire.transports.websocket.transport import WebSocketTransport

_COOKIE = re.compile(r"""(b'set-cookie', b)(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""", re.IGNORECASE)
_MAX_BYTES = 64 << 20  # of one answer
_TIMEOUT = 90.0


def _hide_cookies(record: logging.LogRecord) -> bool:
    """Keep cookies out of the log, where httpcore writes them at level DEBUG: they let in like a token."""
    record.msg = _COOKIE.sub(r"\1'...'", str(record.msg))
    return True


logging.getLogger("httpcore.http11").addFilter(_hide_cookies)


class Server:
    """A Jupyter server: what runs there, and what can be started. Use it with ``async with``.

    ``url`` is where it is, with its base path and a slash at the end or none; ws and wss do as well.
    ``token`` goes into a header, also when it stands in the URL. ``ssl`` is for servers whose certificate is
    not trusted by default. ``timeout``, in seconds, is for each request.

    The methods raise `ServerError` where the server refuses (with its status, its words, and a cure),
    `ConnectionClosed` where it cannot be reached, `RemoteProtocolError` where it answers nonsense, and
    `TimeoutError`.
    """

    def __init__(
        self,
        url: str,
        token: str | None = None,
        *,
        ssl: tls.SSLContext | None = None,
        timeout: float | None = _TIMEOUT,
    ) -> None:
        if not (ssl is None or isinstance(ssl, tls.SSLContext)):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise LocalProtocolError(f"ssl is an ssl.SSLContext, not {ssl!r}")
        self._parts, self._token = read_url(url, token)
        self.url = http_base(self._parts)
        self._tls = ssl
        self._timeout = timeout
        self._client = httpx.AsyncClient(
            headers=self._token.headers() or _own_xsrf(),
            verify=True if ssl is None else ssl,
            timeout=timeout,
        )

    async def __aenter__(self) -> Server:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections to it. What runs there goes on."""
        await self._client.aclose()

    async def kernelspecs(self) -> ServerKernelspecs:
        """What can be started there."""
        return read_kernelspecs(await self._request("GET", "kernelspecs"))

    async def kernels(self) -> list[ServerKernel]:
        """What runs there."""
        return [read_kernel(each) for each in read_array(await self._request("GET", "kernels"))]

    async def kernel(self, kernel_id: str) -> ServerKernel:
        """One of them, as it is now."""
        return read_kernel(await self._request("GET", "kernels", kernel_id))

    async def start_kernel(self, name: str | None = None, path: str | None = None) -> ServerKernel:
        """Start a kernel, the server's default one if none is named; ``path`` is the folder that it runs in.

        Raises `KernelNotFound` if the server has none of that name.
        """
        body = {key: value for key, value in (("name", name), ("path", path)) if value is not None}
        try:
            return read_kernel(await self._request("POST", "kernels", body=body))
        except ServerError as error:
            await self._check_name(name, error)
            raise

    async def interrupt(self, kernel_id: str) -> None:
        """Interrupt what it executes."""
        await self._request("POST", "kernels", kernel_id, "interrupt", body={})

    async def restart(self, kernel_id: str) -> ServerKernel:
        """Start it anew, under the same id; comes back when it is up."""
        return read_kernel(await self._request("POST", "kernels", kernel_id, "restart", body={}))

    async def shutdown(self, kernel_id: str) -> None:
        """End it."""
        await self._request("DELETE", "kernels", kernel_id)

    async def sessions(self) -> list[ServerSession]:
        """The sessions there."""
        return [read_session(each) for each in read_array(await self._request("GET", "sessions"))]

    async def start_session(
        self, path: str, *, kernel_name: str | None = None, name: str = "", type: str = "notebook"
    ) -> ServerSession:
        """Start a kernel for ``path``. If there is a session of that path, it is that one.

        Raises `KernelNotFound` if the server has no kernel of that name.
        """
        kernel = {} if kernel_name is None else {"name": kernel_name}
        body = {"path": path, "name": name, "type": type, "kernel": kernel}
        try:
            return read_session(await self._request("POST", "sessions", body=body))
        except ServerError as error:
            await self._check_name(kernel_name, error)
            raise

    async def delete_session(self, session_id: str) -> None:
        """End it, and its kernel if no other session has it."""
        await self._request("DELETE", "sessions", session_id)

    def channels_url(self, kernel_id: str) -> str:
        """The ``ws(s)://`` URL of a kernel's channels; the token is not in it."""
        return websocket_url(urlsplit(self._url_of("kernels", kernel_id, "channels")))

    async def channels(
        self,
        kernel_id: str,
        *,
        session_id: str,
        default_framing: bool = False,
        patience: float = 60.0,
        limits: Limits | None = None,
    ) -> WebSocketTransport:
        """Connect to a kernel. What can be said, and errors: `WebSocketTransport.open`."""
        from kernelwire.transports.websocket.transport import WebSocketTransport

        return await WebSocketTransport.open(
            self.channels_url(kernel_id),
            session_id=session_id,
            token=self._token.value,
            ssl=self._tls,
            default_framing=default_framing,
            patience=patience,
            limits=limits,
        )

    def _url_of(self, *path: str) -> str:
        if not {"", ".", ".."}.isdisjoint(path):  # none of these would stay where it is put
            raise LocalProtocolError(f"no id: {'/'.join(path)}")
        return f"{self.url}/api/{'/'.join(quote(each, safe='', errors='surrogatepass') for each in path)}"

    async def _check_name(self, name: str | None, error: ServerError) -> None:
        """Raise KernelNotFound if that is why: servers say it with HTTP 500, or 501."""
        if (
            name is not None
            and error.status >= 500
            and name not in (known := (await self.kernelspecs()).kernelspecs)
        ):
            raise KernelNotFound(name, known, [self.url]) from None

    async def _request(self, method: str, *path: str, body: Any = None) -> Any:
        """The JSON of the answer; None if it is empty."""
        url = self._url_of(*path)
        if self._client.is_closed:
            raise ConnectionClosed(f"the connections to {self.url} were closed here")
        content = None if body is None else jsonio.encode(body, strict=True)
        headers = {"Content-Type": "application/json"} if content else {}
        asked = self._answer(method, url, content, headers)
        try:
            # httpx's own limit is for each read: a server that says a byte now and then never reaches it.
            response, data = await asyncio.wait_for(asked, self._timeout)
        except (httpx.TimeoutException, asyncio.TimeoutError):
            raise TimeoutError(f"no answer from {self.url} within {self._timeout} s") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ConnectionClosed(self._token.hide(_unreached(self.url, error))) from None
        if not response.is_success:
            raise ServerError(response.status_code, self._token.hide(_refusal(url, response, data)))
        return _json(url, data) if data else None

    async def _answer(
        self, method: str, url: str, content: bytes | None, headers: dict[str, str]
    ) -> tuple[httpx.Response, bytes]:
        async with self._client.stream(method, url, content=content, headers=headers) as response:
            data = bytearray()
            async for chunk in response.aiter_bytes():
                data += chunk
                if len(data) > _MAX_BYTES:
                    raise RemoteProtocolError(f"{self.url} answers with more than {_MAX_BYTES} bytes")
        return response, bytes(data)

    def __repr__(self) -> str:
        return f"<Server {self.url}>"


def _own_xsrf() -> dict[str, str]:
    """What a server without a token wants to see: that who asks can set a cookie, as no foreign page can."""
    value = secrets.token_hex(16)
    return {"Cookie": f"_xsrf={value}", "X-XSRFToken": value}


def _unreached(url: str, error: Exception) -> str:
    cure = "is it running?"
    if "CERTIFICATE" in str(error):
        cure = "pass ssl=, an SSLContext that trusts its certificate"
    return f"{url} cannot be reached ({error or type(error).__name__}): {cure}"


def _refusal(url: str, response: httpx.Response, data: bytes) -> str:
    """Who refused, in what words, and what helps."""
    status = response.status_code
    if response.is_redirect:
        return _moved(url, str(response.headers.get("Location", "")))
    words = _words(data)
    if status in (401, 403):
        return f"access to {url} is refused ({words or 'without a reason'}): {CURE}"
    if status == 404 and not words:
        return f"there is no {url}: is that the base path of a Jupyter server, and no page in it?"
    return f"{url} says: {words or response.reason_phrase}"


def _moved(url: str, location: str) -> str:
    try:
        to = urlsplit(location)
    except ValueError:
        to = urlsplit("")
    if to.netloc and to.path == urlsplit(url).path:
        return f"{url} has moved: use {to.scheme}://{to.netloc}"
    return f"access to {url} is refused, it sends to {to.path[:100]!r}, to log in perhaps: {CURE}"


def _words(data: bytes) -> str:
    """What a server says in its own words, if it speaks JSON."""
    try:
        answer, _ = jsonio.decode(data)
    except RemoteProtocolError:
        return ""
    message = answer.get("message") if jsonio.is_object(answer) else None
    return message[:500] if isinstance(message, str) else ""


def _json(url: str, data: bytes) -> Any:
    try:
        return jsonio.decode(data)[0]
    except RemoteProtocolError as error:
        raise RemoteProtocolError(
            f"{url} answers, but not as a Jupyter server: {error}; is its base path another?"
        ) from None
