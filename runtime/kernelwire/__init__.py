"""Signing, framing and judging of Jupyter messages, on top of the typed contents of `jupyter_messages`.

`Signer`, `decode_frames` and `encode_frames` go between ZeroMQ multiparts and `Message`; `judge_capture` says
what is wrong with recorded messages. No sockets yet: the parts here do no I/O, but for reading captures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kernelwire.capture import CaptureError
    from kernelwire.errors import (
        ConnectionClosed,
        KernelDied,
        KernelNotFound,
        KernelwireError,
        LocalProtocolError,
        RemoteProtocolError,
    )
    from kernelwire.framing import decode_frames, encode_frames
    from kernelwire.judge import Settings, SettingsError
    from kernelwire.judging import judge_capture
    from kernelwire.limits import Limits
    from kernelwire.message import Message, parse_date
    from kernelwire.replay import ReplayWindow
    from kernelwire.signing import Signer
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
    "ConnectionClosed": "errors",
    "KernelDied": "errors",
    "KernelNotFound": "errors",
    "KernelwireError": "errors",
    "Limits": "limits",
    "LocalProtocolError": "errors",
    "Message": "message",
    "RemoteProtocolError": "errors",
    "ReplayWindow": "replay",
    "Settings": "judge",
    "SettingsError": "judge",
    "Signer": "signing",
    "Summary": "verdicts",
    "Verdict": "verdicts",
    "decode_frames": "framing",
    "encode_frames": "framing",
    "judge_capture": "judging",
    "parse_date": "message",
}
"""In which module each name is. It is loaded when the name is asked for: a command starts at once."""


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"kernelwire.{_LAZY[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
