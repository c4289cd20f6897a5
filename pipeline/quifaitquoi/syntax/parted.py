"""A participle that an inserted circumstance parts from its auxiliary, put back into its clause.

« Le maire a, lors d'une visite à Kara, remercié le Japon »: the parser hangs the participle on the
last noun of what is inserted, and leaves the subject to the auxiliary.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.tokens import features_of

if TYPE_CHECKING:
    from quifaitquoi.syntax.tokens import Doc, Token

# Marks that end a clause, and with it the search for the participle.
ENDS: Final = frozenset({".", "!", "?", "…", ";", ":"})
# Labels of verbs that head a clause: what bears one belongs where it hangs.
CLAUSAL: Final = frozenset("ROOT ccomp advcl acl acl:relcl conj parataxis xcomp csubj".split())
# What belongs to the participle and not to the word of what is inserted that it hangs on.
OWN: Final = frozenset("nsubj nsubj:pass mark".split())
# What the parser makes of the object of such a participle.
OBJECTS: Final = frozenset({"obl:agent", "xcomp"})
# Finite auxiliaries of the third person; between two commas the model takes « a » for no word.
FINITE: Final = frozenset(
    """a ont avait avaient aura auront aurait auraient eut eurent est sont était étaient sera seront
    serait seraient fut furent""".split()
)


def rejoin(doc: Doc) -> None:
    """Give each parted verb group of a Doc its auxiliaries, subject and circumstances."""
    for word in doc:
        words = _auxiliaries(doc, word.i - 1) if word.text == "," and word.i else []
        participle = _participle(doc, word.i) if words else None
        if participle is not None and all(one.head != participle for one in words):
            _join(words, participle)


def _auxiliaries(doc: Doc, last: int) -> list[Token]:
    """The auxiliaries that end at a position, an adverb behind them left out."""
    words = [doc[last]]
    while words[0].i and (words[0].pos_ == "ADV" or words[0].lower_ == "été"):
        words.insert(0, doc[words[0].i - 1])
    if words[0].lower_ not in FINITE:
        return []
    return [word for word in words if word.pos_ != "ADV"]


def _participle(doc: Doc, opening: int) -> Token | None:
    """The first participle right behind the comma that closes what is inserted."""
    for before, word in pairwise(doc[opening + 1 :]):
        if before.text in ENDS:
            return None
        if before.text == "," and word.pos_ == "VERB" and "Tense=Past" in word.morph:
            return word if "VerbForm=Part" in word.morph else None
    return None


def _join(words: list[Token], participle: Token) -> None:
    """Make a participle the head of what its auxiliary headed, or of what that was hung on."""
    first = top = words[0]
    while top.head not in (top, participle) and _is_misplaced(top, first, participle):
        top = top.head
    below = participle.is_ancestor(top)
    if not set(words).isdisjoint(participle.ancestors if below else top.ancestors):
        return  # it would hang on itself
    if not below:
        participle.dep_ = top.dep_ if top.dep_ in CLAUSAL else "advcl"
        participle.hang_on(participle if top.head == top else top.head)
    if top.i > first.i:
        top.hang_on(participle)
        top.dep_ = "obl:mod"
    elif top.i < first.i:
        top.hang_on(participle)
        top.dep_ = "nsubj"
    for child in [child for head in (top, *words) for child in head.children]:
        if child.dep_ in OWN or child.head in words:
            child.hang_on(participle)
    for word in words:
        word.hang_on(participle)
        word.dep_ = "aux:tense"
        if word.pos_ == "X":
            word.pos_, word.lemma_ = "AUX", "avoir"
            word.morph = features_of("Mood=Ind|Tense=Pres|VerbForm=Fin")
    if words[-1].lemma_ == "être":
        words[-1].dep_ = "aux:pass"
    elif "obj" not in {child.dep_ for child in participle.children}:
        _find_object(participle)


def _find_object(participle: Token) -> None:
    """The noun behind a participle that the parser took for a passive is its object."""
    for child in participle.children:
        bare = child.i > participle.i and child.dep_ in OBJECTS
        if bare and not any(sub.dep_ == "case" for sub in child.children):
            child.dep_ = "obj"
            return


def _is_misplaced(top: Token, first: Token, participle: Token) -> bool:
    """Whether a word hangs on what is inserted, or before the verb by a label of no verb's."""
    return first.i < top.head.i < participle.i or (
        top == first and top.head.i < first.i and top.dep_ not in CLAUSAL
    )
