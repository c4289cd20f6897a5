"""Article to CleanText: characters made plain, lines made whole, boilerplate out, blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from quifaitquoi.clean.boilerplate import (
    LINE_MAX,
    RELATED,
    ends_sentence,
    heads_links,
    is_prose,
    stands_alone,
    tail,
    whole,
)
from quifaitquoi.clean.characters import SOFT_HYPHEN, Mapped, normalise
from quifaitquoi.clean.lines import Line, logical, physical
from quifaitquoi.clean.surroundings import around
from quifaitquoi.clean.teasers import embedded
from quifaitquoi.lexicon.clean import Boilerplate, fold, load
from quifaitquoi.records.clean import Block, BlockKind, CleanText, Dropped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.records.articles import Article

# A heading is a line of its own up to this length without the end of a sentence; a title, which
# headlines of the African press fill with two sentences, up to the second.
HEADING_MAX: Final = 90
TITLE_MAX: Final = 250
# How many lines may stand before the title that the metadata give.
TITLE_SEARCH: Final = 6
# A title has at least this many spaces, unless there is none such over the article.
TITLE_SPACES: Final = 2
# No link to another article is longer.
LINK_MAX: Final = 200
# No sentence of prose is longer: a list of names, the longest of a thousand articles, has 900
# characters. What goes on is cut, as some stages compare all words of a sentence.
SENTENCE_MAX: Final = 1_200
# White space, and any place in what is longer than all words of a sentence and holds none.
_BREAKS: Final = re.compile(rf"\s+|(?<=\S{{{SENTENCE_MAX}}})(?=\S)")
_BULLET: Final = re.compile(r"(?:[•●▪■◦‣⁃►▶➢➤✓✔*·]+|[-–—]+(?!\d))\s*(?=\S)")
_NOT_WORD: Final = re.compile(r"\W+")


def clean(article: Article, boilerplate: Boilerplate | None = None) -> CleanText:
    """Give the text of an article as blocks, one a line, with the map to the raw text.

    `boilerplate` is the table of `lexicon.clean.load`, ours unless given.
    """
    words = boilerplate or load()
    title = _words_of(article.title)
    normal = normalise(article.text)
    found = physical(normal.text)
    rules = {line: "" if _is_titled(line, title) else whole(line, words) for line in found}
    closed = {line for line in found if stands_alone(line, rules[line])}
    lines = logical(normal.text, found, words, closed)
    rules |= {line: whole(line, words) for line in lines if line not in rules}
    kept, dropped = _sift(_mark_links([(line, rules[line]) for line in lines]), title, words)
    return _assemble(normal, kept, dropped, title)


def _mark_links(lines: Sequence[tuple[Line, str]]) -> Iterator[tuple[Line, str]]:
    """Lines with the rule that drops each, empty to keep: also the links under « Lire aussi : ».

    Below the label a link stands in the same paragraph, after the article also in later ones.
    """
    news = [index for index, (line, rule) in enumerate(lines) if not rule and is_prose(line)]
    last = max(news, default=len(lines))
    label: Line | None = None
    for index, (line, rule) in enumerate(lines):
        if heads_links(line, rule):
            label = line
        elif not rule and (ends_sentence(line.text) or len(line.text) > LINK_MAX):
            label = None
        elif not rule and label and (index > last or line.paragraph == label.paragraph):
            yield line, RELATED
            continue
        yield line, rule


def _sift(
    lines: Iterator[tuple[Line, str]], title: str, words: Boilerplate
) -> tuple[list[Line], list[tuple[Line, str]]]:
    """Part lines to keep from what is left out with the rule that leaves it out."""
    kept: list[Line] = []
    dropped: list[tuple[Line, str]] = []
    for line, rule in lines:
        if rule:
            dropped.append((line, rule))
            continue
        rest = line
        while link := embedded(rest, words):
            dropped.append((rest.cut(link.start, link.end), link.rule_id))
            rest = rest.without(link.start, link.end)
        if verdict := tail(rest, words):
            dropped.append((rest.cut(verdict.start, verdict.end), verdict.rule_id))
            rest = rest.cut(0, verdict.start)
        if bullet := _BULLET.match(rest.text):
            dropped.append((rest.cut(0, bullet.end()), "clean.bullet"))
            rest = rest.cut(bullet.end(), len(rest.text))
        kept.append(rest)
    beside = around(kept, title, words)
    dropped += ((kept[index], rule) for index, rule in beside.items())
    return [line for index, line in enumerate(kept) if index not in beside], dropped


def _assemble(
    normal: Mapped, lines: Sequence[Line], dropped: Sequence[tuple[Line, str]], title: str
) -> CleanText:
    text = _Writer(normal)
    blocks: list[Block] = []
    gone = [(line.start, line.end, rule) for line, rule in dropped]
    kinds = _kinds(lines, title)
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        start = text.length
        for stretch in line.stretches:
            text.copy(*stretch)
        blocks.append(Block(start, text.length, kind))
        gone += _divisions(normal.text, line)
        if number + 1 < len(lines):
            feed = normal.text.index("\n", line.end)
            text.copy(feed, feed + 1, feed=True)
    whole_text = "".join(text.parts)
    return CleanText(
        whole_text,
        tuple(piece for block in blocks for piece in _bounded(whole_text, block)),
        tuple(text.starts),
        tuple(text.raws),
        tuple(Dropped(normal.raw_start(a), normal.raw_end(b), rule) for a, b, rule in sorted(gone)),
        tuple(text.wide),
    )


def _bounded(text: str, block: Block) -> Iterator[Block]:
    """A block, cut where it runs on without the end of a sentence: at white space if it has any."""
    if block.end - block.start <= SENTENCE_MAX:
        yield block
        return
    start = reached = block.start
    before: re.Match[str] | None = None
    for here in _BREAKS.finditer(text, block.start, block.end):
        if before is not None and here.start() - reached > SENTENCE_MAX:
            yield replace(block, start=start, end=before.start())
            start = reached = before.end()
        if here[0] and ends_sentence(text[here.start() - 1 : here.start()]):
            reached = here.end()
        before = here
    yield replace(block, start=start)


def _divisions(text: str, line: Line) -> Iterator[tuple[int, int, str]]:
    """Find the hyphens that only divided a word at a line's end."""
    for (_, end), (start, _) in pairwise(line.stretches):
        if end < start and text[end] in ("-", SOFT_HYPHEN):
            yield end, end + 1, "clean.hyphen"


class _Writer:
    """The clean text as it grows, with its map."""

    def __init__(self, normal: Mapped) -> None:
        self._normal = normal
        self.parts: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.raws: list[int] = []
        self.wide: list[tuple[int, int]] = []

    def copy(self, start: int, end: int, *, feed: bool = False) -> None:
        """Add [start, end) of the normalised text; a line feed reads as a space unless `feed`."""
        normal = self._normal
        part = normal.text[start:end]
        self.parts.append(part if feed else part.replace("\n", " "))
        index = bisect_right(normal.starts, start) - 1
        while index < len(normal.starts) and normal.starts[index] < end:
            first = max(start, normal.starts[index])
            self._run(
                self.length + first - start, normal.raws[index] + first - normal.starts[index]
            )
            if first in normal.wide:
                self.wide.append((self.length + first - start, normal.wide[first]))
            index += 1
        self.length += end - start

    def _run(self, start: int, raw: int) -> None:
        if not self.starts or raw - self.raws[-1] != start - self.starts[-1]:
            self.starts.append(start)
            self.raws.append(raw)


def _kinds(lines: Sequence[Line], title: str) -> list[BlockKind]:
    """Say what each line is; the title is the line that the metadata name, else the first."""
    first = next((index for index, line in enumerate(lines) if is_prose(line)), len(lines))
    named = [index for index, line in enumerate(lines[:TITLE_SEARCH]) if _is_titled(line, title)]
    likely = [index for index in range(first) if lines[index].text.count(" ") >= TITLE_SPACES]
    at = (named or likely or [0])[0]
    kinds = [BlockKind.HEADING if _is_heading(line) else BlockKind.PARAGRAPH for line in lines]
    if named or (len(lines) > 1 and _is_title(lines[at])):
        kinds[at] = BlockKind.TITLE
    elif len(lines) == 1:
        kinds[0] = BlockKind.PARAGRAPH  # what it would head is missing
    return kinds


def _is_titled(line: Line, title: str) -> bool:
    return bool(title) and len(line.text) <= LINE_MAX and _words_of(line.text) == title


def _is_heading(line: Line) -> bool:
    text = line.text
    if len(text) > HEADING_MAX:
        return False
    return not ends_sentence(text) or (text[-1] in "?!" and not is_prose(line))


def _is_title(line: Line) -> bool:
    text = line.text
    return len(text) <= TITLE_MAX and (text[-1] in "?!»" or not ends_sentence(text))


def _words_of(text: str) -> str:
    """Folded words alone, by which a title is recognised."""
    return _NOT_WORD.sub(" ", fold(normalise(text).text)).strip()
