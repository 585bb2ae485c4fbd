"""That one symbol used for two documents in a text is never resolved to one of them for both."""

import pytest

from canbo.graph.citations import resolve_citations
from canbo.graph.reading.reader import read_statements
from canbo.graph.register import load_register
from canbo.graph.resolution import Outcome, Resolution


def resolve(text: str) -> list[Resolution]:
    return resolve_citations(read_statements(text), load_register(), "2020-12-01", text)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            (
                "Huyện thực hiện Nghị quyết số 36-NQ/TW về kinh tế biển; trước đó, "
                "Nghị quyết số 36-NQ/TW về công nghệ thông tin đã được tổng kết."
            ),
            {"XI", "XII"},
        ),
        (
            (
                "Tỉnh ủy tổng kết Chỉ thị số 10-CT/TW về sinh hoạt chi bộ.\n\nSở tổng kết "
                "Chỉ thị số 10-CT/TW về phổ cập giáo dục mầm non cho trẻ 5 tuổi."
            ),
            {"X", "XI"},
        ),
    ],
)
def test_a_symbol_with_two_subjects_is_left_open_with_both(text: str, terms: set[str]) -> None:
    (found,) = resolve(text)
    assert found.outcome is Outcome.AMBIGUOUS
    said = next(r for r in found.reasons if "một ký hiệu cho nhiều văn bản" in r)
    told = found.reasons[: found.reasons.index(said)]
    assert len(told) == len(terms)
    assert all(
        any(f"khóa {term} " in f"{r} " or f"khóa {term}:" in r for r in told) for term in terms
    )


@pytest.mark.parametrize(
    "later",
    [
        "Chỉ thị số 10-CT/TW về nâng cao chất lượng sinh hoạt chi bộ được đảng viên quan tâm.",
        "Chỉ thị số 10-CT/TW nói về nhiều việc.",
        "Chỉ thị 10 được đọc lại.",
    ],
)
def test_the_same_document_told_in_other_words_stays_resolved(later: str) -> None:
    (found,) = resolve(f"Tỉnh ủy tổng kết Chỉ thị số 10-CT/TW về sinh hoạt chi bộ. {later}")
    assert found.term == "X"


def test_a_symbol_with_two_terms_is_two_documents() -> None:
    found = resolve("Tổng kết Chỉ thị số 10-CT/TW khóa X và Chỉ thị số 10-CT/TW khóa XI.")
    assert [one.term for one in found] == ["X", "XI"]


def test_a_mention_without_term_follows_the_last_that_has_one() -> None:
    text = (
        "Tổng kết Chỉ thị số 10-CT/TW khóa X và Chỉ thị số 10-CT/TW khóa XI. "
        "Theo Chỉ thị số 10-CT/TW, trẻ được đến lớp."
    )
    assert [len(one.document.spans) for one in resolve(text)] == [1, 2]
