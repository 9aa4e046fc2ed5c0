"""What moves messages between here and one kernel. Each module has its one library; no client, no session.

A transport reads and writes whole messages; which request one answers, it does not know. A client has one
task that calls `Transport.receive` again and again, so a transport needs no locks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from kernelwire.wire.message import Message


@dataclass(frozen=True, slots=True)
class Gap:
    """The connection was broken and is there again; what was said meanwhile may be missing."""

    reason: str
    """What broke it, for people."""


class Transport(Protocol):
    """One connection to one kernel, all channels of it."""

    async def send(self, message: Message[Any]) -> None:
        """Send on the channel that the message names.

        Raises LocalProtocolError for what cannot be written; nothing of it has left then. ConnectionClosed
        after the end of the connection.
        """
        ...

    async def receive(self) -> Message[Any] | Gap:
        """The next message from any channel, in the order of each; `Gap` after a broken connection.

        Raises

        - RemoteProtocolError for a message that is none: that one is lost, the next call goes on;
        - KernelDied where the transport sees the kernel's end: another one may come in its place, the next
          call waits for it;
        - ConnectionClosed when nothing will ever come again.

        May be cancelled at any time; no message is lost by it.
        """
        ...

    def knock(self) -> None:
        """Have the kernel look whether something lies there that it has not read, if there is a way to."""
        ...

    async def aclose(self) -> None:
        """Close it, at once and for good; what was sent has been handed to the system. Again: nothing."""
        ...
