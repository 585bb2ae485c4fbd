"""On which day an act is done and for which term; in time proportional to the text's length."""

import time

import pytest

from canbo.graph.reading.reader import read_statements


def _seconds(count: int) -> float:
    text = "\n".join(
        f"Ông Lê An làm Bí thư Tỉnh ủy Nghệ An theo Quyết định số {i}-QĐ/TW ngày 12/5/2019."
        for i in range(count)
    )
    start = time.process_time()
    read_statements(text)
    return time.process_time() - start


def test_eight_times_the_dated_citations_take_no_more_than_sixteen_times_as_long() -> None:
    _seconds(20)
    short = _seconds(500)
    assert _seconds(4000) < 16 * short


def _acts(text: str, published: str | None = None) -> dict[str, tuple[str | None, str | None]]:
    lasting = {"current", "former"}
    holdings = read_statements(text, published).holdings
    return {h.person: (h.date, h.term) for h in holdings if h.status not in lasting}


BE, CE = "Lê An", "Vũ Hoa"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 15/3, HĐND tỉnh Gia Lai bầu ông Lê An làm Chủ tịch UBND tỉnh.",
         {BE: "2021-03-15"}),
        ("Ngày 2/3, ông Lê An được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Gia Lai từ ngày 1/4.",
         {BE: "2021-04-01"}),
        (("Ông Lê An được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Gia Lai. Quyết định có hiệu lực"
         " từ ngày 1/4."), {BE: "2021-04-01"}),
        (("Theo Quyết định số 12/QĐ-UBND ngày 5/2/2021 của UBND tỉnh Gia Lai, ông Lê An được"
         " bổ nhiệm làm Giám đốc Sở Y tế tỉnh."), {BE: "2021-02-05"}),
        (("Từ ngày 1/4, ông Lê An được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Gia Lai. Cùng ngày,"
         " bà Vũ Hoa được bổ nhiệm làm Giám đốc Sở Nội vụ tỉnh Gia Lai."),
         {BE: "2021-04-01", CE: "2021-04-01"}),
        (("Ngày 2/3, UBND tỉnh Gia Lai cảnh cáo ông Lê An, Giám đốc Sở Y tế tỉnh. Bà Vũ"
         " Hoa, Giám đốc Sở Nội vụ tỉnh, bị khiển trách."), {BE: "2021-03-02", CE: None}),
        (("Ngày 2/3, HĐND tỉnh Gia Lai họp. Trước nữa, ông Lê An được bổ nhiệm làm Giám đốc Sở"
         " Y tế tỉnh Gia Lai."), {BE: None}),
        ("Từ tháng 6/1993 đến tháng 11/1997, ông Lê An được cử giữ chức Bộ trưởng Bộ Tư pháp.",
         {BE: "1993-06"}),
        ("Năm 1991, HĐND tỉnh Gia Lai bầu ông Lê An làm Chủ tịch UBND tỉnh.", {BE: "1991"}),
        (("HĐND tỉnh Gia Lai họp ngày 2/3. Hai năm sau, ông Lê An được bổ nhiệm làm Giám đốc Sở Y"
         " tế tỉnh."), {BE: None}),
        (("Ngày 2/3, HĐND tỉnh Gia Lai bầu ông Lê An làm Chủ tịch UBND tỉnh. Trước khi được bầu làm"
         " Chủ tịch HĐND tỉnh Gia Lai, bà Vũ Hoa là giáo viên."), {BE: "2021-03-02", CE: None}),
        (("Ngày 2/3, HĐND tỉnh Gia Lai họp. Bà Vũ Hoa là kỹ sư, được bầu làm Chủ tịch UBND tỉnh Gia"
         " Lai nhiệm kỳ 2016-2021."), {CE: None}),
        (("Ông Lê An, Trưởng ban chỉ đạo kỳ thi tỉnh Vĩnh Hải năm 2017, năm 2018, bị cảnh cáo"
         "."), {BE: None}),
        (("Ngày 2/3, HĐND tỉnh Gia Lai họp. Tại Đại hội Đảng bộ tỉnh lần thứ X, ông Lê An được bầu"
         " làm Bí thư Tỉnh ủy Gia Lai."), {BE: None}),
        (("Ngày 2/3, Đại hội Đảng bộ tỉnh Gia Lai lần thứ X khai mạc. Tại Đại hội Đảng bộ tỉnh lần"
         " thứ X, ông Lê An được bầu làm Bí thư Tỉnh ủy Gia Lai."), {BE: "2021-03-02"}),
        ("Đầu năm 2011, ông Lê An được bầu làm Bí thư Tỉnh ủy Gia Lai, đến tháng 8/2013 đi học.",
         {BE: "2011"}),
        (("Ngày 2/3, HĐND tỉnh Gia Lai họp. Đúng một năm trước, HĐND tỉnh miễn nhiệm chức Chủ tịch"
         " UBND tỉnh Gia Lai đối với ông Lê An."), {BE: None}),
        (("Ngày 2/3, HĐND tỉnh Gia Lai họp.\nNgày 9/3, HĐND tỉnh Đồng Nai họp.\nBà Vũ Hoa được bầu"
         " làm Chủ tịch UBND tỉnh Kon Tum."), {CE: None}),
        (("Ngày 2/3, HĐND tỉnh Gia Lai họp." + " Trời mưa." * 300 + " Ngày 9/9/2014, bà Hoa đi học."
          "\nÔng Lê An được bầu làm Chủ tịch UBND tỉnh Gia Lai."), {BE: None}),
        (("Ngày 2/3, HĐND tỉnh Gia Lai họp." + " Trời mưa." * 300 + "\nÔng Lê An được bầu làm Chủ"
          " tịch UBND tỉnh Gia Lai."), {BE: "2021-03-02"}),
        (("Ngày 15/3, Ủy ban Kiểm tra Tỉnh ủy Vĩnh Hải quyết định thi hành kỷ luật cảnh cáo các"
          " đồng chí:\n- Lê An, Giám đốc Sở Y tế tỉnh Vĩnh Hải;\n- Vũ Hoa, Giám đốc Sở Nội vụ."),
         {BE: "2021-03-15", CE: "2021-03-15"}),
        ("Từ 2008-2011, ông Lê An được bầu làm Bí thư Tỉnh đoàn Gia Lai.", {BE: "2008"}),
        (("Ông Lê An được bầu làm Chủ tịch UBND tỉnh Gia Lai\nNgày 2/3, HĐND tỉnh Gia Lai bầu ông"
         " Lê An làm Chủ tịch UBND tỉnh Gia Lai."), {BE: "2021-03-02"}),
        ("Từ 1993 đến 1997, ông Lê An được cử giữ chức Bộ trưởng Bộ Tư pháp.", {BE: "1993"}),
        (("Tân Giám đốc Sở Y tế tỉnh Gia Lai là ông Lê An. Ông được điều động, bổ nhiệm, thời hạn"
         " 5 năm, kể từ ngày 1/4."), {BE: "2021-04-01"}),
        (("Ông Lê An được bầu làm Chủ tịch UBND tỉnh Gia Lai. Việc bầu diễn ra ngày 15/3 tại kỳ"
         " họp thứ 21."), {BE: "2021-03-15"}),
        (("Đại hội Công đoàn Viên chức tỉnh Gia Lai họp trong hai ngày 14 và 15/3. Khi bế mạc, Đại"
         " hội công bố ông Lê An tái đắc cử Chủ tịch Công đoàn Viên chức tỉnh Gia Lai."),
         {BE: "2021-03-15"}),
        (("Ngày 2/3, UBND tỉnh Gia Lai họp. Bà Vũ Hoa được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Gia"
         " Lai, thay ông Lê An nghỉ hưu theo chế độ."), {BE: None, CE: "2021-03-02"}),
        (("Chiều 12/3, HĐND tỉnh Gia Lai bầu bà Vũ Hoa làm Chủ tịch UBND tỉnh. Bà thế chỗ ông Lê"
         " An, nghỉ hưu từ ngày 1/2."), {BE: "2021-02-01", CE: "2021-03-12"}),
        (("Ngày 2/3, HĐND tỉnh Gia Lai họp. Ông Lê An vắng mặt, do đã được bổ nhiệm Thứ trưởng Bộ"
         " Tư pháp."), {BE: None}),
        (("UBND huyện Cẩm Lĩnh khiển trách ông Lê An, Giám đốc Trung tâm Y tế huyện Cẩm Lĩnh. Chủ"
         " tịch UBND huyện đã ký Quyết định số 4/QĐ-UBND ngày 8/3/2021 về việc này."),
         {BE: "2021-03-08"}),
        (("Tại Kỳ họp thứ 31 ngày 18/3, UBKT Huyện ủy Cẩm Lĩnh quyết định:\n1) Cảnh cáo ông Lê An,"
         " Bí thư Đảng ủy xã Thượng Khê.\n2) Khiển trách bà Vũ Hoa, Chủ tịch UBND xã Thượng Khê."),
         {BE: "2021-03-18", CE: "2021-03-18"}),
    ],
)  # fmt: skip
def test_the_day_of_an_act_is_when_it_takes_effect_else_when_it_was_done(
    text: str, expected: dict[str, str | None]
) -> None:
    found = _acts(text, "2021-03-20")
    assert {person: date for person, (date, _) in found.items()} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (("Đại hội đại biểu Đảng bộ xã Tân An lần thứ I, nhiệm kỳ 2025-2030 bầu ông Lê An làm"
         " Bí thư Đảng ủy xã. HĐND xã bầu bà Vũ Hoa làm Chủ tịch HĐND xã."),
         {BE: "2025-2030", CE: None}),
        (("Kỳ họp thứ nhất HĐND xã Tân An khóa X, nhiệm kỳ 2021-2026 khai mạc. Các đại biểu"
         " bầu ông Lê An làm Chủ tịch HĐND xã; bà Vũ Hoa trúng cử Chủ tịch UBND xã."),
         {BE: "2021-2026", CE: None}),
        (("Ông Lê An được bầu làm Chủ tịch UBND tỉnh Gia Lai nhiệm kỳ 2021-2026. Bà Vũ"
         " Hoa được bầu làm Phó Chủ tịch UBND tỉnh cùng nhiệm kỳ."),
         {BE: "2021-2026", CE: "2021-2026"}),
        (("Theo Kế hoạch số 7-KH/ĐU của Đảng ủy xã Tân An, Chi bộ Trường Hoa Mai tổ chức Đại"
         " hội nhiệm kì 2022 - 2025. Ông Lê An được bầu làm Bí thư Chi bộ."),
         {BE: "2022-2025"}),
        (("Ông Lê An thôi giữ chức Bí thư Tỉnh ủy Gia Lai nhiệm kỳ 2020-2025, được bổ nhiệm"
         " làm Thứ trưởng Bộ Tư pháp."), {BE: None}),
        (("Ông Lê An được bầu làm Chủ tịch Hội Nông dân tỉnh Gia Lai nhiệm kỳ 2023-2028. Bà Vũ Hoa"
         " được bầu làm Phó Chủ tịch Hội Nông dân tỉnh."), {BE: "2023-2028", CE: None}),
        (("Ông Lê An được bầu làm Chủ tịch Hội Nông dân tỉnh Gia Lai nhiệm kỳ 2023-2028. Hội nghị"
         " cũng bầu bà Vũ Hoa làm Phó Chủ tịch Hội Nông dân tỉnh Gia Lai."),
         {BE: "2023-2028", CE: "2023-2028"}),
        (("Bộ Chính trị chỉ định ông Lê An làm Bí thư Tỉnh ủy Gia Lai nhiệm kỳ 2025-2030. Cùng được"
         " chỉ định nhiệm kỳ này, bà Vũ Hoa giữ chức Phó Bí thư Tỉnh ủy Gia Lai."),
         {BE: "2025-2030", CE: "2025-2030"}),
        (("Ban Chấp hành Đảng bộ tỉnh Gia Lai họp phiên đầu, bầu ông Lê An làm Bí thư Tỉnh ủy. Buổi"
         " sáng, Đại hội Đảng bộ tỉnh Gia Lai bầu Ban Chấp hành nhiệm kỳ 2010-2015."),
         {BE: "2010-2015"}),
        (("HĐND tỉnh Gia Lai bầu bà Vũ Hoa làm Phó Chủ tịch HĐND tỉnh nhiệm kỳ 2016-2021, thay ông"
         " Lê An nghỉ hưu."), {BE: None, CE: "2016-2021"}),
    ],
)  # fmt: skip
def test_a_term_is_that_of_the_committee_or_the_council_it_is_named_with(
    text: str, expected: dict[str, str | None]
) -> None:
    found = _acts(text)
    assert {person: term for person, (_, term) in found.items()} == expected


def _seconds_of_one_sentence(count: int) -> float:
    act = "ông Lê An làm Chủ tịch UBND tỉnh Gia Lai nhiệm kỳ 2021-2026 từ ngày 2/3/2021, "
    start = time.process_time()
    read_statements(act * count)
    return time.process_time() - start


def test_one_sentence_with_eight_times_the_acts_takes_no_more_than_sixteen_times_as_long() -> None:
    _seconds_of_one_sentence(20)
    short = _seconds_of_one_sentence(100)
    assert _seconds_of_one_sentence(800) < 16 * short
