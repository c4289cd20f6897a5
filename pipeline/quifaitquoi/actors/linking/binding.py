"""What the tree says of a pronoun: its verb's subject and complements, who does its infinitive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking.discourse import unique
from quifaitquoi.actors.linking.things import may_be_thing
from quifaitquoi.lexicon.actors import fold
from quifaitquoi.lexicon.verbs import IN_OR_FOR
from quifaitquoi.records.actors import ActorKind, MentionForm, MentionSort
from quifaitquoi.records.mention_index import MentionIndex
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import SAYING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quifaitquoi.records.actors import ActorMention
    from quifaitquoi.syntax.sentence import Sentence
    from quifaitquoi.syntax.tokens import Token

# Clauses through which the subject of the governing verb is looked for.
GOVERNED: Final = frozenset({"xcomp", "ccomp", "advcl", "obl:arg"})
OBJECTS: Final = frozenset({"obj", "iobj", "obl:arg"})
# Of whom a verb speaks besides its subject; « parler au Togo » need not speak of any.
PARTIES: Final = frozenset({"obj", "obl:agent"})
ACCORDING: Final = frozenset({"selon", "après"})
# Verbs, nouns and clauses between a possessive and the verb that governs its infinitive.
DEPTH: Final = 6


class Binding:
    """Reads the trees of an article around its pronouns and possessives."""

    def __init__(self, sentences: Sequence[Sentence], mentions: Sequence[ActorMention]) -> None:
        self._sentences = sentences
        self._owners = {mention.traits.owner for mention in mentions}

    def token(self, mention: ActorMention) -> Token | None:
        """The token at the head of a mention."""
        sentence = self._sentences[mention.sentence]
        token = sentence.doc.at(mention.head - sentence.offset)
        is_its = sentence.start <= token.i < sentence.end
        return token if is_its and sentence.offset + token.idx == mention.head else None

    def at(self, sentence: int, token: Token, here: Sequence[ActorMention]) -> ActorMention | None:
        """The mention, of those of its sentence, at a token."""
        return MentionIndex(here).at(sentence, self._sentences[sentence].offset + token.idx)

    def speaks(self, mention: ActorMention) -> bool:
        """« dit X », « selon X »: whether the tree tells that a mention says something."""
        token = self.token(mention)
        return token is not None and (
            (token.dep_.startswith("nsubj") and token.head.lemma_ in SAYING)
            or any(child.dep_ == "case" and child.lower_ in ACCORDING for child in token.children)
        )

    def may_be_thing(self, mention: ActorMention) -> bool:
        """Whether a pronoun may take up a thing, and a possessive tell what belongs to one."""
        if mention.form is MentionForm.POSSESSIVE:
            return mention.start not in self._owners
        return mention.sort is MentionSort.PERSONAL and may_be_thing(self.token(mention))

    def beside(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """« Avec X, il ... », « en réponse à Y, il ... »: complements are others than the subject.

        But a possessive in them is often the subject's own: « devant ses partisans, il ... ».
        """
        token = self.token(mention)
        if token is None or not token.dep_.startswith("nsubj"):
            return ()
        found = [
            self.at(mention.sentence, word, here)
            for child in token.head.children
            if child.dep_.startswith("obl") and child.i < token.i
            for word in child.subtree
        ]
        return unique(
            key
            for m in found
            if m is not None and not m.traits.subject and m.form is not MentionForm.POSSESSIVE
            for key in m.keys
        )

    def subject(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """Keys of the subject of the verb that an object pronoun depends on."""
        token = self.token(mention)
        if token is None:
            return ()
        verb = token.head
        for _ in range(4):
            for child in verb.children:
                if child.dep_.startswith("nsubj") and child.i < token.i:
                    found = self.at(mention.sentence, child, here)
                    if found is not None:
                        return self._keys(mention, _listed(child), here)
            if verb.head is verb or verb.dep_ not in GOVERNED:
                break
            verb = verb.head
        joint = [m for m in here if m.traits.main and m.start < mention.start]
        if joint:
            return tuple(key for m in joint for key in m.keys)
        subjects = [m for m in here if m.traits.subject and m.start < mention.start]
        return subjects[-1].keys if subjects else ()

    def controller(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """« exhorte X à quitter son poste »: the infinitive's subject is the main verb's object."""
        infinitive = _infinitive(self.token(mention))
        if infinitive is None:
            return ()
        for child in infinitive.head.children:
            if child.dep_ not in OBJECTS or child.i >= infinitive.i:
                continue
            keys = self._keys(mention, _listed(child), here)
            if keys and (len(keys) > 1) is (mention.traits.count != 1):
                return keys
        return ()

    def _keys(
        self, mention: ActorMention, nouns: Iterable[Token], here: Sequence[ActorMention]
    ) -> tuple[str, ...]:
        """Keys of the mentions at some nouns before a mention."""
        found = [self.at(mention.sentence, noun, here) for noun in nouns]
        return unique(
            key for m in found if m is not None and m.start < mention.start for key in m.keys
        )

    def modified(self, mention: ActorMention, here: Sequence[ActorMention]) -> ActorMention | None:
        """The mention on which the tree hangs a relative clause."""
        token = self.token(mention)
        for _ in range(DEPTH):
            if token is None or token.head is token:
                return None
            if token.dep_.startswith("acl"):
                found = self.at(mention.sentence, token.head, here)
                return found if found is not None and found.start < mention.start else None
            token = token.head
        return None

    def is_plural(self, mention: ActorMention) -> bool:
        """Whether « qui » is the subject of a verb in the plural."""
        token = self.token(mention)
        if token is None or fold(mention.text) != "qui" or not token.dep_.startswith("nsubj"):
            return False
        verb = token.head
        finite = (verb, *verb_group(verb).helping)
        return any("Number=Plur" in word.morph and "VerbForm=Fin" in word.morph for word in finite)


def opposed(sentences: Iterable[Sentence], mentions: Iterable[ActorMention]) -> dict[int, set[int]]:
    """For heads of mentions, those of the states that are the other party to the same verb.

    « Le ministre accuse le Mali », « le ministre a été accusé par le Mali »: subject and object,
    or agent.
    """
    states = {
        mention.head
        for mention in mentions
        if mention.form is MentionForm.NAME and mention.traits.kind is ActorKind.STATE
    }
    found: dict[int, set[int]] = {}
    for sentence in sentences if states else ():
        for subject in (t for t in sentence.tokens if t.dep_.startswith("nsubj")):
            if subject.head.lemma_ in IN_OR_FOR:
                continue
            others = (child for child in subject.head.children if child.dep_ in PARTIES)
            for other in (noun for child in others for noun in _listed(child)):
                one, two = sentence.offset + subject.idx, sentence.offset + other.idx
                if two in states:
                    found.setdefault(one, set()).add(two)
                if one in states:
                    found.setdefault(two, set()).add(one)
    return found


def _listed(noun: Token) -> tuple[Token, ...]:
    """A noun with those that are joined to it."""
    return noun, *(child for child in noun.children if child.dep_ == "conj")


def _infinitive(token: Token | None) -> Token | None:
    """The infinitive or other controlled clause around a token."""
    for _ in range(DEPTH):
        if token is None or token.head is token:
            return None
        if token.dep_ == "xcomp" or (token.dep_ == "ccomp" and "VerbForm=Inf" in token.morph):
            return token
        token = token.head
    return None
