"""Pronouns and possessives that may stand for an actor; linking says whose they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.mentions import words
from quifaitquoi.actors.mentions.descriptions import is_main, is_subject
from quifaitquoi.records.actors import ActorMention, MentionForm, MentionSort, Traits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.syntax.view import View

# Folded pronoun: gender, number of actors (0: plural).
SUBJECT: Final = {"il": ("m", 1), "elle": ("f", 1), "ils": ("m", 0), "elles": ("f", 0)}
OBJECT: Final = {
    "le": ("m", 1), "la": ("f", 1), "l'": ("", 1), "les": ("", 0), "lui": ("", 1), "leur": ("", 0),
    "eux": ("m", 0),
}  # fmt: skip
DEMONSTRATIVE: Final = {
    "celui ci": ("m", 1), "celle ci": ("f", 1), "ceux ci": ("m", 0), "celles ci": ("f", 0),
    "ce dernier": ("m", 1), "cette derniere": ("f", 1), "ces derniers": ("m", 0),
    "ces dernieres": ("f", 0), "l'interesse": ("m", 1), "l'interessee": ("f", 1),
    "les interesses": ("m", 0), "tous deux": ("m", 2), "toutes deux": ("f", 2),
    "tous les deux": ("m", 2), "l'un et l'autre": ("m", 2), "ni l'un ni l'autre": ("m", 2),
    "les uns et les autres": ("", 0),
    "le premier": ("m", 1), "le second": ("m", 1), "la premiere": ("f", 1), "la seconde": ("f", 1),
}  # fmt: skip
RELATIVE: Final = {
    "qui": ("", 0), "que": ("", 0), "qu'": ("", 0), "dont": ("", 0), "lequel": ("m", 1),
    "laquelle": ("f", 1), "lesquels": ("m", 0), "lesquelles": ("f", 0), "auquel": ("m", 1),
    "auxquels": ("m", 0), "auxquelles": ("f", 0), "duquel": ("m", 1), "desquels": ("m", 0),
    "desquelles": ("f", 0),
}  # fmt: skip
FIRST: Final = {
    "je": 1, "j'": 1, "me": 1, "m'": 1, "moi": 1, "nous": 0,
}  # fmt: skip
IMPERSONAL: Final = frozenset(
    "falloir pleuvoir convenir suffire sembler paraître exister importer ressortir".split()
)
# Of the people named last: all, some or each of them.
QUANTIFIERS: Final = {
    "tous": ("", 0), "toutes": ("f", 0), "certains": ("", 0), "certaines": ("f", 0),
    "plusieurs": ("", 0), "beaucoup": ("", 0), "quelques uns": ("", 0), "quelques unes": ("f", 0),
    "d'autres": ("", 0), "chacun": ("", 0), "chacune": ("f", 0),
}  # fmt: skip
# « il est important de », « il reste à », « il s'agit »: nobody acts.
BE: Final = frozenset("est etait sera serait soit fut reste restait parait semble".split())
ADJECTIVES: Final = frozenset(
    "important necessaire possible impossible vrai clair temps prevu question urgent essentiel "
    "certain difficile evident probable interdit utile indispensable rappele indique precise "
    "demande preferable facile rare normal logique capital crucial primordial a mieux espere "
    "convenu souhaitable etonnant".split()
)
# Verbs whose « le » is a clause.
CLAUSAL: Final = frozenset(
    "dire savoir faire pouvoir vouloir devoir être croire penser annoncer confirmer préciser "
    "indiquer rappeler souligner affirmer expliquer espérer permettre montrer comprendre".split()
)
#: Demonstratives by their first word.
BY_FIRST: Final = {
    first: tuple(form for form in DEMONSTRATIVE if re.split("[ ']", form)[0] == first)
    for first in (re.split("[ ']", form)[0] for form in DEMONSTRATIVE)
}
#: Words of one part that may be any of these or begin one.
FORMS: Final = frozenset().union(
    BY_FIRST, QUANTIFIERS, SUBJECT, OBJECT, RELATIVE, FIRST, words.OWN_THIRD
)


def find(view: View, taken: list[bool]) -> Iterator[ActorMention]:
    """Pronouns and possessives of a sentence, outside the tokens already `taken`."""
    end = 0
    for i, word in enumerate(view.folds):
        if i < end or not (word in FORMS or " " in word or "'" in word):
            continue
        end = _demonstrative(view, i, BY_FIRST.get(word.split("'")[0].split(" ")[0], ()))
        if end:
            key = view.key[view.key_starts[i] : view.key_starts[end - 1] + len(view.folds[end - 1])]
            yield _mention(view, i, end, MentionSort.DEMONSTRATIVE, *DEMONSTRATIVE[key])
        elif not taken[i]:
            yield from _single(view, i, word)


def _demonstrative(view: View, i: int, forms: Sequence[str]) -> int:
    """Where the first of some forms that stands at token `i` ends, or 0."""
    start = view.key_starts[i]
    for form in forms:
        if view.key.startswith(form, start):
            end = view.by_key_end.get(start + len(form), 0)
            ordinal = form.endswith(("premier", "second", "premiere", "seconde"))
            if end and not (ordinal and _modifies(view, end)):
                return end
    return 0


def _modifies(view: View, end: int) -> bool:
    """Whether « le premier » goes on to a noun instead of a verb."""
    following = view.pos[end] if end < len(view) else "PUNCT"
    return following not in ("VERB", "AUX")


def _single(view: View, i: int, word: str) -> Iterator[ActorMention]:
    if _emphatic(view, i) or (word == "l'" and view.folds[i + 1 : i + 2] == ["on"]):
        return
    word = word.rpartition(" ")[2] if view.words[i][0] in "-t" else word
    pos = view.pos[i]
    if (first := _quantified(view, i)) >= 0:
        yield _mention(view, first, i + 1, MentionSort.PARTITIVE, *OBJECT.get(word, ("f", 0)))
    elif word in QUANTIFIERS:
        if pos in ("PRON", "ADJ") and view.deps[i] in ("nsubj", "nsubj:pass"):
            yield _mention(view, i, i + 1, MentionSort.PARTITIVE, *QUANTIFIERS[word])
    elif word in SUBJECT:
        if not (word == "il" and _impersonal(view, i)):
            yield _mention(view, i, i + 1, MentionSort.PERSONAL, *SUBJECT[word])
    elif word in OBJECT and pos == "PRON" and not _neutral(view, i, word):
        gender, count = OBJECT[word]
        gender = gender or _agreement(view, i, word)
        yield _mention(view, i, i + 1, MentionSort.OBJECT, gender, count)
    elif word in FIRST and (pos == "PRON" or word == "j'"):
        yield _mention(view, i, i + 1, MentionSort.FIRST, "", FIRST[word])
    elif word in RELATIVE and pos == "PRON":
        yield _mention(view, i, i + 1, MentionSort.RELATIVE, *RELATIVE[word])
    elif word in words.OWN_THIRD and pos != "PRON" and i + 1 < len(view):
        yield _mention(view, i, i + 1, MentionSort.PLAIN, "", 0 if word.startswith("leur") else 1)


def _quantified(view: View, i: int) -> int:
    """Where « deux d'entre eux » begins, or -1."""
    j = i - 3
    if j < 0 or view.folds[i] not in ("eux", "elles") or view.folds[i - 1] != "entre":
        return -1
    amount = view.folds[j]
    known = amount in words.NUMBERS or amount in words.SOME or amount in words.AMOUNTS
    return j if known or view.pos[j] == "NUM" else -1


def _neutral(view: View, i: int, word: str) -> bool:
    """« il l'a annoncé », « comme chacun le sait »: the pronoun stands for a clause."""
    if view.deps[i] in ("det", "expl:subj"):
        return True
    return word in ("le", "l'") and view.lemmas[view.heads[i]] in CLAUSAL


def _emphatic(view: View, i: int) -> bool:
    """« L'opposition, elle, accuse »: the pronoun repeats its neighbour."""
    return (
        view.folds[i] in ("lui", "elle", "eux", "elles")
        and 0 < i < len(view) - 1
        and view.words[i - 1] == view.words[i + 1] == ","
    )


def _agreement(view: View, i: int, word: str) -> str:
    """Gender of « l' » by the participle that agrees with it (« l'a reçue »)."""
    verb = view.words[view.heads[i]].lower()
    if word != "l'" or "VerbForm=Part" not in view.features[view.heads[i]]:
        return ""
    return "f" if verb.endswith(("e", "es")) else "m"


def _impersonal(view: View, i: int) -> bool:
    """« il faut », « il y a », « il est à noter », « il s'agit »: nobody acts."""
    lemma = view.lemmas[view.heads[i]] if view.heads[i] != i else ""
    following = [word for word in view.folds[i + 1 : i + 5] if word not in ("ne", "n'", "pas")]
    if lemma in IMPERSONAL or following[:1] == ["y"]:
        return True
    if following[:1] == ["s'"]:
        return following[1:2] in (["agit"], ["agissait"], ["agira"], ["agirait"], ["avere"])
    if following[:1] and following[0] in BE:
        rest = [word for word in following[1:] if word not in ("tres", "plus", "donc", "aussi")]
        return bool(rest) and rest[0] in ADJECTIVES
    if following[:3] == ["en", "est", "de"]:
        return True
    return following[:2] in (["en", "va"], ["se", "peut"], ["se", "pourrait"])


def _mention(
    view: View, start: int, end: int, sort: MentionSort, gender: str, count: int
) -> ActorMention:
    """A pronoun; a possessive, where it is of no sort."""
    head = view.governor(start, end)
    first, last = view.start(start), view.stop(end - 1)
    form = MentionForm.PRONOUN if sort else MentionForm.POSSESSIVE
    role = head if sort else view.heads[head]
    traits = Traits(
        gender=gender,
        count=count,
        start=first,
        end=last,
        subject=is_subject(view, role),
        main=is_main(view, role),
    )
    return ActorMention(
        first, last, view.text(start, end), view.start(head), view.index, form,
        f"actor.pronoun.{sort}" if sort else "actor.possessive", traits=traits, sort=sort,
    )  # fmt: skip
