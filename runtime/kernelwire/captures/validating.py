"""The command ``kernelwire validate``: its options, its help, and one run over all files.

How a line is judged: `judge`. How it is told: `report`.
"""

from __future__ import annotations

import argparse
import os
import sys

from kernelwire.captures.capture import CaptureError
from kernelwire.captures.judge import PACKAGE, Judge, Settings, SettingsError
from kernelwire.captures.judging import judge_capture
from kernelwire.captures.progress import progress_bar
from kernelwire.captures.report import JsonReport, Report, TextReport
from kernelwire.captures.verdicts import Summary
from kernelwire.streams import complain, printable

_ABOUT = """\
Judge captures of Jupyter messages: is each message legal, and if not, where not?

A capture is JSON Lines (UTF-8), one message a line, as it is or gzipped. A line has one of two forms; they
may be mixed, and what else stands in a line is ignored:

  wire     {"channel": "shell", "direction": "to_kernel", "key": "…", "frames": ["base64", …]}
           the frames of ZeroMQ; "direction" is to_kernel or from_kernel. With a "key" (or --key) the
           signature is checked, by the line's "signature_scheme" or else hmac-sha256; an empty key
           checks nothing.
  decoded  {"header": {…}, "parent_header": {…}, "metadata": {…}, "content": {…}, "buffers": ["base64", …],
            "channel": "iopub"}
           as JupyterLab and the WebSocket show it; "buffers", "channel" and "direction" may be missing.

Judged are the envelope, header, parent, metadata, content, channel and sender, signature, frames, and the
JSON itself (bytes that are not UTF-8, NaN, duplicate keys, …).
"""

_MORE = """\
counts:
  messages = valid + invalid + unknown
  invalid  the message has an error
  unknown  it has none, but its type is in no table (with --strict, that is an error)
  A line that holds no message is one problem (rule "capture") and no message; a blank line is nothing; lines
  of the heartbeat channel are counted apart. A line of more than 64 MiB is not read, and is one problem.

exit codes:
  0    no errors
  1    some message breaks the spec, or a line holds no message
  2    an input cannot be read as a capture, or not to its end, or no line of it holds a message; one line on
       stderr says so, and all that could be read is judged and told
  130  stopped by Ctrl-C

examples:
  kernelwire validate session.jsonl
  kernelwire validate *.jsonl.gz --strict --jobs 4
  kernelwire validate session.jsonl --format json | jq '.problems[] | select(.severity == "error")'
  ssh host cat session.jsonl.gz | kernelwire validate - --lines
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:  # pyright: ignore[reportPrivateUsage]
    """Add ``validate`` to a parser; it sets ``run(options) -> exit code``."""
    parser = commands.add_parser(
        "validate", description=_ABOUT, epilog=_MORE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="a capture (.jsonl, .jsonl.gz); - is standard input")
    add(
        "--format",
        choices=("text", "json"),
        default="text",
        help="for people, or one JSON object (default: text)",
    )
    add(
        "--lines",
        action="store_true",
        help="text: tell every problem on a line of its own, too: file:line: …",
    )
    add("--strict", action="store_true", help="warnings and unknown message types are errors")
    add(
        "--spec-version",
        default="auto",
        metavar="auto|X.Y",
        help="judge by this version of the protocol (default: auto, the one each message's header names)",
    )
    add("--jobs", type=_jobs, default=1, metavar="N", help="judge in N processes (default: 1)")
    add("--key", metavar="KEY", help="check signatures of lines without a key of their own with this one")
    add(
        "--messages",
        default=PACKAGE,
        metavar="PACKAGE",
        help="judge by the package that kernelwire generate made of your own message types",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """``validate``: 0 no errors; 1 some message breaks the spec; 2 an input cannot be read as a capture."""
    if options.messages != PACKAGE and os.getcwd() not in sys.path:
        sys.path.append(os.getcwd())  # a command's own folder is on the path, not its user's
    settings = Settings(
        version=None if options.spec_version == "auto" else options.spec_version,
        key=None if options.key is None else os.fsencode(options.key),
        strict=options.strict,
        package=options.messages,
    )
    try:
        Judge(settings)
    except SettingsError as error:
        complain(printable(str(error)))
        return 2
    json = options.format == "json"
    report: Report = JsonReport(sys.stdout) if json else TextReport(sys.stdout, lines=options.lines)
    bar = not (sys.stdout.isatty() and (json or options.lines))  # it would be in the way of what is written
    total, unreadable = Summary(), 0
    for path in options.paths:
        summary = Summary()
        try:
            _judge(path, settings, options.jobs, report, summary, bar)
        except CaptureError as error:
            unreadable += 1
            sys.stdout.flush()
            complain(f"{printable(path)}: {error}")
        if not summary.empty:
            report.file(path, summary)
            total.add(summary)
    report.end(total, unreadable)
    return 2 if unreadable else 1 if total.errors else 0


def _judge(path: str, settings: Settings, jobs: int, report: Report, summary: Summary, bar: bool) -> None:
    """Judge one file. Raises CaptureError."""
    with progress_bar(path, bar) as progress:
        for verdict in judge_capture(
            path, settings, jobs=jobs, summary=summary, everything=False, progress=progress
        ):
            report.verdict(verdict)


def _jobs(text: str) -> int:
    jobs = int(text)
    if jobs < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return jobs
