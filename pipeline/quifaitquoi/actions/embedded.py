"""Which of two verbs is the event, where one is said or wished by the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.records.actions import Trait
from quifaitquoi.syntax.verb_groups import is_gerund

if TYPE_CHECKING:
    from quifaitquoi.actions.candidate import Candidate


def is_content(candidate: Candidate, wish: Candidate) -> bool:
    """« invite X à participer »: what is wished of those who are asked is no event of its own."""
    return (
        wish.type.has(Trait.WISH)
        and not candidate.type.has(Trait.MARCH)
        and (candidate.keys <= wish.keys or candidate.type.has(Trait.STATES))
        and candidate.frame.carrier != wish.trigger
    )


def only_introduces(speech: Candidate, candidate: Candidate) -> bool:
    """« a réagi en dénonçant », « dit attendre des excuses »: the second verb says what is done."""
    if not (speech.type.has(Trait.STATES) and candidate.type.has(Trait.SPEECH)):
        return False
    trigger = candidate.trigger
    if trigger in speech.frame.get("inf"):
        return "VerbForm=Inf" in trigger.morph
    return is_gerund(trigger) and not any(map(speech.frame.get, ("que", "obj", "inf")))
