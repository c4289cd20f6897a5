"""Pronouns and possessives: who they take up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking.discourse import unique
from quifaitquoi.actors.linking.things import may_be_thing
from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import Actor, ActorKind, MentionForm, MentionSort
from quifaitquoi.records.mention_index import MentionIndex
from quifaitquoi.syntax.verb_groups import verb_group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.actors.linking.discourse import Discourse
    from quifaitquoi.actors.linking.interviews import Interview
    from quifaitquoi.actors.linking.registry import Registry
    from quifaitquoi.records.actors import ActorMention
    from quifaitquoi.syntax.sentence import Sentence
    from quifaitquoi.syntax.tokens import Token

PEOPLE: Final = (ActorKind.PERSON, ActorKind.GROUP)
# What a journalist is told or granted: « nous confie », « nous a reçus ».
TOLD: Final = frozenset(
    "confier recevoir dire déclarer expliquer raconter accorder répondre assurer affirmer préciser "
    "indiquer glisser souffler avouer rappeler annoncer accueillir".split()
)
# What an object pronoun may stand for; others stand for anybody.
PRONOUN_KINDS: Final = {
    "le": (ActorKind.PERSON,), "l'": (ActorKind.PERSON,),
    "lui": tuple(kind for kind in ActorKind if kind is not ActorKind.FORCE),
}  # fmt: skip
# Between two members of a list, perhaps with a party or an age: « X (PS), Y et Z ».
LISTED: Final = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|,?\s*et|,?\s*ou)\s*")
PRESS: Final = Actor("presse", ActorKind.GROUP, "", "MED")


class Coreference:
    """Reads the trees for relative pronouns and quotations, the discourse for the rest."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        mentions: Sequence[ActorMention],
        discourse: Discourse,
        registry: Registry,
        interview: Interview,
    ) -> None:
        self._interview = interview
        self._registry = registry
        self._sentences = sentences
        self._quotations = discourse.quotations
        self._owners = {mention.traits.owner for mention in mentions}
        self._discourse = discourse

    def keys(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """Keys that a pronoun or possessive stands for, or none.

        `here` are the resolved mentions of its sentence.
        """
        sort = mention.sort
        if sort is MentionSort.RELATIVE:
            return self._antecedent(mention, here)
        if sort is MentionSort.DEMONSTRATIVE:
            return self._demonstrative(mention)
        gender = mention.traits.gender
        possessive = mention.form is MentionForm.POSSESSIVE
        if possessive and (owner := self._controller(mention, here)):
            return owner
        if sort is MentionSort.OBJECT:
            subject = self._clause_subject(mention, here)
            word = fold(mention.text)
            kinds = PRONOUN_KINDS.get(word, ())
            return self._discourse.pick(
                mention, kinds=kinds, exclude=subject, gender=gender if word != "le" else "m"
            )
        apart = self._beside(mention, here) if sort is MentionSort.PERSONAL else ()
        things = self._may_be_thing(mention)
        return self._discourse.pick(mention, exclude=apart, gender=gender, things=things)

    def _beside(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """« Avec X, il ... »: complements of a verb are others than its subject."""
        token = self._token(mention)
        if token is None or not token.dep_.startswith("nsubj"):
            return ()
        index = MentionIndex(here)
        offset = self._sentences[mention.sentence].offset
        found = [
            index.at(mention.sentence, offset + child.idx)
            for child in token.head.children
            if child.dep_.startswith("obl") and child.i < token.i
        ]
        return unique(
            key for m in found if m is not None and not m.traits.subject for key in m.keys
        )

    def _may_be_thing(self, mention: ActorMention) -> bool:
        """Whether a pronoun may take up a thing, and a possessive tell what belongs to one."""
        token = self._token(mention)
        if mention.form is MentionForm.POSSESSIVE:
            return mention.start not in self._owners
        return mention.sort is MentionSort.PERSONAL and may_be_thing(token)

    def _token(self, mention: ActorMention) -> Token | None:
        sentence = self._sentences[mention.sentence]
        return next((t for t in sentence.tokens if sentence.offset + t.idx == mention.head), None)

    def _antecedent(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """The noun that the relative clause modifies: the phrase just before, or by the tree."""
        before = [
            m
            for m in here
            if m.form in (MentionForm.NAME, MentionForm.DESCRIPTION)
            and 0 <= mention.start - max(m.end, m.traits.end) <= 2
        ]
        if mention.traits.count != 1 and fold(mention.text).startswith("lesquel"):
            before = [m for m in before if m.traits.count != 1 or len(m.keys) > 1] or before
        governor = self._modified(mention, here)
        chosen = (governor if governor in before else before[0]) if before else governor
        if chosen is None:
            return ()
        if chosen.traits.count == 1 and len(chosen.keys) == 1 and self._plural(mention):
            return self._listed(chosen, here)
        return chosen.keys

    def _plural(self, mention: ActorMention) -> bool:
        """Whether « qui » is the subject of a verb in the plural."""
        token = self._token(mention)
        if token is None or fold(mention.text) != "qui" or not token.dep_.startswith("nsubj"):
            return False
        verb = token.head
        finite = (verb, *verb_group(verb).helping)
        return any("Number=Plur" in word.morph and "VerbForm=Fin" in word.morph for word in finite)

    def _text(self, start: int, end: int, index: int) -> str:
        """The sentence's words between two clean offsets."""
        offset = self._sentences[index].offset
        return self._sentences[index].doc.text[max(0, start - offset) : max(0, end - offset)]

    def _listed(self, last: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """« X et Y, qui craignent »: the list that ends with a name, or nobody."""
        chain = [last]
        for other in sorted(here, key=lambda m: -m.start):
            between = self._text(other.traits.end, chain[-1].traits.start, last.sentence)
            if other.traits.kind is last.traits.kind and LISTED.fullmatch(between):
                chain.append(other)
        keys = unique(key for one in reversed(chain) for key in one.keys)
        return keys if len(keys) > 1 else ()

    def _modified(self, mention: ActorMention, here: Sequence[ActorMention]) -> ActorMention | None:
        """The mention on which the tree hangs the relative clause."""
        token = self._token(mention)
        sentence = self._sentences[mention.sentence]
        for _ in range(6):
            if token is None or token.head is token:
                return None
            if token.dep_.startswith("acl"):
                found = MentionIndex(here).at(mention.sentence, sentence.offset + token.head.idx)
                return found if found is not None and found.start < mention.start else None
            token = token.head
        return None

    def _demonstrative(self, mention: ActorMention) -> tuple[str, ...]:
        """« celui-ci », « ce dernier »: the one named last; « le premier »: the first of two."""
        word = fold(mention.text)
        plural = mention.traits.count != 1
        if word.endswith(("premier", "premiere", "second", "seconde")):
            pair = [r for r in self._discourse.back(mention, 1) if r.kind is ActorKind.PERSON]
            keys = tuple(dict.fromkeys(key for r in reversed(pair) for key in r.keys))[-2:]
            return (keys[word.startswith(("le sec", "la sec"))],) if len(keys) > 1 else ()
        if mention.traits.count == 2:
            return self._last_persons(mention, 2)
        if plural:
            return self._last_several(mention)
        for referent in self._discourse.back(mention):
            fits = not referent.gender or referent.gender == mention.traits.gender
            if (
                referent.count == 1
                and fits
                and referent.form is not MentionForm.DEMONYM
                and (
                    referent.kind is not ActorKind.STATE
                    or referent.subject
                    or referent.form is MentionForm.DESCRIPTION
                )
            ):
                return referent.keys
        return ()

    def _last_several(self, mention: ActorMention) -> tuple[str, ...]:
        """« ces derniers »: the plural named last."""
        feminine = mention.traits.gender == "f"
        for referent in self._discourse.back(mention):
            if (
                referent.count != 1
                and referent.form in (MentionForm.NAME, MentionForm.DESCRIPTION)
                and (not feminine or referent.gender in ("", "f"))
            ):
                return referent.keys
        return self._discourse.pick(mention, gender=mention.traits.gender)

    def _last_persons(self, mention: ActorMention, count: int) -> tuple[str, ...]:
        """The persons named last, in order of the text; none if there are fewer."""
        keys: list[str] = []
        for referent in self._discourse.back(mention):
            if referent.kind is ActorKind.PERSON:
                keys.extend(key for key in referent.keys if key not in keys)
            if len(keys) >= count:
                return tuple(reversed(keys[:count]))
        return ()

    def _clause_subject(
        self, mention: ActorMention, here: Sequence[ActorMention]
    ) -> tuple[str, ...]:
        """Keys of the subject of the verb that a pronoun depends on."""
        token = self._token(mention)
        if token is None:
            return ()
        sentence = self._sentences[mention.sentence]
        index = MentionIndex(here)
        verb = token.head
        for _ in range(4):
            for child in verb.children:
                if child.dep_.startswith("nsubj") and child.i < token.i:
                    found = index.at(mention.sentence, sentence.offset + child.idx)
                    if found is not None:
                        return found.keys
            if verb.head is verb or verb.dep_ not in ("xcomp", "ccomp", "advcl", "obl:arg"):
                break
            verb = verb.head
        joint = [m for m in here if m.traits.main and m.start < mention.start]
        if joint:
            return tuple(key for m in joint for key in m.keys)
        subjects = [m for m in here if m.traits.subject and m.start < mention.start]
        return subjects[-1].keys if subjects else ()

    def _controller(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """« exhorte X à quitter son poste »: the infinitive's subject is the main verb's object."""
        token = self._token(mention)
        for _ in range(6):
            if token is None or token.head is token:
                return ()
            if (token.dep_ in ("xcomp", "ccomp") and "VerbForm=Inf" in token.morph) or (
                token.dep_ == "xcomp"
            ):
                break
            token = token.head
        else:
            return ()
        sentence = self._sentences[mention.sentence]
        index = MentionIndex(here)
        for child in token.head.children:
            if child.dep_ in ("obj", "iobj", "obl:arg") and child.i < token.i:
                nouns = (child, *(c for c in child.children if c.dep_ == "conj"))
                keys: list[str] = []
                for noun in nouns:
                    found = index.at(mention.sentence, sentence.offset + noun.idx)
                    if found is not None and found.start < mention.start:
                        keys.extend(found.keys)
                if keys and (len(keys) > 1) is (mention.traits.count != 1):
                    return tuple(dict.fromkeys(keys))
        return ()

    def speaker(self, mention: ActorMention) -> tuple[str, ...]:
        """Who says « je » or « nous »: the subject outside the quotation, here or before it."""
        quotation = self._quotations.at(mention.start)
        answers = self._interview.answers(mention)
        if quotation is None:
            return (answers,) if answers else self._interviewer(mention)
        opened = self._sentence_at(quotation[0], mention.sentence)
        best: tuple[int, tuple[str, ...]] | None = None
        for referent in self._discourse.everything():
            distance = max(0, opened - referent.sentence)
            if distance > 2:
                break
            if referent.kind not in PEOPLE and referent.kind is not ActorKind.ORG:
                continue
            if self._quotations.at(referent.offset) == quotation:
                continue
            if referent.count == 1 and (referent.subject or distance == 0):
                rank = 4 * distance - 2 * referent.subject - 2 * referent.main
                if best is None or rank < best[0]:
                    best = (rank, referent.keys)
        return best[1] if best else (answers,) if answers else ()

    def _sentence_at(self, offset: int, last: int) -> int:
        """Index of the sentence, at most `last`, in which a quotation opens."""
        while last and self._sentences[last].offset + self._sentences[last].start_char > offset:
            last -= 1
        return last

    def _interviewer(self, mention: ActorMention) -> tuple[str, ...]:
        """« nous confie », « nous a reçus » in the report itself: the press."""
        token = self._token(mention)
        if token is None or token.dep_.startswith("nsubj") or token.i + 1 >= len(token.doc):
            return ()
        verb = token.nbor(1)
        if verb.pos_ == "AUX" and token.i + 2 < len(token.doc):
            verb = token.nbor(2)
        if (
            fold(mention.text) != "nous"
            or verb.lemma_ not in TOLD
            or verb.lower_.endswith(("ons", "mes"))
        ):
            return ()
        return (self._registry.add(PRESS),)
