"""How a transport is opened, used from other loops and closed; what cannot be done says why."""

from __future__ import annotations

import asyncio
import select
import threading
from pathlib import Path
from typing import Any

import pytest

from jupyter_messages import InputReply
from kernelwire import ConnectionClosed, KernelDied, KernelwireError, LocalProtocolError
from kernelwire.local.connection import ConnectionInfo
from kernelwire.transports.zeromq.transport import ZmqTransport
from tests.peer import CHANNELS, Peer, request, run
from tests.test_zeromq import info, subscribe, tcp, text

__all__ = ["info", "tcp"]  # fixtures


def test_closing_ends_what_waits(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        tasks = [asyncio.ensure_future(transport.receive())]
        tasks += [asyncio.ensure_future(transport.send(request())) for _ in range(1100)]  # type: ignore[arg-type]
        await asyncio.sleep(0)
        with pytest.raises(LocalProtocolError, match="one at a time"):
            await transport.receive()
        await asyncio.gather(transport.aclose(), transport.aclose())
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        assert isinstance(ends[0], ConnectionClosed)
        assert isinstance(ends[-1], ConnectionClosed)
        assert ends[1] is None
        await transport.aclose()
        for again in (transport.receive(), transport.send(request())):
            with pytest.raises(ConnectionClosed):
                await again

    run(main())


def test_what_was_sent_is_handed_over_before_it_is_closed(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        with Peer(tcp) as peer:
            transport = ZmqTransport(tcp)
            await subscribe(transport, peer)
            for index in range(500):
                await transport.send(request(f"{index} {'x' * 10_000}"))
            await transport.aclose()
            codes = [(await peer.receive("shell"))["content"]["code"].split()[0] for _ in range(500)]
            assert codes == [str(index) for index in range(500)]

    run(main())


def test_only_messages_for_a_channel_can_be_sent(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        for channel in (None, "heartbeat", "shel"):
            with pytest.raises(
                LocalProtocolError, match=f"no channel {channel!r} to send on; there are shell"
            ):
                await transport.send(request(channel=channel))  # type: ignore[arg-type]
        wrong = request()
        wrong.content = InputReply(value={1})  # type: ignore[assignment, arg-type]
        with pytest.raises(LocalProtocolError):
            await transport.send(wrong)
        with Peer(tcp) as peer:
            await transport.send(request("next"))
            assert (await peer.receive("shell"))["content"]["code"] == "next"
        await transport.aclose()

    run(main())


def test_it_works_on_a_loop_in_another_thread_and_on_one_that_watches_no_descriptors(
    info: ConnectionInfo,
) -> None:
    class Proactor(asyncio.SelectorEventLoop):
        """As on Windows."""

        def add_reader(self, *arguments: Any) -> None:  # type: ignore[override]  # whatever they are
            raise NotImplementedError

    async def main() -> None:
        transport = ZmqTransport(info)
        with Peer(info) as peer:
            await subscribe(transport, peer)
            for index in range(200):
                receiving = asyncio.ensure_future(text(transport))
                await asyncio.sleep(0)
                peer.send(CHANNELS[index % 4], peer.output(str(index)))
                assert await receiving == str(index)
        with pytest.raises(KernelDied):
            await transport.receive()
        await transport.aclose()
        done.append(loop)

    done: list[asyncio.AbstractEventLoop] = []
    loop = Proactor()
    thread = threading.Thread(target=lambda: loop.run_until_complete(asyncio.wait_for(main(), 60)))
    thread.start()
    thread.join()
    loop.close()
    assert done == [loop]


def test_a_kernel_that_lost_the_signal_of_a_message_hears_a_knock(info: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(info)
        with Peer(info) as peer:
            shell = peer.sockets["shell"]

            async def until_signalled(so: bool) -> None:
                while bool(select.select([shell.fd], [], [], 0)[0]) is not so:
                    await asyncio.sleep(0.002)
                    if not so:
                        peer.send("shell", peer.output("a reply"))  # takes the signal back

            await transport.send(request("first"))
            await peer.receive("shell")
            assert not shell.poll(0)
            await transport.send(request("lies"))
            await until_signalled(True)
            await until_signalled(False)
            await transport.send(request("lies as well"))
            for _ in range(2):  # the first one's connection ends with the second
                transport.knock()
                await until_signalled(True)
                assert (await peer.receive("shell"))["content"]["code"].startswith("lies")
            await transport.aclose()
            transport.knock()

    run(main())


@pytest.mark.parametrize("field", ["identity", "key", "address", "path", "loop"])
def test_what_cannot_be_opened_says_why_and_leaves_nothing_open(
    tcp: ConnectionInfo, tmp_path: Path, field: str
) -> None:
    async def main() -> None:
        identity = b"x" * 256 if field == "identity" else None
        if field == "key":
            tcp.curve_publickey = "short"
        elif field == "address":
            tcp.ip = "not an address"
        elif field == "path":
            tcp.transport, tcp.ip = "ipc", str(tmp_path / ("x" * 200))
        with pytest.raises(KernelwireError) as caught:
            ZmqTransport(tcp, identity=identity)
        assert "channel" in str(caught.value)

    if field == "loop":
        with pytest.raises(RuntimeError, match="no running event loop"):
            ZmqTransport(tcp)
    else:
        run(main())
