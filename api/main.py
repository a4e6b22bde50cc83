"""The command-line program `twin`.

Exit codes: 0 done, 1 data or plan at fault, 2 wrong use, 3 our fault.
"""

from __future__ import annotations

import argparse
import importlib
import io
import sys
import tempfile
import traceback
import uuid
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from api.console import Console
from api.options import shared
from gis.faults import GisError
from twin.model.errors import ImportRefused, PlanError, TwinError, UsageError
from twin.model.words import say

__all__ = ["main"]

COMMANDS = (
    "init", "import", "place", "classify", "check", "show", "sample", "space", "security", "fleet", "map", "plot", "export",
    "backup", "restore", "db", "log", "undo", "occupancy", "scenario", "demo", "serve", "people",
)  # fmt: skip
DONE, AT_FAULT, WRONG_USE, OUR_FAULT = 0, 1, 2, 3


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit code."""
    words = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a sign that the terminal has not must not end the work
            stream.reconfigure(errors="replace")
    console = Console(as_json="--json" in words, lang="")
    try:
        args = _parser(words).parse_args(words)
        console = Console(as_json=args.json, lang=args.lang)
        return int(importlib.import_module(_module(args.command)).run(args, console))
    except KeyboardInterrupt:
        console.error(say("cli.stopped"), say("cli.stopped.remedy"))
        return AT_FAULT
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except (TwinError, GisError) as error:
        return _report(error, console)
    except Exception:  # noqa: BLE001 - the outermost door: whatever is left is our fault
        return _our_fault(console)


class _Parser(argparse.ArgumentParser):
    """A parser that repeats no password, though somebody typed one."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words of the command."""
        super().error(_without_secrets(message))


def _without_secrets(text: str) -> str:
    from twin.store.address import redact  # noqa: PLC0415 - the store's parts are loaded where they are needed

    return redact(text)


def _module(command: str) -> str:
    return f"api.commands.{'imports' if command == 'import' else command}"


def _parser(words: list[str]) -> argparse.ArgumentParser:
    """Declare the commands; only the one asked for is loaded, so that help comes at once."""
    about = say("cli.about")
    parser = _Parser(prog="twin", description=f"{about.zh}\n{about.en}", formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('district-twin')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = shared(_Parser(add_help=False))
    for command in COMMANDS:
        meaning = str(say(f"cli.command.{command}"))
        sub = commands.add_parser(command, help=meaning, description=meaning, parents=[common])
        if command in words[:1]:
            importlib.import_module(_module(command)).arguments(sub)
    return parser


def _report(error: TwinError | GisError, console: Console) -> int:
    """Say what was wrong, in words and as JSON, and choose the exit code."""
    if isinstance(error, TwinError):
        message, remedy = error.text, error.remedy
    else:
        message, remedy = say(error.code, **error.values), say(f"{error.code}.remedy", **error.values)
    console.error(message, remedy)
    record: dict[str, object] = {"code": error.code, "message": str(message), "remedy": str(remedy)}
    if isinstance(error, ImportRefused):
        console.findings(error.findings)
        record["findings"] = [finding.record() for finding in error.findings]
    if isinstance(error, PlanError):
        record["faults"] = list(error.faults)
        sys.stderr.writelines(f"  {fault}\n" for fault in error.faults[:20])
    console.result({"error": record})
    return WRONG_USE if isinstance(error, UsageError) else AT_FAULT


def _our_fault(console: Console) -> int:
    """Keep the trace in a file of its own and say where, never on the screen."""
    number = uuid.uuid4().hex[:8]
    path = Path(tempfile.gettempdir()) / f"twin-fault-{number}.log"
    path.write_text(_without_secrets(traceback.format_exc()), encoding="utf-8")
    console.error(say("cli.our_fault", number=number), say("cli.our_fault.remedy", path=path))
    console.result({"error": {"code": "cli.our_fault", "id": number}})
    return OUR_FAULT


if __name__ == "__main__":
    sys.exit(main())
