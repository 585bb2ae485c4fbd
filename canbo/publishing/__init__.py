"""The graph in someone else's store: sent graph by graph, counted afterwards, gone on with."""
