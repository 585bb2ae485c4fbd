from pathlib import Path

from canbo.graph.building import build
from canbo.graph.keeping.listing import list_sources
from canbo.graph.keeping.store import open_store

LINE = '{{"id": "{0}", "text": "Ông Hồ Văn Minh, Chủ tịch UBND Quận 19.", {1}}}\n'


def test_sources_are_listed_by_their_dates_with_what_rests_on_them(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    dated = [("b", "2022-09"), ("a", "2022-09-28")]
    lines = [LINE.format(name, f'"published": "{day}", "title": "T"') for name, day in dated]
    path.write_text("".join([*lines, LINE.format("c", '"title": ""')]), encoding="utf-8")
    build([path], tmp_path / "kg")
    listed = list_sources(open_store(tmp_path / "kg"))
    assert [(source.id, source.title, source.published) for source in listed] == [
        ("c", "", ""),
        ("b", "T", "2022-09"),
        ("a", "T", "2022-09-28"),
    ]
    assert {source.statements for source in listed} == {1}
