"""The same without a picture: lists and a table, for phones, screen readers and large networks."""

from playwright.sync_api import expect

from canbo.viz import Projection
from canbo.viz.things import Kind, Thing
from tests.viz.conftest import OpenPage

THANH = "thing=person/le-duc-thanh-3abd4cf5"


def test_the_list_has_everything_with_a_line_on_each(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district, "view=list")
    assert page.locator("#stage .listing a").count() == len(district.things)
    entry = page.locator("#stage .listing a", has_text="Lê Đức Thanh").first
    expect(entry.locator(".about")).to_have_text(
        "Bí thư Đảng ủy Cơ quan Chính quyền Quận 1; Chủ tịch UBND Quận 1; Phó Bí thư Quận ủy Quận 1"
    )
    people = page.locator("#stage .listing").first.locator(".name")
    assert people.first.inner_text() == "Nguyễn Duy An"  # by given name


def test_the_table_begins_with_who_holds_what(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, "view=table")
    cells = page.locator("tbody tr").first.locator("td")
    expect(cells.nth(0)).to_have_text("Bùi Văn Thịnh")
    expect(cells.nth(1)).to_have_text("giữ chức")
    expect(page.locator("caption")).to_have_text(f"{len(district.facts)} dữ kiện")


def test_the_table_is_sorted_by_its_heads(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, "view=table")
    head = page.get_by_role("columnheader", name="Đối tượng")
    first = page.locator("tbody tr td.c-object").first
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(first).to_have_text("Ban Bí thư")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(first).to_have_text("Văn phòng UBND Quận 1")


def test_the_table_of_a_thing_has_its_facts(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, f"view=table&{THANH}")
    mine = [f for f in district.facts if "le-duc-thanh" in f.subject + f.object]
    expect(page.locator("tbody tr")).to_have_count(len(mine))
    expect(page.locator("caption")).to_have_text(f"Lê Đức Thanh: {len(mine)} dữ kiện")


def test_the_legend_is_the_filter(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    expect(page.locator("#stage a.k-document")).not_to_have_count(0)
    page.locator("[data-kind=document]").click()
    expect(page.locator("#stage a.k-document")).to_have_count(0)
    page.locator("[data-choice=system]").select_option("state")
    expect(page.locator("#stage a.k-organization", has_text="Quận ủy")).to_have_count(0)
    expect(page.locator("#stage a.k-organization", has_text="UBND")).not_to_have_count(0)


def test_filters_that_leave_nothing_say_so(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, "hide=person+post+organization+document+event")
    expect(page.locator("#stage .empty")).to_have_text("Không còn gì để vẽ với bộ lọc này.")
    for view in ("list", "table"):
        page.locator(f"button[data-view={view}]").click()
        expect(page.locator("#stage .empty")).to_have_text("Không có dữ kiện nào với bộ lọc này.")


def test_a_long_list_comes_in_portions(open_page: OpenPage) -> None:
    base = "https://w3id.org/canbo/person/"
    people = tuple(Thing(f"{base}{n:03}", Kind.PERSON, f"Nguyễn Văn {n:03}") for n in range(200))
    page = open_page(Projection(people, (), (), (), {}), "view=list")
    entries = page.locator(".listing a")
    expect(entries).to_have_count(60)
    page.get_by_role("button", name="Xem thêm 60").click()
    expect(entries).to_have_count(120)
    page.get_by_role("button", name="Xem thêm 60").click()
    page.get_by_role("button", name="Xem thêm 20").click()
    expect(entries).to_have_count(200)
    expect(page.locator("button.more")).to_have_count(0)


def test_an_empty_network_is_a_page_all_the_same(open_page: OpenPage) -> None:
    page = open_page(Projection((), (), (), (), {}))
    expect(page.locator("#stage .empty")).to_be_visible()
