"""What stands before a noun: determiner, number, adjectives, the amount that governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.mentions import words
from quifaitquoi.syntax.words import DEMONSTRATIVES, LE, SINGULAR

if TYPE_CHECKING:
    from quifaitquoi.actors.mentions.phrase import Nominal
    from quifaitquoi.syntax.view import View

QUOTES: Final = frozenset('«»“”"')


def determine(view: View, phrase: Nominal) -> None:
    """Determiner, number and adjectives before the noun."""
    i = phrase.noun - 1
    folds = view.folds
    plural = "Number=Plur" in view.features[phrase.noun]
    label = phrase.noun
    number = 0
    while i >= 0 and _is_between(view, i):
        if _is_number(view, i):
            word = folds[i]
            number = int(word) if word.isdecimal() else words.NUMBERS.get(word, 0)
            plural = plural or number != 1
        elif label == i + 1 and _is_in_key(view, i):
            label = i
        i -= 1
    phrase.label = label
    phrase.start = i + 1
    if i >= 0 and (folds[i] in words.DETERMINERS or view.pos[i] == "DET"):
        phrase.start = i if folds[i] not in ("du", "au", "aux") else i + 1
        _determiner(view, phrase, i)
        plural = folds[i] not in SINGULAR and (plural or folds[i] in words.PLURAL_DETERMINERS)
    else:
        phrase.definite = i < 0
    phrase.count = number if number > 1 else 0 if plural else 1
    _amount(view, phrase)


def _is_between(view: View, i: int) -> bool:
    """Whether a word may stand between a determiner and its noun: number, adjective, quote."""
    word = view.folds[i]
    adjective = view.pos[i] == "ADJ" and word not in words.DETERMINERS
    counted = _is_number(view, i) or word in words.NOT_IN_KEY
    return counted or adjective or word == "ancien" or view.words[i] in QUOTES


def _is_number(view: View, i: int) -> bool:
    word = view.folds[i]
    return (word in words.NUMBERS or view.pos[i] == "NUM" or word.isdigit()) and (
        view.words[i] not in QUOTES
    )


def _is_in_key(view: View, i: int) -> bool:
    """Whether what stands before a noun says who somebody is: « un ancien », « un jeune »."""
    word = view.folds[i]
    return word == "ancien" or (
        view.pos[i] == "ADJ" and word not in words.NOT_IN_KEY and view.words[i] not in QUOTES
    )


def _determiner(view: View, phrase: Nominal, i: int) -> None:
    word = view.folds[i]
    phrase.determined = True
    phrase.definite = word in words.DEFINITE or word in words.POSSESSIVES
    if word == "des":
        phrase.definite = view.deps[i] == "case" and not view.deps[phrase.noun].startswith("nsubj")
    phrase.demonstrative = word in DEMONSTRATIVES
    if word in words.OWN_THIRD:
        phrase.owner = i
    if i and view.folds[i - 1] == "dont" and word in LE:
        phrase.owner = i - 1


def _amount(view: View, phrase: Nominal) -> None:
    """« une dizaine de suspects », « deux des suspects », « l'un d'eux »: the amount governs."""
    i = phrase.start - 1
    folds = view.folds
    if phrase.start < phrase.noun and folds[phrase.start] in ("d'", "de", "des"):
        i = phrase.start
    if i < 1 or folds[i] not in ("de", "d'", "des"):
        return
    before = folds[i - 1]
    if before in words.AMOUNTS or before in words.NUMBERS or before in words.SOME:
        phrase.amount = i - 1
        phrase.count = 0
    elif before in words.ONE and phrase.count != 1:
        phrase.amount = i - 1
        phrase.count, phrase.one, phrase.definite = 1, True, False


def first_token(view: View, phrase: Nominal) -> int:
    """Where a phrase begins, with what says how many of it: « l'un de ses avocats »."""
    first = phrase.amount if phrase.one else phrase.start
    return first - (phrase.one and first > 0 and view.folds[first - 1] == "l'")
