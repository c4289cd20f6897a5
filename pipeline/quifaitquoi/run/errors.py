"""What can stop a whole run; the message says what to do about it."""

from __future__ import annotations


class RunError(RuntimeError):
    """A run that cannot be done."""


class BusyError(RunError):
    """Another run writes to the same folder."""


class JournalError(RunError):
    """A journal that cannot be read or does not hold what is asked of it."""


class NothingToReadError(RunError):
    """An input without a single article."""


class ModelError(RunError):
    """A spaCy model that is not there or lacks what the pipeline needs."""


class ChangedError(RunError):
    """Code, rules or a model that are not those which the run began with."""


class WorkerError(RunError):
    """A process or machine that the work was given to, and that is gone or out of reach."""


class SlowError(RunError):
    """An article that takes longer than the settings allow; a run rejects it and goes on."""
