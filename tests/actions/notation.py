"""A parsed sentence written on one line, for tests of what reads the tree without the model.

`nsubj(Le Kenya) a rappelé=rappeler+part* obj(son ambassadeur)`: a pair of brackets holds a phrase,
the word before it its label. The head of a phrase is the word with `*`, else its last word that is
no function word. A word is `form=lemma+tag`: the lemma where it is not the form, a tag of `TAGS`
for verb forms and what its capital and `WORDS` do not tell (a capital makes a proper noun, nothing
a noun).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

import pytest
from spacy.language import BaseDefaults
from spacy.tokens import Doc as SpacyDoc
from spacy.vocab import create_vocab

from quifaitquoi.records.actors import (
    Actor,
    ActorKind,
    ActorMention,
    MentionForm,
    PlaceMention,
    Traits,
)
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.records.dates import DateMention
from quifaitquoi.syntax.sentence import Sentence
from quifaitquoi.syntax.tokens import Doc, Token, tokens
from tests.marks import missed

#: Tag to part of speech, features and usual label.
TAGS: Final = {
    "part": ("VERB", "Tense=Past|VerbForm=Part", ""),
    "ger": ("VERB", "Tense=Pres|VerbForm=Part", ""),
    "inf": ("VERB", "VerbForm=Inf", ""),
    "pres": ("VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin", ""),
    "imp": ("VERB", "Mood=Ind|Tense=Imp|VerbForm=Fin", ""),
    "past": ("VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", ""),
    "fut": ("VERB", "Mood=Ind|Tense=Fut|VerbForm=Fin", ""),
    "cnd": ("VERB", "Mood=Cnd|Tense=Pres|VerbForm=Fin", ""),
    "sub": ("VERB", "Mood=Sub|Tense=Pres|VerbForm=Fin", ""),
    "adj": ("ADJ", "", "amod"),
    "adv": ("ADV", "", "advmod"),
    "adp": ("ADP", "", "case"),
    "pron": ("PRON", "", ""),
    "num": ("NUM", "", "nummod"),
    "pl": ("NOUN", "Number=Plur", ""),
    "m": ("NOUN", "Gender=Masc|Number=Sing", ""),
    "f": ("NOUN", "Gender=Fem|Number=Sing", ""),
    "poss": ("DET", "Poss=Yes", "det"),
}
#: Function words by part of speech, label, features and (for auxiliaries) lemma.
CLASSES: Final = (
    ("DET", "det", "Definite=Def|PronType=Art", "", "le la les l'"),
    ("DET", "det", "Definite=Ind|PronType=Art", "", "un une des"),
    ("DET", "det", "PronType=Dem", "", "ce cet cette ces"),
    ("DET", "det", "Poss=Yes", "", "son sa ses"),
    ("DET", "det", "", "", "aucun aucune plusieurs"),
    ("ADP", "case", "", "", "à de d' du au aux par avec contre pour en dans sur entre vers sans"),
    ("ADP", "case", "", "", "selon chez devant lors auprès jusqu' envers"),
    ("AUX", "aux:tense", "Mood=Ind|Tense=Pres|VerbForm=Fin", "avoir", "a ont"),
    ("AUX", "aux:tense", "Mood=Ind|Tense=Imp|VerbForm=Fin", "avoir", "avait avaient"),
    ("AUX", "aux:tense", "Mood=Ind|Tense=Fut|VerbForm=Fin", "avoir", "aura auront"),
    ("AUX", "aux:tense", "Mood=Cnd|Tense=Pres|VerbForm=Fin", "avoir", "aurait auraient"),
    ("AUX", "aux:tense", "Mood=Sub|Tense=Pres|VerbForm=Fin", "avoir", "ait aient"),
    ("AUX", "aux:tense", "VerbForm=Inf", "avoir", "avoir"),
    ("AUX", "aux:pass", "Mood=Ind|Tense=Pres|VerbForm=Fin", "être", "est sont"),
    ("AUX", "aux:pass", "Mood=Ind|Tense=Imp|VerbForm=Fin", "être", "était étaient"),
    ("AUX", "aux:pass", "Mood=Ind|Tense=Fut|VerbForm=Fin", "être", "sera seront"),
    ("AUX", "aux:pass", "Mood=Cnd|Tense=Pres|VerbForm=Fin", "être", "serait seraient"),
    ("AUX", "aux:pass", "Mood=Sub|Tense=Pres|VerbForm=Fin", "être", "soit soient"),
    ("AUX", "aux:pass", "VerbForm=Inf", "être", "être"),
    ("AUX", "aux:pass", "Tense=Past|VerbForm=Part", "être", "été"),
    ("PRON", "expl:comp", "", "", "se s'"),
    ("PRON", "nsubj", "", "", "il elle ils elles je nous qui -il -elle -t-il"),
    ("PRON", "obj", "", "", "lui leur y"),
    ("PRON", "obl:arg", "PronType=Rel", "", "dont"),
    ("ADV", "advmod", "", "", "ne n' pas plus jamais"),
    ("CCONJ", "cc", "", "", "et ou"),
    ("SCONJ", "mark", "", "", "que qu' si"),
    ("PUNCT", "punct", "", "", ". , : ; « »"),
)  # fmt: skip
WORDS: Final = {
    word: (part, label, features, lemma or word)
    for part, label, features, lemma, words in CLASSES
    for word in words.split()
}
#: With the functions that give `lower_`, `is_alpha` ...; French rules take seconds to load.
VOCAB: Final = create_vocab("xx", BaseDefaults)
TOKEN: Final = re.compile(r"(?P<label>[\w:]+)\(|(?P<close>\))|(?P<word>[^\s()]+)")


@dataclass
class _Word:
    form: str
    lemma: str
    part: str
    features: str
    label: str
    head: int = -1


@dataclass
class _Phrase:
    label: str
    members: list[int] = field(default_factory=list)
    content: list[int] = field(default_factory=list)
    marked: int = -1


def read(text: str) -> Doc:
    """The tokens that a line of the notation describes, as the rules see them; see `parsed`."""
    return tokens(parsed(text))


def parsed(text: str) -> SpacyDoc:
    """The same as spaCy's Doc; raises ValueError where the line is no tree."""
    words: list[_Word] = []
    open_phrases = [_Phrase("ROOT")]
    for match in TOKEN.finditer(text):
        if match["label"]:
            open_phrases.append(_Phrase(match["label"]))
        elif match["close"]:
            if len(open_phrases) == 1:
                msg = f"a bracket closes that is not open: {text}"
                raise ValueError(msg)
            head = _close(open_phrases.pop(), words)
            open_phrases[-1].members.append(head)
        else:
            _add(match["word"], words, open_phrases[-1])
    root = _close(open_phrases.pop(), words)
    if open_phrases:
        msg = f"a bracket stays open: {text}"
        raise ValueError(msg)
    words[root].head = root
    return SpacyDoc(
        VOCAB,
        words=[word.form for word in words],
        lemmas=[word.lemma for word in words],
        pos=[word.part for word in words],
        morphs=[word.features for word in words],
        deps=[word.label for word in words],
        heads=[word.head for word in words],
    )


def _add(written: str, words: list[_Word], phrase: _Phrase) -> None:
    marked = written.endswith("*")
    rest, _, tag = written.removesuffix("*").partition("+")
    form, _, lemma = rest.partition("=")
    known = WORDS.get(form.lower())
    if tag:
        part, features, label = TAGS[tag]
    elif known is not None:
        part, label, features, _ = known
        lemma = lemma or known[3]
    else:
        part, features, label = ("PROPN" if form[0].isupper() else "NOUN"), "", ""
    position = len(words)
    default = form if part == "PROPN" else form.lower()
    words.append(_Word(form, lemma or default, part, features, label))
    phrase.members.append(position)
    if marked:
        phrase.marked = position
    if known is None or tag:
        phrase.content.append(position)


def _close(phrase: _Phrase, words: list[_Word]) -> int:
    """Hang the members of a phrase on its head, and give that the phrase's label."""
    head = phrase.marked
    if head < 0:
        head = (phrase.content or phrase.members)[-1]
    for member in phrase.members:
        if member != head:
            words[member].head = head
            if not words[member].label:
                msg = f"{words[member].form} has no label"
                raise ValueError(msg)
    words[head].label = phrase.label
    return head


@dataclass(frozen=True)
class Case:
    """One case of a table: its name, tree, trigger, and what is expected of the trigger."""

    name: str
    doc: Doc
    trigger: Token
    expected: str


def parametrize(table: str) -> pytest.MarkDecorator:
    """Run a test on each `case` of a table.

    A case is a line with its name, indented lines with the tree, `= trigger: expected`, and for a
    known miss `! reason`.
    """
    found = []
    for block in table.strip().split("\n\n"):
        name, rest = block.split("\n", 1)
        tree, _, answer = rest.partition("\n    = ")
        answer, _, reason = answer.partition("\n    ! ")
        form, _, expected = answer.partition(":")
        doc = read(tree)
        case = Case(name, doc, token(doc, form), " ".join(expected.split()))
        found.append(pytest.param(case, id=name, marks=missed(reason)))
    return pytest.mark.parametrize("case", found)


def token(doc: Doc, form: str) -> Token:
    """The first token with a form."""
    return next(word for word in doc if word.text == form)


def sentence(doc: Doc, kind: BlockKind = BlockKind.PARAGRAPH, index: int = 0) -> Sentence:
    """The whole Doc as one sentence."""
    return Sentence(doc, 0, len(doc), 0, index, index, kind)


def actors(doc: Doc, **kinds: str) -> tuple[list[ActorMention], dict[str, Actor]]:
    """A mention for each proper noun, keyed by its form: a state, or of the kind or sector given.

    Other words become actors by being given; `.` in front makes a demonym, `~` a possessive.
    """
    mentions: list[ActorMention] = []
    known: dict[str, Actor] = {}
    for word in doc:
        said = kinds.get(word.text)
        if (word.pos_ != "PROPN" and said is None) or said == "":
            continue
        form = MentionForm.DEMONYM if (said or "").startswith(".") else MentionForm.NAME
        if (said or "").startswith("~"):
            form = MentionForm.POSSESSIVE
        key = word.text if form is MentionForm.NAME else (said or "")[1:]
        kind, _, sector = (said or "STATE/GOV").partition("/")
        if form is MentionForm.NAME:
            known[key] = Actor(key, ActorKind(kind), sector=sector)
        end = word.idx + len(word)
        mentions.append(
            ActorMention(
                word.idx, end, word.text, word.idx, 0, form, "test", (key,), Traits(start=word.idx)
            )
        )
    return mentions, known


def date(doc: Doc, form: str, value: str = "2031-05-04") -> DateMention:
    """A date of one word."""
    word = token(doc, form)
    end = word.idx + len(word)
    return DateMention(
        word.idx, end, form, value, value, value, "day", "relative", "date.test", sentence=0
    )


def place(doc: Doc, form: str) -> PlaceMention:
    """A place of one word."""
    word = token(doc, form)
    return PlaceMention(word.idx, word.idx + len(word), form, "KEN", "place.test", 0)
