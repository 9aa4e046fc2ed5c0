"""The handshake of 5.6: ours with ours, with real kernels of xeus, and with whoever else sends something."""

from __future__ import annotations

import asyncio
import json
import stat
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
import zmq

import kernelwire
from jupyter_messages import validate_document
from kernelwire.errors import KernelwireError, RemoteProtocolError
from kernelwire.local.connection import ConnectionInfo
from kernelwire.local.handshake import Registration, register
from kernelwire.local.kernelspecs import list_kernelspecs, read_kernelspec
from kernelwire.local.process import KernelProcess
from kernelwire.local.registration import RegistrationInfo, read_startup_file
from kernelwire.wire.framing import DELIMITER
from kernelwire.wire.signing import Signer

LIMIT = 60.0
PORTS = {"control_port": "1", "shell_port": "2", "stdin_port": "3", "iopub_port": "4", "hb_port": "5"}
T = TypeVar("T")


def with_registration(test: Callable[[Registration], Awaitable[T]], ip: str = "127.0.0.1") -> T:
    async def run() -> T:
        registration = Registration(ip)
        try:
            return await asyncio.wait_for(test(registration), LIMIT)
        finally:
            registration.close()
            registration.close()

    return asyncio.run(run())


@pytest.mark.parametrize("ip", ["127.0.0.1", "::1"])
def test_both_sides_agree(tmp_path: Path, ip: str) -> None:
    path = tmp_path / "jupyter" / "registration.json"

    async def kernel() -> ConnectionInfo:
        file = read_startup_file(path)
        assert isinstance(file, RegistrationInfo)
        info = ConnectionInfo(file.transport, ip, 11, 12, 13, 14, 15, file.signature_scheme, file.key)
        await register(file, info)
        return info

    async def both(registration: Registration) -> None:
        registration.file.write(path)
        told, known = await asyncio.gather(kernel(), registration.registered())
        assert told == known
        assert registration.refused is None

    with_registration(both, ip)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


XEUS = [name for name in ("xpython", "xpython-raw") if name in list_kernelspecs()]


@pytest.mark.parametrize("name", XEUS)
def test_kernels_of_xeus_register(tmp_path: Path, name: str) -> None:
    """Though their kernelspecs do not say that they can."""
    spec = list_kernelspecs()[name]
    path = tmp_path / "registration.json"

    async def launch(registration: Registration) -> None:
        registration.file.write(path)
        process = KernelProcess.start(spec.command(path), env=spec.environment(), cwd=tmp_path)
        try:
            info = await registration.registered()
            assert info.key == registration.file.key
            with zmq.Context() as context, context.socket(zmq.REQ) as socket:
                socket.linger = 0
                socket.connect(info.heartbeat_url)
                socket.send(b"ping")
                assert socket.poll(LIMIT * 1000)
                assert socket.recv() == b"ping"
            assert process.running, "it was not acknowledged"
        finally:
            await process.stop()

    assert not spec.registers
    with_registration(launch)


def test_the_file_is_as_xeus_reads_it_and_else_as_the_schema_says(tmp_path: Path) -> None:
    path = tmp_path / "registration.json"

    async def write(registration: Registration) -> RegistrationInfo:
        registration.file.write(path)
        return registration.file

    file = with_registration(write)
    raw = json.loads(path.read_text())
    assert raw.pop("ip") == "127.0.0.1"
    assert raw["registration_port"] == str(file.registration_port)
    raw["registration_port"] = int(raw["registration_port"])
    assert validate_document("registration_file", raw) == []
    path.write_text(json.dumps(raw))
    read = read_startup_file(path)  # a number is read as well
    assert (read, file.key in repr(read)) == (file, False)


@pytest.mark.parametrize("port", ["x", "", "-1", "99999", "٣", 1.5, None, 99999999999])
def test_a_wrong_registration_file_is_told(tmp_path: Path, port: object) -> None:
    path = tmp_path / "registration.json"
    raw = {"registration_port": port, "registration_ip": "127.0.0.1", "kernel_id": "1", "transport": "tcp"}
    path.write_text(json.dumps(raw | {"signature_scheme": "hmac-sha256", "key": 5}))
    with pytest.raises(RemoteProtocolError, match="/registration_port") as caught:
        read_startup_file(path)
    assert "/key must be a string" in str(caught.value)
    assert "not 5" not in str(caught.value)


def test_what_is_no_registration_file_is_a_connection_file(tmp_path: Path) -> None:
    info = ConnectionInfo.new()
    info.write(tmp_path / "connection.json")
    assert read_startup_file(tmp_path / "connection.json") == info


def hostile(signer: Signer, kernel_id: str) -> list[tuple[list[bytes], str]]:
    """What is no registration, and why not."""

    def signed(content: bytes) -> list[bytes]:
        return [DELIMITER, signer.sign([content]), content]

    def told(**change: object) -> list[bytes]:
        return signed(json.dumps({"kernel_id": kernel_id, **PORTS, **change}).encode())

    good = told()
    return [
        ([b""], "not a delimiter"),
        ([b"x"] * 5000, "not a delimiter"),
        ([DELIMITER], "not a delimiter"),
        (good[:2], "not a delimiter"),
        ([*good, b"buffer"], "not a delimiter"),
        ([DELIMITER, b"", good[2]], "signature"),
        ([DELIMITER, Signer(b"other").sign([good[2]]), good[2]], "signature"),
        ([DELIMITER, good[1], good[2] + b" "], "signature"),
        ([DELIMITER, b"\xff" * 64, good[2]], "signature"),
        (signed(b"{"), "no JSON"),
        (signed(b"[" * 60_000), "levels deep"),
        (signed(b"[]"), "the registration is wrong"),
        (signed(b"{}"), "another kernel"),
        (told(kernel_id="somebody"), "another kernel registered: 'somebody'"),
        (told(shell_port="0"), "/shell_port must be a port"),
        (told(shell_port="70000"), "/shell_port must be a port"),
        (told(shell_port=-1), "/shell_port must be a port"),
        (told(shell_port=["9"]), "/shell_port must be a string"),
        (told(hb_port="1" * 50_000), "/hb_port must be a port"),
    ]


def test_whatever_else_comes_is_refused_and_the_kernel_still_registers() -> None:
    async def attack(registration: Registration) -> None:
        signer = registration.file.signer()
        waiting = asyncio.create_task(registration.registered())
        with zmq.Context() as context, context.socket(zmq.DEALER) as socket:
            socket.linger = 0
            socket.connect(registration.file.url)
            for frames, why in hostile(signer, registration.file.kernel_id):
                registration.refused = None
                socket.send_multipart(frames)
                while registration.refused is None:
                    assert not waiting.done(), frames
                    await asyncio.sleep(0.005)
                assert why in str(registration.refused)
                assert len(str(registration.refused)) < 1000
            numbers = {name: int(port) for name, port in PORTS.items()}
            content = json.dumps({"kernel_id": registration.file.kernel_id, **numbers, "x": 1}).encode()
            socket.send_multipart([DELIMITER, signer.sign([content]), content])  # numbers will do
            info = await waiting
            assert (info.control_port, info.hb_port) == (1, 5)
            assert socket.poll(LIMIT * 1000)
            delimiter, signature, content = socket.recv_multipart()
            assert delimiter == DELIMITER
            assert signer.verify(signature, [content])
            json.loads(content)

    with_registration(attack)


def test_a_kernel_believes_nobody_but_its_launcher() -> None:
    async def run() -> None:
        with zmq.Context() as context, context.socket(zmq.ROUTER) as launcher:
            launcher.linger = 0
            port = launcher.bind_to_random_port("tcp://127.0.0.1")
            file = RegistrationInfo("1", "tcp", "127.0.0.1", port, "hmac-sha256", "secret")
            registering = asyncio.create_task(register(file, ConnectionInfo.new()))
            while not launcher.poll(0):
                await asyncio.sleep(0.005)
            identity = launcher.recv_multipart()[0]
            for frames in ([b"ACK"], [DELIMITER, b"", b"ACK"], [DELIMITER, Signer(b"x").sign([b"A"]), b"A"]):
                launcher.send_multipart([identity, *frames])
            done, _ = await asyncio.wait([registering], timeout=0.2)
            assert not done
            launcher.send_multipart(
                [identity, DELIMITER, file.signer().sign([b"ACK"]), b"ACK"]
            )  # as xeus does
            await asyncio.wait_for(registering, LIMIT)

    asyncio.run(run())


def test_where_nobody_can_listen_or_register_is_told() -> None:
    with pytest.raises(KernelwireError, match="cannot listen on '192"):
        Registration("192.0.2.1")
    file = RegistrationInfo("1", "tcp", "no address:", 5, "hmac-sha256", "secret")
    with pytest.raises(KernelwireError, match="cannot register at"):
        asyncio.run(register(file, ConnectionInfo.new()))


def test_launch_says_why_a_kernel_could_not_register(tmp_path: Path) -> None:
    code = (
        "import asyncio, dataclasses, sys\n"
        "from kernelwire import ConnectionInfo\n"
        "from kernelwire.local.handshake import register\n"
        "from kernelwire.local.registration import read_startup_file\n"
        "told = read_startup_file(sys.argv[1])\n"
        "asyncio.run(register(dataclasses.replace(told, kernel_id='another'), ConnectionInfo.new()))"
    )
    (tmp_path / "kernel.json").write_text(
        json.dumps(
            {
                "display_name": "Own",
                "language": "python",
                "argv": [sys.executable, "-c", code, "{connection_file}"],
                "kernel_protocol_version": "5.6",
            }
        ),
        encoding="utf-8",
    )

    async def run() -> None:
        with pytest.raises(TimeoutError, match=r"no answer of the kernel within 3 s; .*'another'"):
            async with kernelwire.launch(read_kernelspec(tmp_path), timeout=3):
                raise AssertionError("it is none of ours")

    asyncio.run(asyncio.wait_for(run(), LIMIT))
