"""What a title is about, found in other words too; the titles are those of the register."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canbo.graph.citation_subjects import share_named
from canbo.graph.register import load_register

LAND = "Đổi mới thể chế, nâng cao hiệu quả quản lý và sử dụng đất"
LEAN = "Đổi mới, sắp xếp tổ chức bộ máy hệ thống chính trị tinh gọn"
SUBJECTS = [d.subject for d in load_register().tables.documents if d.subject]


@pytest.mark.parametrize(
    ("subject", "words", "expected"),
    [
        ("Chế độ đảng phí", "mức đóng đảng phí mới", 1.0),
        (LAND, "người dân mong công khai giá đất", 1.0),
        (LAND, "nâng cao hiệu quả quản lý tài sản", 0.0),
        (LEAN, "cả huyện bớt năm đầu mối", 0.8),
        (LEAN, "bàn việc sáp nhập hai chi bộ", 0.0),
        ("Tinh giản biên chế và cơ cấu lại đội ngũ cán bộ, công chức", "bớt 90 biên chế", 4 / 6),
        ("Nghiệp vụ công tác đảng viên", "các đảng viên trong chi bộ", 0.0),
        ("Nghiệp vụ công tác đảng viên", "hồ sơ kết nạp hai quần chúng", 1.0),
        ("Hội nhập quốc tế", "hội, nhập tịch", 0.0),
        ("Tăng cường lãnh đạo công tác", "tăng cường lãnh đạo công tác", 0.0),
    ],
)
def test_frame_words_do_not_count_and_other_words_do(
    subject: str, words: str, expected: float
) -> None:
    assert share_named(subject, words)[0] == pytest.approx(expected)


@given(st.sampled_from(SUBJECTS), st.text(max_size=60))
def test_a_share_lies_between_nothing_and_all(subject: str, words: str) -> None:
    assert 0.0 <= share_named(subject, words)[0] <= 1.0
    assert share_named(subject, "")[0] == 0.0


@given(st.sampled_from(SUBJECTS), st.sampled_from(SUBJECTS))
def test_more_words_never_name_less(subject: str, other: str) -> None:
    alone = share_named(subject, other)[0]
    assert share_named(subject, f"{other}; {subject}")[0] >= alone
