"""Runs the blocks of a document one after the other in a folder of their own."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.docs.blocks import ROOT, Block, Command, commands_of, render

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What the documents take for granted: a checkout.
COPIED = ("raw", "gold")
WIDTH = "100"


class BlockError(AssertionError):
    """A block that cannot be run."""


def prepare(folder: Path) -> None:
    """Copy what a reader's checkout holds."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)


def outputs(blocks: list[Block], folder: Path) -> Iterator[tuple[Block, str]]:
    """Each block that shows an output, with what it would show now.

    Raises BlockError for a command that fails and a block of Python that raises.
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    printed = ""
    for block in blocks:
        if block.not_run:
            continue
        if block.file:
            path = folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            commands = [
                Command(one.command, _shell(one.command, folder, block))
                for one in commands_of(block.text)
            ]
            yield block, render(commands)
        elif block.language == "python":
            printed = _python(block, folder, names)
        elif block.language == "text":
            yield block, printed


def _shell(command: str, folder: Path, block: Block) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(  # noqa: S603 - our own documents
        ["/bin/bash", "-e", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": WIDTH, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    if done.returncode:
        msg = f"{block}: {command} ended with {done.returncode}:\n{done.stdout}"
        raise BlockError(msg)
    return done.stdout


def _python(block: Block, folder: Path, names: dict[str, Any]) -> str:
    # Blank lines in front, so that an error names the line of the document.
    code = compile("\n" * block.line + block.text, str(block.path), "exec")
    printed = io.StringIO()
    with chdir(folder), redirect_stdout(printed):
        exec(code, names)  # noqa: S102 - our own documents
    return printed.getvalue()
