"""Jinja: prompts for a model and lines for the built-in actor from `prompts/`, pages for a browser from `pages/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roleplay.config import shipped_dir
from roleplay.inert import inert

if TYPE_CHECKING:
    from jinja2 import Environment

PAGES = Path(__file__).resolve().parent / "pages"
REGISTERS = ("plain", "clipped", "warm", "formal")


@cache
def environment() -> Environment:
    """The sandboxed environment; a variable that is not there is an error, never an empty string."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        loader=FileSystemLoader(shipped_dir("prompts")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
        auto_reload=False,
        cache_size=-1,
    )


def prompt(name: str, **variables: Any) -> str:
    """Render `prompts/<name>`; raises jinja2.UndefinedError when a variable is missing."""
    return environment().get_template(name).render(**variables).strip()


def block(name: str, part: str, **variables: Any) -> str:
    """Render one block of `prompts/<name>`."""
    template = environment().get_template(name)
    context = template.new_context(variables)
    return "".join(template.blocks[part](context)).strip()


def candidates(name: str, register: str, **variables: Any) -> list[str]:
    """The lines the built-in actor may choose from: those marked `any` or with the persona's register."""
    found: list[str] = []
    for row in block(name, "lines", **variables).splitlines():
        mark, _, line = row.strip().partition(":")
        if mark in ("any", register) and line.strip():
            found.append(line.strip())
    return found


@cache
def _pages() -> Environment:
    """The environment of pages: whatever goes into one is text to it, never markup."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        loader=FileSystemLoader(PAGES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
        auto_reload=False,
        finalize=_shown,
    )


def _shown(value: Any) -> Any:
    """Text without what turns it round or hides in it; what is marked as safe is our own."""
    return value if hasattr(value, "__html__") or not isinstance(value, str) else inert(value)


def page(name: str, **variables: Any) -> str:
    """Render `pages/<name>`, everything in it escaped; raises jinja2.UndefinedError when a variable is missing."""
    return _pages().get_template(name).render(**variables)


def page_source(name: str) -> str:
    """A file of `pages/` as it stands, a style sheet for instance."""
    return (PAGES / name).read_text(encoding="utf-8")
