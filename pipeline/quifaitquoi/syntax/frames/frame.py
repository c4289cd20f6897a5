"""The frame of a trigger, and how complements enter it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from quifaitquoi.records.actions import Basis
from quifaitquoi.syntax.frames.grammar import NOMINAL, antecedent, conjuncts, preposition
from quifaitquoi.syntax.tokens import lemma_of
from quifaitquoi.syntax.words import CLITIC_FUNCTIONS, COMPOUND_NOUNS, OF, QUANTITIES, REFLEXIVES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quifaitquoi.syntax.tokens import Token


class Filler(NamedTuple):
    """The head of a complement, and what says that it is one."""

    token: Token
    basis: Basis = Basis.TREE


@dataclass(slots=True)
class Frame:
    """What a trigger governs: function to its fillers, in the order in which they were found.

    `carrier` is the verb that carries tense and negation for the trigger: itself, its support
    verb, or None for a bare noun. `said`: the verb tells by whom words beside it are spoken.
    """

    trigger: Token
    pos: str
    functions: dict[str, list[Filler]] = field(default_factory=dict)
    passive: bool = False
    reflexive: bool = False
    plural: bool = False
    definite: bool = False
    said: bool = False
    carrier: Token | None = None
    announcers: tuple[Filler, ...] = ()

    def add(self, function: str, tokens: Iterable[Token], basis: Basis = Basis.TREE) -> None:
        """Add fillers, each once."""
        self.adopt(function, (Filler(token, basis) for token in tokens))

    def adopt(self, function: str, fillers: Iterable[Filler]) -> None:
        """Add fillers as another frame has them, each once."""
        held = list(self.fillers(function))
        tokens = {filler.token for filler in held}
        for filler in fillers:
            if filler.token not in tokens:
                tokens.add(filler.token)
                held.append(filler)
        if held:
            self.functions[function] = held

    def remove(self, function: str, tokens: Iterable[Token]) -> None:
        """Take fillers away."""
        gone = set(tokens)
        kept = [filler for filler in self.fillers(function) if filler.token not in gone]
        if kept:
            self.functions[function] = kept
        else:
            self.functions.pop(function, None)

    def replace(self, function: str, tokens: Iterable[Token], basis: Basis) -> None:
        """Give a function other fillers than it had."""
        self.functions.pop(function, None)
        self.add(function, tokens, basis)

    def get(self, function: str) -> list[Token]:
        """Heads of the fillers of a function, or none."""
        held = self.functions.get(function)
        return [filler.token for filler in held] if held else []

    def fillers(self, function: str) -> Sequence[Filler]:
        """Fillers of a function, or none."""
        return self.functions.get(function, ())


def take_over(
    frame: Frame, functions: Iterable[str] = ("obj",), only: frozenset[str] | None = None
) -> None:
    """Add what the parser hung on a complement (`communiquer des données à la France`)."""
    held = set(frame.functions)
    for thing in [token for function in functions for token in frame.get(function)]:
        for child in thing.children:
            name = preposition(child)
            own = OF - {"entre"} if frame.pos == "n" else OF
            if only is not None and name not in only:
                continue
            if child.pos_ in NOMINAL and child.i > thing.i and name and name not in held | own:
                frame.add(name, (antecedent(token) for token in conjuncts(child)))


def add_nominal(frame: Frame, child: Token) -> None:
    """Add a nominal and what is coordinated with it under the functions that they have."""
    lower = child.lower_
    if lower.startswith("-") or lower in REFLEXIVES:
        return
    name = preposition(child)
    before = child.pos_ == "PRON" and child.i < frame.trigger.i
    if before and not name and lower in CLITIC_FUNCTIONS:
        frame.add(_clitic_function(child), [child])
        return
    for token in conjuncts(child):
        own = preposition(token) or name
        function = _nominal_function(frame, child, token, own)
        if function:
            frame.add(function, [antecedent(token)])
        if own and function == own and lemma_of(token) in COMPOUND_NOUNS:
            frame.add(lemma_of(token), de_complements(token))


def _clitic_function(clitic: Token) -> str:
    function = CLITIC_FUNCTIONS[clitic.lower_]
    either = clitic.lower_ in ("me", "m'", "nous", "vous")
    return "à" if either and function == "obj" and clitic.dep_ == "iobj" else function


def _nominal_function(frame: Frame, child: Token, token: Token, own: str) -> str:
    """The function of a noun coordinated with a child, behind its preposition, or empty."""
    if own == "par" and frame.passive:
        return "subj"
    counted = own in ("jusque", "entre") and child.pos_ == "NUM" and token.pos_ == "NOUN"
    if counted or (own in ("de", "jusque", "entre") and _is_partitive(frame, token)):
        return "obj"
    if own or child.dep_ == "obl:agent":
        return own or "subj"
    bare = child.dep_ in ("obj", "iobj", "xcomp", "obl:arg", "dep") and not _is_time(token)
    return "obj" if bare else ""


def add_inner(frame: Frame, token: Token) -> None:
    """Add the complements of a word that has none of its own, such as a date."""
    for child in token.children:
        if child.pos_ in NOMINAL and child.dep_ != "nummod":
            if preposition(child):
                add_nominal(frame, child)
            add_inner(frame, child)


def _is_partitive(frame: Frame, token: Token) -> bool:
    """Whether a phrase with a preposition is an object all the same.

    `livrer du matériel`, `prendre de nouvelles sanctions`, `accueillir plus de mille réfugiés`,
    `tuer jusqu'à dix soldats`.
    """
    case = next((child for child in token.children if child.dep_ == "case"), None)
    if case is None or token.pos_ != "NOUN" or frame.passive or frame.reflexive or frame.get("obj"):
        return False
    if case.i > 0 and case.nbor(-1).lower_ in QUANTITIES:
        return True
    if preposition(token) in ("jusque", "entre") and any(c.pos_ == "NUM" for c in token.children):
        return case.i <= frame.trigger.i + 2
    adjective = case.nbor(1).pos_ == "ADJ" and case.i + 1 < token.i
    return case.i == frame.trigger.i + 1 and (case.lower_ in ("du", "des") or adjective)


def _is_time(token: Token) -> bool:
    return token.pos_ == "NUM" or token.dep_ == "obl:mod"


def de_complements(token: Token) -> Iterator[Token]:
    """Nominals that `de` joins to a word."""
    for child in token.children:
        if preposition(child) == "de" and child.pos_ in NOMINAL:
            yield from conjuncts(child)
