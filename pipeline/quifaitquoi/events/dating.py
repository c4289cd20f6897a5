"""When: the date that a trigger governs, its sentence's, or one carried over from nearby."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.events.draft import Draft, keys, role
from quifaitquoi.records.actions import EventType, Factuality, Tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.records.actions import EventMention
    from quifaitquoi.records.dates import DateMention
    from quifaitquoi.records.events import Scene

# Sentences after which a dated story that nothing goes on with is over. On gold and 26 further
# labelled articles, 17 of 22 past acts whose source took part in the dated act before them, at most
# two sentences back, had its date; present ones 3 of 28, past ones of others 1 of 12.
STORY_GAP: Final = 2
# A year or a month is no day that a story could go on with.
STORY_PRECISIONS: Final = frozenset({"day", "range"})
VIOLENT: Final = frozenset({EventType.ASSAULT, EventType.FIGHT, EventType.MASS})
# Tenses in which a story is told: nouns and infinitives have none.
TELLING: Final = frozenset({Tense.PAST, Tense.NONE})
BEHIND: Final = frozenset({Tense.PAST, Tense.PLUPERFECT})
# Acts that are done in words, as at a meeting.
SPOKEN: Final = frozenset(
    {
        EventType.STATEMENT,
        EventType.DIPLOMACY,
        EventType.APPEAL,
        EventType.INTEND,
        EventType.CONSULT,
        EventType.DISAPPROVE,
        EventType.DEMAND,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
# Acts of those who come together, and the tenses in which a report tells of them.
AT_OCCASIONS: Final = SPOKEN | {EventType.AID, EventType.COOPERATE}
ATTENDING: Final = TELLING | {Tense.PRESENT}


def is_future(date: DateMention, published: str) -> bool:
    """Whether a date begins after publication, as far as that is known."""
    return bool(published) and date.date_start[: len(published)] > published


def dated(
    drafts: Sequence[Draft],
    dates: Sequence[DateMention],
    published: str,
    scene: Scene | None = None,
) -> list[Draft]:
    """Drafts with their dates; within a group the first stated date goes to all.

    What is told in the past has no date after publication: such a date belongs to what was said.
    """
    stated = []
    for draft in drafts:
        date = draft.action.when
        if date is not None and not (draft.action.tense in BEHIND and is_future(date, published)):
            draft = replace(draft, date=date, date_basis=date.basis)
        stated.append(draft)
    with_dates = frozenset(date.sentence for date in dates)
    found = _carried(_shared(stated), with_dates)
    if scene is None:
        return found
    return _at_scene(found, scene.date, with_dates - {scene.date.sentence})


def _at_scene(drafts: Sequence[Draft], date: DateMention, elsewhere: frozenset[int]) -> list[Draft]:
    """What is said, given or agreed at the occasion that the article reports has its date.

    So have all mentions of it or none. Sentences with dates of their own tell of something else.
    """
    there = {
        draft.group
        for draft in drafts
        if draft.date is None
        and draft.action.type in AT_OCCASIONS
        and draft.action.factuality is Factuality.ASSERTED
        and draft.action.tense in ATTENDING
        and draft.action.sentence not in elsewhere
    }
    return [
        replace(draft, date=date, date_basis="scene")
        if draft.date is None and draft.group in there
        else draft
        for draft in drafts
    ]


def _shared(drafts: Sequence[Draft]) -> list[Draft]:
    """All mentions of a group carry its date."""
    dates: dict[int, DateMention] = {}
    for draft in drafts:
        if draft.date is not None:
            dates.setdefault(draft.group, draft.date)
    found = []
    for draft in drafts:
        date = dates.get(draft.group)
        if date is not None and date is not draft.date:
            draft = replace(draft, date=date, date_basis="carried")
        found.append(draft)
    return found


@dataclass(slots=True)
class _Story:
    """A dated act, the parties so far, its first sentence and the last that went on with it."""

    date: DateMention
    type: EventType
    present: set[str]
    first: int
    last: int

    def joins(self, action: EventMention) -> bool:
        """Whether the source of an act in a later sentence is one of the parties."""
        return action.sentence > self.first and bool(self.present & role(action.sources))

    def goes_on(self, action: EventMention) -> bool:
        """Whether an act is one more meeting or blow of the same story."""
        alike = VIOLENT if self.type in VIOLENT else {EventType.CONSULT} & {self.type}
        return action.sentence > self.first and action.type in alike


def _carried(drafts: Sequence[Draft], with_dates: frozenset[int]) -> list[Draft]:
    """A past act that states no date takes that of the dated past act before it when they belong.

    They do when its source took part, or when both are meetings or both violence. Such a story is
    over after `STORY_GAP` sentences that do not go on with it. What is said, praised or agreed at a
    dated meeting takes the meeting's date however much else is told in between. A title takes the
    date of the act below it that it announces.
    """
    story: _Story | None = None
    meeting: _Story | None = None
    found = []
    for i, draft in enumerate(drafts):
        action = draft.action
        if action.factuality is not Factuality.ASSERTED:
            found.append(draft)
            continue
        if draft.date is None:
            date = None
            if action.heading:
                date = _announced(draft, drafts[i + 1 :])
            elif action.tense not in TELLING:
                pass
            elif (
                story is not None
                and action.sentence not in with_dates
                and action.sentence - story.last <= STORY_GAP
                and (story.joins(action) or story.goes_on(action))
            ):
                date = story.date
            elif meeting is not None and action.type in SPOKEN and meeting.joins(action):
                date = meeting.date
            if date is not None:
                draft = replace(draft, date=date, date_basis="carried")
        if (
            draft.date is not None
            and draft.date.precision in STORY_PRECISIONS
            and action.tense in TELLING
        ):
            story = _continued(story, draft, draft.date)
            if action.type is EventType.CONSULT:
                meeting = _continued(meeting, draft, draft.date)
            elif meeting is not None and draft.date is meeting.date:
                meeting.present |= keys(action)
        found.append(draft)
    return found


def _announced(draft: Draft, later: Sequence[Draft]) -> DateMention | None:
    """The date of the first dated act below a title, when they are alike and share a party."""
    below = next((other for other in later if other.date is not None), None)
    if below is None or below.action.type is not draft.action.type:
        return None
    return below.date if keys(draft.action) & keys(below.action) else None


def _continued(story: _Story | None, draft: Draft, date: DateMention) -> _Story:
    """The story with one more act, or a new one."""
    action = draft.action
    if story is None or story.date is not date:
        sentence = action.sentence
        return _Story(date, action.type, set(keys(action)), sentence, sentence)
    story.present |= keys(action)
    story.last = action.sentence
    return story
