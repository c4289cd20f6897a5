"""Code blocks of the documentation, and what a comment before them says about them.

`<!-- file: PATH -->` names the file that the block is; `<!-- not run: REASON -->` says why a block
is only read. A block `console` holds commands after `$ ` with their output, a block `text` right
after a block `python` what it prints; a line `...` in an output stands for any lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
ENGLISH: Final = ROOT / "README.md"
FRENCH: Final = ROOT / "README.fr.md"
#: Documents whose blocks are run; the French README has the blocks of the English one.
RUN: Final = (ENGLISH, *sorted((ROOT / "docs").glob("*.md")))
DOCUMENTS: Final = (*RUN, FRENCH)
LANGUAGES: Final = {"console", "python", "text", "csv", "r", "yaml", "toml", "bash"}

_BLOCK: Final = re.compile(
    r"^(?:<!-- (?P<directive>file|not run): (?P<value>[^\n]*?) -->\n\n?)?"
    r"```(?P<language>[^\n]*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_ELLIPSIS: Final = "..."


@dataclass(frozen=True, slots=True)
class Block:
    """A code block; `start` and `end` bound its text in the document."""

    path: Path
    line: int
    language: str
    text: str
    file: str
    not_run: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.path.name}:{self.line}"


def blocks_of(path: Path) -> list[Block]:
    """Blocks of a document, in order."""
    content = path.read_text(encoding="utf-8")
    return [
        Block(
            path,
            content.count("\n", 0, match.start("text")),
            match["language"],
            match["text"],
            match["value"] if match["directive"] == "file" else "",
            match["value"] if match["directive"] == "not run" else "",
            match.start("text"),
            match.end("text"),
        )
        for match in _BLOCK.finditer(content)
    ]


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a console block and the output that the document shows."""

    command: str
    output: str


def commands_of(text: str) -> list[Command]:
    """Commands of a console block; one that ends in a backslash goes on in the next line."""
    commands: list[list[str]] = []
    continued = False
    for line in text.splitlines():
        if line.startswith("$ "):
            commands.append([line[2:], ""])
        elif continued:
            commands[-1][0] += f"\n{line}"
        else:
            commands[-1][1] += f"{line}\n"
        continued = line.endswith("\\") and not commands[-1][1]
    return [Command(*command) for command in commands]


def render(commands: list[Command]) -> str:
    """Text of a console block."""
    return "".join(f"$ {one.command}\n{one.output}" for one in commands)


def agree(shown: str, found: str) -> bool:
    """Whether an output is the one shown: the same words, whole numbers within 2 or a twentieth.

    The rules change from day to day; a document that is a little behind them is not wrong.
    """
    parts = [
        _words(part) for part in re.split(rf"^{re.escape(_ELLIPSIS)}$", shown, flags=re.MULTILINE)
    ]
    words = _words(found)
    if not _close(parts[0], words[: len(parts[0])]):
        return False
    if len(parts) == 1:
        return len(parts[0]) == len(words)
    last = parts[-1]
    return _close(last, words[len(words) - len(last) :])


def refreshed(shown: str, found: str) -> str:
    """The output as found, cut where the one shown is cut after its first lines."""
    lines = shown.splitlines()
    if _ELLIPSIS not in lines:
        return found
    kept = found.splitlines()[: lines.index(_ELLIPSIS)]
    return "".join(f"{line}\n" for line in [*kept, _ELLIPSIS])


def _words(text: str) -> list[str]:
    return re.findall(r"\d+|[^\W\d]+|[^\w\s]", text)


def _close(shown: list[str], found: list[str]) -> bool:
    return len(shown) == len(found) and all(
        one == other or (one.isdecimal() and other.isdecimal() and _near(int(one), int(other)))
        for one, other in zip(shown, found, strict=True)
    )


def _near(one: int, other: int) -> bool:
    return abs(one - other) <= max(2, max(one, other) / 20)
