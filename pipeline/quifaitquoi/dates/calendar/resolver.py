"""The order of resolution: publication or a supposed one, then each expression in its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.dates.calendar.context import Context, Known, is_absolute, parse_published
from quifaitquoi.dates.calendar.parts import part_period
from quifaitquoi.dates.calendar.supposed import supposed
from quifaitquoi.records.dates import Anchor, DateExpression, DateMention, Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.dates.calendar.period import Period


def resolve(expressions: Sequence[DateExpression], published: str) -> tuple[DateMention, ...]:
    """Calendar values of an article's date expressions, in their order.

    `published` is the publication date in ISO 8601 at day, month or year precision, or empty. What
    has no value (« 31 février », « hier » without publication) is left out. Raises ValueError when
    `published` is none of these.
    """
    now = parse_published(published)
    context = Context(now) if now else supposed(expressions)
    mentions: list[DateMention] = []
    for expression in expressions:
        period = _period(expression, context)
        if period is None:
            continue
        absolute = is_absolute(expression.first) or (
            expression.last is not None and is_absolute(expression.last)
        )
        leaning = absolute or _leans(expression, context, period)
        context.known.append(Known(period, expression, leaning))
        mentions.append(_mention(expression, period, explicit=_explicit(expression)))
    return tuple(mentions)


def _leans(expression: DateExpression, context: Context, period: Period) -> bool:
    """Whether a date took its year from the text rather than from the publication."""
    if context.supposed or context.now is None:
        return True
    anchor = context.year_anchor(expression)
    if anchor is None or expression.first.anchor is Anchor.PUBLICATION:
        return False
    distance = abs((period.middle - anchor.period.middle).days)
    return distance < abs((period.middle - context.now.middle).days)


def _period(expression: DateExpression, context: Context) -> Period | None:
    first = part_period(expression.first, expression, context)
    if expression.last is None or first is None:
        return first
    after = first.first if _follows(expression) else None
    last = part_period(expression.last, expression, context, after)
    return first.to(last) if last else None


def _follows(expression: DateExpression) -> bool:
    """Whether the right end has to be looked for after the left one (« jeudi et vendredi »)."""
    last = expression.last
    return last is not None and last.year is None and last.anchor is not Anchor.PUBLICATION


def _explicit(expression: DateExpression) -> bool:
    ends = [expression.first] if expression.last is None else [expression.first, expression.last]
    return all(
        is_absolute(part) and part.direction in (Direction.NONE, Direction.SAME) for part in ends
    )


def _mention(expression: DateExpression, period: Period, *, explicit: bool) -> DateMention:
    weekday = expression.first.weekday
    differs = (
        weekday is not None and expression.first.day is not None
        and expression.last is None and period.first.isoweekday() != weekday
    )  # fmt: skip
    return DateMention(
        start=expression.start,
        end=expression.end,
        text=expression.text,
        value=period.value,
        date_start=period.first.isoformat(),
        date_end=period.last.isoformat(),
        precision=period.precision,
        basis="explicit" if explicit else "relative",
        rule_id=f"{expression.rule_id}.weekday_differs" if differs else expression.rule_id,
        sentence=expression.sentence,
    )
