"""Thresholds for dates."""

# Code points on either side of a date in which a verb may tell whether it looks back or ahead: about twenty words, a long
# clause. Half as much lost one in twenty future weekdays of TempEval-3; more changed nothing.
DIRECTION_WINDOW = 120

# How much farther a day counts that lies against the way its sentence looks ("announced that the talks open on 9 March"
# looks back with "announced", yet the day is ahead): the nearer year wins unless the other is at most three times as far.
AGAINST_DIRECTION = 3.0

# Code points after a day was named within which a clock time of the same paragraph is taken to belong to it: a few sentences.
CLOCK_REACH = 400
