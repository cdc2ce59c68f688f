"""Dates and periods: found by a grammar of rules, then placed on the calendar."""
