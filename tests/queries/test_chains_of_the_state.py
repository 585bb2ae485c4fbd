"""Questions on what rests on what, over both systems, asked of a graph built from texts of our own.

The decisions of the province are invented; decrees and laws are of the register.
"""

import csv
import json
from collections.abc import Callable
from io import StringIO

import pytest
from click.testing import CliRunner

from canbo.cli import door
from canbo.graph.building import build

HEAD = "ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN\nSố: {number}/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc {what}\n"
SIGNED = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN\n{bases}Theo đề nghị của Giám đốc Sở Nội vụ.\n"
CURRENT = "Căn cứ Nghị định số 170/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ;\n"
OLD = "Căn cứ Nghị định số 138/2020/NĐ-CP ngày 27 tháng 11 năm 2020 của Chính phủ;\n"
OTHER_YEAR = "Căn cứ Nghị định số 170/2024/NĐ-CP của Chính phủ;\n"
TEXTS = {
    "moi": ("2025-09-01", HEAD.format(number=211, what="tuyển dụng công chức"), CURRENT),
    "cu": ("2025-09-02", HEAD.format(number=212, what="bổ nhiệm công chức"), OLD),
    "khac": ("2025-09-03", HEAD.format(number=213, what="quản lý công chức"), OTHER_YEAR),
}
END = "QUYẾT ĐỊNH:\nĐiều 1. Làm việc này.\n"
NEWS = "Sở Nội vụ tỉnh Hưng Yên thực hiện Nghị định số 170/2025/NĐ-CP của Chính phủ."
Ask = Callable[..., list[tuple[str, ...]]]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    folder = tmp_path_factory.mktemp("state")
    lines = folder / "texts.jsonl"
    records = [
        {
            "id": name,
            "published": day,
            "title": name,
            "text": head + SIGNED.format(bases=bases) + END,
        }
        for name, (day, head, bases) in TEXTS.items()
    ]
    records.append({"id": "tin", "published": "2025-10-01", "title": "tin", "text": NEWS})
    lines.write_text("\n".join(json.dumps(record) for record in records), "utf-8")
    build([lines], folder / "kg")

    def run(question: str, columns: str, **parameters: str) -> list[tuple[str, ...]]:
        options = [word for name, value in parameters.items() for word in (f"--{name}", value)]
        words = ["query", question, *options, "--graph", str(folder / "kg"), "--format", "csv"]
        done = CliRunner().invoke(door, words, catch_exceptions=False)
        return [
            tuple(row[name].rpartition("scheme/")[2] for name in columns.split())
            for row in csv.DictReader(StringIO(done.stdout))
        ]

    return run


def test_a_chain_goes_from_a_law_over_its_decree_to_who_carries_it_out(ask: Ask) -> None:
    found = ask("implementation-chain", "part steps viaLabel actorLabel", document="80/2025/QH15")
    assert found == [
        ("implements", "1", "Nghị định số 170/2025/NĐ-CP", "Sở Nội vụ tỉnh Hưng Yên"),
        ("issued", "1", "Nghị định số 170/2025/NĐ-CP", "Chính phủ"),
        ("issued", "2", "Quyết định số 211/QĐ-UBND", "UBND tỉnh Hưng Yên"),
    ]


def test_the_same_number_of_another_year_is_in_no_chain(ask: Ask) -> None:
    found = ask("implementation-chain", "viaLabel", document="170/2025/NĐ-CP")
    assert ("Quyết định số 213/QĐ-UBND",) not in found
    assert ("Quyết định số 211/QĐ-UBND",) in found


def test_a_decree_that_was_replaced_before_the_text_is_reported(ask: Ask) -> None:
    columns = "sourceLabel surface replacementLabel replaced"
    assert ask("replaced-norms", columns) == [
        ("cu", "Nghị định số 138/2020/NĐ-CP", "Nghị định số 170/2025/NĐ-CP", "2025-07-01")
    ]


def test_a_symbol_of_the_state_is_one_document_of_one_year(ask: Ask) -> None:
    columns = "documentLabel date issuerLabel registered"
    assert ask("documents-by-signature", columns, signature="170/2025/NĐ-CP") == [
        ("Nghị định số 170/2025/NĐ-CP", "2025-06-30", "Chính phủ", "true")
    ]
    assert ask("documents-by-signature", columns, signature="170/2024/NĐ-CP") == [
        ("Nghị định số 170/2024/NĐ-CP", "2024", "Chính phủ", "false")
    ]
