"""A real HTTP server on loopback that speaks the OpenAI protocol and can misbehave in every way an endpoint does.

Answers are scripted: each chat request takes the next one, and the last stays. What was asked for stands in `asked`.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Says:
    """A streamed answer, `text` in pieces of a few letters, or exactly `pieces`.

    `stall` stops before the end until the server closes, `cut` drops the connection there, `finish` None leaves the
    reason out, `usage` None the token counts. `events` are raw lines sent instead of all that.
    """

    text: str = ""
    pieces: tuple[str, ...] = ()
    finish: str | None = "stop"
    usage: tuple[int, int] | None = (120, 9)
    stall: bool = False
    cut: bool = False
    lingers: bool = False
    events: tuple[bytes, ...] = ()
    media: str = "text/event-stream"


@dataclass(frozen=True)
class Fails:
    """An HTTP error, with its body as JSON or as plain text."""

    status: int
    body: Any = ""


def refusal(parameter: str) -> Fails:
    """What OpenAI answers to a parameter the model does not take."""
    message = f"Unsupported parameter: '{parameter}' is not supported with this model."
    return Fails(400, {"error": {"message": message, "param": parameter, "code": "unsupported_parameter"}})


@dataclass
class Fake:
    """The running server, as a test sees it."""

    base_url: str = ""
    answers: list[Says | Fails] = field(default_factory=list)
    models: Any = field(default_factory=lambda: {"data": [{"id": "small"}, {"id": "large"}]})
    key: str = ""
    rejects: set[str] = field(default_factory=set)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    heard: threading.Event = field(default_factory=threading.Event)
    hung_up: threading.Event = field(default_factory=threading.Event)
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def port(self) -> int:
        return int(self.base_url.split(":")[2].split("/")[0])

    def will(self, *answers: Says | Fails | str) -> None:
        self.answers[:] = [Says(answer) if isinstance(answer, str) else answer for answer in answers]

    def next_answer(self, body: dict[str, Any]) -> Says | Fails:
        self.asked.append(body)
        self.heard.set()
        for name in body:
            if name in self.rejects:
                return refusal(name)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class Handler(BaseHTTPRequestHandler):
    """One connection; `fake` is set on a subclass made for each server."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    fake: Fake

    def do_GET(self) -> None:
        self._answer(self.fake.models if self.path == "/v1/models" else Fails(404, "no such page"))

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        answer = self.fake.next_answer(body) if self.path == "/v1/chat/completions" else Fails(404, "no such page")
        self._answer(answer)

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""

    def _answer(self, answer: Any) -> None:
        self.fake.headers.append({name.lower(): value for name, value in self.headers.items()})
        if self.fake.key and self.headers.get("authorization") != f"Bearer {self.fake.key}":
            answer = Fails(401, {"error": {"message": f"Incorrect API key: {self.headers.get('authorization')}"}})
        try:
            if isinstance(answer, Says):
                self._stream(answer)
            elif isinstance(answer, Fails):
                self._whole(answer.status, answer.body)
            else:
                self._whole(200, answer)
        except (BrokenPipeError, ConnectionResetError):
            self.fake.hung_up.set()
        self.close_connection = True

    def _whole(self, status: int, body: Any) -> None:
        text = body if isinstance(body, str) else json.dumps(body)
        self.send_response(status)
        self.send_header("content-type", "text/html" if isinstance(body, str) else "application/json")
        self.send_header("content-length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def _stream(self, says: Says) -> None:
        self.send_response(200)
        self.send_header("content-type", says.media)
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        for event in says.events or self._events(says):
            self._chunk(event)
        if says.stall:
            self._wait()
        if says.cut:
            return
        if not says.events:
            self._chunk(b"data: [DONE]\n\n")
        if says.lingers:
            self._wait()
        self._chunk(b"")

    def _events(self, says: Says) -> Iterator[bytes]:
        pieces = says.pieces or tuple(says.text[start : start + 4] for start in range(0, len(says.text), 4))
        for piece in pieces:
            yield event({"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]})
        if says.stall or says.cut:
            return
        if says.finish:
            yield event({"choices": [{"index": 0, "delta": {}, "finish_reason": says.finish}]})
        if says.usage:
            yield event(
                {"choices": [], "usage": dict(zip(("prompt_tokens", "completion_tokens"), says.usage, strict=True))}
            )

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def _wait(self) -> None:
        """Until the other side hangs up, or the test is over."""
        self.connection.settimeout(0.05)
        while not self.fake.closing.is_set():
            try:
                if not self.connection.recv(1):
                    self.fake.hung_up.set()
                    return
            except TimeoutError:
                continue


def event(value: Any) -> bytes:
    return b"data: " + json.dumps(value).encode() + b"\n\n"


@contextmanager
def serving() -> Iterator[Fake]:
    """A server on a free port of loopback, for as long as the block lasts."""
    fake = Fake()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"fake": fake}))
    fake.base_url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield fake
    finally:
        fake.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
