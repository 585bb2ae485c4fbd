"""The pages as a browser and as a machine get them."""

import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from canbo.graph.keeping.store import open_store
from canbo.ontology.iris import BASE
from canbo.pages.addresses import path_of
from canbo.pages.site import visit
from canbo.queries import select
from canbo.web.frames import Visit
from tests.web.conftest import Look, Serve

HTML = "text/html"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
THANH = "/person/le-duc-thanh-3abd4cf5"
KINDS = (
    *("Person", "Post", "Organization", "PartyDocument", "StateDocument", "Source", "Tenure"),
    *("Congress", "Plenum", "Term", "Citation", "DirectiveAction", "Attestation", "Bound"),
)


class Links(HTMLParser):
    """All attributes that name an address, and whatever could run."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.running: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.addresses += [given[name] or "" for name in ("href", "src", "action") if name in given]
        inline = tag == "script" and "src" not in given and given.get("type") != "application/json"
        if inline or tag in {"style", "iframe", "object", "embed", "base", "img"}:
            self.running.append(tag)
        self.running += [name for name in given if name.startswith("on") or name == "style"]


def paths(store: Store, kind: str, most: int = 3) -> list[str]:
    text = f"SELECT ?thing WHERE {{ ?thing a cb:{kind} }} ORDER BY STR(?thing) LIMIT {most}"
    return [path_of(row.text("thing")) for row in select(store, text).rows]


def text_of(page: bytes) -> str:
    bare = re.sub(r"<script.*?</script>|<[^>]+>", " ", page.decode(), flags=re.DOTALL)
    return " ".join(bare.split())


@pytest.fixture(scope="module")
def home(address: str) -> str:
    return address.removesuffix("/sparql")


@pytest.fixture(scope="module")
def person(client: httpx.Client, home: str) -> str:
    """Return the page of a person, found as people do."""
    page = client.get(home, params={"q": "le duc thanh"}).text
    found = re.search(r'href="(/person/le-duc-thanh[^"]*)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("path", "accept", "status", "media"),
    [
        ("/", BROWSER, 200, HTML),
        ("/", "*/*", 200, HTML),
        ("/?q=le+duc", BROWSER, 200, HTML),
        ("/?q=%F0%9F%99%82", BROWSER, 200, HTML),
        ("/editor", BROWSER, 200, HTML),
        ("/network", BROWSER, 200, HTML),
        ("/ns", BROWSER, 200, HTML),
        ("/ns", "text/turtle", 200, "text/turtle"),
        ("/ns.nt", BROWSER, 200, "application/n-triples"),
        ("PERSON", BROWSER, 200, HTML),
        ("PERSON", "text/turtle", 200, "text/turtle"),
        ("PERSON", "application/ld+json", 200, "application/ld+json"),
        ("PERSON", "text/html;q=0.1, application/n-triples", 200, "application/n-triples"),
        ("PERSON.ttl", BROWSER, 200, "text/turtle"),
        ("PERSON.jsonld", BROWSER, 200, "application/ld+json"),
        ("PERSON.nt", BROWSER, 200, "application/n-triples"),
        ("PERSON.rdf", BROWSER, 200, "application/rdf+xml"),
        ("PERSON?on=hôm+qua&lang=en", BROWSER, 200, HTML),
        ("/person/khong-co-ai", BROWSER, 404, HTML),
        ("/person/khong-co-ai.ttl", "text/turtle", 404, "text/plain"),
        ("/a%20b%3Cscript%3E", BROWSER, 404, HTML),
        ("/%FF%00", BROWSER, 404, HTML),
        ("/favicon.ico", BROWSER, 404, HTML),
        ("/assets/pages.css", "*/*", 200, "text/css"),
        ("/assets/editor.js", "*/*", 200, "text/javascript"),
        ("/assets/vendor/vendor.json", "*/*", 404, "text/plain"),
        ("/assets/..%2Fsite.py", "*/*", 404, "text/plain"),
        ("/network?focus=javascript:alert(1)", BROWSER, 200, HTML),
        ("/network?focus=https://w3id.org/canbo/a%20b", BROWSER, 404, HTML),
    ],
)
def test_a_page_has_its_status_and_its_type(  # noqa: PLR0913, PLR0917 - one column each
    client: httpx.Client, home: str, person: str, path: str, accept: str, status: int, media: str
) -> None:
    answer = client.get(home + path.replace("PERSON", person), headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (status, media)
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_browser_at_the_endpoint_is_led_to_the_editor(client: httpx.Client, address: str) -> None:
    answer = client.get(address, headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["location"]) == (303, "/editor")


def test_pages_load_only_our_own_files_and_nothing_runs_in_them(
    client: httpx.Client, home: str, person: str
) -> None:
    for path in ("/", "/?q=a", "/editor", person, "/ns", "/none"):
        answer = client.get(home + path, headers={"Accept": BROWSER})
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "unsafe" not in policy
        links = Links(answer.content)
        assert links.running == [], path
        loaded = re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]+)"', answer.text)
        assert loaded
        assert all(place.startswith("/") for place in loaded)


def test_the_network_page_brings_the_policy_of_its_own_bytes(
    client: httpx.Client, home: str
) -> None:
    policy = client.get(f"{home}/network").headers["content-security-policy"]
    assert re.match(r"default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-", policy)
    assert policy.endswith("frame-ancestors 'none'")


def test_the_files_of_a_page_are_kept_for_good_under_their_version(
    client: httpx.Client, home: str
) -> None:
    (style,) = re.findall(r'rel="stylesheet" href="([^"]+)"', client.get(home).text)
    answer = client.get(home + style)
    assert "immutable" in answer.headers["cache-control"]
    fonts = re.findall(r"url\(([^)]+)\)", answer.text)
    assert client.get(home + fonts[0]).headers["content-type"] == "font/woff2"


def test_what_is_long_is_packed_for_who_takes_it(client: httpx.Client, home: str) -> None:
    packed = client.get(
        f"{home}/assets/vendor/codemirror-view.js", headers={"Accept-Encoding": "gzip"}
    )
    plain = client.get(f"{home}/assets/vendor/codemirror-view.js", headers={"Accept-Encoding": ""})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert int(packed.headers["content-length"]) < len(plain.content) / 3
    assert packed.text == plain.text


def test_a_page_that_takes_too_long_says_so(
    client: httpx.Client, examples_graph: object, serving: Serve
) -> None:
    with serving(examples_graph, "--timeout", "0.000001", "--workers", "1") as url:
        answer = client.get(url.removesuffix("/sparql"), headers={"Accept": BROWSER})
        assert (answer.status_code, answer.headers["content-type"]) == (
            503,
            "text/html; charset=utf-8",
        )
        assert "Chưa trả lời được" in answer.text
        assert answer.headers["canbo-limit"] == "reached"
        assert "retry-after" not in answer.headers


@pytest.mark.parametrize("suffix", [".ttl", ".jsonld", ".nt", ".rdf"])
def test_every_format_tells_of_the_thing_its_tenures_and_their_words(
    look: Look, suffix: str
) -> None:
    reply = look(THANH + suffix)
    quads = list(parse(reply.body, RdfFormat.from_media_type(reply.media)))
    named = {quad.predicate.value.rpartition("/")[2].rpartition("#")[2] for quad in quads}
    assert {"name", "member", "boundDate", "hasBody", "hasTarget", "exact"} <= named
    assert BASE + THANH.removeprefix("/") in {
        quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_iri_of_anything_leads_to_its_page(examples_graph: Path, kind: str) -> None:
    store = open_store(examples_graph)
    there = paths(store, kind)
    assert there
    for path in there:
        for language in ("vi", "en"):
            reply = visit(store, Visit(path.partition("#")[0], (("lang", language),), HTML))
            assert reply.status == 200
            assert f'<html lang="{language}">'.encode() in reply.body


@pytest.mark.parametrize(
    "typed",
    [
        *("le duc thanh", "LE DUC THANH", "Lê Đức Thanh", "thanh duc le", "  lê   đức thanh "),
        *("le duc tha", "le đức", unicodedata.normalize("NFD", "Lê Đức Thanh")),
    ],
)
def test_search_needs_no_accents_no_order_and_no_end(look: Look, typed: str) -> None:
    assert f'href="{THANH}"'.encode() in look("/", q=typed).body


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("chu tich ubnd quan 1", "post"),
        ("quan uy quan 1", "organization"),
        ("chi thi 05", "document"),
        ("bi thu chi bo van phong", "source"),
    ],
)
def test_search_finds_every_kind(look: Look, district: Store, typed: str, kind: str) -> None:
    if kind == "source":
        text = "SELECT ?title { ?s a cb:Source ; dcterms:title ?title } ORDER BY ?title LIMIT 1"
        typed = select(district, text).rows[0].text("title").lower()
    assert f'id="hits-{kind}"'.encode() in look("/", q=typed).body


def test_search_means_the_accents_that_are_typed(look: Look) -> None:
    assert (
        b'href="/person/'
        not in look("/", q="lế đực thánh", kind="person")
        .body.partition(b'id="answer"')[2]
        .partition("Gần giống".encode())[0]
    )


def test_what_is_not_found_offers_what_is_near_and_an_unknown_page_a_search(look: Look) -> None:
    assert "Gần giống" in text_of(look("/", q="nguyen duc thanh mai").body)
    reply = look("/person/le-duc-thanh-00000000")
    assert reply.status == 404
    assert b'value="le duc thanh 00000000"' in reply.body


def test_a_person_is_told_with_dates_quotes_sources_and_reasons(look: Look) -> None:
    reply = look(THANH)
    said = text_of(reply.body)
    assert "Lê Đức Thanh" in said
    assert "Chủ tịch UBND Quận 1" in said
    assert "Vì sao có các mốc này" in said
    assert re.search(rb"<blockquote lang=.vi.>.*<mark>[^<]+</mark>", reply.body)
    assert re.search(rb"<cite lang=.vi.><a href=./source/[0-9a-f]+.>", reply.body)
    assert b'class="maybe"' in reply.body
    assert b'class="sure"' in reply.body
    assert b'fill="url(#hatch)"' in reply.body


@pytest.mark.parametrize(
    ("day", "tag"),
    [("28/9/2022", "certain"), ("1/1/2023", "possible"), ("1/1/1950", "possible")],
)
def test_a_day_tells_certain_from_possible(look: Look, day: str, tag: str) -> None:
    page = look(THANH, on=day).body.decode()
    assert f'<span class="tag {tag}">' in page
    assert 'class="now"' in page


def test_no_day_is_certain_before_anyone_attests_it(look: Look) -> None:
    assert b'<span class="tag certain">' not in look(THANH, on="1950-01-01").body


def test_a_day_that_is_none_is_said_to_be_none(look: Look) -> None:
    assert "“hôm qua” không phải là ngày" in text_of(look(THANH, on="hôm qua").body)


def test_english_stays_english_from_page_to_page(look: Look) -> None:
    body = look(THANH, lang="en").body
    ours = [place for place in Links(body).addresses if place.startswith("/")]
    pages = [place for place in ours if not re.search(r"^/assets/|\.(ttl|jsonld|nt|rdf)$", place)]
    switch = f'href="{THANH}"'
    assert switch.encode() in body
    told = [place for place in pages if "lang=en" not in place and place not in {THANH, "/"}]
    assert told == []


def test_vietnamese_names_in_english_pages_are_read_as_vietnamese(look: Look) -> None:
    body = look(THANH, lang="en").body.decode()
    assert '<h1 lang="vi">Lê Đức Thanh</h1>' in body
    assert '<blockquote lang="vi">' in body
    assert "<h1>Lê Đức Thanh</h1>" in look(THANH).body.decode()


def test_a_merged_person_leads_on_in_every_format(district: Store) -> None:
    store = Store()
    store.extend(district)
    old, new = BASE + "person/le-duc-thanh-0ld00000", BASE + THANH.removeprefix("/")
    replaced = NamedNode("http://purl.org/dc/terms/isReplacedBy")
    graph = NamedNode(BASE + "graph/derived")
    store.add(Quad(NamedNode(old), replaced, NamedNode(new), graph))
    for suffix in ("", ".ttl"):
        reply = visit(store, Visit(path_of(old) + suffix, (("lang", "en"),), HTML))
        assert (reply.status, reply.body.decode()) == (301, f"{THANH}{suffix}?lang=en")


def test_a_large_graph_shows_what_is_near_one_thing(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("canbo.pages.network.WHOLE", 0)
    assert 'name="focus"' in look("/network").body.decode()
    page = look("/network", focus=BASE + THANH.removeprefix("/")).body.decode()
    assert "Chủ tịch UBND Quận 1" in page
    assert "payload" in page
    assert "Lê Đức Thanh" in look("/network", focus="le duc thanh").body.decode()


def test_a_redirect_keeps_to_this_server() -> None:
    store = Store()
    old = NamedNode(BASE + "person/" + quote("cũ"))
    replaced = NamedNode("http://purl.org/dc/terms/isReplacedBy")
    store.add(Quad(old, replaced, NamedNode("https://example.org/away")))
    assert visit(store, Visit(path_of(old.value), (), HTML)).status == 404


def test_a_page_that_is_cut_says_where(
    look: Look, district: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (source,) = paths(district, "Source", 1)
    assert "Chỉ nêu" not in look(source).body.decode()
    monkeypatch.setattr("canbo.pages.sources.STATEMENTS", 1)
    assert "Chỉ nêu 1 mục đầu" in look(source).body.decode()


def test_what_a_document_rests_on_stands_on_both_pages(district: Store) -> None:
    store = Store()
    store.extend(district)
    one, other = paths(district, "PartyDocument", 2)
    rests = NamedNode("http://data.europa.eu/eli/ontology#based_on")
    ours = (NamedNode(BASE + path.removeprefix("/")) for path in (one, other))
    store.add(Quad(next(ours), rests, next(ours), NamedNode(BASE + "graph/derived")))
    for path, words in ((one, "Căn cứ"), (other, "Là căn cứ của")):
        assert f"<dt>{words}</dt>" in visit(store, Visit(path, (), HTML)).body.decode()
