"""Three hundred messages that talk to a machine, and what the prospect makes of them."""
