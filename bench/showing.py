"""How soon the network page can be used, beside stock pyvis with the same nodes in the same run.

    python -m bench showing [--texts 12 300 6500] [--runs 5]

Every page is opened in the system's Chromium without a network. *ready* is when the page was drawn
and no task of more than 50 ms came after. Stock pyvis is given our positions (its best case) and,
for the network in the middle, also left to its default physics, 30 seconds at most.
"""

import argparse
import gzip
import statistics
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from shutil import which
from typing import Any, Final, cast

from playwright.sync_api import Browser, Page, sync_playwright
from pyoxigraph import Store
from pyvis.network import Network

from bench.officials import write_bulletins
from canbo.graph.building import build_from_readings
from canbo.graph.keeping.store import open_store
from canbo.viz import ExplorerNetwork, network

CAP: Final = 30.0
"""Seconds after which a page counts as never ready."""

ARGS: Final = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")

OBSERVE: Final = """
window.last = 0;
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) {
    window.last = Math.max(window.last, startTime + duration);
  }
}).observe({ type: "longtask", buffered: true });
new PerformanceObserver((list) => {
  for (const paint of list.getEntries()) window.last = Math.max(window.last, paint.startTime);
}).observe({ type: "paint", buffered: true });
"""

SEARCH: Final = """() => {
  const box = document.getElementById("search");
  const times = ["n", "ng", "nguyen", "nguyen v", "chu tich", "van minh", "10-ct"].map((query) => {
    box.value = query;
    const start = performance.now();
    box.dispatchEvent(new Event("input"));
    return performance.now() - start;
  });
  box.value = "";
  box.dispatchEvent(new Event("input"));
  return times;
}"""

CHOOSE: Final = """async () => {
  const times = [];
  for (let n = 1; n <= 8; n += 1) {
    const links = [...document.querySelectorAll("#stage a.thing")];
    const there = links[(n * 7) % links.length].getAttribute("href");
    if (there === location.hash) continue;
    const start = performance.now();
    location.hash = there;
    await new Promise((done) => {
      const painted = () => requestAnimationFrame(() => setTimeout(done));
      addEventListener("hashchange", painted, { once: true });
    });
    times.push(performance.now() - start);
  }
  return times;
}"""

MOVE: Final = """() => new Promise((done) => {
  const stage = document.getElementById("stage");
  const frames = [];
  let [before, way] = [performance.now(), 1];
  const until = before + 2000;
  const step = (now) => {
    frames.push(now - before);
    before = now;
    stage.scrollTop += 12 * way;
    const end = stage.scrollHeight - stage.clientHeight - 1;
    if (stage.scrollTop <= 0 || stage.scrollTop >= end) way = -way;
    if (now < until) requestAnimationFrame(step);
    else done(frames.slice(2));
  };
  requestAnimationFrame(step);
})"""


def measure(arguments: list[str]) -> dict[str, object]:
    """Return for each size what the page weighs and when it can be used; the ratios to pyvis."""
    parser = argparse.ArgumentParser(prog="python -m bench showing")
    parser.add_argument("--texts", type=int, nargs=3, default=(12, 300, 6500))
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args(arguments)
    chromium = which("chromium") or which("chromium-browser") or which("google-chrome")
    if chromium is None:
        return {"left out": "needs Chromium"}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGS))
        stores = [_graph(Path(folder) / str(texts), texts) for texts in options.texts]
        small, middle, large = (_ours(browser, store, folder, options.runs) for store in stores)
        stock = _stock(browser, network(stores[1]), Path(folder), options.runs)
        browser.close()
    ready = [cast(float, size["ready_s"]) for size in (small, middle, large)]
    return {
        "sizes": [small, middle, large],
        "pyvis": stock,
        "ratio to pyvis with positions": ready[1] / stock["positions_s"],
        "ratio to pyvis": ready[1] / stock["physics_s"],
        "large to small": ready[2] / ready[0],
    }


def _graph(folder: Path, texts: int) -> Store:
    build_from_readings(write_bulletins(texts), folder)
    return open_store(folder)


def _ours(browser: Browser, store: Store, folder: str, runs: int) -> dict[str, object]:
    start = time.perf_counter()
    shown = network(store)
    page = shown.generate_html()
    seconds = time.perf_counter() - start
    file = Path(folder) / "ours.html"
    file.write_text(page, encoding="utf-8")
    ready = [_ready(browser, file)[0] for _ in range(runs)]
    _, opened = _ready(browser, file)
    frames = cast("list[float]", opened.evaluate(MOVE))
    opened.evaluate("location.hash = 'view=map'")
    opened.wait_for_selector(".map canvas")
    for _ in range(5):
        opened.locator(".zoom button").last.click()
    chart = cast("list[float]", opened.evaluate(MOVE))
    _, again = _ready(browser, file)
    return {
        "things": shown.num_nodes(),
        "facts": shown.num_edges(),
        "kib": len(page.encode()) // 1024,
        "gz_kib": len(gzip.compress(page.encode(), mtime=0)) // 1024,
        "python_s": seconds,
        "ready_s": statistics.median(ready),
        "search_ms": _middle_and_worst(again.evaluate(SEARCH)),
        "choose_ms": _middle_and_worst(again.evaluate(CHOOSE)),
        "fps": 1000 / statistics.mean(frames),
        "map_fps": 1000 / statistics.mean(chart),
        "worst_frame_ms": max(frames),
    }


def _middle_and_worst(times: Iterable[float]) -> tuple[float, float]:
    listed = list(times)
    return statistics.median(listed), max(listed)


def _stock(browser: Browser, ours: ExplorerNetwork, folder: Path, runs: int) -> dict[str, float]:
    """Return when stock pyvis can be used, with our positions and with its own physics."""
    found: dict[str, float] = {}
    for name, has_physics in (("positions_s", False), ("physics_s", True)):
        stock = cast(Any, Network(directed=True, cdn_resources="in_line"))
        stock.toggle_physics(has_physics)
        kept = ("id", "label", "shape", "color") + (() if has_physics else ("x", "y"))
        stock.nodes = [{key: node[key] for key in kept} for node in ours.nodes]
        stock.node_ids, stock.edges = ours.node_ids, ours.edges
        file = folder / "stock.html"
        file.write_text(stock.generate_html(), encoding="utf-8")
        times = [_ready(browser, file)[0] for _ in range(1 if has_physics else runs)]
        found[name] = statistics.median(times)
    return found


def _ready(browser: Browser, file: Path) -> tuple[float, Page]:
    """Return the seconds until *file* was ready, and the page."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True).new_page()
    page.set_default_timeout(2 * CAP * 1000)
    page.add_init_script(OBSERVE)
    start = time.perf_counter()
    page.goto(file.as_uri(), wait_until="commit")
    quiet, before = 0, -1.0
    while quiet < 3 and time.perf_counter() - start < CAP:
        time.sleep(0.4)
        last = cast(float, page.evaluate("window.last"))
        quiet = quiet + 1 if last == before and last > 0 else 0
        before = last
    return min(before / 1000, CAP), page
