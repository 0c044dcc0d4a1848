"""The simulated prospect: a pure engine that decides, and actors that put what it decided into words."""
