"""Small closed classes of verbs."""

from __future__ import annotations

from typing import Final

# Verbs whose auxiliary être makes no passive.
INTRANSITIVE: Final = frozenset(
    """accourir advenir aller arriver décéder demeurer descendre devenir échoir entrer intervenir
    monter mourir naître partir parvenir passer redevenir rentrer repartir rester retomber retourner
    revenir sortir survenir tomber venir""".split()
)
# Verbs of will: with an infinitive their subject is somebody (« n'a pas manqué de saluer »).
WILL: Final = frozenset(
    "vouloir tenter essayer refuser accepter décider promettre souhaiter espérer oser manquer "
    "hésiter renoncer".split()
)
# Whose object may be the subject's own country: they are there, go, or act for it. Not envahir,
# attaquer, occuper, which are done to others.
IN_OR_FOR: Final = frozenset(
    "quitter visiter traverser gagner regagner rejoindre fuir parcourir sillonner habiter "
    "représenter diriger gouverner présider servir défendre aimer réunir rassembler".split()
)
