"""The whole corpus at once: its stories, and the run that makes its ledger step by step."""
