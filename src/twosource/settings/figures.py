"""What a hedge means as an interval, and how sure a reading of a number is. Shares are of the written number."""

# Hedged round numbers stand for a wider range than hedged precise ones (Williams & Power 2013; Ferson et al. 2015): two
# significant digits or fewer, and more. Pairs of headline and body of one story: "about" lies within -10% to +8%,
# "around" within -7% to +6% of the exact number (19 and 15 pairs).
ABOUT_ROUND = 0.10
ABOUT_PRECISE = 0.05
ROUND_DIGITS = 2

# A bare round number may be off by half of its last place, but by no more than this share: nobody writes "10 yards" for 6.
WIDEST_ROUNDING = 0.25

# "Nearly N" and "just under N" are said of numbers below N: 92% of 12 headline and body pairs, none more than 4% below.
# "Just over N" mirrors it.
CLOSE_REACH = 0.05

# A bare count under this is read to the unit: reporters count 40 dead one by one, but round 12,000 troops.
EXACT_COUNT_BELOW = 100

# --- how sure ---------------------------------------------------------------------------------------------------------
# Not probabilities of being true, but of having been read as a careful reader would; the order is what matters.

SURE = 0.95  # a unit, a currency, a percent sign, a scale word
COUNT = 0.85  # a bare number before a word
BARE_DIGITS = 0.6  # digits with nothing behind them to count
ONE = 0.7  # "one man": counted or merely mentioned
ONE_OF = 0.3  # "one of the best": a quantity by form only
COMPOUND = 0.5  # "three-bedroom": a quality more than a count
ZERO = 0.7  # "no casualties"

# --- two numbers that are one -----------------------------------------------------------------------------------------

# "Five or six", "by 1 to 1.5 degrees": beyond this factor the two are an alternative, or an amount and a new value.
WIDEST_LOOSE_RANGE = 2.5

# Two bare numbers with a dash between them may be a score up to here; basketball stays below it.
HIGHEST_SCORE = 200

# Up to here they are a score without any word of games beside them: nobody counts "2-3" of nothing.
LOW_SCORE = 12

# --- how far to look --------------------------------------------------------------------------------------------------

# Code points to the left in which words that belong to a number are sought: the longest hedge has 24.
LEFT_WINDOW = 40

# And to the right, for the rest of a web address.
RIGHT_WINDOW = 40

# Between a figure and its conversion or the end of its movement: "of territory (about".
TIE_REACH = 48

# Before a sum, for the word that says so: "revenue for the second quarter slipped 3 percent to".
SUM_REACH = 72

# "From 400 to 340 million": a number takes the scale of the one it moved to where that makes them so many times apart at most.
MOVED_AT_MOST = 10

# --- years ------------------------------------------------------------------------------------------------------------

# Four digits from here to there, with nothing to count behind them, are a year.
FIRST_YEAR = 1500
LAST_YEAR = 2149  # forecasts reach into the next century
