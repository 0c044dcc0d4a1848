"""A gym in the terminal for one sales skill: reaching an honest "no" early and doing something good with it."""

__version__ = "0.1.0"
