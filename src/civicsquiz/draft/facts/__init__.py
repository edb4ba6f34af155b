"""What an article says, as typed facts: one module a frame, each with `extract(article)`."""
