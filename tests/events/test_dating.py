"""When: the trigger's own date, its group's, or that of the story or meeting it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.events.dating import STORY_GAP, dated
from quifaitquoi.events.draft import Draft
from quifaitquoi.records.actions import EventType, Factuality, Tense
from tests.event_types import TYPES
from tests.events.acts import act, day

if TYPE_CHECKING:
    from quifaitquoi.records.actions import EventMention

CONSULT, COERCE, DIPLOMACY = TYPES["CONSULT"], TYPES["COERCE"], TYPES["DIPLOMACY"]
MAY_4 = day("2031-05-04", 0)


def found(
    *actions: EventMention, published: str = "2031-05-10", group: tuple[int, ...] = ()
) -> list[str]:
    """`value basis` of each action; sentences with a date are those of the actions' own."""
    numbers = group or tuple(range(len(actions)))
    drafts = [Draft(action, number) for action, number in zip(actions, numbers, strict=True)]
    dates = [action.when for action in actions if action.when]
    return [
        f"{draft.date.value} {draft.date_basis}" if draft.date else ""
        for draft in dated(drafts, dates, published)
    ]


@pytest.mark.parametrize(
    ("value", "published", "expected"),
    [
        ("2031-05-04", "2031-05-04", False),
        ("2031-05-05", "2031-05-04", True),
        ("2031-05-05", "2031-05", False),
        ("2031-06-01", "2031-05", True),
        ("2032-01-01", "2031", True),
        ("2032-01-01", "", False),
    ],
)
def test_future_is_after_publication(value: str, published: str, expected: bool) -> None:
    assert day(value, 0).begins_after(published) is expected


def test_own_date() -> None:
    assert found(act("voir", CONSULT, "A > B", sentence=0, when=MAY_4)) == ["2031-05-04 explicit"]


def test_no_future_for_what_is_told_in_the_past() -> None:
    future = day("2031-05-20", 0)
    assert found(act("voir", CONSULT, "A", sentence=0, when=future, tense=Tense.PAST)) == [""]
    assert found(act("voir", CONSULT, "A", sentence=0, when=future)) == ["2031-05-20 explicit"]


def test_a_group_shares_its_date_with_its_title_and_from_there_on() -> None:
    assert found(
        act("attaque", TYPES["ASSAULT"], "A", sentence=0, heading=True),
        act("attaque", TYPES["ASSAULT"], "A", sentence=1),
        act("attaquer", TYPES["ASSAULT"], "> B", sentence=9, when=day("2031-05-04", 9)),
        act("attaque", TYPES["ASSAULT"], "A", sentence=99),
        group=(0, 0, 0, 0),
    ) == ["2031-05-04 carried", "", "2031-05-04 explicit", "2031-05-04 carried"]


def test_of_two_dates_of_a_group_the_first_goes_to_all() -> None:
    assert found(
        act("rencontre", CONSULT, "A > B", sentence=0, when=MAY_4),
        act("rencontrer", CONSULT, "A > B", sentence=9, when=day("2031-05-07", 9)),
        group=(0, 0),
    ) == ["2031-05-04 explicit", "2031-05-04 carried"]


def story(second: EventMention, **changes: str) -> str:
    date = day("2031-05-04", 0, **changes)
    first = act("rencontrer", CONSULT, "A, B", sentence=0, when=date)
    return found(first, second)[1]


@pytest.mark.parametrize("gap", range(1, STORY_GAP + 1))
def test_a_story_goes_on_with_a_source_that_took_part(gap: int) -> None:
    assert story(act("libérer", TYPES["YIELD"], "B > C", sentence=gap)) == "2031-05-04 carried"


def test_a_story_needs_a_shared_party() -> None:
    assert story(act("libérer", TYPES["YIELD"], "C > D", sentence=1)) == ""
    assert story(act("libérer", TYPES["YIELD"], "C > B", sentence=1)) == ""


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (CONSULT, CONSULT, "2031-05-04 carried"),
        (TYPES["FIGHT"], TYPES["ASSAULT"], ""),
        (TYPES["FIGHT"], CONSULT, ""),
        (COERCE, COERCE, ""),
    ],
)
def test_only_meetings_go_on_without_a_shared_party(
    first: EventType, second: EventType, expected: str
) -> None:
    dates = found(
        act("voir", first, "A > B", sentence=0, when=MAY_4),
        act("revoir", second, "C > D", sentence=1),
    )
    assert dates[1] == expected


def test_those_who_fought_do_not_go_on() -> None:
    first = act("attaquer", TYPES["ASSAULT"], "A > B", sentence=0, when=MAY_4)
    assert found(first, act("dire", TYPES["STATEMENT"], "B", sentence=1))[1] == ""


@pytest.mark.parametrize(
    ("precision", "sentence", "expected"),
    [
        ("day", 0, "2031-05-04 carried"),
        ("year", 0, ""),
        ("year", 9, "2031-05-04 carried"),
    ],
)
def test_a_month_or_year_is_not_carried_back(precision: str, sentence: int, expected: str) -> None:
    dates = found(
        act("attaque", TYPES["ASSAULT"], "A", sentence=sentence, heading=True),
        act("attaquer", TYPES["ASSAULT"], "> B", sentence=5, when=day("2031-05-04", 5, precision)),
        group=(0, 0),
    )
    assert dates[0] == expected


def test_an_act_of_the_same_sentence_is_no_story() -> None:
    assert story(act("libérer", TYPES["YIELD"], "A > B", sentence=0)) == ""


@pytest.mark.parametrize("tense", [Tense.PRESENT, Tense.PLUPERFECT, Tense.FUTURE])
def test_only_the_past_goes_on_with_a_past_story(tense: Tense) -> None:
    assert story(act("libérer", TYPES["YIELD"], "A > B", sentence=1, tense=tense)) == ""


def test_a_title_takes_the_date_of_what_it_announces() -> None:
    title = act("voir", CONSULT, "A > B", sentence=0, heading=True, tense=Tense.PRESENT)
    below = act("rencontrer", CONSULT, "A > B", sentence=1, when=day("2031-05-04", 1))
    assert found(title, below)[0] == "2031-05-04 carried"
    other = act("rencontrer", CONSULT, "C > D", sentence=1, when=day("2031-05-04", 1))
    assert found(title, other)[0] == ""


def test_a_story_is_over_after_some_sentences() -> None:
    assert story(act("libérer", TYPES["YIELD"], "B > C", sentence=STORY_GAP + 1)) == ""


def test_a_story_that_goes_on_is_not_over() -> None:
    later = [act("libérer", TYPES["YIELD"], "A > B", sentence=2 * i) for i in (1, 2, 3)]
    dates = found(act("rencontrer", CONSULT, "A, B", sentence=0, when=MAY_4), *later)
    assert dates[1:] == ["2031-05-04 carried"] * 3


@pytest.mark.parametrize("precision", ["month", "year"])
def test_a_month_is_no_story(precision: str) -> None:
    assert story(act("libérer", TYPES["YIELD"], "A > B", sentence=1), precision=precision) == ""


def test_a_range_of_days_is_a_story() -> None:
    second = act("libérer", TYPES["YIELD"], "A > B", sentence=1)
    assert story(second, precision="range") == "2031-05-04 carried"


@pytest.mark.parametrize(
    "factuality", [Factuality.PLANNED, Factuality.POSSIBLE, Factuality.NEGATED]
)
def test_only_what_happened_belongs_to_a_story(factuality: Factuality) -> None:
    act_ = act("libérer", TYPES["YIELD"], "A > B", sentence=1, factuality=factuality)
    assert story(act_) == ""


def test_a_sentence_with_a_date_of_its_own_takes_no_other() -> None:
    assert found(
        act("arrêter", COERCE, "A > B", sentence=0, when=MAY_4),
        act("libérer", TYPES["YIELD"], "A > B", sentence=1),
        act("voir", CONSULT, "C > D", sentence=1, when=day("2031-05-07", 1)),
    ) == ["2031-05-04 explicit", "", "2031-05-07 explicit"]


def test_what_is_said_at_a_meeting_has_its_date_however_far() -> None:
    assert found(
        act("rencontrer", CONSULT, "A > B", sentence=0, when=MAY_4),
        act("arrêter", COERCE, "C > D", sentence=1, when=day("2031-05-07", 1)),
        act("saluer", DIPLOMACY, "A > B", sentence=9),
    ) == ["2031-05-04 explicit", "2031-05-07 explicit", "2031-05-04 carried"]


def test_what_is_done_later_by_those_who_met_is_not_of_the_meeting() -> None:
    assert found(
        act("rencontrer", CONSULT, "A > B", sentence=0, when=MAY_4),
        act("arrêter", COERCE, "A > B", sentence=9),
    ) == ["2031-05-04 explicit", ""]


def test_what_is_done_by_others_is_not_of_the_meeting() -> None:
    assert found(
        act("rencontrer", CONSULT, "A > B", sentence=0, when=MAY_4),
        act("saluer", DIPLOMACY, "C > D", sentence=9),
    ) == ["2031-05-04 explicit", ""]


SAID = act("annoncer", TYPES["STATEMENT"], "A", sentence=0, when=MAY_4, tense=Tense.PAST)


@pytest.mark.parametrize(
    ("who", "sentence", "tense", "expected"),
    [
        ("A", 1, Tense.PAST, "2031-05-04 carried"),
        ("A", 1, Tense.PRESENT, "2031-05-04 carried"),
        ("A", 5, Tense.PRESENT, "2031-05-04 carried"),
        ("A", 5, Tense.PAST, ""),
        ("B", 1, Tense.PAST, ""),
    ],
)
def test_who_has_spoken_says_more(who: str, sentence: int, tense: Tense, expected: str) -> None:
    more = act("ajouter", TYPES["STATEMENT"], who, sentence=sentence, tense=tense)
    assert found(SAID, more)[1] == expected


def test_words_go_on_sentence_by_sentence() -> None:
    more = [
        act("ajouter", TYPES["STATEMENT"], "A", sentence=i, tense=Tense.PAST) for i in range(1, 4)
    ]
    assert found(SAID, *more)[1:] == ["2031-05-04 carried"] * 3


def test_other_acts_of_who_has_spoken_are_no_words() -> None:
    act_of_a = act("libérer", TYPES["YIELD"], "A > B", sentence=1, tense=Tense.PAST)
    assert found(SAID, act_of_a)[1] == ""


@pytest.mark.parametrize(
    ("first", "second", "sentence", "expected"),
    [
        (Tense.PLUPERFECT, Tense.PLUPERFECT, 1, "2031-05-04 carried"),
        (Tense.PLUPERFECT, Tense.PLUPERFECT, 2, ""),
        (Tense.PAST, Tense.PLUPERFECT, 1, ""),
        (Tense.PLUPERFECT, Tense.PAST, 1, ""),
        (Tense.PAST, Tense.PAST, 1, ""),
    ],
)
def test_what_had_been_done_goes_on_with_what_had_been_done(
    first: Tense, second: Tense, sentence: int, expected: str
) -> None:
    before = act("expulser", TYPES["REDUCE"], "A > B", sentence=0, when=MAY_4, tense=first)
    after = act("arrêter", COERCE, "C > D", sentence=sentence, tense=second)
    assert found(before, after)[1] == expected


def test_what_had_been_done_has_its_own_date_first() -> None:
    before = act("expulser", TYPES["REDUCE"], "A", sentence=0, when=MAY_4, tense=Tense.PLUPERFECT)
    after = act("arrêter", COERCE, "C > D", sentence=1, tense=Tense.PLUPERFECT)
    other = act("juger", COERCE, "C > E", sentence=1, when=day("2031-05-01", 1), start=20)
    assert found(before, after, other)[1] == ""
