"""Links to other articles within running text: « Lire aussi : un titre. », « (lire page 4) »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from quifaitquoi.clean.boilerplate import RELATED, Verdict
from quifaitquoi.lexicon.clean import Boilerplate, fold

if TYPE_CHECKING:
    from quifaitquoi.clean.lines import Line

# No headline is longer.
HEADLINE_MAX: Final = 200
_COLON: Final = re.compile(r"(?<=:)|\s*:")
_BRACKET: Final = re.compile(rf"[(\[]([^()\[\]]{{3,{HEADLINE_MAX}}})[)\]]")
# Where a headline ends: as a sentence, or where the next one begins, as no headline goes on.
_END: Final = re.compile(
    r"(?<=[^\W\d_]{2})\s?[.!?…](?=\s+[A-ZÀ-ÖØ-Þ«\"])|(?<=[\w»])(?=\s(?:(?:Le|La|Les|Un|Une|Des|Ce"
    r"|Cette|Ces|Il|Elle|Ils|Elles|On|Selon|Dans|En|Pour|Mais)\s|L')[a-zà-ÿ])"
)
# A headline that is a quotation, however many sentences it has.
_QUOTED: Final = re.compile(r"\s*«[^«»]*»\s?[.!?…]?")


def embedded(line: Line, words: Boilerplate) -> Verdict | None:
    """Find the first link in a line after which the line goes on, if any."""
    folded = fold(line.text)
    for bracket in _BRACKET.finditer(folded):
        inside = bracket[1].strip()
        if any(
            rule.id == RELATED and rule.pattern.match(inside)
            for rule in (*words.lines, *words.labels)
        ):
            return Verdict(bracket.start(), bracket.end(), RELATED)
    for rule in words.tails:
        match = rule.pattern.search(folded) if rule.id == RELATED else None
        colon = _COLON.match(folded, match.end()) if match else None
        if match and colon:
            limit = colon.end() + HEADLINE_MAX
            quoted = _QUOTED.match(line.text, colon.end(), limit)
            end = quoted or _END.search(line.text, colon.end(), limit)
            if end:
                return Verdict(match.start(1), end.end(), RELATED)
    return None
