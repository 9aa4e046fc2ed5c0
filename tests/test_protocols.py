"""What of a protocol.json is refused, and how."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernelwire_codegen.errors import SchemaError
from tests.test_loading import ERROR, LATER, OLD, TEXT, loaded, protocol, refused

REFUSED: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    # files that are other, one's own, place, problem
    "to remove what is ours": (
        LATER, {"t": TEXT, "v7.2/protocol": {"removes": ["urn:kernelwire:a"]}},
        "own0/v7.2/protocol.json#/removes/0",
        "'urn:kernelwire:a' is not of this folder: it stays"),
    "a status of one's own": (
        {}, {"t": TEXT, "protocol": {"status": "draft"}}, "own0/protocol.json#/status",
        "7.1 is 'final'; say that, or leave it out"),
    "a fact that is none": (
        protocol(**{"remove": []}), {}, "schemas/v7.1/protocol.json#",
        "'remove' is not known; there are version, status, description, removes, reply_shapes"),
    "a shape that is gone": (
        {"v7.2/protocol": {**LATER["v7.2/protocol"], "removes": ["urn:kernelwire:parts"]}}, {},
        "schemas/v7.2/protocol.json#/reply_shapes/error",
        "'urn:kernelwire:parts#/$defs/Error' leads nowhere in version 7.2"),
    **{
        f"a shape {ref}": (
            protocol(reply_shapes={"error": ref}), {}, "schemas/v7.1/protocol.json#/reply_shapes/error",
            f"{ref!r} {problem}")
        for ref, problem in (
            ("urn:kernelwire:parts#/$defs/Nope", "leads nowhere in version 7.1"),
            ("urn:kernelwire:parts#/description/x", "leads nowhere in version 7.1"),
            ("nonsense", "leads nowhere in version 7.1"),
            ("urn:kernelwire:a", "must lead to an object with a 'title', which is its class"),
        )
    },
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(tmp_path: Path, name: str) -> None:
    refused(tmp_path, *REFUSED[name])


def test_ones_own_need_not_say_what_ours_says(tmp_path: Path) -> None:
    own = {"t": TEXT, "v7.2/protocol": {"removes": ["urn:own:t"]}}
    old, new = loaded(tmp_path, {**OLD, **LATER}, own).versions.values()
    assert (new.status, {*old.documents} - {*new.documents}) == ("final", {"urn:own:t"})


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ({"removes": 5}, "/removes: must be a list of $ids"),
        ({"removes": {}}, "/removes: must be a list of $ids"),
        ({"removes": ["urn:kernelwire:a", {}]}, "/removes: must be a list of $ids"),
        ({"reply_shapes": 5}, "/reply_shapes: must be an object: a $ref by status"),
        ({"reply_shapes": ["error"]}, "/reply_shapes: must be an object: a $ref by status"),
        ({"reply_shapes": {"aborted": 5, **ERROR}}, "/reply_shapes: must be an object: a $ref by status"),
    ],
)
def test_facts_of_another_kind(tmp_path: Path, facts: dict[str, Any], place: str) -> None:
    with pytest.raises(SchemaError) as caught:
        loaded(tmp_path, {**OLD, **protocol(**facts)})
    assert str(caught.value) == f"schemas/v7.1/protocol.json#{place}"
