"""One document at a time: who said what, which figures, which dates, which credits. Pure functions from text to spans."""
