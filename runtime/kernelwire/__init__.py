"""The Jupyter protocol for clients, kernels and gateways, on top of the typed contents of `jupyter_messages`.

`launch` and `connect` give a `Client` of one kernel; `Server` speaks to Jupyter servers. Each part of them is
there by itself: `Signer`, `decode_frames`, `encode_frames` between ZeroMQ multiparts and `Message`;
`list_kernelspecs`, `ConnectionInfo`, `KernelProcess`, `open_channel` for everything in between.
`judge_capture` says what is wrong with recorded messages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kernelwire import blocking
    from kernelwire.captures.capture import CaptureError
    from kernelwire.captures.judge import Settings, SettingsError
    from kernelwire.captures.judging import judge_capture
    from kernelwire.captures.verdicts import Summary, Verdict
    from kernelwire.client.client import Client
    from kernelwire.client.comms import Comm
    from kernelwire.client.connecting import connect, find_connection_file
    from kernelwire.client.exchange import Exchange, Execution
    from kernelwire.client.launching import launch
    from kernelwire.errors import (
        ConnectionClosed,
        KernelDied,
        KernelNotFound,
        KernelwireError,
        LocalProtocolError,
        RemoteProtocolError,
        ServerError,
    )
    from kernelwire.limits import Limits
    from kernelwire.local.commands import InstalledKernelspec
    from kernelwire.local.connection import ConnectionInfo
    from kernelwire.local.kernelspecs import find_kernelspec, list_kernelspecs
    from kernelwire.local.paths import runtime_dir
    from kernelwire.local.ports import find_ports
    from kernelwire.local.process import KernelProcess
    from kernelwire.server.rest import Server
    from kernelwire.session.outputs import Result
    from kernelwire.session.session import Session
    from kernelwire.transports import Gap, Transport
    from kernelwire.transports.zeromq.channels import open_channel
    from kernelwire.wire.dates import parse_date
    from kernelwire.wire.framing import decode_frames, encode_frames
    from kernelwire.wire.message import Message
    from kernelwire.wire.replay import ReplayWindow
    from kernelwire.wire.signing import Signer

__all__ = [
    "CaptureError",
    "Client",
    "Comm",
    "ConnectionClosed",
    "ConnectionInfo",
    "Exchange",
    "Execution",
    "Gap",
    "InstalledKernelspec",
    "KernelDied",
    "KernelNotFound",
    "KernelProcess",
    "KernelwireError",
    "Limits",
    "LocalProtocolError",
    "Message",
    "RemoteProtocolError",
    "ReplayWindow",
    "Result",
    "Server",
    "ServerError",
    "Session",
    "Settings",
    "SettingsError",
    "Signer",
    "Summary",
    "Transport",
    "Verdict",
    "blocking",
    "connect",
    "decode_frames",
    "encode_frames",
    "find_connection_file",
    "find_kernelspec",
    "find_ports",
    "judge_capture",
    "launch",
    "list_kernelspecs",
    "open_channel",
    "parse_date",
    "runtime_dir",
]

_LAZY = {
    "CaptureError": "captures.capture",
    "Client": "client.client",
    "Comm": "client.comms",
    "ConnectionClosed": "errors",
    "ConnectionInfo": "local.connection",
    "Exchange": "client.exchange",
    "Execution": "client.exchange",
    "Gap": "transports",
    "InstalledKernelspec": "local.commands",
    "KernelDied": "errors",
    "KernelNotFound": "errors",
    "KernelProcess": "local.process",
    "KernelwireError": "errors",
    "Limits": "limits",
    "LocalProtocolError": "errors",
    "Message": "wire.message",
    "RemoteProtocolError": "errors",
    "ReplayWindow": "wire.replay",
    "Result": "session.outputs",
    "Server": "server.rest",
    "ServerError": "errors",
    "Session": "session.session",
    "Settings": "captures.judge",
    "SettingsError": "captures.judge",
    "Signer": "wire.signing",
    "Summary": "captures.verdicts",
    "Transport": "transports",
    "Verdict": "captures.verdicts",
    "blocking": "blocking",
    "connect": "client.connecting",
    "decode_frames": "wire.framing",
    "encode_frames": "wire.framing",
    "find_connection_file": "client.connecting",
    "find_kernelspec": "local.kernelspecs",
    "find_ports": "local.ports",
    "judge_capture": "captures.judging",
    "launch": "client.launching",
    "list_kernelspecs": "local.kernelspecs",
    "open_channel": "transports.zeromq.channels",
    "parse_date": "wire.dates",
    "runtime_dir": "local.paths",
}
"""In which module each name is. It is loaded when the name is asked for: a command starts at once."""


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    try:
        module = import_module(f"kernelwire.{_LAZY[name]}")
    except ModuleNotFoundError as error:
        raise ImportError(f'kernelwire.{name} needs {error.name}: pip install "kernelwire[all]"') from error
    value = module if name == "blocking" else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
