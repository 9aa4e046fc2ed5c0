"""Kernels of one's own: every way to start one, and what is said when that fails."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

import kernelwire
from kernelwire import ConnectionInfo, KernelDied, KernelNotFound, KernelwireError, LocalProtocolError
from kernelwire.local.commands import InstalledKernelspec
from kernelwire.local.kernelspecs import find_kernelspec, read_kernelspec
from tests.recording.kernels import installed

LIMIT = 60.0
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="sockets as files, and modes, are POSIX's")


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Jupyter's runtime folder, for this test alone."""
    folder = tmp_path / "runtime"
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(folder))
    return folder


def kernelspec(folder: Path, argv: list[str], **more: object) -> InstalledKernelspec:
    """A kernelspec of the test's own."""
    home = folder / "own"
    home.mkdir()
    (home / "kernel.json").write_text(
        json.dumps({"display_name": "Own", "language": "python", "argv": argv, **more}), encoding="utf-8"
    )
    return read_kernelspec(home)


def then_ipykernel(folder: Path, first: str) -> InstalledKernelspec:
    """An ipykernel that runs other code before it is one; ``sys.argv[2]`` is the connection file."""
    script = folder / "first.py"
    then = "os.execv(sys.executable, [sys.executable, '-m', 'ipykernel_launcher', *sys.argv[1:]])\n"
    script.write_text(f"import json, os, pathlib, socket, sys, zmq\n{first}{then}", encoding="utf-8")
    return kernelspec(folder, [sys.executable, str(script), "-f", "{connection_file}"])


async def runs(spec: InstalledKernelspec) -> None:
    async with kernelwire.launch(spec) as client:
        assert await six_times_seven(client) == "42"


async def six_times_seven(client: kernelwire.Client) -> str:
    result = await client.execute("6 * 7").result(timeout=LIMIT)
    text: str = result.outputs[0]["data"]["text/plain"]
    return text


def run(work: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 2 * LIMIT))


def test_its_connection_file_is_there_for_others_and_gone_afterwards(runtime: Path) -> None:
    async def work() -> None:
        async with kernelwire.launch("python3", cwd=runtime.parent, env={"KW_TEST": "7"}) as client:
            [path] = runtime.glob("kernel-*.json")
            if sys.platform != "win32":
                assert stat.S_IMODE(path.stat().st_mode) == 0o600
            assert ConnectionInfo.read(path).key
            code = "import os; print(os.getcwd(), os.environ['KW_TEST'])"
            result = await client.execute(code).result(timeout=LIMIT)
            assert result.outputs[0]["text"] == f"{runtime.parent} 7\n"
            for name in (path, path.name, path.stem.removeprefix("kernel-"), ConnectionInfo.read(path)):
                async with kernelwire.connect(name) as other:
                    assert await six_times_seven(other) == "42"
        assert [*runtime.iterdir()] == []

    run(work)


@POSIX
@pytest.mark.parametrize("kernel", ["python3", "bash", "ir"])
def test_ipc_leaves_no_sockets(kernel: str, runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if kernel not in installed():
        pytest.fail("not installed") if os.environ.get("CI") else pytest.skip(f"no kernelspec {kernel!r}")
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)

    async def work() -> None:
        async with kernelwire.launch(kernel, transport="ipc") as client:
            [path] = runtime.glob("kernel-*.json")
            info = ConnectionInfo.read(path)
            assert info.transport == "ipc"
            folder = Path(info.ip).parent
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
            assert len([*folder.iterdir()]) == 5
            await client.is_complete("1", timeout=LIMIT)
        assert not folder.exists()

    run(work)


@pytest.mark.skipif(
    sys.version_info < (3, 11), reason="ipykernel 7.3 and later, which encrypt, need Python 3.11"
)
def test_encrypted(runtime: Path) -> None:
    async def work() -> None:
        async with kernelwire.launch("python3", encrypt=True) as client:
            [path] = runtime.glob("kernel-*.json")
            info = ConnectionInfo.read(path)
            assert info.curve_publickey
            assert await six_times_seven(client) == "42"
            await client.restart(timeout=LIMIT)
            assert ConnectionInfo.read(path).curve_publickey == info.curve_publickey
            assert await six_times_seven(client) == "42"
            # Without the keys, nothing gets through.
            info.curve_publickey = info.curve_secretkey = None
            with pytest.raises(TimeoutError):
                async with kernelwire.connect(info, timeout=1.0):
                    pass

    run(work)


def test_who_cannot_encrypt_says_so(tmp_path: Path) -> None:
    async def work() -> None:
        with pytest.raises(KernelwireError, match="supported_encryption"):
            async with kernelwire.launch(kernelspec(tmp_path, ["python"]), encrypt=True):
                pass

    run(work)


def test_who_picks_its_ports_itself_tells_them(tmp_path: Path, runtime: Path) -> None:
    if "xpython" not in installed():
        pytest.fail("no xpython") if os.environ.get("CI") else pytest.skip("xeus-python is not installed")
    spec = find_kernelspec("xpython")
    spec.spec.kernel_protocol_version = "5.6"
    assert spec.registers

    async def work() -> None:
        async with kernelwire.launch(spec) as client:
            [path] = runtime.glob("kernel-*.json")
            before = ConnectionInfo.read(path)
            assert await six_times_seven(client) == "42"
            await client.restart(timeout=LIMIT)
            assert ConnectionInfo.read(path).shell_port != before.shell_port
            assert await six_times_seven(client) == "42"

    run(work)


def test_ports_that_somebody_takes_are_not_the_end(tmp_path: Path) -> None:
    # Somebody is quicker, twice at first, twice again later: the kernel says what kernels say then.
    spec = then_ipykernel(
        tmp_path,
        "count = pathlib.Path(sys.argv[0]).with_suffix('.count')\n"
        "tries = len(count.read_text()) if count.exists() else 0\n"
        "count.write_text('x' * (tries + 1))\n"
        "if tries in (0, 1, 3, 4): sys.exit('zmq.error.ZMQError: Address already in use (addr=...)')\n",
    )

    async def work() -> None:
        async with kernelwire.launch(spec) as client:
            assert await six_times_seven(client) == "42"
            assert client.connection_file
            before = ConnectionInfo.read(client.connection_file)
            await client.restart(timeout=LIMIT)
            assert ConnectionInfo.read(client.connection_file).shell_port != before.shell_port
            assert await six_times_seven(client) == "42"

    run(work)
    assert (tmp_path / "first.count").read_text(encoding="utf-8") == "x" * 6


def test_a_kernel_whose_port_is_taken_and_that_hangs_is_helped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As ipykernel 7 does where it is iopub's: here the kernel has it itself, from before it was one.
    monkeypatch.setattr("kernelwire.client.launched._HANGS", 0.5)
    spec = then_ipykernel(
        tmp_path,
        "again = pathlib.Path(sys.argv[0]).with_suffix('.again')\n"
        "if not again.exists():\n"
        "    again.touch()\n"
        "    somebody = socket.create_server(('127.0.0.1', json.load(open(sys.argv[2]))['iopub_port']))\n"
        "    somebody.set_inheritable(True)\n",
    )
    run(lambda: runs(spec))


def test_who_has_the_ports_before_the_kernel_is_not_taken_for_it(tmp_path: Path) -> None:
    # Nobody answers what is asked on shell, then on control, too; who was asked goes, and the kernel comes.
    spec = then_ipykernel(
        tmp_path,
        "with open(sys.argv[2]) as file: ports = json.load(file)\n"
        "with zmq.Context() as context:\n"
        "    strangers = [context.socket(zmq.ROUTER) for channel in ('shell', 'control')]\n"
        "    for stranger, channel in zip(strangers, ('shell', 'control')):\n"
        "        stranger.bind(f'tcp://127.0.0.1:{ports[channel + \"_port\"]}')\n"
        "    for stranger in strangers: stranger.recv_multipart()\n"
        "    for stranger in strangers: stranger.close(0)\n",
    )
    run(lambda: runs(spec))


@pytest.mark.parametrize("registers", [False, True])
def test_a_kernel_that_dies_at_once_says_why(tmp_path: Path, runtime: Path, registers: bool) -> None:
    code = "import sys; print('no licence', file=sys.stderr); sys.exit(3)"
    more = {"kernel_protocol_version": "5.6"} if registers else {}
    spec = kernelspec(tmp_path, [sys.executable, "-c", code, "{connection_file}"], **more)

    async def work() -> None:
        with pytest.raises(KernelDied, match=r"exit code 3.*\n.*no licence") as caught:
            async with kernelwire.launch(spec):
                pass
        assert (caught.value.exit_code, caught.value.stderr_tail.strip()) == (3, "no licence")

    run(work)
    assert [*runtime.iterdir()] == []


def test_a_kernel_that_says_nothing_is_timed_out_with_its_stderr(tmp_path: Path, runtime: Path) -> None:
    code = "import sys, time; print('still thinking', file=sys.stderr, flush=True); time.sleep(600)"
    spec = kernelspec(tmp_path, [sys.executable, "-c", code, "{connection_file}"])

    async def work() -> None:
        with pytest.raises(TimeoutError, match=r"no answer of the kernel within 3 s.*\n.*still thinking"):
            async with kernelwire.launch(spec, timeout=3):
                pass

    run(work)
    assert [*runtime.iterdir()] == []


def test_what_is_not_there_is_named_with_what_is(runtime: Path) -> None:
    async def work() -> None:
        with pytest.raises(KernelNotFound, match="python3"):
            async with kernelwire.launch("nope"):
                pass
        runtime.mkdir()
        (runtime / "kernel-77.json").write_text("{}", encoding="utf-8")
        with pytest.raises(KernelwireError, match=r"no connection file 'nope'.*kernel-77\.json"):
            async with kernelwire.connect("nope"):
                pass
        with pytest.raises(KernelwireError, match=r"must end in /api/kernels/<id>"):
            async with kernelwire.connect("http://127.0.0.1:1/"):
                pass

    run(work)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"kernel": None}, "kernel is the name"),
        ({"transport": "udp"}, "tcp or ipc"),
        ({"on_input": "Ada"}, "on_input is a function"),
        ({"messages": "acme_messages"}, "imported package"),
    ],
)
def test_wrong_arguments_are_told_before_anything_is_started(wrong: Any, why: str) -> None:
    async def work() -> None:
        with pytest.raises(LocalProtocolError, match=why):
            async with kernelwire.launch(**wrong):
                pass

    run(work)


async def _first(messages: AsyncIterator[kernelwire.Message]) -> kernelwire.Message:
    return await anext(messages)


def test_what_came_before_it_was_ready_is_kept() -> None:
    async def work() -> None:
        async with kernelwire.launch("python3") as client:
            first = await asyncio.wait_for(_first(client.others()), LIMIT)
            assert first.channel == "iopub"
            assert first.parent_msg_id == ""

    run(work)
