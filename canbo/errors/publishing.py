"""Errors of publishing: the store elsewhere, the credentials for it, what it holds afterwards."""

from canbo.errors.error import CanboError


class CredentialsError(CanboError):
    """Credentials for a store cannot be used as they are given; they are never shown."""

    def __init__(self, problem: str) -> None:
        """Remember what is wrong."""
        self.problem = problem
        super().__init__(
            f"{problem}; set CANBO_STORE_USER and CANBO_STORE_PASSWORD, "
            "or name the host in ~/.netrc"
        )


class StoreError(CanboError):
    """A store elsewhere cannot be reached, refuses, or does not do what it says."""

    def __init__(self, address: str, reason: str, hint: str) -> None:
        """Remember the address, what happened and the way out."""
        self.address = address
        self.reason = reason
        self.hint = hint
        super().__init__(f"the store {address} {reason}; {hint}")


class StoreCountError(CanboError):
    """A store does not hold as many statements as it was sent: nothing is done."""

    def __init__(self, address: str, graph: str, held: int, sent: int, more: int = 0) -> None:
        """Remember the graph, how many it holds and was sent, and how many graphs more differ."""
        self.address = address
        self.graph = graph
        self.held = held
        self.sent = sent
        self.more = more
        rest = f", and {more} graphs more differ" if more else ""
        super().__init__(
            f"the store {address} holds {held} of the {sent} statements of {graph}{rest}; does "
            "somebody else write there, and are both addresses of one store? run it again to mend"
        )


class ForeignGraphsError(CanboError):
    """A store holds graphs of canbo that this graph does not have: answers would mix."""

    def __init__(self, address: str, graphs: tuple[str, ...]) -> None:
        """Remember the address and the graphs."""
        self.address = address
        self.graphs = graphs
        super().__init__(
            f"the store {address} also holds {len(graphs)} graphs of canbo that are not in this "
            f"graph, such as {graphs[0]}; drop them with --prune, or publish to a store of its own"
        )
