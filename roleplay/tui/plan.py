"""The if-then plan after a call, and the behaviour to watch before one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from roleplay.inert import message
from roleplay.model import Plan
from roleplay.tui.form import Form
from roleplay.tui.keys import fields, quiet
from roleplay.tui.widgets.field import Field

if TYPE_CHECKING:
    from roleplay.model import Call, Scorecard
    from roleplay.tui.desk import Desk
    from roleplay.tui.page import Page

ABOUT = "A plan tied to their words is kept more often than a good intention. Put both halves as you would say them."


class PlanForm(Form[Plan]):
    """If I hear this, then I do that. Gives back the plan, or None."""

    KEYS = (("enter", "keep the plan"), ("tab", "next field"), ("esc", "back, nothing kept"))
    BINDINGS: ClassVar[list[BindingType]] = [
        quiet("escape", "dismiss(None)", "plan.back", "Back, the old plan stands"),
        quiet("enter", "keep", "plan.keep", "Keep the plan"),
        *fields("plan"),
    ]

    cue = getters.query_one("#cue", Field)
    then = getters.query_one("#then", Field)
    sentence = getters.query_one("#sentence", Static)

    def __init__(self, plan: Plan, heard: str = "") -> None:
        super().__init__()
        self.plan, self.heard = plan, heard

    def compose(self) -> ComposeResult:
        """Both halves and the keys."""
        with Vertical(classes="box"):
            yield Static(Content.styled("An if-then plan for the next call", "bold"), classes="title", markup=False)
            yield Static(f"{self.heard}{ABOUT}", classes="label", markup=False)
            yield Static("\nIf I hear (what a customer says)", markup=False)
            yield Field(self.plan.cue, "their words", id="cue")
            yield Static("then I (what you do)", markup=False)
            yield Field(self.plan.then, "ask one thing about it before I answer", id="then")
            yield Static(id="sentence", markup=False)
            yield self.foot()

    def on_mount(self) -> None:
        """Begin at the first field."""
        self.cue.focus()
        self.read_back()

    @on(Input.Changed)
    def read_back(self) -> None:
        """The plan as it will stand, so that halves put in the wrong field are seen."""
        plan = Plan(self.cue.value.strip() or "…", self.then.value.strip().rstrip(".") or "…", "")
        self.sentence.update(Content.styled(str(plan), "bold"))

    def made(self) -> Plan | None:
        """The plan; both halves are needed."""
        cue, then = message(self.cue.value), message(self.then.value)
        for text, field in ((cue, self.cue), (then, self.then)):
            if not text:
                self.missing("A plan needs both halves.", field)
                return None
        return replace(self.plan, cue=cue, then=then.rstrip("."))


def begun(call: Call, card: Scorecard, desk: Desk) -> tuple[Plan, str]:
    """The plan to begin from and where it comes from: the one made of this call, or one offered. Reads the database."""
    from roleplay.practice.plan import offered
    from roleplay.practice.words import category
    from roleplay.tui.remarks import short

    plan = desk.store.plans.current() if desk.store else None
    if plan is None or plan.call != call.id:
        plan = offered(call, card, desk.now().isoformat(timespec="seconds"))
    if not 0 < plan.turn <= len(call.turns):
        return plan, ""
    about = f", a no about {category(plan.category)}" if plan.category else ""
    return plan, f"Turn {plan.turn}, they said: “{short(call.turns[plan.turn - 1].reply, 90)}”{about}\n"


def current(desk: Desk) -> Plan:
    """The plan in force, or an empty one. Reads the database."""
    plan = desk.store.plans.current() if desk.store else None
    return plan or Plan("", "", desk.now().isoformat(timespec="seconds"))


def keep(desk: Desk, plan: Plan) -> None:
    """Put a plan in force. Raises StoreError when that fails."""
    desk.ledger().store.plans.keep(plan)


def shown(desk: Desk) -> Content:
    """What the rep takes into the next call: the plan and what is watched, or how to pick it. Reads the database."""
    store = desk.store
    plan, watched = (store.plans.current(), store.plans.watched()) if store else (None, None)
    rows = [Content.styled("What you take into the call", "bold")]
    rows += [Content.assemble(str(plan), ("   i changes it", "$foreground 60%"))] if plan else []
    if watched:
        rows.append(Content.assemble("Watching: ", (watched.then, "bold"), ("   w changes it", "$foreground 60%")))
    else:
        rows.append(Content.assemble(("w", "bold"), (" picks one behaviour to watch", "$foreground 60%")))
    return Content("\n").join(rows)


async def pick_watched(page: Page, desk: Desk) -> None:
    """Let the rep pick one behaviour to watch, the last focus lit."""
    from asyncio import to_thread

    from roleplay.practice.plan import watchable
    from roleplay.tui.dialogs import Pick

    board = page.app.lobby.board  # type: ignore[attr-defined]
    choices = watchable(board.focus if board else "")
    options = [Content(text) for text in choices]
    help = "One thing to watch in this call. The first is what your last call asked for."
    chosen = await page.app.push_screen_wait(
        Pick("One thing to watch", options, help=help if board and board.focus else "")
    )
    if chosen is not None:
        plan = Plan("", choices[chosen], desk.now().isoformat(timespec="seconds"))
        with page.plainly():
            await to_thread(keep, desk, plan)
