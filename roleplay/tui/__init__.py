"""The app in the terminal. Screens assemble, widgets draw; what happens in a call is `roleplay.session`'s doing."""
