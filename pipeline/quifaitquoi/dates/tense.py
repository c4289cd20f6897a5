"""On which side of its anchor a date lies, as the verb and the preposition around it tell."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from quifaitquoi.dates.lexemes import LE_PARTS
from quifaitquoi.lexicon.dates import fold
from quifaitquoi.records.dates import Direction
from quifaitquoi.syntax.clauses import Kind
from quifaitquoi.syntax.tokens import top
from quifaitquoi.syntax.verb_groups import (
    HELPING,
    Mood,
    VerbGroup,
    VerbTense,
    mood_of,
    tense_of,
    verb_group,
)
from quifaitquoi.syntax.words import DEMONSTRATIVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.dates.lexemes import Lexemes
    from quifaitquoi.lexicon.dates import DateWords
    from quifaitquoi.syntax.clauses import Clause
    from quifaitquoi.syntax.sentence import Sentence
    from quifaitquoi.syntax.tokens import Token

_MAX_CLIMB: Final = 8
# Verbs in the present that put their infinitive ahead.
_AHEAD: Final = frozenset(
    "aller devoir pouvoir compter espérer vouloir prévoir envisager souhaiter entendre promettre"
    " accepter viser s'engager engager projeter décider annoncer demander".split()
)
# « initialement prévu le 25 février »: the day may well be over.
_AT_FIRST: Final = frozenset({"initialement", "auparavant", "précédemment", "originellement"})
# Verbs whose infinitive lies ahead of what they say, in whatever tense.
_PROSPECTIVE: Final = frozenset(
    """accepter convenir promettre appeler demander exiger menacer decider engager proposer
    encourager exhorter sommer inviter convier prevoir projeter jurer""".split()
)
_TO: Final = frozenset({"à", "de", "d'"})
# « à compter de », « à partir de ».
_STARTS: Final = frozenset({"compter", "partir"})
_AUXILIARY_VERBS: Final = frozenset({"être", "avoir"})
# Words between « menace » and the date of what is threatened, and what stands between no two.
_MAX_COMPLEMENT: Final = 6
_STOPS: Final = frozenset(".,;:()«»")
_ENDINGS: Final = frozenset("a ont ai ait aient ais".split())
# Participles that the model takes for adjectives: « est mort dimanche » is past.
_ENDED: Final = frozenset("mort morte morts mortes ne nee nes nees".split())
_BEFORE_DATE: Final = LE_PARTS | DEMONSTRATIVES | {"a", "au", "en", "aux", "mois", "de", "d"}
_FINITE: Final = {
    VerbTense.FUTURE: Direction.FUTURE,
    VerbTense.IMPERFECT: Direction.PAST,
    VerbTense.PAST: Direction.PAST,
}


class Evidence:
    """The tokens of a block by character, and its sentences and clauses by token."""

    __slots__ = ("_main", "_sentences", "_starts", "doc", "words")

    def __init__(self, sentences: Sequence[Sentence], words: DateWords) -> None:
        self.doc = sentences[0].doc
        self.words = words
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._main: dict[int, Direction] = {}

    def token(self, offset: int) -> Token:
        """The token that holds the character at `offset` of the block."""
        return self.doc.at(offset)

    def sentence(self, token: Token) -> Sentence:
        """The sentence of a token."""
        return self._sentences[bisect_right(self._starts, token.i) - 1]

    def clause(self, token: Token) -> Clause:
        """The clause of a token."""
        return self.sentence(token).clauses[token.i]

    def main(self, token: Token) -> Direction:
        """The tense of the first finite verb of a token's sentence, read once."""
        sentence = self.sentence(token)
        if sentence.index not in self._main:
            self._main[sentence.index] = _main_tense(sentence, self.words)
        return self._main[sentence.index]

    def root(self, start: int, end: int) -> Token:
        """The token of the stretch [start, end) that stands highest in the tree."""
        return top(self.doc.covering(start, end))


def side(evidence: Evidence, lexemes: Lexemes, begin: int, end: int) -> Direction:
    """The side of the expression that takes lexemes `begin` to `end` (not included)."""
    preposition = _preposition(lexemes, begin)
    if preposition == "depuis":
        return Direction.PAST
    if preposition == "ici":
        return Direction.FUTURE
    found = Direction.NONE
    if evidence.doc.parsed:
        weekday = any(form in lexemes.words["weekday"] for form in lexemes.forms[begin:end])
        span = lexemes.starts[begin], lexemes.ends[end - 1]
        found = _by_clause(evidence, *span) or _governor(evidence, *span, weekday=weekday)
        if found is Direction.PAST and _is_present(evidence.clause(evidence.token(span[0]))):
            found = Direction.NONE
        if _is_awaited(evidence, lexemes, begin, preposition):
            return Direction.FUTURE
    if preposition in ("pour", "avant", "jusqu") and found is not Direction.PAST:
        return Direction.FUTURE
    if preposition == "pour" and lexemes[begin - 2] in lexemes.words["scheduled"]:
        return Direction.FUTURE
    return found


def _is_present(clause: Clause) -> bool:
    """« entre en vigueur jeudi, a annoncé ... »: whatever the date hangs on in the tree."""
    finite = clause.finite
    return (
        finite is not None
        and finite is clause.verb
        and finite.lemma_ not in _AUXILIARY_VERBS
        and clause.tense is VerbTense.PRESENT
    )


def _is_awaited(evidence: Evidence, lexemes: Lexemes, begin: int, preposition: str) -> bool:
    """« une grève à compter de jeudi », « la menace d'une grève en décembre »."""
    at = begin - 1
    while at > 0 and lexemes[at] != preposition:
        at -= 1
    if preposition in _STARTS and at > 1:
        return evidence.token(lexemes.starts[at - 2]).pos_ == "NOUN"
    if lexemes[begin - 1] not in ("en", "pour"):
        return False
    pending = lexemes.words["pending"]
    near = range(begin - 2, max(begin - 2 - _MAX_COMPLEMENT, 0), -1)
    noun = next((i for i in near if lexemes[i] in pending or lexemes[i] in _STOPS), begin)
    return lexemes[noun] in pending and lexemes[noun + 1] in ("de", "d")


def _preposition(lexemes: Lexemes, begin: int) -> str:
    """The preposition before the expression, articles and « à » skipped."""
    at = begin - 1
    while lexemes[at] in _BEFORE_DATE:
        at -= 1
    return lexemes[at]


def _by_clause(evidence: Evidence, start: int, end: int) -> Direction | None:
    """The side that the clause tells by its own words, whatever hangs where; None if it does not.

    Verbs that set a time (« a fixé au 15 mai ») and participles say more by what they govern.
    """
    clause = evidence.clause(evidence.token(start))
    verb, finite = clause.verb, clause.finite
    if verb is None or fold(verb.lemma_) in evidence.words["scheduling"]:
        return None
    if finite is None:
        above = clause.parent
        inviting = (
            clause.kind is Kind.INFINITIVE
            and "VerbForm=Inf" in verb.morph
            and clause.opener in _TO
            and above is not None
            and above.verb is not None
            and fold(above.verb.lemma_) in _PROSPECTIVE
        )
        return Direction.FUTURE if inviting else None
    if clause.tense is VerbTense.FUTURE:
        # « se prononcera sur l'attaque de lundi »: the noun's date.
        of_noun = evidence.root(start, end).head.pos_ == "NOUN"
        return None if of_noun else Direction.FUTURE
    if clause.compound and finite.lemma_ == "avoir" and clause.mood is Mood.INDICATIVE:
        return Direction.PAST
    return None


def _governor(evidence: Evidence, start: int, end: int, *, weekday: bool) -> Direction:
    token = evidence.root(start, end)
    through_noun = False
    for _ in range(_MAX_CLIMB):
        if token.pos_ in ("VERB", "AUX") and not start <= token.idx < end:
            found = tense(token, evidence.words)
            if found is Direction.PAST and fold(token.lemma_) in evidence.words["scheduling"]:
                found = _scheduled(evidence.token(start), found, weekday=weekday)
            # « se prononcera sur l'attaque de mardi »: the verb does not date its object.
            return Direction.NONE if through_noun and found is Direction.FUTURE else found
        if token.head.i == token.i:
            break
        through_noun = through_noun or not start <= token.idx < end
        token = token.head
    return evidence.main(token)


def _scheduled(first: Token, found: Direction, *, weekday: bool) -> Direction:
    """« a reporté mardi le vote au 15 mai »: what follows « au » lies ahead, a bare day behind."""
    if first.i and first.nbor(-1).lower_ == "au":
        return Direction.FUTURE
    return found if weekday else Direction.NONE


def _main_tense(sentence: Sentence, words: DateWords) -> Direction:
    """The tense of the first finite verb of a sentence whose tree has lost its verb."""
    for token in sentence.tokens:
        if token.pos_ == "AUX" and token.dep_.startswith(HELPING):
            return tense(token.head, words)
        if token.pos_ == "VERB" and "VerbForm=Fin" in token.morph:
            return tense(token, words)
    return Direction.NONE


def tense(verb: Token, words: DateWords, depth: int = 3) -> Direction:
    """Where a verb with its auxiliaries puts what it says; NONE for the present and for doubt."""
    if "VerbForm=Inf" in verb.morph:
        return _infinitive(verb, words, depth)
    group = verb_group(verb)
    if "VerbForm=Part" in verb.morph or group.helping:
        return _participle(group, words, depth)
    return _of_form(verb)


def _of_form(word: Token) -> Direction:
    """Where the form of a verb or auxiliary puts what is said."""
    if mood_of(word) is Mood.CONDITIONAL or _built_on_infinitive(word):
        return Direction.FUTURE
    return _FINITE.get(tense_of(word), Direction.NONE)


def _built_on_infinitive(verb: Token) -> bool:
    """Whether a form is infinitive and ending: the model takes « confirmerait » for past."""
    infinitive = verb.lemma_.removesuffix("e")
    return infinitive.endswith("r") and verb.lower_.removeprefix(infinitive) in _ENDINGS


def _participle(group: VerbGroup, words: DateWords, depth: int) -> Direction:
    verb = group.verb
    if group.compound:
        return Direction.PAST
    if fold(verb.text) in _ENDED:
        return Direction.PAST
    if group.helping:
        return _of_form(group.helping[0])
    if fold(verb.text) in words["scheduled"]:
        given_up = any(child.lower_ in _AT_FIRST for child in verb.children)
        return Direction.NONE if given_up else Direction.FUTURE
    if group.is_gerund:
        governed = depth and verb.head.i != verb.i
        return tense(verb.head, words, depth - 1) if governed else Direction.NONE
    return Direction.PAST


def _infinitive(verb: Token, words: DateWords, depth: int) -> Direction:
    if verb_group(verb).compound:
        return Direction.PAST
    head = verb.head
    if not depth or head.i == verb.i or head.pos_ not in ("VERB", "AUX"):
        return Direction.NONE
    if head.lemma_ == "venir":
        return Direction.PAST
    found = tense(head, words, depth - 1)
    if found is Direction.PAST:
        # « elle voulait tenir » looks back, « il a promis de tenir » ahead of then.
        return found if tense_of(head) is VerbTense.IMPERFECT else Direction.NONE
    present = head.morph >= {"Tense=Pres", "VerbForm=Fin"}
    ahead = present and head.lemma_ in _AHEAD
    return Direction.FUTURE if ahead or found is Direction.FUTURE else Direction.NONE
