"""Free ports."""

from __future__ import annotations

import socket

import pytest

from kernelwire.errors import KernelwireError, LocalProtocolError
from kernelwire.local.ports import find_ports


@pytest.mark.parametrize(("ip", "family"), [("127.0.0.1", socket.AF_INET), ("::1", socket.AF_INET6)])
def test_ports_differ_and_can_be_bound(ip: str, family: socket.AddressFamily) -> None:
    ports = find_ports(ip, 50)
    assert len(set(ports)) == 50
    with socket.socket(family) as taken:
        taken.bind((ip, ports[0]))


@pytest.mark.parametrize("ip", ["*", "localhost", "[::1]"])
def test_names_and_all_addresses_will_do(ip: str) -> None:
    assert all(0 < port < 65536 for port in find_ports(ip))


def test_none_are_none() -> None:
    assert find_ports("127.0.0.1", 0) == []
    with pytest.raises(LocalProtocolError, match="not -1"):
        find_ports("127.0.0.1", -1)


@pytest.mark.parametrize("ip", ["192.0.2.1", "x" * 300, "ü" * 80, "a\0b"])
def test_an_address_that_is_not_ours_is_told(ip: str) -> None:
    with pytest.raises(KernelwireError, match="an address of this machine"):
        find_ports(ip, 2)


def test_a_port_in_use_is_not_found() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert server.getsockname()[1] not in find_ports("127.0.0.1", 500)
