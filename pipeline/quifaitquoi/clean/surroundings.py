"""Lines that only their place, before or after the article, gives away as no news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from quifaitquoi.clean.boilerplate import INITIALS, NAME_WORD, PROSE_LENGTH, ends_sentence, is_prose
from quifaitquoi.lexicon.clean import Boilerplate, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.clean.lines import Line

# Longest navigation line, in words and characters.
SECTION_WORDS: Final = 4
SECTION_LENGTH: Final = 40
SIGNATURES_MAX: Final = 3
_NAME: Final = re.compile(
    rf"[A-ZÀ-ÖØ-ÞŒ][\w'-]*\.?(?: {NAME_WORD}){{0,4}}(?: \([^()]{{2,40}}\))?\s*,?$"
)
_REPUBLIC: Final = re.compile(r"republique [\w' -]{2,60}$")


def around(lines: Sequence[Line], title: str, words: Boilerplate) -> dict[int, str]:
    """Give rules by index of lines that only their place before or after the article gives away.

    `title` is the folded title that is known of the article, whose line always stays.
    """
    prose = [index for index, line in enumerate(lines) if is_prose(line)]
    if not prose:
        return {}
    found = dict(_before(lines[: prose[0]], words))
    after = lines[prose[-1] + 1 :]
    found |= {prose[-1] + 1 + index: rule for index, rule in _after(after, words)}
    return {index: rule for index, rule in found.items() if fold(lines[index].text) != title}


def _before(lines: Sequence[Line], words: Boilerplate) -> Iterator[tuple[int, str]]:
    sections = [_is_section(line, words) for line in lines]
    for index, line in enumerate(lines):
        folded = fold(line.text)
        follows = lines[index + 1 : index + 2]
        if sections[index] and len(lines) > 1:
            yield index, "clean.navigation"
        elif (
            _REPUBLIC.match(folded) and follows and follows[0].text.isupper() is line.text.isupper()
        ):
            yield index, "clean.letterhead"
        elif any(" " in other.text for other in lines[:index]) and _is_signature(line, words):
            yield index, "clean.signature"


def _after(lines: Sequence[Line], words: Boilerplate) -> Iterator[tuple[int, str]]:
    texts = [fold(line.text) for line in lines]
    navigation = any(_is_section(line, words) for line in lines)
    # One article has few authors: many names are a list that it gives.
    signed = sum(_is_name(line) for line in lines) <= SIGNATURES_MAX
    for index, line in enumerate(lines):
        short = len(line.text) <= SECTION_LENGTH and line.text.count(" ") < SECTION_WORDS
        if words.patterns["role"].match(texts[index]) and _is_signature(line, words):
            yield index, "clean.signature"
        elif short and line.text[-1].isalnum() and (navigation or texts.count(texts[index]) > 1):
            yield index, "clean.navigation"
        elif INITIALS.match(line.text) or (signed and _is_name(line)):
            yield index, "clean.signature"


def _is_section(line: Line, words: Boilerplate) -> bool:
    return fold(line.text).strip(" :-–—|>»•") in words.words["category"]


def _is_signature(line: Line, words: Boilerplate) -> bool:
    """Whether a line beside the article's text is a name of two words or more, or a function."""
    if len(line.text) > PROSE_LENGTH or ends_sentence(line.text):
        return bool(INITIALS.match(line.text))
    if words.patterns["role"].match(fold(line.text)):
        return True
    if fold(line.text).rpartition(" avec ")[2] in words.words["agency"]:
        return True
    return _is_name(line) and " " in line.text and not line.text.isupper()


def _is_name(line: Line) -> bool:
    # In capitals alone, four words are a headline.
    long = line.text.isupper() and line.text.count(" ") >= SECTION_WORDS - 1
    return bool(_NAME.match(line.text)) and not long
