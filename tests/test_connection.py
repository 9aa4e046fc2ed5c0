"""Connection files, against jupyter_client; who may read them; what is said of those that are wrong."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
import zmq
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

from jupyter_messages import validate_document
from kernelwire.errors import KernelwireError, LocalProtocolError, RemoteProtocolError
from kernelwire.local.connection import PORTS, ConnectionInfo
from kernelwire.local.paths import socket_folder
from kernelwire.wire.signing import Signer

KEY = "a0436f6c-1916-498b-8eb9-e81ab9368e84"


def info(**fields: Any) -> ConnectionInfo:
    given: dict[str, Any] = {
        "transport": "tcp",
        "ip": "127.0.0.1",
        "shell_port": 1,
        "control_port": 2,
        "stdin_port": 3,
        "iopub_port": 4,
        "hb_port": 5,
        "signature_scheme": "hmac-sha256",
        "key": KEY,
    }
    return ConnectionInfo(**(given | fields))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_jupyter_clients_files_are_read_and_written_again_as_they_were(tmp_path: Path) -> None:
    theirs = str(tmp_path / "kernel-1.json")
    write_connection_file(
        theirs, ip="127.0.0.1", key=KEY.encode(), kernel_name="python3", jupyter_session="x"
    )
    read = ConnectionInfo.read(theirs)
    assert read.key == KEY
    assert read.extra == {"kernel_name": "python3", "jupyter_session": "x"}
    read.write(tmp_path / "again.json")
    assert json.loads((tmp_path / "again.json").read_text()) == json.loads(Path(theirs).read_text())
    assert ConnectionInfo.read(tmp_path / "again.json") == read


@pytest.mark.parametrize("curve", [False, True])
def test_jupyter_client_reads_ours_and_connects_to_the_same(tmp_path: Path, curve: bool) -> None:
    ours = ConnectionInfo.new(curve=curve)
    ours.write(tmp_path / "kernel.json")
    assert validate_document("connection_file", json.loads((tmp_path / "kernel.json").read_text())) == []
    client = BlockingKernelClient()
    client.load_connection_file(str(tmp_path / "kernel.json"))
    assert client.session.key == ours.key.encode()
    assert (client.curve_publickey or b"").decode() == (ours.curve_publickey or "")
    theirs = {name: client._make_url(name) for name in ("shell", "control", "stdin", "iopub")}
    assert theirs | {"heartbeat": client._make_url("hb")} == {name: ours.url(name) for name in PORTS}
    client.context.term()


def test_a_new_one_is_like_no_other() -> None:
    first, second = ConnectionInfo.new(), ConnectionInfo.new()
    assert first.key != second.key
    assert len(first.key) >= 32
    assert len({getattr(first, name) for name in PORTS.values()}) == len(PORTS)


def test_curve_keys_are_a_pair() -> None:
    made = ConnectionInfo.new(curve=True)
    assert made.curve_publickey is not None
    assert made.curve_secretkey is not None
    assert zmq.curve_public(made.curve_secretkey.encode()).decode() == made.curve_publickey


def test_nobody_else_can_read_it_at_any_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    replace = os.replace

    def watched(source: str, target: str) -> None:
        seen.append(mode(Path(source)))
        assert not Path(target).exists()
        replace(source, target)

    monkeypatch.setattr(os, "replace", watched)
    before = os.umask(0)
    try:
        info().write(tmp_path / "jupyter" / "kernel.json")
    finally:
        os.umask(before)
    assert seen == [0o600]
    assert mode(tmp_path / "jupyter") == 0o700
    assert mode(tmp_path / "jupyter" / "kernel.json") == 0o600


def test_a_file_that_others_can_read_or_a_link_is_replaced_not_filled(tmp_path: Path) -> None:
    public = tmp_path / "public.json"
    public.write_text("{}")
    public.chmod(0o644)
    link = tmp_path / "link.json"
    link.symlink_to(public)
    with public.open() as others:
        info().write(link)
        info().write(public)
        assert others.read() == "{}"
    assert [mode(link), mode(public)] == [0o600, 0o600]
    assert not link.is_symlink()


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "folder", tmp_path / "a\0b", tmp_path / "folder" / ("x" * 300)):
        with pytest.raises(KernelwireError, match="cannot write"):
            info().write(path)
    assert [*tmp_path.iterdir()] == [tmp_path / "folder"]
    assert [*(tmp_path / "folder").iterdir()] == []


@pytest.mark.parametrize(
    ("ip", "url"),
    [
        ("127.0.0.1", "tcp://127.0.0.1:1"),
        ("", "tcp://127.0.0.1:1"),
        ("*", "tcp://127.0.0.1:1"),
        ("0.0.0.0", "tcp://127.0.0.1:1"),
        ("::", "tcp://[::1]:1"),
        ("::1", "tcp://[::1]:1"),
        ("[::1]", "tcp://[::1]:1"),
        ("fe80::1%eth0", "tcp://[fe80::1%eth0]:1"),
        ("kernels.example", "tcp://kernels.example:1"),
    ],
)
def test_urls_of_tcp(ip: str, url: str) -> None:
    assert info(ip=ip).shell_url == url


def test_every_channel_has_its_url() -> None:
    it = info(transport="ipc", ip="/run/k")
    urls = [it.shell_url, it.control_url, it.stdin_url, it.iopub_url, it.heartbeat_url]
    assert urls == [f"ipc:///run/k-{port}" for port in range(1, 6)] == [it.url(name) for name in PORTS]


def test_kernels_bind_where_they_are_told() -> None:
    assert info(ip="*", shell_port=0).bind_url("shell") == "tcp://*:*"
    assert info(ip="::").bind_url("shell") == "tcp://[::]:1"
    assert info(transport="ipc", ip="/run/k").bind_url("heartbeat") == "ipc:///run/k-5"


@pytest.mark.parametrize(
    ("fields", "channel", "match"),
    [
        ({}, "hb", "no channel 'hb'; there are shell, control, stdin, iopub, heartbeat"),
        ({"transport": "inproc"}, "shell", "must be tcp or ipc, not 'inproc'"),
        ({"shell_port": 0}, "shell", "the kernel has yet to pick one"),
    ],
)
def test_what_has_no_url_is_told(fields: dict[str, Any], channel: str, match: str) -> None:
    with pytest.raises(LocalProtocolError, match=match):
        info(**fields).url(channel)


def test_sockets_of_ipc_are_in_a_folder_of_their_own() -> None:
    folder = socket_folder()
    try:
        assert mode(folder) == 0o700
        made = ConnectionInfo.new_ipc(folder)
        assert made.heartbeat_url == f"ipc://{folder}/kernel-5"
        with zmq.Context() as context, context.socket(zmq.REP) as socket:
            socket.bind(made.bind_url("heartbeat"))
    finally:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def test_a_folder_too_deep_for_sockets_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / ("x" * 100)
    deep.mkdir()
    with pytest.raises(KernelwireError, match="use a folder with a shorter path"):
        ConnectionInfo.new_ipc(deep)
    monkeypatch.setattr("tempfile.tempdir", str(deep))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    folder = socket_folder()  # there is still /tmp
    assert len(str(folder)) < 100
    folder.rmdir()
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(KernelwireError, match="set TMPDIR"):
        socket_folder()


def test_the_key_signs() -> None:
    parts = [b"{}"] * 4
    assert info().signer().sign(parts) == Signer(KEY.encode()).sign(parts)
    with pytest.raises(LocalProtocolError, match="no signature scheme"):
        info(signature_scheme="none").signer()


def test_no_secret_is_in_a_repr() -> None:
    made = ConnectionInfo.new(curve=True)
    assert made.key not in repr(made)
    assert str(made.curve_secretkey) not in repr(made)
    assert "curve" in repr(made)
    assert "unsigned" in repr(info(key=""))


@pytest.mark.parametrize(
    ("change", "match"),
    [
        ({"shell_port": 70000}, "/shell_port must be at most 65535, not 70000"),
        ({"shell_port": "57503"}, "/shell_port must be an integer"),
        ({"ip": None}, "/ip must be a string, not null"),
        ({"curve_publickey": "short"}, "/curve_publickey"),
        ({"key": 12345678}, "/key must be a string$"),
        ({"curve_secretkey": "my-secret"}, "/curve_secretkey"),
    ],
)
def test_each_wrong_field_is_named_but_no_secret(tmp_path: Path, change: Any, match: str) -> None:
    path = tmp_path / "kernel.json"
    info().write(path)
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(RemoteProtocolError, match=match) as caught:
        ConnectionInfo.read(path)
    assert str(path) in str(caught.value)
    assert not any(secret in str(caught.value) for secret in (KEY, "12345678", "my-secret"))


def test_every_missing_field_is_named(tmp_path: Path) -> None:
    (tmp_path / "kernel.json").write_text("{}")
    with pytest.raises(RemoteProtocolError) as caught:
        ConnectionInfo.read(tmp_path / "kernel.json")
    required = ["transport", "ip", *PORTS.values(), "signature_scheme", "key"]
    assert all(repr(name) in str(caught.value) for name in required)


def test_a_file_that_is_being_written_is_told_from_one_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "kernel.json"
    info(extra={"nested": {"a": ["}", 1]}, "n": 12}).write(path)
    whole = path.read_bytes().rstrip()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(RemoteProtocolError, match="just starting may"):
            ConnectionInfo.read(path)
    path.write_bytes(whole)
    assert ConnectionInfo.read(path).ip == "127.0.0.1"


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b'{"ip": nothing}', "no JSON: Expecting value in line 1, column 8"),
        (b"[1]", "holds no JSON object"),
        (b"\xff\xfe{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b" " * 2_000_000, "over 1048576 bytes long"),
        (b'{"n": 1' + b"0" * 10_000 + b"}", "is wrong|no JSON"),
    ],
)
def test_what_is_no_connection_file_is_told(tmp_path: Path, data: bytes, match: str) -> None:
    (tmp_path / "kernel.json").write_bytes(data)
    with pytest.raises(RemoteProtocolError, match=match):
        ConnectionInfo.read(tmp_path / "kernel.json")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    info().write(tmp_path / "kernel.json")
    data = (tmp_path / "kernel.json").read_bytes()
    (tmp_path / "kernel.json").write_bytes(b"\xef\xbb\xbf" + data)
    assert ConnectionInfo.read(tmp_path / "kernel.json") == info()


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(KernelwireError, match="there is no connection file"):
        ConnectionInfo.read(tmp_path / "none.json")
    for path in (tmp_path, f"{tmp_path}/a\0b"):
        with pytest.raises(KernelwireError, match="cannot read the connection file"):
            ConnectionInfo.read(path)
