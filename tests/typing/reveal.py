"""What type checkers know of the emitted package. Not run: mypy and pyright read it (``make types``)."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import assert_never, assert_type

from jupyter_messages import (
    MESSAGES,
    AbortedReply,
    CompleteReply,
    ErrorReply,
    ExecuteRequest,
    InputReply,
    InputRequest,
    Invalid,
    KernelInfoReply,
    LanguageInfo,
    MessageType,
    Problem,
    StdinContent,
    Stream,
    decode_content,
    validate,
)

assert_type(MESSAGES["stream"], MessageType)
assert_type(validate({}), list[Problem])
assert_type(decode_content("stream", {}), Stream | Invalid)
assert_type(decode_content("complete_reply", {}), CompleteReply | ErrorReply | AbortedReply | Invalid)
assert_type(Problem("error", "", "", "").severity, Literal["error", "warning"])


def fields(stream: Stream, request: ExecuteRequest, info: KernelInfoReply) -> None:
    assert_type(stream.name, Literal["stdout", "stderr"])
    assert_type(stream.extra, dict[str, Any])
    assert_type(request.user_expressions, dict[str, str])
    assert_type(info.language_info, LanguageInfo)
    assert_type(info.supported_features, list[str] | None)


def exhaustive(content: StdinContent) -> str:
    match content:
        case InputRequest(prompt=prompt):
            return prompt
        case InputReply(value=value):
            return value
        case _:
            assert_never(content)


def shapes(reply: CompleteReply | ErrorReply | AbortedReply) -> list[str]:
    match reply:
        case CompleteReply(matches=matches):
            return matches
        case ErrorReply(ename=ename):
            assert_type(ename, str)
            return [ename]
        case AbortedReply():
            return []
