"""Actions to rows: raw offsets, groups by identity, places, plans, answers to accusations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.events import build
from quifaitquoi.events.answers import answered
from quifaitquoi.events.draft import Draft
from quifaitquoi.events.placing import placed
from quifaitquoi.records.actions import EventMention, Factuality, Tense
from quifaitquoi.records.actors import Actor, ActorKind
from quifaitquoi.records.articles import Article
from quifaitquoi.records.clean import Block, BlockKind, CleanText
from quifaitquoi.records.events import Event, event_id
from tests.event_types import TYPES
from tests.events.acts import act, day, parties, place

if TYPE_CHECKING:
    from quifaitquoi.records.dates import DateMention

ACTORS = {
    "KEN": Actor("KEN", ActorKind.STATE, "KEN", "GOV"),
    "ONU": Actor("ONU", ActorKind.IGO, "", "IGO"),
}
ARMIES = {
    key: Actor(key, ActorKind.FORCE, key[:3], "MIL")
    for key in ("PER", "PER armée", "ECU armée", "CHL")
}
#: Chile's army is told to be in Peru.
INVADED = act("attaquer", TYPES["ASSAULT"], "CHL", sentence=0, where=place("Lima", "PER", 0))
#: Two characters stand before the clean text in the raw one.
SHIFT = 2


def built(
    *actions: EventMention, published: str = "2031-05-10", dates: tuple[DateMention, ...] = ()
) -> tuple[Event, ...]:
    length = 1000
    clean = CleanText("x" * length, (Block(0, length, BlockKind.PARAGRAPH),), (0,), (SHIFT,))
    article = Article("a", "x" * (length + SHIFT), published=published)
    return build(article, clean, ["Le Kenya a  salué\nl' Onu ."] * 9, actions, ACTORS, dates)


def test_a_row() -> None:
    date = day("2031-05-04", 0)
    where = place("Nairobi", "KEN", 0)
    action = act("saluer", TYPES["DIPLOMACY"], "KEN > ONU", sentence=0, when=date, where=where)
    (event,) = built(replace(action, cameo="051", attribution="KEN"), dates=(date,))
    assert (event.trigger_start, event.trigger_end) == (SHIFT, SHIFT + len("saluer"))
    assert event.event_id == event.group_id == event_id("a", SHIFT, SHIFT + 6, action.type)
    assert event.sentence == "Le Kenya a salué l' Onu ."
    assert [(p.key, p.country, p.sector, p.mention) for p in (*event.sources, *event.targets)] == [
        ("KEN", "KEN", "GOV", "KEN"),
        ("ONU", "", "IGO", "ONU"),
    ]
    assert (event.event_date, event.date_text, event.date_basis) == (
        "2031-05-04", "2031-05-04", "explicit",
    )  # fmt: skip
    assert (event.place, event.place_country) == ("Nairobi", "KEN")
    assert (event.cameo, event.attribution, event.rule_id) == ("051", "KEN", "action.test")


def test_without_date_and_place_the_cells_are_empty() -> None:
    (event,) = built(act("saluer", TYPES["DIPLOMACY"], "KEN > ONU", sentence=0))
    assert {event.event_date, event.date_start, event.date_precision, event.date_basis} == {""}
    assert {event.place, event.place_country} == {""}


def test_members_of_a_group_carry_the_first_ones_identity() -> None:
    first, second = built(
        act("rencontrer", TYPES["CONSULT"], "KEN > ONU", sentence=0),
        act("rencontre", TYPES["CONSULT"], "KEN", sentence=1),
    )
    assert second.group_id == first.event_id != second.event_id


def test_what_is_asserted_of_a_day_to_come_is_planned() -> None:
    date = day("2031-05-20", 0)
    action = act("visite", TYPES["CONSULT"], "KEN > ONU", sentence=0, when=date)
    assert built(action)[0].factuality is Factuality.PLANNED
    assert built(action, published="2031-05-20")[0].factuality is Factuality.ASSERTED
    assert built(action, published="")[0].factuality is Factuality.ASSERTED
    told = act("visite", TYPES["CONSULT"], "KEN > ONU", sentence=0, when=date, tense=Tense.PAST)
    assert built(told)[0].factuality is Factuality.ASSERTED


def test_a_group_shares_the_first_place() -> None:
    where = place("Nairobi", "KEN", 0)
    drafts = [
        Draft(act("visite", TYPES["CONSULT"], sentence=0), 0),
        Draft(act("visite", TYPES["CONSULT"], sentence=1, where=where), 0),
        Draft(act("saluer", TYPES["DIPLOMACY"], sentence=2), 2),
    ]
    assert [draft.place for draft in placed(drafts, {})] == [where, where, None]


def test_force_goes_on_where_it_was_last_and_meetings_do_not() -> None:
    where, elsewhere = place("Kara", "TGO", 0), place("Gao", "MLI", 2)
    drafts = [
        Draft(act("attaquer", TYPES["ASSAULT"], sentence=0, where=where), 0),
        Draft(act("affronter", TYPES["FIGHT"], sentence=1), 1),
        Draft(act("bombarder", TYPES["FIGHT"], sentence=2, where=elsewhere), 2),
        Draft(act("déployer", TYPES["POSTURE"], sentence=3), 3),
        Draft(act("rencontrer", TYPES["CONSULT"], sentence=4), 4),
        Draft(act("condamner", TYPES["DISAPPROVE"], sentence=5), 5),
    ]
    found = [draft.place for draft in placed(drafts, {})]
    assert found == [where, where, elsewhere, elsewhere, None, None]


@pytest.mark.parametrize(
    ("action", "where"),
    [
        (act("bombarder", TYPES["FIGHT"], "PER armée", sentence=1), "Lima"),
        (act("bombarder", TYPES["FIGHT"], "ECU armée > PER", sentence=1), "Lima"),
        (act("bombarder", TYPES["FIGHT"], "ECU armée", sentence=1), ""),
        (act("bombarder", TYPES["FIGHT"], "CHL", sentence=1), "Lima"),
        (act("bombarder", TYPES["FIGHT"], sentence=1, within=frozenset({"ECU", "PER"})), "Lima"),
        (act("bombarder", TYPES["FIGHT"], sentence=1, within=frozenset({"ECU"})), ""),
    ],
    ids=["at home", "with one at home", "abroad", "told to be there", "open", "elsewhere"],
)
def test_force_goes_on_where_its_words_and_parties_may_be(action: EventMention, where: str) -> None:
    _, after = placed([Draft(INVADED, 0), Draft(action, 1)], ARMIES)
    assert (after.place.text if after.place else "") == where


@pytest.mark.parametrize(
    ("denial", "expected"),
    [
        (act("démentir", TYPES["REJECT"], "B", sentence=2), "B > A"),
        (act("démentir", TYPES["REJECT"], "B", sentence=3), "B > "),
        (act("démentir", TYPES["REJECT"], "C", sentence=1), "C > "),
        (act("démentir", TYPES["REJECT"], "C", sentence=1, goes_back=True), "C > A"),
        (act("démentir", TYPES["REJECT"], "A", sentence=1, goes_back=True), "A > "),
        (act("démentir", TYPES["REJECT"], "B > D", sentence=1), "B > D"),
        (act("refuser", TYPES["REJECT"], "B", sentence=1), "B > "),
    ],
    ids=[
        "accuser",
        "too far",
        "of something else",
        "of what was said",
        "oneself",
        "target of its own",
        "no denial",
    ],
)
def test_a_denial_answers_the_accuser(denial: EventMention, expected: str) -> None:
    accusation = act("accuser", TYPES["DISAPPROVE"], "A > B", sentence=0)
    assert reaction(accusation, denial) == expected


def test_a_denial_answers_the_accuser_rather_than_who_spoke_last() -> None:
    accusation = act("accuser", TYPES["DISAPPROVE"], "A > B", sentence=0)
    statement = act("dire", TYPES["STATEMENT"], "C", sentence=0)
    denial = act("démentir", TYPES["REJECT"], "B", sentence=1)
    assert reaction(accusation, statement, denial) == "B > A"


def test_praise_and_blame_are_aimed_at_who_did_what_they_are_about() -> None:
    attack = act("attaque", TYPES["ASSAULT"], "A > B", sentence=0)
    for about in ({"object_act": attack.start}, {"goes_back": True}):
        blame = replace(act("condamner", TYPES["DISAPPROVE"], "C", sentence=1), **about)
        assert reaction(attack, blame) == "C > A"
    blame = act("condamner", TYPES["DISAPPROVE"], "C", sentence=1)
    assert reaction(attack, blame) == "C > "
    own = replace(act("saluer", TYPES["DIPLOMACY"], "A", sentence=1), goes_back=True)
    assert reaction(attack, own) == "A > "


def reaction(*actions: EventMention) -> str:
    """The parties of the last act, once it is read as an answer to those before."""
    return parties(answered([Draft(action, i) for i, action in enumerate(actions)])[-1].action)
