"""The dataclasses, through datamodel-code-generator with the template ``dataclass.jinja2``.

It is given one document whose definitions are the classes of the model, each field already under its Python
name and with its final type; it spells the types, the literals and the imports.
"""

from __future__ import annotations

import json
import textwrap
import warnings
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from datamodel_code_generator import generate
from datamodel_code_generator.enums import DataModelType, InputFileType
from datamodel_code_generator.format import PythonVersion
from datamodel_code_generator.parser import LiteralType

from kernelwire_codegen.model import Class


def source(classes: Sequence[Class], borrowed: Sequence[Class], templates: Path) -> str:
    """Python source of ``classes``, unformatted; ``borrowed`` ones may be referred to and are imported by the
    caller.
    """
    document = {"$defs": {cls.name: _schema(cls) for cls in [*classes, *borrowed]}}
    data: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for cls in classes:
        data[cls.name] = {
            "doc": docstring(cls.doc),
            "docs": {field.name: docstring(field.doc) for field in cls.fields},
            "defaults": {field.name: field.default for field in cls.fields},
            "empty": {field.name: field.fallback for field in cls.fields},
        }
    for cls in borrowed:
        data[cls.name] = {"borrowed": True}
    with warnings.catch_warnings():
        # The pinned version works on Python 3.10; that a later one will not is no news to who runs this.
        warnings.filterwarnings("ignore", "Running datamodel-code-generator on Python 3.10", FutureWarning)
        text = _generate(document, data, templates)
    return str(text)


def _generate(document: dict[str, Any], data: defaultdict[str, dict[str, Any]], templates: Path) -> object:
    return generate(
        json.dumps(document),
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.DataclassesDataclass,
        target_python_version=PythonVersion.PY_310,
        custom_template_dir=templates,
        extra_template_data=data,
        enum_field_as_literal=LiteralType.All,
        skip_root_model=True,
        keep_model_order=True,
        custom_file_header="from typing import Any",
        formatters=[],
    )


def docstring(text: str) -> str:
    """``text`` as the inside of a docstring within a class: wrapped, escaped, paragraphs kept."""
    indent = " " * 4
    width = 99 - len(indent)
    paragraphs = text.replace("\\", "\\\\").replace('"""', "'''").split("\n\n")
    lines = [line for part in paragraphs for line in ["", *textwrap.wrap(part, width)]][1:]
    if len(lines) == 1 and len(lines[0]) + 6 <= width:
        return lines[0] + (" " if lines[0].endswith('"') else "")
    return "\n".join(line and indent + line for line in lines).lstrip() + "\n" + indent


def _schema(cls: Class) -> dict[str, Any]:
    properties = {field.name: field.kind.schema for field in cls.arguments}
    given = [field.name for field in cls.fields if not field.optional]
    return {"type": "object", "properties": properties, "required": given}
