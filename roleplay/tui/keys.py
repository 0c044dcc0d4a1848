"""How key bindings are written: each with an id, so that it can be remapped, and a tooltip, which is also its help."""

from __future__ import annotations

from textual.binding import Binding


def key(
    keys: str, action: str, id: str, words: str, tip: str, *, shown: str | None = None, first: bool = False
) -> Binding:
    """A key of the footer; `shown` is how it is written there, `first` takes it before the focused widget does."""
    return Binding(keys, action, words, id=id, tooltip=tip, key_display=shown, priority=first)


def quiet(keys: str, action: str, id: str, tip: str = "", *, first: bool = False) -> Binding:
    """A key that is in the help but not in the footer; without a tip it is in neither."""
    return Binding(keys, action, tip, id=id, tooltip=tip, show=False, priority=first)


def levels(screen: str) -> list[Binding]:
    """1 to 5 set the level; the footer shows them as one."""
    tip = "How hard: 1 warm, 2 fair, 3 guarded, 4 tough, 5 brutal"
    rest = [quiet(str(number), f"level({number})", f"{screen}.level{number}") for number in range(2, 6)]
    return [key("1", "level(1)", f"{screen}.level1", "level", tip, shown="1-5"), *rest]


def help_key(screen: str) -> Binding:
    """? where letters are not typed."""
    return key("question_mark", "app.help", f"{screen}.help", "help", "What you can do here", shown="?")


def fields(form: str) -> list[Binding]:
    """Tab between fields, before the field sees it: what is typed right after it goes to the next one."""
    return [
        quiet("tab", "app.focus_next", f"{form}.next", "To the next field", first=True),
        quiet("shift+tab", "app.focus_previous", f"{form}.before", "To the field before", first=True),
    ]
