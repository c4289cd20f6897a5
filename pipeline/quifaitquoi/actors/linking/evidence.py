"""What speaks for or against taking one actor for another mention: the table of weights."""

from __future__ import annotations

from enum import Enum


class Evidence(Enum):
    """A piece of evidence: how `explain` calls it, and what it counts.

    The unit is arbitrary: a sentence between the two mentions costs three. Set by hand; of all
    only `TOPIC`, and the floor and the margin of a choice, were tried at several values on labelled
    articles, those of the train split and press apart from them.
    """

    def __init__(self, told: str, weight: float) -> None:
        self.told = told
        self.weight = weight

    # Whom the title names, or the article most often.
    TOPIC = "whom the article is about", 2.0
    # How near. Between mentions of one sentence hardly anything, but something: the later wins.
    SENTENCE = "a sentence between", -3.0
    PARAGRAPH = "another paragraph", -1.5
    BETWEEN = "somebody else between", -0.05
    # « ce dernier »: nothing else counts.
    EARLIER = "somebody else named later", -1.0
    # « elle »: those whose gender nothing tells are more men than women.
    FEMININE = "known to be feminine", 4.0
    # What it does in its sentence: who has been the topic stays the topic.
    SUBJECT = "a subject", 1.0
    MAIN = "subject of the sentence", 1.5
    PARALLEL = "both subjects", 1.0
    # « Le Kenya a reçu X. Il … »: people rather than states, states rather where they act.
    PERSON = "a person", 1.0
    STATE = "a state by name", -0.5
    PLACED = "a state that does not act", -1.5
    STATES = "several states", -4.0
    # Who is named inside a quotation, for a pronoun outside it; the more so for one that says
    # whose words these are, since one hardly names oneself: « X ment », dit-il.
    QUOTED = "named in a quotation", -3.0
    SPOKEN_OF = "named by the speaker", -9.0
    # « Selon X », « X a déclaré », for who says « je ».
    SPEAKS = "says something", 3.0
    # « X a présenté son plan »: a possessive belongs to the subject of its sentence.
    OWN = "subject of this sentence", 3.0
    NOT_OWN = "other than the subject of this sentence", -3.0
    # « exhorte X à quitter son poste »: the grammar leaves no choice.
    DOER = "does what the infinitive says", 20.0
    # Several taken together.
    JOINT = "joint subject", 2.0
    LISTED = "in one list", 1.0
    BESIDE = "persons of one sentence", -0.5
    # Of the persons whom a description fits (« le ministre »): who was called all that it says, is
    # in office or out of it as it says, has its country, or without one that at hand, and then
    # who was named last.
    QUALIFIED = "called so with all that qualifies it", 8.0
    IN_OFFICE = "in office, or out of it, as it says", 4.0
    COUNTRY = "of the country that it says", 2.0
    AT_HAND = "of the country at hand", 2.0
    SINCE = "one of them named since", -0.2
    # Of so many persons (« les deux ministres »): a joint subject, else those who are called so,
    # else all of the sentence before, else those who come next (« deux ministres arrêtés »).
    CALLED = "called by this noun, or any of them", 1.5
    TOGETHER = "all whom the sentence before names", 1.0
    NEXT = "named next", 0.5
    # Of the bodies that a bare noun may be (« l'organisation »): the one of which more is told.
    TOLD_OF = "a mention nearby", 1.0
