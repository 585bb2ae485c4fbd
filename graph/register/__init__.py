"""Reference facts: congress terms, plenums, Party documents, organs, posts."""
