"""What is scraped is hostile: no field may run, load or hide anything."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from playwright.sync_api import expect

from canbo.viz import ExplorerNetwork, Projection
from canbo.viz.layout import lay_out
from canbo.viz.payload import pack
from canbo.viz.things import Bounds, Evidence, Fact, Kind, Reason, Relation, Source, Thing
from tests.viz.conftest import OpenPage, go_to

ATTACK = "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>\"'`${1}&amp;"
SCRIPT_URL = "javascript:window.pwned=1"


def thing(kind: Kind) -> Thing:
    """A thing with an attack in every text."""
    return Thing(
        iri=f"https://w3id.org/canbo/{kind}/a{ATTACK}",
        kind=kind,
        label=ATTACK,
        system=ATTACK,
        level=ATTACK,
        seats="one",
        title=ATTACK,
        symbol=ATTACK,
        date=ATTACK,
        term=ATTACK,
        subject=ATTACK,
        register=(ATTACK, SCRIPT_URL),
        parent=ATTACK,
        is_open=kind is Kind.DOCUMENT,
        candidates=((ATTACK, ATTACK),),
        evidence=(0,),
    )


def hostile() -> Projection:
    """A projection with an attack in every text."""
    person, post, body = (thing(k) for k in (Kind.PERSON, Kind.POST, Kind.ORGANIZATION))
    document, event = thing(Kind.DOCUMENT), thing(Kind.EVENT)
    bounds = Bounds(*[ATTACK] * 4)
    facts = (
        Fact(
            ATTACK,
            Relation.HOLDS,
            person.iri,
            post.iri,
            bounds,
            note=ATTACK,
            term=ATTACK,
            evidence=(0, 1),
            reasons=(Reason("startLatest", ATTACK, 0),),
        ),
        Fact("", Relation.POST_IN, post.iri, body.iri),
        Fact("", Relation.IMPLEMENTS, body.iri, document.iri, since=ATTACK, evidence=(0,)),
        Fact("", Relation.ELECTED, event.iri, person.iri, note=post.iri, evidence=(0,)),
    )
    passage = Evidence(
        ATTACK, 0, ATTACK, 3, ATTACK, ATTACK, ATTACK, ATTACK, notes=(ATTACK, SCRIPT_URL)
    )
    row = Evidence(ATTACK, -1, ATTACK, 0, notes=(ATTACK, SCRIPT_URL))
    sources = (Source(ATTACK, ATTACK, ATTACK, ATTACK, SCRIPT_URL),)
    things = (person, post, body, document, event)
    return Projection(things, facts, (passage, row), sources, {ATTACK: (ATTACK, ATTACK)})


@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_hostile_runs(open_page: OpenPage, kind: Kind) -> None:
    projection = hostile()
    shown = ExplorerNetwork(projection, next(t.iri for t in projection.things if t.kind is kind))
    page = open_page(shown, "on=2020-01-01")
    for view in ("list", "table", "picture"):
        go_to(page, f"view={view}&on=2020-01-01")
        expect(page.locator("#panel h2")).to_have_text(ATTACK)
        hrefs = page.locator("[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        assert [href for href in hrefs if "javascript" in href.split("#")[0].lower()] == []
    page.keyboard.press("/")
    page.keyboard.type("script")
    expect(page.locator("#found")).to_be_visible()
    assert page.evaluate("window.pwned") is None
    assert page.locator("body img").count() == 0
    assert page.locator("script").count() == 2


def test_the_policy_allows_these_bytes_and_no_request(district: Projection) -> None:
    page = ExplorerNetwork(district).generate_html()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    allowed = policy[1].replace("&#39;", "'")
    assert allowed.startswith("default-src 'none'")
    for (text,), directive in ((script, "script-src"), (style, "style-src")):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in allowed
    assert "unsafe" not in allowed
    assert "http" not in allowed


def test_the_page_names_no_address_outside_its_data(district: Projection) -> None:
    page = ExplorerNetwork(replace(district, sources=())).generate_html()
    frame = re.sub(r'<script type="application/json".*?</script>', "", page, flags=re.DOTALL)
    addresses = set(re.findall(r"https?://[\w./-]+", frame))
    # Names of vocabularies and formats, which nobody fetches.
    allowed = re.compile(
        r"http://(www\.w3\.org/|gexf\.net/|data\.europa\.eu/eli)|https?://schema\.org/"
    )
    assert [address for address in addresses if not allowed.match(address)] == []


@pytest.mark.parametrize("separator", ["<", "\u2028", "\u2029"])
def test_the_payload_cannot_end_its_element_nor_its_line(separator: str) -> None:
    thing = Thing("https://w3id.org/canbo/person/a", Kind.PERSON, f"a{separator}b")
    projection = Projection((thing,), (), (), (), {})
    assert separator not in pack(projection, lay_out(projection), focus=None, on=None)
