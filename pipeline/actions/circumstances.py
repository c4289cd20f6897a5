"""The date and the place that the sentence gives to each trigger.

A circumstance belongs to the trigger above it in the tree. Other triggers of the sentence share it
when their clauses happen at the same time: coordinated after it, a participle or gerund beside it
(« Reçu le 4 par X, Y a salué ... »), a relative clause of place or occasion. A relative clause, a
reported clause and a participle within a noun phrase have a time of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from pipeline.actions.grammar import is_infinitive, is_verb, preposition
from pipeline.records import DateMention

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from spacy.tokens import Token

    from pipeline.actions.grammar import Frame
    from pipeline.records import Sentence


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Mention = TypeVar("Mention", bound=_Spanned)

# A clause whose time is its own: what stands in it dates nothing above.
CLOSED: Final = frozenset({"acl:relcl", "ccomp", "acl"})
# Relative clauses that go on with the main one: « à Lomé, où il a rencontré ... ».
GOING_ON: Final = frozenset("où duquel laquelle auquel desquels desquelles lequel".split())
# Nouns in these phrases happen with their clause: « lors d'un entretien », « en visite ».
MEANWHILE: Final = frozenset("lors à au en durant pendant dans avec".split())
# Nouns that a place completes: « à l'aéroport de Lomé ».
LOCATIVE_NOUNS: Final = frozenset(
    """aéroport capitale ville village quartier région province préfecture district palais siège
    hôpital camp base poste port frontière route rue place stade localité commune île banlieue
    nord sud est ouest centre environ abord territoire localité zone secteur""".split()
)
PURPOSE: Final = frozenset({"pour", "afin"})


def attach(
    sentence: Sentence,
    frames: Mapping[int, Frame],
    mentions: Sequence[Mention],
    sharing: Container[int],
) -> dict[int, Mention]:
    """Trigger index to its date or place; `frames` are the sentence's events by trigger index.

    `sharing`: the triggers that may take what another clause states.
    """
    owners = _owners(frames)
    heads = [(mention, head) for mention in mentions if (head := _head(sentence, mention))]
    attached: dict[int, Mention] = {}
    for mention, head in heads:
        noun = _inserted_behind(sentence, mention)
        owner = owners.get(noun.i) if noun is not None else _nearest(head, owners)
        if owner is not None and not isinstance(mention, DateMention) and _is_topic(head, owners):
            continue
        if owner is not None:
            attached.setdefault(owner, mention)
    shared = {
        position: mention
        for position, frame in frames.items()
        if position not in attached and position in sharing
        for mention in [_shared(frame, heads, frames)]
        if mention is not None
    }
    return attached | shared


def _owners(frames: Mapping[int, Frame]) -> dict[int, int]:
    """Token index to the trigger that it stands for: itself, or the noun that a verb carries."""
    owners = {position: position for position in frames}
    for position, frame in frames.items():
        carrier = _carrier(frame)
        if carrier is not None:
            owners.setdefault(carrier.i, position)
    return owners


def _carrier(frame: Frame) -> Token | None:
    """The verb whose time is the trigger's."""
    if frame.carrier is not None or frame.pos == "v":
        return frame.carrier
    head = frame.trigger.head
    return head if is_verb(head) and frame.trigger.dep_ in ("nsubj", "nsubj:pass") else None


def _head(sentence: Sentence, mention: _Spanned) -> Token | None:
    span = sentence.span.doc.char_span(
        mention.start - sentence.offset, mention.end - sentence.offset, alignment_mode="expand"
    )
    return None if span is None else span.root


def _inserted_behind(sentence: Sentence, mention: _Spanned) -> Token | None:
    """The noun of « l'exécution, vendredi dernier, de ...»: the insertion is about it alone."""
    span = sentence.span.doc.char_span(
        mention.start - sentence.offset, mention.end - sentence.offset, alignment_mode="expand"
    )
    if span is None or span.end >= len(span.doc) or span.doc[span.end].text != ",":
        return None
    start = span.start
    while start > 0 and span.doc[start - 1].pos_ in ("DET", "ADP"):
        start -= 1
    if start < 2 or span.doc[start - 1].text != "," or span.doc[start - 2].pos_ != "NOUN":
        return None
    noun = span.doc[start - 2]
    # A subject may stand before its inserted date too: « le ministre, mardi, a dit ».
    return None if noun.dep_.startswith("nsubj") else noun


def _is_closed(token: Token) -> bool:
    return token.dep_ in CLOSED and is_verb(token) and not _goes_on(token)


def _goes_on(verb: Token) -> bool:
    return verb.dep_ == "acl:relcl" and any(
        word.lower_ in GOING_ON
        for child in verb.children
        if child.i < verb.i
        for word in (child, *child.children)
    )


def _nearest(token: Token, owners: Mapping[int, int]) -> int | None:
    """The trigger above a token within its clause."""
    current = token
    of_noun = _dates_its_noun(token)
    while current.i not in owners:
        if current.head == current or (of_noun and is_verb(current)):
            return None
        if current.dep_ in CLOSED and is_verb(current):
            # « la réunion qui s'est tenue mardi »: when the noun's act took place.
            return owners.get(current.head.i) if current.dep_ != "ccomp" else None
        current = current.head
    return None if of_noun and is_verb(current) else owners[current.i]


def _is_topic(place: Token, owners: Mapping[int, int]) -> bool:
    """« la sécurité dans les pays du Sahel »: a place two nouns below is what it is about."""
    nouns = 0
    current = place.head
    while current.i not in owners and current.pos_ in ("NOUN", "PROPN") and current.head != current:
        nouns += current.pos_ == "NOUN" and current.lemma_.lower() not in LOCATIVE_NOUNS
        current = current.head
    return nouns > 1


def _dates_its_noun(token: Token) -> bool:
    """« le bilan de 2024 », « le budget du pays en 2024 »: the date of a thing, not of an act."""
    head = token.head
    name = preposition(token)
    if head.pos_ != "NOUN" or not name or token.dep_ != "nmod":
        return False
    return name in ("de", "avant") or (name == "en" and head.dep_ == "nmod")


def _line(token: Token) -> list[Token]:
    """A token and what is above it, up to the verb of a closed clause."""
    line = [token]
    while line[-1].head != line[-1] and not _is_closed(line[-1]):
        line.append(line[-1].head)
    return line


def _shared(
    frame: Frame, heads: Sequence[tuple[Mention, Token]], frames: Mapping[int, Frame]
) -> Mention | None:
    verb = _carrier(frame)
    if verb is None and preposition(frame.trigger) in MEANWHILE:
        verb = next((token for token in _line(frame.trigger)[1:] if is_verb(token)), None)
    if verb is None:
        return None
    own = _line(verb)
    for mention, head in heads:
        line = _line(head)
        if line[-1] != own[-1]:
            continue
        clause = next((token for token in line if is_verb(token)), None)
        if clause is None:
            return mention if len(heads) == 1 else None
        if clause in own:
            if _same_time(own[: own.index(clause)], frames, fronted=head.i < clause.i):
                return mention
        elif _is_setting(clause) and clause.i < verb.i:
            return mention
    return None


def _same_time(steps: Sequence[Token], frames: Mapping[int, Frame], *, fronted: bool) -> bool:
    """Whether a clause happens at the time of the one that it hangs on by these steps.

    `fronted`: the date stands before its verb and so holds for coordinated clauses with other
    subjects.
    """
    for step in steps:
        if (
            step.dep_ in ("conj", "parataxis")
            and not fronted
            and any(child.dep_.startswith("nsubj") for child in step.children)
        ):
            return False
        if step.dep_ in ("xcomp", "obj", "obl:arg") and step.head.i in frames:
            return False
        if is_infinitive(step) and any(child.lower_ in PURPOSE for child in step.children):
            return False
        if step.dep_ == "advcl" and "VerbForm=Fin" in step.morph:
            return False
    return True


def _is_setting(clause: Token) -> bool:
    """A fronted participle or gerund: « Réunis samedi à Abuja, ... »."""
    return clause.dep_ in ("advcl", "obl:mod", "dep", "acl") and "VerbForm=Part" in clause.morph
