"""Which congresses, sessions and plenums a text reports, with body, ordinal, day and term."""

import time

import pytest

from canbo.graph.reading.dates import attested_on, find_dates
from canbo.graph.reading.documents import find_documents
from canbo.graph.reading.event_holders import holder_of, may_hold
from canbo.graph.reading.events import find_events
from canbo.graph.reading.model import BodyMention, Event
from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.text import View


def read(text: str, *bodies: tuple[str, str], published: str | None = None) -> tuple[Event, ...]:
    """Read *text* in which each of *bodies* (words, full name) is mentioned once, in this order."""
    view = View.of(text)
    mentions: list[BodyMention] = []
    place = 0
    for words, name in bodies:
        place = view.text.index(View.of(words).text, place)
        mentions.append(BodyMention(view.span(place, place + len(words)), name))
        place += len(words)
    dates = find_dates(view, published)
    day = attested_on(view, dates, published)
    return find_events(view, mentions, find_documents(view), dates, day)


def said(events: tuple[Event, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(event.name, event.date, event.term) for event in events]


@pytest.mark.parametrize(
    ("text", "bodies", "expected"),
    [
        (
            "Ngày 28/9/2022, Chi bộ Văn phòng tổ chức Đại hội lần thứ VII, nhiệm kỳ 2022 – 2025.",
            [("Chi bộ Văn phòng", "Chi bộ Văn phòng UBND Quận 1")],
            ("Đại hội Chi bộ Văn phòng UBND Quận 1 lần thứ VII", "2022-09-28", "2022-2025"),
        ),
        (
            "Đại hội đại biểu Đảng bộ phường Xuân Hòa, TPHCM lần thứ I diễn ra ngày 12/8/2025.",
            [("Đảng bộ phường Xuân Hòa", "Đảng bộ phường Xuân Hòa")],
            ("Đại hội đại biểu Đảng bộ phường Xuân Hòa lần thứ I", "2025-08-12", None),
        ),
        (
            "Chi bộ Trường A mở Đại hội nhiệm kỳ 2025-2027 sáng 10/01/2025.",
            [("Chi bộ Trường A", "Chi bộ Trường A")],
            ("Đại hội Chi bộ Trường A", "2025-01-10", "2025-2027"),
        ),
        (
            "Đảng ủy phường B tổ chức Đại hội đại biểu lần thứ II trong hai ngày 6 và 7/8/2025.",
            [("Đảng ủy phường B", "Đảng ủy phường B")],
            ("Đại hội đại biểu Đảng bộ phường B lần thứ II", "2025-08-06", None),
        ),
        (
            "Hội Cựu chiến binh quận 5 tiến hành Đại hội đại biểu lần thứ VII (2022 - 2027).",
            [("Hội Cựu chiến binh quận 5", "Hội Cựu chiến binh Quận 5")],
            ("Đại hội đại biểu Hội Cựu chiến binh Quận 5 lần thứ VII", None, "2022-2027"),
        ),
        (
            "Đại hội đại biểu MTTQ Việt Nam quận 3 lần thứ XI khai mạc ngày 10/4/2019.",
            [("MTTQ Việt Nam quận 3", "Ủy ban MTTQ Việt Nam Quận 3")],
            ("Đại hội đại biểu MTTQ Việt Nam Quận 3 lần thứ XI", "2019-04-10", None),
        ),
        (
            "HĐND Quận 1 khóa X, nhiệm kỳ 2016-2021 họp kỳ thứ 13 ngày 1/10/2019.",
            [("HĐND Quận 1", "HĐND Quận 1")],
            ("Kỳ họp thứ 13 HĐND Quận 1 khóa X", "2019-10-01", "2016-2021"),
        ),
        (
            "Tại kỳ họp thứ 10 (bất thường) ngày 15/11/2018, HĐND quận 1 bầu ông Dũng.",
            [("HĐND quận 1", "HĐND Quận 1")],
            ("Kỳ họp thứ 10 HĐND Quận 1", "2018-11-15", None),
        ),
        (
            "Quốc hội khóa XV bế mạc Kỳ họp bất thường lần thứ 3 chiều 18/1/2023.",
            [("Quốc hội", "Quốc hội")],
            ("Kỳ họp bất thường lần thứ 3 Quốc hội khóa XV", "2023-01-18", None),
        ),
        (
            "Từ ngày 4 đến 6/10/2022, Ủy ban Kiểm tra Trung ương đã họp Kỳ thứ 20.",
            [("Ủy ban Kiểm tra Trung ương", "Ủy ban Kiểm tra Trung ương")],
            ("Kỳ họp thứ 20 Ủy ban Kiểm tra Trung ương", "2022-10-04", None),
        ),
        (
            "Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XIII khai mạc 3/10/2022.",
            [("Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương Đảng")],
            ("Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XIII", "2022-10-03", None),
        ),
        (
            "Hội nghị Trung ương 8 khóa XII khai mạc ngày 2/10/2018.",
            [],
            ("Hội nghị Trung ương 8 khóa XII", "2018-10-02", None),
        ),
        (
            "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng khai mạc ngày 26/1/2021.",
            [],
            ("Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "2021-01-26", None),
        ),
        (
            "Phiên họp thứ 12 Ủy ban Thường vụ Quốc hội bế mạc chiều 9/6/2022.",
            [("Ủy ban Thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội")],
            ("Phiên họp thứ 12 Ủy ban Thường vụ Quốc hội", "2022-06-09", None),
        ),
    ],
)  # fmt: skip
def test_an_event_has_kind_body_ordinal_day_and_term(
    text: str, bodies: list[tuple[str, str]], expected: tuple[str, str | None, str | None]
) -> None:
    assert said(read(text, *bodies)) == [expected]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Quán triệt Nghị quyết Đại hội Đảng bộ Quận 1 lần thứ IX.", [("Đảng bộ Quận 1",) * 2]),
        ("Theo tinh thần Đại hội XIII của Đảng, tỉnh đổi mới.", []),
        ("Sau Đại hội XII, nhiều việc đã làm.", []),
        ("Hội nghị sơ kết công tác 6 tháng.", []),
        ("Đại hội đồng cổ đông thường niên 2019.", []),
        ("Đại hội 19 Đảng Cộng sản Trung Quốc khai mạc ngày 18/10/2017.", []),
        ("Đại hội thể thao toàn quốc lần thứ IX.", []),
    ],
)
def test_what_is_only_named_or_held_by_others_is_no_event(
    text: str, bodies: list[tuple[str, str]]
) -> None:
    assert read(text, *bodies) == ()


def test_a_congress_being_prepared_has_no_day_yet() -> None:
    (event,) = read(
        "Để chuẩn bị Đại hội đại biểu Đảng bộ phường A lần thứ I, Đảng ủy họp ngày 18/8/2025.",
        ("Đảng bộ phường A", "Đảng bộ phường A"),
    )
    assert event.date is None


def test_an_earlier_mention_by_kind_alone_gives_day_and_term() -> None:
    events = read(
        "Hai đảng bộ bế mạc đại hội nhiệm kỳ 2010-2015 ngày 23-7-2010. Tại Đại hội Đảng bộ quận 1,"
        " ông A trúng cử. Tại Đại hội Đảng bộ quận 3, bà B trúng cử.",
        ("Đảng bộ quận 1", "Đảng bộ Quận 1"),
        ("Đảng bộ quận 3", "Đảng bộ Quận 3"),
    )
    assert said(events) == [
        ("Đại hội Đảng bộ Quận 1", "2010-07-23", "2010-2015"),
        ("Đại hội Đảng bộ Quận 3", "2010-07-23", "2010-2015"),
    ]


def test_all_mentions_of_one_meeting_are_one_event() -> None:
    text = "Đại hội Chi bộ A lần thứ V. Ngày 1/2/2020, Chi bộ A mở Đại hội lần thứ V. Đại hội bầu."
    (event,) = read(text, ("Chi bộ A", "Chi bộ A"), ("Chi bộ A", "Chi bộ A"))
    assert len(event.spans) == 3
    assert event.date == "2020-02-01"


def test_this_morning_is_the_day_of_the_text() -> None:
    (event,) = read(
        "Sáng nay, HĐND tỉnh khai mạc kỳ họp thứ 9.",
        ("HĐND tỉnh", "HĐND tỉnh Gia Lai"),
        published="2020-07-08",
    )
    assert event.date == "2020-07-08"


@pytest.mark.parametrize(
    ("committee", "holder"),
    [
        ("Quận ủy Quận 1", "Đảng bộ Quận 1"),
        ("Quận ủy Tân Bình", "Đảng bộ quận Tân Bình"),
        ("Thành ủy Thành phố Hồ Chí Minh", "Đảng bộ Thành phố Hồ Chí Minh"),
        ("Huyện ủy Củ Chi", "Đảng bộ huyện Củ Chi"),
        ("Chi bộ A", "Chi bộ A"),
    ],
)
def test_a_committee_holds_the_congress_of_its_organisation(committee: str, holder: str) -> None:
    assert holder_of("congress", committee) == holder
    assert holder_of("plenum", committee) == committee
    assert may_hold("congress", holder)


@pytest.mark.parametrize("unit", ["Đại hội ", "kỳ họp thứ 1 ", "Hội nghị lần thứ ", "HĐND A, "])
def test_time_grows_with_length_only(unit: str) -> None:
    view = View.of(unit * (200_000 // len(unit)))
    bodies = [
        BodyMention(span, "HĐND A") for span in [view.span(i, i + 6) for i in range(0, 100_000, 8)]
    ]
    start = time.perf_counter()
    find_events(view, bodies, (), ())
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("HĐND xã Tân An khóa X họp kỳ thứ hai ngày 3/7/2021; Phó Chủ tịch HĐND huyện Lấp Vò dự.",
         "Kỳ họp thứ hai HĐND xã Tân An khóa X", "2021-07-03"),
        ("Ngày 3/7/2021, các đại biểu HĐND xã Tân An họp Kỳ họp thứ 2.",
         "Kỳ họp thứ 2 HĐND xã Tân An", "2021-07-03"),
        ("Ông Lê Văn Dê được bầu làm Chủ tịch HĐND tỉnh Vĩnh Long tại kỳ họp bất thường lần thứ 4.",
         "Kỳ họp bất thường lần thứ 4 HĐND tỉnh Vĩnh Long", None),
        ("HĐND huyện Phú Lương tổ chức Kỳ họp bất thường năm 2015 vào ngày 8/4/2015.",
         "Kỳ họp bất thường năm 2015 HĐND huyện Phú Lương", "2015-04-08"),
        ("Sau kỳ họp thứ 9, Ủy ban Kiểm tra Tỉnh ủy Gia Lai ra thông báo.",
         "Kỳ họp thứ 9 Ủy ban Kiểm tra Tỉnh ủy Gia Lai", None),
        ("Đại hội XIII của Đảng họp từ ngày 25 tháng 1 đến ngày 1 tháng 2 năm 2021.",
         "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "2021-01-25"),
        ("Hội nghị lần thứ 5 Ban Chấp hành Đảng bộ tỉnh Gia Lai họp ngày 2/3/2022.",
         "Hội nghị lần thứ 5 Ban Chấp hành Đảng bộ tỉnh Gia Lai", "2022-03-02"),
        ("Đại hội đại biểu Phụ nữ toàn quốc lần thứ XIII khai mạc từ ngày 9/3/2022.",
         "Đại hội đại biểu Phụ nữ toàn quốc lần thứ XIII", "2022-03-09"),
        ("Đảng bộ xã Bình Ba, nơi được Huyện ủy Châu Đức chọn, mở Đại hội đại biểu lần thứ X.",
         "Đại hội đại biểu Đảng bộ xã Bình Ba lần thứ X", None),
        ("Tháng 9/2010, Đại hội Đảng bộ tỉnh Gia Lai lần thứ XIV bế mạc.",
         "Đại hội Đảng bộ tỉnh Gia Lai lần thứ XIV", "2010-09"),
        ("Ngày 8/12/2022, HĐND huyện Phú Lương khóa XI khai mạc Kỳ họp thứ Bảy.",
         "Kỳ họp thứ bảy HĐND huyện Phú Lương khóa XI", "2022-12-08"),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH GIA LAI KHÓA VII, KỲ HỌP THỨ 6 (BẤT THƯỜNG)",
         "Kỳ họp thứ 6 HĐND tỉnh Gia Lai khóa VII", None),
        (("HỘI ĐỒNG NHÂN DÂN\nTỈNH GIA LAI\nSố: 09/2006/NQ-HĐND\nPleiku, ngày 22 tháng 3 năm 2006"
         "\n\nNGHỊ QUYẾT\nVề nhân sự\n\nHỘI ĐỒNG NHÂN DÂN TỈNH GIA LAI KHÓA VII, KỲ HỌP THỨ 6\n"),
         "Kỳ họp thứ 6 HĐND tỉnh Gia Lai khóa VII", "2006-03-22"),
        ("Các ủy viên do Đại hội Đoàn toàn quốc lần thứ XI bầu ngày 11/12/2017.",
         "Đại hội Đoàn toàn quốc lần thứ XI", "2017-12-11"),
        ("Hội nghị BCH Trung ương Đoàn lần thứ 5 khóa XI họp sáng 5/8/2020.",
         "Hội nghị lần thứ 5 Ban Chấp hành Trung ương Đoàn khóa XI", "2020-08-05"),
        ("Tỉnh Gia Lai chọn đoàn dự Đại hội đại biểu MTTQ Việt Nam lần thứ X.",
         "Đại hội đại biểu MTTQ Việt Nam lần thứ X", None),
    ],
)  # fmt: skip
def test_the_name_and_the_first_day_of_a_meeting(text: str, name: str, date: str | None) -> None:
    assert [(e.name, e.date) for e in read_statements(text).events] == [(name, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 4-QĐ/TW ngày 2/3/2020 Hội nghị lần thứ 12 Ban Chấp hành Trung ương Đảng.",
        "Ngày 3/8/2023, Ủy ban MTTQ Việt Nam tỉnh Gia Lai họp hội nghị bất thường.",
        "Nghị quyết kỳ họp thứ 3 HĐND tỉnh Gia Lai được phổ biến.",
        "Chi bộ học nghị quyết số 28-NQ/TW của Hội nghị lần thứ 7 BCH TW khóa XII về bảo hiểm.",
    ],
)
def test_a_meeting_that_only_passed_something_or_has_no_number_is_none(text: str) -> None:
    assert read_statements(text).events == ()


def test_a_national_congress_is_that_of_its_association() -> None:
    text = "Đại hội đại biểu toàn quốc Hội Nông dân Việt Nam lần thứ VII họp sáng 12/12/2018."
    (event,) = read_statements(text).events
    assert event.name == "Đại hội đại biểu toàn quốc Hội Nông dân Việt Nam lần thứ VII"


def test_a_meeting_of_a_body_that_is_not_worked_out_is_none() -> None:
    assert read_statements("Kỳ họp thứ 11 HĐND sẽ kiện toàn nhân sự.").events == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đảng ủy xã Tân An triển khai Chỉ thị về đại hội đảng bộ các cấp ngày 2/3/2020.", []),
        ("Ngày 16/1/2025, Đảng bộ xã Tân An tổ chức thành công Đại hội Đại biểu lần thứ VII.",
         ["Đại hội đại biểu Đảng bộ xã Tân An lần thứ VII"]),
        ("Theo ông Lê Văn Dê, Đại hội Đảng bộ xã Tân An đã xong và thành công.",
         ["Đại hội Đảng bộ xã Tân An"]),
        ("Đại hội Đảng bộ xã Tân An sẽ cho ý kiến về báo cáo.", []),
        (("Phần lớn các địa phương đã tổ chức Đại hội Đảng bộ nhiệm kỳ 2015-2020. Tỉnh ủy Gia Lai"
          " họp ngày 2/3/2020."), []),
        ("Đảng bộ xã Tân An tổ chức Đại hội Đảng bộ nhiệm kỳ 2015-2020 ngày 5/8/2015.",
         ["Đại hội Đảng bộ xã Tân An"]),
        (("Tỉnh Gia Lai thông báo: các huyện sẽ tiến hành kỳ họp HĐND bất thường, do ông Lê An, Chủ"
          " tịch HĐND huyện Chư Sê, nêu."), []),
        ("Đoàn Thư ký Đại hội đại biểu toàn quốc lần thứ XII được giới thiệu sáng 21/1/2016.",
         ["Đại hội đại biểu toàn quốc lần thứ XII của Đảng"]),
        (("Sáng 27/5/2021, Thường trực HĐND huyện Chư Sê họp bàn chương trình dự kiến của kỳ họp"
          " thứ nhất HĐND huyện Chư Sê."), ["Kỳ họp thứ nhất HĐND huyện Chư Sê"]),
        ("Hội Luật gia tỉnh Gia Lai đạt mục tiêu do Đại hội lần thứ III của Hội đã đề ra.", []),
        ("Cán bộ nghe kết quả Đại hội XIII của Đảng diễn ra từ ngày 25/1 đến ngày 1/2/2021.",
         ["Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"]),
    ],
)  # fmt: skip
def test_a_congress_is_told_where_it_is_held(text: str, names: list[str]) -> None:
    assert [event.name for event in read_statements(text).events] == names


def test_a_meeting_that_is_over_is_not_of_today() -> None:
    text = "Sau Hội nghị Trung ương 13, hôm nay Hội nghị Trung ương 14 khai mạc."
    days = {event.ordinal: event.date for event in read_statements(text, "2016-01-11").events}
    assert days == {"14": "2016-01-11"}
