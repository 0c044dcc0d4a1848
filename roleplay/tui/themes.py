"""The two themes of the app, and which one the first frame is painted in."""

from __future__ import annotations

import re

from textual.theme import Theme

from roleplay.config import settings_file

DARK, LIGHT = "roleplay-dark", "roleplay-light"

THEMES = (
    Theme(
        name=DARK,
        dark=True,
        primary="#7fc8b2",
        secondary="#9aa9b5",
        accent="#7fc8b2",
        success="#9ccb8b",
        warning="#e3b26f",
        error="#e58a80",
        foreground="#d9dde1",
        background="#14171a",
        surface="#1b1f23",
        panel="#23282d",
    ),
    Theme(
        name=LIGHT,
        dark=False,
        primary="#0b6b58",
        secondary="#53606b",
        accent="#0b6b58",
        success="#2f6b21",
        warning="#8a5200",
        error="#a8322a",
        foreground="#14181c",
        background="#fbfaf7",
        surface="#f2f0ea",
        panel="#e6e3da",
    ),
)
"""One accent; the other colours only ever repeat what a word beside them says."""


def first_theme() -> str:
    """The theme named in the settings file, looked up without reading the rest: the first frame is not to wait."""
    try:
        named = re.search(r"^theme\s*=\s*[\"']([\w-]+)[\"']", settings_file().read_text(encoding="utf-8"), re.MULTILINE)
    except (OSError, UnicodeDecodeError):
        return DARK
    return named[1] if named else DARK
