"""Which mentions report one event."""

from dataclasses import replace

import pytest

from quifaitquoi.events.coreference import grouped
from quifaitquoi.records.actions import Factuality
from tests.event_types import TYPES
from tests.events.acts import act, day, parties, place

CONSULT, COERCE, ASSAULT = TYPES["CONSULT"], TYPES["COERCE"], TYPES["ASSAULT"]


def groups(*actions: object) -> list[int]:
    return [draft.group for draft in grouped(actions)]  # type: ignore[arg-type]


def test_a_noun_of_the_family_with_a_shared_party_is_the_same_event() -> None:
    assert groups(
        act("rencontrer", CONSULT, "A > B", sentence=0), act("rencontre", CONSULT, "A", sentence=1)
    ) == [0, 0]


@pytest.mark.parametrize(
    "other",
    [
        act("rencontrer", CONSULT, "C > D", sentence=1),
        act("visiter", CONSULT, "A > B", sentence=1),
        act("rencontrer", CONSULT, "A > B", sentence=0, start=9),
        act("rencontrer", CONSULT, "A > B", sentence=1, factuality=Factuality.PLANNED),
        act("rencontrer", TYPES["DIPLOMACY"], "A > B", sentence=1),
    ],
    ids=["no shared party", "other word", "same sentence", "other factuality", "other type"],
)
def test_two_events(other: object) -> None:
    assert groups(act("rencontrer", CONSULT, "A > B", sentence=0), other) == [0, 1]


def test_a_day_that_stands_for_none_is_none() -> None:
    said = act("attaquer", ASSAULT, "A > B", sentence=0)
    assert [draft.action for draft in grouped([said], "0001-01-01")] == [said]


def test_statements_stay_apart() -> None:
    said = [act("déclarer", TYPES["STATEMENT"], "A", sentence=i) for i in range(2)]
    assert groups(*said) == [0, 1]


def test_a_definite_noun_takes_the_parties_of_its_family() -> None:
    first = act("arrêter", COERCE, "Police > A", sentence=0)
    _, second = grouped([first, act("arrestation", COERCE, sentence=1)])
    assert parties(second.action) == "Police > A"
    assert second.group == 0


def test_a_definite_noun_of_another_family_takes_none() -> None:
    first = act("arrêter", COERCE, "Police > A", sentence=0)
    assert len(grouped([first, act("saisie", COERCE, sentence=1)])) == 1


@pytest.mark.parametrize(
    ("word", "kind", "noun", "own"),
    [
        ("cyberattaque", "COERCE", "attaque", "ASSAULT"),
        ("bombarder", "FIGHT", "attaque", "ASSAULT"),
        ("attentat", "ASSAULT", "massacre", "MASS"),
    ],
)
def test_a_noun_that_takes_up_an_act_is_of_its_type(
    word: str, kind: str, noun: str, own: str
) -> None:
    told = act(word, TYPES[kind], "A > B", sentence=0)
    _, taken = grouped([told, act(noun, TYPES[own], sentence=1)])
    assert taken.action.type is TYPES[kind]
    _, other = grouped([told, act(noun, TYPES[own], "C > D", sentence=1)])
    assert other.action.type is TYPES[own]


def test_a_noun_takes_up_its_own_word_before_another() -> None:
    attack = act("attaque", ASSAULT, "A > B", sentence=0)
    strike = act("frappe", TYPES["FIGHT"], "C > D", sentence=1)
    *_, taken = grouped([attack, strike, act("attaque", ASSAULT, sentence=2)])
    assert taken.action.type is ASSAULT


def test_a_generic_noun_takes_the_nearest_of_its_type() -> None:
    drafts = grouped(
        [
            act("visiter", CONSULT, "A > B", sentence=0),
            act("négocier", CONSULT, "C > D", sentence=1),
            act("échange", CONSULT, sentence=2),
        ]
    )
    assert parties(drafts[2].action) == "C > D"
    assert [draft.group for draft in drafts] == [0, 1, 1]


def test_a_word_of_the_family_goes_before_a_nearer_one() -> None:
    drafts = grouped(
        [
            act("attaquer", ASSAULT, "A > B", sentence=0),
            act("enlever", ASSAULT, "C > D", sentence=1),
            act("attaque", ASSAULT, sentence=2),
        ]
    )
    assert parties(drafts[2].action) == "A > B"


def test_a_title_looks_forward() -> None:
    title, first = grouped(
        [
            act("arrestation", COERCE, sentence=0, heading=True),
            act("arrêter", COERCE, "Police > A", sentence=1),
        ]
    )
    assert parties(title.action) == "Police > A"
    assert (title.group, first.group) == (0, 0)


def test_a_noun_of_a_paragraph_looks_back_only() -> None:
    drafts = grouped(
        [act("arrestation", COERCE, sentence=0), act("arrêter", COERCE, "Police > A", sentence=1)]
    )
    assert [draft.action.lemma for draft in drafts] == ["arrêter"]


def test_a_noun_without_parties_anywhere_is_no_event() -> None:
    assert grouped([act("arrestation", COERCE, sentence=0)]) == []


def test_a_new_blow_is_an_event_and_takes_no_parties() -> None:
    drafts = grouped(
        [
            act("attaque", ASSAULT, "A > B", sentence=0),
            act("attaque", ASSAULT, sentence=1, anew=True, stands=True),
            act("attaque", ASSAULT, sentence=2, anew=True),
        ]
    )
    assert [parties(draft.action) for draft in drafts] == ["A > B", " > "]
    assert [draft.group for draft in drafts] == [0, 1]


def test_what_nobody_takes_part_in_lends_no_parties_to_another_word() -> None:
    first = act("rencontre", CONSULT, sentence=0, anew=True, stands=True, when=day("2031", 0))
    again, other = act("rencontre", CONSULT, sentence=1), act("visite", CONSULT, sentence=2)
    assert [draft.action.lemma for draft in grouped([first, again, other])] == ["rencontre"] * 2


def test_a_blow_that_only_may_come_needs_parties() -> None:
    unreal = act(
        "attaque", ASSAULT, sentence=0, anew=True, stands=True, factuality=Factuality.POSSIBLE
    )
    assert grouped([unreal]) == []


def test_the_blow_of_several_needs_another_or_a_date() -> None:
    alone = act("attaque", ASSAULT, sentence=0, stands=True)
    other = act("frappe", TYPES["FIGHT"], sentence=1, stands=True)
    assert grouped([alone]) == []
    assert len(grouped([alone, other])) == 2
    assert len(grouped([replace(alone, when=day("2031-05-04", 0))])) == 1


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (Factuality.ASSERTED, Factuality.PLANNED, Factuality.PLANNED),
        (Factuality.NEGATED, Factuality.ASSERTED, Factuality.NEGATED),
    ],
)
def test_a_repeated_mention_is_as_certain_as_the_first_unless_it_says_so(
    own: Factuality, other: Factuality, expected: Factuality
) -> None:
    drafts = grouped(
        [
            act("arrêter", COERCE, "Police > A", sentence=0, factuality=other),
            act("arrestation", COERCE, sentence=1, factuality=own),
        ]
    )
    assert drafts[1].action.factuality is expected


def test_groups_chain() -> None:
    assert groups(
        act("rencontrer", CONSULT, "A", sentence=0),
        act("rencontre", CONSULT, "A > B", sentence=1),
        act("rencontre", CONSULT, "> B", sentence=2),
    ) == [0, 0, 0]


def test_who_fills_a_role_is_the_same_in_both() -> None:
    assert groups(
        act("arrêter", COERCE, "Police > A", sentence=0),
        act("arrestation", COERCE, "Police > B", sentence=1),
    ) == [0, 1]


def test_a_talk_is_told_again_in_other_words() -> None:
    first = act("entretenir", CONSULT, "A > B", sentence=0)
    assert groups(first, act("discussion", CONSULT, "A, B", sentence=4)) == [0, 0]
    assert groups(first, act("discussion", CONSULT, "A, C", sentence=4)) == [0, 1]
    assert groups(first, act("discussion", CONSULT, "A, B", sentence=4, anew=True)) == [0, 1]


def test_the_text_tells_what_its_title_has_told_whoever_is_named() -> None:
    title = act("attaque", ASSAULT, "> A", sentence=0, heading=True)
    told = act("attentat", ASSAULT, "> B", sentence=1, anew=True)
    assert groups(title, told) == [0, 0]
    assert groups(title, replace(told, sentence=9)) == [0, 1]
    assert groups(title, told, act("attaque", ASSAULT, "> C", sentence=2, anew=True)) == [0, 0, 2]


def test_no_event_has_two_days_or_two_countries() -> None:
    first = act("attaque", ASSAULT, "A > B", sentence=0, when=day("2031-05-01", 0))
    again = act("attaque", ASSAULT, sentence=1)
    later = act("attaque", ASSAULT, sentence=2, when=day("2031-05-04", 2))
    assert groups(first, again, later) == [0, 0, 2]
    there = replace(first, when=None, where=place("Lima", "PER", 0))
    elsewhere = act("attaque", ASSAULT, sentence=1, stands=True, where=place("Quito", "ECU", 1))
    assert groups(there, elsewhere) == [0, 1]


def test_parties_do_not_go_over_to_another_country_nor_to_what_is_long_past() -> None:
    title = act(
        "attentat", ASSAULT, "> A", sentence=0, heading=True, within=frozenset({"PER"}), number=1
    )
    noun = act("attentat", ASSAULT, sentence=1, stands=True, number=1)
    elsewhere = replace(noun, where=place("Quito", "ECU", 1))
    old = replace(noun, when=day("2029-07-01", 1))
    several = replace(noun, number=2)
    for other, whom in ((elsewhere, ""), (old, ""), (several, "A"), (noun, "A")):
        first, second = grouped([title, other], "2031-05-10")
        assert parties(second.action) == f" > {whom}"
        assert (first.group == second.group) is (other is noun)
    assert groups(title, old) == [0, 0]  # of a day that nobody knows


def test_a_noun_that_says_nothing_means_the_attack_of_the_title_and_no_other() -> None:
    title = act("attentat", ASSAULT, "> A", sentence=0, heading=True, within=frozenset({"PER"}))
    aside = act("attaque", ASSAULT, "> B", sentence=1, where=place("Quito", "ECU", 1))
    recalled = replace(aside, where=None, when=day("2029-07-01", 1))
    for other in (aside, recalled):
        for sentence, whom in ((2, "B"), (3, "A")):
            again = act("attaque", ASSAULT, sentence=sentence)
            *_, noun = grouped([title, other, again], "2031-05-10")
            assert parties(noun.action) == f" > {whom}"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [(0, 2, True), (1, 1, True), (2, 2, True), (1, 2, False), (2, 1, False)],
)
def test_one_blow_is_not_several(first: int, second: int, *, same: bool) -> None:
    told = act("attaque", ASSAULT, "A > B", sentence=0, number=first)
    _, again = grouped([told, act("attaque", ASSAULT, sentence=1, number=second)])
    assert (again.group == 0) is same
    assert parties(again.action) == "A > B"


def test_several_talks_are_one_as_well() -> None:
    first = act("entretien", CONSULT, "A > B", sentence=0, number=1)
    assert groups(first, act("entretien", CONSULT, sentence=1, number=2)) == [0, 0]


@pytest.mark.parametrize(("toll", "same"), [("> 12 A", True), ("> A", True), ("> 40 A", False)])
def test_a_toll_that_differs_much_is_another_blow(toll: str, *, same: bool) -> None:
    first = act("tuer", ASSAULT, "> 11 A", sentence=0)
    assert groups(first, act("tuer", ASSAULT, toll, sentence=1)) == [0, 0 if same else 1]


def test_whom_a_blow_killed_tells_of_it_apart() -> None:
    killed = act("tuer", ASSAULT, "> A", sentence=0)
    drafts = grouped([killed, act("attentat", ASSAULT, sentence=1)])
    assert [parties(draft.action) for draft in drafts] == [" > A", " > A"]
    assert [draft.group for draft in drafts] == [0, 1]
