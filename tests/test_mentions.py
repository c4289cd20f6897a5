"""Look-up of mentions by token."""

from quifaitquoi.records.actors import ActorMention, MentionForm, Traits
from quifaitquoi.records.mention_index import MentionIndex


def mention(
    start: int,
    end: int,
    head: int,
    form: MentionForm = MentionForm.NAME,
    keys: tuple[str, ...] = ("X",),
    phrase: tuple[int, int] = (-1, -1),
) -> ActorMention:
    return ActorMention(
        start, end, "", head, 0, form, "", keys, Traits(start=phrase[0], end=phrase[1])
    )


def test_head_then_words_then_phrase() -> None:
    person = mention(14, 30, 3, phrase=(0, 30))
    demonym = mention(6, 13, 6, MentionForm.DEMONYM, ("TGO",))
    index = MentionIndex([person, demonym])
    assert index.at(0, 3) is person
    assert index.at(0, 6) is demonym
    assert index.at(0, 20) is person
    assert index.at(0, 1) is person
    assert index.at(0, 31) is None
    assert index.at(1, 3) is None


def test_resolved_name_wins_over_description_with_the_same_head() -> None:
    name = mention(5, 9, 0)
    description = mention(0, 4, 0, MentionForm.DESCRIPTION, ())
    assert MentionIndex([description, name]).at(0, 0) is name
    assert MentionIndex([description, name]).of(0) == (description, name)
