from pathlib import Path

import pytest

from canbo.errors import QueryFileError, UnknownQueryError
from canbo.queries import named, shelf
from canbo.queries.shelf import ParameterType, read_query

HEAD = """\
#+ title.vi = "Ai?"
#+ title.en = "Who?"
#+ columns = ["person", "mark"]
#+ [parameters]
#+ person = { type = "person", required = true }
#+ mark = { type = "count", variable = "least" }
#+ [headings]
#+ mark = { vi = "dấu", en = "mark" }
SELECT ?person ?mark WHERE {
  #= parameters
  ?person ?p ?mark
}
"""


def write(folder: Path, text: str, name: str = "mine.rq") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "name", ["post-holders", "post_holders", "Post Holders", "post-holders.rq", " POST-HOLDERS "]
)
def test_a_question_is_named_as_people_write_it(name: str) -> None:
    assert named(name).name == "post-holders"


def test_an_unknown_question_names_those_near_it_and_all_there_are() -> None:
    with pytest.raises(
        UnknownQueryError, match=r"\(near it: post-holders.*; there are: "
    ) as caught:
        named("postholder")
    assert caught.value.near[0] == "post-holders"
    assert len(caught.value.known) == 32
    with pytest.raises(UnknownQueryError, match="no question is called 'zzz'; there are: post-"):
        named("zzz")


def test_what_other_rooms_ask_is_known_and_not_listed() -> None:
    names = [query.name for query in shelf()]
    assert not [name for name in names if name.startswith("network")]


def test_a_folder_of_ones_own_is_a_shelf(tmp_path: Path) -> None:
    write(tmp_path, HEAD)
    write(tmp_path, "SELECT ?s WHERE { ?s ?p ?o }", "a-plain-one.rq")
    write(tmp_path, "not a question", "notes.txt")
    plain, mine = shelf(tmp_path)
    assert (plain.name, plain.title.vi, plain.columns) == ("a-plain-one", "a-plain-one", ())
    assert mine.title.en == "Who?"
    assert mine.parameters["person"].required
    assert mine.parameters["mark"].variable == "least"
    assert mine.parameters["mark"].type is ParameterType.COUNT
    assert mine.headings["mark"].vi == "dấu"
    assert named("mine", tmp_path) == mine
    with pytest.raises(UnknownQueryError, match="there are: a-plain-one, mine"):
        named("post-holders", tmp_path)


def test_a_title_of_one_language_serves_both(tmp_path: Path) -> None:
    query = read_query(write(tmp_path, '#+ title = "Ai?"\nSELECT ?s WHERE { ?s ?p ?o }'))
    assert (query.title.to("vi"), query.title.to("en")) == ("Ai?", "Ai?")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("#+ title = \nASK {}", "the head .* Invalid value"),
        ('#+ title.vi = "Ai?"\nASK {}', "lacks 'en'"),
        (HEAD.replace('"person", req', '"human", req'), "'human' is not a valid ParameterType"),
        (HEAD.replace('type = "count", ', ""), "lacks 'type'"),
        (HEAD.replace('{ type = "count", variable = "least" }', '"count"'), "the head"),
        (HEAD.replace("  #= parameters\n", ""), "needs one line '#= parameters'"),
        (HEAD.replace("  #= parameters\n", "#= parameters\n#= parameters\n"), "needs one line"),
    ],
)
def test_a_file_with_a_bad_head_says_what_is_wrong(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(QueryFileError, match=f"mine.rq.*{problem}"):
        read_query(write(tmp_path, text))


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_bytes(b"\xff\xfe")
    with pytest.raises(QueryFileError, match=r"mine\.rq: cannot be read"):
        shelf(tmp_path)


def test_a_folder_that_is_none_or_holds_none(tmp_path: Path) -> None:
    with pytest.raises(QueryFileError, match="no such folder"):
        shelf(tmp_path / "nowhere")
    with pytest.raises(QueryFileError, match=r"holds no \.rq file"):
        shelf(tmp_path)


@pytest.mark.parametrize("name", ["21", "CQ21", "cq 21", "021"])
def test_a_question_is_found_by_its_number(name: str) -> None:
    assert named(name).name == "replaced-norms"


@pytest.mark.parametrize("name", ["0", "99", "21a"])
def test_a_number_that_no_question_has_is_refused(name: str) -> None:
    with pytest.raises(UnknownQueryError):
        named(name)
