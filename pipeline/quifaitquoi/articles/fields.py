"""Fields of a record: which of its names stand for text, title, date; what their values mean."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

logger = logging.getLogger(__name__)

# What programs and newsrooms call a field, the surest name first; compared without case, accents,
# blanks and marks. « description » is a teaser where there is a body.
_NAMES: Final = {
    "id": ("id", "article_id", "guid", "uid", "uuid", "identifier", "identifiant"),
    "text": tuple(
        "text body content full_text article_body main_text content_text content_html body_text "
        "body_html html texte contenu corps texte_integral article description summary".split()
    ),
    "title": ("title", "headline", "titre", "head_line"),
    "published": tuple(
        "published date_published pub_date published_at publication_date publish_date date "
        "published_date date_publication date_de_publication date_parution parution".split()
    ),
    "source": ("source", "publisher", "source_name", "outlet", "site_name", "media", "journal"),
    "url": ("url", "link", "permalink", "canonical_url", "source_url", "uri", "lien", "adresse"),
    "genre": ("genre",),
}
#: The fields of an article that a record may have.
FIELDS: Final = tuple(_NAMES)
_NOT_FOLDED: Final = re.compile(r"[\W_]+")


class RecordError(ValueError):
    """A record that is no article, with the reason and its id if it has one."""

    def __init__(self, reason: str, article_id: str = "") -> None:
        super().__init__(reason)
        self.article_id = article_id


@dataclass(frozen=True, slots=True)
class Fields:
    """What the names of a record's fields mean: as told, else as they are called, else guessed."""

    told: Mapping[str, str] = field(default_factory=dict)
    _said: set[tuple[str, str]] = field(default_factory=set)

    def name(self, article_field: str) -> str:
        """The name under which a field is looked for first."""
        return self.told.get(article_field, article_field)

    def named(self, values: Mapping[str, object], file: str) -> dict[str, object]:
        """The values by our names; a guess is logged when it is made for the first time."""
        folded = {_fold(name): name for name in reversed(list(values))}
        found: dict[str, object] = {}
        guesses = []
        for article_field, names in _NAMES.items():
            name = self.name(article_field)
            if article_field not in self.told and name not in values:
                name = next((folded[known] for known in map(_fold, names) if known in folded), "")
                if name and (article_field, name) not in self._said:
                    guesses.append((article_field, name))
            if name in values:
                found[article_field] = values[name]
        if guesses and isinstance(found.get("text"), str):
            self._said.update(guesses)
            taken = " ".join(f"--field {ours}={_quoted(theirs)}" for ours, theirs in guesses)
            logger.warning("%s: read as with %s", file, taken)
        return found

    def has_text(self, names: list[str]) -> bool:
        """Whether records with these names can have a text."""
        if "text" in self.told:
            return self.told["text"] in names
        return not {_fold(name) for name in names}.isdisjoint(map(_fold, _NAMES["text"]))


def text_of(value: object, what: str) -> str:
    """A value as text: empty for none, the name of an object that has one, 12 for 12.0."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if value is None or value is False:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, list | dict | bool):
        msg = f"{what!r} is a {type(value).__name__}, not a text"
        raise RecordError(msg)
    return str(value).strip()


def _fold(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _NOT_FOLDED.sub("", plain.casefold())


def _quoted(name: str) -> str:
    return f"'{name}'" if " " in name else name
