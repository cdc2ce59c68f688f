"""Thresholds for dates. Sweeps are on TempEval-3 (TimeBank and AQUAINT), right intervals of 1,292 dates found."""

# Code points on either side of a date in which a verb may tell whether it looks back or ahead: about twenty words, a
# long clause. 40: 1,120 right; 90: 1,124; 120: 1,126; 400: 1,127.
DIRECTION_WINDOW = 120

# How much farther a day counts that lies against the way its sentence looks ("announced that the talks open on 9 March"
# looks back with "announced", yet the day is ahead). 1 (the way is ignored): 1,106 right; 2: 1,125; 3: 1,126; 5: 1,119;
# 1,000 (the way alone decides): 1,067.
AGAINST_DIRECTION = 3.0

# Code points after a day was named within which a clock time of the same paragraph belongs to it: a few sentences.
# 0: 1,125 right; from 200 on: 1,126.
CLOCK_REACH = 400

# Code points before "a year ago" in which a figure makes it a comparison with the same quarter or month: half a
# sentence. 0: 1,113 right; 30: 1,125; 60: 1,126; 120: 1,127.
COMPARISON_REACH = 60

# Code points before "by May" in which a capitalised word before the same name makes it a person's: most of an article.
NAME_REACH = 3000

# Code points of a line that may have been wrapped by width, so that its end does not end a paragraph: news wires wrap
# at 60 to 80, mail at up to 100; a shorter line is a heading, an entry of a list or the end of a paragraph.
WRAPPED_LINE = (40, 100)

# Code points round "the fourth quarter" in which a word of a game makes it a quarter of the game: a long clause.
GAME_REACH = 80

# Code points that a date with what must follow it may take; no form is longer, save in white space.
LONGEST_DATE = 160
