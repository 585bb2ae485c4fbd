"""Searching as a person types: without accents, in any order, in any Unicode form."""

import unicodedata

import pytest
from playwright.sync_api import Page, expect

from canbo.spelling import fold
from canbo.viz import Projection
from tests.viz.conftest import OpenPage


def type_into_search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)


@pytest.mark.parametrize(
    "words",
    [
        "le duc thanh",
        "LE DUC",
        "thanh duc",
        "Đức",
        "duc thanh l",
        unicodedata.normalize("NFD", "Lê Đức Thanh"),
        "lê đức thanh",
        "  le   duc  ",
    ],
)
def test_a_person_is_found_however_the_name_is_typed(
    open_page: OpenPage, district: Projection, words: str
) -> None:
    page = open_page(district)
    type_into_search(page, words)
    expect(page.locator("#found [role=option] .name", has_text="Lê Đức Thanh")).to_have_count(1)


def test_the_best_match_comes_first_and_enter_goes_there(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district)
    type_into_search(page, "le duc thanh")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Lê Đức Thanh")
    expect(page.locator("#stage a.chosen")).to_be_focused()


def test_arrows_choose_and_escape_leaves(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    type_into_search(page, "bi thu")
    second = page.locator("#found [role=option]").nth(1)
    page.keyboard.press("ArrowDown")
    expect(second).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#found")).to_be_hidden()
    expect(page.locator("#search")).to_have_value("")


def test_a_document_is_found_by_its_number_and_its_subject(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district)
    type_into_search(page, "37-QĐ")
    expect(page.locator("#found [role=option] .name")).to_have_text(["Quy định số 37-QĐ/TW"])
    page.keyboard.press("Escape")
    type_into_search(page, "neu guong")
    expect(page.locator("#found [role=option] .name")).to_have_text(["Quy định số 08-QĐi/TW"])


def test_words_that_match_nothing_are_said_to(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    type_into_search(page, "<b>xyz")
    expect(page.locator("#found .note")).to_have_text("Không thấy gì khớp với “<b>xyz”")
    expect(page.locator("#found-count")).to_have_text("0 kết quả")


@pytest.mark.parametrize("words", ["Đắk Lắk – HĐND", "QĐi", "Ủy ban", "Ỷ LẠI", "Ðặng", "thưởng"])
def test_the_page_folds_words_as_the_graph_does(
    open_page: OpenPage, district: Projection, words: str
) -> None:
    thing = district.things[0]
    other = type(thing)(thing.iri, thing.kind, words)
    page = open_page(type(district)((other,), (), (), (), {}))
    type_into_search(page, fold(words))
    expect(page.locator("#found [role=option] .name")).to_have_text([words])


def test_what_is_found_is_shown_whatever_was_filtered_out(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district, "hide=person+document&on=1990-01-01")
    type_into_search(page, "37-QĐ/TW")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Quy định số 37-QĐ/TW")
    expect(page.locator("#stage a.chosen")).to_be_visible()
