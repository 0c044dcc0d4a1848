"""The exceptions of the project: every one carries a plain sentence that names the thing, the place and the mend.

RoleplayError
    PersonaError       a persona file is wrong
    SettingsError      the settings file is wrong
    StoreError         the database cannot be read or written
        CallGone       there is no such call, or it was deleted
    BackupError        a backup cannot be written or read
    UsageError         a command was called wrongly (exit status 2)
    VoiceError         the model did not voice a reply; the call goes on
        KeyMissing, KeyRefused, ModelUnknown, NotReached, TimedOut, RateLimited, CutOff, EmptyAnswer, RequestRefused
"""

from __future__ import annotations

from errno import ENOSPC


def mend(cause: object, otherwise: str) -> str:
    """What to do about a failure of files or the database: make room where the disk is full, else `otherwise`."""
    if getattr(cause, "errno", None) == ENOSPC:
        return "The disk is full. Make room on it, and try again."
    if any(words in str(cause) for words in ("disk I/O error", "disk is full")):
        return "The disk may be full. Make room on it, and try again."
    return otherwise


ELSEWHERE = "Make that folder writable, or name another in ROLEPLAY_HOME."
"""What to do where a folder of the rep's cannot be written to."""

RESTORE = "`roleplay restore FILE` puts a backup in its place."
"""What to do where the database itself is damaged."""


def unwritable(folder: object, error: OSError) -> str:
    """What to say of a folder of the rep's that cannot be written to."""
    return f"{folder}: nothing can be kept there ({error.strerror}). {mend(error, ELSEWHERE)}"


class RoleplayError(Exception):
    """Base of all: `str()` is one line fit to show a user."""


class PersonaError(RoleplayError):
    """A persona file is missing or wrong."""


class SettingsError(RoleplayError):
    """The settings file is wrong."""


class StoreError(RoleplayError):
    """The database cannot be read or written."""


class CallGone(StoreError):
    """There is no such call, or it was deleted."""


class BackupError(RoleplayError):
    """A backup cannot be written or read."""


class UsageError(RoleplayError):
    """A command was called wrongly."""


class VoiceError(RoleplayError):
    """The model did not voice a reply. No turn is lost; the same words may be sent again."""


class KeyMissing(VoiceError):
    """No API key where the endpoint wants one."""


class KeyRefused(VoiceError):
    """The endpoint refused the key."""


class ModelUnknown(VoiceError):
    """The endpoint does not know the model."""


class NotReached(VoiceError):
    """Nothing answered at the address."""


class TimedOut(VoiceError):
    """The endpoint took too long."""


class RateLimited(VoiceError):
    """The endpoint asks to slow down, or the quota is used up."""


class CutOff(VoiceError):
    """The stream ended before the reply did."""


class EmptyAnswer(VoiceError):
    """The model answered with nothing."""


class RequestRefused(VoiceError):
    """The endpoint refused the request for another reason."""
