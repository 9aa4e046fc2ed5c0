"""What can be imported, pinned: a name that comes or goes is a decision, and shows in this diff."""

from __future__ import annotations

import importlib

import jupyter_messages
import kernelwire
from jupyter_messages import MESSAGES

KERNELWIRE = """
CaptureError Client Comm ConnectionClosed ConnectionInfo Exchange Execution Gap InstalledKernelspec
KernelDied KernelNotFound KernelProcess KernelwireError Limits LocalProtocolError Message
RemoteProtocolError ReplayWindow Result Server ServerError Session Settings SettingsError Signer Summary
Transport Verdict blocking connect decode_frames encode_frames find_connection_file find_kernelspec find_ports
judge_capture launch list_kernelspecs open_channel parse_date runtime_dir
"""

JUPYTER_MESSAGES = """
AskExitPayload ConnectionFile Content ControlContent CopyToGlobalsArguments CopyToGlobalsBody DEPRECATED
DRAFTS DapEvent DapRequest DapResponse DebugInfoBody DumpCellArguments DumpCellBody EditMagicPayload
ErrorReply AbortedReply Header HelpLink Invalid IopubContent KernelRegistration Kernelspec LATEST
LanguageInfo MESSAGES MessageType MimeBundle PagePayload Problem REPLIES REQUESTS RegistrationFile SENT
SINCE SetNextInputPayload ShellContent SourceBreakpoint StdinContent Unknown VERSIONS decode_content
decode_document decode_header encode_content encode_document encode_header validate validate_document
"""


def test_kernelwire() -> None:
    assert sorted(kernelwire.__all__) == sorted(KERNELWIRE.split())


def test_jupyter_messages() -> None:
    public = {*jupyter_messages.__all__}
    assert {*JUPYTER_MESSAGES.split()} <= public
    assert {row.cls.__name__ for row in MESSAGES.values()} <= public


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    for module in (kernelwire, jupyter_messages):
        for name in module.__all__:
            value = getattr(module, name)
            if isinstance(value, type) or callable(value):
                assert value.__doc__, f"{module.__name__}.{name} has no docstring"
                assert getattr(importlib.import_module(value.__module__), value.__name__) is value
