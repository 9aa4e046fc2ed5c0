"""From JSON Schemas to a Python package: load → model → render → emit.

Text in, text out. This package imports neither what it emits nor the runtime; jinja2, jsonschema,
datamodel-code-generator and ruff are needed by it alone (``pip install "kernelwire[generate]"``).
"""

from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.load import Schemas, load

__all__ = ["SchemaError", "Schemas", "load"]
