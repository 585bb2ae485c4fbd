"""The examples are ours, can be read, and say what their README says they do."""

import os
import re
from pathlib import Path

import pytest

from canbo.graph.texts.sources import Skipped, Source, read_sources

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
ARTICLE = ROOT / ".." / "shared" / "corpus" / "dai-hoi-chi-bo-van-phong-ubnd-quan-1-2022.txt"

RUN = 8
"""So many words of the article in a row are its wording; names of posts and bodies are not."""

NAMES = (
    "Đảng ủy Cơ quan Chính quyền Quận 1",
    "Chi bộ Văn phòng UBND Quận 1",
    "Văn phòng UBND Quận 1",
    "UBND Quận 1",
    "Quận ủy",
    "Ban Thường vụ",
    "Ủy ban Kiểm tra",
    "Phó Chủ tịch",
    "Phó Bí thư",
    "Ban Tổ chức Trung ương",
    "Ban Chấp hành Trung ương",
    "Nghị quyết Trung ương 4 khóa XII",
    "những điều đảng viên không được làm",
)
"""What a thing is called is called so by everybody: each counts as one word."""

DISCIPLINE = (
    "(?<!tư )cách chức|khiển trách|cảnh cáo|khai trừ|đình chỉ|khởi tố|bắt tạm giam|án tù|truy tố"
)


def examples() -> list[Source]:
    return [item for item in read_sources([EXAMPLES]) if isinstance(item, Source)]


def shingles(text: str) -> set[tuple[str, ...]]:
    """Return each run of `RUN` words of *text*."""
    for name in NAMES:
        text = text.replace(name, name.replace(" ", "_"))
    words = re.findall(r"[\w/]+(?:-[\w/]+)*", text.casefold())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


@pytest.fixture
def article() -> str:
    """Return the article, which is not part of the repository."""
    if not ARTICLE.exists() and os.environ.get("CI") != "true":
        pytest.skip("the article is not here: ../shared is missing")
    return ARTICLE.read_text("utf-8")


def test_every_example_is_read_and_has_a_key_of_its_own() -> None:
    found = list(read_sources([EXAMPLES]))
    assert [str(item) for item in found if isinstance(item, Skipped)] == []
    assert len({source.id for source in examples()}) == len(found) == 46


def test_the_examples_come_in_three_formats() -> None:
    assert {source.kind for source in examples()} == {"jsonl", "txt", "html"}


def test_the_menu_and_the_footer_of_the_page_state_nothing() -> None:
    (page,) = (source for source in examples() if source.kind == "html")
    assert page.published == "2018-11-16"
    assert page.url is not None
    assert "Trang chủ" not in page.text
    assert "chân trang" not in page.text


def test_no_minor_official_is_named_for_a_punishment_and_nobody_for_a_crime() -> None:
    assert [source.id for source in examples() if re.search(DISCIPLINE, source.text)] == []


def test_the_readme_names_every_file_and_the_licence() -> None:
    readme = (EXAMPLES / "README.md").read_text("utf-8")
    assert "CC BY 4.0" in readme
    for path in EXAMPLES.iterdir():
        assert path.name == "README.md" or f"`{path.name}`" in readme


def test_a_run_of_words_is_found_and_a_name_is_one_word() -> None:
    assert shingles("a b c d e f g h") == {tuple("abcdefgh")}
    assert shingles("Phó Bí thư Đảng ủy Cơ quan Chính quyền Quận 1") == set()


@pytest.mark.article
def test_no_wording_of_the_article_stands_in_the_examples(article: str) -> None:
    own = shingles(article)
    assert [source.id for source in examples() if shingles(source.text) & own] == []


@pytest.mark.article
@pytest.mark.parametrize(
    "fact",
    [
        "Lê Đức Thanh", "Mai Thị Hồng Hoa", "Nguyễn Duy An", "Vũ Nguyễn Quang Vinh",
        "Bùi Văn Thịnh", "Lê Tiến Sĩ", "Chánh Văn phòng UBND Quận 1", "Điều lệ Đảng",
        "10-CT/TW", "12-HD/BTCTW", "37-QĐ/TW", "05-CT/TW", "01-KL/TW", "08-QĐi/TW",
        "Nghị quyết Trung ương 4 khóa XII", "28/9/2022",
    ],
)  # fmt: skip
def test_each_fact_of_the_article_stands_in_the_examples(article: str, fact: str) -> None:
    assert fact in article.replace("\u00a0 ", " ")
    assert any(fact in source.text for source in examples() if source.url is None)
