"""How far the coach can be believed: the rows of docs/coach.md that concern it, measured over calls of every bot."""
