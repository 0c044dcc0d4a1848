"""A no from a customer, written down in a few seconds; the same form mends an entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from roleplay.inert import message
from roleplay.model import Came, Category, Entry
from roleplay.practice.words import CAME, category
from roleplay.tui.beside import beside
from roleplay.tui.form import Form
from roleplay.tui.keys import fields, quiet
from roleplay.tui.widgets.field import Field

if TYPE_CHECKING:
    from roleplay.tui.desk import Desk

ORDER: tuple[Category | None, ...] = (*Category, None)
PAUSE = 0.15
"""Seconds after a letter before the words are read."""


class NoForm(Form[Entry]):
    """Words, then whatever else is known. Gives back the entry, or None."""

    KEYS = (
        ("enter", "keep"),
        ("tab", "next field"),
        ("↑ ↓", "what it is about"),
        ("ctrl+o", "opened?"),
        ("esc", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        quiet("escape", "dismiss(None)", "no.back", "Back, nothing kept"),
        quiet("enter", "keep", "no.keep", "Keep it"),
        *fields("no"),
        quiet("down", "category(1)", "no.down", "What it is about: the next", first=True),
        quiet("up", "category(-1)", "no.up", "What it is about: the one before", first=True),
        quiet("ctrl+o", "came", "no.came", "Whether the no opened, closed, or nobody knows", first=True),
    ]

    words = getters.query_one("#words", Field)
    reply = getters.query_one("#reply", Field)
    who = getters.query_one("#who", Field)
    outcome = getters.query_one("#outcome", Field)
    about = getters.query_one("#about", Static)
    came_line = getters.query_one("#came", Static)

    def __init__(self, now: datetime, entry: Entry | None = None) -> None:
        super().__init__()
        self.entry = entry or Entry("", now.isoformat(timespec="seconds"))
        self.category, self.came = self.entry.category, self.entry.came
        self.chosen = entry is not None

    def compose(self) -> ComposeResult:
        """The fields, what was guessed, and the keys."""
        entry = self.entry
        title = "Change the entry" if entry.id else "A no from a customer"
        with Vertical(classes="box"):
            yield Static(Content.styled(title, "bold"), classes="title", markup=False)
            yield Static("What they said", classes="label", markup=False)
            yield Field(entry.text, "We just renewed with them", id="words")
            yield Static(id="about", markup=False)
            yield Static("What you said next, if you did", classes="label", markup=False)
            yield Field(entry.reply, "a question about it is what counts for the week", id="reply")
            yield Static("Who", classes="label", markup=False)
            yield Field(entry.who, "a name or a company", id="who")
            yield Static("What came of it, in your words", classes="label", markup=False)
            yield Field(entry.outcome, "in a few words", id="outcome")
            yield Static(id="came", markup=False)
            yield self.foot()

    def on_mount(self) -> None:
        """Type at once."""
        self.words.focus()
        self._show()

    def _show(self) -> None:
        says = "guessed from the words" if self.category else "the words do not say; ↓ picks"
        how = "" if self.chosen or not self.words.value.strip() else f"  ({says})"
        self.about.update(Content.assemble("About  ", (category(self.category), "bold"), (how, "$foreground 60%")))
        self.came_line.update(Content.assemble("Did it open  ", (CAME[self.came], "bold")))

    @on(Input.Changed, "#words")
    @beside("guess")
    async def guess(self) -> None:
        """Say what it is about, beside the typing; a choice of the rep's stands."""
        from asyncio import sleep, to_thread

        from roleplay.practice.journal import guess

        if not self.chosen:
            words = self.words.value
            await sleep(PAUSE)
            self.category = await to_thread(guess, words)
        if self in self.app.screen_stack:  # it may have been left meanwhile
            self._show()

    def action_category(self, step: int) -> None:
        """Another category; the guess no longer matters."""
        self.chosen = True
        self.category = ORDER[(ORDER.index(self.category) + step) % len(ORDER)]
        self._show()

    def action_came(self) -> None:
        """Opened, closed, not known."""
        kinds = list(Came)
        self.came = kinds[(kinds.index(self.came) + 1) % len(kinds)]
        self._show()

    def made(self) -> Entry | None:
        """The entry; a no needs words."""
        text = message(self.words.value)
        if not text:
            self.missing("What did they say? A no needs words.", self.words)
            return None
        category = self.category
        if not self.chosen:
            from roleplay.practice.journal import guess

            category = guess(text)  # the guess beside the typing may not have caught up
        return replace(
            self.entry, text=text, category=category, who=message(self.who.value), reply=message(self.reply.value),
            outcome=message(self.outcome.value), came=self.came,
        )  # fmt: skip


def keep(desk: Desk, entry: Entry) -> Entry:
    """Keep a new or mended entry, its reply read as the coach reads it. Raises StoreError when that fails."""
    from roleplay.practice.journal import read_reply

    book = desk.ledger()
    before = book.store.journal.entry(entry.id) if entry.id else None
    if before is None or (before.reply, before.came) != (entry.reply, entry.came):
        move, deeper, worth = read_reply(entry.reply, entry.text, entry.came)
        entry = replace(entry, move=move, deeper=deeper, worth=worth)
    if entry.id:
        book.store.journal.change(entry, book.now)
        return entry
    return book.store.journal.add(entry)


def said(entry: Entry) -> str:
    """What became of a kept entry, and whether it counts for the week."""
    kept = f"Kept: {category(entry.category)}."
    if entry.deeper:
        return f"{kept} You asked further, so it counts for the week."
    if entry.reply:
        return f"{kept} What you said reads as {entry.move}; a question about their no is what counts."
    return f"{kept} It counts once you ask further; in the journal (j), e adds what you said."
