"""The date and the place that the sentence gives to each trigger.

A circumstance belongs to the acts of the clause that it stands in (clauses.py), or to the noun that
it completes. Other clauses share it when they happen at the same time: coordinated after it, a
participle or gerund beside it (« Reçu le 4 par X, Y a salué ... »), a relative clause of place or
occasion. Other relative clauses, reported clauses and participles within a noun phrase have a time
of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from quifaitquoi.actions.spans import (
    WordSpan,
    completed_noun,
    inserted_behind,
    introduction,
    is_ahead,
    is_bound,
    is_origin,
    is_topic,
    nouns_above,
)
from quifaitquoi.actions.ties import is_final_incise, is_fronted, is_issued, sharing_complements
from quifaitquoi.records.dates import DateMention
from quifaitquoi.syntax.clauses import Clause, Kind
from quifaitquoi.syntax.frames import is_verb, preposition
from quifaitquoi.syntax.tokens import top

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.syntax.frames import Frame
    from quifaitquoi.syntax.sentence import Sentence
    from quifaitquoi.syntax.tokens import Token


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Mention = TypeVar("Mention", bound=_Spanned)

# Relative clauses that go on with the main one: « à Lomé, où il a rencontré ... ».
GOING_ON: Final = frozenset("où duquel laquelle auquel desquels desquelles lequel".split())
# Conjunctions that say that two acts happen at once.
AT_ONCE: Final = frozenset("lorsque lorsqu' quand comme".split())
# Nouns in these phrases happen with their clause: « lors d'un entretien », « en visite ».
MEANWHILE: Final = frozenset("lors à au en durant pendant dans avec".split())
# « avant d'être dispersés », « après avoir reçu »: acts of the same day.
ADJACENT: Final = frozenset({"avant", "après"})
PURPOSE: Final = frozenset({"pour", "afin"})
# « lors du sommet des 6 et 7 décembre »: the date of such a noun is the clause's.
DURING: Final = frozenset({"lors", "durant", "pendant", "cours", "occasion"})
# Tokens in which a noun such as « coup d'État » holds its trigger.
COMPOUND_SIZE: Final = 3
# Tokens after its verb within which a circumstance comes before any that stands in front.
BESIDE: Final = 3
# « C'est mardi que ...», « voici que ...».
PRESENTING: Final = frozenset({"être", "voici", "voilà"})


@dataclass(frozen=True, slots=True)
class _Stated(Generic[Mention]):
    """A circumstance of a clause, and the index of its first token."""

    mention: Mention
    position: int


def attach(
    sentence: Sentence,
    frames: Mapping[int, Frame],
    mentions: Sequence[Mention],
    sharing: Container[int],
    lexicon: ActionLexicon,
    telling: Container[int] = (),
) -> dict[int, Mention]:
    """Trigger index to its date or place; `frames` are the sentence's events by trigger index.

    `sharing`: the triggers that may take what another clause states.
    `telling`: those that are nothing but words: a place that completes a noun is what they are
    about (« alerte sur la situation au Soudan »), as is a day ahead (« grève à compter de jeudi »).
    """
    if not frames or not mentions:
        return {}
    layout: _Layout[Mention] = _Layout(sentence.clauses, frames, telling, lexicon)
    dated = any(isinstance(mention, DateMention) for mention in mentions)
    spans = [
        (mention, span)
        for mention, span in _spans(sentence, mentions)
        if not (is_bound(span) if dated else is_origin(span))
    ]
    # First what can only be a word's own.
    for mention, span in [one for one in spans if not layout.complete(*one, dated=dated)]:
        layout.place(mention, span)
    shared = {
        position: mention
        for position in frames
        if position not in layout.attached and position in sharing
        for mention in [layout.shared(position)]
        if mention is not None
    }
    topics = [
        mention
        for mention, span in spans
        if (is_ahead(span) if dated else is_topic(span, frames, lexicon))
    ]
    own = {
        position: mention
        for position, mention in layout.attached.items()
        if position not in telling or mention not in topics
    }
    return own | shared


def _spans(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, WordSpan]]:
    """The words of each circumstance."""
    for mention in mentions:
        start, end = mention.start - sentence.offset, mention.end - sentence.offset
        words = sentence.doc.covering(start, end)
        yield mention, WordSpan(sentence.doc, words[0].i, words[-1].i + 1, top(words))


class _Layout(Generic[Mention]):
    """The clauses of a sentence, the acts in each, and what is stated of them."""

    def __init__(
        self,
        clauses: Mapping[int, Clause],
        frames: Mapping[int, Frame],
        telling: Container[int],
        lexicon: ActionLexicon,
    ) -> None:
        self.frames = frames
        self.clauses = clauses
        self.telling = telling
        self.lexicon = lexicon
        self.anchors = {position: carrier(frame) for position, frame in frames.items()}
        self.attached: dict[int, Mention] = {}
        self.stated: dict[Clause, _Stated[Mention]] = {}

    def clause(self, position: int) -> Clause:
        """The clause of an act: of the verb that carries it, or of its noun."""
        anchor = self.anchors[position]
        return self.clauses[position if anchor is None else anchor.i]

    def acts(self, clause: Clause, *, carried: bool) -> list[int]:
        """The acts of a clause: those that its verb says or carries, or its bare nouns."""
        return [
            position
            for position, anchor in self.anchors.items()
            if self.clause(position) is clause and (anchor is not None) is carried
        ]

    def complete(self, mention: Mention, span: WordSpan, *, dated: bool) -> bool:
        """Attach what can only be a word's own; whether it is dealt with."""
        noun = inserted_behind(span)
        if noun is not None and noun.i in self.frames:
            self._give([noun.i], mention)
            return True
        if not dated:
            # « la sécurité dans les pays du Sahel »: what it is about.
            return nouns_above(span, self.frames, self.lexicon) > 1
        noun = completed_noun(span)
        if noun is None:
            return False
        # « le coup d'État de 2021 »: the trigger is a word of the noun's.
        acts = [i for i in range(noun.i, noun.i - COMPOUND_SIZE, -1) if i in self.frames]
        self._give(acts[:1], mention)
        return introduction(noun) not in DURING

    def place(self, mention: Mention, span: WordSpan) -> None:
        """Attach a circumstance to the acts of its clause, or to the noun that it hangs on."""
        clause: Clause | None = self.clauses[span.start]
        noun = self._noun_above(span.root, self.clauses[span.start])
        if noun is not None:
            self._give([noun.i], mention)
            if preposition(noun) not in MEANWHILE:
                return
        while clause is not None:
            if self._settle(clause, mention, span.start):
                for shared in sharing_complements(clause):
                    self._give(self.acts(shared, carried=True), mention)
                return
            clause = self._outer(clause, span.start)

    def _settle(self, clause: Clause, mention: Mention, position: int) -> bool:
        """Attach to the acts of a clause; whether there are any."""
        carried = self.acts(clause, carried=True)
        bare = self.acts(clause, carried=False)
        verb = clause.verb
        beside = verb is not None and 0 < position - verb.i <= BESIDE
        if beside:
            self.stated[clause] = _Stated(mention, position)
            self.attached.update(dict.fromkeys(carried, mention))
        self.stated.setdefault(clause, _Stated(mention, position))
        if carried:
            self._give(carried, mention)
            return True
        before = [noun for noun in bare if noun < position]
        if before or (bare and not beside):
            self._give(before[-1:] or bare[:1], mention)
            return True
        return self._settle_before(clause, mention, position)

    def _settle_before(self, clause: Clause, mention: Mention, position: int) -> bool:
        """« la réunion qui s'est tenue mardi »: a clause without acts is about the noun before."""
        parent = clause.parent
        if parent is None or clause.verb is None or clause.start - 1 not in self.clauses:
            return False
        if clause.kind not in (Kind.RELATIVE, Kind.SUBORDINATE, Kind.PARTICIPLE):
            return False
        noun = clause.verb.doc[clause.start - 1]
        if noun.text == "," and noun.i - 1 in self.clauses:
            noun = noun.nbor(-1)
        act = noun if noun.i in self.frames else self._noun_above(noun, parent)
        if act is not None:
            self._give([act.i], mention)
        if introduction(noun if act is None else act) in DURING:
            self._settle(parent, mention, position)
        elif is_issued(noun, clause.verb, self.lexicon):
            said = [i for i in self.acts(parent, carried=True) if i in self.telling]
            self._give(said, mention)
        return act is not None

    def _is_bare(self, token: Token) -> bool:
        return token.i in self.frames and self.anchors[token.i] is None

    def _outer(self, clause: Clause, position: int) -> Clause | None:
        """The clause that a circumstance of one without acts is about."""
        verb = clause.verb
        if clause.kind is Kind.PARTICIPLE and verb is not None:
            token = verb.doc[position]
            return None if verb.is_ancestor(token) else clause.parent
        if clause.kind is Kind.INFINITIVE and clause.opener in PURPOSE:
            return clause.parent
        if clause.kind is Kind.INSERTED and verb is None:
            return clause.parent
        return None

    def _give(self, positions: Sequence[int], mention: Mention) -> None:
        for position in positions:
            self.attached.setdefault(position, mention)

    def _noun_above(self, token: Token, clause: Clause) -> Token | None:
        """The bare noun of the same clause that a circumstance hangs on in the tree."""
        current = token
        while current.head != current and not is_verb(current.head):
            current = current.head
            before = current.i < token.i and self.clauses[current.i] is clause
            if before and self._is_bare(current):
                return current
        return None

    def shared(self, position: int) -> Mention | None:
        """What an act takes over from another clause, or as a noun from the verb of its own."""
        clause = self.clause(position)
        if self.anchors[position] is None:
            if preposition(self.frames[position].trigger) not in MEANWHILE:
                return None
            stated = self._stated(clause)
        else:
            stated = self._inherited(clause) or self._setting(clause)
        return None if stated is None else stated.mention

    def _stated(self, clause: Clause) -> _Stated[Mention] | None:
        return self.stated.get(clause) or self._inherited(clause) or self._setting(clause)

    def _inherited(self, clause: Clause) -> _Stated[Mention] | None:
        """The circumstance of the clause that this one goes on with."""
        if clause.follows is not None:
            return self._before(clause, clause.follows)
        parent = clause.parent
        if parent is None or not self._goes_on(clause, parent):
            return None
        stated = self._stated(parent)
        if (
            stated is not None
            and clause.kind is Kind.COORDINATED
            and (clause.subject or is_final_incise(clause))
            and parent.verb is not None
            and stated.position > parent.verb.i
        ):
            return None
        return stated

    def _before(self, clause: Clause, before: Clause) -> _Stated[Mention] | None:
        """What a clause after a colon or semicolon takes from the one before.

        All when that one has no act (« Tournant lundi : Lima expulse ... »); else what stands in
        front of it, or what `y` and `en` go back to.
        """
        stated = self.stated.get(before)
        if stated is None or before.verb is None:
            return stated
        idle = not self.acts(before, carried=True) and not self.acts(before, carried=False)
        fronted = stated.position < before.verb.i
        finite = clause.finite
        goes_back = finite is not None and finite.i and finite.nbor(-1).lower_ in ("y", "en")
        return stated if idle or fronted or goes_back else None

    def _goes_on(self, clause: Clause, parent: Clause) -> bool:
        """Whether a clause happens at the time of the one that it hangs on."""
        if parent.verb is not None and parent.verb.lemma_.lower() in PRESENTING:
            return not self.acts(parent, carried=True)
        match clause.kind:
            case Kind.COORDINATED | Kind.GERUND:
                return True
            case Kind.RELATIVE:
                return clause.opener in GOING_ON
            case Kind.SUBORDINATE:
                return clause.opener in AT_ONCE
            case Kind.PARTICIPLE:
                return is_fronted(clause, parent)
            case Kind.INFINITIVE:
                idle = not self.acts(parent, carried=True)
                return clause.opener in ADJACENT or (clause.opener not in PURPOSE and idle)
            case _:
                return False

    def _setting(self, clause: Clause) -> _Stated[Mention] | None:
        """What a participle in front states: « Réunis samedi à Abuja, ... »."""
        for other, stated in self.stated.items():
            if (
                other.parent is clause
                and other.kind in (Kind.PARTICIPLE, Kind.GERUND)
                and is_fronted(other, clause)
            ):
                return stated
        return None


def carrier(frame: Frame) -> Token | None:
    """The verb whose time is the trigger's."""
    if frame.carrier is not None or frame.pos == "v":
        return frame.carrier
    head = frame.trigger.head
    return head if is_verb(head) and frame.trigger.dep_ in ("nsubj", "nsubj:pass") else None
