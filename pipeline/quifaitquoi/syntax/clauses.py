"""The clauses of a sentence, read from left to right from its verbs and link words.

The parser's arcs go wrong most often around dates and insertions; what opens and closes a clause
in French stands on the surface: relative pronouns and conjunctions, commas before a verb whose
subject still waits, colons, semicolons, quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.participles import shares_auxiliary
from quifaitquoi.syntax.verb_groups import Mood, VerbTense, is_gerund, mood_of, tense_of
from quifaitquoi.syntax.words import (
    ADVERBIAL,
    AUXILIARIES,
    COMPARING,
    COMPOUND,
    COORDINATORS,
    DEGREES,
    HARD,
    HONORIFICS,
    INFINITIVE_MARKS,
    OPENING,
    QUE,
    RELATIVE_PRONOUNS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    VERB_CLITICS,
)

if TYPE_CHECKING:
    from quifaitquoi.syntax.tokens import Doc, Token

# Pronouns that are objects where they stand before a verb.
NO_SUBJECT: Final = VERB_CLITICS | QUE
#: Words that may open a clause.
OPENERS: Final = RELATIVES | SUBORDINATORS
# Words between an auxiliary and its participle.
GROUP_GAP: Final = 8


class Kind(Enum):
    """How a clause hangs on what is around it."""

    MAIN = auto()
    COORDINATED = auto()
    RELATIVE = auto()
    SUBORDINATE = auto()
    REPORTED = auto()
    PARTICIPLE = auto()
    GERUND = auto()
    INFINITIVE = auto()
    INSERTED = auto()


FINITE: Final = frozenset(Kind) - {Kind.PARTICIPLE, Kind.GERUND, Kind.INFINITIVE}


@dataclass(slots=True, eq=False)
class Clause:
    """A clause: its kind, what it hangs on, its verb, its opening word and first token's index.

    `finite`: the word that carries its tense, the verb or its auxiliary; None in phrases.
    `parent`: the clause around it; of a coordinated clause the one before it. `follows`: the
    clause before the colon or semicolon that it comes after. `subject`: whether a noun or pronoun
    stands before its verb. `verbless`: whether it may do without a verb (« dont deux officiers »).
    """

    kind: Kind
    start: int
    parent: Clause | None = None
    opener: str = ""
    verb: Token | None = None
    finite: Token | None = None
    follows: Clause | None = None
    subject: bool = False
    verbless: bool = False

    @property
    def mood(self) -> Mood:
        """Its mood; NONE in phrases."""
        return mood_of(self.finite)

    @property
    def tense(self) -> VerbTense:
        """The tense of its finite word; NONE in phrases."""
        return tense_of(self.finite)

    @property
    def compound(self) -> bool:
        """Whether its verb stands behind an auxiliary, which it may share."""
        return self.finite is not None and self.verb is not None and self.finite.i < self.verb.i


def segment(doc: Doc, start: int, end: int) -> dict[int, Clause]:
    """Index of each token of a sentence, tokens [start, end) of its Doc, to its clause."""
    return _Segmenter(doc, start, end).run()


def is_finite_form(token: Token) -> bool:
    """Whether a token carries person and tense, by its tag alone."""
    return token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in token.morph


def shares_subject(clause: Clause) -> Clause | None:
    """The clause whose subject is this one's too, if it has none of its own."""
    if clause.kind in (Kind.GERUND, Kind.INFINITIVE):
        return clause.parent
    if clause.kind is Kind.COORDINATED and not clause.subject:
        return clause.parent
    return None


class _Segmenter:
    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end
        self.of: dict[int, Clause] = {}
        self.current = Clause(Kind.MAIN, start)
        self.closers: list[tuple[str, Clause]] = []
        self.group_end = -1
        self.incise: Clause | None = None

    def run(self) -> dict[int, Clause]:
        """Read all tokens."""
        for token in self.doc[self.start : self.end]:
            if token.i > self.group_end:
                self._read(token)
            if token.i not in self.of:
                self.of[token.i] = self.current
                if token.pos_ in ("NOUN", "PROPN", "PRON") and token.lower_ not in NO_SUBJECT:
                    self.current.subject |= self.current.verb is None
        return self.of

    def _read(self, token: Token) -> None:
        text = token.text
        if text in HARD:
            self.current = Clause(Kind.MAIN, token.i, follows=self._top())
            self.of[token.i] = self.current
        elif text in OPENING:
            self.closers.append((OPENING[text], self.current))
            self._open(Kind.INSERTED, token)
        elif self.closers and text == self.closers[-1][0]:
            self.of[token.i] = self.current
            self.current = self.closers.pop()[1]
        elif text == ",":
            self._close_phrase(token)
        elif token.lower_ in OPENERS and (kind := _opened(token)) is not None:
            self._open(kind, token)
        elif token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in token.morph:
            if self._is_incise(token):
                self._insert(token)
            else:
                self._finite(token)
        elif token.pos_ in ("VERB", "AUX") and "VerbForm=Inf" in token.morph:
            self._infinitive(token)
        elif "VerbForm=Part" in token.morph and (token.pos_ == "VERB" or is_gerund(token)):
            self._participle(token)

    def _top(self) -> Clause:
        clause = self.current
        while clause.parent is not None:
            clause = clause.parent
        return clause

    def _open(self, kind: Kind, token: Token) -> Clause:
        before = self.doc[token.i - 1].lower_ if token.i > self.start else ""
        self.current = Clause(kind, token.i, self.current, token.lower_)
        self.current.verbless = token.lower_ == "dont" or before == "parmi"
        return self.current

    def _close_phrase(self, comma: Token) -> None:
        """A comma ends a participle's or an infinitive's phrase, and an inserted « a-t-il dit »."""
        if self.current is self.incise and self.current.parent is not None:
            self.of[comma.i] = self.current
            self.current = self.current.parent
        while self.current.kind not in FINITE and self.current.parent is not None:
            self.of[comma.i] = self.current
            self.current = self.current.parent

    def _leave_phrases(self) -> None:
        while self.current.kind not in FINITE and self.current.parent is not None:
            self.current = self.current.parent

    def _is_incise(self, token: Token) -> bool:
        """« Quinze personnes, a-t-il rappelé, ont », « La Russie, a affirmé le ministre, a »."""
        if token.i <= self.start or not self._after_comma(token):
            return False
        if token.i + 1 < self.end and token.nbor(1).text.startswith("-"):
            return True
        return self.current.verb is None and self.current.subject and self._has_speaker(token)

    def _has_speaker(self, token: Token) -> bool:
        """Whether a verb of saying stands before its subject, which a comma follows."""
        if self.doc[token.i - 1].text != ",":
            return False
        verb, end = self._group(token), self.group_end
        self.group_end = -1
        following = self.doc[end + 1] if end + 1 < self.end else None
        return (
            verb.lemma_.lower() in SAYING
            and following is not None
            and (
                following.pos_ == "PROPN"
                or "PronType=Art" in following.morph
                or following.lower_ in HONORIFICS
            )
            and any(word.text == "," for word in self.doc[end + 2 : self.end])
        )

    def _insert(self, token: Token) -> None:
        self._leave_phrases()
        self.incise = self._open(Kind.INSERTED, token)
        self.incise.finite = token
        self.incise.verb = self._group(token)
        for i in range(token.i, self.group_end + 1):
            self.of[i] = self.incise

    def _finite(self, token: Token) -> None:
        self._leave_phrases()
        clause = self.current
        link = self._link(token)
        if clause.verb is not None or (
            clause.verbless and clause.subject and self._after_comma(token)
        ):
            waiting = clause.parent
            while waiting is not None and (waiting.verb is not None or waiting.kind not in FINITE):
                waiting = waiting.parent
            if (
                waiting is not None
                and waiting.subject
                and (link is None or self._after_comma(token))
            ):
                clause = waiting
                self._claim(clause, self._comma(token), token)
            elif link is None and waiting is not None:
                clause = waiting
            else:
                # Without a link it is an insertion of the whole: « ..., a annoncé le ministre ».
                before = clause if link is not None else self._top()
                start = link if link is not None else self._comma(token)
                clause = Clause(Kind.COORDINATED, start, before)
                clause.subject = any(
                    t.pos_ in ("NOUN", "PROPN", "PRON") and t.lower_ not in VERB_CLITICS
                    for t in self.doc[start : token.i]
                )
                self._claim(clause, start, token)
        self.current = clause
        clause.finite = token
        clause.verb = self._group(token)
        for i in range(token.i, self.group_end + 1):
            self.of[i] = clause

    def _claim(self, clause: Clause, start: int, token: Token) -> None:
        """What stands before the verb of a clause after the last link is its own."""
        for i in range(start, token.i):
            held = self.of.get(i)
            if held is not None and held.kind in FINITE:
                self.of[i] = clause

    def _link(self, token: Token) -> int | None:
        """Index of the conjunction that joins a verb to the one before."""
        verb = self.current.verb
        start = verb.i if verb is not None else self.current.start
        for i in range(token.i - 1, start, -1):
            word = self.doc[i]
            if (
                word.lower_ in COORDINATORS
                and self.of.get(i) is not None
                and (self.of[i] is self.current or self.of[i].kind not in FINITE)
            ):
                return i
        return None

    def _comma(self, token: Token) -> int:
        """Index of the last comma since the verb before, or of the verb."""
        verb = self.current.verb
        for i in range(token.i - 1, verb.i if verb is not None else self.current.start, -1):
            if self.doc[i].text == ",":
                return i
        return token.i

    def _after_comma(self, token: Token) -> bool:
        i = token.i - 1
        while i > self.start and self.doc[i].lower_ in VERB_CLITICS | COORDINATORS:
            i -= 1
        return self.doc[i].text in (",", ")", "»", "–")

    def _group(self, token: Token) -> Token:
        """The verb that an auxiliary or modal introduces; the rest of its group is passed over."""
        head = token
        self.group_end = token.i
        while head.lemma_ in AUXILIARIES or head.pos_ == "AUX":
            following = self._participle_of(head)
            if following is None:
                break
            head = following
            self.group_end = head.i
        return head

    def _participle_of(self, auxiliary: Token) -> Token | None:
        """The participle of an auxiliary: the parser's, or the first behind adverbs (d'abord)."""
        head = auxiliary.head
        if (
            auxiliary.dep_.startswith("aux")
            and auxiliary.i < head.i < self.end
            and "VerbForm=Part" in head.morph
        ):
            return head
        inserted = False
        for token in self.doc[auxiliary.i + 1 : min(auxiliary.i + 1 + GROUP_GAP, self.end)]:
            if token.text == ",":
                inserted = True
            elif "VerbForm=Part" in token.morph and not is_gerund(token):
                return token
            elif (
                is_finite_form(token)
                or token.text in HARD
                or token.lower_ in RELATIVE_PRONOUNS
                or (not inserted and (token.pos_ in ("PROPN", "DET") or self._is_nominal(token)))
            ):
                return None
        return None

    def _is_nominal(self, token: Token) -> bool:
        """Whether a noun or adjective is no part of an adverb such as `d'abord`, `en outre`."""
        if token.pos_ not in ("NOUN", "ADJ"):
            return False
        return token.i == 0 or token.nbor(-1).lower_ not in ADVERBIAL

    def _infinitive(self, token: Token) -> None:
        mark = token.i - 1
        while mark > self.start and (
            self.doc[mark].lower_ in VERB_CLITICS or self.doc[mark].lower_ == "pas"
        ):
            mark -= 1
        counted = token.lower_ in ("compter", "partir") and token.i > self.start
        if counted and token.nbor(-1).lower_ == "à":
            return
        compound = token.pos_ == "AUX" or token.lemma_ in AUXILIARIES
        verb = self.current.verb
        said = verb is not None and verb.i == mark and verb.lemma_.lower() in SAYING
        if self.doc[mark].lower_ in INFINITIVE_MARKS or compound or said:
            if self.current.kind is Kind.INFINITIVE:
                self._leave_phrases()
            clause = self._open(Kind.INFINITIVE, token)
            opener = self.doc[mark].lower_
            before = self.doc[mark - 1].lower_ if mark > self.start else ""
            clause.opener = before if opener in ("de", "d'") and before in COMPOUND else opener
            clause.verb = self._group(token)
            for i in range(token.i, self.group_end + 1):
                self.of[i] = clause

    def _participle(self, token: Token) -> None:
        kind = Kind.GERUND if is_gerund(token) else Kind.PARTICIPLE
        before = self.doc[token.i - 1] if token.i > self.start else None
        while before is not None and before.pos_ == "ADV" and before.i > self.start:
            before = self.doc[before.i - 1]
        self._leave_phrases()
        if before is not None and before.lower_ == "en":
            # « tout en prévenant »: beside the main clause, whatever stands between.
            self.current = self._top()
        verb, finite = self.current.verb, self.current.finite
        if kind is Kind.PARTICIPLE and shares_auxiliary(token, before, verb, finite):
            start = token.i - 1 if before is None else before.i
            self.current = Clause(Kind.COORDINATED, start, self.current, verb=token, finite=finite)
            self.of[start] = self.current
        else:
            clause = self._open(kind, token)
            clause.verb = self._group(token) if kind is Kind.GERUND else token
        for i in range(token.i, max(self.group_end, token.i) + 1):
            self.of[i] = self.current


def _is_compared(que: Token) -> bool:
    """Whether `que` compares or restricts: « moins intransigeant que », « n'a été relâché que »."""
    doc = que.doc
    near = [word.lower_ for word in doc[max(0, que.i - 3) : que.i]]
    return near[-1] in COMPARING or any(word in DEGREES for word in near)


def _opened(token: Token) -> Kind | None:
    """The kind of clause that a word opens, if any."""
    word = token.lower_
    if word in RELATIVE_PRONOUNS and token.pos_ != "DET":
        return Kind.RELATIVE
    if word in QUE:
        before = token.doc[token.i - 1] if token.i else None
        if before is None or _is_compared(token):
            return None
        if "PronType=Rel" in token.morph and before.pos_ in ("NOUN", "PROPN"):
            return Kind.RELATIVE
        return Kind.REPORTED if before.pos_ in ("VERB", "AUX") else Kind.SUBORDINATE
    if word in SUBORDINATORS and token.pos_ in ("SCONJ", "ADV"):
        return Kind.SUBORDINATE
    return None
