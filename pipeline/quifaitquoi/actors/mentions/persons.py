"""Which capitalised words are persons, by titles, given names, appositions and the article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.actors.mentions import words
from quifaitquoi.actors.mentions.names import (
    INITIAL,
    MAX_WORDS,
    OPENING,
    Run,
    given_name,
    is_name_word,
    run_end,
)
from quifaitquoi.actors.toponyms import LOCATIVE
from quifaitquoi.lexicon.actors import Organisation
from quifaitquoi.records.actors import ActorKind
from quifaitquoi.syntax.words import DE, SAYING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.actors.mentions.phrase import Nominal
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.lexicon.leaders import Leaders
    from quifaitquoi.syntax.view import View

# A name of this many words that is a verb's subject without determiner is a person's.
BARE_WORDS: Final = 2
CLITICS: Final = frozenset("s' se n' ne l' le la les lui leur y en qui nous vous m' me".split())
RELATED: Final = frozenset({"et", "qui", "dont"})
CLOSING: Final = frozenset(',.;:)?!»"')


class PersonFinder:
    """Decides which runs are persons, sentence by sentence, then by names met elsewhere."""

    def __init__(self, lexicon: ActorLexicon, leaders: Leaders) -> None:
        self._lexicon = lexicon
        self._given = lexicon.given_names
        self.leaders = leaders
        self.surnames: dict[str, str] = {}
        self.first_names: set[str] = set()

    def judge(
        self,
        run: Run,
        hits: Mapping[int, Hit],
        phrases: Mapping[int, Nominal],
        by_end: Mapping[int, list[Nominal]],
    ) -> None:
        """Set the run's evidence and titles.

        `phrases` are the sentence's title phrases by start, `by_end` the same by end.
        """
        if self._named_after(run):
            run.evidence = ""
            return
        self._titles(run, hits, phrases, by_end)
        parts = run.parts
        folded = " ".join(parts)
        if run.evidence:
            pass
        elif folded in self.leaders.by_form:
            run.evidence = "leader"
        elif len(parts) > 1 and given_name(parts[0], self._lexicon):
            run.evidence = "given"
        elif self._is_surname(folded) and _stands_alone(run):
            run.evidence = "surname"
        elif len(parts) == 1 and given_name(folded, self._lexicon) and _acts_alone(run):
            run.evidence = "given_alone"
        elif BARE_WORDS <= len(parts) <= MAX_WORDS and _bare_person(
            run, self._lexicon.bodies.opening
        ):
            run.evidence = "bare"

    def _is_surname(self, name: str) -> bool:
        """Whether one word is a well-known person's surname, and no given name of others."""
        return name in self.leaders.by_surname and name not in self._given

    def _titles(
        self,
        run: Run,
        hits: Mapping[int, Hit],
        phrases: Mapping[int, Nominal],
        by_end: Mapping[int, list[Nominal]],
    ) -> None:
        """Note titles, nationality and body that stand beside a name, and that they do."""
        view = run.view
        honoured = run.first >= 0 and run.start not in by_end
        start = _before_people(run, hits, run.first if honoured else run.start)
        full = len(run.parts) > 1
        while (before := self._title_before(view, start, by_end, full=full)) is not None:
            run.titles.append(before)
            run.evidence = "title"
            start = before.start
            if before.start == before.label and view.folds[start - 1 : start] == ["et"]:
                start -= 1  # « le procureur général et ministre de la Justice, X »
        _apposition(run, phrases)
        run.body = _served(run, hits)
        if not run.titles:
            _note_nationality(run, hits)

    def _title_before(
        self, view: View, start: int, by_end: Mapping[int, list[Nominal]], *, full: bool
    ) -> Nominal | None:
        """The title that ends at token `start`.

        The innermost (« le conseiller du président X »), or across a comma the outermost, which
        must be definite (« le conseiller du président, X ») unless a full name follows (« un
        conseiller du président, Issa Lompo »).
        """
        if start in by_end:
            inner = by_end[start][-1]
            last = view.folds[start - 1]
            # « le chanteur du groupe X », « le chef du parti X »: the name is the body's.
            bears = last in self._lexicon.bodies.bare or last in self._lexicon.words("named_after")
            named = inner.noun_end < start and bears
            return None if named else inner
        if start >= 1 and view.words[start - 1] == "," and start - 1 in by_end:
            outer = by_end[start - 1][0]
            single = outer.count == 1 or _is_first(view, outer)
            if outer.one:
                return outer
            second = view.folds[outer.start - 1] == "et" and outer.start - 1 in by_end
            announced = outer.definite or outer.start == 0 or second or full
            return outer if single and announced else None
        return None

    def learn(self, run: Run) -> None:
        """Remember the surname of an accepted person."""
        parts = run.parts
        if len(parts) == 1:
            if run.titles:
                self.surnames[parts[0]] = parts[0]
            return
        self.first_names.add(parts[0])
        for part in parts[1:]:
            if len(part) > 2 and part not in words.PARTICLES and part not in self._given:
                self.surnames[part] = parts[-1]
        self.surnames[parts[-1]] = parts[-1]

    def accept_known(self, run: Run) -> Run | None:
        """The part of a run without evidence that names a person met elsewhere in the article."""
        view = run.view
        if self._named_after(run):
            return None
        known = [i for i in range(run.start, run.end) if view.folds[i] in self.surnames]
        if not known:
            called = run.parts[0] in self.first_names and len(run.parts) == 1 and _stands_alone(run)
            return replace(run, evidence="known") if called else None
        start, end = known[0], known[0] + 1
        whole = not view.shouted and (run.start > 0 or view.pos[run.start] == "PROPN")
        if whole and known[0] - run.start < MAX_WORDS:
            start = run.start
        while start > run.start and self._belongs(view, start - 1):
            start -= 1
        while end < run.end and (end in known or not view.folds[end]):
            end += 1
        return Run(view, start, end, run.titles, "known", run.demonym)

    def _named_after(self, run: Run) -> bool:
        """« la place Jean-Jaurès », « la ville de Kara »: a thing or place with a name."""
        folds, i = run.view.folds, run.start
        if i > 1 and folds[i - 1] in DE:
            return folds[i - 2].rpartition(" ")[2] in self._lexicon.words("settlement")
        return i > 0 and folds[i - 1] in self._lexicon.words("named_after")

    def _belongs(self, view: View, i: int) -> bool:
        word = view.folds[i]
        return word in self._given or not word or bool(INITIAL.fullmatch(view.words[i]))


def is_title(phrase: Nominal) -> bool:
    """Whether a noun phrase may stand beside a person's name."""
    return phrase.one or (phrase.hit is not None and phrase.hit.title)


def _apposition(run: Run, phrases: Mapping[int, Nominal]) -> None:
    """The title after a name's comma or bracket: « X, adjointe au maire »."""
    view, after = run.view, run.end + 1
    beside = view.words[run.end : after] in ([","], ["("])
    if not beside or (len(run.parts) == 1 and not run.evidence):
        return
    following = phrases.get(after)
    if following is not None and _closes(view, following):
        run.titles.append(following)
        run.evidence = run.evidence or "apposition"


def _served(run: Run, hits: Mapping[int, Hit]) -> Organisation | None:
    """The body of « X, de Human Rights Watch », « X (MSF) », « X, biologiste au WWF »."""
    view, i = run.view, run.end
    after = next((title.end for title in run.titles if title.start > i), len(view))
    if view.folds[after : after + 1] in (["a"], ["au"], ["chez"]):
        hit = hits.get(after + 1 + (view.folds[after + 1 : after + 2] in (["la"], ["l'"])))
        closed = True
    elif i < len(view) and view.words[i] == "(":
        hit = hits.get(i + 1)
        closed = hit is not None and view.words[hit.end : hit.end + 1] == [")"]
    else:
        i += view.words[i : i + 1] == [","]
        if view.folds[i : i + 1] and view.folds[i] not in DE:
            return None
        i += 1
        while i < len(view) and view.folds[i] in ("la", "l'"):
            i += 1
        hit = hits.get(i)
        closed = True
    row = hit.rows[0] if hit is not None and closed else None
    return row if isinstance(row, Organisation) and row.kind is not ActorKind.FORCE else None


def _before_people(run: Run, hits: Mapping[int, Hit], start: int) -> int:
    """Where « la Danoise X » starts behind « sa cheffe, », or `start`."""
    view, people = run.view, hits.get(start - 1)
    if people is None or people.source is not Source.DEMONYM or start <= 2:
        return start
    article = start - 2 if view.folds[start - 2] in ("le", "la", "l'") else start
    if not view.words[start - 1][0].isupper() or view.words[article - 1] != ",":
        return start
    run.demonym = people
    run.evidence = run.evidence or "demonym"
    return article


def _note_nationality(run: Run, hits: Mapping[int, Hit]) -> None:
    """« le Danois X », « ses homologues tunisien, X, et libyen, Y », « X, un Togolais »."""
    view, after = run.view, run.end + 1
    people = hits.get(run.start - 1)
    if view.words[run.end : after] == [","] and view.folds[after : after + 1] in (["un"], ["une"]):
        people = hits.get(after + 1) or people
    if people is None and run.start > 2 and view.words[run.start - 1] == ",":
        people = hits.get(run.start - 2) if view.folds[run.start - 3] in ("et", ",") else None
    if people is not None and people.source is Source.DEMONYM:
        run.demonym = people
        if view.words[people.start][0].isupper():
            run.evidence = run.evidence or "demonym"


def _is_first(view: View, phrase: Nominal) -> bool:
    """« ses homologues tunisien, X, et libyen, Y »: a plural with an adjective in the singular."""
    last = phrase.inner[-1] if phrase.inner else None
    return (
        last is not None
        and last.source is Source.DEMONYM
        and last.end == phrase.end
        and not view.folds[last.start].endswith(("s", "x"))
    )


def _closes(view: View, phrase: Nominal) -> bool:
    """Whether a phrase after a name's comma is an apposition: bare, or closed off at its end."""
    if phrase.start == phrase.label or phrase.station >= len(view):
        return True
    nothing = [False] * len(view)
    if view.words[phrase.station] == "," and phrase.station + 1 < len(view) and phrase.definite:
        end = run_end(view, phrase.station + 1, nothing)
        if is_name_word(view, phrase.station + 1) and end > phrase.station + 2:
            return False  # it announces the next name: « reçu par X, le ministre, Y, a ... »
    return view.words[phrase.station] in CLOSING or view.folds[phrase.station] in (
        "et",
        "puis",
        "qui",
        "dont",
    )


def _stands_alone(run: Run) -> bool:
    """A surname alone, without determiner or locative preposition: « Poutine a reçu Macron ».

    The model takes many for pronouns or verbs; a capital inside a sentence says more.
    """
    view, i = run.view, run.start
    before = view.folds[i - 1] if i else ""
    opens = i == 0 and before_verb(view, run.end)
    common = view.pos[i] == "NOUN" and view.pos[view.heads[i]] != "VERB"
    inside = i > 0 and not common and view.words[i - 1] not in OPENING
    return (
        (view.pos[i] == "PROPN" or opens or inside)
        and before not in words.ARTICLES
        and before not in ("en", "aux", "au", "dans", "vers", "chez")
    )


def _acts_alone(run: Run) -> bool:
    """« Aïcha a porté plainte »: a given name that is a verb's subject."""
    view, i = run.view, run.start
    before = view.folds[i - 1] if i else ""
    return (
        not view.shouted
        and view.pos[i] == "PROPN"
        and view.deps[i] in ("nsubj", "nsubj:pass")
        and before not in words.DETERMINERS | LOCATIVE
        and before_verb(view, run.end)
    )


def _bare_person(run: Run, nouns: Collection[str]) -> bool:
    """Two or more capitalised words, no determiner or noun of bodies, subject of a verb."""
    view, i = run.view, run.start
    before = view.folds[i - 1] if i else ""
    if view.shouted or before in words.DETERMINERS or before in LOCATIVE:
        return False
    if view.folds[i] in words.ARTICLES:
        return False
    if any(view.pos[k] not in ("PROPN", "PUNCT", "X", "NOUN") for k in range(i, run.end)):
        return False
    short = [len(w) <= 3 and w.isupper() and w.isalpha() for w in view.words[i : run.end]]
    if any(short):
        return False
    if run.view.folds[i] in nouns or any(
        w.partition("-")[0].isupper() and len(w.partition("-")[0]) <= 5
        for w in view.words[i : i + 1]
    ):
        return False
    for k in range(i, run.end):
        verb = view.heads[k]
        if view.deps[k] in ("nsubj", "nsubj:pass"):
            return view.pos[verb] in ("VERB", "AUX")
        if i <= verb < run.end:
            continue
        if verb < i and view.lemmas[verb] in SAYING:
            return True
    return before_verb(view, run.end)


def before_verb(view: View, i: int) -> bool:
    """Whether a finite verb follows, perhaps after a clitic or « qui »: the name is its subject."""
    if i + 1 < len(view) and view.words[i] == "," and view.folds[i + 1] == "qui":
        i += 2
    while i < len(view) and view.folds[i] in CLITICS:
        i += 1
    return i < len(view) and view.pos[i] in ("VERB", "AUX") and "VerbForm=Fin" in view.features[i]
