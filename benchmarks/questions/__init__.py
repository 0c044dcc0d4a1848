"""Natural questions to every prospect, written from the public card alone, and what they answer."""
