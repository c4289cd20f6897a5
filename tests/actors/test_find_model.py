"""The finder on parsed sentences: what is named, and what must not be."""

import pytest

from quifaitquoi.actors import mentions as actors
from quifaitquoi.actors import reading
from quifaitquoi.lexicon import actors as tables
from quifaitquoi.lexicon import leaders
from quifaitquoi.records.actors import ActorKind, ActorMention, MentionForm
from quifaitquoi.records.clean import Block, BlockKind, CleanText
from quifaitquoi.syntax import model as parse

pytestmark = pytest.mark.model


def found(text: str) -> tuple[ActorMention, ...]:
    clean = CleanText(text, (Block(0, len(text), BlockKind.PARAGRAPH),), (0,), (0,))
    sentences = parse.parse(clean, parse.load())
    mentions, _ = actors.find(reading.read(sentences, tables.load()), tables.load(), leaders.load())
    return mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le colonel Ousseini Garba a quitté la ville.", {"Ousseini Garba"}),
        ("La ministre kényane de la Santé, Wanjiru Otieno, a reçu M. Okello.",
         {"Wanjiru Otieno", "Okello"}),
        ("Les présidents Bakary Sanneh et Lamin Touray ont signé.",
         {"Bakary Sanneh", "Lamin Touray"}),
        ("Aminata Coulibaly, porte-parole du parti, a démenti.", {"Aminata Coulibaly"}),
        ("Le Tchadien Hassane Abakar a présenté son plan.", {"Hassane Abakar"}),
        ("Mohamed Ould Taya et Fatou Ndiaye se sont vus.", {"Mohamed Ould Taya", "Fatou Ndiaye"}),
        ("François Hollande a reçu M. Hollande. Hollande a réagi.",
         {"François Hollande", "Hollande"}),
        ("Anatole France est mort.", {"Anatole France"}),
        ("La candidate Marine Le Pen a parlé à Mme Le Pen.", {"Marine Le Pen", "Le Pen"}),
        ("M.Trudeau a reçu la presse.", {"Trudeau"}),
        ("La brigade de la ville de Bobo Issa a fouillé la région de Nongre Massom.", set()),
        ("La Hollande a gagné en France.", set()),
        ("Le Grand Marché reste fermé.", set()),
        ("À Lomé, la Foire internationale ouvre lundi.", set()),
        ("Pourtant Noël approche.", set()),
    ],
)  # fmt: skip
def test_persons(text: str, names: set[str]) -> None:
    persons = {
        m.text for m in found(text)
        if m.form is MentionForm.NAME and m.traits.kind is ActorKind.PERSON
    }  # fmt: skip
    assert persons == names


@pytest.mark.parametrize(
    "text",
    [
        "L'assemblée générale a voté.", "L'Assemblée ordinaire a voté.", "L'assemblée a voté.",
        "Le congrès a voté.", "Les assises ont duré.",
    ],
)  # fmt: skip
def test_gatherings_are_no_bodies_of_state(text: str) -> None:
    assert not found(text)


def test_predicate_noun_is_no_mention() -> None:
    assert not any(m.text == "mercenaires" for m in found("Ces hommes sont des mercenaires."))


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("François Hollande arrive.", set()),
        ("La Hollande et la France ont signé.", {"Hollande", "France"}),
        ("Le Tour de France passe.", set()),
        ("Les attentats de Bruxelles ont choqué.", set()),
        ("Le maire de Paris a parlé.", set()),
        ("Paris a protesté.", {"Paris"}),
        ("La réunion est prévue lundi.", set()),
        ("L'équipe américaine a gagné.", set()),
        ("Le sigle est écrit en anglais.", set()),
        ("La diplomatie togolaise a protesté.", {"togolaise"}),
    ],
)
def test_states(text: str, states: set[str]) -> None:
    named = {
        m.text for m in found(text)
        if m.traits.kind is ActorKind.STATE and m.form is not MentionForm.DESCRIPTION
    }  # fmt: skip
    assert named == states


@pytest.mark.parametrize(
    "text",
    ["Okello Mugisha est devenu le président du Kenya.", "Elle demeure la ministre du Budget."],
)
def test_what_somebody_becomes_is_no_mention(text: str) -> None:
    assert not any(m.rule_id == "actor.office" for m in found(text))


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Le gouvernement des îles Salomon a condamné le Kenya.", {"SLB", "KEN"}),
        ("Le gouvernement du royaume du Maroc a condamné le Kenya.", {"MAR", "KEN"}),
        ("À l'issue de la Réunion de travail, le Kenya a condamné le Pérou.", {"KEN", "PER"}),
    ],
)
def test_the_noun_of_a_state_needs_no_capital(text: str, countries: set[str]) -> None:
    named = [mention.traits.countries or mention.keys for mention in found(text)]
    assert {code for codes in named for code in codes} == countries
