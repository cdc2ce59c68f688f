"""Thresholds for what is not the report. They are chosen so that no line of a report is lost: junk left in does less harm."""

# Code points of a line that may be a notice ("All rights reserved ..."): licence texts run to some three sentences; a
# paragraph of a report that quotes such words is longer or attributes them.
NOTICE_LENGTH = 400

# Code points of a request ("Sign up ..."), a byline or a credit: one or two short sentences.
REQUEST_LENGTH = 250
BYLINE_LENGTH = 100
CREDIT_LENGTH = 90

# Code points of a link line ("Read more: ..."): a headline and its label.
LINK_LENGTH = 180

# Code points of a caption: agencies write up to four sentences.
CAPTION_LENGTH = 600

# Lines with words, counted from the top and from the end, among which section labels, bylines and dates stand.
TOP_LINES = 12
END_LINES = 8

# A menu at the top: so many lines in a row, each of at most so many words.
MENU_LINES = 5
MENU_WORDS = 3

# Titles that may follow a heading such as "Related Posts", and the words of the longest.
RELATED_LINES = 12
RELATED_WORDS = 18
