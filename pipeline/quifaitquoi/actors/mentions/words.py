"""Small closed sets of folded words that the finders share."""

from __future__ import annotations

from typing import Final

from quifaitquoi.syntax.words import DE, DEMONSTRATIVES, LE

ARTICLES: Final = LE | {"un", "une", "des"}
# What opens a complement of a noun, with its article.
DE_LE: Final = DE | LE
DEFINITE: Final = LE | DEMONSTRATIVES | {"au", "aux", "du", "ledit", "ladite", "lesdits"}
POSSESSIVES: Final = frozenset("son sa ses leur leurs mon ma mes notre nos votre vos".split())
OWN_THIRD: Final = frozenset("son sa ses leur leurs".split())
PLURAL_DETERMINERS: Final = frozenset(
    "les aux des ces ses leurs nos mes vos plusieurs certains certaines divers diverses".split()
)
DETERMINERS: Final = ARTICLES | DEFINITE | POSSESSIVES | PLURAL_DETERMINERS | {"chaque", "aucun"}

NUMBERS: Final = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12,
}  # fmt: skip

# Nouns of amount that govern the noun that matters: « une dizaine de suspects ».
AMOUNTS: Final = frozenset(
    "dizaine dizaines douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine "
    "centaine centaines millier milliers million millions ensemble majorite plupart poignee nombre "
    "groupe partie moitie tiers quart serie foule milliard totalite multitude minorite".split()
)

# Of several, some or one.
SOME: Final = frozenset("certains certaines plusieurs quelques-uns quelques-unes beaucoup".split())
ONE: Final = frozenset("un une l'un l'une chacun chacune aucun aucune".split())

# Adjectives before a noun that say how many or which, not who.
NOT_IN_KEY: Final = frozenset(
    "autre autres nombreux nombreuses certains certaines plusieurs quelques differents differentes "
    "divers diverses premier premiere premiers premieres dernier derniere derniers dernieres meme "
    "memes seul seule seuls seules tous toutes principal principaux principales propre propres "
    "tel tels telle telles quelque".split()
)  # fmt: skip


PARTICLES: Final = frozenset(
    "ould ben bin ibn bint mint ag el al von van der den ter dos da di del della bou abou "
    "abd".split()
)
NOBLE: Final = frozenset("de du d' la le".split())
NOT_NAMES: Final = frozenset(
    "le la les l' un une des de du d' au aux ce cet cette ces c' son sa ses leur leurs notre nos "
    "mon ma mes votre vos il elle ils elles on je j' nous vous tu qui que qu' dont ou et mais or "
    "ni car donc a en dans sur sous par pour avec sans selon entre vers chez contre depuis pendant "
    "apres avant si comme quand lors alors ainsi aussi enfin puis tout toute tous toutes plus "
    "moins bien non oui ne n' s' se y l'un l'autre cela ceci celui celle ceux celles lui eux "
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin "
    "juillet aout septembre octobre novembre decembre monsieur madame mm. lire voir photo photos "
    "video source sources interview analyse reportage direct exclusif communique article "
    "afrique europe asie amerique occident sahel maghreb moyen orient proche mediterranee "
    "est ouest nord sud islam coran bible noel paques ramadan internet constitution republique "
    "dieu allah covid ebola mission premier premiere toutefois cependant pourtant hier demain "
    "aujourd'hui face outre malgre grace suite cote parmi chaque plusieurs certains deux trois "
    "quatre cinq six sept huit neuf dix".split()
)  # fmt: skip
NOT_ACRONYMS: Final = frozenset(
    "TV PIB SIDA VIH COVID ADN TVA PDF GMT UTC BP SMS CAN HD DR PH TEL FCFA CFA EUR USD KM KG MW "
    "MST IST MGF VBG "
    "AFR II III IV VI VII VIII IX XI XII XIII XIV XV XVI XX XXI ONG PME URL WWW OK RAS SA SARL "
    "COP VTC OGM PV CV QG PC DVD CD FM AM PM ID IP BTP BAC TPE RN GPS".split()
)  # fmt: skip
# Adjectives before an office that nobody holds yet.
TO_COME: Final = frozenset("futur future futurs futures prochain prochaine".split())
# Folded adjectives of parties, either gender, under one word.
PARTISAN: Final = {
    form: forms.split()[0]
    for forms in (
        "socialiste", "ecologiste vert verte", "communiste", "republicain republicaine",
        "frontiste", "centriste", "democrate", "conservateur conservatrice", "travailliste",
        "liberal liberale", "insoumis insoumise", "nationaliste", "independantiste",
        "peroniste", "chaviste", "kirchneriste", "independant independante",
    )
    for form in forms.split()
}  # fmt: skip
# Verbs whose complement says what their subject is.
BECOMING: Final = frozenset({"devenir", "redevenir", "demeurer"})
# Plurals of people that a noun of what they do may follow: « femmes journalistes ».
PEOPLE: Final = frozenset("femmes hommes enfants jeunes filles garcons meres peres".split())
# Titles that are part of the name when a capitalised word follows.
NAME_TITLES: Final = frozenset(
    "nana sidi moulay mama naba osei seydou thierno tierno serigne cheikh cheick cheikhna sheikh "
    "lalla lella el elhadj alhaji hadja oba ardo bour".split()
)
# Pilgrims' titles before a name: never a part of it, and those that are given names too.
HONORIFICS: Final = frozenset(
    "el hadj,al hadj,el adj,el hadja,elhadj,eladj,alhadj,alhaj,al haj,alhaji,alhadji,hadj,"
    "adja,hadja,hajja,hajj".split(",")
)
GIVEN_HONORIFICS: Final = frozenset("el hadji,elhadji,hadji".split(","))
