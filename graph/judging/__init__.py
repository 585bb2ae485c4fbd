"""Over all sources: who is one person, and what follows about when."""
