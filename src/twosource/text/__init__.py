"""What every step needs to know of plain text: sentences, quotation marks, word lists. Pure functions, no records."""
