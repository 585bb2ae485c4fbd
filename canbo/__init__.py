"""A knowledge graph of Vietnamese officials and the directives they work under.

The package has four rooms, and each looks only at the ones below it:

    viz        the network a reader explores
    queries    the questions a researcher asks      graph   from text to facts
    ontology   the words all of them use
"""

__version__ = "0.1.0"
