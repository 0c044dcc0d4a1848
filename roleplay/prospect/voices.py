"""Which actor voices a call."""

from __future__ import annotations

from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.scene import Actor
from roleplay.settings import ModelSettings


def actor_for(voice: ModelSettings) -> Actor:
    """The model's actor where a model is set, else the built-in one."""
    if voice.model:
        from roleplay.prospect.voiced import ModelActor

        return ModelActor(voice)
    return BuiltIn()


def keep_dropped(voice: ModelSettings, actor: Actor) -> None:
    """Remember the request parameters the endpoint refused during the call, so that the next one need not find out.

    Raises SettingsError. A model that came from the environment, not from the settings file, is left alone.
    """
    from roleplay import settings

    dropped = tuple(getattr(actor, "dropped", ()))
    kept = settings.read()
    same = (kept.voice.model, kept.voice.base_url) == (voice.model, voice.base_url)
    if same and set(dropped) - set(kept.voice.dropped):
        changed = kept.voice.model_copy(update={"dropped": list(dropped)})
        settings.save(kept.model_copy(update={"voice": changed}))
