"""The emitted validators and codecs against their oracles, on as many values as one likes (`make oracle`).

    python -m tests.campaign --comparisons 1000000 --seed 7

A comparison is one value, judged by one schema of one version: the emitted validator and jsonschema must
find the same paths wrong, by the same keywords. On the way every content must come out of its codec, and of
signed frames, as it went in. The values:

- ``corpus``: the examples of the schemas and all that the captures hold, by every version;
- ``mutants``: each of their shapes with one thing wrong, systematically (`tests.spoil`);
- ``drawn``: what the schemas themselves generate, and what lies around it (`tests.drawn`);
- ``messages``: whole messages, spoilt by chance, by the one schema for all of a version;
- ``chance``: all of these with up to four things wrong, by chance, until there are enough.

Exit code 0: all agree; 1: something does not, and is printed as a line for `tests/disagreements.jsonl`.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jupyter_messages import MESSAGES, VERSIONS, Invalid, decode_content, encode_content
from kernelwire import decode_frames, encode_frames
from kernelwire_codegen.load import Json
from tests import drawn, oracle, recorded, spoil
from tests.received import SIGNER, frames_of, part
from tests.recorded import exact

Case = tuple[str, str, Any]
"""A version, the document that judges, a value."""

SHARES = {"corpus": 0.06, "mutants": 0.4, "drawn": 0.03, "messages": 0.02}
"""How much of the comparisons each kind may take; chance takes the rest."""
ENOUGH = 20
"""So many disagreements say that something is wrong."""


@functools.cache
def corpus() -> list[tuple[str, Any]]:
    """The examples of all versions and what the captures hold, once: document and value."""
    every = {(name, exact(value)): value for name, value in [*examples(), *recorded.documents()]}
    return [(name, value) for (name, _), value in every.items()]


def examples(name: str = "") -> list[tuple[str, Any]]:
    """The examples of one document, or of all, in all versions."""
    return [
        (document.stem, example)
        for _, document in oracle.documents()
        for example in document.schema.get("examples", [{}])
        if not name or document.stem == name
    ]


@functools.cache
def versions(name: str) -> list[str]:
    """The versions that have a document."""
    return [version for version, document in oracle.documents() if document.stem == name]


def by_each_version(name: str, value: Any) -> Iterator[Case]:
    return ((version, name, value) for version in versions(name))


def shapes() -> list[tuple[str, Any]]:
    """One of each shape in the corpus."""
    some = ((name, recorded.pruned(value)) for name, value in corpus())
    return [*{(name, repr(recorded.shape(value))): (name, value) for name, value in some}.values()]


def mutants(wanted: int, chance: random.Random) -> Iterator[Case]:
    """About as many as are wanted, of all shapes alike, or all there are."""
    places = sum(len(versions(name)) * (1 + len([*spoil.paths(value)])) for name, value in shapes())
    share = wanted / (places * 27)  # so many mutants there are of a place
    for name, value in shapes():
        for mutant in spoil.mutants(value):
            yield from (case for case in by_each_version(name, mutant) if chance.random() < share)


def generated(wanted: int, chance: random.Random) -> Iterator[Case]:
    """What hypothesis-jsonschema makes of a schema: of as many documents as there is time for."""
    some = [(version, document.stem) for version, document in oracle.documents()]
    some = [*{exact(oracle.judge(*each).schema): each for each in some}.values()]
    chance.shuffle(some)
    each = max(25, min(100, wanted // (len(some) * 4)))
    for version, name in some:
        for value in drawn.values(version, name, each, chance.randrange(2**32)):
            yield from by_each_version(name, value)


def whole_messages(chance: random.Random) -> Iterator[Case]:
    """Recorded messages, spoilt, without end. A type that another version has is the tables' business."""
    plain = [{key: each[key] for key in each if key != "channel"} for each in recorded.messages()]
    while True:
        version = chance.choice([*VERSIONS])
        message = spoil.spoilt(chance.choice(plain), chance, plain)
        header = message.get("header") if isinstance(message, dict) else None
        msg_type = header.get("msg_type") if isinstance(header, dict) else None
        if not (isinstance(msg_type, str) and msg_type in MESSAGES and msg_type not in VERSIONS[version]):
            yield version, oracle.WHOLE, message


def by_chance(chance: random.Random, pool: Sequence[tuple[str, Any]]) -> Iterator[Case]:
    """Values of the pool, spoilt, without end; one in twenty judged by a schema that it was not made for."""
    by_name: dict[str, list[Any]] = {}
    for name, value in pool:
        by_name.setdefault(name, []).append(value)
    names = [*by_name]
    while True:
        name, other, another = (chance.choice(names) for _ in range(3))
        value = spoil.spoilt(chance.choice(by_name[name]), chance, by_name[other])
        judge = another if chance.random() < 0.05 else name
        yield chance.choice(versions(judge)), judge, value


@dataclass
class Campaign:
    """What was compared so far, and what did not agree."""

    seed: int
    comparisons: Counter[str] = field(default_factory=Counter[str])
    illegal: int = 0
    contents: int = 0
    schemas: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    disagreements: list[Json] = field(default_factory=list[Json])

    def run(self, wanted: int, show: Callable[[str], None] = lambda _: None) -> None:
        """Compare ``wanted`` values, or until enough do not agree; ``show`` is told how it goes."""
        chance = random.Random(self.seed)
        pool = corpus()
        share = {kind: int(part * wanted) for kind, part in SHARES.items()}
        everything = [case for name, value in pool for case in by_each_version(name, value)]
        chance.shuffle(everything)
        self._compare("corpus", share["corpus"], iter(everything), show)
        self._compare("mutants", share["mutants"], mutants(share["mutants"], chance), show)
        made: list[tuple[str, Any]] = []

        def kept(cases: Iterator[Case]) -> Iterator[Case]:
            for case in cases:
                made.append(case[1:])
                yield case

        self._compare("drawn", share["drawn"], kept(generated(share["drawn"], chance)), show)
        self._compare("messages", share["messages"], whole_messages(chance), show)
        rest = wanted - self.comparisons.total()
        self._compare("chance", rest, by_chance(chance, [*pool, *made]), show)

    def _compare(self, kind: str, wanted: int, cases: Iterator[Case], show: Callable[[str], None]) -> None:
        for case in itertools.islice(cases, wanted):
            if len(self.disagreements) >= ENOUGH:
                return
            self.comparisons[kind] += 1
            self.schemas.add(case[:2])
            if self.judge(*case):
                self.disagreements.append(self._smallest(*case))
            if not self.comparisons.total() % 500:
                show(f"{self.comparisons.total():,} compared, now {kind}")

    def _smallest(self, version: str, name: str, value: Any) -> Json:
        value = spoil.shrunk(value, lambda smaller: bool(self.judge(version, name, smaller)))
        why = self.judge(version, name, value)
        return {"version": version, "document": name, "value": value, "why": why}

    def judge(self, version: str, name: str, value: Any) -> str:
        """What does not agree on one value; nothing as a rule."""
        expected = oracle.failing(version, name, value)
        self.illegal += bool(expected)
        try:
            if (found := oracle.found(version, name, value)) != expected:
                return f"jsonschema finds {sorted(expected)}, the emitted validator {sorted(found)}"
            if name in MESSAGES:
                self.contents += 1
                return unfaithful(name, value, legal=not expected and version == [*VERSIONS][-1])
        except Exception as error:  # whatever is raised is a finding
            return f"{type(error).__name__}: {error}"
        return ""

    def told(self) -> str:
        """The numbers, for people."""
        total = self.comparisons.total()
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in self.comparisons.items())
        return (
            f"{total:,} comparisons by {len(self.schemas)} schemas ({kinds}); {self.illegal:,} were illegal\n"
            f"{self.contents:,} contents went through their codec and through signed frames\n"
            f"{len(self.disagreements)} disagreements (seed {self.seed})"
        )


def unfaithful(msg_type: str, value: Any, *, legal: bool) -> str:
    """What became of a content on its way through the codec, or through frames; nothing if it is the same."""
    before = exact(value)
    content = decode_content(msg_type, value)
    if exact(encode_content(content)) != before or exact(value) != before:
        return "decode_content and encode_content do not give back what came"
    if legal and isinstance(content, Invalid):
        return "is legal, and cannot be read"
    if isinstance(value, dict):
        parts = [part({"msg_id": "1", "msg_type": msg_type}), b"{}", b"{}", part(value)]
        frames = frames_of(parts, b"\0", topic=(b"topic",))
        message = decode_frames(frames, SIGNER)
        if exact(encode_content(message.content)) != before:
            return "decode_frames reads another content"
        if encode_frames(message, SIGNER) != frames:
            return "encode_frames does not give back the bytes"
    return ""


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.campaign", description=(__doc__ or "").partition("\n\n")[0]
    )
    parser.add_argument("--comparisons", type=int, default=1_000_000, metavar="N", help="how many (1000000)")
    parser.add_argument("--seed", type=int, metavar="S", help="for the same values again (default: any)")
    options = parser.parse_args(arguments)
    seed = random.SystemRandom().randrange(2**32) if options.seed is None else options.seed
    print(f"seed {seed}", flush=True)
    campaign = Campaign(seed)
    began = time.monotonic()

    def show(text: str) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{text} in {time.monotonic() - began:.0f} s")

    try:
        campaign.run(options.comparisons, show)
        code = 1 if campaign.disagreements else 0
    except KeyboardInterrupt:
        code = 130
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    for row in campaign.disagreements:
        print(json.dumps(row))
    print(campaign.told(), f"{time.monotonic() - began:.0f} s", sep="\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
