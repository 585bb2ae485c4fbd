"""How fast texts are read, beside underthesea's named-entity recogniser on the same texts.

    python -m bench reading [--texts INPUT] [--count N] [--stream N]

Both read the same texts in one run and one process, on one core, by CPU time: made-up news with the
mix of general newspapers (``bench.news``), a dense text where every sentence names officials
(``bench.officials``), and with ``--texts`` what a file or a folder of yours holds, in any form that
``canbo build`` takes. The recogniser gets one sentence at a time: on longer pieces it is slower
still (five times on whole articles), which would flatter us. F1 of persons is measured on the gold
passages of ``tests/graph/reading/gold``: office-holders alone count as found by us, while any other
name that the recogniser finds is held against it only where our reader sees no name there. Peak
memory is that of a fresh process over a stream of articles, after a quarter of it and at its end.
Seconds a megabyte on repeated text show that time is linear.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import cast

from bench.news import write_news
from bench.officials import write_bulletins
from canbo.graph.reading.reader import read_statements
from canbo.graph.texts.sources import Source, read_sources
from canbo.spelling import name_key

REFERENCE_SHARE, REFERENCE_LEAST = 0.02, 40
"""The recogniser is so slow that it gets only this share of the texts, and at least so many."""

GOLD = Path(__file__).parent.parent / "tests" / "graph" / "reading" / "gold"
REPEATED = {
    "titles": "Chủ tịch UBND tỉnh ",
    "capitals": "Nguyễn Văn ",
    "commas": ", ",
    "digits": "0123456789",
    "combining marks": "a\u0301\u0323",
    "quotes": "“”",
    "parentheses": "((",
    "và": "và ",
    "honorifics": "ông bà đồng chí ",
    "numbers": "Quyết định số 12-QĐ/TU, ",
    "dates": "ngày 2/3/2021, ",
    "bullets": "\n- ",
}
"""What a text may repeat to make reading slow."""


def measure(arguments: list[str]) -> dict[str, float]:
    """Return MB/s of both and their ratio for each kind of text, F1 of persons, memory, growth."""
    options = _parse(arguments)
    result = _measure_memory(options.stream)
    reference = _load_reference()
    for name, texts in _kinds_of_text(options):
        speeds = _compare(texts, reference)
        result |= {f"{name} {figure}": value for figure, value in speeds.items()}
    return result | _score_gold(reference) | _measure_growth()


def _kinds_of_text(options: argparse.Namespace) -> Iterator[tuple[str, list[str]]]:
    yield "news", list(write_news(options.count))
    yield "dense", [source.text for source, _ in write_bulletins(options.count)]
    if options.texts is not None:
        found = islice(read_sources([options.texts]), options.count)
        yield "given", [source.text for source in found if isinstance(source, Source)]


def _compare(texts: list[str], reference: Callable[[str], set[str]]) -> dict[str, float]:
    """Return MB/s of both readers on *texts*, and how many times as fast ours is."""
    read_statements(texts[0])
    reference(texts[0])
    _, ours = _time(_read_persons, texts)
    step = max(1, len(texts) // max(REFERENCE_LEAST, int(len(texts) * REFERENCE_SHARE)))
    few = texts[::step]
    _, theirs = _time(reference, few)
    fast, slow = _size(texts) / ours / 1e6, _size(few) / theirs / 1e6
    return {
        "texts": len(texts),
        "canbo MB/s": fast,
        "underthesea MB/s": slow,
        "times as fast": fast / slow,
    }


def _measure_memory(count: int) -> dict[str, float]:
    """Return the peak memory in MB of a process that reads *count* articles one after the other."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        quarter, whole = pool.submit(_read_stream, count).result()
    return {"peak MB after a quarter": quarter, "peak MB after all": whole, "articles": count}


def _read_stream(count: int) -> tuple[float, float]:
    quarter = 0.0
    for number, text in enumerate(write_news(count), 1):
        read_statements(text)
        if number == count // 4:
            quarter = _peak()
    return quarter, _peak()


def _peak() -> float:
    """Return the peak memory of this process in MB; Linux counts it in kB, macOS in bytes."""
    peak = getrusage(RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def _score_gold(reference: Callable[[str], set[str]]) -> dict[str, float]:
    """Return F1 of persons of both on the gold passages."""
    lines = [line for path in sorted(GOLD.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    cases = [json.loads(line) for line in lines]
    truth = [{name_key(person) for person in case["persons"]} for case in cases]
    ours = [_read_persons(case["text"]) for case in cases]
    theirs = [
        reference(case["text"]) - (_read_names(case["text"]) - people)
        for case, people in zip(cases, truth, strict=True)
    ]
    return {"canbo_person_f1": score(truth, ours), "underthesea_person_f1": score(truth, theirs)}


def _measure_growth() -> dict[str, float]:
    """Return seconds a megabyte for 0.25, 0.5 and 1 MB of each of the ``REPEATED``."""
    found: dict[str, float] = {}
    for name, unit in REPEATED.items():
        for size in (250_000, 500_000, 1_000_000):
            text = unit * (size // len(unit.encode()))
            _, seconds = _time(_read_persons, [text])
            found[f"{name} {size / 1e6} MB: seconds a MB"] = seconds / _size([text]) * 1e6
    return found


def score(truth: list[set[str]], found: list[set[str]]) -> float:
    """Return F1 over the names of all texts."""
    right = sum(len(wanted & got) for wanted, got in zip(truth, found, strict=True))
    all_of_them = sum(map(len, truth)) + sum(map(len, found))
    return 2 * right / all_of_them if all_of_them else 1.0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench reading")
    parser.add_argument("--texts", help="a file or a folder of texts of your own")
    parser.add_argument("--count", type=int, default=2000, help="how many texts of each kind")
    parser.add_argument("--stream", type=int, default=10_000, help="articles read for memory")
    return parser.parse_args(arguments)


def _time(read: Callable[[str], set[str]], texts: Iterable[str]) -> tuple[list[set[str]], float]:
    start = time.process_time()
    names = [read(text) for text in texts]
    return names, time.process_time() - start


def _size(texts: Iterable[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def _read_persons(text: str) -> set[str]:
    return {name_key(holding.person) for holding in read_statements(text).holdings}


def _read_names(text: str) -> set[str]:
    """Return the names of all people that our reader sees, in office or not."""
    return {name_key(person.name) for person in read_statements(text).persons}


_SENTENCES = re.compile(r"(?<=[.!?]) +|\n")


def _load_reference() -> Callable[[str], set[str]]:
    recognise = cast(
        "Callable[[str], list[tuple[str, ...]]]", import_module("underthesea").__dict__["ner"]
    )

    def read(text: str) -> set[str]:
        names: list[list[str]] = []
        for sentence in filter(None, map(str.strip, _SENTENCES.split(text))):
            for word, *_, tag in recognise(sentence):
                if tag == "B-PER":
                    names.append([word])
                elif tag == "I-PER" and names:
                    names[-1].append(word)
        return {name_key(" ".join(words)) for words in names}

    return read
