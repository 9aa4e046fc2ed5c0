"""Takes what comes to where it belongs, and what is asked to where it is sent: the middle of a client.

`Session` knows which answers belong to which request, `Pump` moves messages; comms, questions of the kernel
and displays that are updated have parts of their own. Here they meet.
"""

from __future__ import annotations

import asyncio
import getpass
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from datetime import datetime, timezone
from inspect import isawaitable
from types import ModuleType
from typing import Any
from uuid import uuid4
from weakref import WeakSet

from jupyter_messages import InputReply, InputRequest, IopubWelcome, Status, UpdateDisplayData
from kernelwire.client.comms import Comms
from kernelwire.client.owners import Owner
from kernelwire.client.pump import Pump
from kernelwire.client.stdin import OnInput, Questions
from kernelwire.errors import KernelDied, KernelwireError
from kernelwire.session.outputs import Outputs
from kernelwire.session.requests import Request
from kernelwire.session.session import Session, tells_end, tells_start
from kernelwire.transports import Gap, Transport
from kernelwire.wire.message import Message
from kernelwire.wire.signing import Frame

_log = logging.getLogger("kernelwire")

_PATIENCE = 1.0
"""Seconds after which a probe is to find out why the other half of an answer does not come."""
_LONGEST = 60.0
"""Seconds between probes, at most: twice as many after each that did not."""


class Switchboard:
    """What the verbs, the comms and the subshells of one client have in common."""

    def __init__(
        self,
        transport: Transport,
        owner: Owner,
        session_id: str | None,
        on_input: OnInput | None,
        messages: ModuleType,
    ) -> None:
        """See `kernelwire.client.client.Client`."""
        self.session = Session(session_id or uuid4().hex, _username(), _now, package=messages)
        self.comms = Comms(self, lambda: uuid4().hex)
        self.questions = Questions(on_input, self._answer)
        self.pump = Pump(transport, self)
        self.gone: KernelwireError | None = None
        """Why there is nobody to ask, if so."""
        self.buried = False
        """Whether the kernel's owner saw its end: what comes now was said before."""
        self.welcomed = False
        """Whether the kernel has welcomed us on iopub (JEP 65)."""
        self.turned = float("-inf")
        """When the kernel turned to a request of ours, or from one: by the clock of the event loop."""
        self.news = asyncio.Event()
        """Set whenever something came that answers no request."""
        self._owner = owner
        self._outputs: WeakSet[Outputs] = WeakSet()
        self._tasks: set[asyncio.Future[None]] = set()
        self._settling = self._closed = False

    def send(
        self,
        content: Any,
        channel: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        buffers: Iterable[Frame] = (),
        *,
        on_input: OnInput | None = None,
        subshell_id: str | None = None,
    ) -> Request[Any]:
        """Make a request, and have it sent after all before it. Raises KernelDied or ConnectionClosed."""
        if self.gone is not None:
            raise self.gone
        request = self.session.request(
            content, channel=channel, metadata=metadata, buffers=buffers, subshell_id=subshell_id
        )
        if on_input is not None:
            self.questions.expect(request, on_input)
        self.pump.post(request.message, request)
        return request

    def new_outputs(self) -> Outputs:
        """Outputs that are updated by whatever request updates their displays."""
        outputs = Outputs()
        self._outputs.add(outputs)
        return outputs

    def call(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Call somebody's function now; a coroutine goes on beside what comes next. Errors are logged."""
        try:
            result = function(*arguments)
        except (Exception, asyncio.CancelledError):  # nobody cancels us here: it is the function's own
            _failed(function)
        else:
            if isawaitable(result):
                self.spawn(_ended(function, result))

    def spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Future[None]:
        """Run a coroutine until it is done or the client is closed."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def lost(self, error: KernelwireError) -> None:
        """The kernel or the connection is gone: nothing under way will be answered."""
        self.gone, self.welcomed = error, False  # the next one's iopub is another one
        self.session.fail(error)
        self.comms.end(error)
        self.questions.close()
        self.news.set()

    async def rewire(self, transport: Transport) -> None:
        """Talk over another transport from now on, to a kernel that takes the place of the last one."""
        try:
            await self.pump.aclose()
        finally:  # also if this is cancelled: of the last one, nothing is left
            refused = self.pump.refused
            self.pump = Pump(transport, self)
            self.pump.refused = refused
            if self._closed:
                await self.pump.aclose()
            else:
                self.lost(KernelDied(None))
                self.gone, self.buried = None, False
                self.pump.start()

    async def aclose(self) -> None:
        """End all tasks, and close the transport."""
        self._closed = True
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]  # a handler may close us
        for task in tasks:
            task.cancel()
        await self.pump.aclose()
        await asyncio.gather(*tasks, return_exceptions=True)

    # What the pump tells.

    def heard(self, message: Message[Any]) -> None:
        """A message came."""
        self._revive()
        content = message.content
        if isinstance(content, UpdateDisplayData):
            for outputs in self._outputs:
                outputs.update(content)
        elif isinstance(content, IopubWelcome):
            self.welcomed = True
        request = self.session.receive(message, taken=self.comms.receive(message))
        if request is None:
            self.news.set()
            if tells_end(message) or tells_start(message):
                self.comms.end(KernelDied(None))
                self.questions.close()
            if tells_start(message) and self.session.asked():  # servers restart kernels without a word
                self.session.gap("another kernel is in its place")
                self._probe()
        elif isinstance(content, InputRequest):
            self.questions.ask(request, message)
        if request is not None and isinstance(content, Status):
            self.turned = asyncio.get_running_loop().time()
        if self._settling or not (isinstance(content, Status) or (request is not None and request.half)):
            return  # nothing that could be the beginning of a long wait
        if self.session.unsettled():
            self._settling = True
            self.spawn(self._settle())

    def resumed(self, gap: Gap) -> None:
        """The connection was broken, and is there again."""
        self._revive()
        self.welcomed = False
        self.session.gap(gap.reason)
        self._probe()

    async def died(self, error: KernelDied) -> None:
        """The transport saw the kernel's end."""
        cause = await self._owner.cause(error)
        if cause is not None:
            self.lost(cause)

    def ended(self, error: KernelwireError) -> None:
        """Nothing will come any more."""
        self.lost(error)

    def unsent(self, request: Request[Any] | None, error: KernelwireError) -> None:
        """A message could not be sent."""
        if request is not None:
            self.session.refuse(request, error)

    def _revive(self) -> None:
        """Where there was no kernel, there is one again; unless all this is what the last one left."""
        if isinstance(self.gone, KernelDied) and not self.buried:
            self.gone = None

    def _answer(self, question: Message[Any], value: str) -> None:
        self.pump.post(self.session.answer(question, InputReply(value)))

    def _probe(self) -> None:
        if not self.session.probing and self.gone is None:
            probe = self.session.probe()
            self.pump.post(probe.message, probe)

    async def _settle(self) -> None:
        """While anything stays unsettled, have the kernel look and a probe decide (`session`, rules 3, 4)."""
        before: set[str] = set()
        patience = _PATIENCE
        while now := self.session.unsettled():
            if before & now:
                self.pump.knock()
                self._probe()
            patience = min(2 * patience, _LONGEST) if before & now else _PATIENCE
            before = now
            await asyncio.sleep(patience)
        self._settling = False


async def _ended(function: Callable[..., Any], result: Awaitable[Any]) -> None:
    try:
        await result
    except Exception:
        _failed(function)


def _failed(function: Callable[..., Any]) -> None:
    """It is anybody's code, and there is nobody to raise to what it raised."""
    _log.exception("%r failed", function)


def _now() -> str:
    return datetime.now(timezone.utc).isoformat().replace("+00:00", "Z")


def _username() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such user, no environment: containers
        return ""
