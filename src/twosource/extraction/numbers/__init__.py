"""Numbers as news writes them: found, typed, with their units and hedges."""
