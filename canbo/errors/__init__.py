"""Every error canbo raises on purpose, one module for what it is about.

An error keeps its parts as attributes, builds its own sentence, and names the way out. Nothing here
imports anything of ours but the root, :class:`CanboError`.
"""

from canbo.errors.decisions import DecisionsError, NoDecisionsError
from canbo.errors.error import CanboError
from canbo.errors.folder import (
    DamagedGraphError,
    GraphLockedError,
    NoGraphError,
    NotAGraphError,
    SchemaVersionError,
    UnwritableGraphError,
)
from canbo.errors.publishing import (
    CredentialsError,
    ForeignGraphsError,
    StoreCountError,
    StoreError,
)
from canbo.errors.questions import (
    AmbiguousNameError,
    EndpointError,
    MissingParameterError,
    NoMatchError,
    ParameterValueError,
    QueryFileError,
    QuerySyntaxError,
    ResultFormatError,
    UnknownParameterError,
    UnknownQueryError,
)
from canbo.errors.register import (
    NotRegisteredError,
    RegisterCellError,
    RegisterCircleError,
    RegisterColumnsError,
    RegisterFileError,
    RegisterRefusedError,
    RegisterTwiceError,
)
from canbo.errors.sources import (
    EvidenceError,
    NothingReadError,
    UnknownSourceError,
    UnreadableTextError,
)
from canbo.errors.vocabulary import UnknownConstraintError, UnknownSchemeError
from canbo.errors.web import (
    AddressError,
    BadRequestError,
    BusyError,
    ForbiddenRequestError,
    LimitError,
    MediaTypeError,
    NotAcceptableError,
    SlowRequestError,
    TooLargeError,
    WebError,
)
from canbo.errors.writing import UnwritableFileError, UnwritablePageError

__all__ = [
    "AddressError",
    "AmbiguousNameError",
    "BadRequestError",
    "BusyError",
    "CanboError",
    "CredentialsError",
    "DamagedGraphError",
    "DecisionsError",
    "EndpointError",
    "EvidenceError",
    "ForbiddenRequestError",
    "ForeignGraphsError",
    "GraphLockedError",
    "LimitError",
    "MediaTypeError",
    "MissingParameterError",
    "NoDecisionsError",
    "NoGraphError",
    "NoMatchError",
    "NotAGraphError",
    "NotAcceptableError",
    "NotRegisteredError",
    "NothingReadError",
    "ParameterValueError",
    "QueryFileError",
    "QuerySyntaxError",
    "RegisterCellError",
    "RegisterCircleError",
    "RegisterColumnsError",
    "RegisterFileError",
    "RegisterRefusedError",
    "RegisterTwiceError",
    "ResultFormatError",
    "SchemaVersionError",
    "SlowRequestError",
    "StoreCountError",
    "StoreError",
    "TooLargeError",
    "UnknownConstraintError",
    "UnknownParameterError",
    "UnknownQueryError",
    "UnknownSchemeError",
    "UnknownSourceError",
    "UnreadableTextError",
    "UnwritableFileError",
    "UnwritableGraphError",
    "UnwritablePageError",
    "WebError",
]
