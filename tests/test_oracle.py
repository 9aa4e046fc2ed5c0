"""The emitted validators give jsonschema's verdict, at jsonschema's paths: all documents, all versions, good
and broken. `make oracle` compares as many more as one likes.
"""

from __future__ import annotations

import itertools
import json
import random
import types
from pathlib import Path
from typing import Any

import pytest

from jupyter_messages import validators
from kernelwire_codegen.load import Document, Json
from tests import campaign, oracle, spoil
from tests.recorded import exact

KEPT = Path(__file__).with_name("disagreements.jsonl")
CASES = [
    pytest.param(version, document, id=f"{version}-{document.stem}")
    for version, document in oracle.documents()
]
STRIDE = 6
"""A schema that is as in the version before is tried with every so many mutants."""


def disagreements(version: str, name: str, value: Any) -> list[Any]:
    """The mutants of a value on which the two do not agree."""
    return [
        mutant
        for mutant in spoil.mutants(value)
        if oracle.found(version, name, mutant) != oracle.failing(version, name, mutant)
    ]


def is_new(version: str, name: str) -> bool:
    """Whether the version changed the schema, or one that it refers to."""
    before = campaign.versions(name)[: campaign.versions(name).index(version)]
    return not before or exact(oracle.judge(version, name).schema) != exact(
        oracle.judge(before[-1], name).schema
    )


@pytest.mark.parametrize(("version", "document"), CASES)
def test_emitted_validators_agree_with_jsonschema(version: str, document: Document) -> None:
    broken = 0
    name = document.stem
    stride = 1 if is_new(version, name) else STRIDE
    for number, example in enumerate(document.schema.get("examples", [{}])):
        assert oracle.failing(version, name, example) == oracle.found(version, name, example) == set()
        for mutant in itertools.islice(spoil.mutants(example), number % stride, None, stride):
            expected = oracle.failing(version, name, mutant)
            assert oracle.found(version, name, mutant) == expected, f"{mutant!r}"
            broken += bool(expected)
    assert broken, "no mutant was illegal: this comparison could not have failed"


def test_a_small_campaign_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert campaign.main(["--comparisons", "5000", "--seed", "1"]) == 0, "see what it says"
    told = capsys.readouterr().out
    assert told.startswith("seed 1\n5,000 comparisons by ")
    assert all(f"{kind} " in told for kind in (*campaign.SHARES, "chance"))


def test_the_same_seed_gives_the_same_values() -> None:
    first, again, other = (
        [*itertools.islice(campaign.by_chance(random.Random(seed), campaign.corpus()), 50)]
        for seed in (1, 1, 2)
    )
    assert exact(first) == exact(again) != exact(other)


def test_what_once_did_not_agree_agrees() -> None:
    for line in KEPT.read_text("utf-8").splitlines():
        kept: Json = json.loads(line)
        if "field" in kept:
            continue  # of a schema that is none of ours: see test_own_types
        assert campaign.Campaign(0).judge(kept["version"], kept["document"], kept["value"]) == "", kept


# --- the comparison can fail ---

SOURCE = Path(validators.__file__).read_text(encoding="utf-8")


def dropped(function: str, number: int) -> types.ModuleType:
    """The emitted validators, with one check of one function left out."""
    begin = SOURCE.index(f"def {function}(")
    end = SOURCE.index("\n\n\n", begin)
    parts = SOURCE[begin:end].split("found.append(")
    body = "found.append(".join(parts[: number + 1]) + "(" + "found.append(".join(parts[number + 1 :])
    module = types.ModuleType("jupyter_messages.dropped")
    module.__package__ = "jupyter_messages"
    exec(compile(SOURCE[:begin] + body + SOURCE[end:], "dropped", "exec"), vars(module))
    return module


@pytest.mark.parametrize(
    ("function", "number", "name"),
    [
        ("stream_v5_0", 0, "stream"),
        ("stream_v5_0", 2, "stream"),
        ("header_v5_5", 5, "header"),
        ("history_request_v5_0", 5, "history_request"),
        ("debug_request_v5_5", 1, "debug_request"),
    ],
)
def test_a_check_that_is_left_out_is_noticed(
    monkeypatch: pytest.MonkeyPatch, function: str, number: int, name: str
) -> None:
    module = dropped(function, number)
    monkeypatch.setattr(oracle, "CONTENTS", module.CONTENTS)
    monkeypatch.setattr(oracle, "DOCUMENTS", module.DOCUMENTS)
    version = campaign.versions(name)[-1]
    assert any(disagreements(version, name, value) for _, value in campaign.examples(name))
    monkeypatch.undo()
    assert not any(disagreements(version, name, value) for _, value in campaign.examples(name))


def test_the_campaign_fails_and_shows_the_smallest_case(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(oracle, "CONTENTS", dropped("stream_v5_0", 1).CONTENTS)
    monkeypatch.setattr(campaign, "corpus", lambda: campaign.examples("stream"))
    monkeypatch.setattr(campaign, "generated", lambda *_: iter(()))
    assert campaign.main(["--comparisons", "200", "--seed", "1"]) == 1
    _, row, *_ = capsys.readouterr().out.splitlines()
    case = json.loads(row)
    assert case["document"] == "stream"
    assert len(case["value"]) <= 1
    assert "the emitted validator []" in case["why"] or "/text" in case["why"]
