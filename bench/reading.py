"""How fast texts are read, beside underthesea's named-entity recogniser on the same texts.

    python -m bench reading [--texts FILE.jsonl] [--count N]

Both read the same texts in one run and one process, on one core, by CPU time. The texts are
invented bulletins unless ``--texts`` names a JSONL file with ``{"text"}`` in each line. F1 of
persons is measured on the gold passages of ``tests/graph/reading/gold``: office-holders alone
count as found by us, while any other name that the recogniser finds is held against it only where
our reader sees no name there. Seconds a megabyte on repeated text show that time is linear.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

from bench.officials import write_bulletins
from canbo.graph.reading.reader import read_statements
from canbo.spelling import name_key

REFERENCE_SHARE = 0.02
"""The recogniser is so slow that it gets only this share of the texts (at least 20)."""


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
    """Return MB/s of both, their ratio, and F1 of persons where the truth is known."""
    options = _parse(arguments)
    texts = list(_take(options))
    read_statements(texts[0])
    _, ours = _time(_read_persons, texts)
    few = texts[: max(20, int(len(texts) * REFERENCE_SHARE))]
    result = {"texts": len(texts), "canbo_mb_per_s": _size(texts) / ours / 1e6}
    reference = _load_reference()
    reference(texts[0])
    _, theirs = _time(reference, few)
    result["underthesea_mb_per_s"] = _size(few) / theirs / 1e6
    result["ratio"] = result["canbo_mb_per_s"] / result["underthesea_mb_per_s"]
    return result | _score_gold(reference) | _measure_growth()


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
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    return parser.parse_args(arguments)


def _take(options: argparse.Namespace) -> Iterator[str]:
    if options.texts is None:
        yield from (source.text for source, _ in write_bulletins(options.count))
        return
    with options.texts.open(encoding="utf-8") as lines:
        for line, _ in zip(lines, range(options.count), strict=False):
            yield json.loads(line)["text"]


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


def _load_reference() -> Callable[[str], set[str]]:
    recognise = cast(
        "Callable[[str], list[tuple[str, ...]]]", import_module("underthesea").__dict__["ner"]
    )

    def read(text: str) -> set[str]:
        names: list[list[str]] = []
        for sentence in text.split(". "):
            for word, *_, tag in recognise(sentence):
                if tag == "B-PER":
                    names.append([word])
                elif tag == "I-PER" and names:
                    names[-1].append(word)
        return {name_key(" ".join(words)) for words in names}

    return read
