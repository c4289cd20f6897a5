"""An article's own publication date: header, dateline, or « Fait à Lomé, le 12 mai 2022 »."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import dateparser

if TYPE_CHECKING:
    from collections.abc import Iterable

# How far from the top a header or dateline is looked for, and from the bottom a closing line.
HEAD_LINES: Final = 12
TAIL_LINES: Final = 30
# Longer lines are text; a dateline stands at their beginning.
MAX_LINE: Final = 160
_HEADER_LINE: Final = 80

_WEEKDAY: Final = r"(?:(?:lun|mar|mercre|jeu|vendre|same|diman)[a-z]{0,3}\.?,?\s+(?:le\s+)?)?"
_DAY: Final = (
    r"(?:\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{4}(?!\d)"
    r"|\d{1,2}(?:\s?er)?[\s-]+[^\W\d_]{3,9}\.?,?[\s-]+\d{4}(?!\d)|[^\W\d_]{3,9}\.?\s+\d{1,2},?\s+\d{4}(?!\d))"
)
_MONTH: Final = r"(?:\d{4}-\d{2}(?![\d-])|[^\W\d_]{3,9}\.?\s+\d{4}(?!\d))"
# « Lomé », « SAINT-DENIS DE LA RÉUNION », « Port-au-Prince »: capitals but for small words.
_PLACE: Final = (
    r"[A-ZÀ-ÖØ-Þ][\w'’.-]{1,30}"
    r"(?:\s(?:(?:de|du|des|la|le|les|sur|en|d'|l')\s?)?[A-ZÀ-ÖØ-Þ][\w'’.-]{0,30}){0,4}"
)
_PUBLISHED: Final = re.compile(
    rf"(?:^|[|•·–—:])\s*(?:(?:article|par\s[^|\d]{{2,40}}?)\s)?(?:publi[ée]e?s?|mise? en ligne"
    rf"|post[ée]e?|parue?|diffus[ée]e?|dat[ée]e?(?:\s+du)?|published|posted)\b[^\n\d]{{0,40}}?{_WEEKDAY}(?P<date>{_DAY}|{_MONTH})",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(
    rf"\b(?:mise?s? [àa] jour|modifi[ée]e?|actualis[ée]e?|updated)\b[^\n\d]{{0,40}}?{_WEEKDAY}"
    rf"(?P<date>{_DAY})",
    re.IGNORECASE,
)
_TIME: Final = (
    r"(?:\s*(?:[àa@,|–—-]\s*)?\d{1,2}\s?(?:h|:|heures?)\s?\d{0,2}(?:\s?min)?"
    r"(?:\s?(?:GMT|TU|UTC))?)?"
)
_ALONE: Final = re.compile(
    rf"\s*(?:par\s[^\d|]{{2,40}}|[^\d|•·]{{2,30}}\s?[|•·])?[\s,|•·–—-]*(?:le\s+)?{_WEEKDAY}(?P<date>{_DAY})"
    rf"{_TIME}\s*(?:$|[|•·–—-].{{0,40}}$)",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(
    rf"\s*{_PLACE}\s*(?:\([^)\n]{{1,30}}\)\s*)?[,:–—-]\s+(?:(?i:le|ce)\s+)?(?i:{_WEEKDAY})(?P<date>(?i:{_DAY}))"
    r"\s*(?:\([^)\n]{1,40}\)|[-–—/:.]|\.\s|$)"
)
_DONE: Final = re.compile(
    rf"\b(?:fait|donn[ée]|sign[ée])\s+[àa]\s+{_PLACE},?\s+(?:le\s+|ce\s+)?{_WEEKDAY}(?P<date>{_DAY})",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(rf"\s*{_PLACE},\s+le\s+(?i:{_WEEKDAY})(?P<date>(?i:{_DAY}))\s*\.?\s*$")
_FORMATS: Final = {"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
_MONTH_FORMATS: Final = {"REQUIRE_PARTS": ["month", "year"], "DATE_ORDER": "DMY"}
_YEARS: Final = range(1800, 2101)


def find_published(text: str) -> tuple[str, str]:
    """Publication date that an article's text gives, and where: "header" or "dateline".

    The date is ISO 8601 at day precision, at month precision where a header says no more, else
    both are empty. A date without year is not enough.
    """
    lines = [line[:MAX_LINE] for line in text.splitlines() if line.strip()]
    head, tail = lines[:HEAD_LINES], lines[-TAIL_LINES:]
    short = [line for line in head if len(line) <= _HEADER_LINE]
    for pattern, among, basis in (
        (_PUBLISHED, head, "header"),
        (_ALONE, short, "header"),
        (_DATELINE, head, "dateline"),
        (_DONE, reversed(tail), "dateline"),
        (_CLOSING, reversed(tail), "dateline"),
        (_UPDATED, head, "header"),
    ):
        found = _first(pattern, among, anywhere=pattern in (_PUBLISHED, _DONE, _UPDATED))
        if found:
            return found, basis
    return "", ""


def _first(pattern: re.Pattern[str], lines: Iterable[str], *, anywhere: bool) -> str:
    for line in lines:
        match = pattern.search(line) if anywhere else pattern.match(line)
        date = _iso(match["date"]) if match else ""
        if date:
            return date
    return ""


@lru_cache(maxsize=1_000)
def _iso(written: str) -> str:
    """ISO form of a date written out with its year; empty if it is none."""
    written = re.sub(r"\b1\s?er\b", "1", written, flags=re.IGNORECASE)
    numbers = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", written)
    languages = ["fr", "en"]
    full = re.fullmatch(_DAY, written, re.IGNORECASE) is not None
    if numbers and not numbers[3]:
        return written if 1 <= int(numbers[2]) <= 12 and int(numbers[1]) in _YEARS else ""
    settings = _FORMATS if full else _MONTH_FORMATS
    if numbers:
        settings = settings | {"DATE_ORDER": "YMD"}
    found = dateparser.parse(written, languages=languages, settings=settings)
    if found is None or found.year not in _YEARS:
        return ""
    return found.date().isoformat() if full else f"{found.year:04}-{found.month:02}"
