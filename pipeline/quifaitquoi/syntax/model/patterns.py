"""The tokenizer's patterns: asked less, and its list of hyphenated words compiled fast.

spaCy writes some 260 kinds of French words, each with the whole alphabet in it once or twice; most
of the time that loading takes goes into compiling these 1.4 million characters. Here what they
share is written once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The flags of the list; its items are each in brackets, between bars.
FLAGS: Final = "(?iu)"
#: Characters above which a pattern is that list.
LONG: Final = 100_000
# An item: perhaps an alphabet, then what is its own (with no bar, which would part more than the
# item), and what comes from the next alphabet on.
ITEM: Final = re.compile(
    r"(?P<head>\^(?:\[[^]]{99,}\]\+)?)"
    r"(?P<own>(?:[^|()]|\(\?:[^|()]*\))*?)"
    r"(?P<tail>\[[^]]{99,}\].*\$)"
)


@contextmanager
def shortened_patterns() -> Iterator[None]:
    """Within, that list is compiled as `shortened`, by whichever module of spaCy's."""
    compile_: Any = re.compile

    def compile_short(pattern: Any, flags: Any = 0) -> Any:  # noqa: ANN401 - as re.compile
        is_list = isinstance(pattern, str) and len(pattern) > LONG and pattern.startswith(FLAGS)
        return compile_(shortened(pattern) if is_list else pattern, flags)

    re.compile = compile_short
    try:
        yield
    finally:
        re.compile = compile_


def shortened(pattern: str) -> str:
    """A pattern that matches wherever one of that list's form does, though not as its groups."""
    items = pattern.removeprefix(FLAGS).removeprefix("(?:").removesuffix(")").split(")|(?:")
    if FLAGS + "|".join(f"(?:{item})" for item in items) != pattern:
        return pattern
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    alone: list[str] = []
    for item in items:
        found = ITEM.fullmatch(item)
        if found is None:
            alone.append(item)
        else:
            shared[found["head"], found["tail"]].append(found["own"])
    alone += [f"{head}(?:{'|'.join(own)}){tail}" for (head, tail), own in shared.items()]
    return FLAGS + "|".join(f"(?:{item})" for item in alone)


def spare_letters(tokenizer: Any) -> None:  # noqa: ANN401 - spaCy types it as any callable
    """Ask a French tokenizer about no word of letters alone: the patterns asked here find nothing.

    They take two thirds of the time of a word that is new.
    """
    for name, nothing in (("token_match", None), ("suffix_search", None), ("infix_finditer", ())):
        setattr(tokenizer, name, _sparing(getattr(tokenizer, name), nothing))


def _sparing(search: Callable[[str], object], nothing: object) -> Callable[[str], object]:
    return lambda word: nothing if word.isalpha() else search(word)
