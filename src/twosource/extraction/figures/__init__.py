"""Figures: what a number counts, what happened to it, when, to whom and how it stands to its neighbours."""
