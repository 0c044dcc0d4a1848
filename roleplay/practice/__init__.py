"""Ten minutes a day: drills, what they teach, and when each skill comes back."""
