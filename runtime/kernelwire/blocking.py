"""The same client for callers that wait: no ``async``, no ``await``. A thin skin, and no second client.

::

    from kernelwire.blocking import launch

    with launch("python3") as client:
        for message in client.execute("print('hi')"):
            ...
        outputs = client.execute("6 * 7").result().outputs

The client itself runs on an event loop in a thread of its own, so this works anywhere, also in a thread whose
event loop is running (a notebook's): that loop waits, too, as for any call that takes its time. What it is
called from may be several threads. ``on_input`` is called in yet another one, so it may wait for somebody.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Generator, Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager, contextmanager
from functools import wraps
from inspect import isawaitable
from pathlib import Path
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast

import kernelwire
from jupyter_messages import CommOpen, InputRequest, KernelInfoReply
from kernelwire.client import client as asynchronous
from kernelwire.client import comms, exchange, verbs
from kernelwire.client.loops import LoopThread, in_thread
from kernelwire.client.stdin import OnInput
from kernelwire.session.outputs import Result
from kernelwire.wire.message import ContentT, Message

P = ParamSpec("P")
T = TypeVar("T")
InnerT = TypeVar("InnerT", covariant=True)


class _Skin(Generic[InnerT]):
    """Something of the asynchronous client, and the loop that it lives on."""

    def __init__(self, loop: LoopThread, inner: InnerT) -> None:
        self._loop, self._inner = loop, inner

    def __repr__(self) -> str:
        return f"<blocking {self._inner!r}>"


def _waits(
    method: Callable[Concatenate[Any, P], Coroutine[Any, Any, T]],
) -> Callable[Concatenate[_Skin[Any], P], T]:
    """The method of that name here: it takes the same arguments, and waits for the result."""

    @wraps(method)
    def waiting(self: _Skin[Any], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self._loop.run(method(self._inner, *args, **kwargs))  # pyright: ignore[reportPrivateUsage]

    return waiting


def _gives(
    method: Callable[Concatenate[Any, P], Any], skin: Callable[[LoopThread, Any], T]
) -> Callable[Concatenate[_Skin[Any], P], T]:
    """The method of that name here: it takes the same arguments, and what it gives is of this face, too."""

    @wraps(method)
    def giving(self: _Skin[Any], /, *args: P.args, **kwargs: P.kwargs) -> T:
        given: dict[str, Any] = {**kwargs}
        if "on_input" in given:
            given["on_input"] = _elsewhere(given["on_input"])
        loop, inner = self._loop, self._inner  # pyright: ignore[reportPrivateUsage]
        return skin(loop, loop.call(lambda: cast(Any, method)(inner, *args, **given)))

    return giving


class Exchange(_Skin[exchange.Exchange[ContentT]], Generic[ContentT]):
    """As `kernelwire.client.exchange.Exchange`, with ``for`` in place of ``async for``."""

    done = _waits(exchange.Exchange.done)

    @property
    def msg_id(self) -> str:
        """The request's identity."""
        return self._inner.msg_id

    @property
    def gaps(self) -> tuple[str, ...]:
        """How the connection broke meanwhile, if it did."""
        return self._inner.gaps

    def reply(self, *, timeout: float | None = None) -> Message[ContentT]:
        """Wait for the reply."""
        return self._loop.run(self._inner.reply(timeout=timeout))

    def late(self) -> list[Message[Any]]:
        """What has come since."""
        return self._loop.call(self._inner.late)

    def __iter__(self) -> Iterator[Message]:
        return _each(self._loop, self._inner)


class Execution(Exchange[ContentT]):
    """As `kernelwire.client.exchange.Execution`."""

    _inner: exchange.Execution[ContentT]

    def result(self, *, timeout: float | None = None) -> Result:
        """Run to the end; gives the outputs as a notebook would have them."""
        return self._loop.run(self._inner.result(timeout=timeout))


class Verbs(_Skin[verbs.Verbs]):
    """As `kernelwire.client.verbs.Verbs`."""

    kernel_info = _waits(verbs.Verbs.kernel_info)
    complete = _waits(verbs.Verbs.complete)
    inspect = _waits(verbs.Verbs.inspect)
    is_complete = _waits(verbs.Verbs.is_complete)
    history = _waits(verbs.Verbs.history)
    comm_info = _waits(verbs.Verbs.comm_info)
    request = _gives(verbs.Verbs.request, Exchange[Any])
    execute = _gives(verbs.Verbs.execute, Execution[Any])


class Comm(_Skin[comms.Comm]):
    """As `kernelwire.client.comms.Comm`, with ``for`` in place of ``async for``."""

    send = _gives(comms.Comm.send, Exchange[Any])
    close = _gives(comms.Comm.close, Exchange[Any])

    @property
    def comm_id(self) -> str:
        """Its identity on both sides."""
        return self._inner.comm_id

    @property
    def target_name(self) -> str:
        """What it was opened to."""
        return self._inner.target_name

    @property
    def closed(self) -> bool:
        """Whether either side has closed it."""
        return self._inner.closed

    def __iter__(self) -> Iterator[Message[Any]]:
        return _each(self._loop, self._inner)


class Comms(_Skin[comms.Comms]):
    """As `kernelwire.client.comms.Comms`."""

    open = _gives(comms.Comms.open, Comm)

    def register_target(self, target_name: str, on_open: Callable[[Comm, Message[CommOpen]], object]) -> None:
        """Take comms that the kernel opens; ``on_open`` is called in another thread, and may wait."""

        async def opened(comm: comms.Comm, message: Message[CommOpen]) -> None:
            await in_thread(on_open, Comm(self._loop, comm), message)

        taking: Any = opened if callable(on_open) else on_open  # which is refused there
        self._loop.call(lambda: self._inner.register_target(target_name, taking))

    def unregister_target(self, target_name: str) -> None:
        """Leave such comms alone again."""
        self._loop.call(lambda: self._inner.unregister_target(target_name))


class Client(Verbs):
    """As `kernelwire.client.client.Client`."""

    _inner: asynchronous.Client

    ready = _waits(asynchronous.Client.ready)
    interrupt = _waits(asynchronous.Client.interrupt)
    restart = _waits(asynchronous.Client.restart)
    shutdown = _waits(asynchronous.Client.shutdown)
    debug = _waits(asynchronous.Client.debug)

    @property
    def info(self) -> KernelInfoReply | None:
        """What kernel this is."""
        return self._inner.info

    @property
    def comms(self) -> Comms:
        """The comms between here and the kernel."""
        return Comms(self._loop, self._inner.comms)

    @property
    def connection_file(self) -> Path | None:
        """The file that other clients can connect by."""
        return self._inner.connection_file

    @property
    def busy(self) -> bool:
        """Whether a request of ours is under way."""
        return self._loop.call(lambda: self._inner.busy)

    @property
    def refused(self) -> int:
        """How many messages came that were none."""
        return self._inner.refused

    def others(self) -> Iterator[Message]:
        """What answers none of our requests, as it comes."""
        return _each(self._loop, self._inner.others())

    @contextmanager
    def subshell(self, *, timeout: float | None = None) -> Generator[Verbs, None, None]:
        """Run requests beside others: ``with client.subshell() as sub``."""
        with _entered(self._loop, self._inner.subshell(timeout=timeout)) as sub:
            yield Verbs(self._loop, sub)


def _blocks(
    open_: Callable[P, AbstractAsyncContextManager[asynchronous.Client]],
) -> Callable[P, AbstractContextManager[Client]]:
    """The function of that name here: for ``with`` in place of ``async with``, with the same arguments."""

    @contextmanager
    def opened(*args: P.args, **kwargs: P.kwargs) -> Generator[Client, None, None]:
        given: dict[str, Any] = {**kwargs}
        given["on_input"] = _elsewhere(given.get("on_input"))
        loop = LoopThread()
        try:
            with _entered(loop, cast(Any, open_)(*args, **given)) as inner:
                yield Client(loop, inner)
        finally:
            loop.close()

    return wraps(open_)(opened)


launch = _blocks(kernelwire.launch)
connect = _blocks(kernelwire.connect)


@contextmanager
def _entered(loop: LoopThread, block: AbstractAsyncContextManager[T]) -> Generator[T, None, None]:
    """An asynchronous block around a waiting one."""
    inner = loop.run(_enter(block))
    try:
        yield inner
    except BaseException as error:
        if not loop.run(_leave(block, error)):
            raise
    else:
        loop.run(_leave(block, None))


async def _enter(block: AbstractAsyncContextManager[T]) -> T:
    return await block.__aenter__()


async def _leave(block: AbstractAsyncContextManager[Any], error: BaseException | None) -> bool:
    return bool(await block.__aexit__(type(error) if error else None, error, None))


def _each(loop: LoopThread, inner: AsyncIterator[T]) -> Iterator[T]:
    nothing: Any = object()

    async def following() -> T:
        return await anext(inner, nothing)

    while (item := loop.run(following())) is not nothing:
        yield item


def _elsewhere(on_input: OnInput | None) -> OnInput | None:
    """Asked in a thread of its own, for it waits for somebody; meanwhile the client goes on."""
    if not callable(on_input):
        return on_input  # None; what else it may be is refused where it is taken
    ask = on_input

    async def asked(question: InputRequest) -> str:
        answer = await in_thread(ask, question)
        return await answer if isawaitable(answer) else answer

    return asked
