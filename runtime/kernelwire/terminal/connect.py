"""The command ``kernelwire connect``: what answers at a connection file or URL. It changes nothing there."""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from jupyter_messages import CommInfoReply, KernelInfoReply, encode_content
from kernelwire.client.client import Client
from kernelwire.client.connecting import KERNELS, connect, find_connection_file
from kernelwire.local.connection import PORTS, ConnectionInfo
from kernelwire.streams import printable
from kernelwire.terminal.opening import WHERE, carried_out, is_url, token

_ABOUT = f"""\
Show what answers there: which kernel, in which language, what it can do, how soon it answers. It is asked
what kernel it is and which comms are open, no more, and goes on as before.

WHERE is

{WHERE}  http://host:8888/base      a Jupyter server: the kernels that run there, and those that it can start
"""
_MORE = """\
exit codes:
  0  it answered
  2  nothing answered, or there is no such file: stderr says why

examples:
  kernelwire connect kernel-1234.json
  JUPYTER_TOKEN=… kernelwire connect http://localhost:8888/
"""
_PATIENCE = 2.0
"""Seconds after which a kernel that has answered already, on control, is called busy."""


class Answer(NamedTuple):
    """One line of what was found out."""

    name: str
    text: str
    """For people."""
    value: Any = None
    """For programs, as JSON has it; None where another line has it all."""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:  # pyright: ignore[reportPrivateUsage]
    """Add ``connect`` to a parser; it sets ``run(options) -> exit code``."""
    parser = commands.add_parser(
        "connect", description=_ABOUT, epilog=_MORE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("where", metavar="WHERE", help="a connection file or a URL")
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="for people, or one JSON object (default: text)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """``connect``: 0 it answered; 2 nothing did."""
    return carried_out(_run(options.where, options.format == "json"))


async def _run(where: str, as_json: bool) -> int:
    is_server = is_url(where) and KERNELS not in where
    answers = await (_server(where) if is_server else _kernel(where))
    if as_json:
        print(json.dumps({each.name: each.value for each in answers if each.value is not None}, indent=2))
        return 0
    width = max(len(answer.name) for answer in answers) + 2
    for answer in answers:
        for index, line in enumerate(answer.text.splitlines()):
            print(f"{'' if index else answer.name.replace('_', ' '):{width}}{printable(line)}".rstrip())
    return 0


async def _kernel(where: str) -> list[Answer]:
    file = None if is_url(where) else find_connection_file(where)
    info = None if file is None else ConnectionInfo.read(file)
    async with connect(file or where, token=token()) as client:  # of a file, it tells when its kernel is gone
        reply = client.info
        assert reply is not None, "a client that is ready knows its kernel"
        return [*_told(reply), *await _heard(client), *([] if info is None else _connection(info))]


def _told(reply: KernelInfoReply) -> Iterable[Answer]:
    name = f"{reply.implementation} {reply.implementation_version}, protocol {reply.protocol_version}"
    yield Answer("kernel_info", name, encode_content(reply))
    language = reply.language_info
    about = ", ".join(filter(None, (language.mimetype, language.file_extension)))
    yield Answer("language", f"{language.name} {language.version} ({about})")
    features = [*(reply.supported_features or ()), *(["debugger"] if reply.debugger else ())]
    yield Answer("features", ", ".join(dict.fromkeys(features)) or "none told")
    yield Answer("banner", reply.banner.strip())


async def _heard(client: Client) -> Iterable[Answer]:
    """How soon it answers, and its comms; a busy one tells neither."""
    start = time.perf_counter()
    try:
        await client.kernel_info(timeout=_PATIENCE)
        milliseconds = (time.perf_counter() - start) * 1e3
        reply = (await client.comm_info(timeout=_PATIENCE)).content
    except TimeoutError:
        return [Answer("answers", f"not within {_PATIENCE:g} s on shell: it is busy", {"shell_ms": None})]
    answers = [Answer("answers", f"within {milliseconds:.1f} ms", {"shell_ms": round(milliseconds, 2)})]
    if isinstance(reply, CommInfoReply):
        targets = Counter(comm.target_name for comm in reply.comms.values())
        told = ", ".join(f"{count} of {name}" for name, count in targets.most_common()) or "none"
        answers.append(Answer("comms", told, encode_content(reply)))
    return answers


def _connection(info: ConnectionInfo) -> Iterable[Answer]:
    urls = {channel: info.url(channel) for channel in PORTS}
    yield Answer("channels", "\n".join(f"{name:10}{url}" for name, url in urls.items()), urls)
    scheme = info.signature_scheme if info.key else None
    encrypted = info.curve_publickey is not None
    told = f"{f'signed ({scheme})' if scheme else 'not signed'}, {'' if encrypted else 'not '}encrypted"
    yield Answer("security", told, {"signature_scheme": scheme, "encrypted": encrypted})


async def _server(url: str) -> list[Answer]:
    from kernelwire.server.rest import Server

    async with Server(url, token()) as server:
        running, installed = await server.kernels(), await server.kernelspecs()
    names = [f"{name} (the default)" if name == installed.default else name for name in installed.kernelspecs]
    kernels = [f"{server.url}{KERNELS}{each.id}  {each.name}, {each.execution_state}" for each in running]
    return [
        Answer("server", server.url, server.url),
        Answer("running", "\n".join(kernels) or "no kernel", [each._asdict() for each in running]),
        Answer("installed", ", ".join(names) or "no kernel", [*installed.kernelspecs]),
    ]
