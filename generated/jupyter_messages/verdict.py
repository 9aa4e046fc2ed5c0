# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""Is a message legal? The envelope and the content by their schemas, the rest by the tables."""

from __future__ import annotations

import re
from typing import Any, Literal

from .problems import Bounded, Full, Problem, is_object, shown
from .support import MessageType
from .tables import LATEST, SENT, VERSIONS, senders
from .validators import CONTENTS, DOCUMENTS

_ENOUGH = 1000
"""So many problems say why a content could not be read."""


def validate(
    message: Any,
    *,
    version: str | None = None,
    channel: str | None = None,
    sender: Literal["client", "kernel"] | None = None,
    limit: int | None = None,
) -> list[Problem]:
    """All that is wrong with a message; empty if it conforms.

    ``message`` is a dict of header, parent_header, metadata, content and, where there are any, buffers and channel, as a
    JSON parser gives it. It is judged by ``version`` of the protocol ("5.3"), or else by the one its header names.
    ``channel`` and ``sender`` are judged where they are given (``channel`` also where the message itself has one).
    With ``limit``, no more than so many problems are looked for, and memory stays bounded whatever the message holds.
    Raises ValueError for a ``version`` or ``sender`` that is not known.
    """
    if version is not None and version not in VERSIONS:
        raise ValueError(f"no protocol version {version!r}; there are {', '.join(VERSIONS)}")
    if sender not in ("client", "kernel", None):
        raise ValueError(f"the sender is 'client' or 'kernel', not {sender!r}")
    found: list[Problem] = [] if limit is None else Bounded(limit)
    try:
        _judge(message, version, channel, sender, found)
    except Full:
        pass
    return found


def _judge(
    message: Any, told: str | None, channel: Any, sender: str | None, found: list[Problem]
) -> None:
    header = message.get("header") if is_object(message) else None
    version = told or judged_by(header.get("version") if is_object(header) else None, found)
    documents = DOCUMENTS[version]
    documents["message"](message, "", found)
    if not is_object(header):
        return
    msg_type = header.get("msg_type")
    if not isinstance(msg_type, str):
        return
    judged = version if msg_type in VERSIONS[version] else _elsewhere(msg_type, version, found)
    if judged is None:
        return
    row = VERSIONS[judged][msg_type]
    if row.answers:
        documents["reply"](message, "", found)
    content = message.get("content")
    if is_object(content):
        CONTENTS[judged][msg_type](content, "/content", found)
    if row.deprecated:
        found.append(
            Problem(
                "warning",
                "/header/msg_type",
                "deprecated",
                f"{msg_type} is deprecated since {row.deprecated}",
            )
        )
    if channel is None:
        channel = message.get("channel")
        if not isinstance(channel, str) or (channel, "kernel") not in SENT:
            # There is none, or the envelope's schema has told already.
            if sender is not None and not any(
                sender in senders(row, each) for each in row.channels
            ):
                text = f"{msg_type} is sent by the {senders(row, row.channels[0])[0]}, not by the {sender}"
                found.append(Problem("error", "/header/msg_type", "sender", text))
            return
    _judge_channel(row, judged, channel, sender, found)


def validate_document(name: str, value: Any, *, version: str | None = None) -> list[Problem]:
    """All that is wrong with what is not a message: ``validate_document("connection_file", data)``.

    ``name`` is that of a schema file, or of a definition's class (debug_info_body): those of `decode_document` are among them.
    Without ``version``, the newest that has it judges. Raises KeyError for a name or version that is not known.
    """
    if version is None:
        version = next(
            (known for known in reversed(list(DOCUMENTS)) if name in DOCUMENTS[known]), LATEST
        )
    found: list[Problem] = []
    DOCUMENTS[version][name](value, "", found)
    return found


def judge_content(msg_type: str, content: Any, version: str | None = None) -> list[Problem]:
    """What is wrong with a content, as if it stood in a message of ``version``.

    Where that is not given or lacks the type, the newest that has it judges, drafts included: its class is made after that.
    No more than a thousand problems are looked for. Raises KeyError for a type or version that is not known.
    """
    found = Bounded(_ENOUGH)
    if version is None or msg_type not in CONTENTS[version]:
        version = next(
            (known for known in reversed(list(CONTENTS)) if msg_type in CONTENTS[known]), LATEST
        )
    judge = CONTENTS[version][msg_type]
    try:
        judge(content, "/content", found)
    except Full:
        pass
    return found


def judged_by(told: Any, found: list[Problem]) -> str:
    """The version that judges a message whose header names ``told``; says so where that is not the same."""
    if not isinstance(told, str):
        return LATEST
    if told in VERSIONS:
        return told
    match = re.match(r"(\d{1,9})\.(\d{1,9})(?=\.|$)", told)
    if match is None:
        return LATEST
    wanted = int(match[1]), int(match[2])
    known = [version for version in VERSIONS if tuple(map(int, version.split("."))) <= wanted]
    version = known[-1] if known else next(iter(VERSIONS))
    if version != f"{wanted[0]}.{wanted[1]}":
        text = f"no protocol version {shown(told)} is known; judged by {version}"
        found.append(Problem("warning", "/header/version", "version", text))
    return version


def _elsewhere(msg_type: str, version: str, found: list[Problem]) -> str | None:
    """The version that has a message type which ``version`` lacks; None if none has."""
    holders = [name for name in VERSIONS if msg_type in VERSIONS[name]]
    later = [name for name in _after(version) if name in holders]
    if later:
        judged, came = later[0], f"came with {later[0]}"
    elif holders:
        judged, came = holders[-1], f"went after {holders[-1]}"
    else:
        text = f"{shown(msg_type)} is no message type of the protocol"
        found.append(Problem("warning", "/header/msg_type", "msg_type", text))
        return None
    found.append(
        Problem(
            "warning",
            "/header/msg_type",
            "since",
            f"{msg_type} {came}; the message is of {version}",
        )
    )
    return judged


def _after(version: str) -> list[str]:
    """The versions that came after one."""
    names = list(VERSIONS)
    return names[names.index(version) + 1 :]


def _judge_channel(
    row: MessageType, version: str, channel: str, sender: str | None, found: list[Problem]
) -> None:
    allowed = senders(row, channel)
    if not allowed:
        rows = {name: VERSIONS[name].get(row.name) for name in _after(version)}
        later = [
            name for name, each in rows.items() if each is not None and channel in each.channels
        ]
        if later:
            text = f"{row.name} travels on {channel} since {later[0]}; the message is of {version}"
            found.append(Problem("warning", "/channel", "since", text))
        else:
            text = f"{row.name} travels on {' or '.join(row.channels)}, not on {shown(channel)}"
            found.append(Problem("error", "/channel", "channel", text))
    elif sender is not None and sender not in allowed:
        text = f"on {channel}, {row.name} is sent by the {allowed[0]}, not by the {sender}"
        found.append(Problem("error", "/channel", "sender", text))
    for on, since in row.deprecated_on:
        if on == channel:
            found.append(
                Problem(
                    "warning",
                    "/channel",
                    "deprecated",
                    f"{row.name} on {channel} is deprecated since {since}",
                )
            )
