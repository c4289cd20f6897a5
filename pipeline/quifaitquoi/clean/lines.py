"""Physical lines to logical ones: hard wraps rejoined, words divided at a line's end made whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from quifaitquoi.clean.characters import SOFT_HYPHEN
from quifaitquoi.lexicon.clean import Boilerplate, fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

# Widths at which mail, agency wires and converted PDFs are wrapped.
WRAP_MIN: Final = 30
WRAP_MAX: Final = 100
# Share of line ends at which the next word would not have fitted, from which a text is wrapped.
FULL_SHARE: Final = 0.6
# A line this long may go on after one blank line, as in texts with a blank line after every line.
ACROSS_BLANK: Final = 40
_BULLET: Final = re.compile(r"[•●▪■◦‣⁃►▶➢➤✓✔*·–—-]")
_DIVIDED: Final = re.compile(rf"([^\W\d_]+)[-{SOFT_HYPHEN}]$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_LAST_WORD: Final = re.compile(r"(?:^|\s|(?<='))([^\W\d_]+['.]?)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as stretches [start, end) of the normalised text; its line feeds read as spaces."""

    text: str
    stretches: tuple[tuple[int, int], ...]
    paragraph: int

    @property
    def start(self) -> int:
        """Say where it starts in the normalised text."""
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        """Say where it ends in the normalised text."""
        return self.stretches[-1][1]

    def cut(self, start: int, end: int) -> Line:
        """Take the part [start, end) of the text, without white space at its ends."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        end = start + len(part.strip())
        kept: list[tuple[int, int]] = []
        offset = 0
        for first, last in self.stretches:
            low, high = max(first, first + start - offset), min(last, first + end - offset)
            if low < high:
                kept.append((low, high))
            offset += last - first
        return Line(self.text[start:end], tuple(kept), self.paragraph)

    def without(self, start: int, end: int) -> Line:
        """Leave out the part [start, end) of the text; of the white space around it, one stays."""
        before, after = self.cut(0, start), self.cut(end, len(self.text))
        if not before.text or not after.text:
            return before if before.text else after
        (first, last), (following, final) = before.stretches[-1], after.stretches[0]
        space = ""
        if after.text[0].isalnum() or after.text[0] in '«("':
            if self.text[start - 1].isspace():
                space, last = " ", last + 1
            elif self.text[end].isspace():
                space, following = " ", following - 1
        return Line(
            f"{before.text}{space}{after.text}",
            (*before.stretches[:-1], (first, last), (following, final), *after.stretches[1:]),
            self.paragraph,
        )


def physical(text: str) -> list[Line]:
    """Find the lines that hold something; `paragraph` counts the blank lines before them."""
    lines: list[Line] = []
    start = paragraph = 0
    for content in text.split("\n"):
        bare = content.strip()
        if bare:
            first = start + content.index(bare[0])
            lines.append(Line(bare, ((first, first + len(bare)),), paragraph))
        else:
            paragraph += 1
        start += len(content) + 1
    return lines


def logical(
    text: str, lines: Sequence[Line], words: Boilerplate, closed: AbstractSet[Line]
) -> list[Line]:
    """Undo hard wraps. The lines in `closed` are complete as they are."""
    if not lines:
        return []
    width = wrap_width(lines)
    vocabulary = _vocabulary(text, lines)
    joined: list[Line] = []
    open_line = [lines[0]]
    for line, following in pairwise(lines):
        shut = line in closed or following in closed
        if not shut and _continues(line, following, width, words):
            open_line.append(following)
        else:
            joined.append(_join(text, open_line, vocabulary, words))
            open_line = [following]
    joined.append(_join(text, open_line, vocabulary, words))
    return joined


def wrap_width(lines: Sequence[Line]) -> int:
    """Find the column at which a hard-wrapped text is wrapped; 0 for any other text."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.paragraph == b.paragraph]
    if len(pairs) < 2:
        return 0
    lengths = sorted(len(line.text) for line, _ in pairs)
    width = lengths[len(lengths) * 9 // 10]
    if not WRAP_MIN <= width <= WRAP_MAX:
        return 0
    full = sum(_is_full(line, following, width) for line, following in pairs)
    return width if full >= FULL_SHARE * len(pairs) else 0


def _is_full(line: Line, following: Line, width: int) -> bool:
    word = following.text.split(None, 1)[0]
    return len(line.text) + 1 + len(word) > width


def _continues(line: Line, following: Line, width: int, words: Boilerplate) -> bool:
    """Whether a line goes on in the next one."""
    gap = following.paragraph - line.paragraph
    if gap > 1 or _BULLET.match(following.text):
        return False
    last, first = line.text[-1], following.text[0]
    lower = first.islower() and (last.isalnum() or last in ",-" + SOFT_HYPHEN)
    lower = lower and not line.text.isupper()
    if gap:
        return lower and len(line.text) >= ACROSS_BLANK
    divided = last == "-" and line.text[-2:-1].isalpha() and first.isalpha()
    if lower or divided or (width and _is_full(line, following, width)):
        return True
    word = _LAST_WORD.search(fold(line.text[-20:]))
    return bool(word and word.group(1) in words.words["unfinished"] and len(line.text) >= WRAP_MIN)


def _vocabulary(text: str, lines: Sequence[Line]) -> frozenset[str]:
    """Collect the words of a text that has lines ending in a hyphen; nothing for any other."""
    if not any(line.text[-1] == "-" for line in lines):
        return frozenset()
    return frozenset(_WORD.findall(text))


def _join(text: str, lines: Sequence[Line], vocabulary: frozenset[str], words: Boilerplate) -> Line:
    if len(lines) == 1:
        return lines[0]
    stretches: list[tuple[int, int]] = []
    for line, following in pairwise(lines):
        start, end = line.stretches[0]
        divided = _DIVIDED.search(line.text[-40:])
        if divided and following.text[0].isalpha():
            drop = _hyphen_goes(divided, following.text, vocabulary, words)
            stretches.append((start, end - 1 if drop else end))
        else:
            feed = text.index("\n", end)
            stretches += (start, end), (feed, feed + 1)
    stretches.append(lines[-1].stretches[0])
    content = "".join(text[start:end] for start, end in stretches).replace("\n", " ")
    return Line(content, tuple(stretches), lines[0].paragraph)


def _hyphen_goes(
    divided: re.Match[str], following: str, vocabulary: frozenset[str], words: Boilerplate
) -> bool:
    """Whether the hyphen at a line's end only divides a word."""
    if divided.group()[-1] == SOFT_HYPHEN:
        return True
    head = divided.group(1)
    tail = _FIRST_WORD.match(following)
    if tail is None or not tail.group()[0].islower():
        return False
    if f"{head}-{tail.group()}" in vocabulary:
        return False
    if head + tail.group() in vocabulary:
        return True
    known = fold(head) in words.words["prefix"] or fold(tail.group()) in words.words["enclitic"]
    return not known and not fold(head).endswith("o")
