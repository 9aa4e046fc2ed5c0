"""Is what a line of a capture holds legal? Judged by the tables and validators of an emitted package.

No file is opened and no process started here: see `capture` and `workers`; `judging` puts them together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from jupyter_messages import FORMAT, Problem
from jupyter_messages.problems import is_object
from jupyter_messages.validators import DOCUMENTS
from kernelwire.captures.capture import MAX_LINE_BYTES, Block
from kernelwire.captures.lines import LineReader, NoMessage, Read
from kernelwire.captures.shortcut import MAX_BYTES, Shapes, Shortcut, Validators
from kernelwire.captures.verdicts import Kind, Outcome, Summary
from kernelwire.errors import KernelwireError
from kernelwire.limits import MAX_PROBLEMS, MORE, Limits

PACKAGE = "jupyter_messages"
"""The emitted package that judges unless another one is asked for."""


class Rules(NamedTuple):
    """What an emitted package judges by."""

    validate: Callable[..., list[Problem]]
    messages: Mapping[str, Any]
    versions: Mapping[str, Any]
    contents: tuple[Validators, Shapes] | None
    """Validators and shapes of contents; None where ``validate`` is somebody's own, which may differ."""


_MAX_NAME = 200
"""Characters of a message type, which is told with each problem: made-up ones may be as long as the line."""


class SettingsError(KernelwireError):
    """There is no such package to judge by, or it has no such version."""


class Settings(NamedTuple):
    """How to judge. Goes to other processes as it is."""

    version: str | None = None
    """The protocol's version to judge by; None: that of each message's own header."""
    key: bytes | None = None
    """Checks the signatures of wire lines without a key of their own."""
    strict: bool = False
    """Whether warnings and unknown types are errors."""
    package: str = PACKAGE
    """The emitted package that judges, by its import name."""
    limits: Limits = Limits()
    """What a message may have at most; lines are bounded by `kernelwire.captures.capture.MAX_LINE_BYTES`."""


class Judge:
    """Judges lines one by one. Keeps nothing of them but the last parent header and some signers."""

    def __init__(self, settings: Settings | None = None) -> None:
        """Raises SettingsError for settings that cannot be met."""
        self._settings = settings = settings or Settings()
        rules = rules_of(settings.package)
        self._validate, self._known = rules.validate, rules.messages
        if settings.version is not None and settings.version not in rules.versions:
            known = ", ".join(rules.versions)
            raise SettingsError(f"no protocol version {settings.version!r}; there are {known}")
        self._reader = LineReader(settings.key, settings.limits)
        self._shortcut = (
            Shortcut(rules.validate, *rules.contents, settings.version, settings.key)
            if rules.contents and settings.limits == Limits()  # other bounds are the long road's
            else None
        )

    def line(self, data: bytes, number: int = 1) -> Outcome | None:
        """What becomes of a line; None if it is blank. Raises nothing, whatever the bytes are."""
        judged = self._judged(data)
        return None if judged is None else Outcome(number, *judged)

    def _judged(self, data: bytes) -> tuple[Kind, str | None, list[Problem]] | None:
        """`line`, without the cost of an `Outcome`, which is kept of few lines."""
        known = self._shortcut.judged(data) if self._shortcut and len(data) <= MAX_BYTES else None
        return self._long_judged(data) if known is None else self._graded(known[0], [*known[1]])

    def _long_judged(self, data: bytes) -> tuple[Kind, str | None, list[Problem]] | None:
        """What the shortcut does not know."""
        try:
            read = self._reader.read(data)
        except NoMessage as error:
            if not data.strip():
                return None
            return "none", None, [_capture_problem(str(error))]
        if read is None:
            return "heartbeat", None, []
        message, found = read.message, read.found
        msg_type = None
        if message is not None:
            header = message.get("header")
            told = header.get("msg_type") if is_object(header) else None
            msg_type = told if type(told) is str else None
            found = self._found(read, message)
        return self._graded(msg_type, found)

    def _graded(self, msg_type: str | None, found: list[Problem]) -> tuple[Kind, str | None, list[Problem]]:
        """What a message is that has these problems; they are bounded here."""
        kind: Kind = "valid" if msg_type in self._known else "unknown"
        if msg_type is not None and len(msg_type) > _MAX_NAME:
            msg_type = f"{msg_type[:_MAX_NAME]} ..."
        if found:
            if self._settings.strict:
                found = [problem._replace(severity="error") for problem in found]
            if any(problem.severity == "error" for problem in found):
                kind = "invalid"
            if len(found) > MAX_PROBLEMS:
                found = _shortened(found)
        return kind, msg_type, found

    def block(self, block: Block, everything: bool) -> tuple[Summary, list[Outcome]]:
        """The counts of a block, and what became of each of its lines, or only of those with a problem."""
        if block.data is None:
            problem = _capture_problem(f"the line is longer than {MAX_LINE_BYTES >> 20} MiB; it was not read")
            return Summary(strays=1, errors=1), [Outcome(block.first, "none", None, [problem])]
        summary = Summary()
        outcomes: list[Outcome] = []
        valid = 0  # the rule, and so the short way
        shortcut = self._shortcut.judged if self._shortcut and len(block.data) <= MAX_BYTES else None
        for number, data in enumerate(block.data.split(b"\n"), block.first):
            known = shortcut(data) if shortcut else None
            if known is None:
                judged = self._long_judged(data)
            elif known[1] or everything:
                judged = self._graded(known[0], [*known[1]])
            else:
                valid += 1
                continue
            if judged is None:
                continue
            kind, msg_type, problems = judged
            if kind == "valid" and not problems:
                valid += 1
                if not everything:
                    continue
            else:
                summary.count(kind, problems)
            if everything or problems:
                outcomes.append(Outcome(number, kind, msg_type, problems))
        summary.valid += valid
        return summary, outcomes

    def _found(self, read: Read, message: dict[str, Any]) -> list[Problem]:
        """All that is wrong with a message, what was seen while reading it included."""
        version = self._settings.version
        more = self._validate(message, version=version, sender=read.sender, limit=MAX_PROBLEMS + 1)
        if read.unread:
            lost = tuple(f"/{part}" for part in read.unread)
            more = [problem for problem in more if not problem.path.startswith(lost)]
        return read.found + more if read.found else more


def rules_of(package: str) -> Rules:
    """What an emitted package judges by. Raises SettingsError if it is none."""
    if not all(part.isidentifier() for part in package.split(".")):
        cure = "give the package's, and be in the folder that holds it"
        raise SettingsError(f"{package!r} is no import name; {cure}")
    try:
        module = import_module(package)
    except (Exception, SystemExit) as error:  # it is anybody's code
        why = f"{type(error).__name__}: {error}"
        raise SettingsError(f"no package {package!r} can be imported: {why}") from None
    try:
        if module.FORMAT != FORMAT:
            raise SettingsError(f"{package!r} was made by another version of kernelwire; generate it again")
        return Rules(module.validate, module.MESSAGES, module.VERSIONS, _contents(module, package))
    except AttributeError as error:
        raise SettingsError(f"{package!r} is no package that kernelwire generate made: {error}") from None


def _contents(module: Any, package: str) -> tuple[Validators, Shapes] | None:
    beside = f"{package}_msgspec" if package == PACKAGE else package
    try:
        verdict, judges = import_module(f"{package}.verdict"), import_module(f"{package}.validators")
        shapes = import_module(f"{beside}.conforming")
    except ImportError:
        return None
    ours = all(  # the envelope's rules, which `shortcut` knows by heart
        judges.DOCUMENTS[version][name] is documents[name]
        for version, documents in DOCUMENTS.items()
        for name in ("message", "reply")
    )
    return (judges.CONTENTS, shapes.CONTENTS) if ours and module.validate is verdict.validate else None


def _capture_problem(why: str) -> Problem:
    return Problem("error", "", "capture", why)


def _shortened(found: list[Problem]) -> list[Problem]:
    """The first of them, errors before warnings, and a word that there are more; how many, nobody has
    counted.
    """
    ranked = sorted(found, key=lambda problem: problem.severity)
    more = Problem(ranked[MAX_PROBLEMS].severity, "", "capture", MORE)
    return [*ranked[:MAX_PROBLEMS], more]
