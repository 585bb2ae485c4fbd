"""What is scraped is hostile, and so is what is typed: in no page and no format it runs."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from canbo.ontology.iris import BASE
from canbo.pages.addresses import SUFFIXES
from canbo.pages.site import visit
from canbo.queries import Query, shelf
from canbo.web.frames import Visit
from tests.viz.conftest import DATA
from tests.web.conftest import Serve, publish

ATTACK = (
    "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>\"'`${1}{{7*7}}&amp;"
)
SCRIPT_URL = "javascript:window.pwned=1"
PIECES = [
    *("<script>", "</script>", "<img src=x onerror=window.pwned=1>", "'", '"', "`", "&", "&lt;"),
    *("{{7*7}}", "{%", "javascript:", "<!--", "-->", "]]>", "\\u003c", "</textarea>", "</title>"),
    *("<style>", "//", "?", "#", "%3Cscript%3E", "\u2028", "\u202e", "đ", " ", "a", "1/1/2020"),
]
hostile = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
THINGS = {
    "person": "person/le-duc-thanh-3abd4cf5",
    "post": "post/",
    "organization": "organization/",
    "document": "document/tw/",
    "source": "source/",
    "congress": "congress/",
}
LOADING = {"iframe", "object", "embed", "base", "img", "style", "link", "meta"}


class Elements(HTMLParser):
    """The elements of a page by name, its handlers, and the addresses it leads to."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.names: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        given = dict(attrs)
        self.handlers += [name for name in given if name.startswith("on") or name == "style"]
        self.addresses += [given[name] or "" for name in ("href", "src", "action") if name in given]


@cache
def poisoned(text: str) -> Store:
    """Return the graph of a district in which every text and every address is *text*."""
    store = Store()
    for quad in parse((DATA / "quan-1.trig").read_bytes(), RdfFormat.TRIG):
        value = quad.object
        is_plain = isinstance(value, Literal) and not value.value[:4].isdigit()
        name = quad.predicate.value
        if is_plain and not name.endswith(("nameWord", "nameKey", "nameFold", "start", "end")):
            value = Literal(text, language="vi")
        elif name.endswith(("schema.org/url", "terms/source")):
            value = Literal(text)
        store.add(Quad(quad.subject, quad.predicate, value, quad.graph_name))
    return store


@cache
def clean() -> Store:
    store = Store()
    store.bulk_load((DATA / "quan-1.trig").read_bytes(), format=RdfFormat.TRIG)
    return store


@cache
def known_paths() -> tuple[str, ...]:
    """Return one path of each kind of thing."""
    there = sorted(
        {
            quad.subject.value.removeprefix(BASE)
            for quad in clean()
            if isinstance(quad.subject, NamedNode) and "#" not in quad.subject.value
        }
    )
    firsts = [
        next(place for place in there if place.startswith(start)) for start in THINGS.values()
    ]
    return tuple(f"/{place}" for place in firsts)


def pages_of(store: Store) -> Iterator[bytes]:
    for path in (*known_paths(), "/", "/editor", "/ns"):
        yield visit(store, Visit(path, (), "text/html")).body


def assert_inert(page: bytes) -> None:
    found = Elements(page)
    assert found.handlers == []
    allowed = {"script": 2, "link": 4, "meta": 4}
    for name in LOADING | {"script"}:
        assert found.names.count(name) <= allowed.get(name, 0), name
    for address in found.addresses:
        scheme = urlsplit(address).scheme
        assert scheme in {"", "http", "https"}, address
        assert scheme or address.startswith(("/", "#")), address
        assert not address.startswith(("//", "/\\")), address


@pytest.mark.parametrize("text", [ATTACK, SCRIPT_URL, "//evil.example/x", "https://a.example/<b>"])
def test_no_page_of_a_hostile_graph_runs_or_loads_anything(text: str) -> None:
    for page in pages_of(poisoned(text)):
        assert_inert(page)


@settings(max_examples=60, deadline=None)
@given(hostile, st.sampled_from(["q", "on", "lang", "kind", "question", "query", "post", "focus"]))
def test_nothing_that_is_asked_for_runs(text: str, name: str) -> None:
    path = {"on": known_paths()[0], "focus": "/network"}.get(name, "/")
    if name in {"question", "query", "post"}:
        path = "/editor"
    pairs = ((name, text), ("question", "post-holders")) if name == "post" else ((name, text),)
    reply = visit(clean(), Visit(path, pairs, "text/html"))
    if path != "/network" or b'id="payload"' not in reply.body:
        assert_inert(reply.body)


@settings(max_examples=60, deadline=None)
@given(hostile)
def test_no_path_runs(text: str) -> None:
    for path in (f"/{text}", f"/person/{text}"):
        reply = visit(clean(), Visit(path, (), "text/html"))
        assert reply.status == 404
        assert_inert(reply.body)


ODD = [
    *(
        "",
        " ",
        "\x00",
        "%",
        "%FF",
        "\\",
        "..",
        "//",
        "urn:x",
        "urn:x%",
        "http://[",
        "a" * 3000,
        "-1",
    ),
    *(
        "31/2/2020",
        "0/0/0",
        "99999999999",
        "1e9",
        "khóa XII",
        "10-CT/TW",
        "le duc thanh",
        "🙂",
        "٣",
    ),
    *("https://w3id.org/canbo/person/<a>", "https://w3id.org/canbo/person/x", "vi", "en", "post"),
]
odd = st.lists(st.sampled_from(ODD), min_size=1, max_size=2).map("".join)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.sampled_from(["/", "/editor", "/network", "/ns"]), odd.map("/{}".format)),
    st.sampled_from(shelf()),
    st.dictionaries(
        st.sampled_from(["q", "kind", "on", "lang", "focus", "query"]), odd, max_size=3
    ),
    st.lists(odd, min_size=7, max_size=7),
    st.sampled_from(["text/html", "text/turtle"]),
)
def test_no_request_makes_a_page_fail(
    path: str, question: Query, given_: dict[str, str], values: list[str], media: str
) -> None:
    filled = dict(zip(question.parameters, values, strict=False)) if path == "/editor" else {}
    pairs = {**given_, **filled, "question": question.name}
    reply = visit(clean(), Visit(path, tuple(pairs.items()), media))
    assert reply.status in {200, 301, 404}


@settings(max_examples=25, deadline=None)
@given(hostile)
def test_hostile_texts_stay_texts_in_every_format(text: str) -> None:
    store, thing = Store(), NamedNode(BASE + "person/a")
    name = NamedNode("http://xmlns.com/foaf/0.1/name")
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    store.add(Quad(thing, name, Literal(text, language="vi")))
    store.add(Quad(thing, kind, NamedNode(BASE + "ns#Person")))
    assert_inert(visit(store, Visit("/person/a", (), "text/html")).body)
    for suffix in SUFFIXES:
        reply = visit(store, Visit(f"/person/a{suffix}", (), "text/html"))
        quads = parse(reply.body, RdfFormat.from_media_type(reply.media))
        assert text in {getattr(quad.object, "value", "") for quad in quads}


def test_nothing_hostile_runs_in_a_browser(
    browser: Browser, serving: Serve, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = publish(tmp_path_factory.mktemp("hostile") / "kg", poisoned(ATTACK))
    values = f"(<{BASE}person/a> {quoted(ATTACK)}) (<{SCRIPT_URL}> {quoted(SCRIPT_URL)})"
    rows = f"SELECT ?x ?xLabel {{ VALUES (?x ?xLabel) {{ {values} }} }}"
    with serving(folder, "--workers", "1") as url:
        home = url.removesuffix("/sparql")
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        editor = f"/editor?query={quote(rows)}"
        for path in (
            *known_paths(),
            f"/?q={quote(ATTACK)}",
            f"/{quote(ATTACK)}",
            "/network",
            editor,
        ):
            page.goto(home + path)
            if path == editor:
                page.wait_for_selector("#results:not([hidden])")
                assert page.locator("#view a[href^='javascript']").count() == 0
                page.click("#tab-links")
            assert page.evaluate("window.pwned") is None, path
        assert [one for one in asked if not one.startswith((home, "data:", "blob:"))] == []
        page.close()


def quoted(text: str) -> str:
    return str(Literal(text))
