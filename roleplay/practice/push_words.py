"""Pushes in words."""

from __future__ import annotations

from roleplay.practice.pushes import Habit


def cost(points: float, trust: float) -> str:
    """What a push cost, in words."""
    parts = [f"{-points:.1f} points"] * (points < 0) + [f"{-trust:.0f} trust"] * (trust <= -0.5)
    return " and ".join(parts) if parts else "no cost that could be measured"


def sentence(habit: Habit) -> str:
    """A situation, how often, and what it cost."""
    if habit.count == 1:
        return f"{habit.situation.capitalize()}: once, {cost(habit.points, habit.trust)}"
    return (
        f"{habit.situation.capitalize()}: {habit.count} times, {cost(habit.points, habit.trust)} each time on average"
    )
