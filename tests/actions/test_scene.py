"""The occasion that an article reports: found by its words, passed on to what was done there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.events.dating import dated
from quifaitquoi.events.draft import Draft
from quifaitquoi.events.placing import placed
from quifaitquoi.records.actions import Factuality, Tense
from quifaitquoi.records.articles import Article
from quifaitquoi.records.events import Scene, SceneKind
from quifaitquoi.run.explain import explain
from tests.event_types import TYPES
from tests.events.acts import act, day, place

if TYPE_CHECKING:
    from quifaitquoi.records.actions import EventMention
    from quifaitquoi.run.stages import Pipeline

STATEMENT, CONSULT = TYPES["STATEMENT"], TYPES["CONSULT"]
DATE, LOMÉ = day("2031-05-04", 0), place("Lomé", "TGO", 0)
SCENE = Scene(DATE, LOMÉ, "atelier")
ATTACK = Scene(DATE, LOMÉ, "attaque", SceneKind.VIOLENCE)
#: A Friday.
PUBLISHED = "2031-05-09"


def given(
    *actions: EventMention, elsewhere: int = -1, group: tuple[int, ...] = (), scene: Scene = SCENE
) -> list[str]:
    """`value basis place` of each action of an article with a scene."""
    numbers = group or tuple(range(len(actions)))
    drafts = [Draft(action, number) for action, number in zip(actions, numbers, strict=True)]
    dates = [DATE, day("2031-01-01", elsewhere)]
    return [
        " ".join(
            (
                draft.date.value if draft.date else "",
                draft.date_basis,
                draft.place.text if draft.place else "",
            )
        ).strip()
        for draft in placed(dated(drafts, dates, PUBLISHED, scene), {}, scene)
    ]


@pytest.mark.parametrize("tense", [Tense.PAST, Tense.PRESENT, Tense.NONE])
def test_what_is_said_there_has_its_date_however_far_the_article_goes(tense: Tense) -> None:
    assert given(act("dire", STATEMENT, "A", sentence=30, tense=tense)) == ["2031-05-04 scene"]


def test_a_blow_in_another_country_was_not_there() -> None:
    here, there = (
        act("tuer", TYPES["ASSAULT"], "> A", sentence=9, within=frozenset({country}))
        for country in ("TGO", "PER")
    )
    assert given(here, there, scene=ATTACK) == ["2031-05-04 scene Lomé", ""]


def test_its_meetings_have_its_place_too() -> None:
    assert given(act("échanger", CONSULT, "A", sentence=3)) == ["2031-05-04 scene Lomé"]


@pytest.mark.parametrize(
    "action",
    [
        act("dire", STATEMENT, "A", sentence=3, tense=Tense.PLUPERFECT),
        act("aider", TYPES["AID"], "A", sentence=3, tense=Tense.FUTURE),
        act("dire", STATEMENT, "A", sentence=3, factuality=Factuality.POSSIBLE),
        act("tuer", TYPES["ASSAULT"], "A > B", sentence=3),
    ],
)
def test_what_is_not_done_there_does_not(action: EventMention) -> None:
    assert given(action) == [""]


def test_a_sentence_with_a_date_of_its_own_tells_of_something_else() -> None:
    assert given(act("aider", TYPES["AID"], "A", sentence=3), elsewhere=3) == [""]


def test_people_march_at_gatherings_too() -> None:
    assert given(act("marcher", TYPES["PROTEST"], "A", sentence=3)) == ["2031-05-04 scene Lomé"]


def test_what_is_said_may_hold_dates() -> None:
    said = act("dire", STATEMENT, "A", sentence=3)
    assert given(said, elsewhere=3) == ["2031-05-04 scene"]
    assert given(said, elsewhere=3, scene=ATTACK) == [""]


def test_speech_is_told_in_the_future_too() -> None:
    """As in « dira-t-elle »."""
    said = act("dire", STATEMENT, "A", sentence=3, tense=Tense.FUTURE)
    assert given(said) == ["2031-05-04 scene"]


def test_all_mentions_of_an_act_have_the_date() -> None:
    assert (
        given(
            act("appeler", TYPES["APPEAL"], "A", sentence=3),
            act("appel", TYPES["APPEAL"], "A", sentence=5, factuality=Factuality.POSSIBLE),
            group=(0, 0),
        )
        == ["2031-05-04 scene"] * 2
    )


def test_of_an_attack_it_is_the_blows() -> None:
    assert given(
        act("attaque", TYPES["ASSAULT"], "A > B", sentence=0, heading=True, tense=Tense.PRESENT),
        act("abattre", TYPES["ASSAULT"], "A > B", sentence=9, tense=Tense.PAST),
        act("affronter", TYPES["FIGHT"], "A > B", sentence=9, tense=Tense.PRESENT),
        act("condamner", TYPES["DISAPPROVE"], "C > A", sentence=9),
        scene=ATTACK,
    ) == ["2031-05-04 scene Lomé", "2031-05-04 scene Lomé", "Lomé", ""]


SPEECH = " Awa Traoré salue l'engagement du Kenya."


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "value", "where"),
    [
        (
            "Un atelier sur le climat s'est tenu mardi à Cotonou." + SPEECH,
            "atelier",
            "2031-05-06",
            "Cotonou",
        ),
        (
            "La salle des fêtes de Sokodé a abrité, ce 7 mai, les journées du livre." + SPEECH,
            "abrité",
            "2031-05-07",
            "Sokodé",
        ),
        (
            "Les éleveurs de la région se sont retrouvés du 2 au 4 mai 2031 à Parakou." + SPEECH,
            "retrouvés",
            "2031-05-02/2031-05-04",
            "Parakou",
        ),
        (
            "Le stade de Kara était plein mercredi. Cette cérémonie a réuni mille élèves." + SPEECH,
            "cérémonie",
            "2031-05-07",
            "Kara",
        ),
        (
            "Le centre de Sokodé a organisé, le 6 mai 2031, la sortie de ses élèves." + SPEECH,
            "organisé",
            "2031-05-06",
            "Sokodé",
        ),
        (
            "Un atelier a réuni vingt imams. C'était le mardi 6 mai à Kara." + SPEECH,
            "atelier",
            "2031-05-06",
            "Kara",
        ),
        (
            "Des villages ont renoncé à la dot. Cet acte a été posé le mardi 6 mai à Kara."
            + SPEECH,
            "acte",
            "2031-05-06",
            "Kara",
        ),
        (
            "L'hôpital de Kara a été le théâtre mardi de la remise d'un don." + SPEECH,
            "remise",
            "2031-05-06",
            "Kara",
        ),
        (
            "Les élèves sont heureux. Samedi dernier a eu lieu la clôture du camp." + SPEECH,
            "clôture",
            "2031-05-03",
            "",
        ),
    ],
)
def test_occasion(loaded: Pipeline, text: str, word: str, value: str, where: str) -> None:
    found = loaded.analyse(Article("a", text, published=PUBLISHED))
    scene = found.scene
    assert scene is not None
    assert (scene.word, scene.date.value) == (word, value)
    assert (scene.place.text if scene.place else "") == where
    event = next(event for event in found.events if event.trigger == "salue")
    assert (event.event_date, event.date_basis) == (value, "scene")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Un attentat a visé mardi un marché de Cotonou. Deux soldats ont été tués.", "attentat"),
        ("Dans la nuit du 4 au 5 mai, des hommes armés ont attaqué Kara.", "attaqué"),
        ("Le maire a été victime mercredi d'une tentative d'assassinat.", "assassinat"),
    ],
)
def test_attack(loaded: Pipeline, text: str, word: str) -> None:
    scene = loaded.analyse(Article("a", text + SPEECH, published=PUBLISHED)).scene
    assert scene is not None
    assert (scene.word, scene.kind) == (word, SceneKind.VIOLENCE)


@pytest.mark.model
def test_interview(loaded: Pipeline) -> None:
    text = "Ancien ministre, Okello Mugisha nous a reçus mardi. Il salue l'engagement du Kenya."
    found = loaded.analyse(Article("a", text, published=PUBLISHED))
    assert {event.event_date for event in found.events} == {"2031-05-06"}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Un séminaire se tiendra mardi à Cotonou.",  # what will be
        "Le séminaire de mars 2031 a réuni mille élèves.",  # no day
        "Un séminaire s'est tenu le 3 mai 2027 à Cotonou.",  # no news
        "Cotonou, 6 mai 2031 – Le séminaire national est un succès.",  # a dateline
        "Depuis le séminaire de mardi, le Kenya négocie.",
        "Après la cérémonie, le Kenya a expulsé mardi un diplomate.",
        "Le Kenya a expulsé mardi un membre de l'Assemblée nationale.",
        "Le Kenya a présenté mardi un projet de conférence.",
        "La journée de mardi a été calme.",
        "Le Kenya a expulsé mardi un diplomate péruvien.",
        "Une enquête sur l'attentat a été ouverte mardi.",
        "Les attaques de cette semaine ont fait des morts.",
    ],
)
def test_no_occasion(loaded: Pipeline, text: str) -> None:
    other_day = " Awa Traoré était à Lima le 2 mai, à Quito le 3 mai."
    article = Article("a", text + SPEECH + other_day, published=PUBLISHED)
    assert loaded.analyse(article).scene is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le maire de Kara était face à la presse le mardi 6 mai.", "était"),
        ("Les fidèles de Kara ont été entretenus mardi sur le divorce.", "entretenus"),
    ],
)
def test_an_article_tells_of_the_only_day_that_it_names(
    loaded: Pipeline, text: str, word: str
) -> None:
    scene = loaded.analyse(Article("a", text + SPEECH, published=PUBLISHED)).scene
    assert scene is not None
    assert (scene.word, scene.kind, scene.date.value) == (word, SceneKind.DAY, "2031-05-06")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Le Kenya, qui a expulsé mardi un diplomate, est calme.",  # said in passing
        "Les fidèles de Kara jeûnent depuis mardi.",
        "Kara, 6 mai 2031.\nLa ville est calme.",
        "Le 2 avril, les élèves de Kara ont été mis à l'honneur.",  # a month ago
    ],
)
def test_not_every_only_day(loaded: Pipeline, text: str) -> None:
    assert loaded.analyse(Article("a", text + SPEECH, published=PUBLISHED)).scene is None


@pytest.mark.model
def test_a_report_begins_with_its_occasion(loaded: Pipeline) -> None:
    text = "Il pleut. " * 4 + "Un atelier s'est tenu mardi à Cotonou."
    assert loaded.analyse(Article("a", text, published=PUBLISHED)).scene is None


@pytest.mark.model
def test_explain_says_which_words_gave_it(loaded: Pipeline) -> None:
    text = "Un atelier sur le climat s'est tenu mardi à Cotonou." + SPEECH
    lines = list(explain(Article("a", text, published=PUBLISHED), loaded, tree=False))
    assert lines[0].startswith("scene « atelier »  2031-05-06  from « mardi »")
    assert lines[1] == "  place  Cotonou (BEN)"
