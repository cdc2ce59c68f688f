"""When two quotations are one utterance, and when a change of words is material."""

# Share of the shorter quotation's words that the longer must hold in order for the two to be one utterance.
SAME_UTTERANCE = 0.5

# Words next to a cut that are looked at for a negation or a condition.
MATERIAL_CONTEXT = 6

# Quotations of fewer words are compared when they share three words in a row instead of four.
SHORT_QUOTE_WORDS = 6

# A run of words in more quotations than this is a slogan and no sign of one utterance.
COMMON_QUOTE_GRAM = 40
