"""What is wrong with a file of the user's, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class LocatedError(ValueError):
    """A file that cannot be read: `message` says why, `line` where in it, 0 if that is unknown."""

    def __init__(self, message: str, file: Path | str = "", line: int = 0) -> None:
        super().__init__(f"{file}:{line}: {message}" if file else message)
        self.message = message
        self.line = line
