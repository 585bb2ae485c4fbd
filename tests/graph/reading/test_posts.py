"""Posts: titles, ranks, marks, terms, and the bodies behind them."""

import pytest

from canbo.graph.reading.canonical import show_body
from canbo.graph.reading.page import Page
from canbo.graph.reading.post_takers import Post
from canbo.graph.reading.posts import post_heads, read_post
from canbo.graph.reading.text import View


def post_in(text: str) -> Post | None:
    page = Page.of(View.of(text))
    match = post_heads().search(page.low)
    assert match is not None
    return read_post(page, match)


@pytest.mark.parametrize(
    ("text", "title", "org"),
    [
        ("Phó Bí thư Thường trực Quận ủy", "Phó Bí thư Thường trực", "Quận ủy"),
        ("phó chủ tịch thường trực UBND tỉnh", "Phó Chủ tịch Thường trực", "UBND tỉnh"),
        ("Chủ tịch tỉnh Quảng Nam", "Chủ tịch", "UBND tỉnh Quảng Nam"),
        ("Chủ tịch mới của UBND huyện Củ Chi", "Chủ tịch", "UBND huyện Củ Chi"),
        ("Bí thư Đà Nẵng", "Bí thư", "Thành ủy Đà Nẵng"),
        ("bí thư quận 1", "Bí thư", "Quận ủy Quận 1"),
        ("Bí thư Đoàn phường Bến Nghé", "Bí thư", "Đoàn phường Bến Nghé"),
        ("Trưởng Ban Tổ chức Thành ủy Hà Nội", "Trưởng Ban", "Ban Tổ chức Thành ủy Hà Nội"),
        ("Phó Ban Thường trực Ban 6 Tỉnh ủy", "Phó Trưởng Ban Thường trực", "Ban 6 Tỉnh ủy"),
        ("Trưởng Phòng Nội vụ quận 3", "Trưởng Phòng", "Phòng Nội vụ Quận 3"),
        ("Chánh Văn phòng UBND Quận 1", "Chánh Văn phòng", "Văn phòng UBND Quận 1"),
        ("Trưởng Công an xã Quảng Lộc", "Trưởng Công an", "Công an xã Quảng Lộc"),
        ("Trưởng Đoàn ĐBQH tỉnh An Giang", "Trưởng Đoàn", "Đoàn đại biểu Quốc hội tỉnh An Giang"),
        ("Thành ủy viên", "Ủy viên Ban Chấp hành", "Thành ủy"),
        ("Đảng ủy viên phường 5, quận 8", "Ủy viên Ban Chấp hành", "Đảng ủy Phường 5, Quận 8"),
        ("Ủy viên BTV Tỉnh ủy Sơn La", "Ủy viên Ban Thường vụ", "Tỉnh ủy Sơn La"),
        ("Ủy viên Trung ương Đảng", "Ủy viên", "Ban Chấp hành Trung ương Đảng"),
        ("Ủy viên dự khuyết T.Ư Đảng", "Ủy viên dự khuyết", "Ban Chấp hành Trung ương Đảng"),
        ("Bí thư Trung ương Đảng", "Ủy viên", "Ban Bí thư"),
        ("Bộ trưởng Công an", "Bộ trưởng", "Bộ Công an"),
        ("Bộ trưởng Giao thông", "Bộ trưởng", "Bộ Giao thông vận tải"),
        ("Ủy viên UBND Quận 1", "Ủy viên", "UBND Quận 1"),
        ("đại biểu HĐND tỉnh Cà Mau", "Đại biểu", "HĐND tỉnh Cà Mau"),
        ("Chỉ huy trưởng quân sự xã Ia Hrú", "Chỉ huy trưởng", "Ban Chỉ huy quân sự xã Ia Hrú"),
        ("Hiệu trưởng Trường THPT Lê Quý Đôn", "Hiệu trưởng", "Trường THPT Lê Quý Đôn"),
        ("Vụ trưởng Pháp chế", "Vụ trưởng", "Vụ Pháp chế"),
        ("Phó Chánh án TAND tỉnh Gia Lai", "Phó Chánh án", "Tòa án nhân dân tỉnh Gia Lai"),
        ("công chức địa chính - xây dựng xã An Hòa", "Công chức địa chính - xây dựng", ""),
        ("cán bộ địa chính Phòng Nội vụ quận 3", "Cán bộ địa chính", "Phòng Nội vụ Quận 3"),
        ("Chi ủy viên", "Chi ủy viên", "Chi bộ"),
        ("Chi ủy viên Chi bộ Khu phố 4", "Chi ủy viên", "Chi bộ Khu phố 4"),
        ("Chủ tịch HĐTV Tập đoàn Dầu khí Việt Nam", "Chủ tịch Hội đồng thành viên", ""),
        ("Thứ trưởng Thường trực Bộ Nội vụ", "Thứ trưởng Thường trực", "Bộ Nội vụ"),
    ],
)
def test_a_post_has_its_canonical_title_and_body(text: str, title: str, org: str) -> None:
    post = post_in(text)
    assert post is not None
    assert post.title == title
    assert post.body is not None
    assert not org or show_body(post.body) == org


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("nguyên Thủ tướng", "former"),
        ("cố Tổng Bí thư", "former"),
        ("Quyền Bí thư Tỉnh ủy", "acting"),
        ("Q.Chủ tịch UBND", "acting"),
        ("Tân bí thư", "new"),
        ("Bí thư Huyện ủy Củ Chi (cũ)", "former"),
        ("Bí thư Huyện ủy Củ Chi cũ", "former"),
        ("Bí thư", ""),
    ],
)
def test_a_post_is_marked(text: str, mark: str) -> None:
    post = post_in(text)
    assert post is not None
    assert post.mark == mark


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch Hồ Chí Minh",
        "Trưởng Ban Lễ tang",
        "Trưởng đoàn công tác",
        "ủy viên của nhóm",
        "Ban Thường vụ họp",
        "chuyên viên giỏi",
        "công chức và người lao động",
    ],
)
def test_what_only_looks_like_a_post_is_none(text: str) -> None:
    assert post_in(text) is None


@pytest.mark.parametrize(
    "text",
    ["Thủ tướng Nhật Bản", "Chủ tịch Quốc hội Lào", "Bộ trưởng Ngoại giao Mỹ", "Chủ tịch EU"],
)
def test_a_post_of_another_state_is_foreign(text: str) -> None:
    post = post_in(text)
    assert post is not None
    assert post.is_foreign


def test_a_post_takes_in_its_term_and_its_years() -> None:
    post = post_in("Chủ tịch UBND tỉnh Lào Cai khóa XIV, nhiệm kỳ 2011 – 2016")
    assert post is not None
    assert post.term == "2011-2016"
    past = post_in("Chủ tịch UBND tỉnh Lào Cai giai đoạn 2010 - 2013")
    assert past is not None
    assert (past.term, past.since, past.until) == (None, "2010", "2013")
