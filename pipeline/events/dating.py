"""When: the date that a trigger governs, its sentence's, or one carried over from nearby."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pipeline.events.draft import Draft, keys
from pipeline.records import EventType, Factuality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.records import ActionMention, DateMention

# Sentences after which a dated story that nothing goes on with is over. On gold and 20 further
# labelled articles, 68 of 117 acts that share a party with the dated act before them had its date
# within two sentences, and one of six after that.
STORY_GAP: Final = 2
# A year or a month is no day that a story could go on with.
STORY_PRECISIONS: Final = frozenset({"day", "range"})
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


def is_future(date: DateMention, published: str) -> bool:
    """Whether a date begins after publication, as far as that is known."""
    return bool(published) and date.date_start[: len(published)] > published


def dated(drafts: Sequence[Draft], dates: Sequence[DateMention], published: str) -> list[Draft]:
    """Drafts with their dates; within a group the first stated date goes to all.

    What is told in the past has no date after publication: such a date belongs to what was said.
    """
    stated = []
    for draft in drafts:
        date = draft.action.when
        if date is not None and not (draft.action.past and is_future(date, published)):
            draft = replace(draft, date=date, date_basis=date.basis)
        stated.append(draft)
    return _carried(_shared(stated), frozenset(date.sentence for date in dates))


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
    """A dated act, the parties in it so far, and the last sentence that went on with it."""

    date: DateMention
    present: set[str]
    last: int

    def joins(self, action: ActionMention) -> bool:
        """Whether an act shares a party."""
        return bool(self.present & keys(action))


def _carried(drafts: Sequence[Draft], with_dates: frozenset[int]) -> list[Draft]:
    """An act that states no date takes that of the dated act before it when they share a party.

    Such a story is over after `STORY_GAP` sentences that do not go on with it. What is said,
    praised or agreed at a dated meeting takes the meeting's date however much else is told in
    between.
    """
    story: _Story | None = None
    meeting: _Story | None = None
    found = []
    for draft in drafts:
        action = draft.action
        if action.factuality is not Factuality.ASSERTED:
            found.append(draft)
            continue
        if draft.date is None:
            if (
                story is not None
                and action.sentence not in with_dates
                and action.sentence - story.last <= STORY_GAP
                and (story.joins(action) or action.type is EventType.CONSULT)
            ):
                draft = replace(draft, date=story.date, date_basis="carried")
            elif meeting is not None and action.type in SPOKEN and meeting.joins(action):
                draft = replace(draft, date=meeting.date, date_basis="carried")
        if draft.date is not None and draft.date.precision in STORY_PRECISIONS:
            story = _goes_on(story, draft, draft.date)
            if action.type is EventType.CONSULT:
                meeting = _goes_on(meeting, draft, draft.date)
            elif meeting is not None and draft.date is meeting.date:
                meeting.present |= keys(action)
        found.append(draft)
    return found


def _goes_on(story: _Story | None, draft: Draft, date: DateMention) -> _Story:
    """The story with one more act, or a new one."""
    if story is None or story.date is not date:
        return _Story(date, set(keys(draft.action)), draft.action.sentence)
    story.present |= keys(draft.action)
    story.last = draft.action.sentence
    return story
