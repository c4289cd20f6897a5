"""Every message that a command can print, as the sources write it, with holes for what varies."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Rooms whose messages a command prints; the others speak to programs.
ROOMS: Final = (
    "articles",
    "cli",
    "config",
    "evaluate",
    "labels",
    "lexicon",
    "report",
    "run",
    "table",
)
#: Modules of them that speak to programs, or whose texts are results.
OTHERS: Final = (
    "articles/given", "evaluate/differences", "labels/label_studio/interface", "run/api",
    "run/component", "table/schema",
)  # fmt: skip
#: What stands before every error.
COMMAND: Final = "quifaitquoi: "
_NAMES: Final = {"msg", "message", "reason"}
_CALLS: Final = {"warning", "error", "Problem", "Rejected", "say"}
_HOLE: Final = re.compile(r"%[sd]")


def templates(path: Path) -> Iterator[str]:
    """The messages of a module: « {} holds no events.csv »."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for found in _said(node):
            text = _template(found)
            # One word alone is a name or a part of a message.
            if re.search(r"[a-z]{2}.*\s", text.removeprefix(COMMAND).replace("{}", "")):
                yield text


def _said(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Assign):
        if any(isinstance(name, ast.Name) and name.id in _NAMES for name in node.targets):
            yield from _branches(node.value)
    elif isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in _CALLS or name.endswith("Error"):
            for argument in node.args:
                yield from _branches(argument)
    elif isinstance(node, ast.Yield) and isinstance(node.value, ast.JoinedStr):
        yield node.value
    elif isinstance(node, ast.Tuple) and len(node.elts) == 2:
        # (whether it is wrong, what to say of it)
        condition, text = node.elts
        if isinstance(condition, ast.Compare | ast.BoolOp | ast.UnaryOp):
            yield text


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)
    else:
        yield node


def _template(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _HOLE.sub("{}", node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else _hole(part)
            for part in node.values
        )
    return ""


def _hole(part: ast.expr) -> str:
    """What stands for a value: a hole, or the ending that a number asks for."""
    value = part.value if isinstance(part, ast.FormattedValue) else part
    plural = isinstance(value, ast.Call) and getattr(value.func, "id", "") == "plural"
    return "{s}" if plural else "{}"
