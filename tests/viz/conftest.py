"""Pages in a real Chromium that has no network.

The smallest graph that shows a thing is best: ``quan_1`` is one district in 2018, 2022 and 2025, in
our own words; a page of anything else is made from a ``Projection`` written out in the test.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pyoxigraph import RdfFormat, Store

from canbo.viz import ExplorerNetwork, Projection, project

DATA = Path(__file__).parent / "data"
VENDOR = Path(__file__).parent / "vendor"
CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
ARGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

OpenPage = Callable[..., Page]
"""Opens a page: ``open_page(network, "thing=person/...", width=390, height=844, ...)``."""


@pytest.fixture(scope="session")
def quan_1() -> Store:
    """The graph of one district."""
    store = Store()
    store.bulk_load((DATA / "quan-1.trig").read_bytes(), format=RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def district(quan_1: Store) -> Projection:
    """What the sources tell of it."""
    return project(quan_1)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The system's Chromium; without one, these tests are skipped, but not in CI."""
    if CHROMIUM is None:
        reason = "no Chromium here; on Debian: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return {"executable_path": CHROMIUM, "args": ARGS}


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Open pages from files; at the end none may have asked for anything or thrown an error."""
    complaints: list[str] = []

    def open_page(
        shown: ExplorerNetwork | Projection,
        address: str = "",
        *,
        width: int = 1280,
        height: int = 800,
        **context: Any,  # noqa: ANN401 - what Playwright takes
    ) -> Page:
        network = shown if isinstance(shown, ExplorerNetwork) else ExplorerNetwork(shown)
        file = tmp_path / "network.html"
        network.write_html(str(file))
        page = browser.new_context(
            viewport={"width": width, "height": height}, offline=True, **context
        ).new_page()
        page.on("request", lambda request: _note_request(request.url, complaints))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on(
            "console",
            lambda message: complaints.append(message.text) if message.type == "error" else None,
        )
        page.goto(f"{file.as_uri()}#{address}")
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield open_page
    assert complaints == []


def go_to(page: Page, address: str) -> None:
    """Change the address of an open page, as following a link does."""
    page.evaluate(
        """(address) => new Promise((done) => {
          addEventListener("hashchange", () => requestAnimationFrame(done), { once: true });
          location.hash = address;
        })""",
        address,
    )


def _note_request(url: str, complaints: list[str]) -> None:
    if not url.startswith(("file:", "data:", "blob:")):
        complaints.append(f"request: {url}")
