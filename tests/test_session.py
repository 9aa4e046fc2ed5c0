"""Which answers belong to which request, and when a request is done: without an event loop."""

from __future__ import annotations

import gc
import itertools
from typing import Any

import pytest

from jupyter_messages import (
    LATEST,
    CommMsg,
    ConnectRequest,
    CreateSubshellRequest,
    ExecuteReply,
    ExecuteRequest,
    HistoryRequest,
    InputReply,
    InputRequest,
    InterruptRequest,
    KernelInfoRequest,
    ShutdownReply,
    ShutdownRequest,
    Status,
    Stream,
    Unknown,
)
from kernelwire import KernelDied, LocalProtocolError
from kernelwire.session.requests import Request
from kernelwire.session.session import OTHERS, Session
from tests.answers import busy, idle, reply, said, text


def session() -> Session:
    return Session("s1", "ada", lambda: "2026-01-01T00:00:00Z")


def asked(of: Session, code: str = "1", **options: Any) -> Request[Any]:
    return of.request(ExecuteRequest(code), **options)


def test_a_request_is_a_whole_message() -> None:
    first, second = (asked(it) for it in itertools.repeat(session(), 2))
    header = first.message.header
    assert (header.session, header.username, header.date, header.version) == (
        "s1",
        "ada",
        "2026-01-01T00:00:00Z",
        LATEST,
    )
    assert header.msg_type == "execute_request"
    assert first.message.channel == "shell"
    assert first.msg_id != second.msg_id
    assert first.reply_type == "execute_reply"


@pytest.mark.parametrize(
    ("content", "channel"),
    [
        (KernelInfoRequest(), "shell"),
        (ShutdownRequest(False), "control"),  # on shell, it is deprecated
        (InterruptRequest(), "control"),
        (CreateSubshellRequest(), "control"),
        (CommMsg("c", {}), "shell"),
        (InputReply("x"), "stdin"),
        (ConnectRequest(), "shell"),
    ],
)
def test_each_type_travels_on_its_channel(content: Any, channel: str) -> None:
    assert session().request(content).message.channel == channel


def test_what_only_kernels_say_and_what_nobody_knows_is_refused() -> None:
    for content, why in [
        (Stream("stdout", "x"), "sent by kernels"),
        (Unknown("acme_request", {}), "say on which channel"),
        ({"code": "1"}, "no message type with the content dict"),
        (ExecuteRequest(5), "execute_request: /content/code must be a string"),  # type: ignore[arg-type]
        (HistoryRequest(True, "no", "tail"), "/content/raw"),  # type: ignore[arg-type]
    ]:
        with pytest.raises(LocalProtocolError, match=why):
            session().request(content)


def test_what_is_no_part_of_a_message_is_refused() -> None:
    wrong: list[dict[str, Any]] = [
        {"channel": "iopub"},
        {"channel": "sheel"},
        {"metadata": 5},
        {"buffers": 5},
    ]
    for options in wrong:
        with pytest.raises(LocalProtocolError):
            session().request(KernelInfoRequest(), **options)


def test_what_the_spec_merely_wants_is_sent() -> None:
    # history by range without stop: the spec wants it, kernels take it.
    assert session().request(HistoryRequest(False, True, "range", session=0, start=1))


@pytest.mark.parametrize("order", [*itertools.permutations(range(3))])
def test_done_is_reply_and_idle_in_any_order(order: tuple[int, ...]) -> None:
    it = session()
    request = asked(it)
    answers = [busy(request.message), reply(ExecuteReply(1), request.message), idle(request.message)]
    for seen, index in enumerate(order, 1):
        assert it.receive(answers[index]) is request
        assert request.over == ({1, 2} <= {*order[:seen]})
    assert [*request.unread] == [answers[index] for index in order]
    assert it.pending() == []


def test_answers_go_by_the_parents_msg_id_alone() -> None:
    it = session()
    one, two = asked(it), asked(it)
    answer = text("hi", two.message)
    assert answer.parent_header is not None
    answer.parent_header.session = "NA"
    answer.parent_header.msg_type = ""
    assert it.receive(answer) is two
    assert not one.unread


def test_comm_messages_are_done_when_idle() -> None:
    it = session()
    request = it.request(CommMsg("c", {}))
    it.receive(busy(request.message))
    assert not request.over
    assert not request.half
    it.receive(idle(request.message))
    assert request.over


def test_a_reply_of_an_unknown_type_is_found_by_its_name() -> None:
    it = session()
    request = it.request(Unknown("usage_request", {}), channel="control")
    it.receive(said(Unknown("usage_reply", {}), request.message, "control"))
    assert request.reply is not None


def test_a_reply_on_iopub_is_no_reply() -> None:
    it = session()
    request = it.request(ShutdownRequest(False))
    it.receive(said(ShutdownReply(False), request.message))
    assert request.reply is None
    it.receive(said(ShutdownReply(False), request.message, "shell"))  # asked on control: the spec allows both
    assert request.reply is not None


def test_late_output_is_kept_with_its_request_while_that_is_held() -> None:
    it = session()
    request = asked(it)
    message = request.message
    for answer in (reply(ExecuteReply(1), message), idle(message)):
        it.receive(answer)
    request.unread.clear()
    late = text("late", message)
    assert it.receive(late) is request
    assert [*request.unread] == [late]
    del request
    gc.collect()
    later = text("later", message)
    assert it.receive(later) is None
    assert [*it.others] == [later]


def test_what_is_nobodys_is_kept_for_others_up_to_a_bound() -> None:
    it = session()
    for number in range(OTHERS + 5):
        it.receive(text(str(number)))
    assert len(it.others) == OTHERS
    assert it.others[0].content == Stream("stdout", "5")
    assert it.receive(text("taken"), taken=True) is None
    assert it.others[-1].content != Stream("stdout", "taken")


def test_who_gave_up_keeps_nothing_and_disturbs_nobody() -> None:
    it = session()
    request = asked(it)
    it.receive(text("a", request.message))
    request.abandon()
    it.receive(text("b", request.message))
    assert not request.unread
    assert not it.others


@pytest.mark.parametrize("state", ["restarting", "autorestarting", "dead"])
def test_a_servers_word_that_the_kernel_is_gone_fails_what_is_under_way(state: Any) -> None:
    it = session()
    request = asked(it)
    it.receive(said(Status(state), request.message))
    assert not request.over, "a kernel's own word about a request is no server's"
    it.receive(said(Status(state)))
    assert isinstance(request.error, KernelDied)
    assert it.pending() == []


def test_a_dead_kernel_fails_everything_at_once_and_probes_are_forgotten() -> None:
    it = session()
    requests = [asked(it) for _ in range(5)]
    it.probe()
    error = KernelDied(-9, "boom")
    it.fail(error)
    assert [request.error for request in requests] == [error] * 5
    assert not it.probing
    assert all(not request.half or request.over for request in requests)


def test_what_could_not_be_sent_fails_alone() -> None:
    it = session()
    one, two = asked(it), asked(it)
    it.refuse(one, LocalProtocolError("no"))
    assert one.over
    assert not two.over


def test_an_answer_to_the_kernel_names_the_question() -> None:
    it = session()
    request = asked(it)
    question = said(InputRequest("? ", False), request.message, "stdin")
    answer = it.answer(question, InputReply("42"))
    assert answer.channel == "stdin"
    assert answer.parent_header == question.header
    assert answer.msg_type == "input_reply"
