"""What a learner did: immutable events, the revisions they speak of, and the stores that keep them."""
