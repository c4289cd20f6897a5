"""Dates that need another date: « hier », « mardi dernier », « il y a dix ans », « la veille »."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.dates import points
from quifaitquoi.dates.anaphora import counted
from quifaitquoi.dates.reading import (
    Modifier,
    Reading,
    day_part,
    modifier,
    unit,
)
from quifaitquoi.records.dates import Anchor, DatePart, Direction, Grain
from quifaitquoi.syntax.words import DEMONSTRATIVES

if TYPE_CHECKING:
    from quifaitquoi.dates.lexemes import Lexemes


_OF_SCHOOL: Final = frozenset("scolaire academique universitaire judiciaire budgetaire".split())


def deictic(lexemes: Lexemes, index: int) -> Reading | None:
    """« hier soir », « avant-hier », « aujourd'hui vendredi », « demain matin »."""
    form, end, shift = lexemes[index], index + 1, 0
    if form in ("avant", "apres"):
        end = lexemes.skip(index, "avant - hier", "avant hier", "apres - demain", "apres demain")
        if end == index:
            return None
        shift = -2 if form == "avant" else 2
        form = lexemes[end - 1]
    elif form in lexemes.words["deictic"]:
        shift = lexemes.words["deictic"][form]
    else:
        return None
    rule = f"date.relative.{'aujourdhui' if shift == 0 else form}"
    part = DatePart(Grain.DAY, shift=shift, anchor=Anchor.PUBLICATION)
    full = points.named(lexemes, end)
    if full and full.first.day:
        return Reading(full.first, None, full.end, rule)
    named = points.weekday(lexemes, end)
    if named:
        end = named[1]
    return Reading(part, None, day_part(lexemes, end), rule)


def demonstrative_part(lexemes: Lexemes, index: int) -> Reading | None:
    """« ce matin », « cette nuit », « cet après-midi », « ce soir-là », « ce jour »."""
    if lexemes[index] not in ("ce", "cet", "cette"):
        return None
    after = lexemes.skip(index + 1, "meme")
    end = day_part(lexemes, after) if lexemes[after] not in ("au", "en") else after
    if lexemes[after] == "nuit" and lexemes[index - 1] == "dans":
        return None  # « c'est dans cette nuit que »: the one just spoken of
    if lexemes[after] in ("soiree", "matinee") and lexemes[end] != "-":
        return None  # « cette soirée, animée par ... » is an event
    if end == after:
        end = after + 1 if lexemes[after] == "jour" else after
    if end == after:
        return None
    there = lexemes.skip(end, "- la", "la", "- ci")
    if (there > end and lexemes[there - 1] == "la" and lexemes.glued(end)) or after > index + 1:
        part = DatePart(Grain.DAY, anchor=Anchor.TEXT)
        return Reading(part, None, max(there, end), "date.anaphor.ce_jour")
    if lexemes[after] == "jour" and lexemes[index - 1] in ("a", "jusqu"):
        return None  # « à ce jour »: so far
    part = DatePart(Grain.DAY, anchor=Anchor.PUBLICATION)
    named = points.named(lexemes, lexemes.skip(end, ","))
    if lexemes[after] == "jour" and named and named.first.weekday and named.first.day:
        return Reading(named.first, None, named.end, "date.relative.ce_jour")
    end = there if there > end and lexemes[there - 1] == "ci" else end
    return Reading(part, None, end, "date.relative.ce_jour")


def weekday(lexemes: Lexemes, index: int) -> Reading | None:
    """« mardi », « mardi soir », « mardi 13 », « mardi dernier », « lundi de cette semaine »."""
    found = points.weekday(lexemes, index)
    if found is None:
        return None
    number, end = found
    numbered = points.day(lexemes, lexemes.skip(end, "le"))
    if numbered and _bare_day_ends(lexemes, numbered[1]) and lexemes.digits(end, 1, 2):
        part = DatePart(Grain.DAY, day=numbered[0], weekday=number)
        return Reading(part, None, day_part(lexemes, numbered[1]), "date.weekday.day")
    end = day_part(lexemes, end)
    part = DatePart(Grain.DAY, weekday=number)
    turn = modifier(lexemes, end)
    if turn and not turn.plural:
        rule = f"date.weekday.{points.modifier_name(turn.anchor, turn.direction)}"
        anchor = turn.anchor if turn.anchor is Anchor.TEXT else Anchor.CALENDAR
        part = replace(part, anchor=anchor, direction=turn.direction)
        return Reading(part, None, day_part(lexemes, turn.end), rule)
    huit = lexemes.skip(end, "en huit", "en quinze")
    if huit > end:
        weeks = 1 if lexemes[huit - 1] == "huit" else 2
        base = DatePart(Grain.DAY, weekday=number, direction=Direction.FUTURE)
        part = DatePart(Grain.DAY, shift=7 * weeks, base=base)
        return Reading(part, None, huit, "date.weekday.en_huit")
    at = lexemes.skip(end, "de la", "de cette", "la", "cette")
    week = period(lexemes, at) if at > end and lexemes[at - 1] == "la" else None
    if week is None and at > end:
        week = demonstrative_unit(lexemes, at - 1)
    if week and week.first.grain is Grain.WEEK:
        return Reading(replace(part, base=week.first), None, week.end, "date.weekday.semaine")
    return Reading(part, None, end, "date.weekday")


def _bare_day_ends(lexemes: Lexemes, index: int) -> bool:
    """Whether a day number without month may end at `index`: it counts nothing, is no hour."""
    form = lexemes[index]
    if form in (":", "h", "%", "°") or form in lexemes.words["counted"] or form.isdecimal():
        return False
    return not (form in ("-", "/", ".") and lexemes.glued(index + 1) and lexemes.glued(index))


def period(lexemes: Lexemes, index: int) -> Reading | None:
    """« semaine dernière », « mois prochain », « année qui s'achève », « même jour »."""
    if lexemes[index] == "meme":
        found = unit(lexemes, index + 1)
        if found and not found[2]:
            part = DatePart(found[0], anchor=Anchor.TEXT)
            return Reading(part, None, day_part(lexemes, found[1]), "date.anaphor.meme")
        return None
    if (
        lexemes[index] == "nouvelle"
        and lexemes[index - 1] == "la"
        and lexemes[index + 1] == "annee"
    ):
        part = DatePart(Grain.YEAR, month=1, anchor=Anchor.PUBLICATION)
        return Reading(part, None, index + 2, "date.relative.nouvelle_annee")
    if lexemes[index] in ("prochain", "prochaine"):
        day = points.named(lexemes, index + 1)
        if day and day.first.day and day.first.year is None:  # « le prochain 8-Mars »
            part = replace(day.first, direction=Direction.FUTURE)
            return Reading(part, None, day.end, "date.day_month.prochain")
        found = unit(lexemes, index + 1)
        if found and not found[2] and found[0] is not Grain.DAY:
            part = DatePart(found[0], shift=1, anchor=Anchor.PUBLICATION)
            return Reading(part, None, found[1], "date.relative.prochain")
        return None
    if lexemes[index] in lexemes.words["daypart"] or lexemes[index] == "jour":
        same = _same_day(lexemes, index)
        if same:
            return same
    found = unit(lexemes, index)
    if found is None or found[2]:
        return None
    turn = modifier(lexemes, found[1])
    lasting = lexemes[index - 1] in ("un", "une")  # « une année passée à La Mecque »
    if turn is None or turn.plural or lasting:
        return None
    return _turned(found[0], turn)


def _turned(grain: Grain, turn: Modifier) -> Reading | None:
    if grain is Grain.DAY and turn.anchor is not Anchor.TEXT:
        return None
    part = DatePart(grain, shift=turn.shift, anchor=turn.anchor)
    kind = "anaphor" if turn.anchor is Anchor.TEXT else "relative"
    name = points.modifier_name(turn.anchor, turn.direction)
    return Reading(part, None, turn.end, f"date.{kind}.{name}")


def _same_day(lexemes: Lexemes, index: int) -> Reading | None:
    """« le soir même », « le jour même »; « la nuit dernière »."""
    end = day_part(lexemes, index) if lexemes[index] != "jour" else index + 1
    if lexemes[end] == "meme":
        return Reading(DatePart(Grain.DAY, anchor=Anchor.TEXT), None, end + 1, "date.anaphor.meme")
    if lexemes[index] == "nuit" and lexemes[end] in ("derniere", "passee"):
        evening = DatePart(Grain.DAY, shift=-1, anchor=Anchor.PUBLICATION)
        return Reading(evening, None, end + 1, "date.relative.dernier")
    return None


def within(lexemes: Lexemes, index: int) -> Reading | None:
    """« dans la semaine »: the one in course."""
    if lexemes[index] != "semaine" or lexemes[index - 1] != "la" or lexemes[index - 2] != "dans":
        return None
    if lexemes[index + 1] in ("de", "du", "d", "des", "qui", "ou"):
        return None
    part = DatePart(Grain.WEEK, anchor=Anchor.PUBLICATION)
    return Reading(part, None, index + 1, "date.relative.dans_la_semaine")


def demonstrative_unit(lexemes: Lexemes, index: int) -> Reading | None:
    """« cette semaine », « ce mois-ci », « cette année-là », « ce week-end »."""
    if lexemes[index] not in ("ce", "cet", "cette"):
        return None
    found = unit(lexemes, lexemes.skip(index + 1, "meme"))
    if found is None or found[2] or found[0] in (Grain.DAY, Grain.CENTURY, Grain.DECADE):
        return None
    if lexemes[found[1]] in _OF_SCHOOL and lexemes.digits(found[1] + 1, 4):
        return None  # « cette année scolaire 2017-2018 »
    end = lexemes.skip(found[1], "- ci", "- la", "ci", "la")
    there = end > found[1] and lexemes[end - 1] == "la"
    if there and lexemes[end - 2] != "-" and not lexemes.glued(end - 1):
        there, end = False, found[1]
    anchor = Anchor.TEXT if there or lexemes[index + 1] == "meme" else Anchor.PUBLICATION
    rule = "date.anaphor.ce" if anchor is Anchor.TEXT else "date.relative.ce"
    return Reading(DatePart(found[0], anchor=anchor), None, end, rule)


def ago(lexemes: Lexemes, index: int) -> Reading | None:
    """« il y a deux semaines », « voilà trois ans », « dans dix jours »."""
    at = lexemes.skip(index, "il y a", "il y ' a", "il ya", "voila", "voici", "dans")
    if at == index:
        return None
    found = counted(lexemes, lexemes.skip(at, "de cela"))
    if found is None:
        return None
    end = found.end
    if lexemes[end] in ("de", "d", "ferie", "feries", "que", "qu") and lexemes[end + 1] != "cela":
        return None
    end = lexemes.skip(end, "jour pour jour", "de cela")
    ahead = lexemes[index] == "dans"
    part = found.away(Anchor.PUBLICATION, 1 if ahead else -1)
    return Reading(part, None, end, "date.relative.dans" if ahead else "date.relative.il_y_a")


def shown(lexemes: Lexemes, index: int) -> Reading | None:
    """« ce 3 octobre 2023 », « ce mardi », « ces 3 et 4 mars »: a demonstrative before a date."""
    if lexemes[index] not in DEMONSTRATIVES:
        return None
    at = lexemes.skip(index + 1, "meme")
    found = points.named(lexemes, at) or points.numeric(lexemes, at) or weekday(lexemes, at)
    if found is None:
        return None
    end = lexemes.skip(found.end, "- la", "- ci")
    part = found.first
    there = (end > found.end and lexemes[end - 1] == "la") or at > index + 1
    if there and part.year is None:
        part = replace(part, anchor=Anchor.TEXT, direction=Direction.SAME)
    elif part.direction is Direction.NONE:
        part = replace(part, direction=Direction.SAME)
    return Reading(part, None, end, f"{found.rule}.ce")
