"""What the screens are made of. Widgets draw what they are given and know nothing of sessions or stores."""
