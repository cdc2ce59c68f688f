"""How much the report shows at once."""

# The most repeated claims at the head of the report, and the speakers named in the line on what stands behind a claim.
REPEATED_SHOWN = 3
NAMED_IN_A_LINE = 3

# Findings of one kind before the rest is folded away: what a person takes in at a glance.
FINDINGS_SHOWN = 5

# The same in a terminal, where there is no fold, and the reports named under each.
FINDINGS_PRINTED = 3
REPORTS_PRINTED = 3

# Code points of context on either side of the words behind a claim: about a line of a terminal.
CONTEXT_CHARACTERS = 80

# Words of evidence shown under one finding; the claim in the table holds all of them.
WORDS_OF_A_FINDING = 4

# Other wordings of one quotation that are set against the fullest, word by word, under one finding.
WORDINGS_SHOWN = 3

# Findings of one kind behind the fold: a story of 500 reports has thousands, and the table of claims has each.
FINDINGS_FOLDED = 40

# Rows of claims written into the page; a script draws further ones from the page's data when they are asked for.
CLAIM_ROWS = 25

# Words of evidence written into one of these rows; a script draws all of them when the row is opened.
WORDS_OF_A_ROW = 3

# Speakers with a row of their own, those quoted most; the others are counted.
SPEAKER_ROWS = 150

# Words shown for one speaker.
WORDS_OF_A_SPEAKER = 4

# In a story of more reports than a person scrolls through, the reports of a line that has more than a handful are folded.
REPORTS_UNFOLDED = 60
REPORTS_OF_A_LINE_UNFOLDED = 5

# Lines of reporting drawn as lanes, and reports drawn in one lane: more is no longer a picture.
LANES_DRAWN = 24
BRANCHES_DRAWN = 14

# Accent colours that are told apart in both colour schemes; the letter of a line tells it from any other.
COLOURS = 8

# A gap between two reports that takes more of the time axis than this would press all others together:
# then they stand evenly spaced, and the picture says so.
WIDEST_GAP = 0.6

# The same where half of the reports would stand within this share of the axis.
CROWDED = 0.08

# Hundredths of the width of a drawing between the marks of its axis: room for a day and a time on a desk.
MARKS_APART = 22.0

# Shared passages written into the page for one pair of reports, the longest ones.
PASSAGES_OF_A_PAIR = 200

# Words of two wordings that are compared: the cost is the product of both lengths, and no utterance is longer.
LONGEST_WORDING = 800

# From this ratio of the largest value to the least, a scale of powers of ten: on a plain one the least lies at zero.
STEEP_SCALE = 50.0

# A link to the original page names the first and the last words of a long stretch, and the words round a short one.
FRAGMENT_WORDS = 6
FRAGMENT_CONTEXT = 3

# Code points between two stretches of evidence of one report that are shown as one: room for a cue and a speaker.
NEAR_EVIDENCE = 60

# Code points of a field, such as a title or a name, that the page shows: none that a person wrote is longer, and a field
# stands in the page dozens of times. The texts of the reports are shown whole.
LONGEST_FIELD = 10_000

# Code points of an address that the page links to: what servers commonly take (RFC 9110, section 4.1, asks for 8,000).
LONGEST_ADDRESS = 8_000

# Code points of the opening words by which a report without a title is known: about a line of a heading.
OPENING = 90

# Code points of a title or a claim where a note links to it: about two lines.
LONGEST_LINK = 200

# Code points before and after the words of a quote selector: what the W3C's own examples and Hypothesis use.
SELECTOR_CONTEXT = 32

# --- a corpus ---------------------------------------------------------------------------------------------------------

# Code points of a report without a headline that stand for one.
FIRST_WORDS = 90

# Rows of each list on the page of a corpus: what a person scrolls through; the tables hold all.
CORPUS_ROWS = 10

# Origins with a colour of their own on that page; the style sheet has eight colours, two of them hard to tell in a bar.
CORPUS_ORIGINS = 6

# Bars of stories by their lines of reporting, and of claims by the reports that carry them; the last holds all above.
LINE_BARS = 8
CARRIER_BARS = (2, 3, 4, 6, 11)
