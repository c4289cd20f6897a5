"""The parser's steps over a batch, without a lock for every step of every block.

spaCy's own loop lets go of Python's lock and takes it again twice a step and block, which takes
longer than the step.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from spacy.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc


class Steps:
    """A parser as component, that takes its steps as here; the trees are the same."""

    def __init__(self, parser: Any) -> None:  # noqa: ANN401 - spaCy types it as any callable
        self._parser = parser

    def __call__(self, doc: Doc) -> Doc:
        """Parse one Doc."""
        return next(self.pipe((doc,), batch_size=1))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Parse Docs in batches."""
        coming = iter(docs)
        while batch := list(islice(coming, batch_size)):
            self._parser.set_annotations(batch, self._states(batch))
            yield from batch

    def _states(self, docs: Sequence[Doc]) -> list[Any]:
        states: list[Any] = self._parser.moves.init_batch(docs)
        going = [state for state in states if not state.is_final()]
        if going:
            steps = self._parser.model.predict(docs)
            while going:
                hidden = steps.state2vec.predict(steps.get_token_ids(going))
                going = self._parser.transition_states(going, steps.vec2scores.predict(hidden))
            steps.clear_memory()
        return states


@Language.factory("quifaitquoi_steps")
def _make_steps(nlp: Language, name: str) -> Steps:  # noqa: ARG001 - spaCy's signature
    return Steps(nlp.get_pipe("parser"))


def parse_in_steps(nlp: Language) -> None:
    """Put `Steps` in the place of a greedy parser that was trained on all of its labels."""
    parser: Any = nlp.get_pipe("parser")
    if parser.cfg["beam_width"] == 1 and not parser.model.attrs["unseen_classes"]:
        nlp.add_pipe("quifaitquoi_steps", after="parser")
        nlp.remove_pipe("parser")
