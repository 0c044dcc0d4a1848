"""Measures and trains the listener: see README.md beside this file."""
