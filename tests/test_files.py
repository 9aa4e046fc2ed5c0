"""What counts as a schema file, which folders are versions, and what of a file or folder is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.files import Folder, folders, number, read

VALUES = ['{"a": 1.5, "b": -7, "c": [true, null, "é", {}], "d": {"e": []}, "f": 1e3}', "{}"]


def nested(levels: int, is_list: bool) -> str:
    """JSON of so many levels of arrays, or of objects."""
    return "[" * levels + "]" * levels if is_list else '{"k":' * levels + "0" + "}" * levels


@pytest.mark.parametrize("text", [*VALUES, f'{{"a": {nested(63, True)}}}', nested(64, False)])
def test_a_file_is_what_json_says(tmp_path: Path, text: str) -> None:
    path = tmp_path / "thing.json"
    path.write_text(text, encoding="utf-8")
    file = read(path, "here/thing.json")
    assert repr(file.data) == repr(json.loads(text))
    assert (file.stem, file.shown) == ("thing", "here/thing.json")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[]", "a schema file holds one JSON object"),
        (b'"a"', "a schema file holds one JSON object"),
        (b'{"a": 1, "b": 2, "a": 1}', "the key 'a' stands twice in one object; remove one"),
        (b'{"a": {"b": 1, "b": 2}}', "the key 'b' stands twice in one object; remove one"),
        (b'{"a": %s}' % (b"1" * 5000), "an integer of 5000 digits is too long"),
        (b'{"a": NaN}', "NaN is no number that Python can hold"),
        (b'{"a": -Infinity}', "-Infinity is no number that Python can hold"),
        (b'{"a": -1e999}', "-1e999 is no number that Python can hold"),
        (b'{"a": "\xff"}', "not UTF-8 (byte 7); save the file as UTF-8"),
        (b'{"a": 1,\n  }', "not JSON: "),
        (b'{"a": %s}' % nested(64, True).encode(), "is nested more than 64 levels deep"),
        (nested(65, False).encode(), "is nested more than 64 levels deep"),
        (nested(5000, True).encode(), "is nested more than 64 levels deep"),
        (nested(5000, False).encode(), "is nested more than 64 levels deep"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_is_no_schema_file(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "thing.json"
    path.write_bytes(data)
    with pytest.raises(SchemaError) as caught:
        read(path, "here/thing.json")
    assert caught.value.problem.startswith(words)
    assert (caught.value.file, caught.value.pointer) == ("here/thing.json", "")


def test_where_json_ends_is_told(tmp_path: Path) -> None:
    path = tmp_path / "thing.json"
    path.write_text('{"a": 1,\n "b" 2}', encoding="utf-8")
    with pytest.raises(SchemaError, match=r"^x#: not JSON: .* in line 2, column 6$"):
        read(path, "x")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"^x#: cannot be read: Is a directory$"):
        read(tmp_path, "x")


def found(root: Path, *paths: str, oldest: str = "5.0") -> list[Folder]:
    for name in paths:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"at": name}), encoding="utf-8")
    return [*folders(root, oldest)]


def test_folders_of_versions_come_oldest_first(tmp_path: Path) -> None:
    root = tmp_path / "own"
    (root / "v5.3").mkdir(parents=True)
    some = found(root, "v5.10/b.json", "v5.10/a.json", "v5.9/protocol.json", "v5.9/c.json", "v4.20/d.json")
    assert [(each.version, [file.stem for file in each.documents]) for each in some] == [
        ("4.20", ["d"]), ("5.3", []), ("5.9", ["c"]), ("5.10", ["a", "b"]),
    ]  # fmt: skip
    assert [each.protocol and each.protocol.data for each in some] == [
        None, None, {"at": "v5.9/protocol.json"}, None,
    ]  # fmt: skip
    assert [file.shown for file in some[-1].documents] == ["own/v5.10/a.json", "own/v5.10/b.json"]


def test_what_is_no_folder_of_a_version_is_let_alone(tmp_path: Path) -> None:
    (tmp_path / "v5.7").write_text("", encoding="utf-8")
    others = (
        "notes/a.json",
        "v5/b.json",
        "v5.1.2/c.json",
        "xv5.1/d.json",
        "v5.1/notes.md",
        "vocabulary.json",
    )
    [folder] = found(tmp_path, *others, "v5.1/e.json")
    assert (folder.version, [file.stem for file in folder.documents]) == ("5.1", ["e"])


@pytest.mark.parametrize(
    ("paths", "versions"),
    [
        (("b.json", "a.json"), {"5.2": ["a", "b"]}),
        (("b.json", "v5.2/a.json", "v5.2/c.json"), {"5.2": ["a", "b", "c"]}),
        (("b.json", "v5.3/a.json"), {"5.2": ["b"], "5.3": ["a"]}),
        (("v5.3/a.json",), {"5.3": ["a"]}),
    ],
)
def test_files_beside_the_folders_are_of_the_oldest_version(
    tmp_path: Path, paths: tuple[str, ...], versions: dict[str, Any]
) -> None:
    some = found(tmp_path, *paths, oldest="5.2")
    assert {each.version: [file.stem for file in each.documents] for each in some} == versions


def test_where_there_is_nothing_to_read(tmp_path: Path) -> None:
    for root, words in ((tmp_path / "none", "no such folder; "), (tmp_path, "holds neither ")):
        with pytest.raises(SchemaError) as caught:
            found(root)
        assert (caught.value.file, caught.value.problem[: len(words)]) == (root, words)
    with pytest.raises(SchemaError, match="holds neither"):
        found(tmp_path, "vocabulary.json")


def test_versions_are_numbers() -> None:
    assert (number("5.10"), number("12.3")) == ((5, 10), (12, 3))
