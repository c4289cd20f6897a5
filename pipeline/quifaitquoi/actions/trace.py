"""What became of each word of an article: the step at which it was lost, for `evaluate --why`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.candidates import senses_of
from quifaitquoi.actions.decision import decide
from quifaitquoi.actions.finder import by_sentence, readings_of
from quifaitquoi.records.actions import Step, Trace
from quifaitquoi.records.mention_index import MentionIndex
from quifaitquoi.syntax.frames import lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.actions.candidate import Candidate, Reading
    from quifaitquoi.lexicon.actions import ActionLexicon, Condition, Sense
    from quifaitquoi.lexicon.weights import Weights
    from quifaitquoi.records.actors import Actor, ActorMention, PlaceMention
    from quifaitquoi.records.dates import DateMention
    from quifaitquoi.syntax.frames import Frame
    from quifaitquoi.syntax.sentence import Sentence
    from quifaitquoi.syntax.tokens import Token

# Words of a condition that are shown.
SHOWN: Final = 3


def trace(
    sentences: Sequence[Sentence],
    mentions: Sequence[ActorMention],
    actors: Mapping[str, Actor],
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    lexicon: ActionLexicon,
    weights: Weights,
) -> Iterator[Trace]:
    """A trace of each word, in order of the text, with clean offsets; arguments as of `find`."""
    index, by = MentionIndex(mentions), by_sentence(dates)
    # As if evidence decided, so that the frame is there of what is lost.
    readings = readings_of(sentences, index, actors, by, places, lexicon, weighed=True)
    for reading, chosen in zip(readings, decide(readings, weights), strict=True):
        sentence = reading.resolver.sentence
        for token in sentence.tokens:
            start, end = sentence.chars(token, token)
            senses = senses_of(token, lexicon)
            yield Trace(start, end, *_where_lost(token, reading, chosen, senses))


def _where_lost(
    token: Token, reading: Reading, chosen: Mapping[int, Candidate], senses: Iterable[Sense]
) -> tuple[Step, str, str, str]:
    """Step, word, reason and detail."""
    lost, word = reading.lost.get(token.i), lemma_of(token)
    if token.i in chosen:
        # All that comes after is the grouping of events, which leaves out what repeats none.
        return Step.PARTY, word, "a noun that repeats no event", ""
    if lost is None:
        return Step.WEIGHT, word, "the evidence speaks against it", ""
    if lost.step is Step.WORD:
        return lost.step, word, f"read as {token.pos_}", ""
    if lost.frame is None:
        return lost.step, word, lost.reason, ""
    failed = _failed(reading.resolver, lost.frame, senses)
    functions = dict.fromkeys(f"{'!' * one.negated}{one.function}" for one in failed)
    return lost.step, word, ", ".join(functions), ", ".join(map(_as_written, failed))


def _failed(resolver: ArgumentResolver, frame: Frame, senses: Iterable[Sense]) -> list[Condition]:
    """The conditions that do not hold, of the sense with the fewest of them."""
    failed = [
        [condition for condition in sense.when if not resolver.holds(frame, condition)]
        for sense in senses
        if sense.type is not None
    ]
    return min(failed, key=lambda conditions: len(conditions), default=[])


def _as_written(condition: Condition) -> str:
    """A condition as the tables write it, long lists of words cut."""
    words = sorted(condition.lemmas)
    shown = [*(f"#{kind}" for kind in sorted(condition.kinds)), *words[:SHOWN]]
    fillers = "|".join(shown) + ("|..." if len(words) > SHOWN else "")
    path = f".{condition.path}" if condition.path else ""
    return f"{'!' * condition.negated}{condition.function}{path}{f':{fillers}' if shown else ''}"
