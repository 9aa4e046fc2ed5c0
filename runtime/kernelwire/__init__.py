"""Signing, framing and judging of Jupyter messages, on top of the typed contents of `jupyter_messages`.

`Signer`, `decode_frames` and `encode_frames` go between ZeroMQ multiparts and `Message`; `judge_capture` says
what is wrong with recorded messages. No sockets yet: the parts here do no I/O, but for reading captures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kernelwire.errors import (
    ConnectionClosed,
    KernelDied,
    KernelNotFound,
    KernelwireError,
    LocalProtocolError,
    RemoteProtocolError,
)
from kernelwire.framing import decode_frames, encode_frames
from kernelwire.limits import Limits
from kernelwire.message import Message, parse_date
from kernelwire.replay import ReplayWindow
from kernelwire.signing import Signer

if TYPE_CHECKING:
    from kernelwire.capture import CaptureError
    from kernelwire.judge import Settings, SettingsError
    from kernelwire.judging import judge_capture
    from kernelwire.verdicts import Summary, Verdict

__all__ = [
    "CaptureError",
    "ConnectionClosed",
    "KernelDied",
    "KernelNotFound",
    "KernelwireError",
    "Limits",
    "LocalProtocolError",
    "Message",
    "RemoteProtocolError",
    "ReplayWindow",
    "Settings",
    "SettingsError",
    "Signer",
    "Summary",
    "Verdict",
    "decode_frames",
    "encode_frames",
    "judge_capture",
    "parse_date",
]

_LAZY = {
    "CaptureError": "capture",
    "Settings": "judge",
    "SettingsError": "judge",
    "Summary": "verdicts",
    "Verdict": "verdicts",
    "judge_capture": "judging",
}
"""What only those need who judge captures, and in which module it is."""


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"kernelwire.{_LAZY[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
