"""When: the date that a trigger governs, its sentence's, or one carried over from nearby."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.events.agreement import may_be_in
from quifaitquoi.events.draft import Draft, keys, role
from quifaitquoi.records.actions import Factuality, Tense, Trait
from quifaitquoi.records.events import SceneKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.records.actions import EventMention
    from quifaitquoi.records.dates import DateMention
    from quifaitquoi.records.events import Scene

# Sentences after which a dated meeting that nothing goes on with is over. On gold and 65 further
# labelled articles 23 of 31 past acts of those who had met had the meeting's date; of those who had
# done something else together none of 4.
STORY_GAP: Final = 2
# Tenses in which a story is told: nouns and infinitives have none.
TELLING: Final = frozenset({Tense.PAST, Tense.NONE})
BEHIND: Final = frozenset({Tense.PAST, Tense.PLUPERFECT})
# Occasions at which people speak.
SAID_AT: Final = frozenset({SceneKind.GATHERING, SceneKind.DAY})
# What is done at an occasion, and the tenses in which a report tells of it.
AT_OCCASIONS: Final = {
    SceneKind.GATHERING: (Trait.OCCASION, Trait.MARCH),
    SceneKind.VIOLENCE: (Trait.VIOLENT,),
    SceneKind.DAY: (Trait.OCCASION, Trait.MARCH),
}
ATTENDING: Final = {
    SceneKind.GATHERING: TELLING | {Tense.PRESENT},
    SceneKind.VIOLENCE: TELLING,
    SceneKind.DAY: TELLING | {Tense.PRESENT},
}


def dated(
    drafts: Sequence[Draft],
    dates: Sequence[DateMention],
    published: str,
    scene: Scene | None = None,
) -> list[Draft]:
    """Drafts with their dates; within a group the first stated date goes to all.

    What is told in the past and what is said have no date after publication: such a date belongs
    to what was said.
    """
    stated = []
    for draft in drafts:
        date = draft.action.when
        if date is not None and not (date.begins_after(published) and _is_behind(draft.action)):
            draft = replace(draft, date=date, date_basis=date.basis)
        stated.append(draft)
    with_dates = frozenset(date.sentence for date in dates)
    found = _carried(_shared(stated), with_dates)
    if scene is None:
        return found
    own = scene.kind is not SceneKind.DAY
    return _at_scene(found, scene, with_dates - {scene.date.sentence} if own else with_dates)


def _is_behind(action: EventMention) -> bool:
    """Whether an act was done by the time of publication, or speech that goes on then."""
    if action.tense in BEHIND:
        return True
    speaks = action.type.has(Trait.SPEECH) and not action.type.has(Trait.SHARED)
    said = speaks and action.factuality is Factuality.ASSERTED
    return said and action.tense is not Tense.FUTURE


def _at_scene(drafts: Sequence[Draft], scene: Scene, elsewhere: frozenset[int]) -> list[Draft]:
    """What is said, given or agreed at the gathering that the article reports has its date.

    Of an attack it is the blows that have. All mentions of an act have it or none; sentences with
    dates of their own tell of something else, and what was in another country was not there.
    """
    country = scene.place.country if scene.place is not None else ""
    there = {
        draft.group
        for draft in drafts
        if draft.date is None
        and draft.action.type.has(*AT_OCCASIONS[scene.kind])
        and _is_told(draft.action, scene)
        and may_be_in(draft.action, country)
        and (draft.action.sentence not in elsewhere or _may_tell_of_other_days(draft.action, scene))
    }
    return [
        replace(draft, date=scene.date, date_basis="scene")
        if draft.date is None and draft.group in there
        else draft
        for draft in drafts
    ]


def _is_told(action: EventMention, scene: Scene) -> bool:
    """Whether an act is told as done there; speech also in the future: « dira-t-il »."""
    if action.heading or action.tense in ATTENDING[scene.kind]:
        return action.factuality is Factuality.ASSERTED
    speech = action.tense is Tense.FUTURE and action.type.has(Trait.STATES)
    return speech and action.factuality in (Factuality.ASSERTED, Factuality.PLANNED)


def _may_tell_of_other_days(action: EventMention, scene: Scene) -> bool:
    """What is said at a gathering may hold dates, which do not become those of the saying."""
    reported = scene.kind is SceneKind.DAY and action.sentence == scene.date.sentence
    return scene.kind in SAID_AT and action.type.has(Trait.STATES) and not reported


def _shared(drafts: Sequence[Draft]) -> list[Draft]:
    """The mentions of a group carry its date."""
    dates: dict[int, DateMention] = {}
    for draft in drafts:
        if draft.date is not None:
            dates.setdefault(draft.group, draft.date)
    found = []
    for draft in drafts:
        date = dates.get(draft.group)
        if date is not None and date is not draft.date and _reaches(date, draft):
            draft = replace(draft, date=date, date_basis="carried")
        found.append(draft)
    return found


def _reaches(date: DateMention, draft: Draft) -> bool:
    """A date is that of what is told from there on; a day also that of a title above."""
    told = date.sentence <= draft.action.sentence
    return told or (draft.action.heading and date.is_close)


@dataclass(slots=True)
class _Meeting:
    """A dated meeting: who took part so far, its first sentence, the last that went on with it."""

    date: DateMention
    present: set[str]
    first: int
    last: int

    def goes_on(self, action: EventMention, with_dates: frozenset[int]) -> bool:
        """Whether an act in a later sentence is done there, or is one more meeting of that day.

        Those who met go on with it; what they say does so however much else is told in between.
        """
        if action.sentence <= self.first:
            return False
        near = action.sentence - self.last <= STORY_GAP and action.sentence not in with_dates
        met = bool(self.present & role(action.sources))
        if action.type.has(Trait.MEETING):
            return near or met
        return met and (near or action.type.has(Trait.SPEECH))


@dataclass(slots=True)
class _Story:
    """The last dated act, and the last dated words of each speaker."""

    act: Draft | None = None
    words: dict[str, Draft] = field(default_factory=dict)

    def add(self, draft: Draft) -> None:
        """Go on with a dated act."""
        if draft.date is None or not draft.date.is_close:
            return
        self.act = draft
        if draft.action.type.has(Trait.SPEECH):
            self.words.update(dict.fromkeys(role(draft.action.sources), draft))

    def date(self, action: EventMention, with_dates: frozenset[int]) -> DateMention | None:
        """The date with which an act goes on.

        Who has spoken says more, and what had been done follows what had been done. On gold and
        140 further labelled articles 14 of 15 such acts had that date.
        """
        if action.type.has(Trait.STATES):
            said = (self.words.get(key) for key in role(action.sources))
            return next((one.date for one in said if one and _says_more(action, one.action)), None)
        last = self.act
        if last is None or action.sentence in with_dates or not _is_next(action, last.action):
            return None
        return last.date if action.tense is last.action.tense is Tense.PLUPERFECT else None


def _says_more(action: EventMention, before: EventMention) -> bool:
    """« a annoncé mardi », then in the next sentence « il a ajouté », later yet « il rappelle »."""
    later = action.sentence > before.sentence
    return later and (action.tense is Tense.PRESENT or _is_next(action, before))


def _is_next(action: EventMention, before: EventMention) -> bool:
    return action.sentence == before.sentence + 1


def _carried(drafts: Sequence[Draft], with_dates: frozenset[int]) -> list[Draft]:
    """A past act that states no date takes that of the act or meeting that it goes on with.

    A title takes the date of the act below it that it announces.
    """
    meeting: _Meeting | None = None
    story = _Story()
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
            elif meeting is not None and action.tense in TELLING:
                date = meeting.date if meeting.goes_on(action, with_dates) else None
            if date is None and not action.heading:
                date = story.date(action, with_dates)
            if date is not None:
                draft = replace(draft, date=date, date_basis="carried")
        story.add(draft)
        if action.tense in TELLING:
            meeting = _continued(meeting, draft)
        found.append(draft)
    return found


def _announced(draft: Draft, later: Sequence[Draft]) -> DateMention | None:
    """The date of the first dated act below a title, when they are alike and share a party."""
    below = next((other for other in later if other.date is not None), None)
    if below is None or below.action.type != draft.action.type:
        return None
    return below.date if keys(draft.action) & keys(below.action) else None


def _continued(meeting: _Meeting | None, draft: Draft) -> _Meeting | None:
    """The meeting with one more act that has its date, or a new one."""
    action, date = draft.action, draft.date
    if date is None or not date.is_close:
        return meeting
    if meeting is not None and meeting.date is date:
        meeting.present |= keys(action)
        meeting.last = action.sentence
    elif action.type.has(Trait.MEETING):
        return _Meeting(date, set(keys(action)), action.sentence, action.sentence)
    return meeting
