"""What a candidate must pass: the rules of `bank.check`, and those that need facts."""
