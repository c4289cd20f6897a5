"""spaCy without its own command line, which comes with it and costs a quarter of a second."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["spacy"]

#: What spaCy asks of its command line when it is imported.
ASKED: Final = "spacy.cli.info"


def _info(*values: Any, **named: Any) -> Any:  # noqa: ANN401 - as spaCy's
    from spacy.cli.info import info

    return info(*values, **named)


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Within, another module stands in the place of that one, unless spaCy is there already."""
    if "spacy" in sys.modules:
        yield
        return
    stand_in: Any = ModuleType(ASKED)
    stand_in.info = _info
    sys.modules[ASKED] = stand_in
    try:
        yield
    finally:
        del sys.modules[ASKED]


with _without_command_line():
    import spacy
