"""How work is cut for the engines."""

# Rows a record batch holds: large enough that the cost of a batch vanishes beside that of its documents, small enough
# that two workers share a story of a few hundred documents evenly.
BATCH_ROWS = 64

# Documents from which a pool of processes pays: starting two clean workers takes as long as extracting some 150 articles.
POOL_FROM_ROWS = 256
