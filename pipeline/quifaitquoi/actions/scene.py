"""The scene of an article: the occasion that it is the report of, its day and its place.

The report of a ceremony, a seminar or an assembly says once, near its beginning, when and where it
was; all that it tells was said and done there. So does the report of an attack, of the blows alone.
An article that names but one day, and a recent one, tells of that.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quifaitquoi.records.clean import BlockKind
from quifaitquoi.records.events import Scene, SceneKind
from quifaitquoi.syntax.clauses import Kind
from quifaitquoi.syntax.words import DE, DEMONSTRATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.records.actors import PlaceMention
    from quifaitquoi.records.dates import DateMention
    from quifaitquoi.syntax.sentence import Sentence
    from quifaitquoi.syntax.tokens import Token

# Sentences of text within which a report says what it is about.
LEAD: Final = 4
# Words of « C'était en effet le samedi 3 mai », « Cet acte a été posé le samedi » up to its day.
PRESENTATION: Final = 7
LONG_PRESENTATION: Final = 12
# Nouns that say of what was told right before no more than that it took place.
HAPPENINGS: Final = frozenset(
    "acte action activité événement évènement geste manifestation opération".split()
)
PRESENTING: Final = frozenset("être passer dérouler tenir".split())
# Sentences behind its date within which an occasion is taken up: « cette rencontre ».
TAKEN_UP: Final = 3
# Days after which an occasion is no news.
RECENT: Final = 120
# Days after which an only day is not what an article tells of.
FRESH: Final = 15
# Days at most of a gathering, and of a blow: « dans la nuit du 4 au 5 ».
MONTH: Final = 31
NIGHT: Final = 3
# What one who is interviewed does, or who interviews.
RECEIVING: Final = frozenset(
    "recevoir accueillir rencontrer accorder confier livrer répondre parler entretenir".split()
)
POINTING: Final = DEMONSTRATIVES | {"ladite", "ledit", "présent", "présente"}
# An occasion or a day that these put at a distance is not that of the sentence.
APART: Final = frozenset(
    "après avant depuis suite jusque jusqu' dès sur contre malgré sans pour".split()
)
# Nouns that say of the occasion behind their `de` only which part or side of it is meant.
SIDES: Final = frozenset(
    """occasion cadre travail travaux cours édition fin marge début issue terme participant
    participante responsable organisateur organisatrice promoteur promotrice marraine parrain
    phase tentative série vague victime cible auteur théâtre siège thème sujet objet""".split()
)
# Nouns of the time of a date: « la matinée du 6 juin ».
TIMES: Final = frozenset(
    "jour journée matin matinée soir soirée nuit après-midi aube week-end date veille".split()
)
VERBAL: Final = frozenset({"VERB", "AUX"})
# Tokens from such a noun to its date.
TIME_SIZE: Final = 3


@dataclass(frozen=True, slots=True)
class _Words:
    """Nouns that name the occasions of a kind, verbs of those who take part, days at most."""

    kind: SceneKind
    nouns: frozenset[str]
    verbs: frozenset[str]
    longest: int

    def name(self, token: Token) -> bool:
        """Whether a word is the noun of an occasion."""
        return token.pos_ == "NOUN" and token.lemma_.lower() in self.nouns


def find_scene(
    sentences: Sequence[Sentence],
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    lexicon: ActionLexicon,
    published: str,
) -> Scene | None:
    """The occasion that an article is the report of; None where it is no report.

    It has the first date of the first sentences that is a day, or some days, and goes with the word
    of an occasion there or with one that takes it up right after.
    """
    kinds = (
        _Words(
            SceneKind.GATHERING, lexicon.words("occasion"), lexicon.words("occasion_verb"), MONTH
        ),
        _Words(SceneKind.VIOLENCE, lexicon.words("blow"), lexicon.words("blow_verb"), NIGHT),
    )
    text = [sentence for sentence in sentences if sentence.kind is BlockKind.PARAGRAPH]
    told = [
        (i, date)
        for i, sentence in enumerate(text[:LEAD])
        if not _is_ahead(sentence)
        for date in dates
        if date.sentence == sentence.index and _is_news(date, published)
    ]
    for i, date in sorted(told, key=lambda one: not _is_presented(one[1], text[one[0]])):
        following = text[i + 1 : i + 1 + TAKEN_UP]
        for words in kinds:
            word = _occasion(date, text[i], following, words) or (
                _presented(date, text[i], text[max(i - TAKEN_UP, 0) : i], words)
            )
            if word is not None:
                return Scene(date, _nearest(date, places), word.text, words.kind)
    days = {date.value for date in dates if date.is_close}
    return _sole_day(told, text, places, published) if len(days) == 1 else None


def _sole_day(
    told: Sequence[tuple[int, DateMention]],
    text: Sequence[Sentence],
    places: Sequence[PlaceMention],
    published: str,
) -> Scene | None:
    """The day of which an article tells that names no other."""
    for i, date in told:
        day = _own_day(date, text[i])
        if date.precision != "day" or day is None or not _is_news(date, published, FRESH):
            continue
        clause = text[i].clauses[day.i]
        if clause.kind is Kind.MAIN and clause.finite is not None and clause.verb is not None:
            return Scene(date, _nearest(date, places), clause.verb.text, SceneKind.DAY)
    return None


def _is_presented(date: DateMention, sentence: Sentence) -> bool:
    """« C'était le samedi 3 mai à Ziniaré. »: a day for what was told right before."""
    words = sentence.tokens[:PRESENTATION]
    if words[0].lower_ in POINTING and words[1:] and words[1].lemma_.lower() in HAPPENINGS:
        words = sentence.tokens[:LONG_PRESENTATION]
    elif words[0].lower_ not in ("c'", "ce", "cela"):
        return False
    return any(word.lemma_.lower() in PRESENTING for word in words[1:]) and any(
        date.start <= sentence.offset + word.idx < date.end for word in words
    )


def _presented(
    date: DateMention, sentence: Sentence, before: Sequence[Sentence], words: _Words
) -> Token | None:
    """The occasion told before the sentence that gives its day, or what presents it."""
    if not _is_presented(date, sentence):
        return None
    named = (
        word
        for one in reversed(before)
        for word in one.tokens
        if words.name(word) or (word.pos_ == "VERB" and _takes_part(word, words))
    )
    return next(named, sentence.tokens[1] if words.kind is SceneKind.GATHERING else None)


def _occasion(
    date: DateMention, sentence: Sentence, following: Sequence[Sentence], words: _Words
) -> Token | None:
    """The word that names what took place on a date."""
    first, last = map(datetime.date.fromisoformat, (date.date_start, date.date_end))
    if (last - first).days >= words.longest:
        return None
    day = _own_day(date, sentence, words)
    if day is None:
        return None
    return _named(sentence, day, words) or _taken_up(following, words)


def _is_news(date: DateMention, published: str, recent: int = RECENT) -> bool:
    """Whether a date is a day, or some days, not after publication and not long before it."""
    if not date.is_close or date.begins_after(published):
        return False
    if len(published) < len("2024-03-01"):
        return True
    first, last = map(datetime.date.fromisoformat, (date.date_start, published))
    return (last - first).days <= recent


def _is_ahead(sentence: Sentence) -> bool:
    """Whether a sentence tells what will be."""
    finite = next((word for word in sentence.tokens if "VerbForm=Fin" in word.morph), None)
    return finite is not None and "Tense=Fut" in finite.morph


def _own_day(date: DateMention, sentence: Sentence, words: _Words | None = None) -> Token | None:
    """The first token of a date, unless it is a dateline's or another noun's than an occasion's."""
    own = [word for word in sentence.tokens if date.start <= sentence.offset + word.idx < date.end]
    if not own or sentence.is_dateline(date.start, date.end):
        return None
    day = own[0]
    before = _before(day)
    if before is None:
        return day
    if before.lower_ in APART:
        return None
    owner = _owner(before)
    if owner is None or owner.pos_ != "NOUN" or owner.lemma_.lower() in TIMES:
        return day
    return day if words is not None and words.name(owner) else None


def _before(token: Token, day: frozenset[int] = frozenset()) -> Token | None:
    """The word before a noun or date, without articles, numbers, adjectives and an inserted day."""
    return next(
        (
            word
            for word in _backwards(token)
            if word.pos_ not in ("DET", "ADJ", "NUM") and word.i not in day
        ),
        None,
    )


def _backwards(token: Token) -> Iterator[Token]:
    return reversed(token.doc[: token.i])


def _owner(preposition: Token) -> Token | None:
    """The noun that `de` joins to what follows."""
    return preposition.nbor(-1) if preposition.lower_ in DE and preposition.i else None


def _named(sentence: Sentence, day: Token, words: _Words) -> Token | None:
    """The word of the occasion that a day of its sentence is said of."""
    verb = _verb_above(day)
    inserted = frozenset(word.i for word in day.subtree) | {day.i}
    for word in sentence.tokens:
        if word is verb and word.pos_ == "VERB" and _takes_part(word, words):
            return word
        named = _is_occasion(word, words, inserted)
        if named and not _is_time(word, day) and _goes_with(word, day):
            return word
    return None


def _takes_part(verb: Token, words: _Words) -> bool:
    """Whether a verb is that of an occasion, or of an interview: « nous a reçus »."""
    lemma = verb.lemma_.lower()
    return lemma in words.verbs or (
        words.kind is SceneKind.GATHERING
        and lemma in RECEIVING
        and any(child.lower_ == "nous" for child in verb.children)
    )


def _verb_above(token: Token) -> Token:
    """The verb that a token hangs on; itself where there is none."""
    return next((word for word in token.ancestors if word.pos_ in VERBAL), token)


def _goes_with(noun: Token, day: Token) -> bool:
    """Whether a noun stands in the clause of a day, above it, or in the main clause."""
    verb, above = _verb_above(day), _verb_above(noun)
    if noun.is_ancestor(day) or verb in (noun, above):
        return True
    if verb is day and above is noun:
        # « Lomé a été le théâtre jeudi d'une remise »: nothing but what is said of a noun.
        return True
    if verb.pos_ not in VERBAL and verb.is_ancestor(noun):
        # « C'est jeudi qu'a pris fin le séminaire »: the tree hangs all on the day.
        return True
    return above.head is above and noun.dep_.startswith("nsubj")


def _is_occasion(token: Token, words: _Words, inserted: frozenset[int]) -> bool:
    """Whether a word names an occasion that its sentence is about: no name, no other's part."""
    if not words.name(token) or (token.i and not token.text[0].islower()):
        return False
    before = _before(token)
    if before is None:
        return True
    owner = _owner(before)
    if owner is not None and owner.i in inserted:
        # « a été le théâtre samedi d'une remise »
        owner = _before(owner, inserted)
    if owner is not None and owner.pos_ == "NOUN":
        return owner.lemma_.lower() in SIDES | words.nouns
    return before.lower_ not in APART


def _is_time(noun: Token, day: Token) -> bool:
    """« la journée de mardi » names no occasion."""
    return noun.lemma_.lower() in TIMES and 0 < day.i - noun.i <= TIME_SIZE


def _taken_up(sentences: Sequence[Sentence], words: _Words) -> Token | None:
    """« Cette rencontre ... »: the first occasion that sentences point back to."""
    for sentence in sentences:
        for word in sentence.tokens:
            determiners = word.doc[max(word.i - 2, 0) : word.i]
            if words.name(word) and any(one.lower_ in POINTING for one in determiners):
                return word
    return None


def _nearest(date: DateMention, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place of a date's sentence that stands nearest to it."""
    near = [place for place in places if place.sentence == date.sentence]
    return min(near, key=lambda place: abs(place.start - date.start), default=None)
