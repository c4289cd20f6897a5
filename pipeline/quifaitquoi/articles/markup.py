"""HTML pages to text, title and date, by trafilatura (the extra `html`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from quifaitquoi.articles.encoding import UnreadableError

# The library would else bound dates by the clock.
_DATES: Final = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
#: Stands in the head of the pages that `report` writes.
REPORT_MARK: Final = '<meta name="generator" content="quifaitquoi">'
MARK_WITHIN: Final = 2_000


@dataclass(frozen=True, slots=True)
class Page:
    """The running text of a page, headed by its title, and what its head says of it."""

    text: str
    title: str
    published: str
    url: str


def extract(page: str) -> Page:
    """Take the article out of a page; UnreadableError without one or without the extra."""
    if REPORT_MARK in page[:MARK_WITHIN]:
        msg = "a report of quifaitquoi, no article"
        raise UnreadableError(msg)
    try:
        import trafilatura
        from lxml import etree
    except ImportError as error:
        msg = "HTML needs the extra: pip install 'quifaitquoi[html]'"
        raise UnreadableError(msg) from error
    if _is_cut(page, etree):
        msg = "HTML nested too deeply"
        raise UnreadableError(msg)
    try:
        found = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
        )
    except RecursionError as error:
        msg = "HTML nested too deeply"
        raise UnreadableError(msg) from error
    if found is None or isinstance(found, dict) or not found.text:
        msg = "no article text found in the HTML"
        raise UnreadableError(msg)
    title, text = (found.title or "").strip(), found.text
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    return Page(text, title, found.date or "", found.url or "")


def _is_cut(page: str, etree: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether the library would leave out, without a word, what lies deeper than its limit."""
    parser = etree.HTMLParser(encoding="utf-8")
    try:
        etree.fromstring(page.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return False  # no page at all, as trafilatura will say
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
