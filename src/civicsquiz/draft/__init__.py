"""From an article to a bank worth keeping: facts, items out of them, a gate, and merging."""
