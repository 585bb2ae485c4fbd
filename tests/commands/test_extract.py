"""``canbo extract``: what texts state, as tables for people and as records."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from canbo.cli import door

PASSAGE = (
    "HĐND Quận 1 khóa X, nhiệm kỳ 2016-2021 họp kỳ thứ 13 ngày 1/10/2019; dự họp có đồng chí Trần"
    " Kim Yến, Bí thư Quận ủy Quận 1. Đồng chí yêu cầu Đảng bộ thực hiện Chỉ thị số 05-CT/TW."
)


@pytest.fixture
def passage(tmp_path: Path) -> Path:
    path = tmp_path / "bulletin.txt"
    path.write_text(PASSAGE, encoding="utf-8")
    return path


def run(*arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(door, ["extract", *arguments], input=stdin)
    return result.exit_code, result.stdout, result.stderr


def test_a_record_a_line_has_everything_with_its_places(passage: Path) -> None:
    code, out, _ = run(str(passage), "--format", "jsonl")
    (line,) = out.splitlines()
    record = json.loads(line)
    assert code == 0
    assert record["id"]
    assert record["persons"] == ["Trần Kim Yến"]
    for kind in ("holdings", "documents", "actions", "events"):
        assert record[kind]
        for statement in record[kind]:
            assert all(PASSAGE[start:end].strip() for start, end in statement["spans"])
    assert record["documents"][0]["resolution"]["outcome"] in {
        "resolved",
        "ambiguous",
        "unregistered",
    }


def test_a_line_of_jsonl_keeps_its_id_and_address(tmp_path: Path) -> None:
    source = {"id": "a", "text": PASSAGE, "published": "2019-10-02", "source_url": "https://x.vn/a"}
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps(source) + "\n", encoding="utf-8")
    _, out, _ = run(str(path), "--format", "jsonl")
    record = json.loads(out)
    assert (record["id"], record["published"]) == ("a", "2019-10-02")
    assert record["source_url"] == "https://x.vn/a"


def test_tables_name_people_documents_actions_and_events(passage: Path) -> None:
    code, out, _ = run(str(passage))
    assert code == 0
    for words in ("Trần Kim Yến", "Quận ủy Quận 1", "05-CT/TW", "urges", "Kỳ họp thứ 13"):
        assert words in out
    assert "⟨" not in out


def test_the_explanation_marks_places_and_names_rules(passage: Path) -> None:
    _, out, _ = run(str(passage), "--explain")
    assert "⟨S1⟩" in out
    assert "động từ “yêu cầu”" in out


def test_a_text_that_states_nothing_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("Hôm nay trời đẹp.", encoding="utf-8")
    code, out, _ = run(str(path))
    assert code == 0
    assert "nothing is stated" in out


def test_what_cannot_be_read_is_named_and_the_rest_is_shown(passage: Path) -> None:
    missing = str(passage.with_name("missing.txt"))
    for form in ("table", "jsonl"):
        code, out, errors = run(missing, str(passage), "--format", form)
        assert code == 1
        assert "Trần Kim Yến" in out
        assert errors.startswith("canbo: ")
        assert len(errors.splitlines()) == 1


def test_standard_input_is_a_text_too() -> None:
    code, out, _ = run("-", "--format", "jsonl", stdin=PASSAGE)
    assert code == 0
    assert json.loads(out)["persons"] == ["Trần Kim Yến"]
