"""Write the rendered files, or compare them with what is there. The folder belongs to the generator whole."""

from __future__ import annotations

from pathlib import Path


def differences(files: dict[str, str], folder: Path) -> list[str]:
    """What in ``folder`` is not as ``files`` say, a line each: missing, different, or not ours."""
    there = {path.relative_to(folder).as_posix(): path for path in found(folder)}
    lines = [f"missing: {folder / name}" for name in sorted(files) if name not in there]
    for name in sorted(there):
        if name not in files:
            lines.append(f"extra: {there[name]}")
        elif there[name].read_bytes() != files[name].encode("utf-8"):
            lines.append(f"different: {there[name]}")
    return lines


def write(files: dict[str, str], folder: Path) -> list[str]:
    """Make ``folder`` hold exactly ``files``; returns what changed, a line each. Nothing is touched that is
    right already.
    """
    changed = differences(files, folder)
    for path in found(folder):
        if path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for name, text in files.items():
        path = folder / name
        data = text.encode("utf-8")
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return changed


def found(folder: Path) -> list[Path]:
    """The files in ``folder``, but for what Python compiled."""
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
