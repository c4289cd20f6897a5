"""Functions of a trigger in the dependency tree, the same for every voice and construction.

A `Frame` holds the complements of a verb or noun under the names of `data/README.md`: the agent of
a passive is `subj`, the noun of a participle is `obj`, the antecedent stands for its relative
pronoun, and an infinitive, gerund or coordinated verb has the subject that it shares.
"""

from quifaitquoi.syntax.frames.frame import Filler, Frame, add_inner, take_over
from quifaitquoi.syntax.frames.grammar import (
    NOMINAL,
    conjuncts,
    is_causative,
    preposition,
)
from quifaitquoi.syntax.frames.nouns import Carriers, noun_frame
from quifaitquoi.syntax.frames.subjects import subjects
from quifaitquoi.syntax.frames.verbs import verb_frame
from quifaitquoi.syntax.tokens import lemma_of
from quifaitquoi.syntax.verb_groups import is_verb
from quifaitquoi.syntax.words import (
    CHAINS,
    DATIVES,
    OBJECT_CONTROL,
    PARTITIVES,
    PREPOSITION_FORMS,
    RELATIVES,
    STRIKING,
)

__all__ = [
    "CHAINS",
    "DATIVES",
    "NOMINAL",
    "OBJECT_CONTROL",
    "PARTITIVES",
    "PREPOSITION_FORMS",
    "RELATIVES",
    "STRIKING",
    "Carriers",
    "Filler",
    "Frame",
    "add_inner",
    "conjuncts",
    "is_causative",
    "is_verb",
    "lemma_of",
    "noun_frame",
    "preposition",
    "subjects",
    "take_over",
    "verb_frame",
]
