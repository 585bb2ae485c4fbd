import pytest

from canbo.graph.keeping.readings import decode_reading
from canbo.graph.reading_pool import read_texts
from canbo.graph.texts.sources import Source, hash_text

TEXT = "Ngày 28/9/2022, ông Hồ Văn Minh, Chủ tịch UBND Quận 19, dự hội nghị."


def make_sources(number: int) -> list[Source]:
    return [
        Source(str(n), str(n), "", f"Tin {n}. {TEXT}", hash_text(TEXT), "txt")
        for n in range(number)
    ]


def test_each_text_is_read_in_its_place() -> None:
    read = list(read_texts(make_sources(3)))
    assert [text.source.id for text in read] == ["0", "1", "2"]
    assert {decode_reading(text.reading).holdings[0].person for text in read} == {"Hồ Văn Minh"}
    assert {text.error for text in read} == {None}


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 1, 40])
def test_several_processes_read_the_same_in_the_same_order(number: int) -> None:
    sources = make_sources(number)
    alone = list(read_texts(sources))
    assert list(read_texts(sources, jobs=2, batch_size=200)) == alone
