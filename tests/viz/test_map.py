"""The whole network at once."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from canbo.viz import Projection
from canbo.viz.things import Bounds, Fact, Kind, Relation, Thing
from tests.viz.conftest import VENDOR, OpenPage
from tests.viz.test_export import take

BASE = "https://w3id.org/canbo/"
INK = """() => {
  const canvas = document.querySelector(".map canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let painted = 0;
  for (let at = 3; at < data.length; at += 4) painted += data[at] > 0;
  return painted;
}"""


@pytest.fixture(scope="module")
def crowd() -> Projection:
    """Five hundred people in as many posts of fifty bodies."""
    bodies = [Thing(f"{BASE}organization/{n}", Kind.ORGANIZATION, f"Sở số {n}") for n in range(50)]
    posts = [Thing(f"{BASE}post/{n}", Kind.POST, f"Giám đốc {n}") for n in range(500)]
    people = [Thing(f"{BASE}person/{n}", Kind.PERSON, f"Nguyễn Văn {n}") for n in range(500)]
    held = [
        Fact(f"{BASE}tenure/{n}", Relation.HOLDS, people[n].iri, posts[n * 7 % 500].iri, Bounds())
        for n in range(500)
    ]
    within = [Fact("", Relation.POST_IN, p.iri, bodies[n % 50].iri) for n, p in enumerate(posts)]
    return Projection((*people, *posts, *bodies), (*held, *within), (), (), {})


def names(page: Page) -> list[str]:
    return page.locator(".map .names a").all_text_contents()


def test_everything_is_on_the_map_and_what_finds_room_is_named(
    open_page: OpenPage, crowd: Projection
) -> None:
    page = open_page(crowd, "view=map")
    expect(page.locator(".heads .count")).to_have_text(["500", "500", "50"])
    assert page.evaluate(INK) > 1000
    assert 30 < len(names(page)) < 200


def test_zooming_in_names_more_of_a_part(open_page: OpenPage, crowd: Projection) -> None:
    page = open_page(crowd, "view=map")
    for _ in range(20):
        page.get_by_role("button", name="Phóng to").click()
    page.wait_for_timeout(300)
    people = page.locator(".map .names a", has_text="Nguyễn")
    tops: list[float] = people.evaluate_all("all => all.map(each => parseFloat(each.style.top))")
    assert len(tops) >= 20
    assert min(below - above for above, below in pairwise(sorted(tops))) > 12


def test_a_name_can_be_chosen_and_shows_its_lines(open_page: OpenPage, crowd: Projection) -> None:
    page = open_page(crowd, "view=map")
    page.locator(".map .names a").first.click()
    expect(page.locator("#panel h2")).not_to_have_text("Mỗi dòng là một câu")
    expect(page.locator(".map .names .chosen")).to_have_count(1)
    expect(page.locator(".map .names .near").first).to_be_visible()


def test_a_mark_can_be_pointed_at_and_chosen(open_page: OpenPage, crowd: Projection) -> None:
    page = open_page(crowd, "view=map")
    box = page.locator(".map canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 23, box["y"] + 200)
    expect(page.locator(".map .names .chosen")).to_have_count(1)
    named = page.locator(".map .names .chosen").inner_text()
    page.mouse.click(box["x"] + 23, box["y"] + 200)
    expect(page.locator("#panel h2")).to_have_text(named)


def test_filters_and_the_date_apply_to_the_map(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, "view=map")
    before = page.evaluate(INK)
    named = page.locator(".map .names a", has_text="Quy định số 37-QĐ/TW")
    page.locator("[data-kind=document]").click()
    expect(named).to_have_count(0)
    assert page.evaluate(INK) < before


def test_the_map_can_be_taken_away_as_an_image(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, "view=map")
    assert take(page, "exportPng").read_bytes().startswith(b"\x89PNG")
    expect(page.locator("[data-export=exportSvg]")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_the_map(
    open_page: OpenPage, district: Projection, scheme: str
) -> None:
    page = open_page(district, "view=map", color_scheme=scheme, bypass_csp=True)
    page.evaluate((VENDOR / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
