"""How two things hang together, with the words behind each step."""

from playwright.sync_api import expect

from canbo.viz import Projection
from tests.viz.conftest import OpenPage

SI = "person/le-tien-si-aeddd09d"


def test_a_path_is_found_with_the_quote_at_each_step(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district, f"thing={SI}&to=document/tw/xii/ct/5")
    steps = page.locator("#panel .path > li")
    expect(steps.locator(".fact")).to_contain_text(
        [
            "giữ chức Bí thư Chi bộ Văn phòng UBND Quận 1",
            "ở tổ chức Chi bộ Văn phòng UBND Quận 1",
            "thực hiện Chỉ thị số 05-CT/TW",
        ]
    )
    expect(steps.first.locator("mark")).to_contain_text("được bầu làm Bí thư Chi bộ")
    expect(steps.last.locator("mark")).to_contain_text("thi hành Quy định số 37-QĐ/TW")
    expect(page.locator("#stage .line.lit")).to_have_count(3)


def test_the_other_end_is_chosen_in_the_search_box(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district, f"thing={SI}")
    page.get_by_role("button", name="Tìm đường nối…").click()
    expect(page.locator("#search")).to_be_focused()
    expect(page.locator("#search")).to_have_attribute(
        "placeholder", "Nối Lê Tiến Sĩ với ai, với văn bản nào?"
    )
    page.keyboard.type("le duc thanh")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_contain_text("Lê Đức Thanh")
    expect(page.locator("#panel .path > li")).not_to_have_count(0)
    page.locator("#panel .close").click()
    expect(page.locator("#panel h2")).to_have_text("Lê Tiến Sĩ")


def test_where_nothing_connects_the_page_says_so(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, f"thing={SI}&to=document/tw/xii/ct/5&hide=organization+event")
    expect(page.locator("#panel")).to_contain_text("Không có đường nối giữa hai bên.")
