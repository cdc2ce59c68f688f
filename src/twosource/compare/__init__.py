"""Pairs inside a story: shared passages, variants of one quotation, figures that measure the same thing."""
