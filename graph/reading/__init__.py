"""One text -> the statements it makes, each with the words that make it."""
