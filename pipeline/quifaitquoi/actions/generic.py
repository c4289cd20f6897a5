"""Who is no actor of the news: figures of scripture, and people in general (« la femme »)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.tense import tense
from quifaitquoi.records.actions import Tense, Trait
from quifaitquoi.records.actors import MentionForm
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.frames import conjuncts, is_verb, lemma_of
from quifaitquoi.syntax.verb_groups import Mood, VerbTense, verb_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.actions.candidate import Candidate
    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.records.actors import ActorMention
    from quifaitquoi.syntax.tokens import Token

# What stands for the person that it follows: « Mahomet (PSL) ».
HONOURS: Final = frozenset("psl saw saws sws as paix".split())
# Words of scripture from which on an article expounds it.
QUOTING: Final = 3
# Subjects that are people at large; « certains » and « d'autres » are often some of those told of.
MANY: Final = frozenset("beaucoup nombreux aucuns chacun".split())
FOLK: Final = frozenset("personne gens monde".split())
PARTIES: Final = ("nsubj", "obj", "obl:agent")
DONE: Final = frozenset({Tense.PAST, Tense.PLUPERFECT, Tense.FUTURE})


@dataclass(frozen=True, slots=True)
class Nobody:
    """Keys of an article's actors who make no news: of scripture, and for kinds of people.

    `doctrine`: the article quotes scripture, so that what befalls people in general is doctrine;
    `timeless`: nouns for who acts in scripture, and for what is believed.
    """

    scripture: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    doctrine: bool = False
    timeless: frozenset[str] = frozenset()


def nobody(resolvers: Iterable[ArgumentResolver], lexicon: ActionLexicon) -> Nobody:
    """The actors of an article that are no actors of the news, by all of their mentions.

    « la femme », « un musulman », « chaque client » are people in general where the article tells
    of nothing that one of them did or underwent, points at none and has none in a heading.
    """
    timeless, everyman = lexicon.words("timeless"), lexicon.words("everyman")
    preaching = timeless | lexicon.words("creed")
    scripture: set[str] = set()
    named: set[str] = set()
    #: Keys of people of one kind, with the kind, and the kinds of whom one did something.
    people: set[tuple[str, str]] = set()
    certain: set[str] = set()
    quoting = 0
    for resolver in resolvers:
        quoting += _quoted(resolver, lexicon.words("scripture_word"))
        for mention, head in _placed(resolver):
            if _is_revered(mention, head, timeless):
                scripture.update(mention.keys)
            elif mention.form is MentionForm.NAME:
                named.update(mention.keys)
            elif _is_one(mention) and (kind := lemma_of(head)) in everyman:
                called = (key for key in mention.keys if head.lower_ in key.casefold().split())
                people.update((key, kind) for key in called)
                if _is_certain(head, resolver):
                    certain.add(kind)
    told = {key for key, kind in people if kind in certain}
    general = {key for key, _ in people} - told
    doctrine = bool(scripture) or quoting >= QUOTING
    return Nobody(frozenset(scripture), frozenset(general - named), doctrine, preaching)


def _quoted(resolver: ArgumentResolver, words: frozenset[str]) -> int:
    """How many words of scripture a sentence has; most have none, by their forms."""
    if words.isdisjoint(resolver.sentence.doc.words):
        return 0
    return sum(lemma_of(token) in words for token in resolver.sentence.tokens)


def is_no_news(candidate: Candidate, unreal: Nobody, resolver: ArgumentResolver) -> bool:
    """« le prophète Isaïe dit », « la femme pense »: an act of scripture, or of everybody.

    Where scripture is expounded, what is done to people in general is doctrine too.
    """
    if _has_timeless_subject(candidate, unreal.timeless, resolver):
        return True
    if _is_hearsay(candidate, resolver.lexicon.words("thinking")):
        return True
    speech = candidate.type.has(Trait.SPEECH)
    parties = candidate.sources
    if not parties and unreal.doctrine and not speech:
        parties = candidate.targets
    keys = {key for argument in parties for key in argument.keys}
    if not keys or not keys <= unreal.scripture | unreal.people:
        return False
    if keys & unreal.scripture:
        return True
    if candidate.sources and candidate.frame.pos == "n" and not unreal.doctrine:
        return False
    if candidate.frame.pos == "v" and _is_done(candidate.trigger, resolver):
        return False
    # Who speaks is somebody, whoever a pronoun was taken for; so is « une mère ».
    return not speech or any(
        mention.form is not MentionForm.PRONOUN and mention.traits.definite
        for mention in (argument.mention for argument in parties)
    )


def _is_hearsay(candidate: Candidate, thinking: frozenset[str]) -> bool:
    """« beaucoup pensent », « plusieurs personnes croient »: an opinion of nobody in particular."""
    verb = candidate.trigger
    if lemma_of(verb) not in thinking or "Tense=Pres" not in verb.morph:
        return False
    return any(
        child.lower_ in MANY
        or (
            lemma_of(child) in FOLK
            and not any(sub.dep_ in ("nmod", "amod", "acl", "acl:relcl") for sub in child.children)
        )
        for child in verb.children
        if child.dep_ == "nsubj"
    )


def _has_timeless_subject(
    candidate: Candidate, timeless: frozenset[str], resolver: ArgumentResolver
) -> bool:
    """« Dieu annonce », « l'islam s'oppose à X »: whoever else was found to act.

    So is what they have others do: « le prophète a interdit aux femmes de visiter X ».
    """
    if candidate.frame.pos == "n":
        return False
    verb = candidate.trigger
    while verb_group(verb).is_infinitive and is_verb(verb.head) and verb.head != verb:
        verb = verb.head
    own = [
        token
        for child in verb.children
        if child.dep_.startswith("nsubj")
        for token in conjuncts(child)
    ]
    # A relative pronoun stands there for the noun that the frame holds.
    return any(
        subjects
        and all(
            lemma_of(token) in timeless and not _has_surname(token, resolver) for token in subjects
        )
        for subjects in (own, candidate.frame.get("subj"))
    )


def _has_surname(token: Token, resolver: ArgumentResolver) -> bool:
    """Whether a title is that of somebody who lives: « le prophète Jean Dupont »."""
    mention = resolver.mention(token)
    return mention is not None and any(" " in key for key in mention.keys)


def _placed(resolver: ArgumentResolver) -> Iterator[tuple[ActorMention, Token]]:
    """The resolved mentions of a sentence with their head words."""
    sentence = resolver.sentence
    for mention in resolver.mentions.of(sentence.index):
        if mention.keys:
            yield mention, sentence.doc.at(mention.head - sentence.offset)


def _is_revered(mention: ActorMention, head: Token, timeless: frozenset[str]) -> bool:
    """« le prophète Isaïe », « Mahomet (PSL) »; a living prophet has a surname."""
    firsts = {key.casefold().partition(" ")[0] for key in mention.keys}
    if firsts & timeless or "ô" in firsts:
        return True
    if mention.form is not MentionForm.NAME or any(" " in key for key in mention.keys):
        return False
    doc, after = head.doc, head.i + 1
    titled = head.i > 0 and doc[head.i - 1].lower_ in timeless
    return (
        titled
        or lemma_of(head) in timeless
        or (
            after + 1 < len(doc)
            and doc[after].text == "("
            and doc[after + 1].lower_.replace(".", "") in HONOURS
        )
    )


def _is_one(mention: ActorMention) -> bool:
    return mention.form is MentionForm.DESCRIPTION and mention.traits.count == 1


def _is_certain(noun: Token, resolver: ArgumentResolver) -> bool:
    """« cette femme », a title's woman, and one of whom an act is told."""
    return (
        resolver.sentence.kind is not BlockKind.PARAGRAPH
        or any(map(_makes_certain, noun.children))
        or _has_acted(noun, resolver)
    )


def _makes_certain(child: Token) -> bool:
    """A demonstrative, or a participle that tells what was done to them."""
    return "PronType=Dem" in child.morph or (
        child.dep_ == "acl" and verb_group(child).is_participle
    )


def _has_acted(head: Token, resolver: ArgumentResolver) -> bool:
    """Whether something is told that they did or underwent at some time."""
    verb = head.head
    return head.dep_.startswith(PARTIES) and is_verb(verb) and _is_done(verb, resolver)


def _is_done(verb: Token, resolver: ArgumentResolver) -> bool:
    """Whether a verb tells what was or will be done at some time, not what is or was usual."""
    clause = resolver.clauses[verb.i]
    if clause.finite is None:
        return False
    if clause.tense is VerbTense.IMPERFECT or clause.mood is Mood.CONDITIONAL:
        return clause.compound
    return tense(verb, clause) in DONE
