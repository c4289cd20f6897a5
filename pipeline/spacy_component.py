"""One thin spaCy component over the same stages."""

from __future__ import annotations

from spacy.language import Language


@Language.factory("quifaitquoi")
def make_component(nlp: Language, name: str) -> object:
    """Factory of the component."""
    raise NotImplementedError
