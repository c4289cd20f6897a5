"""Who is who: countries at hand, namesakes, offices, pronouns, pairs; on parsed articles."""

from collections import Counter
from collections.abc import Sequence

import pytest

from quifaitquoi.actors.linking import offices
from quifaitquoi.actors.linking.outlets import home_of
from quifaitquoi.actors.linking.people import Person, alike, people
from quifaitquoi.lexicon import actors as lexicon
from quifaitquoi.lexicon import leaders
from quifaitquoi.records.actors import ActorKind, ActorMention, MentionForm, Traits
from tests.actors.reading import keys, resolved


def name(text: str, start: int, countries: tuple[str, ...] = ()) -> ActorMention:
    return ActorMention(
        start, start + len(text), text, start, 0, MentionForm.NAME, "actor.person.title",
        traits=Traits(kind=ActorKind.PERSON, key=text, countries=countries),
    )  # fmt: skip


def persons(*mentions: ActorMention, countries: Sequence[str] = ()) -> dict[int, Person]:
    return people(mentions, leaders.load(), Counter(countries))[1]


def test_surname_and_initial_are_the_full_name() -> None:
    found = persons(name("Dussolier", 0), name("Amadou Dussolier", 20), name("A. Dussolier", 50))
    assert {person.key for person in found.values()} == {"Amadou Dussolier"}


def test_spelling_variants_are_one_person() -> None:
    found = persons(name("Mahamoud Karimou", 0), name("Mahmoud Karimou", 40))
    assert len({id(person) for person in found.values()}) == 1


def test_namesakes_with_other_first_names_stay_apart() -> None:
    found = persons(name("Awa Traoré", 0), name("Moussa Traoré", 30))
    assert len({person.key for person in found.values()}) == 2


def test_known_person_takes_the_usual_name() -> None:
    found = persons(name("Faure Essozimna Gnassingbé", 0))
    assert found[0].key == "Faure Gnassingbé"
    assert found[0].country == "TGO"


def test_surname_of_a_leader_needs_the_country() -> None:
    assert persons(name("Traoré", 0))[0].key == "Traoré"
    assert persons(name("Traoré", 0), countries=["BFA"])[0].key == "Ibrahim Traoré"


def test_words_of_the_article_win_over_the_table() -> None:
    found = persons(name("Macky Sall", 0, countries=("BEN",)))
    assert found[0].country == "BEN"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("tokayev", "tokaiev", True), ("sall", "sala", False), ("diallo", "dialla", True),
     ("kone", "kane", False)],
)  # fmt: skip
def test_alike(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


def test_families_take_plurals_and_former_offices() -> None:
    assert offices.families(["chefs d'etat"]) < offices.families(["president"])
    assert offices.families(["ancien president"]) == offices.families(["president"])


def test_every_key_has_an_actor_and_tables_load() -> None:
    assert leaders.load().by_form["paul biya"].country == "CMR"


@pytest.mark.model
@pytest.mark.parametrize(
    ("article", "words", "expected"),
    [
        (["Le Kenya a protesté.", "Le gouvernement attend une réponse."], "gouvernement", ("KEN",)),
        (["L'armée malienne avance.", "Le gouvernement tchadien observe."],
         "gouvernement tchadien", ("TCD",)),
        (["Le ministre ougandais de la Santé, Okello Mugisha, est arrivé.",
          "Le ministre ougandais a salué la foule."], "ministre ougandais", ("Okello Mugisha",)),
        (["Wanjiru Otieno a rencontré Okello Mugisha.", "Les deux femmes ont discuté."],
         "Wanjiru Otieno", ("Wanjiru Otieno",)),
        (["Le président Okello Mugisha a reçu le président Lamin Touray.",
          "Les deux présidents ont discuté."], "présidents", ("Okello Mugisha", "Lamin Touray")),
        (["Le Ghana et le Kenya ont signé un accord.", "Les deux pays coopèrent."], "pays",
         ("GHA", "KEN")),
        (["La CEDEAO a levé les sanctions.", "L'organisation a félicité le pays."],
         "organisation", ("CEDEAO",)),
        (["La CEDEAO a levé les sanctions.", "L'UA a salué le geste.",
          "La Conférence a félicité le pays."], "Conférence", ("CEDEAO",)),
        (["La CEDEAO a levé les sanctions.", "Les chefs d'État ont félicité le pays."],
         "chefs d'État", ("CEDEAO",)),
        (["Des militaires ivoiriens ont été arrêtés."], "militaires ivoiriens",
         ("militaires ivoiriens",)),
        (["Au Niger, des manifestants ont défilé."], "manifestants", ("manifestants nigériens",)),
        (["Un conseiller du gouvernement nigérien a parlé."],
         "conseiller du gouvernement nigérien", ("conseiller du gouvernement nigérien",)),
        (["Le Conseil de sécurité se réunit."], "Conseil de sécurité", ("ONU",)),
    ],
)  # fmt: skip
def test_descriptions(article: list[str], words: str, expected: tuple[str, ...]) -> None:
    mentions, who = resolved(*article)
    assert keys(mentions, words) == expected
    assert all(key in who for mention in mentions for key in mention.keys)


@pytest.mark.model
def test_office_learnt_once_holds_for_the_article() -> None:
    _, who = resolved(
        "Le ministre gabonais des Mines, Zéphirin Moukala, est parti.", "M. Moukala reviendra."
    )
    person = who["Zéphirin Moukala"]
    assert (person.kind, person.country, person.sector) == (ActorKind.PERSON, "GAB", "GOV")


@pytest.mark.model
@pytest.mark.parametrize(
    ("article", "words", "expected"),
    [
        (["Okello Mugisha est arrivé à Nairobi.", "Il a rencontré la presse."], "Il",
         ("Okello Mugisha",)),
        (["La Russie a livré du blé.", "Elle promet davantage."], "Elle", ("RUS",)),
        (["Okello Mugisha a présenté son plan."], "son", ("Okello Mugisha",)),
        (["Okello Mugisha, qui a démissionné, voyage."], "qui", ("Okello Mugisha",)),
        (["Le président Okello Mugisha a appelé la ministre Awa Traoré.",
          "Celle-ci a accepté."], "Celle-ci", ("Awa Traoré",)),
        (["« Je pars », a déclaré Okello Mugisha."], "Je", ("Okello Mugisha",)),
        (["Okello Mugisha a pris la parole. « Nous saluons Paul Atieno. Je pars demain. »"],
         "Je", ("Okello Mugisha",)),
        (["Okello Mugisha a été jugé par la cour d'appel. On lui reproche un vol.",
          "Il est condamné."], "Il", ("Okello Mugisha",)),
        (["Paul Atieno a prêté serment.",
          "Vient ensuite le tour de Jean Mugisha. Il a ensuite parlé."], "Il", ("Jean Mugisha",)),
        (["Awa Traoré a rencontré Paul Atieno et Jean Otieno, qui craignent un échec."],
         "qui", ("Paul Atieno", "Jean Otieno")),
    ],
)  # fmt: skip
def test_pronouns(article: list[str], words: str, expected: tuple[str, ...]) -> None:
    mentions, _ = resolved(*article)
    assert keys(mentions, words) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("article", "words"),
    [
        (["Awa Traoré a voyagé.", "La réunion est prévue lundi. Elle est ouverte."], "Elle"),
        (["Les cérémonies sont prévues lundi pour Paul Atieno et Jean Otieno.",
          "Elles sont ouvertes."], "Elles"),
        (["Le Kenya compte ce tramway.", "Le véhicule a quitté ses rails."], "ses"),
        (["Les diocèses du Kenya, qui souffrent, attendent."], "qui"),
    ],
)  # fmt: skip
def test_pronouns_of_things_are_nobodys(article: list[str], words: str) -> None:
    mentions, _ = resolved(*article)
    assert keys(mentions, words) == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("article", "words", "expected"),
    [
        (["Le mouvement 7Z a attaqué un village au Tchad.",
          "Le porte-parole du groupe a démenti."], "porte-parole du groupe", "porte-parole du 7Z"),
        (["Le Parti du soleil levant (PSL) est divisé au Togo.", "Il a réuni ses cadres."],
         "cadres", "cadres du PSL"),
        (["Des éléments du M23 ont attaqué Goma."], "éléments du M23", "M23"),
        (["Un bataillon de l'armée kényane a traversé le fleuve."],
         "bataillon de l'armée kényane", "KEN armée"),
        (["L'ONG Lumbila a dénoncé ces arrestations au Ghana.", "L'ONG attend."], "ONG", "Lumbila"),
        (["Le Kenya a félicité le Ghana.", "Le Kenya a remercié les pays amis."],
         "pays amis", "pays amis"),
        (["Des soldats kényans ont été blessés."], "soldats kényans", "soldats kényans"),
        (["Des soldats kényans ont été blessés.", "Les militaires avaient quitté leur camp."],
         "soldats kényans", "militaires kényans"),
        (["Les autorités du Ghana accusent des étudiants kényans, mais ces derniers démentent."],
         "ces derniers", "étudiants kényans"),
        (["Les jeunes kényans accusent le pouvoir."], "pouvoir", "KEN"),
        (["Les présidents du Kenya et du Ghana ont discuté.", "Les deux délégations ont signé."],
         "délégations", "délégation kényane|délégation ghanéenne"),
        (["La France a protesté.", "L'ambassadeur du Kenya a été reçu par son hôte."],
         "ambassadeur du Kenya", "ambassadeur du Kenya"),
        (["Le gouvernement ghanéen a promis un plan, dit le Kenya.",
          "Le Kenya attend, le Kenya insiste.", "Le gouvernement temporise."],
         "gouvernement", "GHA"),
        (["Okello Mugisha, candidat socialiste, et Paul Atieno, candidat écologiste, ont parlé.",
          "Le candidat socialiste a refusé."], "candidat socialiste", "Okello Mugisha"),
        (["Okello Mugisha, ministre de la Santé, a reçu Paul Atieno, ministre du Budget.",
          "Le ministre de la Santé a parlé."], "ministre de la Santé", "Okello Mugisha"),
        (["Okello Mugisha, ministre du Budget, part.",
          "Le futur ministre du Budget attend."], "futur ministre du Budget",
         "futur ministre du Budget"),
        (["Au Kenya, Okello Mugisha a gagné.", "Le député de Nakuru a promis une réforme."],
         "député de Nakuru", "Okello Mugisha"),
        (["L'Italie a voté.", "Le Parti démocrate a perdu."], "Parti démocrate",
         "Parti démocrate italien"),
        (["Les États-Unis ont voté.", "Le Parti démocrate a perdu."], "Parti démocrate",
         "Parti démocrate"),
    ],
)  # fmt: skip
def test_descriptions_take_up_who_was_named(article: list[str], words: str, expected: str) -> None:
    mentions, _ = resolved(*article)
    assert keys(mentions, words) == tuple(expected.split("|"))


@pytest.mark.model
@pytest.mark.parametrize(
    ("article", "key", "country"),
    [
        (["L'ONU a une mission au Kenya.",
          "Sa cheffe, la Danoise Helle Sorensen, a rencontré la presse."], "Helle Sorensen", ""),
        (["Le Kenya a arrêté des ressortissants étrangers."], "ressortissants étrangers", ""),
        (["La police du Ghana a arrêté un manifestant."], "manifestant ghanéen", "GHA"),
        (["Okello Mugisha a été arrêté à Nakuru."], "Okello Mugisha", "KEN"),
        (["Au Kenya, Okello Mugisha gagne le marathon.", "L'athlète a une médaille olympique."],
         "Okello Mugisha", ""),
        (["L'entreprise Uber a baissé ses prix au Kenya.", "Ses chauffeurs protestent."],
         "chauffeurs de l’Uber", ""),
        (["Le Kenya a voté.", "Des personnalités politiques ont protesté."],
         "personnalités politiques", "KEN"),
    ],
)  # fmt: skip
def test_country_of_persons_and_groups(article: list[str], key: str, country: str) -> None:
    actors_by_key = resolved(*article)[1]
    assert actors_by_key[key].country == country


@pytest.mark.model
def test_towns_leave_no_mention() -> None:
    mentions, _ = resolved("À Kisumu, la police a tiré.")
    assert [m.text for m in mentions] == ["police"]
    assert keys(mentions, "police") == ("KEN police",)


@pytest.mark.model
def test_a_local_paper_is_at_home_where_its_country_is_not_named() -> None:
    _, actors = resolved("Le maire a remercié les médecins.", outlet="Sidwaya")
    assert {actor.country for actor in actors.values()} == {"BFA"}
    _, actors = resolved("Au Togo, le maire kara a remercié le Togo.", outlet="Sidwaya")
    assert {actor.country for actor in actors.values()} == {"TGO"}


@pytest.mark.parametrize(
    ("outlet", "home"),
    [("Sidwaya", "BFA"), ("La Nation", "BEN"), ("Nouvelles de nulle part", ""), ("", "")],
)
def test_home_of_an_outlet(outlet: str, home: str) -> None:
    assert home_of(outlet, lexicon.load()) == home


@pytest.mark.model
def test_indefinite_pronouns_take_up_the_people_named_last() -> None:
    mentions, _ = resolved("Les paysans togolais ont voté. Certains ont protesté. Tous attendent.")
    assert keys(mentions, "Certains") == keys(mentions, "Tous") == ("paysans togolais",)


@pytest.mark.model
def test_who_answers_an_interview_says_je() -> None:
    asked = ["Que faites-vous ?", "Et après ?", "Pourquoi ?"]
    lead = "Awa Lompo dirige le lycée. Awa Lompo a reçu Issa Zida."
    answers = ["Je travaille.", "Je demande la paix.", "J'aime mon travail."]
    talk = [part for pair in zip(asked, answers, strict=True) for part in pair]
    mentions, _ = resolved(lead, *talk)
    assert keys(mentions, "Je") == keys(mentions, "J'") == ("Awa Lompo",)
    mentions, _ = resolved(lead, *talk[:4])  # two questions are no interview
    assert keys(mentions, "Je") == ()


@pytest.mark.model
def test_things_do_not_speak() -> None:
    mentions, _ = resolved("Le facteur explique la crise. Le commentaire précise la date.")
    assert not mentions


@pytest.mark.model
@pytest.mark.parametrize(
    ("article", "pronoun", "expected"),
    [
        (["Issa Lompo est venu. Avec son ami Ali Zida, il a chanté."], "il", "Issa Lompo"),
        (["Issa Lompo a protesté. « Ali Zida ment », a-t-il dit."], "-t-il", "Issa Lompo"),
        (["Issa Lompo est venu. Ali Zida a chanté, puis il est parti."], "il", "Ali Zida"),
    ],
)  # fmt: skip
def test_a_subject_is_none_of_its_verbs_complements(
    article: list[str], pronoun: str, expected: str
) -> None:
    mentions, _ = resolved(*article)
    assert keys(mentions, pronoun) == (expected,)


@pytest.mark.model
@pytest.mark.parametrize("which", ["ivoiriennes", "yéménites", "rivales"])
def test_parties_to_a_quarrel_are_somebody(which: str) -> None:
    mentions, _ = resolved(f"Les parties {which} ont signé un accord à Lomé.")
    assert keys(mentions, f"parties {which}")


@pytest.mark.model
@pytest.mark.parametrize(
    ("agency", "sector"),
    [("agence de voyages", "BUS"), ("agence immobilière", "BUS"), ("agence de régulation", "GOV")],
)
def test_an_agency_is_a_firm_or_an_office_of_the_state(agency: str, sector: str) -> None:
    mentions, actors = resolved(f"Au Togo, une {agency} a protesté.")
    (key,) = keys(mentions, agency)
    assert actors[key].sector == sector


@pytest.mark.model
def test_parts_and_numbers_are_nobody() -> None:
    mentions, _ = resolved("Les parties génitales et les numéros d'ordre ont changé.")
    assert not [m for m in mentions if m.keys]


@pytest.mark.model
def test_a_frame_is_no_manager() -> None:
    mentions, _ = resolved("Dans ce cadre, la pluie tombe. Dans le cadre de la fête, elle cesse.")
    assert "cadre" not in {m.text.partition(" ")[0] for m in mentions}
