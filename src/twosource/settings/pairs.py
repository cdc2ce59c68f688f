"""When two sentences say the same, when two quotations are one utterance, and when a change of words is material."""

# Where the model's sum stands at one half. PAN's and MRPC's training parts, of which it has read nothing, agree best with
# one limit for both here (accuracy .909 and .742): the first holds heavy rewordings against other passages, the second
# light ones against sentences that share a clause.
EVEN = -5.2

# How steeply the score rises there: the trees are surer than they are right, and a flatter score ranks alike pairs better.
SLOPE = 0.15

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

# Statements are compared that share so many content words, each of no more than so many statements of the story.
STATEMENT_WORDS_IN_COMMON = 3
COMMON_STATEMENT_WORD = 40

# One that denies what the other says has this share of the content words of both in common; else it denies another thing.
TURNED_STATEMENT = 0.65
