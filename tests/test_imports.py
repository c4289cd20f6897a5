"""The shape of the package: who imports whom, and what no module does."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "quifaitquoi"
SOURCES: Final = Path(__file__).resolve().parents[1] / "pipeline"
PACKAGE: Final = SOURCES / NAME
MODULES: Final = sorted(PACKAGE.rglob("*.py"))
#: Words, names and records, which every stage may read.
DATA: Final = {"lexicon", "records"}
STAGES: Final = {"clean", "dates", "actors", "actions", "events"}
#: What each room may import besides itself, in the order in which data flows.
ALLOWED: Final[dict[str, set[str]]] = {
    "records": set(),
    "config": {"records"},
    "lexicon": {"records"},
    "articles": {*DATA, "dates.calendar", "dates.lexemes", "dates.points", "dates.reading"},
    "clean": DATA,
    "syntax": DATA,
    "dates": {*DATA, "syntax"},
    "actors": {*DATA, "syntax"},
    "actions": {*DATA, "syntax"},
    "events": {"records"},
    "table": DATA,
    "run": {*DATA, "__version__", *STAGES, "syntax", "articles", "config", "table"},
    "labels": {"records", "table"},
    "evaluate": {"records", "table", "labels"},
    "report": {*DATA, "table", "articles", "labels", "evaluate"},
    "cli": {
        *DATA,
        "__version__",
        "articles",
        "config",
        "table",
        "run",
        "labels",
        "evaluate",
        "report",
    },
    "__main__": {"cli"},
    # The package itself: names that are looked up when they are used.
    "": {"records", "run", "table"},
}

#: Modules outside syntax that name spaCy: what users plug into it, and who hands the model on.
SPACY: Final = {"run.component", "run.docs", "run.stages"}


def room_of(name: str) -> str:
    """`quifaitquoi.dates.finder` is in the room `dates`."""
    return name.split(".")[1] if "." in name else ""


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCES).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    """Every module of ours that a module imports, also those imported for their types alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            assert name.split(".")[0] != "pipeline", f"{path}: the source root is no package"
            if name.split(".")[0] == NAME:
                yield name


def may_import(room: str, name: str) -> bool:
    allowed = ALLOWED[room] | {room}
    inside = name.split(".")[1:]
    return any(inside[: len(place)] == place for place in (each.split(".") for each in allowed))


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    room = room_of(module_name(path))
    assert room in ALLOWED, f"{room} is new: say in ALLOWED what it may import"
    assert [name for name in imports(path) if not may_import(room, name)] == []


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_spacy_ends_in_syntax(path: Path) -> None:
    """Also for types: whatever hands a Doc on hands on what no rule should ask."""
    name = module_name(path).removeprefix(f"{NAME}.")
    told = {
        module.split(".")[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for module in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert "spacy" not in told or room_of(module_name(path)) == "syntax" or name in SPACY


def test_the_source_root_is_no_package() -> None:
    assert not (SOURCES / "__init__.py").exists()
    assert [path.name for path in SOURCES.iterdir() if path.suffix != ".egg-info"] == [NAME]


def test_no_cycle_also_not_for_types() -> None:
    modules = {module_name(path): path for path in MODULES}
    graph = {
        name: {
            found
            for imported in imports(path)
            for found in (imported, imported.rpartition(".")[0])
            if found in modules and found != name and not name.startswith(f"{found}.")
        }
        for name, path in modules.items()
    }
    done: set[str] = set()
    while leaves := {name for name in graph.keys() - done if graph[name] <= done}:
        done |= leaves
    assert sorted(graph.keys() - done) == []


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_clock_no_print_no_debugger(path: Path) -> None:
    clocks = {"now", "today", "utcnow", "time", "localtime", "gmtime"}
    prints = {"print", "pprint", "breakpoint"}
    room = room_of(module_name(path))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        assert name not in clocks, f"{path}:{node.lineno}: {name}() reads the clock"
        assert room == "cli" or name not in prints, f"{path}:{node.lineno}: {name}()"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_nobody_reads_the_name_of_a_rule(path: Path) -> None:
    """It is for people: what is done to it is handing it on."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare | ast.BoolOp | ast.Subscript):
            read = list(ast.iter_child_nodes(node))
        elif isinstance(node, ast.Attribute | ast.Assign | ast.NamedExpr):
            read = [node.value]
        else:
            continue
        names = [one.attr for one in read if isinstance(one, ast.Attribute)]
        assert "rule_id" not in names, f"{path}:{node.lineno}: reads a rule's name"
