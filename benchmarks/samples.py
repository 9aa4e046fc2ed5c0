"""Nine messages as kernels and clients send them, each many times over with an id and a date of its own.

All have the same parent, as the output of a cell has.
"""

from __future__ import annotations

import base64
import random
from typing import Any, NamedTuple

import orjson

KEY = b"a0436f6c-1916-498b-8eb9-e81ab9368e84"
TOPIC = b"kernel.6c2f0c5e-7e0f-4a36-9a53-6d3f2b1c9a07.output"
SESSION = "b2f5a3d0-6d0cf9a1e1a54b5c9d7f2e83"
USER = "ada"
RING = 32
"""How many of each there are: more than anything here remembers by accident."""
SMALL = (
    "status",
    "stream, 60 B",
    "execute_request",
    "execute_reply",
    "execute_result",
    "kernel_info_reply",
)

_random = random.Random(20260309)
_LINE = "epoch 12/50 - loss: 0.3127 - accuracy: 0.8931 - lr 1.00e-03\n"
_PNG = base64.b64encode(_random.randbytes(75_000)).decode()
_TABLE = (
    '<table border="1" class="dataframe"><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>'
)
_LINKS = {
    "Python Reference": "https://docs.python.org/3.11",
    "IPython Reference": "https://ipython.org/documentation.html",
    "NumPy Reference": "https://docs.scipy.org/doc/numpy/reference/",
    "SciPy Reference": "https://docs.scipy.org/doc/scipy/reference/",
    "Matplotlib Reference": "https://matplotlib.org/contents.html",
}


class Sample(NamedTuple):
    """One of the nine."""

    msg_type: str
    content: dict[str, Any]
    buffers: tuple[bytes, ...] = ()


SAMPLES = {
    "status": Sample("status", {"execution_state": "busy"}),
    "stream, 60 B": Sample("stream", {"name": "stdout", "text": _LINE}),
    "stream, 10 kB": Sample("stream", {"name": "stdout", "text": (_LINE * 200)[:10_000]}),
    "execute_request": Sample(
        "execute_request",
        {
            "code": "import pandas as pd\ndf = pd.read_csv('data.csv')\ndf.describe()\n",
            "silent": False,
            "store_history": True,
            "user_expressions": {},
            "allow_stdin": True,
            "stop_on_error": True,
        },
    ),
    "execute_reply": Sample(
        "execute_reply", {"status": "ok", "execution_count": 12, "user_expressions": {}, "payload": []}
    ),
    "display_data, 100 kB": Sample(
        "display_data",
        {
            "data": {"image/png": _PNG, "text/plain": "<Figure size 640x480 with 1 Axes>"},
            "metadata": {"image/png": {"width": 640, "height": 480}},
            "transient": {},
        },
    ),
    "execute_result": Sample(
        "execute_result",
        {
            "data": {"text/plain": "   a  b\n0  1  2\n1  3  4", "text/html": _TABLE},
            "metadata": {},
            "execution_count": 12,
        },
    ),
    "comm_msg, 1 MB buffer": Sample(
        "comm_msg",
        {
            "comm_id": "b8a1cfa09d6e4b1f8f0b1f4be3d7a5c2",
            "data": {"method": "update", "state": {"value": 3}, "buffer_paths": [["state", "data"]]},
        },
        (_random.randbytes(1 << 20),),
    ),
    "kernel_info_reply": Sample(
        "kernel_info_reply",
        {
            "status": "ok",
            "protocol_version": "5.3",
            "implementation": "ipython",
            "implementation_version": "9.4.0",
            "language_info": {
                "name": "python",
                "version": "3.11.7",
                "mimetype": "text/x-python",
                "codemirror_mode": {"name": "ipython", "version": 3},
                "pygments_lexer": "ipython3",
                "nbconvert_exporter": "python",
                "file_extension": ".py",
            },
            "banner": "Python 3.11.7 (main, Dec  8 2023) [GCC 12.2.0]\nIPython 9.4.0 -- Type '?' for help.",
            "help_links": [{"text": text, "url": url} for text, url in _LINKS.items()],
            "debugger": True,
            "supported_features": ["kernel subshells"],
        },
    ),
}


def header(msg_type: str, number: int, session: str = SESSION) -> dict[str, Any]:
    """A header, number ``number`` of its session."""
    return {
        "msg_id": f"{session}_4242_{number}",
        "msg_type": msg_type,
        "username": USER,
        "session": session,
        "date": f"2026-03-09T14:05:{number % 60:02}.{number * 7919 % 1_000_000:06}Z",
        "version": "5.4",
    }


REQUEST = header("execute_request", 17, "77d2f0ab-90c4d1e6a8b9f0e2d3c4b5a6")
"""The header of the request that the others answer."""


def parts(name: str, number: int) -> list[bytes]:
    """The four parts of one message."""
    msg_type, content, _ = SAMPLES[name]
    return [orjson.dumps(part) for part in (header(msg_type, number), REQUEST, {}, content)]
