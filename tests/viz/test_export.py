"""What is shown can be taken away."""

import csv
import io
import json
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from playwright.sync_api import Page

from canbo.viz import Projection
from canbo.viz.things import Fact, Kind, Relation, Standing, Thing
from tests.viz.conftest import OpenPage


def take(page: Page, name: str) -> Path:
    page.locator("#export summary").click()
    with page.expect_download() as waiting:
        page.locator(f"[data-export={name}]").click()
    return Path(waiting.value.path())


def test_csv_has_every_fact_with_its_quote(open_page: OpenPage, district: Projection) -> None:
    file = take(open_page(district), "exportCsv")
    text = file.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(district.facts)
    row = next(row for row in rows if row["subject"] == "Lê Tiến Sĩ" and "Bí thư" in row["object"])
    assert row["startEarliest"] == "2022-09-28"
    assert row["quote"].startswith("đồng chí Lê Tiến Sĩ")


def test_gexf_is_read_by_networkx_with_equal_counts(
    open_page: OpenPage, district: Projection
) -> None:
    day = "2024-01-01"
    file = take(open_page(district, f"on={day}"), "exportGexf")
    graph = nx.read_gexf(file)
    standing = [fact for fact in district.facts if fact.standing(day) is not Standing.NO]
    assert graph.number_of_edges() == len(standing)
    assert graph.nodes["person/le-duc-thanh-3abd4cf5"] == {
        "label": "Lê Đức Thanh",
        "kind": "person",
        "system": "",
        "level": "",
    }


def test_json_ld_names_things_and_passages_by_their_iris(
    open_page: OpenPage, district: Projection
) -> None:
    file = take(open_page(district), "exportJsonld")
    told = json.loads(file.read_text(encoding="utf-8"))["@graph"]
    iris = {node["@id"] for node in told if node["@type"] != "rdf:Statement"}
    assert iris == {thing.iri for thing in district.things}
    passages = {passage["@id"] for node in told for passage in node.get("prov:wasDerivedFrom", ())}
    first = district.evidence[0]
    source = district.sources[first.source].iri
    assert any(passage.startswith(f"{source}#char=") for passage in passages)


def test_svg_stands_on_its_own(open_page: OpenPage, district: Projection) -> None:
    file = take(open_page(district), "exportSvg")
    text = file.read_text(encoding="utf-8")
    root = ET.fromstring(text)
    words = " ".join(" ".join(root.itertext()).split())
    assert "Lê Đức Thanh" in words
    assert "var(--" not in text
    assert "font/woff2" in text
    assert "href" not in text


@pytest.mark.parametrize("view", ["picture", "table"])
def test_png_is_an_image_of_twice_the_size(
    open_page: OpenPage, district: Projection, view: str
) -> None:
    page = open_page(district, f"view={view}")
    head = take(page, "exportPng").read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:24])
    assert width >= 1800
    assert height >= 1000


def test_a_cell_is_never_a_formula(open_page: OpenPage) -> None:
    thing = Thing("https://w3id.org/canbo/person/x", Kind.PERSON, "=1+1")
    fact = Fact("", Relation.COUNTERPART, thing.iri, thing.iri)
    file = take(open_page(Projection((thing,), (fact,), (), (), {})), "exportCsv")
    assert '"\'=1+1"' in file.read_text(encoding="utf-8-sig")


def test_a_tenure_keeps_its_iri(open_page: OpenPage, district: Projection) -> None:
    file = take(open_page(district), "exportJsonld")
    told = json.loads(file.read_text(encoding="utf-8"))["@graph"]
    tenures = {fact.iri for fact in district.facts if fact.relation is Relation.HOLDS}
    assert tenures <= {node.get("@id") for node in told}
