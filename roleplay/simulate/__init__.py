"""Bots of known skill that play whole calls in sentences, through the same door as a person, and what that shows."""
