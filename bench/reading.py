"""How fast texts are read, beside underthesea's named-entity recogniser on the same texts.

    python -m bench reading [--texts FILE.jsonl] [--count N]

Both read the same texts in one run and one process, on one core, by CPU time. The texts are
invented bulletins unless ``--texts`` names a JSONL file with ``{"text"}`` in each line. F1 of
persons needs the truth, so it is given for the bulletins only.
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


def measure(arguments: list[str]) -> dict[str, float]:
    """Return MB/s of both, their ratio, and F1 of persons where the truth is known."""
    options = _parse(arguments)
    cases = list(_take(options))
    texts = [text for text, _ in cases]
    read_statements(texts[0])
    names, ours = _time(_read_persons, texts)
    few = cases[: max(20, int(len(cases) * REFERENCE_SHARE))]
    result = {"texts": len(texts), "canbo_mb_per_s": _size(texts) / ours / 1e6}
    reference = _load_reference()
    reference(texts[0])
    other, theirs = _time(reference, [text for text, _ in few])
    result["underthesea_mb_per_s"] = _size(text for text, _ in few) / theirs / 1e6
    result["ratio"] = result["canbo_mb_per_s"] / result["underthesea_mb_per_s"]
    if options.texts is None:
        truth = [people for _, people in cases]
        result["canbo_person_f1"] = score(truth, names)
        result["underthesea_person_f1"] = score(truth[: len(few)], other)
    return result


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


def _take(options: argparse.Namespace) -> Iterator[tuple[str, set[str]]]:
    if options.texts is None:
        for source, reading in write_bulletins(options.count):
            yield source.text, {name_key(person.name) for person in reading.persons}
        return
    with options.texts.open(encoding="utf-8") as lines:
        for line, _ in zip(lines, range(options.count), strict=False):
            yield json.loads(line)["text"], set()


def _time(read: Callable[[str], set[str]], texts: Iterable[str]) -> tuple[list[set[str]], float]:
    start = time.process_time()
    names = [read(text) for text in texts]
    return names, time.process_time() - start


def _size(texts: Iterable[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def _read_persons(text: str) -> set[str]:
    return {name_key(holding.person) for holding in read_statements(text).holdings}


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
