"""What counts as shared text, as derivation, and as a line of reporting."""

# --- keys -------------------------------------------------------------------------------------------------------------

# Words in a key. Five consecutive words are shared by chance only in set phrases, and survive light editing.
KEY_WORDS = 5

# Characters in a key where a script has no spaces.
KEY_CHARACTERS = 8

# One key in so many is kept, by its hash, so that every document keeps the same ones. At 1/8, .98 of the pairs with
# containment .3 and .90 of those with .1 are found; at 1/4 .98 of the latter (612 articles of 75 outlets).
SAMPLE = 4

# A text of fewer words keeps every key: it has too few to lose any.
DENSE_BELOW_WORDS = 250

# Content words in a key of the second channel, in alphabetical order: light rewriting leaves these when it moves words.
CONTENT_KEY_WORDS = 3

# --- candidates -------------------------------------------------------------------------------------------------------

# Keys that two texts must share to be aligned.
SHARED_KEYS = 2

# Keys that two short texts, all of whose keys were kept, must share: those of the shortest passage.
PASSAGE_KEYS = 4

# Documents that may hold a key before each is joined only to the earliest holders and the neighbours in time: all
# pairs of a text carried by sixty outlets tell no more than the chain of its carriers, and cost thirty times as much
# (a story of 1,000 reports: 55 s with 60; with 200 twice that for 200 reports of it).
HOT_KEY = 60
EARLIEST_HOLDERS = 5
NEIGHBOURS_IN_TIME = 5

# A line of a publisher that stands in so many of its documents is its furniture and no report.
FURNITURE_DOCUMENTS = 3

# Keys, and characters, that a document must have besides what recurs before this counts as its furniture: in shorter ones
# it is the report, a form filled in again.
REPORT_KEYS = 40
REPORT_CHARACTERS = 200

# Share of a publisher's documents that must hold what the documents of one day share before it is its form and not a
# report in several versions: three of five say nothing else, three of a feed of thousands are updates.
FURNITURE_SHARE = 0.01

# --- passages ---------------------------------------------------------------------------------------------------------

# Words of a seed, and the shortest run of equal words that stands alone.
SEED_WORDS = 4
SHORTEST_RUN = 5

# Words that may differ between two runs of one passage, on the longer side.
GAP_WORDS = 8

# Words that must be equal in a passage for it to be told at all: shorter ones are set phrases.
SHORTEST_PASSAGE = 8

# Places a seed may stand at in one document before it is too common to be one.
COMMON_SEED = 16

# Shares of equal words in a passage.
VERBATIM = 0.97
NEAR = 0.6

# A sentence that says what another says, by the model of sentence pairs (.96 of PAN's pairs above this are rewordings):
# one such pair proves nothing, two may.
REWORDED = 0.6
REWORDED_SENTENCES = 2
SHORTEST_SENTENCE = 6

# --- kinds ------------------------------------------------------------------------------------------------------------

# Share of the prose outside quotation marks. Across 612 articles of one story, pairs above .3 join two agencies in less
# than 1% of the cases.
DERIVES = 0.3
MOSTLY = 0.6

# Equal words over all shared words, above which a derived text is a copy and below which it was rewritten.
COPIED = 0.85

# Texts this far apart in hours whose numbers differ are a template filled in again, not an update.
FORMULA_HOURS = 48
FORMULA_NUMBERS = 0.5

# After a week nobody updates a report: a text that comes again with any other number is a form.
UPDATE_HOURS = 168

# Minutes within which two time stamps do not say who was first: copies follow within four minutes, clocks differ.
CLOCK_TOLERANCE_MINUTES = 10

# Keys of content words are commoner, so more of them are asked for.
SHARED_CONTENT_KEYS = 4

# Days on which furniture must recur where days are known: one day's versions of a report are no furniture.
FURNITURE_DAYS = 2

# Words of prose in a row that no set phrase has: one such passage is an excerpt, however long the documents are.
LONG_PASSAGE = 25

# Quoted words must outweigh the shared prose by this factor before only the quotation is said to be shared.
QUOTED_WORDS = 1.0

# Words of prose that must meet before a text counts as rewritten: two short sentences on one event resemble each other.
REWRITTEN_WORDS = 40

# Distinct figures that two documents must share in one order before a common model is thought of, and the share of the
# child's figures that this must be: two reporters at one press conference choose and order differently.
INHERITED_FIGURES = 6
INHERITED_SHARE = 0.7

# The same where one document credits the other's publisher: nothing else brings three of its figures in its order.
CREDITED_FIGURES = 3
CREDITED_SHARE = 0.5

# Shared words or quotations that must stand beside the figures: figures alone may come from one official table.
INHERITED_QUOTES = 0.25
INHERITED_PROSE = 0.03

# Figures in more than this share of a story's documents tell nothing of who took them from whom.
STORY_WIDE_SHARE = 0.9

# Share of a reworded sentence's words that count as kept when copies are told from rewrites.
EQUAL_OF_REWORDED = 0.5

# Share of a document's prose that two documents of one publisher must share beyond what it prints in others too.
FRESH = 0.1

# --- parents ----------------------------------------------------------------------------------------------------------

# Runs of four words that one changed number weighs: a copy keeps the numbers of what it was copied from, and a changed
# word costs four.
CHANGED_NUMBER = 8

# A holder of so few runs of four words less than the best counts as its equal, and the earliest of equals is the parent:
# less than one changed word.
EQUAL_HOLD = 3

# Of those who print one wire, one copied another where both have so many runs of four words, two words' worth, that a
# third has not which covers as much of them, up to this share: less text would only say that it cut more.
DEPARTURE = 24
COVERED_ALIKE = 0.02

# The same where two earlier prints lack them, which are like each other and hold most of the rest: one line added to the wire.
DEPARTURE_FROM_TWO = 12

# Share of the most that a second parent may hold of what the first does not, above which holders are equal there.
EQUAL_MORE = 0.985

# A second parent holds at least so much of the child that the first does not: share of its text, and characters.
SECOND_PARENT = 0.15
SECOND_PARENT_CHARACTERS = 240

# Where a date is missing, a text of which the other holds this share, and that holds less of the other by so much, was
# cut from it; a text of so many timed or bulleted entries is a diary that takes in others, and tells nothing.
HELD = 0.8
HOLDS_MORE = 0.15
ENTRIES = 3

# So, too, a text of which the other holds most, beside a little of its own (up to this share is shared), and so much less
# of the other.
OWN_WORDS = 0.9
CUT = 0.2

# A text between so many characters of other matter was taken in, and is not what the rest was cut from; so many on top are
# a lead of its own, and so few a dateline. On stories made by the generator, .006 to .015 more parents are right with these.
AROUND = 80
OPENING = 40

# --- work -------------------------------------------------------------------------------------------------------------

# Pairs that one process aligns at a time: a few tenths of a second of work, so that processes end together.
BUNDLE_PAIRS = 1024

# Hours after which nobody rewrites a report: sentences in other words are looked for in nearer ones only.
REWRITTEN_HOURS = 96
