"""Runs of capitalised words that may be names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.actors.mentions import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.actors.mentions.phrase import Nominal
    from quifaitquoi.lexicon.actors import ActorLexicon, Organisation
    from quifaitquoi.syntax.view import View

INITIAL: Final = re.compile(r"(?:[A-ZÉÈ]\.?-?){1,3}\.|[A-ZÉÈ]")
# « el-Menfi », « as-Sarraj »: a surname with its Arabic article.
ARTICLED: Final = re.compile(r"(?:el|al|ar|as|ach|es|ad|an|at|az|ez)-[A-ZÉ]")
PRENASAL: Final = re.compile(r"\b(?:M[BPV]|N[DGJKTZ])(?=[a-zà-ÿ]{2})")
MAX_WORDS: Final = 6
FUNCTION_TAGS: Final = frozenset("DET ADP PRON CCONJ SCONJ NUM PUNCT SYM".split())
CAPITAL_PARTICLES: Final = frozenset("le la de du el al da di n' d' ould ben von van".split())
# Those that begin a surname, not the title of a work or paper: « le dit à Le Pen ».
LEADING_PARTICLES: Final = frozenset("le la de du".split())
# Pronouns with which sentences begin are shorter than this, or no names by the words themselves.
MAX_PRONOUN: Final = 4
OPENING: Final = frozenset('«“":.!?-–—')


@dataclass(slots=True)
class Run:
    """Capitalised tokens [start, end) of a view, perhaps a name.

    `titles` are its office phrases, `shared` those of a plural title before a list of names, in
    which it stands at `place`; `body` is the one that it serves: « X, de l'Unicef »;
    `first` is where an honorific before it begins, if not -1.
    """

    view: View
    start: int
    end: int
    titles: list[Nominal] = field(default_factory=list)
    evidence: str = ""
    demonym: Hit | None = None
    shared: list[Nominal] = field(default_factory=list)
    place: int = 0
    body: Organisation | None = None
    first: int = -1

    @property
    def text(self) -> str:
        """The words in usual capitals."""
        return usual_capitals(self.view.text(self.start, self.end))

    @property
    def parts(self) -> tuple[str, ...]:
        """Folded words, initials and hyphens left out."""
        return tuple(" ".join(self.view.folds[self.start : self.end]).split())


def usual_capitals(name: str) -> str:
    """« Faure GNASSINGBÉ » to « Faure Gnassingbé »; initials and « N'Diaye » stay.

    « NDiaye » and « MBaye » are Ndiaye and Mbaye: M and N before a consonant are part of its sound.
    """
    name = PRENASAL.sub(lambda m: m[0].capitalize(), name)
    return (
        re.sub(
            r"[^\W\d_]{3,}",
            lambda m: m[0].capitalize() if m[0].isupper() else m[0],
            re.sub(
                r"(?<=[\s-])(?!II|IV|VI|IX|XI)[A-ZÉ]{2}(?![\w.])(?=\s|$)",
                lambda m: m[0].capitalize(),
                name,
            ),
        )
        .replace("'", "’")
        .replace("/ ", "/")
    )


def runs(view: View, blocked: Sequence[bool]) -> list[Run]:
    """Maximal runs of name words outside the tokens that tables have already explained."""
    found: list[Run] = []
    end = 0
    for i, word in enumerate(view.words):
        if i >= end and word[0].isupper() and not blocked[i] and is_name_word(view, i):
            end = run_end(view, i, blocked)
            start = i - 1 if _is_led_by_particle(view, i) else i
            name = _after_honorific(view, start, end)
            found.append(
                Run(view, name, end, evidence="title" if name > start else "", first=start)
            )
    return found


def _after_honorific(view: View, start: int, end: int) -> int:
    """Where the name begins in « El Hadj Issa Koné », « Hadja Koné », « El Hadji Issa Koné ».

    The honorific stays where it may be all of a given name: « El Hadji Koné ».
    """
    for i in range(min(start + 2, end - 1), start, -1):
        words_left = sum(map(bool, view.folds[i:end]))
        honorific = view.folded(start, i)
        if honorific in words.HONORIFICS or (
            honorific in words.GIVEN_HONORIFICS and words_left > 1
        ):
            return i
    return start


def _is_led_by_particle(view: View, i: int) -> bool:
    """« Mme Le Pen », « Marie De Gendt »: a capital particle inside a sentence opens a name."""
    return (
        i > 1
        and view.folds[i - 1] in LEADING_PARTICLES
        and view.words[i - 1][0].isupper()
        and not view.words[i - 1].isupper()
        and view.words[i - 2] not in OPENING
    )


def is_name_word(view: View, i: int) -> bool:
    """Whether token `i` can be a word of a name: capitals, no function word."""
    word = view.words[i]
    if not word[0].isupper() or view.folds[i] in words.NOT_NAMES:
        return False
    if len(word) == 1 or INITIAL.fullmatch(word):
        return i + 1 < len(view) and view.words[i + 1][:1].isupper()
    # The model tags some names as pronouns or verbs; only a sentence's first word needs its tag,
    # unless a verb follows it as its subject.
    return (
        i > 0
        or view.pos[i] not in FUNCTION_TAGS
        or (view.pos[i] == "PRON" and view.deps[i].startswith("nsubj") and len(word) > MAX_PRONOUN)
    )


def run_end(view: View, i: int, blocked: Sequence[bool]) -> int:
    """Where the run of name words that starts at token `i` ends."""
    end = i + 1
    size = len(view)
    while end < size and end - i < MAX_WORDS * 2 and not blocked[end]:
        if (
            is_name_word(view, end)
            or (view.words[end][0].isupper() and INITIAL.fullmatch(view.words[end]))
            or ARTICLED.match(view.words[end])
        ):
            end += 1
        elif _stands_inside(view, end, i) and not blocked[end + 1] and is_name_word(view, end + 1):
            end += 2
        else:
            break
    return end


def _stands_inside(view: View, j: int, start: int) -> bool:
    """Whether token `j` may stand inside a name: a tight hyphen, a particle."""
    if j + 1 >= len(view) or not view.words[j + 1][:1].isupper():
        return False
    word = view.folds[j]
    if word in CAPITAL_PARTICLES and view.words[j][0].isupper():
        return True
    if view.words[j] in "-‐‑" or (view.words[j] == "/" and j > start + 1):
        return view.stop(j - 1) == view.start(j) and view.stop(j) == view.start(j + 1)
    if word in words.PARTICLES:
        return True
    return word in words.NOBLE and j == start + 1 and view.deps[j + 1] == "flat:name"


def given_name(word: str, lexicon: ActorLexicon) -> bool:
    """A given name of the table, or a compound that begins with one."""
    return word in lexicon.given_names or word.partition(" ")[0] in lexicon.given_names


def given_first(run: Run, lexicon: ActorLexicon, *, woman: bool) -> str:
    """The run's name with the given name first, where the words show that the surname leads.

    « KABORE Henriette », « Mme Kaboré Henriette »: a surname in capitals, or the given name of
    somebody called a `woman`. The given names of men are surnames as well: « M. Rand Paul ».
    """
    parts, said = run.parts, [w for w in run.view.words[run.start : run.end] if w[0].isalnum()]
    if len(parts) != len(said) or len(parts) < 2 or any(given_name(p, lexicon) for p in parts[:-1]):
        return run.text
    known = lexicon.given_names.get(parts[-1].partition(" ")[0], "")
    capitals = len(said[0]) > 2 and said[0].isupper() and not said[-1].isupper()
    if not known or not (capitals or (known == "f" and woman)):
        return run.text
    return " ".join((usual_capitals(said[-1]), usual_capitals(" ".join(said[:-1]))))


def given_gender(parts: Sequence[str], lexicon: ActorLexicon) -> str:
    """M or f by the first given name of the table, or empty; the last word is the surname."""
    for part in parts[:-1] or parts:
        gender = lexicon.given_names.get(part, "")
        if gender in ("m", "f"):
            return gender
    return ""


def blocked_tokens(view: View, hits: Sequence[Hit], lexicon: ActorLexicon) -> list[bool]:
    """Tokens that a form of the tables explains, so that no name runs over them."""
    blocked = [False] * len(view)
    for hit in hits:
        if hit.source is Source.MEMBER or _part_of_name(view, hit):
            continue
        if hit.source is Source.PLACE and _ends_name(view, hit, blocked):
            continue
        if hit.source is Source.ORGANISATION and _surname(view, hit, blocked, lexicon):
            continue
        for i in range(hit.start, hit.end):
            blocked[i] = True
    return blocked


def _ends_name(view: View, hit: Hit, blocked: Sequence[bool]) -> bool:
    """« Mokgweetsi Masisi »: one word right after a name word that no table explains."""
    i = hit.start
    return (
        i > 0
        and hit.end == i + 1
        and not blocked[i - 1]
        and not view.shouted
        and view.pos[i - 1] in ("PROPN", "NOUN", "X", "ADJ")
        and is_name_word(view, i - 1)
        and view.stop(i - 1) + 1 >= view.start(i)
    )


def _surname(view: View, hit: Hit, blocked: Sequence[bool], lexicon: ActorLexicon) -> bool:
    """« Harrison Ford »: a firm's or paper's name right after a given name."""
    before = view.folds[hit.start - 1] if hit.start else ""
    return (
        before in lexicon.given_names
        and not view.words[hit.start].isupper()
        and _ends_name(view, hit, blocked)
    )


def _is_capital(view: View, i: int) -> bool:
    """Whether a word of a name stands at token `i`."""
    inside = 0 <= i < len(view)
    return inside and view.words[i][0].isupper() and view.folds[i] not in words.NOT_NAMES


def _lowered(view: View, hit: Hit) -> bool:
    return view.words[hit.end - 1][0].islower()


def _part_of_name(view: View, hit: Hit) -> bool:
    """« Nana », « Cheikh » open a name as often as they are titles; « El hadj » is one."""
    return (
        hit.source is Source.OFFICE
        and not (view.folded(hit.start, hit.end) in words.HONORIFICS and _lowered(view, hit))
        and view.folds[hit.start] in words.NAME_TITLES
        and view.words[hit.start][0].isupper()
        and (_is_capital(view, hit.end) or _is_capital(view, hit.start - 1))
    )
