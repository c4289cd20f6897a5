"""Brings the documents up to what the pipeline gives now: `python -m tests.docs.refresh`.

Rewrites the outputs of commands and of Python, the tables of accuracy, the data dictionary and the
data package of the gold set. Takes some minutes, since it runs every block.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from quifaitquoi.table import data_dictionary
from tests.docs import accuracy, gold_package
from tests.docs.blocks import (
    ENGLISH,
    FRENCH,
    ROOT,
    RUN,
    Block,
    Command,
    blocks_of,
    commands_of,
    refreshed,
    render,
)
from tests.docs.session import outputs, prepare

DICTIONARY: Final = ROOT / "docs" / "data-dictionary.md"
_DICTIONARY_HEAD: Final = """\
# Data dictionary

What `quifaitquoi run` writes. Generated from `pipeline/quifaitquoi/table/columns.py` by
`python -m tests.docs.refresh`; a test compares. `datapackage.json` says the same to programs.

The files are UTF-8 with one header line; rows are in the order of article and offset. An empty cell
says that the text does not say. Dates are ISO 8601 / EDTF.

"""


def dictionary() -> str:
    """The document of the tables and their columns."""
    return _DICTIONARY_HEAD + data_dictionary()


def updated(block: Block, found: str) -> str:
    """Text of a block with its output as found, cut where it was cut."""
    if block.language != "console":
        return refreshed(block.text, found)
    pairs = zip(commands_of(block.text), commands_of(found), strict=True)
    return render([Command(a.command, refreshed(a.output, b.output)) for a, b in pairs])


def main() -> None:
    """Rewrite every document."""
    DICTIONARY.write_text(dictionary(), encoding="utf-8")
    gold = ROOT / "gold"
    (gold / gold_package.FILE).write_text(gold_package.render(gold), encoding="utf-8")
    for path in RUN:
        with TemporaryDirectory() as folder:
            prepare(Path(folder))
            found = {
                block.start: updated(block, text)
                for block, text in outputs(blocks_of(path), Path(folder))
            }
        texts = [found.get(block.start) for block in blocks_of(path)]
        _rewrite(path, texts)
        if path == ENGLISH:
            _rewrite(FRENCH, texts)
    measured = accuracy.measure(ROOT)
    for path, language in ((ENGLISH, "en"), (FRENCH, "fr")):
        document = path.read_text(encoding="utf-8")
        tables = accuracy.tables(measured, language)
        path.write_text(accuracy.replaced(document, tables), encoding="utf-8")


def _rewrite(path: Path, texts: list[str | None]) -> None:
    """Put new texts in the place of a document's blocks; None leaves one as it is."""
    document = path.read_text(encoding="utf-8")
    for block, text in reversed(list(zip(blocks_of(path), texts, strict=True))):
        if text is not None:
            document = document[: block.start] + text + document[block.end :]
    path.write_text(document, encoding="utf-8")


if __name__ == "__main__":
    main()
