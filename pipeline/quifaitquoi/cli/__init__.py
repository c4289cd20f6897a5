"""The command `quifaitquoi`; the only package that prints.

Each command imports what it needs when it is called, so that `--help` answers at once.
"""

from __future__ import annotations

import io
import logging
import os
import sys
from typing import TYPE_CHECKING

from quifaitquoi import __version__
from quifaitquoi.cli import (
    explain,
    gold,
    json_lines,
    label_studio,
    language,
    learn,
    marks,
    report,
    run,
    scoring,
)
from quifaitquoi.cli.common import DONE, INTERRUPTED, USAGE, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit status.

    0 done; 1 done, but some input was rejected, the gate is shut or the labels have problems; 2
    wrong usage, nothing to read, or no way to go on.
    """
    _reopen_streams()
    language.choose(argv)
    arguments = parser().parse_args(argv)
    handler = logging.StreamHandler()
    handler.setFormatter(language.Formatter())
    # What libraries have to say of a broken file stands in its reason.
    logging.basicConfig(level=logging.CRITICAL, handlers=[handler])
    verbose = getattr(arguments, "verbose", False)
    logging.getLogger("quifaitquoi").setLevel(logging.DEBUG if verbose else logging.WARNING)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a dash that a terminal lacks is no error
    try:
        status = int(arguments.function(arguments))
        sys.stdout.flush()
    except UsageError as error:
        language.say(f"quifaitquoi: {error}")
        return USAGE
    except KeyboardInterrupt:
        resumes = arguments.function is run.run_command
        message = "interrupted; the same command goes on from here" if resumes else "interrupted"
        language.say(f"quifaitquoi: {message}")
        return INTERRUPTED
    except BrokenPipeError:
        # Who read the output has gone; what Python still wants to write goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status


def _reopen_streams() -> None:
    """Open to nowhere what whoever started us has closed.

    The next file to be opened, a journal perhaps, would else be what is written to.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123


def parser() -> argparse.ArgumentParser:
    """The command line, command by command."""
    found: argparse.ArgumentParser = language.Parser(
        prog="quifaitquoi",
        description="Who did what to whom, when and where, in French-language news, as a table.",
    )
    found.add_argument("--version", action="version", version=f"quifaitquoi {__version__}")
    commands = found.add_subparsers(title="commands", required=True, metavar="COMMAND")
    run.add(commands)
    run.add_merge(commands)
    explain.add(commands)
    scoring.add(commands)
    learn.add(commands)
    gold.add_check(commands)
    gold.add_draft(commands)
    label_studio.add(commands)
    json_lines.add(commands)
    report.add(commands)
    marks.add(commands)
    for one in (found, *commands.choices.values()):
        language.option(one)
    return found
