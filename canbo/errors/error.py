"""The root of every error canbo raises on purpose."""


class CanboError(Exception):
    """The base of them all; the command line prints it in one line and exits with 1."""
