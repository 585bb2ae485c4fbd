"""What texts report of organisations that are founded, renamed, merged, split and ended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.reading.model import Change
from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.reorganising import tells_of_change

PUBLISHED = "2025-03-05"


def changes(text: str) -> tuple[Change, ...]:
    return read_statements(text, PUBLISHED).changes


@pytest.mark.parametrize(
    ("text", "kind", "originals", "results", "date"),
    [
        (
            (
                "Ngày 1/3/2025, Gia Lai hợp nhất Sở Nội vụ và Sở Y tế tỉnh Gia Lai thành Sở Xây "
                "dựng tỉnh Gia Lai."
            ),
            "merger",
            ["Sở Nội vụ tỉnh Gia Lai", "Sở Y tế tỉnh Gia Lai"],
            ["Sở Xây dựng tỉnh Gia Lai"],
            "2025-03-01",
        ),
        (
            (
                "Từ ngày 20/2/2025, Ban Tuyên giáo Tỉnh ủy Gia Lai và Ban Dân vận Tỉnh ủy Gia Lai "
                "được hợp nhất thành Ban Tuyên giáo và Dân vận Tỉnh ủy Gia Lai."
            ),
            "merger",
            ["Ban Tuyên giáo Tỉnh ủy Gia Lai", "Ban Dân vận Tỉnh ủy Gia Lai"],
            ["Ban Tuyên giáo và Dân vận Tỉnh ủy Gia Lai"],
            "2025-02-20",
        ),
        (
            "Sáp nhập Sở Y tế vào Sở Nội vụ tỉnh Gia Lai từ 1/3/2025.",
            "merger",
            ["Sở Y tế tỉnh Gia Lai", "Sở Nội vụ tỉnh Gia Lai"],
            ["Sở Nội vụ tỉnh Gia Lai"],
            "2025-03-01",
        ),
        (
            (
                "Ngày 18/2/2025, HĐND tỉnh Gia Lai ban hành nghị quyết thành lập Sở Xây dựng tỉnh "
                "Gia Lai trên cơ sở hợp nhất Sở Nội vụ và Sở Y tế."
            ),
            "merger",
            ["Sở Nội vụ tỉnh Gia Lai", "Sở Y tế tỉnh Gia Lai"],
            ["Sở Xây dựng tỉnh Gia Lai"],
            "decided 2025-02-18",
        ),
        (
            (
                "Sau khi hợp nhất Ban Tuyên giáo và Ban Dân vận Tỉnh ủy Gia Lai thành Ban Tuyên "
                "giáo và Dân vận Tỉnh ủy Gia Lai, công việc vẫn đều."
            ),
            "merger",
            ["Ban Tuyên giáo Tỉnh ủy Gia Lai", "Ban Dân vận Tỉnh ủy Gia Lai"],
            ["Ban Tuyên giáo và Dân vận Tỉnh ủy Gia Lai"],
            "",
        ),
        (
            (
                "Ban Dân tộc tỉnh Gia Lai được đổi tên thành Sở Dân tộc và Tôn giáo tỉnh Gia Lai "
                "vào ngày 1/3/2025."
            ),
            "rename",
            ["Ban Dân tộc tỉnh Gia Lai"],
            ["Sở Dân tộc và Tôn giáo tỉnh Gia Lai"],
            "2025-03-01",
        ),
        (
            (
                "Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai được tách thành Sở Văn hóa và Thể "
                "thao tỉnh Gia Lai và Sở Du lịch tỉnh Gia Lai vào ngày 1/6/2016."
            ),
            "split",
            ["Sở Văn hóa, Thể thao và Du lịch tỉnh Gia Lai"],
            ["Sở Văn hóa và Thể thao tỉnh Gia Lai", "Sở Du lịch tỉnh Gia Lai"],
            "2016-06-01",
        ),
        (
            "Đảng ủy Khối các cơ quan tỉnh Gia Lai kết thúc hoạt động từ ngày 1/2/2025.",
            "abolition",
            ["Đảng ủy Khối các cơ quan tỉnh Gia Lai"],
            [],
            "2025-02-01",
        ),
        (
            "Tỉnh đã giải thể Sở Ngoại vụ tỉnh Gia Lai.",
            "abolition",
            ["Sở Ngoại vụ tỉnh Gia Lai"],
            [],
            "",
        ),
        (
            "Sở Du lịch tỉnh Khánh Hòa được thành lập năm 2015.",
            "founding",
            [],
            ["Sở Du lịch tỉnh Khánh Hòa"],
            "2015",
        ),
    ],
)
def test_a_change_is_read_with_both_sides_and_when(
    text: str, kind: str, originals: list[str], results: list[str], date: str
) -> None:
    (found,) = changes(text)
    assert found.is_done is not date.startswith("decided")  # from when it holds is not said then
    assert (found.kind.value, found.date or "") == (kind, date.removeprefix("decided "))
    assert (list(found.originals), list(found.results)) == (originals, results)


@pytest.mark.parametrize(
    "text",
    [
        "Đề án sáp nhập Sở Y tế tỉnh Gia Lai vào Sở Nội vụ tỉnh Gia Lai được trình.",
        "Sở Y tế tỉnh Gia Lai sẽ được hợp nhất vào Sở Nội vụ tỉnh Gia Lai từ ngày 1/7/2025.",
        "Một số sở sẽ thay đổi như: nhập Sở Y tế với Sở Nội vụ tỉnh Gia Lai thành Sở Xây dựng.",
        "Ngày 1/3/2025, tỉnh kỷ niệm 50 năm thành lập Sở Y tế tỉnh Gia Lai.",
        "Nếu giải thể Sở Y tế tỉnh Gia Lai thì công việc ra sao?",
        "Ba cơ quan thuộc UBND tỉnh Gia Lai được giải thể.",
        "UBND tỉnh Gia Lai chấm dứt hoạt động của dự án từ ngày 1/3/2025.",
        "Ngày 1/3/2025, UBND tỉnh Gia Lai thành lập Ban Chỉ đạo phòng, chống dịch.",
        "Công ty Cổ phần Mẫu Đơn được thành lập năm 2015.",
        "Sở Y tế tỉnh Gia Lai được thành lập.",  # says nothing that its name does not
        "Trước khi sáp nhập Sở Y tế vào Sở Nội vụ tỉnh Gia Lai, ông Lê Văn An là Giám đốc.",
        "Hợp nhất Sở Nội vụ tỉnh Lào Cai và Sở Y tế tỉnh Gia Lai thành Sở Xây dựng tỉnh Gia Lai.",
    ],
)
def test_what_is_planned_recalled_or_of_others_is_no_change(text: str) -> None:
    assert changes(text) == ()


def test_two_passages_about_one_change_are_one_and_the_dated_one_counts() -> None:
    text = (
        "Sở Y tế tỉnh Gia Lai đã được giải thể. "
        "Từ ngày 1/2/2025, giải thể Sở Y tế tỉnh Gia Lai, bàn giao nhiệm vụ."
    )
    (found,) = changes(text)
    assert (len(found.spans), found.date, found.is_done) == (2, "2025-02-01", True)


def test_the_passage_is_what_the_text_says_also_in_decomposed_letters() -> None:
    text = "Tin:  Sở Y tế tỉnh Gia Lai kết thúc hoạt động từ ngày 1/2/2025."
    (found,) = changes(text)
    (span,) = found.spans
    assert text[span.start : span.end] == "Sở Y tế tỉnh Gia Lai kết thúc hoạt động"


@given(
    st.text(alphabet="Sở Ban tỉnh Gia Lai hợp nhất thành lập giải thể, và 1/3/2025.", max_size=80)
)
def test_any_text_can_be_read(text: str) -> None:
    tells_of_change(text)
    changes(text)
