"""Under which key and with which country an actor stands, on parsed articles."""

import pytest

from tests.actors.reading import keys, resolved

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("article", "words", "expected", "country"),
    [
        # A surname alone: title or nothing that contradicts.
        (["Le président Macron a reçu le président malien."], "Macron", "Emmanuel Macron", "FRA"),
        (["Le président Kagame a rencontré le président congolais."], "Kagame", "Paul Kagame",
         "RWA"),
        (["Le ministre Lavrov a reçu le ministre malien."], "Lavrov", "Sergueï Lavrov", "RUS"),
        (["M. Talon a reçu M. Macron à Lomé."], "Talon", "Patrice Talon", "BEN"),
        (["M. Talon a reçu M. Macron à Lomé."], "Macron", "Emmanuel Macron", "FRA"),
        (["Le procureur Macron a ouvert une enquête au Mali."], "Macron", "Macron", "MLI"),
        (["L'avocate Merkel a plaidé au Kenya."], "Merkel", "Merkel", "KEN"),
        (["Awa Macron, commerçante au Togo, a porté plainte.", "Mme Macron attend."], "Macron",
         "Awa Macron", "TGO"),
        # Titles are no part of a name.
        (["El Hadj Issa Lompo a parlé à Ouahigouya."], "Issa Lompo", "Issa Lompo", "BFA"),
        (["El-Hadj Issa Lompo a parlé.", "Adja Salimata Lompo a répondu."], "Salimata Lompo",
         "Salimata Lompo", ""),
        (["El Hadj Lompo a parlé.", "Issa Lompo a promis son aide."], "Lompo", "Issa Lompo", ""),
        (["Cheikh Issa Lompo a parlé.", "Le cheikh Issa Lompo a prié."], "Issa Lompo",
         "Issa Lompo", ""),
        (["Cheikh Hadi Lompo a parlé.", "M. Lompo a prié."], "Cheikh Hadi Lompo",
         "Cheikh Hadi Lompo", ""),
        (["Mariam Lompo/Zida a ouvert la séance."], "Mariam Lompo/Zida", "Mariam Lompo/Zida", ""),
        (["Le roi Abdallah VI a parlé."], "Abdallah VI", "Abdallah VI", ""),
        (["El hadj Issa Lompo a insisté sur la paix."], "Issa Lompo", "Issa Lompo", ""),
        # Surnames that the tagger takes for other words; given names alone.
        (["Poutine a reçu mardi Macron à Moscou."], "Poutine", "Vladimir Poutine", "RUS"),
        (["Poutine a reçu mardi Macron à Moscou."], "Macron", "Emmanuel Macron", "FRA"),
        (["Sarkozy a critiqué Hollande."], "Hollande", "François Hollande", "FRA"),
        (["« Blaise a pris la clé », dit la mère de Blaise Lompo."], "Blaise", "Blaise Lompo", ""),
        # What one is charged with is no part of a key.
        (["Le préfet accuse le député kényan de fraude."], "député kényan", "député kényan", "KEN"),
        (["On soupçonne le chef du parti kényan de fraude."], "chef du parti kényan",
         "chef du parti kényan", "KEN"),
        (["On accuse le ministre de la Justice du Togo de fraude."],
         "ministre de la Justice du Togo", "ministre de la Justice du Togo", "TGO"),
        # Who presides a body is no head of state; one of several with a name; a title's person.
        (["Issa Lompo, président du conseil régional, a parlé au Togo.",
          "Le chef de l'État a reçu Awa Zida."], "chef de l'État", "chef de l’État togolais",
          "TGO"),
        (["Awa Lompo, présidente de l'association, a parlé.", "La présidente prie."],
         "présidente", "Awa Lompo", ""),
        # Posts of one body; how one holds a post; who has the floor; a cleric's style.
        (["Awa Lompo, vice-présidente de la région, a parlé.", "La vice-présidente prie."],
         "vice-présidente", "Awa Lompo", ""),
        (["Issa Lompo, l'ancien ministre de la Santé puis maire de Kara, a parlé.",
          "L'ancien ministre attend."], "ancien ministre", "Issa Lompo", "TGO"),
        (["Le directeur par intérim de la banque, Issa Lompo, a parlé.", "Le directeur attend."],
         "directeur", "Issa Lompo", ""),
        (["Issa Lompo a ouvert la séance.", "Le conférencier a remercié les femmes."],
         "conférencier", "Issa Lompo", ""),
        (["Le guide spirituel Cheikh Issa Malick Lompo a parlé."], "Cheikh Issa Malick Lompo",
         "Issa Malick Lompo", ""),
        (["Un député de Kisumu, Issa Lompo, a parlé au Kenya.", "Le député attend."], "député",
         "Issa Lompo", "KEN"),
        (["Le Premier ministre a parlé au Togo."], "Premier ministre", "Premier ministre togolais",
         "TGO"),
        (["L'un des fidèles, Salif Lompo, a parlé."], "Salif Lompo", "Salif Lompo", ""),
        (["L'imam central, à Lomé Salif Lompo, a parlé.", "L'imam attend."], "imam",
         "Salif Lompo", "TGO"),
        (["La ministre kényane de la Culture et des Sports Wanjiru Otieno a parlé."],
         "Wanjiru Otieno", "Wanjiru Otieno", "KEN"),
        (["Paolo Bruni, de Human Rights Watch, a parlé du Burundi."], "Paolo Bruni",
         "Paolo Bruni", ""),
        (["Mme Nilsen de l'Unicef a parlé au Tchad."], "Nilsen", "Nilsen", ""),
        (["Anna Nilsen (MSF) a parlé au Tchad."], "Anna Nilsen", "Anna Nilsen", ""),
        # Bodies: their aims, second tasks, places; by their common noun; in lower case.
        (["L'Alliance pour le renouveau a manifesté au Gabon."], "Alliance pour le renouveau",
         "Alliance pour le renouveau", "GAB"),
        (["La Ligue pour la paix au Faso a parlé."], "Ligue pour la paix au Faso",
         "Ligue pour la paix au Faso", "BFA"),
        (["La Direction des examens et concours a parlé au Bénin."],
         "Direction des examens et concours", "Direction des examens et concours", "BEN"),
        (["L'association Vigie a parlé.", "L'association attend."], "association", "Vigie", ""),
        (["L'organisation non gouvernementale Vigie a parlé."],
         "organisation non gouvernementale Vigie", "Vigie", ""),
        (["Elle a saisi la cour pénale internationale."], "cour pénale internationale", "CPI", ""),
        (["Le GIGN est mobilisé."], "GIGN", "FRA GIGN", "FRA"),
        # People outside the tables who speak; things of the same ending that explain nothing.
        (["Une source sécuritaire malienne a annoncé sa mort."], "source sécuritaire malienne",
         "source sécuritaire malienne", "MLI"),
        (["L'herpétologue a expliqué la crise au Togo."], "herpétologue",
         "herpétologue togolais", "TGO"),
        (["La marraine, Djénéba Nana, a parlé."], "Djénéba Nana", "Djénéba Nana", ""),
        (["Au Togo, des témoins ont parlé."], "témoins", "témoins togolais", "TGO"),
        # Languages, unnamed people at hand, towns, parts of the body, prophets, mediators.
        (["L'enseignante d'anglais a parlé à la France."], "enseignante d'anglais",
         "enseignante d’anglais", "FRA"),
        (["Un responsable du district a parlé au Togo."], "responsable du district",
         "responsable du district", "TGO"),
        (["Le médiateur a parlé au Togo."], "médiateur", "médiateur", ""),
        (["Le prophète Hadi a parlé au Togo."], "Hadi", "Hadi", ""),
        (["Le collectif de Guyanais a parlé."], "collectif de Guyanais", "collectif de Guyanais",
         "GUF"),
        # Nouns and complements that narrow a post stand between it and the name.
        (["Le coordonnateur pays du projet, Hugo Zida, a parlé.", "Le coordonnateur attend."],
         "coordonnateur", "Hugo Zida", ""),
        (["Le 1er adjoint au maire de Bohicon, Issa Lompo, a parlé.", "L'adjoint attend."],
         "adjoint", "Issa Lompo", "BEN"),
        (["Le médecin chef du district, Awa Lompo, a parlé.", "Le médecin attend."], "médecin",
         "Awa Lompo", ""),
        (["La présidente de la ligue, Adja Awa Zida, a parlé.", "La présidente attend."],
         "présidente", "Awa Zida", ""),
        (["La Brigade-ville de Kara a parlé."], "Brigade-ville de Kara", "TGO Brigade-ville",
         "TGO"),
        # The place of a post is not whose it is.
        (["L'ambassadeur russe à l'ONU, Ivan Petrovitch, a parlé de la Syrie."], "Ivan Petrovitch",
         "Ivan Petrovitch", "RUS"),
        (["Des soldats ivoiriens du Mali ont été arrêtés."], "soldats ivoiriens du Mali",
         "soldats ivoiriens", "CIV"),
        # Who serves a body of no country is of none that is at hand.
        (["Le chef de mission de MSF pour le Tchad, Paolo Bruni, a parlé."], "Paolo Bruni",
         "Paolo Bruni", ""),
        (["La représentante du HCR au Tchad, Anna Nilsen, a parlé."], "Anna Nilsen",
         "Anna Nilsen", ""),
        (["L'ambassadeur du Ghana près le Togo, Kofi Antobre, a parlé."], "Kofi Antobre",
         "Kofi Antobre", "GHA"),
        (["Un diplomate a parlé au Togo."], "diplomate", "diplomate", ""),
        # What the article says of somebody later is true of him before.
        (["Le politologue Jan Hoekstra a parlé du Togo.",
          "L'universitaire belge suit le Togo."], "Jan Hoekstra", "Jan Hoekstra", "BEL"),
        (["Le magnat franco-kényan Ali Rashid a parlé.", "Il vit au Kenya."], "Ali Rashid",
         "Ali Rashid", "KEN"),
        (["Le procureur et ministre de la Justice du Ghana, Adwoa Antobre, a parlé."],
         "Adwoa Antobre", "Adwoa Antobre", "GHA"),
        (["L'avocate d'Okello Mugisha a parlé au Kenya.", "Son client attend."], "client",
         "Okello Mugisha", "KEN"),
        (["Me Awa Sow, avocate de Moussa Lompo, a parlé au Kenya.", "Son client attend."],
         "client", "Moussa Lompo", "KEN"),
        (["Un homme a été arrêté au Kenya."], "homme", "homme", "KEN"),
        (["Une personne a été arrêtée au Kenya."], "personne", "personne", ""),
        (["Hélène Lompo/ Marchal a parlé au Kenya."], "Hélène Lompo/ Marchal",
         "Hélène Lompo/Marchal", "KEN"),
        (["Le gouvernement gabonais a suspendu le parti UPR."], "parti UPR", "UPR", "GAB"),
        # One of several.
        (["L'un des ministres kényans a démissionné."], "ministres kényans", "ministre kényan",
         "KEN"),
        (["Une des militantes togolaises a parlé."], "militantes togolaises",
         "militante togolaise", "TGO"),
        (["Trois ministres kényans ont parlé.", "Deux d'entre eux ont démissionné."],
         "Deux d'entre eux", "ministres kényans", "KEN"),
        (["Au Kenya, un policier a été blessé."], "policier", "policier kényan", "KEN"),
        # Bodies: the article's own acronym, and the namesakes of other countries.
        (["L'Alliance pour le renouveau (APR) a gagné au Gabon.", "L'APR a remercié le Gabon."],
         "APR", "APR", "GAB"),
        (["Au Mali, les Forces démocratiques syriennes (FDS) ont un bureau.",
          "Les FDS aiment le Mali."], "FDS", "FDS syriennes", "SYR"),
        (["Le Front démocratique sénégalais (FDS) a parlé au Sénégal.", "Le FDS a parlé."],
         "FDS", "FDS", "SEN"),
        (["Les Forces de défense et de sécurité (FDS) du Mali avancent.", "Les FDS avancent."],
         "FDS", "MLI forces de défense et de sécurité", "MLI"),
        (["Les Forces de défense et de sécurité (FDS) ont quitté Djibo, au Burkina Faso."],
         "Forces de défense et de sécurité", "BFA forces de défense et de sécurité", "BFA"),
        (["Le Front de défense du Sahel (FDS) a quitté Gao, au Mali.", "Le FDS a parlé."],
         "FDS", "FDS", "MLI"),
        (["Le Comité national du travail (CNT) a parlé à Conakry.", "Le CNT a parlé."],
         "CNT", "CNT", "GIN"),
        (["En Syrie, les FDS avancent."], "FDS", "FDS syriennes", "SYR"),
        (["Au Mali, les FDS avancent.", "La Syrie salue le Mali."], "FDS",
         "MLI forces de défense et de sécurité", "MLI"),
        (["Le Premier ministre ontarien a parlé en Inde.", "L'Inde est grande."],
         "Premier ministre ontarien", "Premier ministre ontarien", "CAN"),
        # Gatherings are no chambers nor courts.
        (["Au Togo, l'Assemblée a voté."], "Assemblée", "TGO Assemblée nationale", "TGO"),
        (["L'assemblée togolaise a voté."], "assemblée togolaise", "TGO Assemblée nationale",
         "TGO"),
        (["Le Cercle d'entraide des femmes (CEF) agit au Togo.",
          "Le Cercle d'entraide des femmes recrute."], "Cercle d'entraide des femmes", "CEF",
         "TGO"),
        (["Les sœurs de l'Union des sages et savants de Kara (USSK) prient au Togo."],
         "sœurs de l'Union des sages et savants de Kara", "sœurs de l’USSK", "TGO"),
        (["Le gouvernement gabonais a suspendu l'UPR."], "UPR", "UPR", "GAB"),
        (["Le gouvernement belge a reçu le Parti socialiste."], "Parti socialiste",
         "Parti socialiste", "BEL"),
        (["Le gouvernement français a reçu le Parti socialiste."], "Parti socialiste", "PS", "FRA"),
        (["La CENI a publié les résultats au Tchad."], "CENI", "CENI", "TCD"),
        (["Le Sénat du Kenya a voté."], "Sénat du Kenya", "KEN Sénat", "KEN"),
        (["Le Centre culturel américain a reçu le Togo."], "Centre culturel américain",
         "Centre culturel américain", "USA"),
        # Movements in lower case, and camps that are not each other.
        (["Les talibans ont attaqué la ville."], "talibans", "talibans", "AFG"),
        (["Les islamistes shebab ont attaqué la ville."], "islamistes shebab", "shebab", "SOM"),
        (["Des milices pro-gouvernementales ont attaqué Alep en Syrie.",
          "Les rebelles ont riposté."], "rebelles", "rebelles syriens", "SYR"),
        (["L'exécutif européen a parlé à la France."], "exécutif européen", "UE", ""),
        # Groups: the country's adjective after what people are.
        (["Les imams du Burkina ont prié."], "imams du Burkina", "imams burkinabè", "BFA"),
        (["Au Togo, les femmes musulmanes ont défilé."], "femmes musulmanes",
         "femmes musulmanes togolaises", "TGO"),
        (["Au Togo, les fidèles musulmans ont défilé."], "fidèles musulmans",
         "musulmans togolais", "TGO"),
        (["Au Togo, les fidèles du secteur 12 ont défilé."], "fidèles du secteur 12",
         "fidèles du secteur 12", "TGO"),
        (["Au Togo, un témoin de la scène a parlé."], "témoin de la scène", "témoin togolais",
         "TGO"),
        (["Au Togo, les femmes courageuses ont défilé."], "femmes courageuses",
         "femmes courageuses", "TGO"),
        (["Au Togo, des femmes journalistes ont défilé."], "femmes journalistes",
         "femmes journalistes togolaises", "TGO"),
        (["Le président a salué le peuple et le gouvernement haïtiens."], "peuple",
         "peuple haïtien", "HTI"),
        (["Le Ghana évacue ses citoyens."], "citoyens", "citoyens ghanéens", "GHA"),
        (["Au Soudan, le Ghana évacue mille citoyens."], "citoyens", "citoyens ghanéens", "GHA"),
        (["L'atelier a pris fin au Togo.", "Les participants ont remercié le Togo."],
         "participants", "participants", "TGO"),
        (["Les rebelles ont quitté le Tchad."], "rebelles", "rebelles tchadiens", "TCD"),
        (["Au Kenya, des passants ont été blessés."], "passants", "passants kényans", "KEN"),
        (["Au Kenya, des personnes ont été blessées."], "personnes", "personnes", ""),
    ],
)  # fmt: skip
def test_key_and_country(article: list[str], words: str, expected: str, country: str) -> None:
    mentions, who = resolved(*article)
    assert keys(mentions, words) == (expected,)
    assert who[expected].country == country


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Les présidents ghanéen et kényan se sont vus.",
         {"président ghanéen": "GHA", "président kényan": "KEN"}),
        ("Les présidents français et togolais se sont vus.",
         {"président français": "FRA", "président togolais": "TGO"}),
        ("Les ministres rwandais et congolais de la Santé ont signé à Kinshasa.",
         {"ministre rwandais de la Santé": "RWA", "ministre congolais de la Santé": "COD"}),
        ("Les chefs d'État ghanéen, kényan et togolais se sont vus.",
         {"chef de l’État ghanéen": "GHA", "chef de l’État kényan": "KEN",
          "chef de l’État togolais": "TGO"}),
        ("Des soldats français et maliens ont été blessés.",
         {"soldats français": "FRA", "soldats maliens": "MLI"}),
        ("Des militaires du Kenya et du Ghana ont été blessés.",
         {"militaires kényans": "KEN", "militaires ghanéens": "GHA"}),
        ("Les délégations ghanéenne et kényane ont discuté.",
         {"délégation ghanéenne": "GHA", "délégation kényane": "KEN"}),
        ("Le Kenya et le Ghana ont rapatrié leurs ressortissants.",
         {"ressortissants kényans": "KEN", "ressortissants ghanéens": "GHA"}),
        ("Les oppositions kényane et ghanéenne se sont alliées.",
         {"opposition kényane": "KEN", "opposition ghanéenne": "GHA"}),
        ("Il a reçu ses homologues kényan Okello Mugisha et ghanéen Lamin Touray.",
         {"Okello Mugisha": "KEN", "Lamin Touray": "GHA"}),
        ("Il a reçu ses homologues kényan, Okello Mugisha, et ghanéen, Lamin Touray.",
         {"Okello Mugisha": "KEN", "Lamin Touray": "GHA"}),
        ("La délégation franco-allemande est arrivée.", {"délégation franco-allemande": ""}),
        ("Les présidents kényans se sont succédé.", {"présidents kényans": "KEN"}),
    ],
)  # fmt: skip
def test_one_actor_for_each_adjective(sentence: str, expected: dict[str, str]) -> None:
    _, who = resolved(sentence)
    assert {key: who[key].country for key in expected if key in who} == expected


@pytest.mark.parametrize(
    ("article", "words", "expected"),
    [
        (["Deux journalistes ont été arrêtés au Tchad.",
          "La journaliste Awa Hassan et le reporter Idriss Moussa filmaient."], "journalistes",
         ("Awa Hassan", "Idriss Moussa")),
        (["Deux avocats ont été arrêtés au Tchad.",
          "Le ministre Awa Hassan et le ministre Idriss Moussa ont réagi."], "avocats",
         ("avocats tchadiens",)),
        (["Awa Hassan est deuxième et Idriss Moussa troisième.",
          "Ces deux candidats contestent."], "candidats", ("Awa Hassan", "Idriss Moussa")),
        (["« Nous refusons », a dit Awa Hassan, présidente du PRT.", "Le PRT est tchadien."],
         "Nous", ("PRT",)),
        (["Un message a été publié sur Telegram par le M23.", "Telegram est un réseau.",
          "Le groupe menace."], "groupe", ("M23",)),
        (["Awa Hassan et Idriss Moussa ont été reçus par Okello Mugisha.",
          "Les deux hommes se taisent."], "hommes", ("Awa Hassan", "Idriss Moussa")),
        (["L'ancien Premier ministre de François Hollande Manuel Valls a parlé."],
         "François Hollande", ("François Hollande",)),
        (["L'ancien Premier ministre de François Hollande Manuel Valls a parlé."],
         "Manuel Valls", ("Manuel Valls",)),
        (["Tebboune a reçu le président tunisien."], "Tebboune", ("Abdelmadjid Tebboune",)),
        (["L'armée et la police kényanes ont tiré."], "police kényanes", ("KEN police",)),
    ],
)  # fmt: skip
def test_who_is_meant(article: list[str], words: str, expected: tuple[str, ...]) -> None:
    mentions, _ = resolved(*article)
    assert keys(mentions, words) == expected


def test_a_minister_of_communities_governs() -> None:
    _, who = resolved(
        "Le ministre kényan de la Santé et de la Communauté nationale à l'étranger, "
        "M. Okello Mugisha, a parlé."
    )
    assert who["Okello Mugisha"].sector == "GOV"


@pytest.mark.parametrize("thing", ["mitrailleuse", "circulaire", "calculatrice"])
def test_things_that_end_like_people_do_not_speak(thing: str) -> None:
    mentions, _ = resolved(f"La {thing} annonce le départ.", "La brodeuse annonce le départ.")
    assert [mention.text for mention in mentions] == ["brodeuse"]
