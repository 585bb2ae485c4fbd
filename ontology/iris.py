"""How each thing gets its IRI: plain functions from text to text, the same on every machine.

======================  ====================================  ===================================
thing                   form, after ``BASE``                  made from
======================  ====================================  ===================================
vocabulary term         ``ns#Tenure``                         its name in ``canbo.ttl``
named graph             ``graph/register``                    vocabulary, register, derived
source graph            ``graph/source/D16``                  the source's IRI
source                  ``source/D16``                        its URL, else its id, else its path
passage                 ``source/D16#char=120,180``           source, start, end
selector                ``source/D16#selector=120,180``       source, start, end
attestation             ``source/D16/attestation/HD12``       source, letter, what tells it apart
citation                ``source/D16/citation/CD12``          source, what tells it apart
action                  ``source/D16/action/AD12``            source, what tells it apart
person                  ``person/SLUG-D8``                    name, the mention that founded it
organisation            ``organization/SLUG-D8``              canonical name with its locality
post                    ``post/SLUG-D8``                      role title, organisation
tenure                  ``tenure/PERSON-D8``                  person, post, founding attestation
bound                   ``bound/TENURE/startLatest``          tenure, which bound (and the rule)
event                   ``congress/SLUG-D8``                  kind, organisation, ordinal or date
term                    ``term/tw/x``                         body (code or name), ordinal, years
organisation change     ``change/SLUG-D8``                    kind, date, the organisations
Party document          ``document/tw/x/ct/10``               series, term, type as signed, number
State document          ``document/state/cp/2020/ndd/30``     issuer, year, type, number
document with a name    ``document/named/SLUG-D8``            its name, what tells it apart
unregistered document   ``document/unregistered/SLUG-D8``     all that is said of it
concept                 ``scheme/status/current``             scheme, name
role                    ``scheme/role/chu-tich``, ``…-D8``    title; see :func:`role_iri`
======================  ====================================  ===================================

``SLUG`` is for the eye, ``D8`` (``D12``, ``D16``) for the machine: that many hex digits of the
SHA-256 of the parts named in the third column. Names that differ only in case, spaces, Unicode form
or the place of a tone mark (``Ủy``, ``Uỷ``) are one name; a tone or a letter more makes another.

How slugs, digests and codes are written is in ``segments.py``.
"""

from typing import Final, Literal, TypeAlias

from canbo.ontology.segments import Part, body_segment, code_segment, digest, number_segment, slug
from canbo.spelling import name_key

BASE: Final = "https://w3id.org/canbo/"
"""What every IRI of ours begins with; written here and nowhere else in Python."""

NS: Final = BASE + "ns#"
"""The namespace of the vocabulary, ``cb:``."""

__all__ = [
    "BASE",
    "NS",
    "GraphName",
    "action_iri",
    "attestation_iri",
    "bound_iri",
    "change_iri",
    "citation_iri",
    "concept_iri",
    "event_iri",
    "graph_iri",
    "named_document_iri",
    "organization_iri",
    "party_document_iri",
    "passage_iri",
    "person_iri",
    "post_iri",
    "role_iri",
    "selector_iri",
    "slug",
    "source_graph_iri",
    "source_iri",
    "state_document_iri",
    "tenure_iri",
    "term_iri",
    "unregistered_document_iri",
]

GraphName: TypeAlias = Literal["vocabulary", "register", "derived"]
"""The named graphs that stand beside those of the sources."""


def _named(folder: str, label: str, *parts: Part) -> str:
    return f"{BASE}{folder}/{slug(label)}-{digest(parts)}"


def _tail(iri: str) -> str:
    return iri.rpartition("/")[2]


def graph_iri(name: GraphName) -> str:
    """Return the IRI of a named graph that belongs to no one source.

    >>> graph_iri("derived")
    'https://w3id.org/canbo/graph/derived'
    """
    return f"{BASE}graph/{name}"


def source_iri(key: str) -> str:
    """Return the IRI of the source known by *key*: its URL, else its id, else its path.

    >>> source_iri("https://example.org/tin/1")
    'https://w3id.org/canbo/source/0a308b1aeca324fe'
    """
    return f"{BASE}source/{digest([key], 16)}"


def source_graph_iri(source: str) -> str:
    """Return the IRI of the named graph of the source with the IRI *source*.

    >>> source_graph_iri("https://w3id.org/canbo/source/1f2e")
    'https://w3id.org/canbo/graph/source/1f2e'
    """
    return f"{BASE}graph/source/{_tail(source)}"


def passage_iri(source: str, start: int, end: int) -> str:
    """Return the IRI of the code points *start* to *end* of a source.

    >>> passage_iri("https://w3id.org/canbo/source/1f2e", 120, 180)
    'https://w3id.org/canbo/source/1f2e#char=120,180'
    """
    return f"{source}#char={start},{end}"


def selector_iri(source: str, start: int, end: int) -> str:
    """Return the IRI of the selector that finds the passage *start* to *end* of a source.

    >>> selector_iri("https://w3id.org/canbo/source/1f2e", 120, 180)
    'https://w3id.org/canbo/source/1f2e#selector=120,180'
    """
    return f"{source}#selector={start},{end}"


def attestation_iri(source: str, letter: str, *parts: Part) -> str:
    """Return the IRI of an attestation; *letter* says of what (H, C, A, E, R), *parts* of which.

    With the parts of its citation or action, both end alike.

    >>> source = "https://w3id.org/canbo/source/1f2e"
    >>> _tail(attestation_iri(source, "C", 120, 180)) == _tail(citation_iri(source, 120, 180))
    True
    """
    return f"{source}/attestation/{letter}{digest(parts, 12)}"


def citation_iri(source: str, *parts: Part) -> str:
    """Return the IRI of a citation in a source, told apart by *parts* (its span).

    >>> citation_iri("https://w3id.org/canbo/source/1f2e", 120, 180)
    'https://w3id.org/canbo/source/1f2e/citation/C8faa1ea26ba6'
    """
    return f"{source}/citation/C{digest(parts, 12)}"


def action_iri(source: str, *parts: Part) -> str:
    """Return the IRI of an action in a source, told apart by *parts* (actor, deed, document)."""
    return f"{source}/action/A{digest(parts, 12)}"


def person_iri(name: str, founding: str) -> str:
    """Return the IRI of the person first met as *name* in the mention *founding*.

    The ledger keeps it afterwards; a name alone never identifies anybody.

    >>> person_iri("Lê Đức Thanh", "https://w3id.org/canbo/source/1f2e#char=0,12")
    'https://w3id.org/canbo/person/le-duc-thanh-ab8ad5e2'
    """
    return _named("person", name, name_key(name), founding)


def organization_iri(name: str) -> str:
    """Return the IRI of the organisation with this canonical name, its locality included.

    >>> organization_iri("Ủy ban Kiểm tra") == organization_iri("Uỷ  ban kiểm tra")
    True
    """
    return _named("organization", name, name_key(name))


def post_iri(title: str, organization: str) -> str:
    """Return the IRI of the post with a role's *title* in the organisation of that name.

    >>> _tail(post_iri("Chủ tịch", "UBND Quận 1")).rpartition("-")[0]
    'chu-tich-ubnd-quan-1'
    """
    return _named("post", f"{title} {organization}", name_key(title), name_key(organization))


def tenure_iri(person: str, post: str, founding: str) -> str:
    """Return the IRI of the tenure of *person* in *post* (IRIs) that *founding* first attested.

    The ledger keeps it afterwards. Two stretches of one person in one post differ in *founding*.
    """
    return f"{BASE}tenure/{_tail(person)}-{digest([person, post, founding])}"


def bound_iri(tenure: str, bound: str, rule: str = "") -> str:
    """Return the IRI of one bound of a tenure; with *rule* where several rules give the same one.

    >>> bound_iri("https://w3id.org/canbo/tenure/le-duc-thanh-1", "startLatest")
    'https://w3id.org/canbo/bound/le-duc-thanh-1/startLatest'
    """
    place = f"{BASE}bound/{_tail(tenure)}/{bound}"
    return f"{place}/{code_segment(rule)}" if rule else place


def event_iri(kind: str, organization: str, which: Part) -> str:
    """Return the IRI of a congress, session or plenum: *which* is its ordinal, else its date.

    >>> event_iri("congress", "Chi bộ Văn phòng UBND Quận 1", "VII").rpartition("-")[0]
    'https://w3id.org/canbo/congress/chi-bo-van-phong-ubnd-quan-1-vii'
    """
    return _named(kind, f"{organization} {which}", kind, name_key(organization), which)


def term_iri(body: str, which: Part) -> str:
    """Return the IRI of a term of *body* (its code or its name), by ordinal or years.

    >>> term_iri("TW", "X")
    'https://w3id.org/canbo/term/tw/x'
    >>> term_iri("Quận ủy Quận 1", "2020-2025").rpartition("/")[2]
    '2020-2025'
    """
    return f"{BASE}term/{body_segment(body)}/{code_segment(str(which))}"


def change_iri(kind: str, date: str, *organizations: str) -> str:
    """Return the IRI of a change of organisations: its kind, its date, the names in their order."""
    names = [name_key(name) for name in organizations]
    return _named("change", " ".join([kind, *organizations]), kind, date, *names)


def party_document_iri(series: str, term: str, type_code: str, number: Part) -> str:
    """Return the IRI of a Party document.

    *series* is the issuer's code in the signature, with the committee's name behind it where one
    code serves several (``BCĐTW phòng, chống tham nhũng``); *type_code* is as signed.

    >>> party_document_iri("TW", "X", "CT", "10")
    'https://w3id.org/canbo/document/tw/x/ct/10'
    >>> party_document_iri("TW", "XII", "QĐi", "08")
    'https://w3id.org/canbo/document/tw/xii/qddi/8'
    """
    place = (body_segment(series), code_segment(term), code_segment(type_code))
    return f"{BASE}document/{'/'.join(place)}/{number_segment(number)}"


def state_document_iri(
    issuer: str, type_code: str, number: Part, year: Part, *, plain: bool = False
) -> str:
    """Return the IRI of a State document; *issuer* is its code, or its name where a code has many.

    *plain* is for a symbol without the year (``15/QĐ-UBND`` of 2020): those are numbered apart from
    the legal acts, which carry it (``15/2020/QĐ-UBND``).

    >>> state_document_iri("CP", "NĐ", 30, 2020)
    'https://w3id.org/canbo/document/state/cp/2020/ndd/30'
    >>> state_document_iri("TTg", "CT", "08", 2024, plain=True)
    'https://w3id.org/canbo/document/state/ttg/2024.plain/ct/8'
    """
    when = f"{year}.plain" if plain else f"{year}"
    place = (body_segment(issuer), when, code_segment(type_code))
    return f"{BASE}document/state/{'/'.join(place)}/{number_segment(number)}"


def named_document_iri(name: str, *parts: Part) -> str:
    """Return the IRI of a registered document that has a name and no number (``Điều lệ Đảng``)."""
    return _named("document/named", name, name_key(name), *parts)


def unregistered_document_iri(mention: str, *parts: Part) -> str:
    """Return the IRI of a cited document that no register row fits.

    *mention* is its signature or the words that name it; *parts* is all else that is said of it and
    tells it from others cited alike (issuer, date or term), in a fixed order.
    """
    return _named("document/unregistered", mention, mention, *parts)


def concept_iri(scheme: str, name: str) -> str:
    """Return the IRI of a concept in one of the schemes of ``schemes/``.

    >>> concept_iri("status", "current"), concept_iri("document-type", "Chỉ thị")
    ('https://w3id.org/canbo/scheme/status/current', 'https://w3id.org/canbo/scheme/document-type/chi-thi')
    """
    return f"{BASE}scheme/{scheme}/{slug(name)}"


def role_iri(title: str) -> str:
    """Return the IRI of a role that ``schemes/roles.ttl`` does not list.

    Listed roles are ``concept_iri("role", title)``. Any other carries a digest, since two titles
    may share a slug: Trưởng Ban heads a commission, Trưởng Bản a hamlet.

    >>> role_iri("Trưởng Ban") == role_iri("Trưởng Bản")
    False
    """
    return _named("scheme/role", title, name_key(title))
