"""Offices, groups, forces and government nouns: what their phrases say about the actor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.forms import COLLECTIVES
from quifaitquoi.actors.gazetteer import NAMES, Hit, Source
from quifaitquoi.actors.mentions import words
from quifaitquoi.actors.mentions.nominals import PORTFOLIO, is_apposed, nominal
from quifaitquoi.actors.mentions.phrase_keys import (
    force_text,
    key_text,
    one_of,
    without_country,
)
from quifaitquoi.lexicon.actors import Country, Group, Office, Organisation, Place, fold
from quifaitquoi.records.actors import ActorKind, ActorMention, MentionForm, Traits
from quifaitquoi.syntax.words import SAYING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from quifaitquoi.actors.mentions.phrase import Nominal
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.syntax.view import View

# Posts at the head of a state or of a body, and the nouns for those of a body.
CHAIRS: Final = {
    "president": "president d'organe", "vice president": "vice president d'organe",
    "ancien president": "ancien president d'organe",
}  # fmt: skip
HEADS: Final = frozenset({Source.GROUP, Source.OFFICE, Source.OFFICES, Source.MEMBER})
NOMINAL_POS: Final = frozenset({"NOUN", "PROPN"})
# « l'État », not « en état », « coup d'État »; « le Congrès », not « le congrès du parti ».
CAPITAL_ONLY: Final = frozenset({"etat", "etats", "eglise", "tresor", "congres"})
AFTER: Final = words.DETERMINERS | {"de", "d'", "au", "aux", *words.NUMBERS}
# The model labels many personal « il » as expletive.
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "expl:subj"})
PRIVATE: Final = frozenset({"", "CVL", "BUS", "MED", "EDU", "NGO"})
# Nouns of people who speak without a name; endings of nouns of people that are longer than SHORT,
# and things that end so too.
SOURCES: Final = frozenset({"source", "temoin", "voix"})
SPEAKERS: Final = (
    "logue", "iste", "crate", "iatre", "teur", "trice", "euse", "ien", "ienne", "aire", "graphe",
)  # fmt: skip
SHORT: Final = 5
# Ends of folded nouns of people with one form for both genders, of which the model's are guesses.
EPICENE: Final = (
    "iste", "logue", "crate", "aire", "iatre", "rebelle", "eleve", "collegue", "camarade", "adulte",
    "cadre", "guide", "maire", "juge", "pilote", "responsable", "malade", "diplomate", "patriote",
    "notable", "civil", "enfant", "membre", "otage", "proche", "coupable", "cineaste", "esclave",
)  # fmt: skip
# Regional adjectives that stand for an organisation.
REGIONAL: Final = {
    stem + ending: key
    for stem, feminine, key in (
        ("ouest africain", "e", "CEDEAO"), ("europeen", "ne", "UE"), ("onusien", "ne", "ONU"),
    )
    for ending in ("", "s", feminine, feminine + "s")
}  # fmt: skip


def nominals(view: View, hits: Mapping[int, Hit], lexicon: ActorLexicon) -> list[Nominal]:
    """Phrases whose noun is an office, group or bare description noun, in order."""
    found: list[Nominal] = []
    covered = {i for hit in hits.values() for i in range(hit.start + 1, hit.end)}
    for i in range(len(view)):
        if i in covered or (found and is_apposed(view, i, found[-1].count)):
            continue
        hit = hits.get(i)
        if hit is not None and hit.source in HEADS:
            if _is_noun(view, hit):
                found.append(nominal(view, i, hit.end, hits, lexicon))
        elif hit is None and view.pos[i] == "NOUN":
            speaker = speaks(view, i, lexicon)
            if speaker or bare_noun(view.folds[i], lexicon):
                found.append(nominal(view, i, i + 1, hits, lexicon))
                found[-1].speaks = speaker
    return found


def bare_noun(word: str, lexicon: ActorLexicon) -> str:
    """The singular of a noun that only refers back (« hommes », « pays », « organisation »)."""
    for form in (word, word.removesuffix("s")):
        person = form in lexicon.words("person_noun")
        if person or _is_state_or_side(form, lexicon) or form in lexicon.bodies.bare:
            return form
    return ""


def _is_state_or_side(noun: str, lexicon: ActorLexicon) -> bool:
    return noun in lexicon.words("state_noun") or noun in lexicon.words("side")


def speaks(view: View, i: int, lexicon: ActorLexicon) -> bool:
    """Whether a noun outside the tables is somebody: « la géochimiste dit », « une source »."""
    noun = view.folds[i].removesuffix("s")
    verb = view.heads[i]
    return (
        view.deps[i] == "nsubj"
        and view.pos[verb] == "VERB"
        and view.lemmas[verb] in SAYING
        and (noun in SOURCES or (len(noun) > SHORT and noun.endswith(SPEAKERS)))
        and noun not in lexicon.words("no_speaker")
    )


def _is_noun(view: View, hit: Hit) -> bool:
    """Whether a form of the tables is used as a noun here."""
    i = hit.start
    before = view.folds[i - 1] if i else ""
    if (
        view.folds[i] in CAPITAL_ONLY
        and hit.end == i + 1
        and (view.words[i][0].islower() or before == "d'" or _opens_gathering(view, i))
    ):
        return False
    if hit.end > i + 1:
        return view.pos[i] not in ("VERB", "AUX")
    if view.pos[i] in NOMINAL_POS:
        return True
    if view.pos[i] in ("ADJ", "PRON", "X", "ADV", "VERB"):
        follows_article = before in AFTER and view.pos[i] != "ADV"
        noun_next = i + 1 < len(view) and view.pos[i + 1] in NOMINAL_POS
        name_next = noun_next and view.words[i + 1][0].isupper()
        return (follows_article and (not noun_next or name_next)) or (
            name_next and hit.source is Source.OFFICE and view.pos[i] != "VERB"
        )
    return False


def _opens_gathering(view: View, i: int) -> bool:
    """« Congrès national du parti », « le 3e Congrès »: a gathering, no parliament."""
    return view.folds[i] == "congres" and (
        i == 0 or view.pos[i - 1] in ("ADJ", "NUM") or view.folds[i - 1] in words.NUMBERS
    )


def is_private(phrase: Nominal) -> bool:
    """« l'équipe américaine », « un joueur français »: of the country, but not for its state."""
    row = phrase.hit.rows[0] if phrase.hit is not None else None
    if isinstance(row, Group):
        return row.kind in (ActorKind.GROUP, ActorKind.ORG) and row.sector in PRIVATE
    return isinstance(row, Office) and row.sector in PRIVATE


def describe(view: View, phrase: Nominal) -> ActorMention:
    """The mention of a noun phrase that is not part of a name."""
    hit = phrase.hit
    traits = phrase_traits(view, phrase)
    first = phrase.amount if phrase.amount >= 0 else phrase.start
    head = view.governor(phrase.noun, phrase.noun_end)
    if phrase.amount >= 0:
        head = phrase.amount
    rule = "bare" if hit is None else hit.source.name.lower().removesuffix("s")
    start, end = view.start(phrase.label), view.stop(phrase.end - 1)
    return ActorMention(
        start, end, view.text(phrase.label, phrase.end), view.start(head), view.index,
        MentionForm.DESCRIPTION, f"actor.{rule}",
        traits=replace(
            traits, start=view.start(first), end=end,
            subject=is_subject(view, head), main=is_main(view, head),
        ),
    )  # fmt: skip


def is_subject(view: View, i: int) -> bool:
    """Whether token `i` is a subject, itself or by coordination with one."""
    for _ in range(4):
        if view.deps[i] in SUBJECTS:
            return True
        if view.deps[i] not in ("conj", "appos", "flat:name", "amod", "nmod") or view.heads[i] == i:
            return False
        if view.deps[i] == "nmod" and view.pos[i] != "PROPN":
            return False
        i = view.heads[i]
    return False


def is_main(view: View, i: int) -> bool:
    """Whether token `i` is a subject of the sentence's main verb, or of one coordinated with it."""
    if not is_subject(view, i):
        return False
    for _ in range(6):
        if view.deps[i] in ("ROOT", "root"):
            return True
        if view.deps[i].startswith(("acl", "advcl", "ccomp", "xcomp")) or view.heads[i] == i:
            return view.heads[i] == i
        i = view.heads[i]
    return False


def phrase_traits(view: View, phrase: Nominal) -> Traits:
    """What a phrase says: kind, sector, countries, noun, gender, number."""
    row = phrase.hit.rows[0] if phrase.hit is not None else None
    countries, body, group = owners(phrase.inner)
    noun = view.folded(phrase.noun, phrase.noun_end)
    kind, sector, key = _own_kind(view, phrase, row, noun)
    if phrase.one and kind is ActorKind.GROUP:
        kind, key = ActorKind.PERSON, one_of(view, phrase)
    if kind in (ActorKind.PERSON, ActorKind.GROUP):
        if body is not None and not (isinstance(row, Group) and row.demonym and countries):
            sector = body.sector or sector
            countries = countries or tuple(filter(None, (body.country,)))
        elif group is not None and kind is ActorKind.PERSON and not noun.startswith(PORTFOLIO):
            sector = group.sector or sector
    owner = phrase.owner if phrase.owner >= 0 else _owned_by(phrase)
    nouns = _nouns(row, noun, phrase.lexicon, presides=_presides(phrase, body, group))
    return Traits(
        kind=kind, key=key, countries=countries, sector=sector,
        noun=(*nouns, *_qualifiers(view, phrase), *abroad(body, countries)),
        gender=_gender(view, phrase), count=phrase.count, definite=phrase.definite,
        demonym=isinstance(row, Group) and row.demonym,
        owner=view.start(owner) if owner >= 0 else -1,
    )  # fmt: skip


def _own_kind(
    view: View, phrase: Nominal, row: object, noun: str
) -> tuple[ActorKind | None, str, str]:
    """Kind and sector by the tables, and the key or its stem."""
    text = key_text(view, phrase)
    base = bare_noun(noun, phrase.lexicon)
    state = isinstance(row, Group) and row.kind is ActorKind.STATE
    if not state and _is_state_or_side(base, phrase.lexicon):
        return None, "", text
    if isinstance(row, Office):
        plural = phrase.hit is not None and phrase.hit.source is Source.OFFICES
        kind = ActorKind.GROUP if plural or phrase.count != 1 else ActorKind.PERSON
        return kind, row.sector, text
    if isinstance(row, Group):
        if phrase.hit is not None and phrase.hit.source is Source.MEMBER:
            one = phrase.count == 1 and noun not in COLLECTIVES
            return ActorKind.PERSON if one else ActorKind.GROUP, row.sector, text
        if row.kind is ActorKind.FORCE:
            return row.kind, row.sector, force_text(view, phrase, row)
        return (
            row.kind,
            row.sector,
            without_country(view, phrase) if row.demonym and phrase.count != 1 else text,
        )
    if phrase.speaks:
        return (ActorKind.PERSON if phrase.count == 1 else ActorKind.GROUP), "CVL", text
    if base in phrase.lexicon.words("person_noun"):
        return (ActorKind.PERSON if phrase.count == 1 else ActorKind.GROUP), "", text
    return None, "", text


def owners(
    inner: Iterable[Hit],
) -> tuple[tuple[str, ...], Organisation | None, Group | None]:
    """Countries, first organisation and first group among the forms inside a phrase.

    After an adjective a country's name is where somebody is: « les soldats ivoiriens du Mali ».
    """
    countries: dict[str, None] = {}
    adjective = False
    body: Organisation | None = None
    group: Group | None = None
    for hit in inner:
        rows = hit.rows if hit.source is Source.COMPOUND else hit.rows[:1]
        for row in rows:
            if isinstance(row, Country):
                if not adjective or hit.source not in NAMES:
                    countries[row.iso3] = None
                adjective = adjective or hit.source not in NAMES
            elif isinstance(row, Place) and row.country and not countries:
                countries[row.country] = None
            elif isinstance(row, Organisation) and body is None:
                body = row
            elif isinstance(row, Group) and group is None:
                group = row
    return tuple(countries), body, group


def _presides(phrase: Nominal, body: Organisation | None, group: Group | None) -> bool:
    """« le président du conseil régional », « de l'association »: of a body, not of a state."""
    if phrase.complement < 0 or (group is not None and group.kind is ActorKind.STATE):
        return False
    states = (Source.COUNTRY, Source.CAPITAL, Source.SEAT)
    return body is not None or not any(
        hit.start == phrase.complement and hit.source in states for hit in phrase.inner
    )


def _nouns(row: object, noun: str, lexicon: ActorLexicon, *, presides: bool) -> tuple[str, ...]:
    if isinstance(row, Office):
        lumped = row.kind == "profession"
        word = noun if lumped else fold(row.word)
        if presides and word in CHAIRS:
            word = noun = CHAIRS[word]
        return tuple(dict.fromkeys((word, noun, f"#{row.kind}")))
    if isinstance(row, Group):
        return tuple(dict.fromkeys((noun, fold(row.word))))
    return (bare_noun(noun, lexicon) or noun,)


def _qualifiers(view: View, phrase: Nominal) -> Iterator[str]:
    """What tells holders of one office apart: party, portfolio, and that one is yet to hold it."""
    folds = view.folds
    if any(word in words.TO_COME for word in folds[phrase.start : phrase.noun]):
        yield "#to_come"
    noun = view.folded(phrase.noun, phrase.noun_end)
    portfolio = noun.removeprefix("ancien ").startswith(("ministre", "secretaire d'etat"))
    for i in range(phrase.noun_end, phrase.end):
        if any(hit.start <= i < hit.end for hit in phrase.inner):
            continue
        stem = folds[i].removesuffix("s")
        if stem in words.PARTISAN:
            yield f"#party {words.PARTISAN[stem]}"
        elif portfolio and view.pos[i] in ("NOUN", "PROPN"):
            yield f"#of {stem}"


def abroad(body: Organisation | None, countries: tuple[str, ...]) -> tuple[str, ...]:
    """« le chef de mission de MSF »: who serves a body of no country has none that is at hand."""
    return ("#abroad",) if body is not None and not body.country and not countries else ()


def _gender(view: View, phrase: Nominal) -> str:
    word = view.folds[phrase.start] if phrase.start < phrase.noun else ""
    if word in ("le", "un", "ce", "cet"):
        return "m"
    if word in ("la", "une", "cette"):
        return "f"
    row = phrase.hit.rows[0] if phrase.hit is not None else None
    if isinstance(row, Office):
        noun = view.folded(phrase.noun, phrase.noun_end)  # the model's genders of posts are guesses
        epicene = noun.removesuffix("s").endswith(EPICENE)
        feminine = noun != fold(row.word) and noun.endswith(("e", "es")) and not epicene
        return "f" if feminine else "" if noun.endswith("e") else "m"
    if phrase.count != 1 and view.folds[phrase.noun].removesuffix("s").endswith(EPICENE):
        return "m"
    features = view.features[phrase.noun]
    return "m" if "Gender=Masc" in features else "f" if "Gender=Fem" in features else ""


def _owned_by(phrase: Nominal) -> int:
    """The first complement that is more than the country, and so narrows the noun."""
    for hit in phrase.inner:
        if hit.start == phrase.complement and hit.source in (Source.COUNTRY, Source.CAPITAL):
            return -1
    return phrase.complement
