"""The familiar pyvis page, offline and escaped."""

import re
from pathlib import Path

from playwright.sync_api import Browser

from canbo.viz import ExplorerNetwork, Projection
from canbo.viz.plain import draw_plain
from tests.viz.test_safety import hostile


def open_plain(browser: Browser, page: str, tmp_path: Path) -> tuple[list[str], bool, bool]:
    """Return what went wrong, whether something was drawn, whether an attack ran."""
    (tmp_path / "plain.html").write_text(page, encoding="utf-8")
    opened = browser.new_context(offline=True).new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text))
    opened.goto((tmp_path / "plain.html").as_uri())
    opened.wait_for_selector("#mynetwork canvas")
    opened.wait_for_timeout(300)
    is_drawn = opened.evaluate(
        """() => {
          const canvas = document.querySelector("#mynetwork canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return data.some((value, n) => n % 4 === 3 && value > 0);
        }"""
    )
    return wrong, bool(is_drawn), opened.evaluate("window.pwned") is not None


def test_it_draws_without_a_network(browser: Browser, tmp_path: Path, district: Projection) -> None:
    page = draw_plain(ExplorerNetwork(district))
    assert open_plain(browser, page, tmp_path) == ([], True, False)


def test_nothing_hostile_runs_there_either(browser: Browser, tmp_path: Path) -> None:
    page = draw_plain(ExplorerNetwork(hostile()))
    assert open_plain(browser, page, tmp_path) == ([], True, False)


def test_it_asks_for_nothing(district: Projection) -> None:
    page = draw_plain(ExplorerNetwork(district))
    assert re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=", page) == []
    assert page == draw_plain(ExplorerNetwork(district))
