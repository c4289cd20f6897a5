"""The lexicon of action words: rows of `data/actions/` and `data/classes.csv`, checked.

`data/README.md` describes the language of the columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon import classes as class_table
from quifaitquoi.lexicon import types as type_table
from quifaitquoi.lexicon.tables import Row, read_table
from quifaitquoi.records.actions import Trait
from quifaitquoi.records.actors import SECTORS, ActorKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from quifaitquoi.records.actions import EventType

COLUMNS: Final = (
    "word", "pos", "sense", "type", "when", "source", "target", "cameo", "example", "note",
)  # fmt: skip
POSITIONS: Final = frozenset({"v", "n"})
#: Prepositions (and first words of compound ones) that name a function.
PREPOSITIONS: Final = frozenset(
    """à de avec contre sur pour en dans entre vers chez devant auprès envers face par parmi sous
    depuis encontre égard part faveur profit intention propos présence compagnie avant après dès
    durant pendant lors sans jusque comme derrière outre où autour près sein cours hors
    malgré selon""".split()
)
CORE: Final = frozenset("subj obj que inf poss adj support mod owner".split())
INFINITIVES: Final = frozenset(
    f"{word}+inf" for word in ("de", "à", "pour", "par", "sans", "après")
)
FUNCTIONS: Final = CORE | PREPOSITIONS | INFINITIVES | {"pour+que"}
FLAGS: Final = frozenset({"refl", "pass", "plur", "joint", "fin", "caus", "def", "said", "told"})
KINDS: Final = frozenset(kind.value for kind in ActorKind) | SECTORS | {"actor", "place"}
VERB_SOURCE: Final = (("subj", ""),)
NOUN_SOURCE: Final = (
    ("subj", ""),
    ("entre", ""),
    ("poss", ""),
    ("part", ""),
    ("par", ""),
    ("adj", ""),
)

#: A function with an optional path: ("obj", "owner").
Path_ = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Condition:
    """One atom of `when`: a flag or a function, what may fill it, and whether it is negated."""

    function: str
    negated: bool = False
    lemmas: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    path: str = ""

    @property
    def open(self) -> bool:
        """Whether any filler will do."""
        return not self.lemmas and not self.kinds


@dataclass(frozen=True, slots=True)
class Sense:
    """One row: a trigger word in one sense. `type` is None where the word is no event.

    `reports`: it states something, or asks for what is said.
    """

    rule_id: str
    word: str
    pos: str
    type: EventType | None
    when: tuple[Condition, ...]
    reports: bool
    source: tuple[Path_, ...]
    target: tuple[Path_, ...]
    cameo: str
    example: str
    where: str

    def has(self, trait: Trait) -> bool:
        """Whether it is an act with this trait."""
        return self.type is not None and self.type.has(trait)

    @property
    def asked(self) -> frozenset[str]:
        """Words of which it needs one, as far as one of its conditions asks for nothing else."""
        lists = [
            condition.lemmas
            for condition in self.when
            if condition.function != "owner"  # which has kinds
            and not (condition.negated or condition.kinds or condition.path)
        ]
        return min(lists, key=len, default=frozenset())


@dataclass(frozen=True, slots=True)
class ActionLexicon:
    """Senses by (lemma, pos), the most specific first; classes of words by name.

    `acts` holds the first type of each trait; `reporting` the verbs of which a sense reports;
    `asked` words of which one must be near a word, in whichever of its senses.
    """

    senses: Mapping[tuple[str, str], tuple[Sense, ...]]
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    acts: Mapping[Trait, EventType] = field(default_factory=dict)
    reporting: frozenset[str] = frozenset()
    asked: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        senses: Collection[Sense],
        classes: Mapping[str, frozenset[str]],
        types: Iterable[EventType],
    ) -> ActionLexicon:
        """The lexicon of some senses, in the order of the tables, with classes and types."""
        words: dict[tuple[str, str], list[Sense]] = {}
        for sense in senses:
            words.setdefault((sense.word, sense.pos), []).append(sense)
        asked = {key: [sense.asked for sense in group] for key, group in words.items()}
        return cls(
            {key: tuple(sorted(group, key=lambda s: -len(s.when))) for key, group in words.items()},
            classes,
            {trait: kind for kind in reversed([*types]) for trait in kind.traits},
            frozenset(sense.word for sense in senses if sense.pos == "v" and sense.reports),
            {key: frozenset().union(*lists) for key, lists in asked.items() if all(lists)},
        )

    def words(self, name: str) -> frozenset[str]:
        """Words of a class; KeyError if there is none of that name."""
        return self.classes[name]


def load(rules: Path | None = None) -> ActionLexicon:
    """Read and check the tables; `rules` is the user's folder. Raises LexiconError."""
    classes = class_table.load(rules)
    senses: dict[tuple[str, ...], Sense] = {}
    owners: dict[tuple[str, ...], Row] = {}
    types = type_table.load(rules)
    for row in read_table("actions", COLUMNS, rules):
        for word in _words(row, classes):
            sense = _sense(row, word, classes, types)
            key = (word, row["pos"], row["sense"])
            # A user's row stands in for ours, not for another of the user's.
            if key in senses and row.own == owners[key].own:
                raise row.error(f"{sense.rule_id} stands already in {owners[key].where}")
            senses[key], owners[key] = sense, row
    return ActionLexicon.of(senses.values(), classes, types.values())


def _words(row: Row, classes: Mapping[str, frozenset[str]]) -> list[str]:
    """The trigger words of a row: one, or those of a class."""
    word = row["word"]
    if not word.startswith("@"):
        return [word]
    if word[1:] not in classes:
        raise row.error(f"unknown class {word}")
    return sorted(classes[word[1:]])


def _sense(
    row: Row, word: str, classes: Mapping[str, frozenset[str]], types: Mapping[str, EventType]
) -> Sense:
    pos = row["pos"]
    if not word or pos not in POSITIONS:
        raise row.error(f"word {word!r}, pos {pos!r}: pos is v or n")
    if row["type"] != "-" and row["type"] not in types:
        raise row.error(f"unknown type {row['type']!r}")
    target = tuple(_path(row, part) for part in row["target"].split())
    source = tuple(_path(row, part) for part in row["source"].split())
    if not source:
        source = VERB_SOURCE if pos == "v" else NOUN_SOURCE
        if pos == "n" and not any(function in ("de", "owner") for function, _ in target):
            source = (*source, ("de", ""))
    rule_id = ".".join(part for part in ("action", word, pos, row["sense"]) if part)
    kind = types.get(row["type"])
    when = tuple(_condition(row, atom, classes) for atom in row["when"].split())
    reports = kind is not None and kind.has(Trait.STATES)
    return Sense(
        rule_id.replace(" ", "_"),
        word,
        pos,
        kind,
        when,
        reports or any(condition.function in ("que", "said") for condition in when),
        source,
        target,
        row["cameo"],
        row["example"],
        row.where,
    )


def _path(row: Row, part: str) -> Path_:
    function, _, path = part.partition(".")
    if function not in FUNCTIONS or path not in ("", "owner", "subj"):
        raise row.error(f"unknown function {part!r}")
    return function, path


def _condition(row: Row, atom: str, classes: Mapping[str, frozenset[str]]) -> Condition:
    negated = atom.startswith("-")
    name, colon, values = atom.lstrip("-").partition(":")
    if name in FLAGS:
        return Condition(name, negated)
    function, path = _path(row, name)
    if not colon:
        return Condition(function, negated, path=path)
    lemmas: set[str] = set()
    kinds: set[str] = set()
    for value in values.split("|"):
        if value.startswith("@"):
            if value[1:] not in classes:
                raise row.error(f"unknown class {value}")
            lemmas |= classes[value[1:]]
        elif value.startswith("#"):
            if value[1:] not in KINDS:
                raise row.error(f"unknown kind {value}")
            kinds.add(value[1:])
        elif re.fullmatch(r"[\w'’-]+", value):
            lemmas.add(value.replace("_", " "))
        else:
            raise row.error(f"empty or odd alternative in {atom!r}")
    return Condition(function, negated, frozenset(lemmas), frozenset(kinds), path)
