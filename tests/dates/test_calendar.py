"""What date expressions mean: values, first and last days, precision, basis, rule."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quifaitquoi.dates.calendar import period as cal
from quifaitquoi.dates.calendar import resolve
from quifaitquoi.records.dates import Anchor, DateExpression, DatePart, Direction, Grain

if TYPE_CHECKING:
    from quifaitquoi.records.dates import DateMention

WEDNESDAY = "2024-05-15"


@pytest.mark.parametrize(
    ("year", "month", "day", "seen"),
    [
        (1996, 10, 1, "1996-02-20"),
        (2015, 12, 10, "2015-09-24"),
        (2020, 12, 10, "2020-07-31"),
        (2023, 10, 1, "2023-04-21"),
        (2024, 3, 12, "2024-09-15"),
        (2024, 9, 1, "2024-03-11"),
        (2025, 12, 10, "2025-06-06"),
    ],
)
def test_feasts_of_the_moon_are_at_most_a_day_off(
    year: int, month: int, day: int, seen: str
) -> None:
    found = cal.islamic(year, month, day)
    assert found is not None
    assert abs((found.first - date.fromisoformat(seen)).days) <= 1
    assert found.value == f"{found.first}~"


@pytest.mark.parametrize(
    ("year", "month", "expected"),
    [
        (2024, 9, "2024-03-11~/2024-04-09~"),
        (2023, 12, "2023-06-20~/2023-07-18~"),
        (2030, 9, "2030-01-06~/2030-02-04~"),
    ],
)
def test_month_of_the_moon(year: int, month: int, expected: str) -> None:
    found = cal.islamic(year, month, None)
    assert found is not None
    assert found.value == expected


def test_every_year_has_a_feast_of_the_moon() -> None:
    # Its years are shorter than ours.
    assert all(cal.islamic(year, 1, 1) for year in range(1900, 2100))
    assert cal.islamic(1, 1, 1) is None


def said(
    part: DatePart,
    *,
    last: DatePart | None = None,
    tense: Direction = Direction.NONE,
    sentence: int = 0,
    apposed: bool = False,
    complement: bool = False,
    counted: bool = False,
) -> DateExpression:
    return DateExpression(
        0, 1, "x", part, last, tense, "date.test", sentence, sentence, apposed, complement, counted
    )


def day(month: int, number: int, year: int | None = None, weekday: int | None = None) -> DatePart:
    return DatePart(Grain.DAY, year, month, number, weekday)


def values(*expressions: DateExpression, published: str = WEDNESDAY) -> list[str]:
    return [mention.value for mention in resolve(expressions, published)]


def weekday(number: int, direction: Direction = Direction.NONE) -> DatePart:
    return DatePart(Grain.DAY, weekday=number, direction=direction)


def shift(grain: Grain, count: int, anchor: Anchor = Anchor.PUBLICATION) -> DatePart:
    return DatePart(grain, shift=count, anchor=anchor)


def test_every_column() -> None:
    (mention,) = resolve([said(day(3, 3, 2024))], "")
    assert (mention.value, mention.date_start, mention.date_end) == ("2024-03-03",) * 3
    assert (mention.precision, mention.basis, mention.rule_id) == ("day", "explicit", "date.test")


@pytest.mark.parametrize(
    ("part", "value", "first", "last", "precision"),
    [
        (DatePart(Grain.YEAR, 2023), "2023", "2023-01-01", "2023-12-31", "year"),
        (DatePart(Grain.MONTH, 2024, 2), "2024-02", "2024-02-01", "2024-02-29", "month"),
        (DatePart(Grain.QUARTER, 2023, number=1), "2023-01/2023-03",
         "2023-01-01", "2023-03-31", "range"),
        (DatePart(Grain.SEMESTER, 2023, number=2), "2023-07/2023-12",
         "2023-07-01", "2023-12-31", "range"),
        (DatePart(Grain.SEASON, 2022, number=2), "2022-06/2022-08",
         "2022-06-01", "2022-08-31", "range"),
        (DatePart(Grain.SEASON, 2022, number=4), "2022-12/2023-02",
         "2022-12-01", "2023-02-28", "range"),
        (DatePart(Grain.DECADE, 1990), "1990/1999", "1990-01-01", "1999-12-31", "range"),
        (DatePart(Grain.DECADE, 90), "1990/1999", "1990-01-01", "1999-12-31", "range"),
        (DatePart(Grain.CENTURY, number=20), "1901/2000", "1901-01-01", "2000-12-31", "range"),
    ],
)  # fmt: skip
def test_periods(part: DatePart, value: str, first: str, last: str, precision: str) -> None:
    (mention,) = resolve([said(part)], WEDNESDAY)
    assert (mention.value, mention.date_start, mention.date_end) == (value, first, last)
    assert (mention.precision, mention.basis) == (precision, "explicit")


@pytest.mark.parametrize(
    ("part", "tense", "value"),
    [
        (weekday(1), Direction.PAST, "2024-05-13"),
        (weekday(1), Direction.FUTURE, "2024-05-20"),
        (weekday(3), Direction.PAST, "2024-05-15"),
        (weekday(3), Direction.FUTURE, "2024-05-15"),
        (weekday(5), Direction.NONE, "2024-05-17"),
        (weekday(7), Direction.NONE, "2024-05-12"),
        (weekday(3, Direction.PAST), Direction.NONE, "2024-05-08"),
        (weekday(3, Direction.FUTURE), Direction.NONE, "2024-05-22"),
        (day(3, 12), Direction.NONE, "2024-03-12"),
        (day(12, 12), Direction.NONE, "2023-12-12"),
        (day(12, 12), Direction.FUTURE, "2024-12-12"),
        (day(10, 10), Direction.PAST, "2023-10-10"),
        (day(5, 20), Direction.PAST, "2024-05-20"),
        (day(2, 29), Direction.PAST, "2024-02-29"),
        (DatePart(Grain.MONTH, month=11, direction=Direction.PAST), Direction.NONE, "2023-11"),
        (DatePart(Grain.MONTH, month=5, direction=Direction.PAST), Direction.NONE, "2023-05"),
        (DatePart(Grain.MONTH, month=6, direction=Direction.FUTURE), Direction.NONE, "2024-06"),
        (DatePart(Grain.MONTH, month=5), Direction.PAST, "2024-05"),
        (DatePart(Grain.SEASON, number=2, direction=Direction.PAST), Direction.NONE,
         "2023-06/2023-08"),
        (DatePart(Grain.SEASON, number=2), Direction.FUTURE, "2024-06/2024-08"),
        (shift(Grain.DAY, -1), Direction.NONE, "2024-05-14"),
        (shift(Grain.WEEK, -1), Direction.NONE, "2024-05-06/2024-05-12"),
        (shift(Grain.WEEK, -2), Direction.NONE, "2024-04-29/2024-05-05"),
        (shift(Grain.MONTH, -5), Direction.NONE, "2023-12"),
        (shift(Grain.YEAR, -10), Direction.NONE, "2014"),
        (shift(Grain.QUARTER, -1), Direction.NONE, "2024-01/2024-03"),
        (shift(Grain.DECADE, -1), Direction.NONE, "2010/2019"),
        (shift(Grain.WEEKEND, -1), Direction.NONE, "2024-05-11/2024-05-12"),
        (shift(Grain.WEEKEND, 1), Direction.NONE, "2024-05-18/2024-05-19"),
        (shift(Grain.WEEKEND, 0), Direction.PAST, "2024-05-11/2024-05-12"),
    ],
)  # fmt: skip
def test_against_publication(part: DatePart, tense: Direction, value: str) -> None:
    (mention,) = resolve([said(part, tense=tense)], WEDNESDAY)
    assert (mention.value, mention.basis) == (value, "relative")


@pytest.mark.parametrize(
    ("part", "published", "expected"),
    [
        (shift(Grain.DAY, -1), "2024-05", []),
        (weekday(1), "2024-05", []),
        (shift(Grain.MONTH, -1), "2024-05", ["2024-04"]),
        (shift(Grain.MONTH, -1), "2024", []),
        (shift(Grain.YEAR, -1), "2024", ["2023"]),
        (shift(Grain.YEAR, 0), "", []),
        (day(3, 3), "", []),
        (day(2, 30, 2024), "", []),
        (day(2, 29, 2023), "", []),
        (day(2, 31), WEDNESDAY, []),
    ],
)
def test_what_has_no_value_is_left_out(part: DatePart, published: str, expected: list[str]) -> None:
    assert values(said(part), published=published) == expected


def test_a_weekday_that_differs_is_told() -> None:
    (mention,) = resolve([said(day(3, 3, 2024, weekday=1))], "")
    assert (mention.value, mention.rule_id) == ("2024-03-03", "date.test.weekday_differs")


def test_a_weekday_chooses_the_year() -> None:
    assert values(said(day(2, 4, weekday=2)), published="2015-01-10") == ["2014-02-04"]


@pytest.mark.parametrize("published", ["2024-5-1", "mardi", "2024-13", "2024-02-30", "20240501"])
def test_published_is_checked(published: str) -> None:
    with pytest.raises(ValueError, match="ISO"):
        resolve([], published)


def test_ranges() -> None:
    first, last = DatePart(Grain.DAY, month=10, day=3), DatePart(Grain.DAY, month=10, day=5)
    assert values(said(first, last=last), published="2023-10-08") == ["2023-10-03/2023-10-05"]
    year_end = said(day(12, 28), last=day(1, 3))
    assert values(year_end, published="2024-01-10") == ["2023-12-28/2024-01-03"]
    thursday_friday = said(weekday(4), last=weekday(5), tense=Direction.PAST)
    assert values(thursday_friday) == ["2024-05-09/2024-05-10"]
    backwards = said(DatePart(Grain.YEAR, 2020), last=DatePart(Grain.YEAR, 2018))
    assert values(backwards) == []


def test_anaphora_continue_the_last_date() -> None:
    text = Anchor.TEXT
    found = values(
        said(day(3, 3, 2022)),
        said(shift(Grain.DAY, 1, text)),
        said(shift(Grain.DAY, 8, text)),
        said(DatePart(Grain.MONTH, 2022, 8)),
        said(shift(Grain.DAY, -1, text)),
        said(shift(Grain.MONTH, 3, text)),
        said(shift(Grain.YEAR, -1, text)),
        said(shift(Grain.WEEK, 1, text)),
        said(DatePart(Grain.DAY, day=7, anchor=text)),
    )
    assert found[1:3] == ["2022-03-04", "2022-03-12"]
    assert found[4:] == ["2022-03-11", "2022-06", "2021", "2022-03-14/2022-03-20", "2022-03-07"]


def test_an_anaphor_without_date_near_it_counts_from_publication() -> None:
    far = said(shift(Grain.DAY, -1, Anchor.TEXT), sentence=9)
    assert values(said(day(3, 3, 2022)), far) == ["2022-03-03", "2024-05-14"]


def test_an_apposition_restates_its_date() -> None:
    restated = said(shift(Grain.DAY, 4, Anchor.TEXT), apposed=True, complement=True, counted=True)
    assert values(said(day(7, 30, 2023)), restated) == ["2023-07-30", "2023-07-30"]


def test_a_week_counted_from_a_day_is_a_day() -> None:
    counted = said(shift(Grain.WEEK, 1, Anchor.TEXT), counted=True)
    following = said(shift(Grain.WEEK, 1, Anchor.TEXT))
    assert values(said(day(2, 10, 2022)), counted) == ["2022-02-10", "2022-02-17"]
    assert values(said(day(2, 10, 2022)), following)[1] == "2022-02-14/2022-02-20"


def test_a_story_keeps_its_year() -> None:
    story = [said(day(7, 10, 2021)), said(day(7, 20), tense=Direction.PAST)]
    assert values(*story) == ["2021-07-10", "2021-07-20"]


def test_unpublished_the_year_comes_from_the_text() -> None:
    found = values(
        said(day(7, 10, 2022)),
        said(day(9, 3)),
        said(day(12, 22)),
        said(shift(Grain.DAY, 8, Anchor.TEXT)),
        said(day(1, 4)),
        said(DatePart(Grain.MONTH, month=8), tense=Direction.FUTURE),
        published="",
    )
    assert found[1:] == ["2022-09-03", "2022-12-22", "2022-12-30", "2023-01-04", "2023-08"]


def test_unpublished_this_year_is_the_last_one_told() -> None:
    ahead = said(DatePart(Grain.YEAR, 2026), tense=Direction.FUTURE)
    this = said(shift(Grain.YEAR, 0))
    assert values(said(day(11, 19, 2025)), ahead, this, published="")[-1] == "2025"


def test_unpublished_a_day_shown_as_today_is_the_publication() -> None:
    shown = DatePart(Grain.DAY, 2023, 10, 3, 2, direction=Direction.SAME)
    found = values(said(shift(Grain.DAY, -1)), said(shown), published="")
    assert found == ["2023-10-02", "2023-10-03"]


def test_unpublished_deictics_are_not_guessed() -> None:
    assert values(said(day(3, 3, 2024)), said(shift(Grain.DAY, 1)), published="") == ["2024-03-03"]


def test_unpublished_a_weekday_dates_a_day_without_year() -> None:
    found = values(
        said(weekday(4), tense=Direction.PAST),
        said(day(2, 4, weekday=2)),
        said(day(12, 6, 2013)),
        published="",
    )
    assert found == ["2014-02-06", "2014-02-04", "2013-12-06"]


@given(
    st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.sampled_from(list(Grain)), st.integers(-9, 9)
)
def test_units_of_the_calendar_follow_each_other(of: date, grain: Grain, count: int) -> None:
    here, there = cal.containing(grain, of), cal.moved(grain, of, count)
    assert here
    assert there
    if grain is not Grain.WEEKEND:
        assert here.first <= of <= here.last or grain is Grain.DAY
    following = cal.moved(grain, of, 1)
    if following and grain not in (Grain.WEEKEND, Grain.FORTNIGHT):
        assert following.first == here.last + timedelta(days=1)
    assert there.first <= there.last


@example(DatePart(Grain.MONTH), "9999-12-31")
@given(
    st.builds(
        DatePart,
        st.sampled_from(list(Grain)),
        year=st.one_of(st.none(), st.integers(0, 9999)),
        month=st.one_of(st.none(), st.integers(1, 12)),
        day=st.one_of(st.none(), st.integers(1, 31)),
        weekday=st.one_of(st.none(), st.integers(1, 7)),
        number=st.one_of(st.none(), st.integers(-1, 40)),
        shift=st.integers(-999, 999),
        anchor=st.sampled_from(list(Anchor)),
        direction=st.sampled_from(list(Direction)),
    ),
    st.sampled_from(["", "2024", "2024-02", "2024-02-29", "0001-01-01", "9999-12-31"]),
)
def test_any_part_gives_a_period_or_nothing(part: DatePart, published: str) -> None:
    mentions: tuple[DateMention, ...] = resolve([said(day(3, 3, 2023)), said(part)], published)
    for mention in mentions:
        assert mention.date_start <= mention.date_end
        assert mention.precision in ("day", "month", "year", "range")
