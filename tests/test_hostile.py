"""Peers that send whatever they like: each time our error or nothing, and the next good message comes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
import zmq

from kernelwire import Limits, Message, RemoteProtocolError
from kernelwire.local.connection import ConnectionInfo
from kernelwire.transports.zeromq.channels import open_channel
from kernelwire.transports.zeromq.transport import ZmqTransport
from tests.peer import CHANNELS, Peer, answer, request, run, sockets
from tests.test_zeromq import subscribe, tcp, text

__all__ = ["tcp"]  # a fixture

Frames = list[bytes]
LIMITS = Limits(max_parts=50, max_bytes=100_000)


def changed(at: int, frame: bytes) -> Callable[[Frames], Frames]:
    return lambda good: [*good[:at], frame, *good[at + 1 :]]


BAD: dict[str, tuple[Callable[[Frames], Frames], str]] = {
    "one empty frame": (lambda good: [b""], "no delimiter"),
    "a thousand bytes of nothing": (lambda good: [bytes(1000)], "no delimiter"),
    "the delimiter alone": (lambda good: good[:1], "no signature"),
    "truncated to the signature": (lambda good: good[:2], "no header"),
    "truncated in the middle": (lambda good: good[:4], "no metadata"),
    "truncated before the content": (lambda good: good[:5], "no content"),
    "without its delimiter": (lambda good: good[1:], "no delimiter"),
    "signed by nobody": (changed(1, b""), "is empty, but"),
    "signed by somebody else": (changed(1, b"0" * 64), "does not fit"),
    "signed in capitals": (lambda good: changed(1, good[1].upper())(good), "does not fit"),
    "another content": (changed(5, b'{"name": "stdout", "text": "evil"}'), "does not fit"),
    "another header": (changed(2, b"{}"), "does not fit"),
    "no JSON, unsigned": (changed(2, b"[" * 50_000), "does not fit"),
    "100,000 frames": (lambda good: [b""] * 100_000, "10000[01] frames, where 50 are allowed"),
    "100,000 buffers": (lambda good: [*good, *[b"x"] * 100_000], "1000(06|07) frames, where 50 are allowed"),
    "too many bytes in small frames": (lambda good: [*good, *[b"x" * 9000] * 40], "more than 100000 bytes"),
}


def resigned(peer: Peer, *parts: bytes) -> Frames:
    """Frames that the key's owner signed, but should not have."""
    return [b"<IDS|MSG>", peer.session.sign(list(parts)), *parts]


SIGNED = {
    "no JSON": [b"{", b"{}", b"{}", b"{}"],
    "a list": [b"[]", b"{}", b"{}", b"{}"],
    "no type": [b"{}", b"{}", b"{}", b"{}"],
    "deep": [b"[" * 20_000 + b"]" * 20_000, b"{}", b"{}", b"{}"],
    "not UTF-8": [b'"\xff', b"{}", b"{}", b"{}"],
    "empty": [b"", b"", b"", b""],
}


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_client_outlives_its_kernel(tcp: ConnectionInfo, channel: str) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp, limits=LIMITS)
        with Peer(tcp) as peer:
            await subscribe(transport, peer)
            for name, (spoil, reason) in BAD.items():
                peer.send(channel, spoil(peer.output("spoilt")))
                peer.send(channel, peer.output(f"after {name}"))
                with pytest.raises(RemoteProtocolError, match=reason):
                    await transport.receive()
                assert await text(transport) == f"after {name}"
            for name, parts in SIGNED.items():
                peer.send(channel, resigned(peer, *parts))
                peer.send(channel, peer.output(f"after {name}"))
                with pytest.raises(RemoteProtocolError, match="the header"):
                    await transport.receive()
                assert await text(transport) == f"after {name}"
            again = peer.output("once")
            peer.send(channel, again)
            peer.send(channel, again)
            peer.send(channel, peer.output("after a replay"))
            assert await text(transport) == "once"
            with pytest.raises(RemoteProtocolError, match="a replay"):
                await transport.receive()
            assert await text(transport) == "after a replay"
        await transport.aclose()

    run(main())


def test_bad_messages_on_all_channels_while_somebody_waits(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp, limits=LIMITS)
        with Peer(tcp) as peer:
            await subscribe(transport, peer)
            for channel in CHANNELS:
                for spoil, reason in [*BAD.values()][:12]:
                    receiving = asyncio.ensure_future(transport.receive())
                    await asyncio.sleep(0)
                    peer.send(channel, spoil(peer.output("spoilt")))
                    with pytest.raises(RemoteProtocolError, match=reason):
                        await receiving
            peer.send("iopub", peer.output("good"))
            assert await text(transport) == "good"
        await transport.aclose()

    run(main())


def test_a_heartbeat_may_answer_anything(tcp: ConnectionInfo) -> None:
    async def main(plain: Any) -> None:
        router = plain(zmq.ROUTER)
        router.bind(tcp.heartbeat_url)
        transport = ZmqTransport(tcp, limits=LIMITS)
        while not router.poll(0):
            await asyncio.sleep(0.001)
        client, *_ = router.recv_multipart()
        for frames in ([b""], [b"pong"], [b"", b"<IDS|MSG>"], [b""] * 100_000, [b"x" * 1000] * 300):
            router.send_multipart([client, *frames])
        before = transport.silent_for
        while transport.silent_for >= before:
            await asyncio.sleep(0.001)
        router.send_multipart([client, b"x" * 1_000_000])  # libzmq hangs up; the transport connects again
        other = client
        while other == client:
            while not router.poll(0):
                await asyncio.sleep(0.001)
            other, *rest = router.recv_multipart()
        router.send_multipart([other, *rest])
        await transport.aclose()

    with sockets() as plain:
        run(main(plain))


@pytest.mark.parametrize("channel", ["shell", "control", "stdin"])
def test_a_kernel_outlives_its_clients(tcp: ConnectionInfo, channel: Any) -> None:
    async def main(plain: Any) -> None:
        async with open_channel(tcp, channel, as_="kernel", limits=LIMITS) as kernel:
            with Peer(ConnectionInfo.new()) as writer:  # its session has another key
                for index, (spoil, _) in enumerate(BAD.values()):
                    dealer = plain(zmq.DEALER)
                    dealer.connect(tcp.url(channel))
                    dealer.send_multipart(spoil(writer.output("spoilt")))
                    with pytest.raises(RemoteProtocolError):
                        await kernel.receive()
                    async with open_channel(tcp, channel) as client:
                        await client.send(request(str(index)))
                        asked = await kernel.receive()
                        assert isinstance(asked, Message)
                        assert asked.content.code == str(index)
                    dealer.close(0)
            # Somebody who is gone: the message is dropped.
            await kernel.send(answer(asked.content, "execute_request", identities=[b"nobody"]))

    with sockets() as plain:
        run(main(plain))
