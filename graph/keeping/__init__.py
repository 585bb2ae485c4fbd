"""The graph folder: what is kept, published and read again."""
