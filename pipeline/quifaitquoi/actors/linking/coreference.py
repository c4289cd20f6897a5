"""Pronouns and possessives: who they take up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking.choice import Candidate
from quifaitquoi.actors.linking.discourse import REACH, unique
from quifaitquoi.actors.linking.evidence import Evidence
from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import ActorKind, MentionForm, MentionSort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.actors.linking.antecedents import Antecedents
    from quifaitquoi.actors.linking.binding import Binding
    from quifaitquoi.actors.linking.choice import Chooser
    from quifaitquoi.actors.linking.discourse import Discourse
    from quifaitquoi.records.actors import ActorMention
    from quifaitquoi.syntax.sentence import Sentence

# What an object pronoun may stand for; others stand for anybody.
PRONOUN_KINDS: Final = {
    "le": (ActorKind.PERSON,), "l'": (ActorKind.PERSON,),
    "lui": tuple(kind for kind in ActorKind if kind is not ActorKind.FORCE),
}  # fmt: skip
# Between two members of a list, perhaps with a party or an age: « X (PS), Y et Z ».
LISTED: Final = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|,?\s*et|,?\s*ou)\s*")
NAMED: Final = (MentionForm.NAME, MentionForm.DESCRIPTION)


class Coreference:
    """Gathers whom a pronoun or possessive may mean, by its sort, and has one of them chosen."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        binding: Binding,
        discourse: Discourse,
        antecedents: Antecedents,
        chooser: Chooser,
    ) -> None:
        self._sentences = sentences
        self._binding = binding
        self._discourse = discourse
        self._antecedents = antecedents
        self._chooser = chooser

    def keys(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """Keys that a pronoun or possessive stands for, or none.

        `here` are the resolved mentions of its sentence.
        """
        if mention.sort is MentionSort.RELATIVE:
            return self._relative(mention, here)
        if mention.sort is MentionSort.DEMONSTRATIVE:
            return self._demonstrative(mention, here)
        return self._chooser.choose(mention, self._candidates(mention, here))

    def _candidates(
        self, mention: ActorMention, here: Sequence[ActorMention]
    ) -> Iterator[Candidate]:
        """Whom a personal pronoun or possessive may mean."""
        gender = mention.traits.gender
        if mention.sort is MentionSort.OBJECT:
            word = fold(mention.text)
            yield from self._antecedents.candidates(
                mention,
                gender if word != "le" else "m",
                kinds=PRONOUN_KINDS.get(word, ()),
                apart=self._binding.subject(mention, here),
            )
            return
        if mention.form is MentionForm.POSSESSIVE and (
            doer := self._binding.controller(mention, here)
        ):
            yield Candidate(doer, ((Evidence.DOER, 1),))
        personal = mention.sort is MentionSort.PERSONAL
        yield from self._antecedents.candidates(
            mention,
            gender,
            apart=self._binding.beside(mention, here) if personal else (),
            things=self._binding.may_be_thing(mention),
        )

    def _relative(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """The noun that the relative clause modifies: the phrase just before, or by the tree."""
        governor = self._binding.modified(mention, here)
        before = [
            m
            for m in here
            if m.form in NAMED and 0 <= mention.start - max(m.end, m.traits.end) <= 2
        ]
        if mention.traits.count != 1 and fold(mention.text).startswith("lesquel"):
            before = [m for m in before if m.traits.count != 1 or len(m.keys) > 1] or before
        chosen = governor if governor in before or not before else before[0]
        if chosen is None:
            return ()
        if chosen.traits.count == 1 and len(chosen.keys) == 1 and self._binding.is_plural(mention):
            return self._listed(chosen, here)
        return chosen.keys

    def _listed(self, last: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """« X et Y, qui craignent »: the list that ends with a name, or nobody."""
        chain = [last]
        for other in sorted(here, key=lambda m: -m.start):
            between = self._text(other.traits.end, chain[-1].traits.start, last.sentence)
            if other.traits.kind is last.traits.kind and LISTED.fullmatch(between):
                chain.append(other)
        keys = unique(key for one in reversed(chain) for key in one.keys)
        return keys if len(keys) > 1 else ()

    def _text(self, start: int, end: int, index: int) -> str:
        """The sentence's words between two clean offsets."""
        offset = self._sentences[index].offset
        return self._sentences[index].doc.text[max(0, start - offset) : max(0, end - offset)]

    def _demonstrative(
        self, mention: ActorMention, here: Sequence[ActorMention]
    ) -> tuple[str, ...]:
        """« celui-ci », « ce dernier »: the one named last; « le premier »: the first of two."""
        word = fold(mention.text)
        if word.endswith(("premier", "premiere", "second", "seconde")):
            pair = self._last_persons(mention, reach=1)
            return (pair[word.startswith(("le sec", "la sec"))],) if pair else ()
        if mention.traits.count == 2:
            return self._last_persons(mention)
        apart = () if mention.traits.subject else self._binding.subject(mention, here)
        last = self._chooser.choose(mention, self._antecedents.named_last(mention, apart))
        if last or mention.traits.count == 1:
            return last
        return self._chooser.choose(mention, self._candidates(mention, ()))

    def _last_persons(self, mention: ActorMention, reach: int = REACH) -> tuple[str, ...]:
        """The two persons named last, first who was named first; none if there are fewer."""
        named = [r for r in self._discourse.back(mention, reach) if r.kind is ActorKind.PERSON]
        last = unique(key for referent in named for key in reversed(referent.keys))[:2]
        order = unique(key for referent in reversed(named) for key in referent.keys)
        return tuple(sorted(last, key=order.index)) if len(last) > 1 else ()
