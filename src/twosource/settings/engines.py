"""How work is cut for the engines."""

# Rows a record batch holds: large enough that the cost of a batch vanishes beside that of its documents, small enough
# that two workers share a story of a few hundred documents evenly.
BATCH_ROWS = 64

# Documents from which a pool of processes pays: starting two clean workers takes as long as extracting some 150 articles.
POOL_FROM_ROWS = 256

# Bytes of shards in memory from which a pool pays: documents of so many, with what they say, are judged in six seconds, three
# times what two clean workers take to start and to load their word lists.
POOL_FROM_BYTES = 8_000_000

# Memory that queries may take before they spill to disk: with the program's own, less than the processes take that judge
# (780 MB), so that a run of 200,000 documents takes what one of 10,000 does. 600 and 300 MB are neither faster nor slower.
MEMORY = "400MB"

# Rows of a table in memory up to which a query joins in an order of the database's own choice. Of more its guesses ruin it:
# grouping 4,000 texts of Reuters took twice the time and memory, and 8,000 more memory than MEMORY.
SMALL_ROWS = 50_000

# Rows that a stored table gathers before it writes them, as some tens of thousands compress well, and their most bytes as a
# query holds them: what documents say is some kilobytes a row, and took 980 MB at 200,000 documents where it takes 530 now.
STORED_ROWS = 65_536
STORED_BYTES = "32MB"

# Rounds of tasks that one job gives every worker of a cluster, and jobs that run at once: each task has its own place in
# the queue, what a job costs in itself is small beside eight rounds, and no worker waits for the last one of a job.
JOB_ROUNDS = 8
JOBS_AT_ONCE = 2

# Objects after which the collector of garbage looks for rings of them, of which rows make none: with Python's 700 it takes a
# quarter of the time of a story of 200 reports, with this a tenth, and with ten times as many hardly less.
COLLECTED_AFTER = 10_000
