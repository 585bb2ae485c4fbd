"""What holds on a day: certain solid, possible dashed, the rest not there."""

import pytest
from playwright.sync_api import Page, expect

from canbo.viz import ExplorerNetwork, Projection
from canbo.viz.things import Bounds, Fact, Relation, Standing
from tests.viz.conftest import OpenPage

KNOWN = Bounds("2018-11-15", "2018-11-16", "2019-05-17", "2022-09-28")
ATTESTED = Bounds("", "2022-09-28", "2025-03-06", "")


@pytest.mark.parametrize(
    ("bounds", "day", "standing"),
    [
        (KNOWN, "2018-11-14", "no"),
        (KNOWN, "2018-11-15", "possible"),
        (KNOWN, "2018-11-16", "certain"),
        (KNOWN, "2019-05-17", "certain"),
        (KNOWN, "2019-05-18", "possible"),
        (KNOWN, "2022-09-28", "possible"),
        (KNOWN, "2022-09-29", "no"),
        (ATTESTED, "1950-01-01", "possible"),
        (ATTESTED, "2022-09-28", "certain"),
        (ATTESTED, "2030-01-01", "possible"),
        (Bounds(), "2022-09-28", "possible"),
        (Bounds(end_latest="2020-01-01"), "2020-01-02", "no"),
        (Bounds(start_latest="2020-01-01"), "2020-01-02", "possible"),
    ],
)
def test_a_tenure_goes_by_its_four_bounds(bounds: Bounds, day: str, standing: str) -> None:
    assert bounds.standing(day) == standing


@pytest.mark.parametrize(
    ("since", "not_before", "day", "standing"),
    [
        ("2022-09-28", "", "2022-09-27", "possible"),
        ("2022-09-28", "", "2022-09-28", "certain"),
        ("2022", "", "2022-12-31", "possible"),
        ("2022", "", "2023-01-01", "certain"),
        ("2022-09", "", "2022-10-01", "certain"),
        ("2022-09-28", "2021-10-25", "2021-10-24", "no"),
        ("2022-09-28", "2021-10-25", "2021-10-25", "possible"),
        ("", "2021", "2020-12-31", "no"),
        ("", "2021", "2021-01-01", "certain"),
        ("", "", "1900-01-01", "certain"),
    ],
)
def test_a_deed_is_certain_once_told_and_never_before_the_document(
    since: str, not_before: str, day: str, standing: str
) -> None:
    fact = Fact("", Relation.IMPLEMENTS, "a", "b", since=since, not_before=not_before)
    assert fact.standing(day) == standing


def rows(page: Page) -> dict[int, str]:
    found: list[list[str]] = page.locator("#stage tbody tr").evaluate_all(
        "rows => rows.map(row => [row.dataset.fact, row.className])"
    )
    return {int(fact): standing for fact, standing in found}


DAYS = ("1950-01-01", "2018-11-15", "2019-05-17", "2022-09-28", "2030-06-01")


@pytest.mark.parametrize("day", DAYS)
def test_the_table_shows_what_holds_on_the_day(
    open_page: OpenPage, district: Projection, day: str
) -> None:
    page = open_page(district, f"view=table&on={day}")
    expected = {
        place: str(fact.standing(day))
        for place, fact in enumerate(district.facts)
        if fact.standing(day) is not Standing.NO
    }
    assert rows(page) == expected


def test_possible_is_dashed_and_past_is_gone(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, "on=2024-01-01")
    lines = page.locator("#stage .line.r-holds")
    drawn = {
        int(fact): "possible" in classes.split()
        for fact, classes in lines.evaluate_all(
            "lines => lines.map(line => [line.dataset.fact, line.getAttribute('class')])"
        )
    }
    held = {n: f for n, f in enumerate(district.facts) if f.relation is Relation.HOLDS}
    assert drawn == {
        n: fact.standing("2024-01-01") is Standing.POSSIBLE
        for n, fact in held.items()
        if fact.standing("2024-01-01") is not Standing.NO
    }
    assert "5px, 4px" in lines.locator(".ink").evaluate_all(
        "inks => inks.map(ink => getComputedStyle(ink).strokeDasharray)"
    )


def test_going_through_time_moves_nothing(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    thanh = page.locator("#stage a.thing", has_text="Lê Đức Thanh").locator(".shape")
    before = thanh.get_attribute("y")
    page.locator("#time input[type=range]").focus()
    page.keyboard.press("Home")
    expect(page.locator("output.now")).to_have_text("30/3/2007")
    expect(page.locator("#stage a.thing", has_text="37-QĐ/TW")).to_have_count(0)
    assert thanh.get_attribute("y") == before


def test_only_what_is_certain_can_be_asked_for(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, "on=2024-01-01&view=table")
    page.locator("#only-certain").check()
    expect(page.locator("#stage tbody tr.possible")).to_have_count(0)
    assert set(rows(page).values()) == {"certain"}


def test_time_can_be_played(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    page.get_by_role("button", name="Chạy theo thời gian").click()
    expect(page.locator("output.now")).to_have_text("30/3/2007")
    expect(page.locator("output.now")).not_to_have_text("30/3/2007")
    page.get_by_role("button", name="Dừng").click()
    stopped = page.locator("output.now").inner_text()
    page.wait_for_timeout(1200)
    expect(page.locator("output.now")).to_have_text(stopped)


def test_edges_of_the_network_are_those_of_the_day(district: Projection) -> None:
    day = "2024-01-01"
    edges = ExplorerNetwork(district, on=day).edges
    standings = [fact.standing(day) for fact in district.facts]
    assert len(edges) == sum(standing is not Standing.NO for standing in standings)
    assert sum(edge["dashes"] for edge in edges) == standings.count(Standing.POSSIBLE)
