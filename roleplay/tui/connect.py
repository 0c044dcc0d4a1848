"""Connecting a model: look on this machine if asked to, or fill in where it is; try it; remember it."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from roleplay.errors import RoleplayError
from roleplay.llm import warm
from roleplay.tui.beside import beside
from roleplay.tui.keys import key
from roleplay.tui.widgets.field import Field
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading

if TYPE_CHECKING:
    from roleplay.connect import Found
    from roleplay.settings import ModelSettings
    from roleplay.tui.desk import Desk

ABOUT = (
    "A language model can speak for the prospects. The script still decides what they do, and every score is worked "
    "out without it. Your messages and the prospect's card go to the server you name here, and nowhere else."
)


class ConnectScreen(Screen[None]):
    """Nothing is looked for or tried until a key asks for it."""

    CSS_PATH = "connect.tcss"
    HELP = (
        "F2 looks for Ollama, LM Studio, llama.cpp and vLLM on this machine, at their usual ports, and nowhere else; "
        "pick a model from what it finds. Or fill in an address yourself: any server that speaks OpenAI's protocol "
        "will do. Enter tries the model with one sentence, and remembers it if it answers. F4 goes back to the "
        "built-in prospect."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f2", "look", "connect.look", "look on this machine", "Look for model servers at their usual ports here"),
        key(
            "f3", "try", "connect.try", "try and remember", "Try the model with one sentence; remember it if it answers"
        ),
        key("f4", "built_in", "connect.built_in", "built-in", "Forget the model; use the built-in prospect"),
        key("f1", "app.help", "connect.help", "help", "What you can do here"),
        key("escape", "app.lobby", "connect.back", "back", "Back to the lobby"),
    ]

    heading = getters.query_one(Heading)
    url = getters.query_one("#url", Field)
    model = getters.query_one("#model", Field)
    key = getters.query_one("#key", Field)
    status = getters.query_one("#status", Static)
    found = getters.query_one(OptionList)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.offers: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        """What it does, what was found, and the three fields."""
        voice = self.desk.settings.voice
        yield Heading(
            Content.styled("Connect a model", "bold"), Content.styled(f"now: {self.desk.voice}", "$foreground 60%")
        )
        with VerticalScroll(can_focus=False), Vertical(id="page"):
            yield Static(ABOUT, markup=False)
            yield Static(id="status", markup=False)
            yield OptionList(markup=False)
            yield Static("Address, up to and including /v1 (empty: OpenAI's own)", classes="label", markup=False)
            yield Field(voice.base_url, "http://127.0.0.1:11434/v1", id="url")
            yield Static("Model", classes="label", markup=False)
            yield Field(voice.model, "the model's name at that address", id="model")
            yield Static("API key, if it wants one (OPENAI_API_KEY wins over it)", classes="label", markup=False)
            yield Field("", "kept as it is" if voice.api_key else "none", id="key", password=True)
        yield Footer()

    def on_mount(self) -> None:
        """Ask before looking."""
        self.url.focus()
        self.show(Content.assemble("Look for a model server on this machine?  ", ("F2", "bold $accent"), " looks"))

    def show(self, line: Content | str) -> None:
        """What is going on."""
        self.status.update(line)

    @on(Input.Submitted)
    def action_try(self) -> None:
        """Try what the fields say."""
        if not self.model.value.strip():
            self.show(Content.styled("Name a model first, or look for one with F2.", "$text-warning"))
            self.model.focus()
        else:
            self.try_it()

    @beside("connect")
    async def action_look(self) -> None:
        """Look, because it was asked for."""
        self.show("Looking at the usual ports of this machine…")
        from roleplay.connect import find

        await to_thread(warm)
        servers = await find()
        self.offers = [(server.base_url, model) for server in servers for model in server.models]
        self.found.clear_options()
        self.found.add_options(
            Option(Content.assemble((model, "bold"), (f"   {server.name}, {server.base_url}", "$foreground 60%")))
            for server in servers
            for model in server.models
        )
        self.set_class(bool(self.offers), "-found")
        self.show(_summary(servers))
        if self.offers:
            self.found.highlighted = 0
            self.found.focus()

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """A model from the list: fill it in and try it."""
        self.url.value, self.model.value = self.offers[event.option_index]
        self.try_it()

    @beside("connect")
    async def try_it(self) -> None:
        """One sentence; if it comes, the model is remembered."""
        voice = self._voice()
        self.show(f"Trying {voice.model}… the first answer of a local model can take a while.")
        from roleplay.connect import try_model

        try:
            await to_thread(warm)
            tried = await try_model(voice)
            await to_thread(self.desk.connect, voice, tried, self.key.value.strip())
        except RoleplayError as error:
            self.show(Content.styled(str(error), "$text-error"))
            return
        self.heading.right = Content.styled(f"now: {self.desk.voice}", "$foreground 60%")
        took = f"{tried.ms / 1000:.1f} s"
        self.show(
            Content.assemble(
                (f"{voice.model} is connected. ", "bold $text-success"), f"It said, in {took}: “{tried.text}”  ",
                ("esc", "bold $accent"), " goes back",
            )
        )  # fmt: skip

    @beside("connect")
    async def action_built_in(self) -> None:
        """Forget the model."""
        try:
            await to_thread(self.desk.disconnect)
        except RoleplayError as error:
            self.show(Content.styled(str(error), "$text-error"))
            return
        self.heading.right = Content.styled(f"now: {self.desk.voice}", "$foreground 60%")
        self.show("The built-in prospect speaks from now on. It needs no model.")

    def _voice(self) -> ModelSettings:
        voice = self.desk.settings.voice
        changes = {
            "base_url": self.url.value.strip(),
            "model": self.model.value.strip(),
            "api_key": self.key.value.strip() or voice.api_key,
            "dropped": [],
        }
        return voice.model_copy(update=changes)


def _summary(servers: list[Found]) -> Content:
    models = sum(len(server.models) for server in servers)
    if models:
        return Content("Pick one and press enter; it is tried with one sentence.")
    if servers:
        names = ", ".join(server.name for server in servers)
        return Content(f"{names} answers but lists no models. Load one there and look again.")
    return Content("Nothing answers on this machine. Start a model server and look again, or fill in an address below.")
