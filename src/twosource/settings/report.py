"""How much the report shows at once."""

# Findings of one kind before the rest is folded away: what a person takes in at a glance.
FINDINGS_SHOWN = 5

# Code points of context on either side of the words behind a claim: about a line of a terminal.
CONTEXT_CHARACTERS = 80
