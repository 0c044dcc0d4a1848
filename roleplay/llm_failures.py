"""What goes wrong at an endpoint, each as one plain sentence that names the thing, the place and the mend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from roleplay.errors import (
    CutOff,
    EmptyAnswer,
    KeyMissing,
    KeyRefused,
    ModelUnknown,
    NotReached,
    RateLimited,
    RequestRefused,
    TimedOut,
    VoiceError,
)
from roleplay.inert import one_line

LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Place:
    """A model at an address, as its failures speak of it; `timeout` is in seconds."""

    base_url: str
    model: str
    key: str
    timeout: float

    @property
    def where(self) -> str:
        """The address as people may see it: without a user, a password or a query."""
        parts = urlsplit(self.base_url)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()

    def fault(self) -> VoiceError | None:
        """What is wrong before anything is sent, if something is."""
        try:
            parts = urlsplit(self.base_url)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
            sound = sound and self.base_url.isascii() and self.base_url.isprintable() and " " not in self.base_url
        except ValueError:
            sound = False
        if not sound:
            return NotReached(
                "The address of the model must look like http://127.0.0.1:11434/v1. "
                "Set OPENAI_BASE_URL, or run `roleplay connect --base-url`."
            )
        if not self.key and parts.hostname == "api.openai.com":
            return self.keyless()
        if not (self.key.isascii() and self.key.isprintable()):
            return KeyRefused("The API key holds characters that no key has. Set OPENAI_API_KEY again.")
        return None

    def keyless(self) -> VoiceError:
        """The endpoint wants a key and there is none, or the one there is was refused."""
        mend = "Set OPENAI_API_KEY, or run `roleplay connect --key`."
        if self.key:
            return KeyRefused(f"{self.where} refused the API key. {mend}")
        return KeyMissing(f"{self.where} wants an API key and none is set. {mend}")

    def unchosen(self) -> VoiceError:
        """No model is named."""
        return ModelUnknown("No model is chosen. Run `roleplay connect` to choose one.")

    def unreached(self) -> VoiceError:
        """Nothing took the connection."""
        return NotReached(f"Nothing answers at {self.where}. Start it there, or choose another: `roleplay connect`.")

    def foreign(self) -> VoiceError:
        """Something answered, but not as an endpoint does."""
        return RequestRefused(
            f"{self.where} answered, but not as a model does; such an address mostly ends in /v1. "
            "Correct it with `roleplay connect --base-url`."
        )

    def late(self) -> VoiceError:
        """Nothing came for as long as the settings allow."""
        return TimedOut(
            f"{self.model or 'The server'} at {self.where} sent nothing for {self.timeout:g} seconds. "
            "Send it again, or raise timeout in the settings file."
        )

    def slow(self, seconds: float) -> VoiceError:
        """Pieces came, but the reply was not done in the time a whole one may take."""
        return TimedOut(
            f"{self.model or 'The server'} at {self.where} was still not done after {seconds:g} seconds. "
            "Send it again, choose a faster model, or raise timeout in the settings file."
        )

    def cut(self, said: str = "") -> VoiceError:
        """The reply ended in the middle."""
        because = f" ({self.quote(said)})" if said else ""
        return CutOff(f"The reply from {self.model or self.where} broke off{because}. Send it again.")

    def empty(self, finish: str) -> VoiceError:
        """A finished reply with no text in it."""
        if finish == "content_filter":
            return EmptyAnswer(f"{self.where} filtered the reply out. Say it in other words, or choose another model.")
        thinking = ": it used up its tokens on thinking" if finish == "length" else ""
        mend = "Send it again, or choose another model with `roleplay connect`."
        return EmptyAnswer(f"{self.model} answered with nothing{thinking}. {mend}")

    def status(self, status: int, code: str, message: str) -> VoiceError:
        """What an HTTP status from 400 on means, by what the endpoint said with it."""
        said = f"{code} {message}".lower()
        if status in (401, 403):
            return self.keyless()
        if status == 429:
            return self._limited(said)
        if status in (400, 404, 422) and _no_such_model(said):
            return ModelUnknown(
                f"{self.where} has no model called '{self.model}'. `roleplay connect` lists what it has."
            )
        if status in (404, 405):
            return self.foreign()
        if status == 503 and "loading" in said:
            return TimedOut(f"{self.where} is still loading {self.model}. Wait a moment and send it again.")
        if too_long(said):
            mend = "Give it a longer context, or choose another with `roleplay connect`."
            return RequestRefused(f"The call has grown too long for {self.model}. {mend}")
        mend = "Send it again" if status >= 500 else "Check the model and its address with `roleplay connect`"
        because = f": {said}" if (said := self.quote(message)) else ""
        return RequestRefused(f"{self.where} refused the request ({status}{because}). {mend}.")

    def _limited(self, said: str) -> VoiceError:
        if "quota" in said:
            mend = "Add credit there, or choose another model with `roleplay connect`."
            return RateLimited(f"The quota at {self.where} is used up. {mend}")
        return RateLimited(f"{self.where} asks to slow down. Wait a minute and send it again.")

    def quote(self, said: str) -> str:
        """What the endpoint said, fit for one line: no control characters, not long, no web page, and never the key."""
        if said.lstrip().startswith("<"):
            return ""
        if self.key:
            said = said.replace(self.key, "…")
        said = one_line(said).rstrip(".")
        return said if len(said) <= LONGEST_QUOTE else f"{said[: LONGEST_QUOTE - 1]}…"


def _no_such_model(said: str) -> bool:
    return "model" in said and bool(re.search(r"not.?found|not exist|unknown|no such|invalid.model", said))


def too_long(said: str) -> bool:
    """Whether an endpoint's words, in lower case, say that the messages do not fit the model's context."""
    return bool(re.search(r"context.{0,12}(length|window|size)|exceeds?.{0,30}context", said))
