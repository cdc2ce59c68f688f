"""When two sentences say the same, when two quotations are one utterance, and when a change of words is material."""

# Where the model's sum stands at one half. PAN's and MRPC's training parts, of which it has read nothing, agree best with
# one limit for both about here (accuracy .915 and .743): the first holds heavy rewordings against other passages, the second
# light ones against sentences that share a clause.
EVEN = -6.8

# How steeply the score rises there: the trees are surer than they are right, and a flatter score ranks alike pairs better.
SLOPE = 0.14

# The score from which two sentences are taken to say the same; below it nobody asks what they say otherwise.
HALF = 0.5

# Pairs measured together: a batch of a few megabytes.
PAIRS_AT_ONCE = 4096

# Share of the shorter quotation's words that the longer must hold in order for the two to be one utterance.
SAME_UTTERANCE = 0.7

# The same share of the words with a meaning.
SAME_CONTENT = 0.6

# Words in a row that both must have: a stock phrase gives fewer.
LONGEST_RUN = 4

# Where both hold the same words with a meaning, and so many of them, no run is asked for: "We race with water, not with
# time" and "We are in a race against water, not against time" are two translations.
SAME_WORDS = 3

# Nor where this share of all words, and of those with a meaning, is held: one word of a short sentence is changed.
NEARLY_ALL = 0.75

# So many words in a row are said twice by nobody: two such quotations are cuts of one speech, whatever else they hold.
SURE_RUN = 12

# Common words in a row that are taken for the body of the utterance; what lies outside is an end that was cut.
ANCHOR_WORDS = 2

# A single common word of so many letters, or a number, carries the body on past a change of a word or two.
TELLING_LETTERS = 6

# Words up to which an end that differs on both sides is a change and not two cuts at different places.
EDGE_WORDS = 6

# Quotations of fewer words are compared when they share three words in a row instead of four.
SHORT_QUOTE_WORDS = 6

# A run of words in more quotations than this is a slogan and no sign of one utterance.
COMMON_QUOTE_GRAM = 40

# Two statements are one claim from this score on: of the pairs above it in the stories of BASIL, the events of Giveme5W1H and 250
# incidents of LongTailQATask, each said one thing.
SAME_STATEMENT = 0.75

# Fewer words are a greeting or a thing and assert nothing that two reports could share: "you're welcome", "the horrific scene".
STATEMENT_WORDS = 4

# Statements are compared that share so many content words, or of short ones so many and all but one of each; a word that
# more statements of the story have than COMMON_STATEMENT_WORD does not count.
STATEMENT_WORDS_IN_COMMON = 3
WORDS_OF_A_SHORT_STATEMENT = 2
COMMON_STATEMENT_WORD = 40

# One that denies what the other says has this share of the content words of both in common; else it denies another thing.
TURNED_STATEMENT = 0.65

# Look-alikes have so many words in common for each that only one of them has, and no more of those in all: of the made
# pairs that a word or two turns, nearly all do.
LOOK_ALIKE = 0.7
WORDS_APART = 10

# Words of a side up to which the one place where two sentences differ can turn what they tell; more are another telling.
TURNING_WORDS = 3

# Words of a thing that changes places with another: "the garrison of Kessel".
EXCHANGED_WORDS = 4

# Names that share so many letters in order are one name spelt otherwise.
NAME_SPELT_OTHERWISE = 0.7

# A name is cut short to so many of its first letters or more: "Nov" for November, "Prof" for Professor.
NAME_CUT_SHORT = 3

# What a look-alike that says something else keeps of the score that its wording earns: less than one half of any.
TURNED_SHARE = 0.4

# Places at which look-alikes may differ: "a bus in Tarsk on Monday" and "a train in Moen on Friday". Where it is more than
# one, two of them have to turn what is told.
PLACES_CHANGED = 3
