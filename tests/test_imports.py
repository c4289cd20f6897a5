"""The shape of the package: who imports whom, and what no module does."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE: Final = Path(__file__).resolve().parents[1] / "pipeline"
MODULES: Final = sorted(PACKAGE.rglob("*.py"))
#: What each part may import besides itself.
DATA: Final = {"lexicon", "records", "tokens"}
STAGES: Final = {"clean", "parse", "dates", "resolve", "actors", "identity", "places", "actions"}
ALLOWED: Final[dict[str, set[str]]] = {
    # What the rules ask of a Doc, read once.
    "tokens": set(),
    "records": {"tokens"},
    "config": {"records"},
    "lexicon": {"records"},
    # Look-up of the mention at a token, for several stages.
    "mentions": {"records"},
    # The clauses of a parsed sentence, for several stages.
    "clauses": {"tokens"},
    # The publication date in a text; without spaCy, so that reading articles stays light.
    "dateline": DATA,
    "articles": {*DATA, "dateline"},
    # Of texts alone, as the run hands them over.
    "duplicates": set(),
    "clean": DATA,
    "parse": DATA,
    "dates": {*DATA, "clauses"},
    "resolve": DATA,
    "actors": DATA,
    "identity": {*DATA, "mentions"},
    "places": DATA,
    "actions": {*DATA, "mentions", "clauses"},
    "events": {*DATA, "resolve", "mentions"},
    "table": {"records"},
    "run": {*DATA, *STAGES, "events", "articles", "config", "duplicates", "table"},
    "spacy_component": {"run", "records", "articles"},
    "brat": {"records", "table"},
    "evaluate": {"records", "table", "brat"},
    "report": {*DATA, "table", "articles", "brat", "evaluate"},
    "cli": {*DATA, "articles", "config", "run", "brat", "evaluate", "report"},
    # The package itself: names that are looked up when they are used.
    "": {"run", "table"},
}


def part_of(name: str) -> str:
    """`pipeline.dates.finder` is of the part `dates`."""
    return name.split(".")[1] if "." in name else ""


def module_name(path: Path) -> str:
    parts = ["pipeline", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            if node.module == "pipeline":
                yield from (f"pipeline.{alias.name}" for alias in node.names)
            else:
                yield node.module


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_part_imports_only_what_it_may(path: Path) -> None:
    part = part_of(module_name(path))
    assert part in ALLOWED, f"{part} is new: say in ALLOWED what it may import"
    found = {part_of(name) for name in imports(path) if name.split(".")[0] == "pipeline"}
    assert found - {part} <= ALLOWED[part]


def test_stages_never_import_each_other() -> None:
    for stage in STAGES:
        assert not ALLOWED[stage] & STAGES


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_clock_no_print_no_debugger(path: Path) -> None:
    clocks = {"now", "today", "utcnow", "time", "localtime", "gmtime"}
    prints = {"print", "pprint", "breakpoint"}
    part = part_of(module_name(path))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        assert name not in clocks, f"{path}:{node.lineno}: {name}() reads the clock"
        assert part == "cli" or name not in prints, f"{path}:{node.lineno}: {name}()"
