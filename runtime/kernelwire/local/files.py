"""JSON files of kernels: read with errors that say what to do, written for their owner's eyes only.

No schemas here: connection, kernelspecs and handshake know what is in their files.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from jupyter_messages import Problem
from kernelwire.errors import KernelwireError, RemoteProtocolError

_MAX_BYTES = 1 << 20  # a kernel.json or connection file has a few hundred


def read_object(path: str | os.PathLike[str], what: str) -> dict[str, Any]:
    """The JSON object in a file, which errors call ``what``: "connection file", say.

    Raises `KernelwireError` if the file cannot be read, `RemoteProtocolError` if it holds no JSON object, or
    only the beginning of one: whoever writes it may not be done yet.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        raise KernelwireError(f"there is no {what} {_shown(path)}") from None
    except (OSError, ValueError) as error:  # the latter for a path with a zero byte
        raise KernelwireError(f"cannot read the {what} {_shown(path)}: {_why(error)}") from None
    if len(data) > _MAX_BYTES:
        raise RemoteProtocolError(f"{_shown(path)} is no {what}: it is over {_MAX_BYTES} bytes long")
    try:
        text = data.decode("utf-8-sig")  # editors on Windows begin files with a byte order mark
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise RemoteProtocolError(f"the {what} {_shown(path)} {_broken(error)}") from None
    except (ValueError, RecursionError) as error:  # the former for what is no UTF-8, too
        raise RemoteProtocolError(f"the {what} {_shown(path)} is no JSON: {error}") from None
    if not isinstance(value, dict):
        raise RemoteProtocolError(f"the {what} {_shown(path)} holds no JSON object")
    return cast("dict[str, Any]", value)


def _broken(error: json.JSONDecodeError) -> str:
    if not error.doc.strip():
        return "is empty; a kernel that is just starting may not have written it yet"
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string"):
        return "ends in mid-JSON; a kernel that is just starting may still be writing it"
    return f"is no JSON: {error.msg} in line {error.lineno}, column {error.colno}"


def refuse(path: str | os.PathLike[str], what: str, problems: list[Problem], secrets: set[str]) -> None:
    """Raise `RemoteProtocolError` if errors are among the ``problems``; values of ``secrets``, names of
    fields, are not shown."""
    told = [_told(problem, secrets) for problem in problems if problem.severity == "error"]
    if told:
        raise RemoteProtocolError(f"the {what} {_shown(path)} is wrong: {'; '.join(told)}")


def _told(problem: Problem, secrets: set[str]) -> str:
    text = problem.message
    if problem.path[1:] in secrets:
        text = text.partition(", not ")[0]
    return f"{problem.path} {text}" if problem.path else f"it {text}"


def write_private(path: str | os.PathLike[str], value: dict[str, Any]) -> None:
    """Write a JSON object, in a file that nobody but its owner can read, not even for a moment (mode 0600).

    The file is there as a whole or not at all: readers never see half of it, and one that was there before
    stays until then. Its folder is made if it is missing, mode 0700. Raises `KernelwireError`.
    """
    target = Path(path)
    text = json.dumps(value, indent=1) + "\n"
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # mkstemp makes it anew, with mode 0600: nobody else has it open, and no link leads elsewhere.
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        try:
            with open(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
            os.replace(temporary, target)
        except BaseException:  # Ctrl-C, too, leaves no secret behind
            with suppress(OSError):
                os.unlink(temporary)
            raise
    except (OSError, ValueError) as error:
        raise KernelwireError(f"cannot write {_shown(path)}: {_why(error)}") from None


def _shown(path: str | os.PathLike[str]) -> str:
    return repr(os.fspath(path))


def _why(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
