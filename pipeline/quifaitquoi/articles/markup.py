"""HTML pages to text, title and date, by trafilatura."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.articles.dateline import printed
from quifaitquoi.articles.encoding import UnreadableError
from quifaitquoi.articles.fragment import prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from quifaitquoi.articles.metadata import Metadata

#: Stands in the head of the pages that `report` writes.
REPORT_MARK: Final = '<meta name="generator" content="quifaitquoi">'
MARK_WITHIN: Final = 2_000
# The library would else bound dates by the clock.
_LATEST: Final = "2100-01-01"
# What says when a page was changed, which the library takes where nothing says when it appeared.
_MODIFIED: Final = re.compile(r"modified|updated|lastmod|last-modified", re.IGNORECASE)
_JSON_MODIFIED: Final = re.compile(r'"dateModified"\s*:\s*"([^"]*)"')
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
# Parts of a page that are not its article: their dates are those of other articles or of today.
_ASIDE: Final = frozenset({"aside", "nav", "footer"})
_OTHERS: Final = re.compile(
    r"\b(?:related|similar|recommend\w*|sidebar|banner|most-read|plus-lus|a-lire|lire-aussi"
    r"|sur-le-meme-sujet|breadcrumb|ticker)\b",
    re.IGNORECASE,
)
_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "head"})
_INLINE: Final = frozenset(
    "a abbr b bdi bdo cite code em font i mark q s small span strong sub sup time u".split()
)
# A line that is long enough to be prose, what the prose of a wall before an article is about, and
# to whom it speaks.
_PROSE: Final = 60
_WALL: Final = re.compile(
    r"\b(?:cookies?|traceurs?|consent\w*|données personnelles|personal data|vie privée"
    r"|confidentialité|privacy|javascript|bloqueurs? de publicité|ad ?block\w*|captcha"
    r"|votre navigateur|your browser|êtes (?:bien )?(?:un )?humain|you are (?:a )?human|robots?)\b",
    re.IGNORECASE,
)
_READER: Final = re.compile(r"\b(?:vous|votre|vos|nous|nos|you|your|we)\b", re.IGNORECASE)
_SCRIPT: Final = re.compile(r"<script\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """The running text of a page, headed by its title, and what its head says of it.

    `published` is the date that it prints, else that of its markup; `updated` stands in for one
    that says only when it was changed. Both are ISO 8601 or empty.
    """

    text: str
    title: str
    published: str
    updated: str
    url: str

    def known(self, table: Metadata) -> Metadata:
        """What a table knows of the page, and what the page adds to it."""
        return replace(table, title=table.title or self.title, url=table.url or self.url)


def extract(page: str) -> Page:
    """Take the article out of a page; UnreadableError, with the reason, where there is none."""
    if REPORT_MARK in page[:MARK_WITHIN]:
        msg = "a report of quifaitquoi, no article"
        raise UnreadableError(msg)
    import trafilatura
    from lxml import etree

    if _is_cut(page, etree):
        msg = "HTML nested too deeply"
        raise UnreadableError(msg)
    try:
        tree = trafilatura.load_html(page)
        published, updated = ("", "") if tree is None else _dates(tree)
        tree = trafilatura.load_html(page)  # anew: looking for the dates has changed it
        if tree is not None:
            prune(tree)
        found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    except RecursionError as error:
        msg = "HTML nested too deeply"
        raise UnreadableError(msg) from error
    if found is None or isinstance(found, dict) or not found.text:
        filled = ": a shell that scripts fill in" if _SCRIPT.search(page) else ""
        msg = f"no article text found in the HTML{filled}"
        raise UnreadableError(msg)
    if _is_wall(found.text.splitlines()):
        msg = "no article in the HTML: a wall of cookies, consent or scripts stands before it"
        raise UnreadableError(msg)
    title, text = (found.title or "").strip(), found.text
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    return Page(text, title, published, updated, found.url or "")


def _is_wall(lines: list[str]) -> bool:
    """Whether a page speaks to its reader of cookies and the like, and of nothing else."""
    prose = [line for line in lines if len(line) >= _PROSE] or lines[-1:]
    return all(map(_WALL.search, prose)) and any(map(_READER.search, prose))


def _dates(tree: HtmlElement) -> tuple[str, str]:
    """Dates of publication and of update; changes the tree."""
    import htmldate

    for part in list(tree.iter()):
        if _is_aside(part):
            part.drop_tree()
    modified = _drop_modified(tree)
    published, updated = printed(_printed_lines(tree))
    if not published:
        published = (
            htmldate.find_date(tree, original_date=True, extensive_search=False, max_date=_LATEST)
            or ""
        )
        if published and published == updated:
            published = ""
    return published, updated or modified


def _is_aside(part: HtmlElement) -> bool:
    if not isinstance(part.tag, str) or part.getparent() is None or part.tag in ("body", "html"):
        return False
    named = f"{part.get('class', '')} {part.get('id', '')}".replace("_", "-")
    return part.tag in _ASIDE or _OTHERS.search(named) is not None


def _drop_modified(tree: HtmlElement) -> str:
    """Take what says when the page was changed out of the tree; the first such date."""
    found = ""
    for part in list(tree.iter("meta", "time", "script")):
        if part.tag == "script":
            for date in _JSON_MODIFIED.findall(part.text or ""):
                found = found or _iso(date)
            part.text = _JSON_MODIFIED.sub('""', part.text or "")
            continue
        kinds = (part.get(name, "") for name in ("property", "name", "itemprop", "http-equiv"))
        if _MODIFIED.search(" ".join([*kinds, part.get("class", "")])):
            found = found or _iso(part.get("content") or part.get("datetime") or "")
            part.drop_tree()
    return found


def _iso(text: str) -> str:
    match = _ISO.match(text)
    return match[0] if match else ""


def _printed_lines(tree: HtmlElement) -> Iterator[str]:
    """Lines as a reader sees them, from the first heading on; a time by what its markup says."""
    headings = list(tree.iter("h1"))
    started = not headings
    line: list[str] = []
    for event, part in _walk(tree):
        if isinstance(part.tag, str) and part.tag not in _INLINE:
            if started and line:
                yield " ".join(" ".join(line).split())
            line = []
        started = started or part is headings[0]
        text = part.text if event == "start" else part.tail
        if event == "start" and part.tag == "time":
            text = _iso(part.get("datetime") or "") or text
        line.append(text or "")
    if line:
        yield " ".join(" ".join(line).split())


def _walk(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Beginnings and ends of visible elements in order of the page, without recursion."""
    stack: list[tuple[str, HtmlElement]] = [("start", tree)]
    while stack:
        event, part = stack.pop()
        if event == "start":
            stack.append(("end", part))
            if not isinstance(part.tag, str) or part.tag in _UNSEEN:
                continue
            stack.extend(("start", child) for child in reversed(part))
        yield event, part


def _is_cut(page: str, etree: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether the library would leave out, without a word, what lies deeper than its limit."""
    parser = etree.HTMLParser(encoding="utf-8")
    try:
        etree.fromstring(page.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return False  # no page at all, as trafilatura will say
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
