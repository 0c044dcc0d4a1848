"""A model's voice, measured: whole calls through a real endpoint, and the same prompts answered elsewhere."""
