"""Getting ready: nothing that a kernel says before is lost, and a second client gets there, too."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kernelwire
from jupyter_messages import IopubWelcome, KernelInfoReply, Status
from kernelwire import Client, ConnectionInfo, KernelwireError, Limits, LocalProtocolError
from tests.client import LIMIT, need, run, run_code, until, writes
from tests.test_launching import POSIX


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A runtime folder where there is one connection file only: that of the test's kernel."""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    yield tmp_path
    assert not [*tmp_path.glob("*")], "left behind"


def test_limits_of_a_launched_kernel_and_what_is_none(runtime: Path) -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3", limits=Limits(depth=20)) as client:
            assert (await client.execute("6 * 7")).status == "ok"
            code = "from IPython.display import publish_display_data as p\nx = 1\n"
            deep = f"{code}for _ in range(40): x = [x]\np({{'application/json': x}})"
            assert (await client.execute(deep)).outputs == []
        for opened in (kernelwire.launch, kernelwire.connect):
            with pytest.raises(LocalProtocolError, match="limits are kernelwire"):
                async with opened("python3", limits=5):  # type: ignore[arg-type]
                    pass

    run(scenario())


@pytest.mark.parametrize("transport", ["tcp", pytest.param("ipc", marks=POSIX)])
def test_a_file_whose_kernel_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, transport: str) -> None:
    """It says so, rather than wait: but for a file that is so new that its kernel may be starting."""
    monkeypatch.setattr("kernelwire.client.connecting._AGAIN", 0.01)
    file = tmp_path / "kernel-1.json"
    info = ConnectionInfo.new() if transport == "tcp" else ConnectionInfo.new_ipc(tmp_path)
    info.write(file)

    async def scenario() -> None:
        with pytest.raises(TimeoutError):
            async with kernelwire.connect(file, timeout=0.5):
                pass
        os.utime(file, (1e9, 1e9))
        with pytest.raises(KernelwireError, match=rf"nobody listens at {transport}:.*kernel-1\.json is gone"):
            async with kernelwire.connect(file, timeout=LIMIT):
                pass

    run(scenario())


class Bytes:
    """A path as `os.scandir(b".")` has them."""

    def __fspath__(self) -> bytes:
        return b"/"


def test_what_no_type_checker_has_seen() -> None:
    async def scenario() -> None:
        launch: Any = kernelwire.launch
        connect: Any = kernelwire.connect
        for opened, words in (
            (launch("python3", cwd=5), "cwd is the path of a folder, not 5"),
            (launch("python3", cwd=Bytes()), "cwd is the path of a folder, not <.*Bytes"),
            (launch("python3", env=["A=1"]), "env is a dict"),
            (launch("python3", env={"A": 5}), r"env\['A'\] is a str without zeros, not this int"),
            (launch("python3", env={"A": "1\0"}), r"env\['A'\] is a str without zeros"),
            *((launch("python3", env={name: "1"}), "names in env") for name in (5, "", "A=B", "A\0", b"A")),
            (launch("python3", messages=os), "messages is an imported package of kernelwire generate"),
            (launch("python3", timeout="5"), "timeout is a number of seconds or None, not '5'"),
            (connect(5), "where is a connection file, its content or a URL, not 5"),
            (connect(Bytes()), "where is a connection file, its content or a URL, not <.*Bytes"),
            (connect("http://127.0.0.1:1/api/kernels/1", token=5), "the token is a str, not int"),
            (connect("https://127.0.0.1:1/api/kernels/1", ssl=True), r"ssl is an ssl\.SSLContext, not True"),
        ):
            with pytest.raises(LocalProtocolError, match=words):
                async with opened:
                    pass
        with pytest.raises(KernelwireError, match="no connection file"):
            async with connect("x" * 9999):
                pass

    run(scenario())


def test_what_was_said_before_is_kept(runtime: Path) -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3") as client:
            assert isinstance(client.info, KernelInfoReply)
            seen = await until(client.others(), lambda message: isinstance(message.content, IopubWelcome))
            states = [each.content.execution_state for each in seen if isinstance(each.content, Status)]
            assert states in ([], ["starting"])  # nobody can hear what is said before the subscription

    run(scenario())


@pytest.mark.parametrize("kernel", ["python3", "xpython", "ir", "deno"])
def test_a_second_client_is_ready_and_each_hears_what_the_other_causes(runtime: Path, kernel: str) -> None:
    need(kernel)

    async def scenario() -> None:
        code = {"ir": "cat('a\\n')", "deno": "console.log('a')"}.get(kernel, "print('a')")
        async with kernelwire.launch(kernel) as first:
            [file] = runtime.glob("kernel-*.json")
            name = file.stem.removeprefix("kernel-")
            async with kernelwire.connect(name, timeout=LIMIT) as second:
                for one, other in ((first, second), (second, first)):
                    await one.execute(code).done(timeout=LIMIT)
                    await writes(other.others(), "a")
            assert (await first.execute(code).result(timeout=LIMIT)).status == "ok"

    run(scenario())


def test_a_second_client_is_ready_while_the_kernel_is_busy(runtime: Path) -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3") as first:
            code = "print('busy', flush=True)\nimport threading\nwake = threading.Event()\nwake.wait(60)"
            busy = first.execute(code)
            await writes(busy, "busy")
            [file] = runtime.glob("kernel-*.json")
            async with kernelwire.connect(file, timeout=LIMIT) as second:
                assert isinstance(second.info, KernelInfoReply)
                assert not busy.request.over
                async with first.subshell(timeout=LIMIT) as sub:
                    await run_code(sub, "wake.set()")
                await busy.done(timeout=LIMIT)
                assert await run_code(second, "print('mine')") == "mine\n"
                with pytest.raises(LocalProtocolError, match="somebody else"):
                    await second.restart()
                looping = second.execute("print('on', flush=True)\nwhile True: pass")
                await writes(looping, "on")
                await second.interrupt(timeout=LIMIT)
                assert (await looping.result(timeout=LIMIT)).status == "error"

    run(scenario())


def test_twenty_clients_at_once(runtime: Path) -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3"):
            [file] = runtime.glob("kernel-*.json")

            async def one(number: int) -> None:
                async with kernelwire.connect(file, timeout=LIMIT) as client:
                    assert await run_code(client, f"print({number})") == f"{number}\n"

            await asyncio.gather(*(one(number) for number in range(20)))

    run(scenario())


def test_where_there_is_no_kernel(runtime: Path) -> None:
    async def scenario() -> None:
        with pytest.raises(KernelwireError, match="no connection file 'nothing'"):
            async with kernelwire.connect("nothing"):
                raise AssertionError("there is none")
        with pytest.raises(TimeoutError, match=r"no answer of the kernel within 0\.2 s"):
            async with kernelwire.connect(kernelwire.ConnectionInfo.new(), timeout=0.2):
                raise AssertionError("there is none")

    run(scenario())


def test_others_may_be_asked_for_by_several_and_end_with_the_client(runtime: Path) -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3") as client:
            tasks = [asyncio.ensure_future(_all(client)) for _ in range(3)]
            await run_code(client, "print(1)")
        counts = [len(messages) for messages in await asyncio.gather(*tasks)]
        assert sum(counts) >= 1

    run(scenario())


async def _all(client: Client) -> list[object]:
    return [message async for message in client.others()]
