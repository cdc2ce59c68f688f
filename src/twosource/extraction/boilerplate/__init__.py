"""The parts of a text that are not the report."""
