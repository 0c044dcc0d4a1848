"""The one module that knows openai: a model at an OpenAI-compatible endpoint, and its reply in pieces.

openai takes over half a second to load: the first request loads it, or `warm` ahead of that. Its failures leave here
as our own, in the words of `roleplay.llm_failures`.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from roleplay.errors import VoiceError
from roleplay.inert import one_line
from roleplay.llm_failures import Place, too_long
from roleplay.settings import ModelSettings

if TYPE_CHECKING:
    from openai import APIError, APIStatusError, AsyncOpenAI

Message = dict[str, str]
"""A chat message: its `role` and its `content`."""

OPENAI = "https://api.openai.com/v1"
TEMPERATURE = 0.8
WHOLE = 4
"""Time-outs a whole reply may take, however steadily its pieces come."""
GRACE = 1.0
"""Seconds that a finished reply is waited on for its token counts."""
ASSISTANT_FIRST = "assistant_first"
"""Stands among `dropped` for endpoints whose chat template wants a user's message before the first reply."""
RINGING: Message = {"role": "user", "content": "(The phone rings.)"}


def warm() -> None:
    """Load openai ahead of the first request, in a thread, once the first screen stands."""
    import openai  # noqa: F401


class Endpoint:
    """One model at one address: one request at a time, on any event loop, no connection kept.

    After a stream `tokens_in` and `tokens_out` are as the endpoint counted them; where it did not, or was not heard to
    the end, they are estimates (four letters, or one piece, a token). `finish` is why the reply ended ("stop",
    "length"...) or "". `dropped` names the parameters the endpoint refused; they are left out from then on, so keep it
    in the settings.
    """

    def __init__(self, settings: ModelSettings) -> None:
        self.model = settings.model
        self.dropped = tuple(settings.dropped)
        self.tokens_in = self.tokens_out = 0
        self.finish = ""
        base_url = settings.base_url.strip().rstrip("/") or OPENAI
        self.place = Place(base_url, settings.model, settings.api_key.strip(), settings.timeout)
        self._made: AsyncOpenAI | None = None

    async def models(self) -> list[str]:
        """The names of the endpoint's models, sorted. Raises VoiceError."""
        with self._translated():
            async with asyncio.timeout(self.place.timeout):
                answer = await self._client().get("/models", cast_to=object)
        listed = (answer.get("data") or []) if isinstance(answer, dict) and "data" in answer else None
        if not isinstance(listed, list):
            raise self.place.foreign()
        names = sorted(str(item["id"]) for item in listed if isinstance(item, dict) and "id" in item)
        return [name for name in names if one_line(name) == name]  # no honest name has control codes in it

    async def stream(
        self, messages: Sequence[Message], max_tokens: int, seed: int | None = None
    ) -> AsyncGenerator[str, None]:
        """The reply to `messages`, piece by piece; close the generator to stop early.

        Raises VoiceError, TimedOut among them when no piece comes for as long as the settings allow.
        """
        self.tokens_in, self.tokens_out, self.finish = sum(len(item["content"]) for item in messages) // 4, 0, ""
        spoke, ends = False, time.monotonic() + WHOLE * self.place.timeout
        with self._translated():
            async with await self._open(messages, max_tokens, seed) as reply:
                streamed = "event-stream" in reply.response.headers.get("content-type", "")
                async for chunk in self._chunks(reply):
                    if time.monotonic() > ends:
                        raise self.place.slow(WHOLE * self.place.timeout)
                    if piece := self._note(chunk):
                        spoke = spoke or not piece.isspace()
                        yield piece
        if not self.finish:
            raise self.place.cut() if streamed else self.place.foreign()
        if not spoke:
            raise self.place.empty(self.finish)

    def _client(self) -> AsyncOpenAI:
        if self._made is None:
            from openai import AsyncOpenAI, DefaultAsyncHttpxClient

            host = urlsplit(self.place.base_url).hostname or ""
            here = host in ("localhost", "::1") or host.startswith("127.")
            self._made = AsyncOpenAI(
                api_key=self.place.key or "none",
                base_url=self.place.base_url,
                timeout=self.place.timeout,
                max_retries=0,
                # A rep thinks for longer than servers keep a connection; one kept would only tie this to an event loop.
                default_headers={"Connection": "close"},
                # The environment's proxy cannot reach this machine's own loopback.
                http_client=DefaultAsyncHttpxClient(trust_env=not here, follow_redirects=False),
            )
        return self._made

    async def _open(self, messages: Sequence[Message], max_tokens: int, seed: int | None) -> Any:
        """The reply's stream, asked for again without what the endpoint refuses until it takes the request."""
        from openai import APIStatusError

        if not self.model:
            raise self.place.unchosen()
        completions: Any = self._client().chat.completions
        while True:
            shaped, options = self._shaped(messages), self._options(max_tokens, seed)
            try:
                async with asyncio.timeout(self.place.timeout):
                    return await completions.create(model=self.model, messages=shaped, stream=True, **options)
            except APIStatusError as error:
                refused = _refused(error, [*options, ASSISTANT_FIRST])
                if not refused or refused in self.dropped:
                    raise
                self.dropped = (*self.dropped, refused)

    def _options(self, max_tokens: int, seed: int | None) -> dict[str, Any]:
        limit = "max_tokens" if "max_completion_tokens" in self.dropped else "max_completion_tokens"
        usage = {"include_usage": True}
        wanted = {"stream_options": usage, "temperature": TEMPERATURE, "seed": seed, limit: max_tokens}
        return {name: value for name, value in wanted.items() if value is not None and name not in self.dropped}

    def _shaped(self, messages: Sequence[Message]) -> list[Message]:
        shaped = list(messages)
        first = next((index for index, message in enumerate(shaped) if message["role"] != "system"), 0)
        if ASSISTANT_FIRST in self.dropped and shaped[first]["role"] == "assistant":
            shaped.insert(first, RINGING)
        return shaped

    async def _chunks(self, reply: Any) -> AsyncIterator[Any]:
        """The chunks of a reply, each waited for no longer than the time-out; a failure after its finish is let go."""
        from openai import APIError

        chunks = aiter(reply)
        while True:
            try:
                async with asyncio.timeout(GRACE if self.finish else self.place.timeout):
                    chunk = await anext(chunks)
            except StopAsyncIteration:
                return
            except (APIError, TimeoutError, ValueError):
                if self.finish:
                    return
                raise
            yield chunk

    def _note(self, chunk: Any) -> str:
        """The text of a chunk; what else it tells is taken down. Endpoints leave out whatever they like."""
        text = ""
        if choices := getattr(chunk, "choices", None):
            self.tokens_out += 1
            self.finish = getattr(choices[0], "finish_reason", None) or self.finish
            content = getattr(getattr(choices[0], "delta", None), "content", None)
            text = content if isinstance(content, str) else ""
        if usage := getattr(chunk, "usage", None):
            self.tokens_in = getattr(usage, "prompt_tokens", None) or self.tokens_in
            self.tokens_out = getattr(usage, "completion_tokens", None) or self.tokens_out
        return text

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn the failures of openai, and of what it stands on, into our own."""
        if fault := self.place.fault():
            raise fault
        from openai import APIError

        try:
            yield
        except TimeoutError as error:
            raise self.place.late() from error
        except APIError as error:
            raise self._own(error) from error
        except (ValueError, TypeError, AttributeError, RecursionError) as error:  # no UTF-8, no JSON, no such shape
            raise self.place.cut() from error

    def _own(self, error: APIError) -> VoiceError:
        from openai import APIConnectionError, APIStatusError, APITimeoutError

        match error:
            case APITimeoutError():
                return self.place.late()
            case APIConnectionError():
                return self.place.cut() if self.tokens_out else self.place.unreached()
            case APIStatusError():
                return self.place.status(error.status_code, error.code or "", _said(error))
        return self.place.cut(_said(error))


def _said(error: APIError) -> str:
    """What the endpoint said with an error, in whatever form it said it."""
    body = error.body
    if isinstance(body, dict) and isinstance(body.get("message"), str):
        return str(body["message"])
    return str(body) if body else error.message


def _refused(error: APIStatusError, sent: Sequence[str]) -> str | None:
    """Which of what was sent the endpoint will not take; None when it refuses for another reason."""
    said = _said(error).lower()
    if "alternat" in said:
        return ASSISTANT_FIRST
    if error.status_code not in (400, 422) or too_long(said):
        return None
    if (named := (error.param or "").partition(".")[0]) in sent:
        return named
    found = {name: match.start() for name in sent if (match := re.search(rf"\b{name}\b", said))}
    return min(found, key=found.__getitem__, default=None)
