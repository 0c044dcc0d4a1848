"""The week in words: for the lobby, the journal and the command line."""

from __future__ import annotations

from roleplay.practice.week import Count, Week

MARKS = 7
"""The goal up to which each no has a mark."""


def marks(count: Count, goal: int) -> str:
    """A mark for each no that counts, a dot for each still to come, and how many there are beyond the goal."""
    if goal > MARKS:
        return "goal reached" if count.deeper >= goal else f"{goal - count.deeper} to go"
    more = [f"+{count.deeper - goal}"] if count.deeper > goal else []
    return "  ".join(["no"] * min(count.deeper, goal) + ["·"] * max(0, goal - count.deeper) + more)


def standing(count: Count, goal: int) -> str:
    """How many of how many."""
    return f"{count.deeper} of {goal}"


def remark(week: Week) -> str:
    """What is to be said about the week: an honest zero, how many are missing, or that the goal is reached."""
    count, goal = week.customers, week.goal
    if count.deeper >= goal:
        return "Goal reached."
    if count.heard > count.deeper:
        lost = count.heard - count.deeper
        whose = "more" if count.deeper else "from a customer" if lost == 1 else "from customers"
        return f"{lost} {whose} went without a question."
    if not count.deeper:
        return "None yet. A customer's no counts when you ask further; n writes one down."
    return f"{goal - count.deeper} to go. A no counts when you ask further."


def streak(week: Week) -> str:
    """The streak, or ""; practice speaks only where no customer's week has counted."""
    if week.streak:
        forgiven = "; last week missed, and forgiven" if week.missed else ""
        return f"{_weeks(week.streak)} in a row{forgiven}" if week.streak > 1 or forgiven else ""
    return f"{_weeks(week.practice_streak)} of practice in a row" if week.practice_streak > 1 else ""


def _weeks(number: int) -> str:
    return f"{number} week" if number == 1 else f"{number} weeks"
