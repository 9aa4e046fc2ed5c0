"""What is said of wrong arguments, which no type checker has seen, before anything is opened or sent."""

from __future__ import annotations

import os
from types import ModuleType

from kernelwire.errors import LocalProtocolError
from kernelwire.limits import Limits


def refuse_wrong(on_input: object, messages: object, limits: object) -> None:
    """What `kernelwire.launch` and `kernelwire.connect` both take. Raises LocalProtocolError."""
    refuse_no_function(on_input)
    if not (isinstance(messages, ModuleType) and hasattr(messages, "MESSAGES")):
        raise LocalProtocolError(f"messages is an imported package of kernelwire generate, not {messages!r}")
    if not isinstance(limits, Limits):
        raise LocalProtocolError(f"limits are kernelwire.Limits(...), not {limits!r}")


def is_path(value: object) -> bool:
    """Whether it is a path, or has one (`os.PathLike`): in str, for those of bytes are refused."""
    try:
        return isinstance(os.fspath(value), str)  # type: ignore[call-overload]
    except TypeError:
        return False


def refuse_no_function(on_input: object) -> None:
    """It would fail when the kernel asks. Raises LocalProtocolError."""
    if on_input is not None and not callable(on_input):
        raise LocalProtocolError(f"on_input is a function that takes an InputRequest, not {on_input!r}")
