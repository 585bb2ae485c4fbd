"""The address of the page keeps what is looked at: links, the back button, a mailed file."""

import re

from playwright.sync_api import expect

from canbo.viz import ExplorerNetwork, Projection
from tests.viz.conftest import OpenPage

THANH = "person/le-duc-thanh-3abd4cf5"


def test_the_back_button_goes_through_what_was_chosen(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district)
    page.locator("#stage a.thing", has_text="Lê Đức Thanh").click()
    page.locator("#panel .fact > a", has_text="Chủ tịch UBND Quận 1").click()
    expect(page.locator("#panel h2")).to_have_text("Chủ tịch UBND Quận 1")
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("Lê Đức Thanh")
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("Mỗi dòng là một câu")


def test_an_address_restores_all_of_it(open_page: OpenPage, district: Projection) -> None:
    page = open_page(
        district, f"thing={THANH}&on=2024-01-01&view=table&hide=event&system=party&lang=en"
    )
    expect(page.locator("#panel h2")).to_have_text("Lê Đức Thanh")
    expect(page.locator("output.now")).to_have_text("1 Jan 2024")
    expect(page.locator("[data-view=table]").last).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-kind=event]")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("[data-choice=system]")).to_have_value("party")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_what_is_done_on_the_page_is_in_its_address(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district)
    page.locator("[data-kind=document]").click()
    page.locator("[data-choice=level]").select_option("district")
    page.locator("#only-certain").check()
    page.locator("#language").click()
    page.locator("button[data-view=list]").click()
    expect(page).to_have_url(
        re.compile("#view=list&hide=document&level=district&only=certain&lang=en$")
    )
    page.get_by_role("button", name="Clear filters").click()
    expect(page).to_have_url(re.compile("#view=list&lang=en$"))


def test_an_address_that_makes_no_sense_opens_the_page_all_the_same(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district, "thing=nobody&to=%00&on=yesterday&view=../x&hide=a+b&lang=xx&%zz")
    expect(page.locator("#panel h2")).to_have_text("Mỗi dòng là một câu")
    expect(page.locator("#stage a.thing")).not_to_have_count(0)


def test_the_page_opens_where_it_was_told_to(open_page: OpenPage, district: Projection) -> None:
    shown = ExplorerNetwork(district, f"https://w3id.org/canbo/{THANH}", "2022-09-28")
    page = open_page(shown)
    expect(page.locator("#panel h2")).to_have_text("Lê Đức Thanh")
    expect(page.locator("output.now")).to_have_text("28/9/2022")
    page.locator("#panel .close").click()
    expect(page.locator("#panel h2")).to_have_text("Mỗi dòng là một câu")
    page.get_by_role("button", name="Mọi thời điểm").click()
    expect(page.locator("output.now")).to_have_count(0)


def test_the_title_of_the_page_names_what_is_looked_at(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district, f"thing={THANH}")
    expect(page).to_have_title("Lê Đức Thanh – Cán bộ và văn bản")
