"""The pages in a real Chromium: legible, reachable by keyboard, and the editor at work."""

import csv
import json
import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from canbo.graph.keeping.store import open_store
from canbo.pages.addresses import path_of
from canbo.queries import select
from tests.viz.conftest import VENDOR

HOLDERS = "/editor?question=post-holders&post=chu+tich+ubnd+quan+1"
READY = "html[data-ready]"
NO_COLOURS = "{runOnly: ['wcag2a', 'wcag2aa'], rules: {'color-contrast': {enabled: false}}}"
MOST_TOLD = (
    "SELECT ?x { ?t org:member ?x . ?a oa:hasBody ?t ; oa:hasTarget ?p }",
    "SELECT ?x { ?t cb:post ?x . ?a oa:hasBody ?t ; oa:hasTarget ?p }",
    "SELECT ?x { ?t org:organization ?x . ?a oa:hasBody ?t ; oa:hasTarget ?p }",
    "SELECT ?x { ?citation cb:resolvedTo ?x }",
    "SELECT ?x { ?passage oa:hasSource ?x }",
    "SELECT ?x { ?x a cb:Congress ; cb:elected ?tenure }",
)


@pytest.fixture(scope="module")
def home(address: str) -> str:
    """Return the address of the server for the graph of the examples."""
    return address.removesuffix("/sparql")


@pytest.fixture(scope="module")
def thanh(client: httpx.Client, home: str) -> str:
    """Return the path of a person."""
    found = re.search(r'href="(/person/le-duc-thanh[^"]*)"', client.get(f"{home}/?q=le+duc").text)
    assert found
    return found[1]


@pytest.fixture(scope="module")
def things(examples_graph: Path) -> list[str]:
    """Return one page of each kind, one of those with most to show."""
    store = open_store(examples_graph)
    found: list[str] = []
    for text in MOST_TOLD:
        rows = select(store, f"{text} GROUP BY ?x ORDER BY DESC(COUNT(*)) ?x LIMIT 1 OFFSET 2").rows
        found.append(path_of(rows[0].text("x")))
    return found


@pytest.fixture
def page(browser: Browser, home: str) -> Generator[Page]:
    """Open pages of the server; at the end nothing was asked of another, and nothing was thrown."""
    context = browser.new_context(
        base_url=home, viewport={"width": 1280, "height": 800}, bypass_csp=False
    )
    one = context.new_page()
    complaints: list[str] = []
    one.on("pageerror", lambda error: complaints.append(str(error)))
    one.on(
        "request",
        lambda request: (
            None if request.url.startswith((home, "blob:")) else complaints.append(request.url)
        ),
    )
    yield one
    context.close()
    assert complaints == []


def test_axe_finds_nothing_serious_in_any_page(page: Page, things: list[str]) -> None:
    for path in ("/", "/?q=quan+1", things[0] + "?on=28/9/2022", *things[1:], "/none", HOLDERS):
        open_page(page, path)
        assert serious(page, NO_COLOURS) == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read_on_its_ground(page: Page, thanh: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for path in ("/", f"{thanh}?on=28/9/2022", "/none", HOLDERS):
        open_page(page, path)
        assert serious(page, "{runOnly: ['color-contrast']}") == [], path


def test_no_page_is_wider_than_the_screen(page: Page, things: list[str]) -> None:
    for path in ("/", "/?q=quan+1", *things, "/ns", "/none", HOLDERS):
        open_page(page, path)
        for width in (390, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_search_answers_while_one_types_and_the_address_keeps_it(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("le duc tha")
    link = page.get_by_role("link", name="Lê Đức Thanh")
    expect(link).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "search"
    assert page.url.endswith("/?q=le+duc+tha")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lê Đức Thanh")


def test_what_is_certain_and_what_is_possible_differ_in_more_than_colour(
    page: Page, thanh: str
) -> None:
    page.goto(thanh)
    fill = "all => all.map(one => getComputedStyle(one).fill)"
    sure = set(page.locator(".rows .sure").evaluate_all(fill))
    maybe = set(page.locator(".rows .maybe").evaluate_all(fill))
    assert all("#hatch" in paint for paint in maybe)
    assert not any("url" in paint for paint in sure)
    spoken = page.locator(".rows svg[role=img]").first.get_attribute("aria-label")
    assert spoken


def test_everything_is_reached_by_keyboard_and_the_first_stop_skips_the_menu(
    page: Page, thanh: str
) -> None:
    page.goto(thanh)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('content').contains(document.activeElement)")


def test_a_question_of_the_shelf_is_filled_in_and_runs(page: Page, thanh: str) -> None:
    page.goto("/editor")
    page.locator("nav.shelf").get_by_role("link", name="Ai giữ chức vụ này").first.click()
    page.get_by_role("textbox", name="Chức vụ").fill("chu tich ubnd quan 1")
    page.get_by_role("button", name="Điền và chạy").click()
    expect(page.locator("#view tbody tr").first).to_be_visible()
    assert (
        page.locator("#view").get_by_role("link", name="Lê Đức Thanh").get_attribute("href")
        == thanh
    )
    assert "VALUES (?post)" in page.locator(".cm-content").inner_text()


def test_an_ambiguous_name_offers_what_it_can_mean(page: Page) -> None:
    page.goto("/editor?question=post-holders&post=bi+thu")
    page.locator(".choices a").first.click()
    expect(page.locator("#results")).to_be_visible()
    assert page.locator("#problem").count() == 0


def test_an_answer_is_a_table_a_chart_and_a_network(page: Page, thanh: str) -> None:
    page.goto(HOLDERS)
    rows = page.locator("#view tbody tr")
    expect(rows.first).to_be_visible()
    count = rows.count()
    page.get_by_role("tab", name="Bảng").focus()
    page.keyboard.press("ArrowRight")
    assert 0 < page.locator("#view .rows .maybe").count() <= count
    assert page.locator("#view .sure").count() > 1
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Mạng lưới")).to_be_focused()
    people = page.locator("#view svg.links a.k-person")
    assert thanh in people.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert page.locator("#view svg.links path.ink").count() >= 1


def test_triples_are_shown_and_taken_along_too(page: Page) -> None:
    page.goto("/editor")
    page.wait_for_selector(READY)
    write(page, "DESCRIBE ?x { ?x a cb:Person } LIMIT 1")
    page.get_by_role("button", name="Chạy").click()
    expect(page.locator("#view th").first).to_have_text("subject")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Turtle").click()
    assert "foaf:name" in Path(taken.value.path()).read_text(encoding="utf-8")


def test_rows_are_downloaded_as_csv_and_json(page: Page) -> None:
    page.goto(HOLDERS)
    expect(page.locator("#results")).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("button", name="CSV").click()
    with Path(taken.value.path()).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with page.expect_download() as taken:
        page.get_by_role("button", name="JSON").click()
    told = json.loads(Path(taken.value.path()).read_text(encoding="utf-8"))
    assert len(rows) == len(told["results"]["bindings"]) > 0
    assert "Lê Đức Thanh" in {row["personLabel"] for row in rows}


def test_a_mistake_is_marked_where_it_is(page: Page) -> None:
    page.goto("/editor?lang=en")
    page.wait_for_selector(READY)
    write(page, "SELECT ?s {\n  ?s ?p\n}")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#error")).to_contain_text("Line 3, column 2")
    expect(page.locator(".cm-lintRange-error")).to_have_text("}")
    page.get_by_role("button", name="Line 3, column 2").click()
    assert page.evaluate("document.activeElement.id") == "frame"


def test_our_terms_are_completed_with_what_they_mean(page: Page) -> None:
    page.goto("/editor?lang=en")
    page.wait_for_selector(READY)
    write(page, "SELECT ?s { ?s cb:startEar")
    expect(page.locator(".cm-tooltip-autocomplete li[aria-selected]")).to_contain_text(
        "cb:startEarliest"
    )
    expect(page.locator(".cm-completionInfo")).not_to_be_empty()
    page.wait_for_timeout(120)  # what is taken at once after it opened may have been a line end
    page.keyboard.press("Enter")
    assert "cb:startEarliest" in page.locator(".cm-content").inner_text()


def test_the_frame_can_be_left_by_keyboard(page: Page) -> None:
    page.goto("/editor")
    page.wait_for_selector(READY)
    page.locator(".cm-content").click()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Chạy")).to_be_focused()


def test_the_network_page_opens_at_what_was_chosen(page: Page, thanh: str) -> None:
    page.goto(thanh)
    page.get_by_role("link", name="Xem trong mạng lưới").click()
    page.wait_for_selector(READY, state="attached")
    expect(page.locator("#panel h2")).to_have_text("Lê Đức Thanh")


def open_page(page: Page, path: str) -> None:
    page.goto(path)
    if path == HOLDERS:
        page.wait_for_selector("#results:not([hidden])")


def serious(page: Page, options: str) -> list[str]:
    """Return what axe finds wrong with the page, serious and critical."""
    if not page.evaluate("'axe' in window"):
        page.evaluate((VENDOR / "axe.min.js").read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(f"axe.run({options})")
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]} {each['nodes'][0]['failureSummary']}"
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
    ]


def write(page: Page, text: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
