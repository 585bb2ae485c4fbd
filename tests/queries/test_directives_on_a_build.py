"""The questions about documents, asked of a graph that is built from six short texts of our own.

The wards are invented; the documents are real ones of the register. The rows were written by hand.
"""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from canbo.cli import door
from canbo.graph.building import build

LAI, SEN, CELL = "Đảng ủy phường Lài", "Đảng ủy phường Sen", "Chi bộ Trường Tiểu học Sen"
FORBIDDEN = "Quy định số 37-QĐ/TW"
LEARNING = "Chỉ thị số 05-CT/TW"
GOING_ON = "Kết luận số 01-KL/TW"
PLAN = "Kế hoạch số 15-KH/ĐU"
TEXTS = {
    ("Lài 6/2026", "2026-06-10"): f"{LAI} thực hiện {FORBIDDEN} ngày 25/10/2021 của Trung ương.",
    ("Lài 8/2026", "2026-08-15"): f"{LAI} thực hiện {FORBIDDEN} ngày 25/10/2021 của Trung ương.",
    ("Sen 8/2026", "2026-08-20"): (
        f"{SEN} quán triệt Quy định số 207-QĐ/TW ngày 26/7/2026 về những điều đảng viên không "
        "được làm."
    ),
    ("Lài 2022", "2022-03-01"): (
        f"{LAI} thực hiện {LEARNING} ngày 15/5/2016 của Bộ Chính trị và {GOING_ON} ngày 18/5/2021 "
        "của Bộ Chính trị."
    ),
    ("Sen 2023", "2023-04-01"): (
        f"{SEN} ban hành {PLAN} ngày 20/3/2023. {CELL} thực hiện {LEARNING} ngày 15/5/2016 và "
        f"{GOING_ON} ngày 18/5/2021."
    ),
    ("Sen 2025", "2025-05-05"): f"{SEN} quán triệt Luật Đất đai năm 2013.",
    ("Lài 2024", "2024-05-05"): f"{LAI} quán triệt Luật Đất đai năm 2013.",
    ("Sen 2024", "2024-09-05"): (
        f"{SEN} quán triệt Nghị quyết số 27-NQ/TW. {SEN} thực hiện Nghị định 31/2020/NĐ-CP."
    ),
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("directives")
    lines = (
        json.dumps({"id": title, "title": title, "published": day, "text": text})
        for (title, day), text in TEXTS.items()
    )
    (place / "texts.jsonl").write_text("\n".join(lines), "utf-8")
    build([place / "texts.jsonl"], place / "kg")
    return place / "kg"


def ask(graph: Path, question: str, columns: str, **parameters: str) -> list[tuple[str, ...]]:
    """Return the *columns* of the rows that ``canbo query`` prints; of concepts the names alone."""
    options = [word for name, value in parameters.items() for word in (f"--{name}", value)]
    words = ["query", question, *options, "--graph", str(graph), "--format", "csv"]
    done = CliRunner().invoke(door, words, catch_exceptions=False)
    rows = csv.DictReader(StringIO(done.stdout))
    return [tuple(row[name].rpartition("scheme/")[2] for name in columns.split()) for row in rows]


def test_a_norm_is_reported_where_it_was_replaced_before_the_text(graph: Path) -> None:
    columns = "sourceLabel date surface documentLabel replacementLabel replaced actorLabel relation"
    assert ask(graph, "replaced-norms", columns) == [
        (
            "Sen 2025",
            "2025-05-05",
            "Luật Đất đai năm 2013",
            "Luật Đất đai 2013",
            "Luật Đất đai 2024",
            "2024-08-01",
            SEN,
            "action/studies",
        ),
        (
            "Lài 8/2026",
            "2026-08-15",
            FORBIDDEN,
            FORBIDDEN,
            "Quy định số 207-QĐ/TW",
            "2026-07-26",
            LAI,
            "action/implements",
        ),
    ]


def test_what_carries_out_a_directive_directly_and_through_a_conclusion(graph: Path) -> None:
    columns = "part steps viaLabel date actorLabel level"
    assert ask(graph, "implementation-chain", columns, document="05-CT/TW") == [
        ("implements", "0", LEARNING, "2016-05-15", CELL, "level/grassroots"),
        ("implements", "0", LEARNING, "2016-05-15", LAI, "level/commune"),
        ("implements", "1", GOING_ON, "2021-05-18", CELL, "level/grassroots"),
        ("implements", "1", GOING_ON, "2021-05-18", LAI, "level/commune"),
        ("issued", "1", GOING_ON, "2021-05-18", "Bộ Chính trị", "level/central"),
    ]


def test_what_a_body_issued_in_a_term_and_who_headed_it(graph: Path) -> None:
    columns = "date documentLabel subject answer personLabel postLabel"
    found = ask(graph, "issued-under", columns, organisation="Ban Bí thư", term="khóa XIV")
    assert found == [
        (
            "2026-02-09",
            "Quy định số 06-QĐ/TW",
            "Quản lý, sử dụng thẻ đảng viên",
            "possible",
            "Trần Cẩm Tú",
            "Thường trực Ban Bí thư",
        )
    ]


def test_which_documents_are_cited_together(graph: Path) -> None:
    columns = "sources oneLabel otherLabel actorLabel"
    assert ask(graph, "co-cited", columns) == [
        ("2", LEARNING, GOING_ON, CELL),
        ("2", LEARNING, GOING_ON, LAI),
    ]
    assert ask(graph, "co-cited", columns, document="37-QĐ/TW") == []


def test_who_cites_a_document_and_what_for(graph: Path) -> None:
    columns = "sourceLabel date quote resolution actorLabel relation"
    assert ask(graph, "citations-of", columns, document="01-KL/TW") == [
        ("Lài 2022", "2022-03-01", GOING_ON, "resolution/resolved", LAI, "action/implements"),
        ("Sen 2023", "2023-04-01", GOING_ON, "resolution/resolved", CELL, "action/implements"),
    ]
    first = ask(graph, "citations-of", columns, document="27-NQ/TW khóa XIII")
    assert first == [
        (
            "Sen 2024",
            "2024-09-05",
            "Nghị quyết số 27-NQ/TW",
            "resolution/ambiguous",
            SEN,
            "action/studies",
        )
    ]


def test_a_document_that_is_not_registered_has_its_citations_too(graph: Path) -> None:
    columns = "sourceLabel quote start end resolution actorLabel relation"
    start = TEXTS["Sen 2023", "2023-04-01"].index(PLAN)
    assert ask(graph, "citations-of", columns, document="15-KH/ĐU") == [
        (
            "Sen 2023",
            PLAN,
            str(start),
            str(start + len(PLAN)),
            "resolution/unregistered",
            SEN,
            "action/issues",
        )
    ]


def test_what_is_open_says_where_it_stands_and_what_it_can_be(graph: Path) -> None:
    columns = "sourceLabel surface start resolution candidateLabel termLabel date"
    plan, decree = TEXTS["Sen 2023", "2023-04-01"], TEXTS["Sen 2024", "2024-09-05"]
    open_one = ("Sen 2024", "Nghị quyết số 27-NQ/TW", str(decree.index("Nghị quyết")))
    rows = [row for row in ask(graph, "open-citations", columns) if row[4]]
    assert rows == [
        (
            "Sen 2023",
            PLAN,
            str(plan.index(PLAN)),
            "resolution/unregistered",
            PLAN,
            "",
            "2023-03-20",
        ),
        (*open_one, "resolution/ambiguous", open_one[1], "khóa XII", "2018-05-21"),
        (*open_one, "resolution/ambiguous", open_one[1], "khóa XIII", "2022-11-09"),
        (
            "Sen 2024",
            "Nghị định 31/2020/NĐ-CP",
            str(decree.index("Nghị định")),
            "resolution/unregistered",
            "Nghị định số 31/2020/NĐ-CP",
            "",
            "2020",
        ),
    ]
    reasons = {row[0] for row in ask(graph, "open-citations", "reason")}
    assert "có thể là Nghị quyết số 27-NQ/TW khóa XII (21/5/2018)" in reasons
    assert "chưa có trong sổ đăng ký" in reasons


def test_what_a_body_carries_out_in_a_period(graph: Path) -> None:
    columns = "documentLabel resolution sources first last"
    assert ask(graph, "directives-implemented", columns, organisation=LAI) == [
        (LEARNING, "resolution/resolved", "1", "2022-03-01", "2022-03-01"),
        (GOING_ON, "resolution/resolved", "1", "2022-03-01", "2022-03-01"),
        # The text of August is that of June word for word: a reprint, so one witness.
        (FORBIDDEN, "resolution/resolved", "1", "2026-06-10", "2026-08-15"),
    ]
    later = {"from": "2026-07-01", "to": "2026-12-31"}
    assert ask(graph, "directives-implemented", columns, organisation=LAI, **later) == [
        (FORBIDDEN, "resolution/resolved", "1", "2026-08-15", "2026-08-15"),
    ]


def test_which_documents_bear_a_signature(graph: Path) -> None:
    columns = "termLabel issuerLabel date registered"
    assert ask(graph, "documents-by-signature", columns, signature="27 - NQ/T.Ư") == [
        ("khóa XII", "Ban Chấp hành Trung ương Đảng", "2018-05-21", "true"),
        ("khóa XIII", "Ban Chấp hành Trung ương Đảng", "2022-11-09", "true"),
    ]
    assert ask(graph, "documents-by-signature", columns, signature="15-KH/ĐU") == [
        ("", SEN, "2023-03-20", "false")
    ]
