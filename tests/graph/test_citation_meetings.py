import pytest

from canbo.graph.citation_meetings import find_plenums, implied_term
from canbo.graph.citation_words import OTHER, Around
from canbo.graph.citations import resolve_citations
from canbo.graph.reading.reader import read_statements
from canbo.graph.register import load_register
from canbo.spelling import PartialDate, parse_date

REGISTER = load_register()


def named(text: str, day: str | None = "2022-12-01") -> list[tuple[int, str, bool]]:
    before, _, after = text.partition("<>")
    found = find_plenums((Around(before, after),), REGISTER, parse_date(day) if day else None)
    return [(plenum.number, plenum.term, plenum.is_adopting) for plenum in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội nghị Trung ương 5 khóa XIII, gồm các <>", [(5, "XIII", True)]),
        (
            f"Hội nghị Trung ương 5 (khóa XIII) thông qua {OTHER}, {OTHER} và <>",
            [(5, "XIII", True)],
        ),
        (
            "Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa 12 ban hành <>",
            [(6, "XII", True)],
        ),
        ("Hội nghị Trung ương 5 khóa XIII bàn việc tổng kết <>", []),
        ("<> được Hội nghị Trung ương 5 khóa XIII tổng kết", []),
        ("<> mà Hội nghị Trung ương 5 khóa XIII đưa ra", [(5, "XIII", False)]),
        ("<> ngày 25/10/2017 của Hội nghị BCH Trung ương lần thứ 6 khóa XII", [(6, "XII", False)]),
        ("Hội nghị Trung ương 6 vừa thông qua <>", [(6, "XIII", True)]),
        ("Hội nghị Trung ương bàn <>", []),
        ("hội nghị trực tuyến học <>", []),
        ("Hội nghị Trung ương 5 khóa XIII; <>", [(5, "XIII", False)]),
    ],
)
def test_plenums_are_named_with_a_term_or_are_the_last_of_their_number(
    text: str, expected: list[tuple[int, str, bool]]
) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("day", "term"), [("2016-12-28", "XII"), ("2012-02-01", "XI"), ("2021-10-05", "XIII")]
)
def test_without_a_term_the_last_plenum_before_the_text_is_meant(day: str, term: str) -> None:
    assert named("Hội nghị Trung ương 4 vừa thông qua <>", day) == [(4, term, True)]
    assert named("Hội nghị Trung ương 4 vừa thông qua <>", None) == []
    assert named("Hội nghị Trung ương 16 thông qua <>", "1940-01-01") == []


def test_only_a_plenum_with_its_term_that_passed_it_says_of_which_term_it_is() -> None:
    day = PartialDate(2022, 12, 1)

    def term(text: str) -> str | None:
        before, _, after = text.partition("<>")
        return implied_term(find_plenums((Around(before, after),), REGISTER, day))

    assert term("Hội nghị Trung ương 5 khóa XIII, gồm các <>") == "XIII"
    assert term("Hội nghị Trung ương 5 vừa thông qua <>") is None
    assert term("Hội nghị Trung ương 5 khóa XIII bàn về việc thực hiện <>") is None
    assert term("<>") is None


@pytest.mark.parametrize(
    ("text", "day", "terms"),
    [
        (
            "Lớp học ba Nghị quyết 26-NQ/TW, 27-NQ/TW và 28-NQ/TW, cùng một kỳ họp Trung ương.",
            "2019-03-18",
            ["XII", "XII", "XII"],
        ),
        ("Lớp học ba Nghị quyết 26-NQ/TW, 27-NQ/TW và 28-NQ/TW.", "2019-03-18", [None] * 3),
        (
            "Hai Nghị quyết 19-NQ/TW và 20-NQ/TW, thông qua tại cùng một kỳ họp.",
            "2024-03-18",
            [None] * 2,
        ),
    ],
)
def test_documents_of_one_meeting_tell_of_each_other_unless_two_meetings_fit(
    text: str, day: str, terms: list[str | None]
) -> None:
    found = resolve_citations(read_statements(text, day), REGISTER, day, text)
    assert [one.term for one in found] == terms
