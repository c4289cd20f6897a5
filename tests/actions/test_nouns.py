"""Nouns that name acts in general or parts of them, by the classes of the tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quifaitquoi.actions.gates import is_topical, is_trend
from quifaitquoi.actions.nouns import is_general, is_part
from quifaitquoi.lexicon import actions
from tests.actions import notation

LEXICON = actions.load()
ASKED = {
    "counting": (is_general, "obj(la zubre nmod(d' attentats))", "attentats"),
    "averting": (is_general, "zubre=zubre+pres* obj(un attentat)", "attentat"),
    "deciding": (is_part, "nsubj(Le congrès) zubre=zubre+pres*", "congrès"),
    "meeting_part": (is_part, "obj(la zubre nmod(du congrès))", "congrès"),
    "trend": (is_trend, "obj(la zubre nmod(contre les attentats=attentat+pl))", "attentats"),
    "topic": (is_topical, "obj(la zubre nmod(de visite))", "visite"),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_word_of_a_class_makes_acts_general(name: str) -> None:
    asks, tree, trigger = ASKED[name]
    if "+pres" not in tree:
        tree = f"nsubj(Il) voit=voir+pres* {tree}"
    noun = notation.token(notation.read(f"{tree} ."), trigger)
    words = LEXICON.words(name) | {"zubre"}
    taught = replace(LEXICON, classes={**LEXICON.classes, name: words})
    assert [asks(noun, lexicon) for lexicon in (LEXICON, taught)] == [False, True]
