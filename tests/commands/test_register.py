import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from canbo.cli import COMMANDS
from canbo.commands.register import command
from canbo.errors import CanboError, NotRegisteredError


def run(*words: str) -> Result:
    return CliRunner().invoke(command, words, catch_exceptions=False)


def test_a_symbol_in_any_spelling_lists_every_term_with_what_relates_to_it() -> None:
    out = run("10", "-", "ct/tw").output
    lines = out.splitlines()
    assert lines[0].split()[:2] == ["ký", "hiệu"]
    assert [line.split()[1] for line in lines[1:3]] == ["X", "XI"]
    assert "được thực hiện, hướng dẫn bởi 18-KL/TW khóa XII" in out
    assert "hướng dẫn bởi 12-HD/BTCTW khóa XII (suy ra, chưa thấy câu chữ)" in out
    assert "nguồn: https://" in out


def test_a_document_shows_the_plenum_that_adopted_it() -> None:
    assert "thông qua tại Hội nghị Trung ương 6 khóa XII" in run("19-NQ/TW").output


def test_words_without_accents_find_documents() -> None:
    found = json.loads(run("nhung dieu dang vien khong duoc lam", "--format", "json").output)
    symbols = {row["ký hiệu"] for row in found}
    assert {"37-QĐ/TW", "47-QĐ/TW", "115-QĐ/TW", "207-QĐ/TW"} <= symbols


def test_without_words_the_documents_are_counted_by_term_and_type() -> None:
    rows = list(csv.DictReader(StringIO(run("--format", "csv").output)))
    assert [row["khóa"] for row in rows][-4:] == ["XIII", "XIV", "Nhà nước", "cộng"]
    total = {key: int(value or 0) for key, value in rows[-1].items() if key != "khóa"}
    assert total["cộng"] == sum(value for key, value in total.items() if key != "cộng")
    assert rows[-2]["khóa"] == "Nhà nước"
    assert "ký hiệu có ở nhiều khóa" in run().output
    assert run("--counts").output == run().output


@pytest.mark.parametrize(
    ("table", "words", "expected"),
    [
        ("organs", "to chuc trung uong", "BTCTW"),
        ("terms", "", "2021-01-25 – 2021-02-01"),
        ("plenums", "khoa xii 4", "Hội nghị Trung ương 4 khóa XII"),
        ("officials", "to lam tong bi thu", "2024-08-03"),
        ("roles", "chanh van phong", "Chánh Văn phòng"),
        ("laws", "dat dai 2013", "45/2013/QH13"),
    ],
)
def test_other_tables_are_listed_and_searched(table: str, words: str, expected: str) -> None:
    assert expected in run("--table", table, *words.split()).output


def test_documents_of_the_state_and_laws_are_found_beside_those_of_the_party() -> None:
    assert "Nghị định số 112/2020/NĐ-CP, năm 2020" in run("112/2020/NĐ-CP").output
    assert "được sửa đổi bởi 71/2023/NĐ-CP" in run("112/2020/NĐ-CP").output
    assert "căn cứ 80/2025/QH15" in run("170/2025/NĐ-CP").output
    assert "là căn cứ của 170/2025/NĐ-CP" in run("80/2025/QH15").output
    assert "1685/NQ-UBTVQH15" in run("sap xep cap xa thanh pho ho chi minh").output


@pytest.mark.parametrize(
    ("day", "words", "expected"),
    [
        ("2022-09-28", "37-QĐ/TW", "còn hiệu lực"),
        ("26/7/2026", "37-QĐ/TW", "đã bị thay thế: 207-QĐ/TW khóa XIV, 2026-07-26"),
        ("2020-01-01", "37-QĐ/TW", "chưa có: từ 2021-10-25"),
        ("2025-06-30", "138/2020/NĐ-CP", "còn hiệu lực"),
        ("2025-07-01", "138/2020/NĐ-CP", "đã bị thay thế: 170/2025/NĐ-CP, 2025-07-01"),
        ("2024-07-31", "45/2013/QH13", "còn hiệu lực"),
        ("2024-08-01", "45/2013/QH13", "đã bị thay thế: Luật Đất đai 2024, 2024-08-01"),
        ("2021-01-01", "34/2011/NĐ-CP", "chưa rõ: có lẽ bị thay thế bởi 112/2020/NĐ-CP"),
    ],
)
def test_where_a_document_stood_on_a_day_is_said(day: str, words: str, expected: str) -> None:
    assert run("--on", day, words).output.splitlines()[1].rstrip().endswith(expected)


def test_what_was_in_force_on_a_day_is_listed() -> None:
    found = json.loads(run("--on", "2022-09-28", "--format", "json").output)
    symbols = {(row["ký hiệu"], row["khóa"]) for row in found}
    assert {("37-QĐ/TW", "XIII"), ("45/2013/QH13", "2013")} <= symbols
    assert not {("47-QĐ/TW", "XI"), ("207-QĐ/TW", "XIV"), ("13/2003/QH11", "2003")} & symbols


def test_a_day_that_is_none_is_refused() -> None:
    assert "no date" in run("--on", "31/2/2022").output


def test_doubts_are_listed_with_the_reason() -> None:
    out = run("--doubts").output
    assert "nguồn chưa rõ xuất xứ" in out
    assert "số và ngày không cùng tăng: 329-QĐ/TW" in out
    assert "suy ra" in out


def test_what_is_not_there_is_said_with_what_comes_near() -> None:
    with pytest.raises(NotRegisteredError, match="near it: 10-CT/TW") as caught:
        run("10-CT/TV")
    assert caught.value.table == "documents.csv"
    with pytest.raises(NotRegisteredError, match="counts what there is"):
        run("zzzz qqqq")


def test_a_users_tables_are_added(tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_text(
        "signature,name,type,term,date,issuer,subject,aliases,standing,source\n"
        "999-CT/TW,,Chỉ thị,XIII,2024,Ban Bí thư,Một việc thử,,,thử\n",
        encoding="utf-8",
    )
    assert "Một việc thử" in run("999-ct/tw", "--register", str(tmp_path)).output


def test_a_bad_table_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(CanboError) as caught:
        run("--register", str(tmp_path))
    assert "\n" not in str(caught.value)


def test_the_command_stands_in_the_list() -> None:
    assert "register" in COMMANDS
