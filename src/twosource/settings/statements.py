"""How sure a statement is by the rule that made it, and when a quotation counts as a statement."""

# Shares of statements with the right speaker and content, by rule, on PolNeAR's development part (Newell et al. 2018),
# rounded; rules met there fewer than five times are set by their likeness to others.
CONFIDENCE = {
    "verb": 0.78,
    "inverted": 0.8,
    "shared subject": 0.73,
    "phrase according to": 0.88,
    "phrase per": 0.7,
    "phrase in the words of": 0.8,
    "phrase as told by": 0.8,
    "phrase so": 0.6,
    "phrase in the view of": 0.7,
    "question": 0.7,
    "quoted as saying": 0.8,
    "quoted": 0.8,
    "said to say": 0.8,
    "seen to say": 0.7,
    "told": 0.7,
    "told by": 0.8,
    "as S says": 0.6,
    "citing": 0.75,
    "noun": 0.4,
    "block": 0.9,
    "label": 0.7,
    "headline": 0.5,
    "lead-in": 0.5,
    "quotation after": 0.5,
    "quotation alone": 0.25,
    "quotation in passing": 0.3,
}
# A direct quotation beside its cue is surer than the rule alone tells, a content whose end was a close choice less so.
DIRECT_BONUS = 0.15
CLOSE_CHOICE = 0.15
CLOSE_MARGIN = 1.0

# From this share of words inside quotation marks a statement counts as direct: "he said 'no' twice" is mixed.
DIRECT_SHARE = 0.9

# --- who "he" is ------------------------------------------------------------------------------------------------------
# Set on GUM so that nine of ten answers are right (Zeldes 2017); a wrong speaker costs more than an unknown one.

# Sentences back in which the name must stand.
PRONOUN_REACH = 5
# What it is worth, in sentences, to have been the subject, and to have spoken last.
SUBJECT_BONUS = 1.0
SPEAKER_BONUS = 1.5
# And to have been named last of all.
LATEST_BONUS = 0.3
# The subject of the sentence the pronoun stands in is likelier than who spoke before it: "Moen left early, she said".
SAME_SENTENCE_BONUS = 0.7
# And to be named for the first time, as the subject, in the sentence just before.
INTRODUCED_BONUS = 2.0
# By how much, in sentences, the best candidate must beat the next.
PRONOUN_LEAD = 0.5

# --- quotations without a cue -----------------------------------------------------------------------------------------

# Words from which a quotation inside a sentence that reports nothing counts as a statement by nobody known: shorter
# ones are mostly slogans, terms and titles (GUM, PolNeAR: 6 to 9 differ by .003 in F1).
PASSING_WORDS = 8
