"""Where a sentence reports: the cue, its subject, and the words that are reported."""
