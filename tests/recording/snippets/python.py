"""Python: with IPython (ipykernel, xpython), and without (xpython-raw)."""

from __future__ import annotations

from tests.recording.snippets.common import PNG, SVG, Snippets

PYTHON: Snippets = {
    "stdout": "print('hello from kernelwire')",
    "stderr": "import sys; print('careful', file=sys.stderr)",
    "result": "6 * 7",
    "nothing": "answer = 42",
    "empty": "",
    "astral": "𨭎𨭎𨭎 = 10\nprint('𝐚 🐱', 𨭎𨭎𨭎)",
    "display": "from IPython.display import HTML, display\ndisplay(HTML('<b>bold</b>'))",
    "rich": (
        "from IPython.display import display\n"
        "bundle = {'text/plain': 'rich', 'text/html': '<b>rich</b>', 'text/markdown': '**rich**',\n"
        "          'text/latex': '$x^2$', 'application/javascript': 'void 0',\n"
        f"          'image/png': '{PNG}',\n"
        f"          'image/svg+xml': '{SVG}',\n"
        "          'application/json': {'list': [1, 2.5, None, True], 'nested': {'k': 'v'}},\n"
        "          'application/vnd.kernelwire.v1+json': {'version': 1}}\n"
        "display(bundle, raw=True, metadata={'image/png': {'width': 1, 'height': 1},\n"
        "                                    'application/json': {'expanded': True}})"
    ),
    "rich_result": (
        "class Rich:\n"
        "    def _repr_html_(self): return '<i>result</i>'\n"
        "    def __repr__(self): return 'Rich()'\n"
        "Rich()"
    ),
    "image": f"import base64\nfrom IPython.display import Image, display\n"
    f"display(Image(base64.b64decode('{PNG}'), width=9))",
    "json": "from IPython.display import JSON\ndisplay(JSON({'a': [1, 2]}, expanded=True))",
    "update": (
        "from IPython.display import display\n"
        "handle = display('first', display_id='kw-display')\n"
        "handle.update('second')"
    ),
    "update_later": "handle.update('third')",
    "clear": (
        "from IPython.display import clear_output\n"
        "print('gone'); clear_output(wait=True); print('stays'); clear_output()"
    ),
    "error": "def divide(a, b):\n    return a / b\n\ndivide(1, 0)",
    "syntax_error": "for for for",
    "odd_text": "print('lone \\ud800 surrogate')",
    # ipykernel encodes with surrogateescape: this one goes out as the byte 0xff, which is no UTF-8.
    "raw_byte": "print('raw byte \\udcff')",
    "odd_characters": "print('nul \\x00 bell \\x07 \\x1b[31mred\\x1b[0m \\u2028')",
    "odd_json": (
        "from IPython.display import display\n"
        "display({'application/json': {'nan': float('nan'), 'inf': float('-inf')},\n"
        "         'text/plain': 'odd'}, raw=True)"
    ),
    "big_json": "display({'application/json': {'big': 2**70}, 'text/plain': 'big'}, raw=True)",
    "page": "len?",
    "set_next_input": "get_ipython().set_next_input('print(1)')",
    "load": "open('loaded.py', 'w').write('x = 1\\n')\n%load loaded.py",
    "edit": "%edit loaded.py",
    "ask_exit": "quit(keep_kernel=True)",
    "expressions": {"six": "2 * 3", "bad": "1 / 0", "missing": "no_such_name"},
    "slow_error": "import time; time.sleep(0.5); raise RuntimeError('stops the queue')",
    "input": "name = input('name? '); print('hello', name)",
    "password": "from getpass import getpass\nsecret = getpass('secret? '); print(len(secret))",
    "late": ("import threading\nthreading.Timer(0.3, lambda: print('after idle')).start()"),
    "complete": "ans",
    "complete_attribute": "'x'.isal",
    "complete_astral": "s = '🐱🐱'; 𨭎𨭎",
    "complete_nothing": "zzzqqq",
    "inspect": "len",
    "inspect_own": "divide",
    "inspect_nothing": "zzzqqq",
    "is_complete": "a = 5",
    "is_incomplete": "for i in range(5):",
    "hostile": "x",
    "is_invalid": "for for",
    "history_pattern": "*answer*",
    "comm_echo": (
        "from comm import create_comm, get_comm_manager\n"
        "def opened(comm, message):\n"
        "    comm.on_msg(lambda m: comm.send(m['content']['data'], buffers=m.get('buffers')))\n"
        "    comm.send({'welcome': True})\n"
        "get_comm_manager().register_target('kernelwire.echo', opened)"
    ),
    "comm_kernel": (
        "from comm import create_comm\n"
        "comm = create_comm(target_name='kernelwire.kernel', data={'n': 1},\n"
        "                   buffers=[b'\\x00\\xff'])\n"
        "comm.send({'n': 2}, metadata={'m': 1},\n"
        "          buffers=[b'<IDS|MSG>', memoryview(bytes(range(256))), b''])"
    ),
    "comm_kernel_close": "comm.close({'why': 'done'})",
    "slider": "import ipywidgets\nslider = ipywidgets.IntSlider(value=7)\ndisplay(slider)",
    "slider_value": "slider.value",
    "button": (
        "button = ipywidgets.Button(description='press')\n"
        "button.on_click(lambda b: print('pressed'))\ndisplay(button)"
    ),
    "picture": (
        f"picture = ipywidgets.Image(value=base64.b64decode('{PNG}'), format='png')\ndisplay(picture)"
    ),
    "debug_cell": ("def shout(word):\n    loud = word.upper()\n    return loud + '!'\n\nshout('hey')"),
    "debug_variable": "answer",
    "megabyte": "print('0123456789abcde\\n' * 65536)",
    "burst": "for i in range(50): print(i, flush=True)",
    "long": "print('started', flush=True)\nimport time\ntime.sleep(4)",
}

# xpython-raw is Python without IPython: no magics, IPython.display cannot be imported, `display`
# and `update_display` are builtins.
RAW_PYTHON: Snippets = {
    **dict.fromkeys(["page", "set_next_input", "load", "edit", "ask_exit"]),
    **dict.fromkeys(["json", "clear", "slider", "slider_value", "button", "picture"]),
    "display": "display('shown', metadata={'m': 1})",
    "rich": PYTHON["rich"].removeprefix("from IPython.display import display\n"),
    "odd_json": PYTHON["odd_json"].removeprefix("from IPython.display import display\n"),
    "image": (
        "import base64\nclass Pixel:\n"
        "    def _repr_png_(self):\n"
        f"        return base64.b64decode('{PNG}')\n"
        "display(Pixel())"
    ),
    "update": (
        "display('first', display_id='kw-display')\nupdate_display('second', display_id='kw-display')"
    ),
    "update_later": "update_display('third', display_id='kw-display')",
}
