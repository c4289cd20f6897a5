"""HTML inside a record to text: what is struck out or no prose goes, inline tags break nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from quifaitquoi.articles.encoding import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_BLOCKS: Final = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset footer h1 h2 h3 h4 "
    "h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_INLINE: Final = "a abbr b br cite code em font i img ins mark q small span strong sub sup time u"
# What a reader of the page does not read as the article; `figure` holds captions.
_STRUCK: Final = frozenset("del s strike".split())
_DROPPED: Final = _STRUCK | frozenset(
    "audio button canvas figure form head iframe nav noscript object script select style svg "
    "template textarea title video".split()
)
_TAG: Final = re.compile(
    rf"</?(?:{'|'.join(sorted({*_BLOCKS, *_DROPPED, *_INLINE.split()}))})(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_NEWLINES: Final = re.compile(r"\s*\n\s*\n\s*")


def is_page(text: str) -> bool:
    """Whether a text is a whole HTML page."""
    return _PAGE.match(text) is not None


def plain(text: str) -> str:
    """The text of a piece of HTML, blocks apart by an empty line; any other text as it is."""
    tags = _TAG.findall(text)
    if not tags:
        return text
    from lxml import html

    try:
        root = html.fragment_fromstring(text.replace("\0", ""), create_parent="div")
    except (ValueError, RecursionError) as error:
        msg = f"markup that cannot be read: {error}"
        raise UnreadableError(msg) from error
    prune(root, _DROPPED)
    # Between inline tags alone, the line ends are the text's own.
    has_blocks = any(
        element.tag in _BLOCKS or element.tag == "br" for element in root.iterdescendants()
    )
    found = "".join(_pieces(root, has_blocks=has_blocks))
    return _NEWLINES.sub("\n\n", found).strip()


def prune(root: HtmlElement, dropped: frozenset[str] = _STRUCK) -> None:
    """Drop elements of a tree and its comments; `q` becomes its words in quotation marks."""
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or element.tag in dropped:
            if element.getparent() is not None:
                element.drop_tree()
        elif element.tag == "q":
            element.text = f"« {element.text or ''}"
            if len(element):
                element[-1].tail = f"{element[-1].tail or ''} »"
            else:
                element.text += " »"
            element.drop_tag()


def _pieces(root: HtmlElement, *, has_blocks: bool) -> Iterator[str]:
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end")):
        gap = "\n\n" if element.tag in _BLOCKS else ""
        text = element.text if event == "start" else None if element is root else element.tail
        words = re.sub(r"\s+", " ", text or "") if has_blocks else text or ""
        if event == "start":
            yield gap + words
        else:
            yield ("\n" if element.tag == "br" else gap) + words
