"""The grammar of a sentence: its tokens, cues, noun phrases, verbs and subjects."""
