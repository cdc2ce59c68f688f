"""What is taken for a text, how large it may be, and when its language counts as known."""

# --- size -------------------------------------------------------------------------------------------------------------

# Bytes of one text, page or row, unpacked: the longest news reports and court rulings stay below one megabyte, and a
# compressed file of a few kilobytes can unpack to gigabytes.
LARGEST_TEXT = 32 * 1024 * 1024

# Bytes of one .json file: it is parsed as a whole, in some five times its size of memory. JSON Lines have no limit.
LARGEST_JSON = 256 * 1024 * 1024

# Bytes unpacked at a time: few enough that a damaged file gives up little beside the damage.
UNPACK_BYTES = 64 * 1024

# Times its packed size that a file may unpack to, and the bytes from which that is asked: text shrinks to a fifth, logs of
# one line over and over to a hundredth, and bombs, by gzip, to a thousandth.
UNPACK_TIMES = 250
UNPACK_FROM = 64 * 1024 * 1024

# Rows of a Parquet file held at a time: row groups of long articles take tens of megabytes.
PARQUET_ROWS = 256

# Places of one archive at which reading begins anew after a record that is not what its header says.
BROKEN_RECORDS = 100

# --- what is text -----------------------------------------------------------------------------------------------------

# NUL characters a text may hold: a stray one or two come from old databases, more come from files that are no text.
STRAY_NULS = 3

# Share of other control characters above which something is no text: bytes at random, read as a one-byte encoding, hold
# one in ten, and texts with terminal colours left in them one in a hundred.
CONTROL_SHARE = 0.02

# Share of damaged sequences among those beyond ASCII up to which bytes are still damaged UTF-8: a file cut in the
# middle of a letter has one, and Western or Cyrillic one-byte text read as UTF-8 has next to no sound one.
DAMAGED_SHARE = 0.1

# Bytes that begin a file which is no text, whatever its name says.
BINARY_BEGINNINGS = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"PAR1")

# Words below which there is nothing to compare. Scripts without spaces between words count by letters in a row: two
# words of Chinese or Thai have four to ten.
FEWEST_WORDS = 2
FEWEST_UNSPACED = 6

# --- pages ------------------------------------------------------------------------------------------------------------

# Code points of a cell above which a table lays out a page: data has numbers, names and a few words in its cells.
LONGEST_CELL = 100

# --- front matter -----------------------------------------------------------------------------------------------------

# Code points the front matter of a text may have: a title and an address take a few hundred, and YAML is slow to parse.
LONGEST_FRONT_MATTER = 16 * 1024

# --- language ---------------------------------------------------------------------------------------------------------

# Code points from which the language is detected: on 860 pages in seven languages the detector was right for .948 of
# 2,000 code points, near the ceiling of the labels, but for .878 of 120 code points.
LANGUAGE_FROM = 500

# Code points looked at: more change nothing, and the cost grows with the length.
LANGUAGE_UP_TO = 4000

# Distance from the nearest language profile above which the detector is unsure; its authors call 1,200 usually false.
LANGUAGE_DISTANCE = 1200
