"""An article's own publication date: header, dateline, or « Fait à Lomé, le 12 mai 2022 ».

Dates are read by the grammar of `dates`, which puts a sign in their place; the patterns here only
know the words around them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from quifaitquoi.dates import points
from quifaitquoi.dates.calendar import period
from quifaitquoi.dates.lexemes import Lexemes
from quifaitquoi.lexicon.dates import load
from quifaitquoi.records.dates import Grain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quifaitquoi.dates.reading import Reading

# How far from the top a header or dateline is looked for, and from the bottom a closing line.
HEAD_LINES: Final = 12
TAIL_LINES: Final = 30
# Longer lines are text; a dateline stands at their beginning.
MAX_LINE: Final = 160
_HEADER_LINE: Final = 80
_YEARS: Final = range(1800, 2101)

# What stands for a date in a line: a day, a month, a day whose year another date of the line gives.
_DAY, _MONTH, _SHORT = "\ue000", "\ue001", "\ue002"
_SIGNS: Final = f"{_DAY}{_MONTH}{_SHORT}"
# « Lomé », « SAINT-DENIS DE LA RÉUNION », « Port-au-Prince »: capitals but for small words.
_PLACE: Final = (
    r"[A-ZÀ-ÖØ-Þ][\w'’.-]{1,30}"
    r"(?:\s(?:(?:de|du|des|la|le|les|sur|en|d'|l')\s?)?[A-ZÀ-ÖØ-Þ][\w'’.-]{0,30}){0,4}"
)
# « Par Ama Kodjo », « La rédaction avec AFP », « Le Monde »
_BYLINE: Final = (
    rf"(?:(?:par|by|avec)\s[^\d,.|{_SIGNS}]{{2,60}}|(?:l[ae]\s)?(?:rédaction|desk)[^\d,.|{_SIGNS}]{{0,40}}"
    r"|(?-i:[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:\s(?:(?:avec|et|de|du|la|le|l')\s)*[A-ZÀ-ÖØ-Þ][\w'’.-]*){0,5}))"
)
_UPDATE: Final = r"\b(?:mise?s? [àa] jour|modifi[ée]e?|actualis[ée]e?|updated)\b"
_TIME: Final = (
    r"(?:\s*(?:[àa@,|–—-]\s*|T(?=\d))?\d{1,2}\s?(?:h|:|heures?)\s?\d{0,2}(?::\d\d)?(?:\s?min)?"
    r"(?:\s?(?:GMT|TU|UTC|Z)\b)?)?"
)
_PUBLISHED: Final = re.compile(
    rf"(?:(?:^|[|•·–—:(])\s*|^\s*(?:{_BYLINE}|[^,;]{{0,20}}{_UPDATE}[^,;.]{{0,30}}[{_SIGNS}][^,;]{{0,20}}?)"
    rf"\s*(?:[,;(–-]|\bet\b)\s*(?:et\s)?)"
    rf"(?:(?:article|par\s[^|\d]{{2,40}}?)\s)?(?:publi[ée]e?s?|mise? en ligne"
    rf"|post[ée]e?|parue?|diffus[ée]e?|dat[ée]e?(?:\s+du)?|published|posted)\b"
    rf"[^\n\d{_SIGNS}]{{0,40}}?(?P<date>[{_SIGNS}])",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(
    rf"{_UPDATE}[^\n\d,;{_SIGNS}]{{0,40}}?(?P<date>[{_DAY}{_SHORT}])", re.IGNORECASE
)
_ALONE: Final = re.compile(
    rf"\s*(?:par\s[^\d|{_SIGNS}]{{2,40}}|[^\d|•·{_SIGNS}]{{2,30}}\s?[|•·])?[\s,|•·–—-]*(?:le\s+)?"
    rf"(?P<date>{_DAY}){_TIME}\s*(?:$|[|•·–—-].{{0,40}}$)",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(
    rf"\s*{_PLACE}\s*(?:\([^)\n]{{1,30}}\)\s*)?[,:–—-]\s+(?:(?i:le|ce)\s+)?(?P<date>{_DAY})"
    r"\s*(?:\([^)\n]{1,40}\)|[-–—/:.]|\.\s|$)"
)
_DONE: Final = re.compile(
    rf"\b(?:fait|donn[ée]|sign[ée])\s+[àa]\s+{_PLACE},?\s+(?:le\s+|ce\s+)?(?P<date>{_DAY})",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(rf"\s*{_PLACE},\s+le\s+(?P<date>{_DAY})\s*\.?\s*$")
_WRITTEN: Final = re.compile(rf"{_DAY}{_TIME}", re.IGNORECASE)
# Months of English headers (« Published March 3, 2024 »), as the grammar knows them.
_ENGLISH: Final = {
    "january": "janvier", "february": "février", "march": "mars", "april": "avril", "may": "mai",
    "june": "juin", "july": "juillet", "august": "août", "september": "septembre",
    "october": "octobre", "november": "novembre", "december": "décembre", "feb": "fév",
    "apr": "avr", "aug": "août", "dec": "déc",
}  # fmt: skip
_ENGLISH_MONTH: Final = re.compile(rf"\b(?:{'|'.join(_ENGLISH)})\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\d{4}")


class _Line(NamedTuple):
    """A line with a sign in place of each date, and the dates in ISO 8601 in their order."""

    text: str
    dates: tuple[str, ...]

    def date(self, match: re.Match[str] | None) -> str:
        """The date at the sign that a pattern has found; empty without one."""
        if match is None:
            return ""
        before = self.text[: match.start("date")]
        return self.dates[sum(before.count(sign) for sign in _SIGNS)]


def find_published(text: str) -> tuple[str, str]:
    """Publication date that an article's text gives, and where: "header" or "dateline".

    The date is ISO 8601 at day precision, at month precision where a header says no more, else
    both are empty. A date without year is not enough.
    """
    raw = [line[:MAX_LINE] for line in text.splitlines() if line.strip()]
    head, tail = _lines(raw[:HEAD_LINES]), _lines(reversed(raw[-TAIL_LINES:]))
    short = _lines(line for line in raw[:HEAD_LINES] if len(line) <= _HEADER_LINE)
    for pattern, among, basis in (
        (_PUBLISHED, head, "header"),
        (_ALONE, short, "header"),
        (_DATELINE, head, "dateline"),
        (_DONE, tail, "dateline"),
        (_CLOSING, tail, "dateline"),
        (_UPDATED, head, "header"),
    ):
        anywhere = pattern in (_PUBLISHED, _DONE, _UPDATED)
        for line in among:
            found = line.date((pattern.search if anywhere else pattern.match)(line.text))
            if found:
                return found, basis
    return "", ""


def printed(lines: Iterable[str]) -> tuple[str, str]:
    """The first dates that lines print as those of publication and of update; empty without."""
    published = updated = ""
    for line in _lines(one for one in lines if len(one) <= MAX_LINE):
        published = published or line.date(_PUBLISHED.search(line.text))
        updated = updated or line.date(_UPDATED.search(line.text))
        if published:
            break
    return published, updated


def written_day(text: str) -> str:
    """A day written out, with the time that may follow it, in ISO 8601; empty for other text."""
    line = _marked(text.strip())
    return line.dates[0] if _WRITTEN.fullmatch(line.text) else ""


def _lines(raw: Iterable[str]) -> list[_Line]:
    """The lines that have a date with its year."""
    return [line for line in map(_marked, raw) if line.dates]


def _marked(raw: str) -> _Line:
    if not _YEAR.search(raw):
        return _Line(raw, ())
    raw = _ENGLISH_MONTH.sub(lambda match: _ENGLISH[match[0].lower()], raw)
    lexemes = Lexemes(raw, load())
    readings = list(_readings(lexemes))
    full = [found[1] for _, one in readings if one.first.year and (found := _sign(one, ""))]
    text, dates, done = "", [], 0
    for first, one in readings:
        found = _sign(one, full[0] if full else "")
        if found:
            text += raw[done : lexemes.starts[first]] + found[0]
            dates.append(found[1])
            done = lexemes.ends[one.end - 1]
    return _Line(text + raw[done:], tuple(dates))


def _readings(lexemes: Lexemes) -> Iterator[tuple[int, Reading]]:
    """Dates by name or number, from left to right."""
    index = 0
    while index < lexemes.size:
        found = points.numeric(lexemes, index) or points.named(lexemes, index)
        if found:
            yield index, found
        index = found.end if found else index + 1


def _sign(reading: Reading, latest: str) -> tuple[str, str] | None:
    """The sign of a date and its ISO form, None for one of no calendar or without year.

    A day without year is the last one not after `latest`, if that is given.
    """
    part = reading.first
    year = part.year or (int(latest[:4]) if latest else 0)
    if year not in _YEARS or not part.month:
        return None
    if part.grain is Grain.MONTH:
        month = period.months(year, part.month) if part.year else None
        return (_MONTH, month.low) if month else None
    day = period.day(year, part.month, part.day or 0)
    if part.year or day is None:
        return (_DAY, day.low) if day else None
    if day.low > latest:
        day = period.day(year - 1, part.month, part.day or 0)
    return (_SHORT, day.low) if day else None
