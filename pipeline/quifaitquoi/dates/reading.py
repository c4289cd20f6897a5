"""What a reader of the grammar gives back, and small readers that all others share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from quifaitquoi.records.dates import Anchor, DatePart, Direction, Grain

if TYPE_CHECKING:
    from quifaitquoi.dates.lexemes import Lexemes

CLOSERS: Final = frozenset(".,;:!?)»”\"'…")


class Reading(NamedTuple):
    """A date read from some lexeme up to lexeme `end` (not included); `last` ends a range.

    `drop` lexemes at its head are no part of the extent (« les » of « les 12 et 13 mars »). It is
    `counted` from another date (« deux jours après »), or from the `event` of a noun.
    """

    first: DatePart
    last: DatePart | None
    end: int
    rule: str
    drop: int = 0
    counted: bool = False
    event: str = ""


class Modifier(NamedTuple):
    """« dernier », « suivant », « en cours »: side, what it counts from, and the index after it."""

    anchor: Anchor
    direction: Direction
    end: int
    plural: bool

    @property
    def shift(self) -> int:
        """How many units away the period lies."""
        return {Direction.PAST: -1, Direction.FUTURE: 1}.get(self.direction, 0)


_PHRASES: Final = (
    ("d ' avant", Anchor.TEXT, Direction.PAST),
    ("qui precede", Anchor.TEXT, Direction.PAST),
    ("qui precedait", Anchor.TEXT, Direction.PAST),
    ("d ' apres", Anchor.TEXT, Direction.FUTURE),
    ("qui suit", Anchor.TEXT, Direction.FUTURE),
    ("qui suivait", Anchor.TEXT, Direction.FUTURE),
    ("qui vient", Anchor.PUBLICATION, Direction.FUTURE),
    ("a venir", Anchor.PUBLICATION, Direction.FUTURE),
    ("en cours", Anchor.PUBLICATION, Direction.SAME),
    ("courant", Anchor.PUBLICATION, Direction.SAME),
    ("courante", Anchor.PUBLICATION, Direction.SAME),
    ("finissante", Anchor.PUBLICATION, Direction.SAME),
    ("qui s ' acheve", Anchor.PUBLICATION, Direction.SAME),
    ("qui s ' ouvre", Anchor.PUBLICATION, Direction.SAME),
    ("qui s ' annonce", Anchor.PUBLICATION, Direction.FUTURE),
    ("qui commence", Anchor.PUBLICATION, Direction.SAME),
    ("qui debute", Anchor.PUBLICATION, Direction.SAME),
    ("qui finit", Anchor.PUBLICATION, Direction.SAME),
    ("qui se termine", Anchor.PUBLICATION, Direction.SAME),
)
_HEADS: Final = frozenset(phrase.split()[0] for phrase, _, _ in _PHRASES)


def modifier(lexemes: Lexemes, index: int) -> Modifier | None:
    """The modifier that stands at `index`, after the name of a day, month or period."""
    form = lexemes[index]
    plural = form.endswith("s")
    for kind, anchor, direction in (
        ("past", Anchor.PUBLICATION, Direction.PAST),
        ("future", Anchor.PUBLICATION, Direction.FUTURE),
        ("before", Anchor.TEXT, Direction.PAST),
        ("after", Anchor.TEXT, Direction.FUTURE),
    ):
        if form in lexemes.words[kind]:
            return Modifier(anchor, direction, index + 1, plural)
    if form in _HEADS:
        for phrase, anchor, direction in _PHRASES:
            after = lexemes.skip(index, phrase)
            if after > index:
                return Modifier(anchor, direction, after, plural=False)
    return None


def unit(lexemes: Lexemes, index: int) -> tuple[Grain, int, bool] | None:
    """A unit of the calendar: its grain, the index after it, whether it is a plural."""
    form = lexemes[index]
    if form == "week" or form in ("weekend", "weekends"):
        after = lexemes.skip(index, "week - end", "week - ends", "week end", "weekend", "weekends")
        plural = lexemes[after - 1].endswith("s")
        return (Grain.WEEKEND, after, plural) if after > index else None
    grain = lexemes.words.units.get(form)
    if grain is None:
        return None
    return grain, index + 1, form.endswith("s") and grain is not Grain.MONTH


def of_period(lexemes: Lexemes, index: int) -> tuple[DatePart, int] | None:
    """« de l'an dernier », « du mois prochain », « de cette année », « de la même année »."""
    at = lexemes.skip(index, "de l '", "du", "de la", "de", "d '")
    if at == index:
        return None
    after = lexemes.skip(at, "cette meme", "ce meme", "meme", "cette", "ce")
    found = unit(lexemes, after)
    if found is None or found[2] or found[0] not in (Grain.MONTH, Grain.YEAR):
        return None
    if after > at:
        anchor = Anchor.TEXT if lexemes[after - 1] == "meme" else Anchor.PUBLICATION
        return DatePart(found[0], anchor=anchor), found[1]
    turn = modifier(lexemes, found[1])
    return turn and (DatePart(found[0], shift=turn.shift, anchor=turn.anchor), turn.end)


def day_part(lexemes: Lexemes, index: int) -> int:
    """Index after a part of the day that belongs to the day before it (« soir », « au matin »)."""
    form = lexemes[index]
    if form == "apres" and lexemes[index + 1] in ("-", "midi"):
        return lexemes.skip(index, "apres - midi", "apres midi")
    if form in lexemes.words["daypart"]:
        return index + 1
    if form in ("au", "en"):
        after = index + 1
        if lexemes[after] in ("debut", "fin", "milieu"):
            after = lexemes.skip(after + 1, "de", "d '", "de l '")
            after = lexemes.skip(after, "l '")
        simple = lexemes[after] in lexemes.words["daypart"]
        part = after + 1 if simple else day_part_compound(lexemes, after)
        if part > after and (form == "en" or lexemes[after] in ("soir", "matin", "petit")):
            return part
    return index


def day_part_compound(lexemes: Lexemes, index: int) -> int:
    """Index after « après-midi », else `index`."""
    return lexemes.skip(index, "apres - midi", "apres midi")


def closes(lexemes: Lexemes, index: int) -> bool:
    """Whether a clause or the text ends at `index`, and no decimal fraction begins there."""
    form = lexemes[index]
    if form in (",", ".") and lexemes.glued(index) and lexemes.glued(index + 1):
        return not lexemes[index + 1].isdecimal()
    return form == "" or form in CLOSERS
