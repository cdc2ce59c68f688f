"""When two figures measure the same thing, when their values agree, and what counts as a slip."""

# --- values -----------------------------------------------------------------------------------------------------------

# An unhedged count below this is read as exact: reporters count 40 dead one by one, but round 12,000 troops.
EXACT_COUNT_BELOW = 100

# Ages one year apart may both be right: a birthday lies between.
HALF_A_YEAR = 0.5

# Two points count as one when they differ by less than this share: conversions carry rounding of their own.
POINT_TOLERANCE = 0.005

# A number may stand for a longer one with its last digits cut off, where one unit of its last place is at most this share.
CUT_OFF_AT_MOST = 0.05

# "At least N" is written when the writer expects N or somewhat more; beyond this factor it backs nothing.
AT_LEAST_REACH = 1.5

# "Less than N" is written close below N, "up to N" in its upper half (readers of "up to 5 km" expect 3 to 5).
LESS_THAN_REACH = 0.8
AT_MOST_REACH = 0.5

# A bound backs a value up to this factor of the bound; above it the two are merely compatible.
BOUND_BACKS = 1.25

# Beyond this factor a bound and a value are of two things, where nothing grows: in the events of Giveme5W1H the widest pair of
# one thing was "more than 200" of 276.
BOUND_SPEAKS_OF = 3

# --- the same thing ---------------------------------------------------------------------------------------------------

# Weights of the evidence that two figures measure one thing, and the sums that join them. Values that agree are evidence
# themselves; values that differ need more, because a false conflict costs more than a missed one.
SAME_EVENT = 3.0
SAME_HEAD = 2.0
SAME_CLASS = 1.5
SAME_PERSON = 7.0  # ages of one full name
SAME_SIDE = 1.5
SAME_PLACE = 1.0
SAME_TIME = 1.5
SAME_SPEAKER = 1.0
SAME_SMALL_VALUE = 0.5  # up to ten: half of the small numbers of any two reports agree by chance
SAME_VALUE = 1.5  # up to a hundred
SAME_LARGE_VALUE = 2.5  # above, measures and sums of money of two digits, and counts such as 52 that are not round
SAME_PRECISE_VALUE = 3.5  # three or more significant digits: chance agreement is below one in a thousand
ROUNDED_VALUE = 1.0
SAME_DIMENSION = (
    2.0  # of measures whose values agree: what is measured is often left unsaid ("advanced five kilometres")
)
SAME_TOPIC = 2.0  # shares, sums and lengths that agree, with a word in common for what is measured ("food prices")
CONTEXT = 6.0  # times the Jaccard overlap of the content words round the two figures
ALIGNED = 5.0  # the two stand at the same place of a shared passage
SET_APART = 6.0  # one sentence sets the two against each other ("police put it at 12,000, organisers said 60,000")
CONTRAST = 4.0  # one document gives two values of one thing as the words of two speakers
EXPLAINED = 1.5  # the values differ by just what a slip would make of them, which chance does in one of a hundred pairs
JOIN_AGREEING = 4.0
JOIN_DIFFERING = 6.0
JOIN_TOLL = 5.0  # numbers of one running toll differ as a rule, and what they mean together is judged by their dates

HEADLESS = 1.5  # the same large count, of which one report does not say what it counts ("put the crowd at 12,000")

# Words round a share, a sum or a length of time among which it is said what is measured: "raised its key rate to 6.5 percent".
TOPIC_WORDS_BEFORE = 7
TOPIC_WORDS_AFTER = 4
TOPIC_WORDS_SHOWN = 2  # of those that reports share, in a claim's text

# Counts from here on are large enough to be recognised without what they count.
LARGE_COUNT = 1000

# Counts of two digits above this that are not round, such as 52, are rarely shared by chance.
UNCOMMON_COUNT = 20

# A slip between texts that share no passage: digits of the value, words in common round it, and their share of the shorter
# context.
DIGITS_OF_A_TELLING_VALUE = 2
WORDS_ROUND_A_SLIP = 2
CONTEXT_ROUND_A_SLIP = 0.2

# Two digits that changed places are believed of percentages and measures that share so many words, and this share of the
# shorter context ("orders fell by 63 percent in three years", "orders collapsed by 36 percent in three years").
LIKE_WORDS = 3
LIKE_CONTEXT = 0.4

# Days that two short times may lie apart and still be one.
DAYS_APART = 3

# Days after which a count is of another event than one of which no time is said: a story goes on for weeks, and recalls
# what is older.
LONG_PAST_DAYS = 60

# Days from which a period is a season: what it counts is no newer toll of one event.
LONG_TIME_DAYS = 60

# A season or longer and a time so many times shorter are not told of with two values of one thing: "since 1980", "last year".
UNLIKE_TIMES = 2

# Events whose number grows while a story runs.
RUNNING = frozenset(
    [
        "killed",
        "injured",
        "casualties",
        "missing",
        "displaced",
        "evacuated",
        "rescued",
        "arrested",
        "charged",
        "infected",
        "hospitalised",
        "tested",
    ]
)

# Events whose number is told anew as they go on, so that a later and higher one contradicts nothing: villages taken, votes
# counted. Two of them are not one thing as easily as two tolls.
GROWING = RUNNING | {"seized", "retaken", "voted"}

# --- counted otherwise ------------------------------------------------------------------------------------------------

# Events whose counts may hold one another: the dead among the hurt, the hurt among the casualties.
CASUALTIES = frozenset(["killed", "injured", "casualties", "hospitalised", "missing"])

# Words from which a quotation under two names is one utterance: fewer are anybody's ("We started running"; of the pairs of
# BASIL and the events of Giveme5W1H that met below, none was one utterance).
WORDS_OF_ONE_SPEAKER = 7

# Content words of a short quotation without which it is a phrase that anybody may use ("I don't know").
WORDS_THAT_SAY_SOMETHING = 2

# Two named speakers of two reports contradict each other over a toll from here on: below, each tells of his own part (of 27
# smaller pairs in the incidents of LongTailQATask, three were contradictions).
PARTIES_DIFFER_FROM = 10

# Hours after which a derived text could have known of a newer number.
STALE_AFTER_HOURS = 6

# Values that differ at the same places of two texts, and are most of those, from which the text is a form filled in twice: a
# copy garbles one or two.
FILLED_IN = 3

# Words in common (Jaccard) round two values that differ, for reports that name nobody to tell of one thing.
DISPUTED_CONTEXT = 0.15

# Days between two reports from which a value that differs may be a new one.
DISPUTED_DAYS = 7

# Sentences between two numbers of one report that it sets against each other as the words of two speakers.
SENTENCES_BETWEEN_PARTIES = 2

# Words between the verb of an estimate and its number ("put the number of dead at 26").
WORDS_BEFORE_AN_ESTIMATE = 5

# Attackers by whom two tolls of one event may differ where a report says that it counts them.
ATTACKERS_AT_MOST = 3

# Counts of one sentence that are added up together; more of them make a list of something else.
PARTS_OF_A_SUM = 4

# --- slips ------------------------------------------------------------------------------------------------------------

# Two values a power of ten apart are a slip only within this share of the exact power.
SCALE_TOLERANCE = 0.005

# Chance makes two values a thousandfold apart, with one shared digit, in .74% of random pairs of displacement figures,
# and with two in .44% (199,045 pairs); a tenfold or hundredfold of a single digit is commoner and explains nothing alone.
SCALES_OF_ONE_DIGIT = (3, 6)

# A digit swap or a changed digit needs this many digits to be rarer than .1% by chance.
DIGITS_FOR_TYPING_SLIP = 3

# Two swapped digits explain two values of one thing, also where they stand in no shared passage, from so many significant
# digits on: by chance that is one pair of values in three thousand.
DIGITS_OF_A_PRECISE_NUMBER = 4

# Killed and injured given the other way round: nearer values are told apart by one more who died, which moves both.
SWAPPED_APART = 3

# A part given as the whole, or the figure of another time: smaller numbers meet by chance.
SMALLEST_TAKEN_FOR_ANOTHER = 10

# Two lengths, areas or weights mixed up in their units: the factor between them, met within this share.
UNIT_TOLERANCE = 0.02

# --- candidates -------------------------------------------------------------------------------------------------------

# Two figures without a common event are compared when their sentences share this many content words ...
CONTEXT_WORDS_IN_COMMON = 2

# ... that stand with no more than this share of the story's figures: the story's own name tells nothing apart.
COMMON_WORD_SHARE = 0.25

# --- quotations and claims --------------------------------------------------------------------------------------------

# Words a quotation needs to be followed from document to document; shorter ones ("very difficult") are common phrases.
SHORTEST_QUOTATION_WORDS = 3

# Code points between two pieces of one utterance: "A," she told reporters outside the hall. "But B."
BETWEEN_PIECES = 80

# Code points of a claim's text in tables; the whole is one click away.
CLAIM_TEXT_LENGTH = 240

# Code points between a number and what it counts up to which a claim is worded as the report has it.
FAR_NOUN = 40

# Code points round a speaker's name in which a report says for whom he speaks.
FAR_ROLE = 70

# Letters from which two words of a name that differ by one may be one word misspelt.
LETTERS_OF_A_NAME = 4

# Words of a description that a sentence gives in parentheses, as "the union" or "city fire officials".
SHORT_DESCRIPTION = 3

# A passage that names nobody is relayed from one that does when it shares so many content words with it, and this share of
# the words of both.
WORDS_OF_A_RELAY = 6
SHARE_OF_A_RELAY = 0.6

# Documents that must carry a claim before "one origin only" is worth an editor's time.
CARRIERS_OF_ONE_ORIGIN = 3

# A count up to this of which nothing is said to have happened is no news by itself.
SMALL_COUNT = 10

# Two figures of one report that contradict each other are shown when they lie within this factor of one another and the
# smaller is above this: else one of them was misread.
INCONSISTENT_WITHIN = 5
SMALL_TOTAL = 3

# Numbers that fall as a story goes on, because those counted are found.
FALLING = frozenset(["missing"])
