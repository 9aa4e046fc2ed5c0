"""The emitted validators give jsonschema's verdict, at jsonschema's paths: all documents, all versions, good
and broken.
"""

from __future__ import annotations

import pytest

from kernelwire_codegen.load import Document
from tests.oracle import documents, failing, found, mutants

CASES = [
    pytest.param(version, document, id=f"{version}-{document.stem}") for version, document in documents()
]


@pytest.mark.parametrize(("version", "document"), CASES)
def test_emitted_validators_agree_with_jsonschema(version: str, document: Document) -> None:
    broken = 0
    for example in document.schema.get("examples", [{}]):
        assert failing(version, document.stem, example) == found(version, document.stem, example) == set()
        for mutant in mutants(example):
            expected = failing(version, document.stem, mutant)
            assert found(version, document.stem, mutant) == expected, f"{mutant!r}"
            broken += bool(expected)
    assert broken, "no mutant was illegal: this comparison could not have failed"
