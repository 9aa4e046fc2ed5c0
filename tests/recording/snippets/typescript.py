"""TypeScript, by Deno."""

from __future__ import annotations

from tests.recording.snippets.common import PNG, SVG, Snippets

TYPESCRIPT: Snippets = {
    "stdout": "console.log('hello from kernelwire')",
    "stderr": "console.error('careful')",
    "result": "6 * 7",
    "nothing": "const answer: number = 42;",
    "empty": "",
    "astral": "const 𨭎𨭎𨭎 = 10; console.log('𝐚 🐱', 𨭎𨭎𨭎)",
    "display": "await Deno.jupyter.display(Deno.jupyter.html`<b>bold</b>`)",
    "rich": (
        "await Deno.jupyter.display({'text/plain': 'rich', 'text/html': '<b>rich</b>',\n"
        f"  'image/png': '{PNG}', 'image/svg+xml': '{SVG}',\n"
        "  'application/json': {list: [1, 2.5, null, true], nested: {k: 'v'}}}, {raw: true})"
    ),
    "rich_result": "Deno.jupyter.md`**result**`",
    "image": f"Deno.jupyter.image(Uint8Array.from(atob('{PNG}'), c => c.charCodeAt(0)))",
    "update": (
        "await Deno.jupyter.broadcast('display_data', {data: {'text/plain': 'first'},\n"
        "  metadata: {}, transient: {display_id: 'kw-display'}});\n"
        "await Deno.jupyter.broadcast('update_display_data', {data: {'text/plain': 'second'},\n"
        "  metadata: {}, transient: {display_id: 'kw-display'}})"
    ),
    "clear": "await Deno.jupyter.broadcast('clear_output', {wait: true})",
    "error": (
        "function divide(a: number, b: number) { throw new Error('no division today'); }\ndivide(1, 0)"
    ),
    "throw_text": "throw 'just text'",
    "syntax_error": "for for for",
    "odd_text": "console.log('lone \\ud800 surrogate'); console.log('nul \\0 bell \\x07')",
    "odd_json": (
        "await Deno.jupyter.display({'application/json': {nan: NaN, big: 2**70},\n"
        "  'text/plain': null}, {raw: true})"
    ),
    "expressions": {"six": "2 * 3", "bad": "noSuchName"},
    "slow_error": "await new Promise(r => setTimeout(r, 500)); throw new Error('stops the queue')",
    "input": "const name = prompt('name?'); console.log('hello', name)",
    "late": "setTimeout(() => console.log('after idle'), 300); 0",
    "complete": "ans",
    "complete_attribute": "'x'.toUpp",
    "complete_astral": "const s = '🐱🐱'; 𨭎𨭎",
    "complete_nothing": "zzzqqq",
    "inspect": "parseInt",
    "inspect_nothing": "zzzqqq",
    "is_complete": "const a = 5",
    "is_incomplete": "for (let i = 0; i < 5; i++) {",
    "hostile": "x",
    "is_invalid": "for for",
    "history_pattern": "*answer*",
    "comm_kernel": (
        "await Deno.jupyter.broadcast('comm_open',\n"
        "  {comm_id: 'kw-deno', target_name: 'kernelwire.kernel', data: {n: 1}});\n"
        "await Deno.jupyter.broadcast('comm_msg', {comm_id: 'kw-deno', data: {n: 2}},\n"
        "  {buffers: [new Uint8Array([0, 255, 1]), new Uint8Array(0)]})"
    ),
    "comm_kernel_close": ("await Deno.jupyter.broadcast('comm_close', {comm_id: 'kw-deno', data: {}})"),
    "megabyte": "console.log('0123456789abcdef'.repeat(65536))",
    "burst": "for (let i = 0; i < 50; i++) console.log(i)",
    "long": "console.log('started'); await new Promise(r => setTimeout(r, 4000))",
}
