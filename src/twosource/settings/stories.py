"""When two reports tell of one event, and when they only look as if they did.

Swept together on 174 reports of 33 events (Giveme5W1H), 1,865 local crime reports of 698 incidents (GVA) and 165 reports
of 55 events (BASIL), so that one set of values serves all three.
"""

# --- terms ------------------------------------------------------------------------------------------------------------

# Bytes of the shortest word that is a term: single letters are initials and list marks.
SHORTEST_TERM = 2

# Words of the lead, which tells the event, and what each of them counts (60, 100, 150 and all tried).
LEAD_WORDS = 100
LEAD_COUNTS = 2

# Times a term counts at most: what stands more often is a list.
MOST_COUNTED = 255

# Terms of a document that are compared, the heaviest (32, 64, 96, 128 and 200 tried: below 64 long reports lose theirs).
SIGNATURE = 96

# Documents whose terms are found at once: their bytes stand in memory some thirty times over.
TERM_BATCH = 256

# Steps of the integer scales of weights: rounded logarithms agree on every machine, and sums of them are exact.
WEIGHT_SCALE = 8

# Documents from which the early ones alone decide what a term weighs, and their least share of all: what is published
# later leaves old links alone, until the calendar turns (of the stories of Reuters, 310 changed by the newest hundredth of
# the reports and 741 by any hundredth; weighed by all documents, 730 and 938). No term is too common to weigh: where one
# of a fifth of all documents fell away as it became one of a little more, links of thousands of documents changed at once.
EARLY_FROM = 1024
EARLY_SHARE = 0.875

# --- candidates -------------------------------------------------------------------------------------------------------

# The heaviest terms of a document that look for others: the rest only weigh.
SEEKING = 32

# Documents up to which all that share a term are compared, and neighbours in time beyond: cost stays linear.
HOT_TERM = 60
NEIGHBOURS = 5

# Documents that are held against all others at once: the pairs of so many, and their signatures, stay in memory.
PAIRED_DOCUMENTS = 25_000

# Terms that two documents must share to be compared: one is a common name.
SHARED_TERMS = 2

# --- links ------------------------------------------------------------------------------------------------------------

# Cosine of two documents below which they are not linked at all (0, .05, .08, .1, .12 tried).
LINKED = 0.1

# Days after which half of the decay is done, and the share of a link that no gap takes: a trial is reported years after
# the crime, but most reports of one event are of one week (10, 20, 30 days and .7, .8, .85 tried).
DECAY_DAYS = 30.0
LASTING = 0.8

# A text told again with other numbers on another day is a template: cosine, days between, share of numbers in common.
TEMPLATE = 0.6
TEMPLATE_DAYS = 2
TEMPLATE_NUMBERS = 0.5

# The same words of the same publisher on another day are a page of its own furniture, such as a log-in wall.
FURNITURE = 0.9

# --- stories ----------------------------------------------------------------------------------------------------------

# Mean link between two groups from which they are one story (.10 to .30 tried).
TOGETHER = 0.115

# Stories of two or more reports that a round-up touches, and its mean link to each (.12, .15, .2 and .25 tried). At .12 eight
# reports of one crime of GVA passed for round-ups and 479 short notices of Reuters, at .15 none and 155, at .2 none and 21:
# those read were none. Of texts made of a report of each of three stories of GVA, .79, .71 and .62 were found.
ROUND_UP_STORIES = 3
ROUND_UP_LINK = 0.2

# Mean link between two of those stories from which they are near by themselves: reports of one town or trade.
ROUND_UP_APART = 0.03

# Documents of the largest story: above, it is cut by day, because pairs grow with the square.
LARGEST_STORY = 2000
