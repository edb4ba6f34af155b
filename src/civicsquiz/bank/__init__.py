"""What a question is: models, the bank file in and out, the rules it must pass, the library."""
