"""Items out of facts: one module a kind of question, each with `realise(fact, article)`."""
