"""Which lines, and which tails of lines, are no news. Every decision names its rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.clean import TAIL_START, Boilerplate, LineRule, fold, letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.clean.lines import Line

RELATED: Final = "clean.related"
# A label without a link of its own has at most this many words.
LABEL_WORDS: Final = 5
# No line longer than this is boilerplate as a whole, and no tail that is cut off is longer.
LINE_MAX: Final = 300
TAIL_MAX: Final = 240
# A line is prose from this length on, or from this many words when it ends a sentence.
PROSE_LENGTH: Final = 100
PROSE_WORDS: Final = 6
# A line with an address that does not say that it is one is at most this long.
CONTACT_MAX: Final = 160

_SENTENCE_END: Final = re.compile(r"[.!?…][\s»\"')\]]*$")
NAME_WORD: Final = r"(?:[A-ZÀ-ÖØ-ÞŒ][\w'-]*\.?|de|du|des|d'\w+|el|al|ben|bin|ould|van|von|le|la)"
_BYLINE: Final = re.compile(
    rf"(?:[Pp]ar|PAR|[Dd]e notre \w+(?: à [\w' -]{{2,40}})?,?)\s*:? "
    rf"{NAME_WORD}(?: (?:et |avec |, )?{NAME_WORD}){{0,8}}(?:\s*[,(|/–\d-][^.!?]{{0,60}})?$"
)
_CORRESPONDENT: Final = re.compile(
    r"(?:avec |de |par )?(?:notre|nos) (?:correspondante?s?|envoyee?s? specia\w+)\b[^.!?]{0,80}$"
)
INITIALS: Final = re.compile(
    r"[(\[]?(?:[A-Za-z]{2,4}(?:[/\\-][A-Za-z]{2,4})*[/\\][A-Za-z]{2,4}(?:[/\\-][A-Za-z]{2,4})*"
    r"|(?:[A-Z]\.[ -]?){2,4}|[A-Z]{2,3})[)\]]?\.?(?: ?\(\w{2,12}\))?$"
)
_END_INITIALS: Final = re.compile(rf"{TAIL_START}[(\[]?[A-Za-z]{{2,4}}(?:/[A-Za-z]{{2,4}})+[)\]]?$")
_END_INITIAL: Final = re.compile(r"\b[A-Z]\.$")
_EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,}")
_PHONE: Final = re.compile(r"(?:\(?\+|\b00)\d{2,3}\)?(?:[ .-]?\d{2,4}){2,6}|\bb\.?p\.? ?\d{1,6}\b")
_URL: Final = re.compile(r"(?:https?://|www\.|pic\.twitter\.com)\S+$")
_HASHTAGS: Final = re.compile(r"(?:[#@]\w+[\s,]*)+$")
_TWEET: Final = re.compile(r"[^.!?]{2,80}\(@\w{1,20}\)[^.!?]{0,40}$")
_LABELLED: Final = re.compile(r"[:|–—-]\s*\w")
_SYMBOLS: Final = re.compile(r"[\W_]+$")
_PAGE: Final = re.compile(
    r"lu \d+ fois$|(?:page\s*)?\d{1,3}\s*(?:/|sur)\s*\d{1,3}$|(?:page )?\d{1,3}$"
)
_LEAD: Final = re.compile(r"^[^\w©(]+")
_GLUED: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_SEPARATOR: Final = re.compile(r"\s*[,|/>»·•;]\s*|\s+[-–—]\s+")
_BRACKET: Final = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]\s*\.?$")
_BARE_CREDIT: Final = re.compile(
    r"\s+(?:[-–—/|]\s*)?(©|ph\. ?:?|photos? ?:|credits?(?: photos?)? ?:)([^.!?]{1,60})$"
)
_STAMP_TOKEN: Final = re.compile(r"\d[\d/.:-]*(?:h\d{0,2}|er|min|mn)?|[^\W\d_]+|\S")
_HEADER_DATE: Final = re.compile(r"date \d{4}(?:-\d{2}){0,2}\b")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A line and the part of it, counted in its text, that rule `rule_id` leaves out."""

    start: int
    end: int
    rule_id: str


def whole(line: Line, words: Boilerplate) -> str:
    """Name the rule that leaves a line out whatever stands around it, or an empty string."""
    text = line.text
    if len(text) > LINE_MAX:
        return "clean.symbols" if _SYMBOLS.match(text) else ""
    folded = _LEAD.sub("", fold(_GLUED.sub(" ", text))) or "-"
    if rule := _first(words.lines, folded) or _first(words.lines, folded.lstrip("(")):
        return "" if _is_speech(text) or _holds_news(rule, text) else rule
    for rule_id, found in (
        ("clean.symbols", _SYMBOLS.match(text)),
        ("clean.signature", _slashed(text) or _byline(text) or _CORRESPONDENT.match(folded)),
        ("clean.tags", _HASHTAGS.match(text)),
        ("clean.embed", _TWEET.match(text)),
        ("clean.page", _PAGE.match(folded)),
        ("clean.contact", _is_contact(text, folded, words)),
        ("clean.stamp", _is_stamp(folded, words)),
        ("clean.share", _is_share_bar(text, words)),
        ("clean.navigation", _is_breadcrumb(text, folded, words)),
    ):
        if found:
            return rule_id
    rule = _first(words.labels, folded)
    if rule and not _holds_news(rule, text):
        return rule
    return "clean.caption" if _is_caption(text, folded, words) else ""


def stands_alone(line: Line, rule: str) -> bool:
    """Whether a physical line, left out by a rule or not at all, is complete as it is."""
    return bool(_BYLINE.match(line.text)) or (bool(rule) and rule != RELATED)


def heads_links(line: Line, rule: str) -> bool:
    """Whether a line that is left out announces links on the lines below: « Lire aussi : »."""
    return (
        rule == RELATED
        and len(line.text.split()) <= LABEL_WORDS
        and not _LABELLED.search(line.text)
    )


def tail(line: Line, words: Boilerplate) -> Verdict | None:
    """Find the end of a line that is no news, if any."""
    text = line.text
    base = max(0, len(text) - TAIL_MAX)
    ending = text[base:]
    folded = fold(ending)
    for rule in words.tails:
        match = rule.pattern.search(folded)
        if match and not _closes_quote(ending[match.start(1) :]):
            return Verdict(base + match.start(), len(text), rule.id)
    if match := _END_INITIALS.search(ending):
        return Verdict(base + match.start(), len(text), "clean.signature")
    bracket = _BRACKET.search(ending)
    if bracket and ends_sentence(ending[: bracket.start()]):
        inside = fold(bracket.group(1)).strip(" .:/")
        if _is_credit(inside, words) or inside in words.words["agency"]:
            return Verdict(base + bracket.start(), len(text), "clean.credit")
    match = _BARE_CREDIT.search(folded)
    if match and ends_sentence(ending[: match.start()]):
        return Verdict(base + match.start(), len(text), "clean.credit")
    return None


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, quotes and brackets aside."""
    return bool(_SENTENCE_END.search(text[-12:]))


def is_prose(line: Line) -> bool:
    """Whether a line is running text."""
    text = line.text
    if len(text) >= PROSE_LENGTH:
        return not text.isupper()
    return bool(ends_sentence(text)) and text.count(" ") + 1 >= PROSE_WORDS


def _first(rules: Sequence[LineRule], folded: str) -> str:
    return next((rule.id for rule in rules if rule.pattern.match(folded)), "")


def _is_speech(text: str) -> bool:
    """Whether words that look like an appeal to readers are quoted in the news."""
    return text[0] in "«\"'" or _closes_quote(text)


def _closes_quote(text: str) -> bool:
    return text.count("»") > text.count("«")


def _slashed(text: str) -> bool:
    return "/" in text and bool(INITIALS.match(text))


def _byline(text: str) -> bool:
    # The date of a by-line is the article's, and stays.
    return bool(_BYLINE.match(text)) and not re.search(r"\d", text)


def _is_contact(text: str, folded: str, words: Boilerplate) -> bool:
    address = ("@" in text and _EMAIL.search(text)) or _PHONE.search(folded) or _URL.search(text)
    if not address:
        return False
    labelled = words.patterns["contact"].match(folded)
    return bool(labelled) or (len(text) <= CONTACT_MAX and not ends_sentence(text))


def _is_stamp(folded: str, words: Boilerplate) -> bool:
    """Whether a line is « Mis à jour à 20 h 15 »: nothing but dates, and names after « par »."""
    for rule in words.stamps:
        match = rule.pattern.match(folded)
        if match is None:
            continue
        rest = re.split(r"\bpar\b|\|", folded[match.end() :], maxsplit=1)[0]
        tokens = _STAMP_TOKEN.findall(rest)
        known = words.words["date"]
        return (
            bool(tokens)
            and all(token in known or token[0].isdigit() or not token.isalnum() for token in tokens)
            and any(token[0].isdigit() or token in known for token in tokens)
        )
    return False


def _is_share_bar(text: str, words: Boilerplate) -> bool:
    return bool(words.networks.fullmatch(letters(text)))


def _is_breadcrumb(text: str, folded: str, words: Boilerplate) -> bool:
    """Whether a line is « Accueil > Politique > Togo »: sections, or half of four or more parts."""
    parts = [part for part in _SEPARATOR.split(folded) if part]
    sections = sum(part in words.words["category"] for part in parts)
    if ends_sentence(text) or len(parts) < 2:
        return False
    if ">" in text and parts[0] in words.words["category"]:
        return True
    return sections == len(parts) or (len(parts) >= 4 and 2 * sections >= len(parts))


def _is_caption(text: str, folded: str, words: Boilerplate) -> bool:
    """Whether a line is a caption: no sentence, then a photo credit; or a picture's header."""
    if _HEADER_DATE.match(folded):
        return True
    bracket = _BRACKET.search(text)
    if bracket:
        inside = fold(bracket.group(1)).strip(" .:/")
        # An agency alone may follow a headline; a photographer's credit may not.
        alone = bracket.start() == 0 and inside in words.words["agency"]
        credit = _is_credit(inside, words)
        return alone or (credit and not ends_sentence(text[: bracket.start()]))
    if folded.strip(" .()-") in words.words["agency"] | {"dr"}:
        return True
    bare = _BARE_CREDIT.search(folded)
    return bool(bare) and not ends_sentence(text[: bare.start() if bare else 0])


def _is_credit(inside: str, words: Boilerplate) -> bool:
    return inside.startswith("©") or bool(words.patterns["credit"].match(inside))


def _holds_news(rule: str, text: str) -> bool:
    """Whether « Photo : » or « Publié par » opens a sentence, which stays."""
    if rule not in ("clean.credit", "clean.signature") or _END_INITIAL.search(text):
        return False
    return ends_sentence(text) and text.count(" ") >= PROSE_WORDS - 1
