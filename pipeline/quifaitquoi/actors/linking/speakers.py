"""Who says « je » and « nous »: who speaks in the quotation, answers in the interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking.choice import Candidate
from quifaitquoi.actors.linking.evidence import Evidence
from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quifaitquoi.actors.linking.binding import Binding
    from quifaitquoi.actors.linking.choice import Chooser
    from quifaitquoi.actors.linking.discourse import Discourse
    from quifaitquoi.actors.linking.interviews import Interview
    from quifaitquoi.actors.linking.registry import Registry
    from quifaitquoi.records.actors import ActorMention
    from quifaitquoi.syntax.sentence import Sentence

# Who can be quoted.
SPEAKERS: Final = (ActorKind.PERSON, ActorKind.GROUP, ActorKind.ORG)
# Sentences before a quotation in which its speaker may have been named.
BEFORE: Final = 2
PRESS: Final = Actor("presse", ActorKind.GROUP, "", "MED")


class Speakers:
    """Finds who speaks where a first person stands."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        binding: Binding,
        discourse: Discourse,
        registry: Registry,
        interview: Interview,
        signed: str,
        chooser: Chooser,
        telling: Collection[str],
    ) -> None:
        self._sentences = sentences
        self._binding = binding
        self._discourse = discourse
        self._registry = registry
        self._interview = interview
        self._signed = signed
        self._chooser = chooser
        self._telling = telling

    def keys(self, mention: ActorMention) -> tuple[str, ...]:
        """Who says « je » or « nous », or nobody; the rest of the sentence has been resolved."""
        quotation = self._discourse.quotations.at(mention.start)
        answers = self._interview.answers(mention)
        if quotation is None:
            answers = answers or (self._signed if mention.traits.count == 1 else "")
            return (answers,) if answers else self._interviewer(mention)
        found = self._chooser.choose(mention, self._quoted(mention, quotation))
        return found or ((answers,) if answers else ())

    def _quoted(self, mention: ActorMention, quotation: tuple[int, int]) -> Iterator[Candidate]:
        """Who may say a quotation: subjects before and around it, whoever its sentence names."""
        opened = self._sentence_at(quotation[0], mention.sentence)
        for referent in self._discourse.everything():
            distance = max(0, opened - referent.sentence)
            if distance > BEFORE:
                return
            outside = self._discourse.quotations.at(referent.offset) != quotation
            may_speak = referent.kind in SPEAKERS and referent.count == 1
            if outside and may_speak and (referent.subject or not distance):
                yield Candidate(
                    referent.keys,
                    (
                        (Evidence.SENTENCE, distance),
                        (Evidence.SUBJECT, referent.subject),
                        (Evidence.MAIN, referent.main),
                        (Evidence.SPEAKS, referent.speaks),
                    ),
                )

    def _sentence_at(self, offset: int, last: int) -> int:
        """Index of the sentence, at most `last`, in which a quotation opens."""
        while last and self._sentences[last].offset + self._sentences[last].start_char > offset:
            last -= 1
        return last

    def _interviewer(self, mention: ActorMention) -> tuple[str, ...]:
        """« nous confie », « nous a reçus » in the report itself: the press."""
        token = self._binding.token(mention)
        if token is None or token.dep_.startswith("nsubj") or token.i + 1 >= len(token.doc):
            return ()
        verb = token.nbor(1)
        if verb.pos_ == "AUX" and token.i + 2 < len(token.doc):
            verb = token.nbor(2)
        if (
            fold(mention.text) != "nous"
            or verb.lemma_ not in self._telling
            or verb.lower_.endswith(("ons", "mes"))
        ):
            return ()
        return (self._registry.add(PRESS),)
