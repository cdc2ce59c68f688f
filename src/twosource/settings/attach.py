"""How sure the tie of a figure to its event is."""

# A figure of which nothing is said to have happened.
WITHOUT_EVENT = 0.5

# What the last word of a text loses against its first: news puts the main figure first.
LATER_IN_TEXT = 0.4

# What a sentence loses that speaks of earlier times: round-ups and background are the commonest wrong tolls.
OF_THE_PAST = 0.35

# A conversion in brackets may be rounded to one digit; beyond this share it is off.
CONVERSION_TOLERANCE = 0.25

# A person with an article is counted, but a number in the same text says more.
CONFIDENCE_OF_SINGULAR = 0.6

# "Two of the victims" tells of some of those counted elsewhere: taken from how sure a figure is (GVA).
OF_SOME = 0.2

# "Two are in critical condition" tells of some of the injured: taken from how sure a figure is (GVA).
OF_A_CONDITION = 0.1

# "Dozens were hurt" says less than a number of the same event does (GVA).
VAGUE = 0.2

# Code points round "five were shot" in which a death makes the five the dead and the wounded together: a paragraph or
# two of the same incident; further off, round-ups tell of another one (GVA, 150 to 5,000 tried).
NEAR_DEATH = 600

# Code points between "five were hurt" and "two of them died" in which the two tell of three who lived; further off the
# dead may be of another count (GVA, 80 to 600 tried).
REST_REACH = 80

# "Two women and a child were killed" tells of three, and is added up; with larger numbers a list tells of several
# tolls and nobody adds.
LARGEST_ADDED = 99
