"""Thresholds for what is not the report, chosen so that no line of a report is lost: junk left in does less harm."""

# Code points of a line that may be a notice ("All rights reserved ..."): licence texts run to some three sentences; a
# paragraph of a report that quotes such words is longer or attributes them.
NOTICE_LENGTH = 400

# Code points of a request ("Sign up ..."), of a label, a byline or a credit: one or two short sentences, and less.
REQUEST_LENGTH = 250
LABEL_LENGTH = 80
BYLINE_LENGTH = 100
CREDIT_LENGTH = 90

# Code points of a link line ("Read more: ..."): a headline and its label.
LINK_LENGTH = 180

# Code points of a caption that ends with its credit: agencies write up to four sentences. One without a credit is one
# sentence or two; beyond that a report may have run into it.
CAPTION_LENGTH = 600
SHORT_CAPTION_LENGTH = 320

# Share of lines that may be indented for an indented line to stand apart: beyond it the text indents its paragraphs.
INDENTED_SHARE = 0.3

# Code points at the end of a caption in which its credit and its date stand.
CREDIT_TAIL = 150

# Lines with words, counted from the top and from the end, among which bylines and times of updates stand; sections and
# bare dates stand only above the first sentence, which has at least so many code points.
TOP_LINES = 12
END_LINES = 8
SENTENCE_LENGTH = 80

# A menu at the top: so many lines in a row, each of at most so many words.
MENU_LINES = 5
MENU_WORDS = 3

# Titles that may follow a heading such as "Related Posts", and the words of the longest.
RELATED_LINES = 12
RELATED_WORDS = 18

# A text wrapped by width: lines of so many code points that no stop ends, at least so many, and such a share of all
# lines of that width. In a text of one paragraph a line nearly every line ends with a stop.
WRAPPED_LINE = (40, 100)
WRAPPED_LINES = 4
WRAPPED_SHARE = 0.4
