from pathlib import Path

import pytest

from canbo.errors import DamagedGraphError
from canbo.graph.report import Report, compare_tenures, read_report, write_report

REPORT = Report(3, "v", {"new": 1, "all": 1}, ("a: is empty; mend it",), {"holdings": 2}, quads=9)


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    write_report(tmp_path / "report.json", REPORT)
    assert read_report(tmp_path / "report.json") == REPORT


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"skipped": [], "colour": 1}'])
def test_a_spoiled_report_is_said_to_be_spoiled(tmp_path: Path, content: str) -> None:
    (tmp_path / "report.json").write_text(content, encoding="utf-8")
    with pytest.raises(DamagedGraphError, match="build it anew"):
        read_report(tmp_path / "report.json")


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ({}, {"t": {}}, "new"),
        ({"t": {}}, {}, "gone"),
        ({"t": {}}, {"t": {"endLatest": "2022-01-01"}}, "ended"),
        ({"t": {"endLatest": "2022-01-01"}}, {"t": {"endLatest": "2021-01-01"}}, "changed"),
        ({"t": {}}, {"t": {"startLatest": "2022-01-01"}}, "changed"),
        ({"t": {"startLatest": "2022-01-01"}}, {"t": {"startLatest": "2022-01-01"}}, None),
    ],
)
def test_each_tenure_counts_for_one_thing(
    before: dict[str, dict[str, str]], after: dict[str, dict[str, str]], kind: str | None
) -> None:
    counts = {name: number for name, number in compare_tenures(before, after).items() if number}
    assert counts == ({kind: 1} if kind else {})
