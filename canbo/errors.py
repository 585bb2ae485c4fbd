"""Every error canbo raises on purpose. This module imports nothing of ours.

An error keeps its parts as attributes, builds its own sentence, and names the way out.
"""


class CanboError(Exception):
    """The base of them all; the command line prints it in one line and exits with 1."""
