"""Terms of councils bound what is certain: texts on either side of a term's end vouch for neither.

From the words of a text to the answer; the person is invented.
"""

from pathlib import Path

import pytest

from canbo.graph.building import build
from canbo.graph.keeping.store import open_store
from canbo.queries import ask

WHO = "ông Lê Văn Thử, Chủ tịch {body}, dự họp."
SESSION = "Ngày 28/6/2021, HĐND tỉnh Gia Lai khóa XII khai mạc Kỳ họp thứ nhất."
SECOND = "Ngày 8/12/2021, HĐND tỉnh Gia Lai khóa XII khai mạc Kỳ họp thứ 4."


def build_from(folder: Path, *texts: str) -> Path:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    build([folder], folder / "kg")
    return folder / "kg"


@pytest.mark.parametrize("body", ["HĐND tỉnh Gia Lai", "UBND tỉnh Gia Lai"])
@pytest.mark.parametrize(
    ("session", "answers"),
    [
        (SESSION, {"1950-01-01": 0, "2020-05-05": 1, "2021-03-03": 0, "2022-05-05": 1}),
        # a later session ends no term: the two days are of one stretch
        (SECOND, {"1950-01-01": 0, "2020-05-05": 1, "2021-03-03": 1, "2022-05-05": 1}),
    ],
)
def test_nothing_is_certain_across_the_first_session_of_a_council(
    tmp_path: Path, body: str, session: str, answers: dict[str, int]
) -> None:
    held = (f"Ngày 5/5/{year}, {WHO.format(body=body)}" for year in (2020, 2022))
    store = open_store(build_from(tmp_path, session, *held))
    certain = {
        day: sum(
            row.text("answer") == "certain"
            for row in ask("post-holders", store, post=f"Chủ tịch {body}", on=day)
        )
        for day in answers
    }
    assert certain == answers


def test_a_khoa_of_the_assembly_is_a_thing_that_its_first_session_opens(tmp_path: Path) -> None:
    text = "Ngày 20/7/2021, Kỳ họp thứ nhất, Quốc hội khóa XV khai mạc."
    store = open_store(build_from(tmp_path, text))
    rows = ask("term-on-date", store, organisation="Quốc hội", on="2022-01-01")
    assert [(row.text("termLabel"), row.text("opens"), row.text("eventLabel")) for row in rows] == [
        ("khóa XV", "2021-07-20", "Kỳ họp thứ nhất Quốc hội khóa XV")
    ]
    assert ask("term-on-date", store, organisation="Quốc hội", on="2021-07-19") == []
