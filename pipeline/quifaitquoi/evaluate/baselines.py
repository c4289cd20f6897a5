"""What a system must beat: two coders that understand nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.evaluate.coding import CodedArticle, CodedEvent
from quifaitquoi.records.actions import Factuality

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quifaitquoi.evaluate.coding import Coding

# Twenty words that are common in political news, each with the type it mostly stands for.
TRIGGER_WORDS: Final = {
    "déclaré": "STATEMENT",
    "annoncé": "STATEMENT",
    "affirmé": "STATEMENT",
    "indiqué": "STATEMENT",
    "souligné": "STATEMENT",
    "appelé": "APPEAL",
    "demandé": "APPEAL",
    "rencontré": "CONSULT",
    "rencontre": "CONSULT",
    "visite": "CONSULT",
    "entretien": "CONSULT",
    "discussions": "CONSULT",
    "reçu": "CONSULT",
    "salué": "DIPLOMACY",
    "signé": "DIPLOMACY",
    "libéré": "YIELD",
    "condamné": "DISAPPROVE",
    "accusé": "DISAPPROVE",
    "arrêté": "COERCE",
    "attaque": "ASSAULT",
}
_WORDS: Final = re.compile(rf"\b(?:{'|'.join(TRIGGER_WORDS)})\b", re.IGNORECASE)


def publication_date_baseline(gold: Coding, published: Mapping[str, str]) -> Coding:
    """Gold with every event dated to the day its article came out, or undated if that is unknown.

    Its event_date score is the best that a coder can have that only knows the article's date.
    """
    return {
        article_id: replace(
            article,
            events=tuple(
                replace(event, date=published.get(article_id, "")) for event in article.events
            ),
        )
        for article_id, article in gold.items()
    }


def trigger_word_baseline(texts: Mapping[str, str]) -> Coding:
    """Every TRIGGER_WORDS word of the raw texts as an asserted event without arguments."""
    return {
        article_id: CodedArticle(
            tuple(
                CodedEvent(
                    match.start(),
                    match.end(),
                    TRIGGER_WORDS[match[0].lower()],
                    Factuality.ASSERTED,
                )
                for match in _WORDS.finditer(text)
            )
        )
        for article_id, text in texts.items()
    }
