"""Who holds what: sentences of our own, each for one way the language links people and posts."""

import pytest

from canbo.graph.reading.reader import read_statements

CURRENT, FORMER, ACTING, ELECTED = "current", "former", "acting", "elected"
APPOINTED, DISMISSED, RETIRED, PROPOSED = "appointed", "dismissed", "retired", "proposed"

NOTHING: set[tuple[str, str, str, str]] = set()


def held(text: str) -> set[tuple[str, str, str, str]]:
    reading = read_statements(text, "2021-08-20")
    return {(h.person, h.post, h.org, h.status.value) for h in reading.holdings}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chủ tịch UBND Quận 3 Lê Văn An dự họp.",
            {("Lê Văn An", "Chủ tịch", "UBND Quận 3", CURRENT)},
            id="title before a name",
        ),
        pytest.param(
            "Ông Lê Văn An, Phó Bí thư Quận ủy, Chủ tịch UBND Quận 3, dự họp.",
            {
                ("Lê Văn An", "Phó Bí thư", "Quận ủy Quận 3", CURRENT),
                ("Lê Văn An", "Chủ tịch", "UBND Quận 3", CURRENT),
            },
            id="titles behind a name",
        ),
        pytest.param(
            "Có Bí thư Quận ủy Quận 3 Lê An Bình, Chủ tịch UBND Quận 3 Trần Chí Dũng và Phó Chủ"
            " tịch UBND Quận 3 Mai Thị Hoa.",
            {
                ("Lê An Bình", "Bí thư", "Quận ủy Quận 3", CURRENT),
                ("Trần Chí Dũng", "Chủ tịch", "UBND Quận 3", CURRENT),
                ("Mai Thị Hoa", "Phó Chủ tịch", "UBND Quận 3", CURRENT),
            },
            id="a row of titled names",
        ),
        pytest.param(
            "Tổng Bí thư, Chủ tịch nước Lê Văn An gửi hoa.",
            {
                ("Lê Văn An", "Tổng Bí thư", "Ban Chấp hành Trung ương Đảng", CURRENT),
                ("Lê Văn An", "Chủ tịch nước", "Nhà nước", CURRENT),
            },
            id="two titles before a name",
        ),
        pytest.param(
            "Dự có các Ủy viên Ban Thường vụ Tỉnh ủy Sơn La: Lê An, Trưởng Ban Dân vận Tỉnh ủy; Bùi"
            " Bé, Giám đốc Sở Y tế.",
            {
                ("Lê An", "Ủy viên Ban Thường vụ", "Tỉnh ủy Sơn La", CURRENT),
                ("Lê An", "Trưởng Ban", "Ban Dân vận Tỉnh ủy Sơn La", CURRENT),
                ("Bùi Bé", "Ủy viên Ban Thường vụ", "Tỉnh ủy Sơn La", CURRENT),
                ("Bùi Bé", "Giám đốc", "Sở Y tế tỉnh Sơn La", CURRENT),
            },
            id="one title over a list",
        ),
        pytest.param(
            "Các Phó Chủ tịch UBND TP.HCM Lê Văn An, Bùi Thị Bé và Phan Cao Chí cùng dự.",
            {
                (name, "Phó Chủ tịch", "UBND Thành phố Hồ Chí Minh", CURRENT)
                for name in ("Lê Văn An", "Bùi Thị Bé", "Phan Cao Chí")
            },
            id="a plural title before names",
        ),
        pytest.param(
            "HĐND tỉnh Sơn La bầu ông Lê Văn An, Giám đốc Sở Tài chính, giữ chức Phó Chủ tịch UBND"
            " tỉnh thay bà Bùi Thị Bé nghỉ hưu.",
            {
                ("Lê Văn An", "Giám đốc", "Sở Tài chính tỉnh Sơn La", CURRENT),
                ("Lê Văn An", "Phó Chủ tịch", "UBND tỉnh Sơn La", ELECTED),
                ("Bùi Thị Bé", "Phó Chủ tịch", "UBND tỉnh Sơn La", RETIRED),
            },
            id="elected in place of one who retires",
        ),
        pytest.param(
            "Ông Lê Văn An được Chủ tịch tỉnh Quảng Nam Bùi Văn Bé phân công giữ chức quyền Chủ"
            " tịch UBND thành phố Hội An.",
            {
                ("Bùi Văn Bé", "Chủ tịch", "UBND tỉnh Quảng Nam", CURRENT),
                ("Lê Văn An", "Chủ tịch", "UBND thành phố Hội An", ACTING),
            },
            id="the agent of a passive gets nothing",
        ),
        pytest.param(
            "Người được chỉ định giữ chức Bí thư Huyện ủy Củ Chi là bà Bùi Thị Bé.",
            {("Bùi Thị Bé", "Bí thư", "Huyện ủy Củ Chi", APPOINTED)},
            id="the name behind là",
        ),
        pytest.param(
            "Kỳ họp miễn nhiệm chức danh Phó Trưởng Ban Pháp chế HĐND Quận 3 của bà Bùi Thị Bé. Ông"
            " Lê Văn An, Trưởng Phòng Nội vụ Quận 3, được bầu vào vị trí bà Bé vừa thôi.",
            {
                ("Bùi Thị Bé", "Phó Trưởng Ban", "Ban Pháp chế HĐND Quận 3", DISMISSED),
                ("Lê Văn An", "Trưởng Phòng", "Phòng Nội vụ Quận 3", CURRENT),
                ("Lê Văn An", "Phó Trưởng Ban", "Ban Pháp chế HĐND Quận 3", ELECTED),
            },
            id="into the seat of another",
        ),
        pytest.param(
            "Văn phòng UBND tỉnh Sơn La có chánh văn phòng mới. UBND tỉnh bổ nhiệm ông Lê Văn An"
            " vào vị trí này thay ông Bùi Văn Bé.",
            {
                ("Lê Văn An", "Chánh Văn phòng", "Văn phòng UBND tỉnh Sơn La", APPOINTED),
                ("Bùi Văn Bé", "Chánh Văn phòng", "Văn phòng UBND tỉnh Sơn La", FORMER),
            },
            id="into this seat",
        ),
        pytest.param(
            "Các đồng chí Lê Văn An và Bùi Thị Bé được bầu làm Phó Bí thư Quận ủy Tân Bình.",
            {
                ("Lê Văn An", "Phó Bí thư", "Quận ủy Tân Bình", ELECTED),
                ("Bùi Thị Bé", "Phó Bí thư", "Quận ủy Tân Bình", ELECTED),
            },
            id="one verb for two people",
        ),
        pytest.param(
            "Các ông Lê Văn An, Bùi Văn Bé lần lượt giữ chức Bí thư Huyện ủy Cần Giờ, Chủ tịch UBND"
            " huyện Cần Giờ.",
            {
                ("Lê Văn An", "Bí thư", "Huyện ủy Cần Giờ", CURRENT),
                ("Bùi Văn Bé", "Chủ tịch", "UBND huyện Cần Giờ", CURRENT),
            },
            id="one by one",
        ),
        pytest.param(
            "Ông Lê Văn An, Phó Chủ tịch UBND tỉnh Sơn La, phụ trách và điều hành UBND tỉnh.",
            {
                ("Lê Văn An", "Phó Chủ tịch", "UBND tỉnh Sơn La", CURRENT),
                ("Lê Văn An", "Chủ tịch", "UBND tỉnh Sơn La", ACTING),
            },
            id="a deputy in charge",
        ),
        pytest.param(
            "Ông Lê Văn An – Phó Bí thư Huyện ủy Sóc Sơn phụ trách chính quyền dự.",
            {("Lê Văn An", "Phó Bí thư", "Huyện ủy Sóc Sơn", CURRENT)},
            id="in charge of a field only",
        ),
        pytest.param(
            "UBND tỉnh giao quyền Giám đốc Sở Y tế tỉnh Trà Vinh cho ông Lê Văn An.",
            {("Lê Văn An", "Giám đốc", "Sở Y tế tỉnh Trà Vinh", ACTING)},
            id="acting, given to",
        ),
        pytest.param(
            "Ông Lê Văn An thôi giữ chức Bí thư Tỉnh ủy, thôi tham gia Ban Chấp hành, Ban Thường vụ"
            " Tỉnh ủy Hà Tĩnh.",
            {
                ("Lê Văn An", "Bí thư", "Tỉnh ủy Hà Tĩnh", DISMISSED),
                ("Lê Văn An", "Ủy viên Ban Chấp hành", "Tỉnh ủy Hà Tĩnh", DISMISSED),
                ("Lê Văn An", "Ủy viên Ban Thường vụ", "Tỉnh ủy Hà Tĩnh", DISMISSED),
            },
            id="leaves the committees",
        ),
        pytest.param(
            "Tỉnh ủy đề nghị HĐND tỉnh Bến Tre bầu ông Lê Văn An làm Chủ tịch UBND tỉnh.",
            {("Lê Văn An", "Chủ tịch", "UBND tỉnh Bến Tre", PROPOSED)},
            id="only asked for",
        ),
        pytest.param(
            "Ông Lê Văn An, nguyên Phó Bí thư Tỉnh ủy, Chủ tịch HĐND, nguyên Chủ tịch UBND tỉnh Phú"
            " Yên.",
            {
                ("Lê Văn An", "Phó Bí thư", "Tỉnh ủy Phú Yên", FORMER),
                ("Lê Văn An", "Chủ tịch", "HĐND tỉnh Phú Yên", FORMER),
                ("Lê Văn An", "Chủ tịch", "UBND tỉnh Phú Yên", FORMER),
            },
            id="between former posts",
        ),
        pytest.param(
            "Chi bộ Trường THCS Hoa Mai mở đại hội. Cấp ủy mới được bầu gồm 2 đồng chí: Lê Văn An,"
            " Bùi Thị Bé; đồng chí An đắc cử Bí thư Chi bộ.",
            {
                ("Lê Văn An", "Chi ủy viên", "Chi bộ Trường THCS Hoa Mai", ELECTED),
                ("Bùi Thị Bé", "Chi ủy viên", "Chi bộ Trường THCS Hoa Mai", ELECTED),
                ("Lê Văn An", "Bí thư", "Chi bộ Trường THCS Hoa Mai", ELECTED),
            },
            id="a committee by its list",
        ),
        pytest.param(
            "Kết quả bầu cử của Chi bộ Khu phố 4: Bà Bùi Thị Bé trúng cử Bí thư Chi bộ; bà Lê Thị"
            " An, Phó Bí thư chi bộ.",
            {
                ("Bùi Thị Bé", "Bí thư", "Chi bộ Khu phố 4", ELECTED),
                ("Lê Thị An", "Phó Bí thư", "Chi bộ Khu phố 4", ELECTED),
            },
            id="the result of a vote",
        ),
        pytest.param(
            "Ông Lê Văn An được bầu làm Chủ tịch UBND xã Tân Lập. Ông từng là Trưởng Công an xã.",
            {
                ("Lê Văn An", "Chủ tịch", "UBND xã Tân Lập", ELECTED),
                ("Lê Văn An", "Trưởng Công an", "Công an xã Tân Lập", FORMER),
            },
            id="a pronoun",
        ),
        pytest.param(
            "Ông Lê Văn An được điều động giữ chức Bí thư Huyện ủy Đại Từ. Người tiền nhiệm, ông"
            " Bùi Văn Bé, nghỉ hưu.",
            {
                ("Lê Văn An", "Bí thư", "Huyện ủy Đại Từ", APPOINTED),
                ("Bùi Văn Bé", "Bí thư", "Huyện ủy Đại Từ", RETIRED),
            },
            id="the predecessor",
        ),
        pytest.param(
            "Quy hoạch chức danh Chủ tịch UBND quận gồm ba người. Còn 1 đồng chí được đưa vào quy"
            " hoạch chức danh Phó Chủ tịch UBND quận.",
            NOTHING,
            id="planned posts without names",
        ),
        pytest.param(
            "Thủ tướng Nhật Bản Taro Aso gặp Chủ tịch Trung Quốc Tập Cận Bình.",
            NOTHING,
            id="other States",
        ),
        pytest.param(
            "Ông Lê Văn An, Tổng giám đốc Ngân hàng TMCP Sao Mai, và bà Bùi Thị Bé, Giám đốc Công"
            " ty cổ phần Hoa Mai.",
            NOTHING,
            id="private business",
        ),
    ],
)
def test_a_sentence_states_who_holds_what(
    text: str, expected: set[tuple[str, str, str, str]]
) -> None:
    assert held(text) == expected


def test_a_sanction_falls_on_every_post_without_nguyen() -> None:
    text = (
        "Ban Bí thư khiển trách ông Lê Văn Giả, Phó Bí thư Tỉnh ủy, nguyên Chủ tịch UBND tỉnh Sơn"
        " La; đề nghị kỷ luật bà Bùi Thị Thử, Giám đốc Sở Y tế."
    )
    found = {(h.person, h.post, h.status.value, h.sanction) for h in read_statements(text).holdings}
    assert found == {
        ("Lê Văn Giả", "Phó Bí thư", "disciplined", "khiển trách"),
        ("Lê Văn Giả", "Chủ tịch", "former", None),
        ("Bùi Thị Thử", "Giám đốc", "current", None),
    }


def test_a_sanction_of_counted_people_falls_on_those_named_next() -> None:
    text = (
        "Ban Bí thư khai trừ đảng hai người. Người thứ nhất là ông Lê Văn Giả, Trưởng Ban Nội chính"
        " Tỉnh ủy Sơn La. Riêng ông Bùi Văn Thử, Giám đốc Sở Y tế, bị cảnh cáo."
    )
    found = {(h.person, h.status.value, h.sanction) for h in read_statements(text).holdings}
    assert found == {
        ("Lê Văn Giả", "disciplined", "khai trừ"),
        ("Bùi Văn Thử", "disciplined", "cảnh cáo"),
    }


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("cho biết cán bộ địa chính xã bị kỷ luật cảnh cáo", CURRENT),
        ("xác nhận một trưởng phòng nhận hình thức khiển trách", CURRENT),
        ("bị kỷ luật cảnh cáo", "disciplined"),
        ("cho biết bà bị kỷ luật cảnh cáo", "disciplined"),
        ("vì khai sai thông tin về tài sản nên bị kỷ luật cảnh cáo", "disciplined"),
    ],
)
def test_who_tells_of_a_sanction_is_not_the_one_who_got_it(clause: str, status: str) -> None:
    text = f"Bà Lê Thị Giả, Phó Chủ tịch UBND huyện Kiến Xương, {clause}."
    assert held(text) == {("Lê Thị Giả", "Phó Chủ tịch", "UBND huyện Kiến Xương", status)}


def test_a_sanction_on_an_office_is_not_one_on_who_tells_of_it() -> None:
    text = (
        "Theo bà Lê Thị Giả, Bí thư Huyện ủy Kiến Xương, việc kỷ luật khiển trách Chủ tịch UBND xã"
        " Vũ Quý đã được công bố."
    )
    assert held(text) == {("Lê Thị Giả", "Bí thư", "Huyện ủy Kiến Xương", CURRENT)}


def test_career_lines_are_said_of_the_person_the_text_is_about() -> None:
    text = (
        "Đồng chí Lê Văn An, sinh năm 1965. Từ năm 1990 đến 1995: Chuyên viên Phòng Nội vụ huyện"
        " Kiến Xương; 2001-2005: Chủ tịch UBND xã Vũ Quý; từ 6/2005 đến nay: Bí thư Huyện ủy."
    )
    found = {(h.post, h.status.value, h.since, h.until) for h in read_statements(text).holdings}
    assert found == {
        ("Chuyên viên", "former", "1990", "1995"),
        ("Chủ tịch", "former", "2001", "2005"),
        ("Bí thư", "current", "2005", None),
    }


def test_days_and_terms_of_acts() -> None:
    text = (
        "Ngày 28/9/2022, HĐND tỉnh Sơn La bầu ông Lê Văn An làm Chủ tịch UBND tỉnh nhiệm kỳ"
        " 2021-2026. Ông Bùi Văn Bé, Giám đốc Sở Y tế, nghỉ hưu từ ngày 1/10/2022."
    )
    found = {(h.person, h.date, h.term, h.attested_on) for h in read_statements(text).holdings}
    assert found == {
        ("Lê Văn An", "2022-09-28", "2021-2026", "2022-09-28"),
        ("Bùi Văn Bé", "2022-10-01", None, "2022-09-28"),
    }


def test_the_signer_of_a_decision_holds_the_post_above_the_name() -> None:
    text = (
        "Quận 3, ngày 01/6/2021\nCHỦ TỊCH UBND QUẬN 3\nQUYẾT ĐỊNH:\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ"
        " TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nVõ Văn An"
    )
    (holding,) = read_statements(text).holdings
    assert (holding.post, holding.org, holding.rule) == ("Phó Chủ tịch", "UBND Quận 3", "signer")
    (acting,) = read_statements("UBND Quận 3\nQ. CHỦ TỊCH\nVõ Văn An").holdings
    assert acting.status.value == "acting"


@pytest.mark.parametrize(
    "text",
    ["GHI CHÚ\nVõ Văn An", "KT. CHỦ TỊCH\nVõ Văn An", "CHỦ TỊCH\nCó ai đó\nVõ Văn An", "Võ Văn An"],
)
def test_a_name_alone_on_its_line_signs_nothing_without_a_post(text: str) -> None:
    assert read_statements(text).holdings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Từ tháng 1/2000 đến tháng 6/2006, ông Lê Văn An là Bí thư Thành ủy Hà Nội.",
            {("Lê Văn An", "Bí thư", "Thành ủy Hà Nội", FORMER)},
        ),
        (
            (
                "Ông Lê Văn An được luân chuyển từ Phó Giám đốc Sở Y tế tỉnh Sơn La về làm Chủ tịch"
                " UBND huyện Mường La."
            ),
            {
                ("Lê Văn An", "Phó Giám đốc", "Sở Y tế tỉnh Sơn La", FORMER),
                ("Lê Văn An", "Chủ tịch", "UBND huyện Mường La", APPOINTED),
            },
        ),
        (
            (
                "Ông Lê Văn An xin từ chức Bí thư Tỉnh ủy Sơn La. Cấp trên chỉ định bà Bùi Thị Bé"
                " thay ông."
            ),
            {
                ("Lê Văn An", "Bí thư", "Tỉnh ủy Sơn La", DISMISSED),
                ("Bùi Thị Bé", "Bí thư", "Tỉnh ủy Sơn La", APPOINTED),
            },
        ),
        (
            ("Sơn La thay hai Phó Chủ tịch UBND tỉnh. Đã miễn nhiệm ông Lê Văn An, để nghỉ hưu."),
            {("Lê Văn An", "Phó Chủ tịch", "UBND tỉnh Sơn La", RETIRED)},
        ),
        (
            (
                "Hội Nông dân Sơn La: bà Bùi Thị Bé tái cử Chủ tịch; các Phó Chủ tịch gồm ông Lê"
                " Văn An, bà Phan Thị Cúc."
            ),
            {
                ("Bùi Thị Bé", "Chủ tịch", "Hội Nông dân tỉnh Sơn La", ELECTED),
                ("Lê Văn An", "Phó Chủ tịch", "Hội Nông dân tỉnh Sơn La", ELECTED),
                ("Phan Thị Cúc", "Phó Chủ tịch", "Hội Nông dân tỉnh Sơn La", ELECTED),
            },
        ),
        (
            "HĐND tỉnh Sơn La miễn nhiệm Phó Chủ tịch UBND tỉnh Lê Văn An.",
            {("Lê Văn An", "Phó Chủ tịch", "UBND tỉnh Sơn La", DISMISSED)},
        ),
        (
            "Thứ trưởng Lê Văn An và Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Bùi Bé ở Bộ Y tế.",
            {("Bùi Bé", "Chủ nhiệm", "Văn phòng Chính phủ", CURRENT)},
        ),
        (
            (
                "Ông Lê Văn An, Giám đốc Sở Y tế tỉnh Sơn La, và bà Bùi Thị Bé, Trưởng Phòng Vật"
                " tư, bị khởi tố."
            ),
            {
                ("Lê Văn An", "Giám đốc", "Sở Y tế tỉnh Sơn La", CURRENT),
                ("Bùi Thị Bé", "Trưởng Phòng", "Phòng Vật tư Sở Y tế tỉnh Sơn La", CURRENT),
            },
        ),
        (
            "Sở Y tế tỉnh Sơn La họp. Giám đốc Lê Văn An và Phó Giám đốc Bùi Thị Bé dự.",
            {
                ("Lê Văn An", "Giám đốc", "Sở Y tế tỉnh Sơn La", CURRENT),
                ("Bùi Thị Bé", "Phó Giám đốc", "Sở Y tế tỉnh Sơn La", CURRENT),
            },
        ),
        (
            "Ông Lê Văn An, Phó Giám đốc Sở Y tế tỉnh Sơn La, phụ trách thay Giám đốc Bùi Bé.",
            {
                ("Lê Văn An", "Phó Giám đốc", "Sở Y tế tỉnh Sơn La", CURRENT),
                ("Lê Văn An", "Giám đốc", "Sở Y tế tỉnh Sơn La", ACTING),
                ("Bùi Bé", "Giám đốc", "Sở Y tế tỉnh Sơn La", CURRENT),
            },
        ),
    ],
)
def test_moves_and_what_is_left_out(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Phòng Nội vụ quận 3 do bà Bùi Thị Bé làm Trưởng phòng.",
            {("Bùi Thị Bé", "Trưởng Phòng", "Phòng Nội vụ Quận 3", CURRENT)},
        ),
        (
            "Ông Lê Văn An rời chức Trưởng Phòng Nội vụ quận 3 để làm Chủ tịch UBND quận 3.",
            {
                ("Lê Văn An", "Trưởng Phòng", "Phòng Nội vụ Quận 3", DISMISSED),
                ("Lê Văn An", "Chủ tịch", "UBND Quận 3", APPOINTED),
            },
        ),
        (
            "Bộ trưởng Bộ Nội vụ Lê An trao quyết định nghỉ hưu cho Thứ trưởng Bùi Bé.",
            {
                ("Lê An", "Bộ trưởng", "Bộ Nội vụ", CURRENT),
                ("Bùi Bé", "Thứ trưởng", "Bộ Nội vụ", RETIRED),
            },
        ),
        (
            (
                "HĐND thị xã Cửa Lò bầu ông Lê An làm Chủ tịch HĐND thị xã; miễn nhiệm chức"
                " danh này đối"
                " với ông Bùi Bé."
            ),
            {
                ("Lê An", "Chủ tịch", "HĐND thị xã Cửa Lò", ELECTED),
                ("Bùi Bé", "Chủ tịch", "HĐND thị xã Cửa Lò", DISMISSED),
            },
        ),
        (
            (
                "Đảng bộ xã Bình Minh họp: bà Lê Thị Nga tái cử Bí thư, các đồng chí Vũ An, Đỗ"
                " Bé là Phó"
                " Bí thư."
            ),
            {
                ("Lê Thị Nga", "Bí thư", "Đảng ủy xã Bình Minh", ELECTED),
                ("Vũ An", "Phó Bí thư", "Đảng ủy xã Bình Minh", ELECTED),
                ("Đỗ Bé", "Phó Bí thư", "Đảng ủy xã Bình Minh", ELECTED),
            },
        ),
        (
            "Công bố quyết định bổ nhiệm Hiệu trưởng Trường Tiểu học Kim Đồng: cô giáo Lê Thị Thu.",
            {("Lê Thị Thu", "Hiệu trưởng", "Trường Tiểu học Kim Đồng", APPOINTED)},
        ),
        (
            "Bà Lê Thị An, Phó Chủ tịch - Tổng Thư ký Ủy ban Trung ương MTTQ Việt Nam, dự.",
            {
                ("Lê Thị An", "Phó Chủ tịch", "Ủy ban Trung ương MTTQ Việt Nam", CURRENT),
                ("Lê Thị An", "Tổng Thư ký", "Ủy ban Trung ương MTTQ Việt Nam", CURRENT),
            },
        ),
        (
            "Ông Lê Văn An thôi Phó Trưởng Ban Tổ chức Trung ương, về làm Bí thư Tỉnh ủy Sơn La.",
            {
                ("Lê Văn An", "Phó Trưởng Ban", "Ban Tổ chức Trung ương", DISMISSED),
                ("Lê Văn An", "Bí thư", "Tỉnh ủy Sơn La", APPOINTED),
            },
        ),
        (
            "Ông không nhận chức Bí thư Tỉnh ủy Sơn La. Quan chức Mỹ, Anh, Pháp họp.",
            NOTHING,
        ),
        (
            (
                "Ông Trương Quân được bầu làm Viện trưởng Viện kiểm sát nhân dân tối cao Trung"
                " Quốc. Trung"
                " Quốc và Mỹ, theo báo chí Trung Quốc, đã biết."
            ),
            NOTHING,
        ),
    ],
)
def test_how_the_press_turns_it(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert held(text) == expected


def test_what_is_not_read_is_listed() -> None:
    reading = read_statements("Chủ tịch UBND xã cho biết như vậy.")
    assert [(one.kind, one.reason) for one in reading.unread] == [
        ("post", "nobody is named for it")
    ]
