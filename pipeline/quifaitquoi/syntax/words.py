"""Closed classes of French that tell what a word does in its sentence."""

from __future__ import annotations

from typing import Final

NE: Final = frozenset({"ne", "n'"})
NEGATORS: Final = frozenset(
    """pas jamais plus point guère aucun aucune nul nulle ni personne rien aucunement
    nullement""".split()
)
REFLEXIVES: Final = frozenset({"se", "s'"})
# Contracted and elided forms to the preposition that they hold.
PREPOSITION_FORMS: Final = {
    "du": "de", "des": "de", "d'": "de", "d": "de", "au": "à", "aux": "à", "a": "à",
    "jusqu'": "jusque", "jusqu'à": "jusque",
}  # fmt: skip
# Forms of `de`, alone and with an article.
DE: Final = frozenset({"de", "d'", "du", "des"})
LE: Final = frozenset({"le", "la", "l'", "les"})
DEMONSTRATIVES: Final = frozenset({"ce", "cet", "cette", "ces"})
SINGULAR: Final = frozenset("le la un une au du ce cet cette son sa mon ma notre chaque".split())
# Nouns that make a compound preposition with `de`: à l'encontre de, en présence de ...
COMPOUND_NOUNS: Final = frozenset(
    "encontre égard part faveur profit intention propos présence compagnie sein".split()
)
RELATIVE_PREPOSITIONS: Final = {
    "dont": "de", "duquel": "de", "desquels": "de", "desquelles": "de", "auquel": "à",
    "auxquels": "à", "auxquelles": "à", "où": "où",
}  # fmt: skip
QUE: Final = frozenset({"que", "qu'"})
RELATIVE_PRONOUNS: Final = frozenset("qui lequel laquelle lesquels lesquelles".split()) | frozenset(
    RELATIVE_PREPOSITIONS
)
# `que` may be a relative pronoun or a conjunction.
RELATIVES: Final = RELATIVE_PRONOUNS | QUE
CLITIC_FUNCTIONS: Final = {
    "le": "obj", "la": "obj", "l'": "obj", "les": "obj", "lui": "à", "leur": "à", "y": "à",
    "en": "de", "me": "obj", "m'": "obj", "nous": "obj", "vous": "obj",
}  # fmt: skip
OBJECT_CLITICS: Final = frozenset("lui leur y le la les l' me m' te t' se s'".split())
DATIVES: Final = frozenset({"lui", "leur", "y"})
INVERTED: Final = frozenset("-il -elle -ils -elles".split())
# Verbs whose object or dative, not subject, is the subject of the infinitive that follows.
OBJECT_CONTROL: Final = frozenset(
    """accuser aider amener appeler assigner autoriser avertir charger condamner conduire conjurer
    conseiller contraindre convaincre convier convoquer demander dissuader empêcher encourager
    engager enjoindre envoyer exhorter forcer inciter interdire intimer inviter laisser mandater
    menacer obliger offrir ordonner permettre persuader poursuivre presser prier proposer
    recommander reprocher sommer soupçonner suggérer supplier suspecter""".split()
)
CAUSATIVES: Final = frozenset({"faire", "laisser"})
# Complements with these belong to the noun before them.
OF: Final = frozenset({"de", "par", "entre", "selon"})
QUANTITIES: Final = frozenset("plus moins près autour beaucoup tant peu".split())
#: Nouns whose subject undergoes what completes them, with the preposition: « faire l'objet de ».
#: The model takes « ont été victimes » for a verb.
UNDERGOING: Final = {
    "objet": "de", "victime": "de", "victimer": "de", "cible": "de", "droit": "à",
}  # fmt: skip
#: Support verbs that take their noun with `de`: « bénéficier d'une grâce ».
OF_SUPPORT: Final = frozenset({"bénéficier"})
# Complements that say how or when: « s'entretenir au téléphone avec X ».
SETTINGS: Final = ("à", "en", "dans", "par", "lors", "sur")
#: Nouns that only count, begin or frame the acts that follow them: « une série de frappes »,
#: « des heures de négociations », « la cérémonie de signature ».
CHAINS: Final = frozenset(
    """série vague campagne train tentative cycle round salve succession multitude début reprise
    cérémonie séance session séminaire atelier minute heure jour journée soirée nuit semaine mois an
    phase mission opération tenue organisation""".split()
)
# Nouns that say how many they are.
COUNTS: Final = frozenset(
    """demi-douzaine dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine
    soixantaine centaine millier nombre multitude plusieurs""".split()
)
# Verbs whose subject is an act and whose object the one who suffers it.
STRIKING: Final = frozenset("viser frapper toucher cibler endeuiller tuer blesser décimer".split())
# Verbs whose subject is a meeting or march and whose object those who come: « a réuni X et Y ».
GATHERING: Final = frozenset("réunir regrouper rassembler drainer mobiliser".split())
# Nouns of those who died in a blow: « la mort de X dans une embuscade ».
DEATHS: Final = frozenset("mort décès disparition perte".split())
PARTITIVES: Final = frozenset(
    """plupart majorité ensemble totalité demi-douzaine dizaine douzaine quinzaine vingtaine
    trentaine quarantaine cinquantaine soixantaine centaine millier million partie nombre cent mille
    patrouille colonne convoi unité équipe élément détachement contingent groupe poignée
    tiers moitié quart reste foule série multitude essentiel certain plusieurs""".split()
)
DEFINITE: Final = frozenset({"Definite=Def", "PronType=Dem", "Poss=Yes"})
# Words that open and close clauses, and what may stand within a verb group.
SUBORDINATORS: Final = frozenset(
    "lorsque lorsqu' quand puisque puisqu' quoique parce comme si s' sinon".split()
)
# Words after which `que` compares or restricts and opens no clause.
COMPARING: Final = frozenset(
    "ainsi tel telle tels telles plus moins autre autres même mêmes tant aussi autant".split()
)
AUXILIARIES: Final = frozenset({"avoir", "être"})
COORDINATORS: Final = frozenset("et ou mais puis ni or car".split())
DEGREES: Final = frozenset({"plus", "moins", "aussi", "si"})
INFINITIVE_MARKS: Final = frozenset("à de d' pour sans afin avant après par".split())
COMPOUND: Final = frozenset({"avant", "afin", "lieu"})
# What may stand between a comma and the verb whose clause goes on after it.
VERB_CLITICS: Final = OBJECT_CLITICS | frozenset("ne n' nous vous en".split())
HARD: Final = frozenset({":", ";", "–", "—", "...", "…"})
OPENING: Final = {"«": "»", "(": ")", "“": "”", "[": "]"}
# Prepositions of adverbs that stand within a verb group: `d'abord`, `en outre`, `à nouveau`.
ADVERBIAL: Final = frozenset({"d'", "de", "en", "à", "par", "du", "au"})
# Nouns that open the name of somebody without an article.
HONORIFICS: Final = frozenset(
    "monsieur madame mademoiselle m. mm. mme mlle me maître docteur dr professeur pr mgr".split()
)
# Verbs of speech: of the clauses that are inserted into what is said, and of those who speak.
SAYING: Final = frozenset(
    """accuser affirmer ajouter alerter annoncer argumenter assurer avertir avouer clamer commenter
    concéder conclure confier confirmer considérer constater croire déclarer déplorer détailler
    dire écrire estimer expliquer indiquer informer insister juger justifier lancer marteler
    mentionner noter observer plaider poursuivre préciser prévenir promettre protester raconter
    rappeler rapporter réagir reconnaître regretter relater relever répéter répondre rétorquer
    révéler signaler souligner soutenir témoigner""".split()
)
