"""What looks like a date and is none: years in names, habits, « aujourd'hui » for nowadays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.dates.tense import side
from quifaitquoi.lexicon.dates import fold
from quifaitquoi.records.dates import Direction, Grain
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import DE, QUE

if TYPE_CHECKING:
    from quifaitquoi.dates.lexemes import Lexemes
    from quifaitquoi.dates.reading import Reading
    from quifaitquoi.dates.tense import Evidence
    from quifaitquoi.lexicon.dates import DateWords
    from quifaitquoi.syntax.tokens import Token

_TEMPORAL: Final = frozenset(
    "en de d depuis des du au a jusqu entre avant apres pour mi fin debut courant ce vers et ou"
    " cette pendant durant".split()
)
_QUANTIFIERS: Final = frozenset(
    "quelque quelques environ pres plus moins les ces des ses leurs nos aux mille".split()
)
_AMOUNTS: Final = frozenset("plus moins pres autour total centaine millier score".split())
# What may stand before a word that opens its sentence, and subjects that are nobody in particular.
_FRONT: Final = frozenset(["", *'.!?;:«“"(—–-', "mais", "et", "or", "car", "puis", "si"])
_ANYBODY: Final = frozenset({"on", "nous", "chacun"})
# After « de », « à », « et » a number may as well count; a noun after it says so.
_HABITS: Final = frozenset({"chaque", "chaques"})
# Words from « aujourd'hui » to its hour.
_MAX_HOUR: Final = 5
_HOURS: Final = frozenset({"h", "heure", "heures"})
_AHEAD_NOUNS: Final = frozenset(
    "journee reunion seance match scrutin vote marche rencontre seances session".split()
)


def is_date(lexemes: Lexemes, begin: int, reading: Reading, evidence: Evidence) -> bool:
    """Whether the words around a reading let it be a date. Half-read names are refused whole."""
    rule = reading.rule
    if _in_name(lexemes, begin, reading):
        return False
    if rule.startswith("date.year"):
        return _year(lexemes, begin, reading.end, evidence)
    if rule == "date.month":
        return _month(lexemes, begin)
    if rule == "date.season.year" and lexemes[begin - 2] == "d" and lexemes[begin - 1] == "'":
        return False  # « les Jeux d'été de 2016 »
    if rule == "date.season":
        return _season(lexemes, begin)
    if rule == "date.islamic_month":
        return bool(reading.first.year) or _of_one_year(lexemes, begin, reading.end, evidence)
    if rule.startswith("date.anaphor") and lexemes[begin] in ("veille", "lendemain"):
        return _veille(lexemes, begin, evidence)
    if reading.first.weekday and not reading.first.day:
        return _weekday(lexemes, begin, reading, evidence)
    if rule == "date.relative.aujourdhui":
        return _today(lexemes, begin, reading.end, evidence)
    if rule in ("date.relative.hier", "date.relative.demain"):
        return _yesterday(lexemes, begin, reading.end)
    return True


def _in_name(lexemes: Lexemes, begin: int, reading: Reading) -> bool:
    """« place du 13 mai », « 13-Mai », « mouvement du 23 mars »."""
    first = reading.first
    if first.grain is not Grain.DAY or first.month is None or first.year is not None:
        return False
    prefix = lexemes[begin - 1]
    return prefix in ("du", "des") and lexemes[begin - 2] in lexemes.words["named_by_day"]


def _year(lexemes: Lexemes, begin: int, end: int, evidence: Evidence) -> bool:
    if lexemes[begin] in ("annee", "an"):
        return True
    if (
        _tied(lexemes, begin, end)
        or lexemes[end] in lexemes.words["counted"]
        or lexemes[end] in ("%", "€", "$", "°")
    ):
        return False
    before = lexemes[begin - 1]
    if lexemes.source(begin - 1).lower() == "dès":
        return True
    if lexemes.skip(end, "pour cent", "pour mille") > end:
        return False
    if before in lexemes.words["numbered"] or before in (*_QUANTIFIERS, "°", "º", "#", "$", "€"):
        return False
    if before in ("de", "d") and lexemes[begin - 2] in (*lexemes.words["named_by_year"], *_AMOUNTS):
        return False
    if before in ("de", "a", "et", "ou", "pour", "") and _number_counts_next(
        lexemes, end, evidence
    ):
        return False
    if not before.isalpha() or before in _TEMPORAL or before in lexemes.words["year_noun"]:
        return True
    # A year right after a name belongs to it, after a common noun it dates it.
    return not lexemes.capital(begin - 1) or before in lexemes.words["month"]


def _tied(lexemes: Lexemes, begin: int, end: int) -> bool:
    """Whether the number is glued to a letter or, by a sign, to another number or name."""
    before, after = lexemes[begin - 1], lexemes[end]
    if lexemes.glued(begin) and (before.isalnum() or before == "_"):
        return True
    if lexemes.glued(end) and (after.isalnum() or after == "_"):
        return True
    signs = ("-", "–", "/", ".", ",", "+", "@", ":")
    left = before in signs and lexemes.glued(begin) and lexemes.glued(begin - 1)
    right = after in signs and lexemes.glued(end) and lexemes.glued(end + 1)
    return (left and lexemes[begin - 2].isalnum()) or (right and lexemes[end + 1].isalnum())


def _number_counts_next(lexemes: Lexemes, end: int, evidence: Evidence) -> bool:
    """Whether a noun that the number counts follows it; not where nothing is tagged."""
    if lexemes.capital(end) or not lexemes[end].isalpha() or not evidence.doc.tagged:
        return False
    return evidence.token(lexemes.starts[end]).pos_ in ("NOUN", "ADJ")


def _month(lexemes: Lexemes, begin: int) -> bool:
    """A month alone: no number before it, and no capital that makes it a name."""
    before = lexemes[begin - 1]
    if lexemes[begin] == "mois":
        return before not in ("un", "chaque")
    if before.isdecimal():
        return False
    if not lexemes.capital(begin) or begin == 0 or before in _TEMPORAL:
        return True
    source = lexemes.source(begin)
    return source.isupper() and before not in ("", ".")


def _season(lexemes: Lexemes, begin: int) -> bool:
    """A season alone: after its article or « en », « au », not in « Jeux d'hiver »."""
    before, earlier = lexemes[begin - 1], lexemes[begin - 2]
    if before == "'":
        return earlier == "l" and lexemes[begin - 3] not in ("de", "a", "et", "comme")
    if lexemes.capital(begin):
        return False
    return before in ("en", "au", "cet", "ce", "des", "le") and (
        before != "le"
        or earlier in ("depuis", "avant", "apres", "pour", "pendant", "durant", "des")
    )


def _veille(lexemes: Lexemes, begin: int, evidence: Evidence) -> bool:
    """« la veille » the day, not the watch that one keeps; « du jour au lendemain » is no day."""
    if lexemes[begin] == "lendemain":
        return (lexemes[begin - 2], lexemes[begin - 1]) != ("jour", "au")
    if not evidence.doc.parsed:
        return True
    token = evidence.token(lexemes.starts[begin])
    # « la veille citoyenne », « assurer la veille »
    adjective = (
        lexemes[begin + 1].isalpha() and evidence.token(lexemes.starts[begin + 1]).pos_ == "ADJ"
    )
    return token.dep_ != "obj" and not adjective


def _of_one_year(lexemes: Lexemes, begin: int, end: int, evidence: Evidence) -> bool:
    """A month in which something was done, not « pendant le ramadan, il est interdit de »."""
    aimed = "pour" in (lexemes[begin - 1], lexemes[begin - 2])
    if aimed or (lexemes[begin - 1] in ("au", "a") and lexemes[begin] != "mois"):
        return False  # « les vertus liées au ramadan »
    if side(evidence, lexemes, begin, end) is not Direction.PAST:
        return False
    sentence = evidence.sentence(evidence.token(lexemes.starts[begin]))
    return not any(word.lower_ in ("est", "sont") and _is_rule(word) for word in sentence.tokens)


def _is_rule(auxiliary: Token) -> bool:
    """« sont interdits », « il est proscrit de »: what holds every year."""
    words = [word.lower_ for word in auxiliary.doc[max(auxiliary.i - 1, 0) : auxiliary.i + 3]]
    impersonal = words[0] == "il" and words[-1] in (*DE, *QUE)
    return auxiliary.dep_ == "aux:pass" or impersonal


def _weekday(lexemes: Lexemes, begin: int, reading: Reading, evidence: Evidence) -> bool:
    """A day of the week that is not a habit (« chaque lundi », « les jeudis ») or a feast."""
    if lexemes[reading.end] in ("saint", "gras", "noir"):
        return False
    before = lexemes[begin - 1]
    named = lexemes[begin - 2] in lexemes.words["named_by_weekday"]
    if named and before in ("de", "du") and reading.first.direction is Direction.NONE:
        return False
    listed = before == "et" and lexemes[begin - 2] in lexemes.words["weekday"]
    if listed and lexemes[begin - 3] == "les" and reading.last is None:
        return False  # « les jeudi et samedi »
    if before == "les" and reading.last and reading.first.direction is not Direction.NONE:
        return True  # « les mardi et mercredi prochains »
    if before in _HABITS or before in ("les", "tout", "un", "une"):
        return False
    if before != "le" or reading.rule != "date.weekday":
        return True
    if not evidence.doc.parsed:
        return True
    return side(evidence, lexemes, begin, reading.end) is not Direction.NONE


def _today(lexemes: Lexemes, begin: int, end: int, evidence: Evidence) -> bool:
    """« aujourd'hui » the day, not « nowadays »: the tense, the verb and the place tell."""
    before, after = lexemes[begin - 1], lexemes[end]
    if end > begin + 1:
        return True
    if before in ("encore", "a", "meme") or after == "encore":
        return False
    if before in ("'", "d"):
        return lexemes[begin - 3] in _AHEAD_NOUNS
    if not evidence.doc.parsed or _is_timed(lexemes, end):
        return True
    if lexemes[end].isalpha():
        token = evidence.token(lexemes.starts[end])
        aside = "VerbForm=Part" in token.morph and not verb_group(token).auxiliaries
        if token.pos_ in ("NOUN", "ADJ") or aside:
            return False
    today = evidence.token(lexemes.starts[begin])
    head = today.head
    if head == today:
        return True
    if head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
        return False
    direction = side(evidence, lexemes, begin, end)
    if before in _FRONT:
        return direction is Direction.FUTURE
    return direction is not Direction.NONE or _acts_today(head, lexemes.words)


def _is_timed(lexemes: Lexemes, end: int) -> bool:
    """« Aujourd'hui avant l'aube, », « Aujourd'hui vers 15 h, »: one day with its hour."""
    if lexemes[end] not in ("avant", "vers", "a", "apres", "peu", "en"):
        return False
    return any(
        lexemes[at] in lexemes.words["daypart"]
        or (lexemes[at].isdecimal() and lexemes[at + 1] in _HOURS)
        for at in range(end + 1, end + _MAX_HOUR)
    )


def _acts_today(verb: Token, words: DateWords) -> bool:
    """Whether a verb in the present tells an act of one day rather than how things are."""
    if verb.lemma_ in words["state"]:
        return False
    if "VerbForm=Inf" in verb.morph:
        return verb.head.pos_ in ("VERB", "AUX") and not any(
            child.dep_ == "mark" or child.pos_ == "ADP" for child in verb.lefts
        )
    if verb_group(verb).helping:
        return fold(verb.text) in words["scheduled"] or "VerbForm=Part" not in verb.morph
    return not any(child.lower_ in _ANYBODY for child in verb.lefts)


def _yesterday(lexemes: Lexemes, begin: int, end: int) -> bool:
    """« hier », « demain » of one day, not « d'hier et d'aujourd'hui », « le monde de demain »."""
    if end > begin + 1:
        return True
    if lexemes.skip(begin - 5, "comme si c ' etait") == begin:
        return False
    if lexemes[begin] == "demain":
        return lexemes[begin - 1] != "de" or lexemes[begin - 2] in _AHEAD_NOUNS
    coordinated = lexemes.skip(end, "et d '", "comme d '", "ou d '", "et de", "et", "ou", "comme")
    return lexemes[coordinated] not in ("aujourd'hui", "demain") or coordinated == end
