import pytest

from canbo.queries.typed import read_typed, readings, word_choices


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ủy ban nhân dân tỉnh Bến Tre", "ubnd tỉnh bến tre"),
        ("Uỷ ban nhân dân tỉnh", "ubnd tỉnh"),
        ("HĐND", "hđnd"),
        ("Hội đồng nhân dân TP. HCM", "hđnd thành phố hồ chí minh"),
        ("UBND TP Huế", "ubnd thành phố huế"),
        ("Văn phòng TW Đảng", "văn phòng trung ương đảng"),
        ("10-CT/TW", "10-ct/tw"),
        ("chủ tịch xã An Bình", "chủ tịch ubnd xã an bình"),
        ("khóa 12", "khóa xii"),
        ("khoá 9", "khóa ix"),
    ],
)
def test_short_and_long_forms_are_one_reading_more(text: str, key: str) -> None:
    assert read_typed(text).keys[-1] == key


def test_the_words_as_typed_stay_a_reading() -> None:
    assert readings(read_typed("UBND TP Huế")) == (
        ("ubnd", "thanh", "pho", "hue"),
        ("ubnd", "tp", "hue"),
    )


@pytest.mark.parametrize(
    ("word", "choices"), [("5", ("5", "05")), ("05", ("05", "5")), ("10", ("10",)), ("1a", ("1a",))]
)
def test_a_number_may_be_padded(word: str, choices: tuple[str, ...]) -> None:
    assert word_choices(word) == choices


def test_accents_count_only_where_they_were_typed() -> None:
    keys = {"lê đức thanh"}
    assert read_typed("le duc").can_be(keys)
    assert read_typed("đức lê").can_be(keys)
    assert not read_typed("lê đúc").can_be(keys)
    assert not read_typed("lê duc").can_be(keys), "half typed accents are accents"
