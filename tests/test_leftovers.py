"""Nothing stands twice in a list of words, and nothing private or constant that nobody uses."""

from __future__ import annotations

import ast
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.actors.mentions import descriptions
from quifaitquoi.lexicon import classes
from quifaitquoi.lexicon.actors import fold
from tests.test_imports import MODULES, module_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def word_lists(tree: ast.AST) -> Iterator[list[str]]:
    """Words of each `"...".split()` and of each set that is written out."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Constant(str(text)), attr="split"), args=[]):
                yield text.split()
            case ast.Set(elts=elements):
                yield [str(one.value) for one in elements if isinstance(one, ast.Constant)]


def defined(tree: ast.Module) -> Iterator[str]:
    """Functions and constants of a module; what a decorator registers is used by its name."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name, decorator_list=[]):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_word_stands_twice_in_a_list(path: Path) -> None:
    lists = word_lists(ast.parse(path.read_text(encoding="utf-8")))
    twice = [word for words in lists for word, count in Counter(words).items() if count > 1]
    assert twice == []


def test_what_is_defined_is_used() -> None:
    texts = [path.read_text(encoding="utf-8") for path in MODULES]
    used = Counter(re.findall(r"\w+", "\n".join(texts)))
    once = [
        name
        for text in texts
        for name in defined(ast.parse(text))
        if used[name] == 1 and name[:2] != "__"
    ]
    assert once == []


def test_things_that_do_not_speak_end_as_speakers_do() -> None:
    assert [
        word
        for word in map(fold, classes.load()["no_speaker"])
        if len(word) <= descriptions.SHORT or not word.endswith(descriptions.SPEAKERS)
    ] == []
