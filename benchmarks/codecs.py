"""Messages from their frames and back, against jupyter_client, on the same bytes.

Read: the signature is verified, header and content are typed, the parent's msg_id is looked at. Written:
header and message are built (msg_id from a counter, date from the clock), encoded and signed; the content is
at hand.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any

import msgspec
from jupyter_client.jsonutil import extract_dates
from jupyter_client.session import Session, orjson_packer, orjson_unpacker

from benchmarks.contest import Contestant, Times, contest, mean
from benchmarks.samples import KEY, REQUEST, RING, SAMPLES, SESSION, SMALL, TOPIC, USER, parts
from benchmarks.tables import Table
from jupyter_messages import Header, decode_content, decode_header
from kernelwire import Message, Signer, decode_frames, encode_frames

ROUNDS = 300
_DELIMITER = b"<IDS|MSG>"
_HEAD = ("", "jupyter_client, µs", "kernelwire, µs", "ratio", "of medians")

_signer = Signer(KEY)
_theirs = Session(key=KEY, session=SESSION, username=USER, check_pid=False)
_our_parent = decode_header(REQUEST)
_their_parent = extract_dates(REQUEST)
_parse = msgspec.json.Decoder().decode


def main(quick: bool = False) -> list[Table]:
    """All tables. ``quick`` only shows that they can be made."""
    if _theirs.pack is not orjson_packer or _theirs.unpack is not orjson_unpacker:
        raise RuntimeError("jupyter_client does not use orjson here: the comparison would be unfair")
    rounds = 1 if quick else ROUNDS
    return [_reading(rounds), _writing(rounds), _floor(rounds)]


def _reading(rounds: int) -> Table:
    rows = []
    for name in SAMPLES:
        frames = samples(name)
        rows.append((name, *contest([_turn(_their_read, frames), _turn(_our_read, frames)], rounds)))
    return _table("Verify and decode", rows)


def _writing(rounds: int) -> Table:
    rows = []
    for name, (msg_type, content, _) in SAMPLES.items():
        typed = decode_content(msg_type, content)
        theirs = _turn(partial(_their_write, msg_type, content), range(RING))
        ours = _turn(partial(_our_write, msg_type, typed), range(RING))
        rows.append((name, *contest([theirs, ours], rounds)))
    return _table("Build, encode and sign", rows)


def _floor(rounds: int) -> Table:
    """What is left when nothing is done but what must be: for those who want to know where the time goes."""
    rows = [("", "sign", "parse header and content", "both", "decoded, in all")]
    for name in SAMPLES:
        frames = samples(name)
        found = contest(
            [
                _turn(lambda each: _signer.sign(each[3:7]), frames),
                _turn(lambda each: (_parse(each[3]), _parse(each[6])), frames),
                _turn(_our_read, frames),
            ],
            rounds,
        )
        sign, parse, whole = (times.best / RING * 1e6 for times in found)
        rows.append((name, f"{sign:.1f}", f"{parse:.1f}", f"{sign + parse:.1f}", f"{whole:.1f}"))
    return Table("The floor, µs: signature and JSON to dicts alone", rows)


def samples(name: str) -> list[list[bytes]]:
    """The frames of all messages of one kind, signed."""
    made = [parts(name, number) for number in range(100, 100 + RING)]
    return [[TOPIC, _DELIMITER, _signer.sign(each), *each, *SAMPLES[name].buffers] for each in made]


def _turn(each: Callable[[Any], object], over: Any) -> Contestant:
    def turn() -> None:
        for one in over:
            each(one)

    return turn


def _their_read(frames: list[bytes]) -> None:
    _, rest = _theirs.feed_identities(frames)
    message = _theirs.deserialize(rest)
    _ = message["header"], message["content"], message["parent_header"].get("msg_id")
    _theirs.digest_history.clear()


def _our_read(frames: list[bytes]) -> None:
    message = decode_frames(frames, _signer)
    _ = message.header, message.content, message.parent_msg_id


def _their_write(msg_type: str, content: dict[str, Any], _: int) -> None:
    _theirs.serialize(_theirs.msg(msg_type, content, parent=_their_parent))


def _our_write(msg_type: str, content: Any, number: int) -> None:
    header = Header(f"{SESSION}_{number}", SESSION, USER, _now(), msg_type, "5.4")
    encode_frames(Message(header, _our_parent, None, content), _signer)


def _now() -> str:
    told = str(time.time_ns())
    return f"{_second(int(told[:-9]))}.{told[-9:-3]}Z"


@lru_cache(maxsize=2)
def _second(second: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(second))


def _table(title: str, found: list[tuple[str, Times, Times]]) -> Table:
    def row(name: str, theirs: Times, ours: Times) -> tuple[str, ...]:
        best = theirs.best / ours.best
        return (
            name,
            f"{theirs.best / RING * 1e6:.1f}",
            f"{ours.best / RING * 1e6:.1f}",
            f"{best:.2f}",
            f"{theirs.median / ours.median:.2f}",
        )

    return Table(title, [_HEAD, *(row(*each) for each in found), *_means(found)])


def _means(found: list[tuple[str, Times, Times]]) -> Iterator[tuple[str, ...]]:
    for name, which in (("geometric mean", [*SAMPLES]), ("of the six small ones", [*SMALL])):
        best = mean([theirs.best / ours.best for each, theirs, ours in found if each in which])
        median = mean([theirs.median / ours.median for each, theirs, ours in found if each in which])
        yield name, "", "", f"{best:.2f}", f"{median:.2f}"
