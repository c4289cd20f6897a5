"""Modules and functions are short enough to be read at a sitting; ruff bounds their complexity."""

from __future__ import annotations

import ast
from statistics import median
from typing import TYPE_CHECKING, Final

import pytest

from tests.test_imports import MODULES, module_name

if TYPE_CHECKING:
    from pathlib import Path

MODULE_MAX: Final = 400
MODULE_MEDIAN: Final = 150
FUNCTION_MAX: Final = 60


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_and_its_functions_are_short(path: Path) -> None:
    assert lines(path) <= MODULE_MAX
    long = {
        node.name: size
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (size := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_MAX
    }
    assert long == {}


def test_most_modules_are_shorter() -> None:
    assert median(map(lines, MODULES)) < MODULE_MEDIAN
