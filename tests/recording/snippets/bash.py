"""Bash, by bash_kernel."""

from __future__ import annotations

from tests.recording.snippets.common import PNG, Snippets

BASH: Snippets = {
    "stdout": "echo hello from kernelwire",
    "stderr": "echo careful >&2",
    "nothing": "answer=42",
    "empty": "",
    "astral": "echo '𝐚 🐱'",
    "display": "echo '<b>bold</b>' | displayHTML",
    "image": f"echo {PNG} | base64 -d | display",
    "javascript": "echo 'void 0' | displayJS",
    "update": "echo first | displayHTML kw-display",
    "update_later": "echo second | displayHTML kw-display",
    "error": "false",
    "trailing_backslash": "echo \\",
    "odd_text": "printf 'bad \\xff byte\\n'; printf 'bell \\x07\\n'",
    "expressions": {"six": "echo 6"},
    "slow_error": "sleep 0.5; false",
    "complete": "ech",
    "complete_attribute": "$BASH_VERS",
    "complete_astral": "echo '🐱🐱'; ech",
    "complete_nothing": "zzzqqq",
    "inspect": "echo",
    "inspect_nothing": "zzzqqq",
    "is_complete": "a=5",
    "is_incomplete": "for i in 1 2; do",
    "hostile": "x",
    "is_invalid": "for for",
    "history_pattern": "*answer*",
    "megabyte": "head -c 1048576 /dev/zero | tr '\\0' x; echo",
    "burst": "for i in $(seq 50); do echo $i; done",
    "long": "echo started; sleep 4",
}
