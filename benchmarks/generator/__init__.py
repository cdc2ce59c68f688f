"""Stories with known lineage: made-up reports of made-up events, with the truth of what derives from what."""

from benchmarks.generator.story import Fact, Link, Slip, Story, generate_corpus, generate_story

__all__ = ["Fact", "Link", "Slip", "Story", "generate_corpus", "generate_story"]
