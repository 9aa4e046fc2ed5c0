"""What emitted converters stand on: which values a field may be sent as, and how they are sent again."""

from __future__ import annotations

from typing import Any

import pytest

from jupyter_messages import Invalid, Stream, Unknown
from jupyter_messages.problems import ABSENT
from jupyter_messages.support import Unreadable, holds, lax, odd, restore
from tests.recorded import exact

BEFORE = (("g", ABSENT, 1),)


@pytest.mark.parametrize(
    ("value", "default", "whole", "reading"),
    [
        *((ABSENT, default, False, default) for default in ("", 0, True, {}, [], {"a": 1}, [1])),
        *((None, default, False, default) for default in ("", 0, True, {}, [], None)),
        *(([], default, False, default) for default in ({}, {"a": 1}, None)),
        *((1.0, default, True, 1) for default in (0, None)),
        (-0.0, 0, True, 0),
        (1e300, 0, True, int(1e300)),
    ],
)
def test_what_says_nothing_reads_as_the_default_and_is_noted(
    value: Any, default: Any, whole: bool, reading: Any
) -> None:
    for reader in (odd, lax):
        read, sent = reader("f", value, default, BEFORE, whole)
        assert exact(read) == exact(reading)
        assert sent == (*BEFORE, ("f", value, reading))
        assert sent[1][1] is value
        assert isinstance(read, (dict, list)) is (sent[1][2] is not read), "what is edited is no record"


def test_a_field_that_may_be_absent_and_is_leaves_no_note() -> None:
    assert odd("f", ABSENT, None, BEFORE) == lax("f", ABSENT, None, BEFORE) == (None, BEFORE)


@pytest.mark.parametrize(
    ("value", "default", "whole"),
    [
        *(([], default, False) for default in ("", 0, True, [])),
        *((value, "", False) for value in (1.0, 1, True, {}, [1], "x")),
        *((value, 0, True) for value in (1.5, True, "1", [], {}, float("inf"), float("nan"))),
        *((value, 0, False) for value in (1.0, 1.5)),
        *((value, {}, False) for value in ([1], [[]], {}, "", 0, False)),
        *((value, None, False) for value in ("", 0, False, {}, 1.0)),
        *((value, None, True) for value in ("", False, {}, 1.5)),
    ],
)
def test_what_cannot_be_read_is_an_error_or_the_default_where_nothing_may_fail(
    value: Any, default: Any, whole: bool
) -> None:
    with pytest.raises(Unreadable, match=r"^f$"):
        odd("f", value, default, BEFORE, whole)
    assert lax("f", value, default, BEFORE, whole) == (default, (*BEFORE, ("f", value, default)))


def test_a_number_is_whole_only_where_that_is_said() -> None:
    with pytest.raises(Unreadable):
        odd("f", 1.0, "", ())
    assert lax("f", 1.0, "", ()) == ("", (("f", 1.0, ""),))


@pytest.mark.parametrize(
    ("raw", "sent", "restored"),
    [
        ({"f": 1}, (("f", 1.0, 1),), {"f": 1.0}),
        ({"f": 2}, (("f", 1.0, 1),), {"f": 2}),
        ({"f": 0}, (("f", ABSENT, 0),), {}),
        ({"f": 1}, (("f", ABSENT, 0),), {"f": 1}),
        ({"f": {}}, (("f", None, {}),), {"f": None}),
        ({}, (("f", None, None),), {"f": None}),
        ({"f": 1}, (("f", None, None),), {"f": 1}),
        ({"f": 1, "g": "", "h": {}}, (("f", None, 0), ("g", ABSENT, ""), ("h", [], {})), {"f": 1, "h": []}),
    ],
)
def test_what_was_sent_is_sent_again_unless_it_was_changed(raw: Any, sent: Any, restored: Any) -> None:
    restore(raw, sent)
    assert exact(raw) == exact(restored)


@pytest.mark.parametrize(
    ("value", "container", "item", "fits"),
    [
        *((value, list, str, True) for value in ([], ["a"], ["a", ""])),
        *((value, list, str, False) for value in (["a", 1], [1, "a"], [None], {}, {"a": "a"}, "ab", None)),
        *((value, dict, int, True) for value in ({}, {"a": 1}, {"a": 1, "b": 2}, {"a": 1.0, "b": 2})),
        *((value, dict, int, False) for value in ({"a": 1, "b": ""}, {"a": True}, {"a": 1.5}, [], [1], 1)),
        *((value, list, int, False) for value in ([1.0, "a"], ["a", 1.0], [True, 1.0])),
        *((value, list, float, True) for value in ([], [1], [1, 2.5])),
        *((value, list, float, False) for value in ([1, ""], [2.5, True], ["", 1], [True], {"a": 1.0})),
    ],
)
def test_a_container_holds_one_type_alone(value: Any, container: Any, item: Any, fits: bool) -> None:
    assert holds(value, container, item) is fits


def test_objects_have_no_field_but_their_own() -> None:
    for made in (Stream("stdout", ""), Unknown("x", {}), Invalid("x", {}, [])):
        assert not hasattr(made, "__dict__")
