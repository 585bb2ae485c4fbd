"""Legible, reachable and in its place: on a wide screen, on a phone, on paper, light and dark."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from canbo.viz import Projection
from tests.viz.conftest import VENDOR, OpenPage, go_to

THANH = "thing=person/le-duc-thanh-3abd4cf5"
PATH = f"{THANH}&to=document/tw/xii/ct/5"
PHONE = {"width": 390, "height": 844}


def serious(page: Page) -> list[str]:
    """Return what axe finds wrong with the page, serious and critical."""
    page.evaluate((VENDOR / "axe.min.js").read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run()")
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]} {each['nodes'][0]['failureSummary']}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_view(
    open_page: OpenPage, district: Projection, scheme: str
) -> None:
    page = open_page(district, color_scheme=scheme, bypass_csp=True)
    assert serious(page) == []
    for address in (THANH, PATH, "view=list", f"view=table&on=2022-09-28&{THANH}", "lang=en"):
        go_to(page, address)
        assert serious(page) == [], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_a_phone(
    open_page: OpenPage, district: Projection, scheme: str
) -> None:
    page = open_page(district, THANH, color_scheme=scheme, bypass_csp=True, **PHONE)
    assert serious(page) == []


SCREENS = pytest.mark.parametrize(
    ("width", "height"), [(1280, 800), (390, 844), (1920, 1080), (800, 600)]
)
VIEWS = (
    THANH,
    PATH,
    "view=list",
    "view=table&on=2022-09-28",
    f"view=table&{THANH}",
    "view=picture",
)
SMALLEST = """() => {
  const sizes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || holder.closest("script, noscript, title")) continue;
    if (!holder.checkVisibility()) continue;
    const scale = holder.getScreenCTM?.().a ?? 1;
    sizes.push(parseFloat(getComputedStyle(holder).fontSize) * scale);
  }
  return Math.min(...sizes);
}"""


@SCREENS
def test_words_are_large_enough_and_the_page_no_wider_than_the_screen(
    open_page: OpenPage, district: Projection, width: int, height: int
) -> None:
    page = open_page(district, width=width, height=height)
    for address in VIEWS:
        go_to(page, address)
        assert page.evaluate(SMALLEST) >= 11.99, address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("width", [1280, 1920])
def test_boxes_do_not_overlap_and_words_stay_in_their_box(
    open_page: OpenPage, district: Projection, width: int
) -> None:
    page = open_page(district, width=width, height=900)
    boxes: list[dict[str, float]] = page.evaluate(
        """() => [...document.querySelectorAll("#stage a.thing")].map((link) => {
          const box = link.querySelector(".shape").getBBox();
          const words = link.querySelector("text").getBBox();
          return { x: box.x, y: box.y, right: box.x + box.width, bottom: box.y + box.height,
            left: words.x, end: words.x + words.width, top: words.y, foot: words.y + words.height };
        })"""
    )
    for box in boxes:
        assert box["left"] >= box["x"]
        assert box["end"] <= box["right"] + 0.5
        assert box["top"] >= box["y"] - 0.5
        assert box["foot"] <= box["bottom"] + 0.5
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            apart = one["right"] <= other["x"] or other["right"] <= one["x"]
            assert apart or one["bottom"] < other["y"] or other["bottom"] < one["y"]


def test_lines_are_high_enough_for_stacked_marks(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    steps = page.locator("#stage a.thing text").evaluate_all(
        """texts => texts.flatMap((text) => {
          const lines = [...text.querySelectorAll("tspan")];
          const size = parseFloat(getComputedStyle(text).fontSize);
          const at = (line) => line.getAttribute("y") / size;
          return lines.slice(1).map((line, n) => at(line) - at(lines[n]));
        })"""
    )
    assert min(steps) >= 1.34


def test_units_are_never_broken(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, THANH)
    lines = [line.strip() for line in page.locator("#stage tspan").all_text_contents()]
    assert [line for line in lines if line.endswith(("Quận", "số", "khóa", "thứ", "-", "/"))] == []
    assert "Quận 1" in page.locator("#panel .unit").all_text_contents()
    wraps = page.locator("#panel .unit").evaluate_all(
        "units => units.map(unit => unit.getClientRects().length)"
    )
    assert set(wraps) == {1}


def test_names_are_words_of_the_document(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    texts = [" ".join(text.split()) for text in page.locator("#stage a.thing").all_text_contents()]
    assert "Chủ tịch UBND Quận 1" in [text.replace("\u00a0", " ") for text in texts]
    assert page.evaluate("window.find('Lê Tiến Sĩ')")


def test_tab_reaches_every_thing_in_the_picture(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    links = page.locator("#stage a.thing")
    links.first.focus()
    reached: set[str] = set()
    for _ in range(links.count()):
        reached.add(str(page.evaluate("document.activeElement.dataset.thing")))
        page.keyboard.press("Tab")
    assert len(reached) == links.count()


def test_a_screen_reader_hears_what_a_thing_is(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    link = page.get_by_role("link", name="Người: Lê Đức Thanh", exact=True)
    expect(link).to_have_count(1)


def test_dark_is_dark_and_can_be_turned(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, color_scheme="dark")
    body = page.locator("body")
    expect(body).to_have_css("background-color", "rgb(18, 22, 27)")
    page.locator("#theme").click()
    expect(body).to_have_css("background-color", "rgb(251, 250, 247)")
    page.locator("#theme").click()
    expect(body).to_have_css("background-color", "rgb(18, 22, 27)")


def test_a_phone_shows_the_list_first_and_details_as_a_sheet(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district, **PHONE)
    expect(page.locator("#stage .listing").first).to_be_visible()
    expect(page.locator("svg.picture")).to_have_count(0)
    page.locator("#stage .listing a", has_text="Lê Đức Thanh").first.click()
    sheet = page.locator("#panel").bounding_box()
    assert sheet is not None
    assert sheet["y"] > 844 * 0.3
    assert sheet["y"] + sheet["height"] == pytest.approx(844, abs=1)
    page.locator("#panel .close").click()
    expect(page.locator("body")).not_to_have_class("chosen")


def test_paper_has_no_controls(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, THANH)
    page.emulate_media(media="print")
    for control in (".search", ".views", ".tools", ".filters", ".time", ".actions", ".close"):
        expect(page.locator(control).first).to_be_hidden()
    expect(page.locator("svg.picture")).to_be_visible()
    expect(page.locator("#panel h2")).to_be_visible()


def test_english_is_a_switch_away(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text("Officials and directives")
    expect(page.locator("[data-kind=person]")).to_contain_text("People")
    expect(page.locator("#stage .heads h2").first).to_have_text("Who")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator("h1")).to_have_text("Cán bộ và văn bản")


def test_the_picture_can_be_zoomed_and_moved(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    width = "document.querySelector('svg.picture').getBoundingClientRect().width"
    before = page.evaluate(width)
    page.get_by_role("button", name="Phóng to").click()
    page.get_by_role("button", name="Phóng to").click()
    page.wait_for_function(f"{width} > {before * 1.4}")
    box = page.locator("#stage").bounding_box()
    assert box is not None
    ground = (box["x"] + 4, box["y"] + 60)
    left = page.evaluate("document.getElementById('stage').scrollLeft")
    page.mouse.move(*ground)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    assert page.evaluate(width) > before * 1.6
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 10)
    assert page.evaluate("document.getElementById('stage').scrollLeft") >= left


def test_pointing_at_a_thing_brings_out_its_lines(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district)
    page.locator("#stage a.thing", has_text="Vũ Nguyễn Quang Vinh").hover()
    expect(page.locator("#stage .line.near")).to_have_count(2)


def test_lines_do_not_run_behind_boxes(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    behind: list[str] = page.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll("#stage a.thing")].map((link) => {
            const { x, y, width, height } = link.querySelector(".shape").getBBox();
            const covers = (at) =>
              at.x > x + 3 && at.x < x + width - 3 && at.y > y + 2 && at.y < y + height - 2;
            return { name: link.getAttribute("aria-label"), covers };
          });
          const hits = [];
          for (const line of document.querySelectorAll("#stage .line:not(.far) .ink")) {
            for (let at = 4; at < line.getTotalLength() - 4; at += 6) {
              const point = line.getPointAtLength(at);
              hits.push(...boxes.filter((box) => box.covers(point)).map((box) => box.name));
            }
          }
          return hits;
        }"""
    )
    assert behind == []
