"""How a corpus is cut into parts that are done, or done again after a kill, as a whole."""

# Documents of a part: some two seconds of extraction, which a kill may cost, and a megabyte of Parquet. Where one ends
# hangs on the text of its last document, so that a row that comes or goes in a large file moves no other part; these are
# the fewest, the mean of those that follow, and the most.
PART_LEAST = 128
PART_FURTHER = 384
PART_MOST = 1024

# Parts whose terms are found as one task: a third of a second.
TERM_PARTS = 8

# Documents up to which parts are extracted as one task: shared out among processes that have to be started, so many would be
# done hardly sooner, and cost two seconds of processors more.
ONE_TASK = 512

# Small inputs that are read as one task, and their bytes: opening a part for each would cost more than reading it.
TASK_INPUTS = 512
TASK_BYTES = 16 * 1024 * 1024

# Documents of a shard of stories: a few seconds of judging.
SHARD_DOCUMENTS = 400

# Documents of stories to judge from which their rows are stored and divided in files: fewer are some ten megabytes.
STORED_DOCUMENTS = 2048
