import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from canbo.cli import main
from canbo.graph.keeping.store import write_snapshot

EXAMPLE = Path(__file__).parents[1] / "ontology" / "example.ttl"
BASE = "https://w3id.org/canbo/"
EX, CB = BASE + "example/", BASE + "ns#"
ORG = "http://www.w3.org/ns/org#"
QUOTE = "Trần Văn Mẫu, Chủ tịch UBND quận Mẫu"


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


Canbo = Callable[..., Run]


@pytest.fixture
def canbo(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Canbo:
    def run(*words: str | Path) -> Run:
        monkeypatch.setattr(sys, "argv", ["canbo", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return Run(int(end.value.code or 0), out, err)

    return run


@pytest.fixture
def kg(tmp_path: Path) -> Callable[..., Path]:
    """Return what builds a graph folder of the example, without and with some triples."""

    def build(taken: Iterable[tuple[str, str]] = (), put: str = "") -> Path:
        gone = set(taken)
        turtle = f"{EXAMPLE.read_text('utf-8')}\n{put}"
        graph = NamedNode(BASE + "graph/derived")
        quads = [
            Quad(quad.subject, quad.predicate, quad.object, graph)
            for quad in parse(turtle, format=RdfFormat.TURTLE, base_iri=BASE)
            if (str(quad.subject)[1:-1], quad.predicate.value) not in gone
        ]
        with write_snapshot(tmp_path / "kg") as (draft, _):
            store = Store(str(draft.store))
            store.bulk_extend(quads)
            store.flush()
            del store
        return tmp_path / "kg"

    return build


def test_a_graph_without_fault_ends_with_0_and_says_so(
    canbo: Canbo, kg: Callable[..., Path]
) -> None:
    done = canbo("check", "--graph", kg())
    assert done.code == 0
    assert done.out.startswith("Không có gì sai")
    assert done.err.startswith("checking ")


def test_a_fault_ends_with_1_and_shows_the_words_behind_it(
    canbo: Canbo, kg: Callable[..., Path]
) -> None:
    done = canbo("check", "--graph", kg([(EX + "tenure", CB + "tenureKind")]))
    assert done.code == 1
    assert "Thời gian giữ chức phải là chính thức hoặc quyền." in done.out
    assert f"“{QUOTE}” (Bản tin)" in done.out
    assert EX + "tenure" in done.out
    assert done.out.endswith("1 chỗ sai.\n")


def test_the_message_comes_in_english_when_asked_for(canbo: Canbo, kg: Callable[..., Path]) -> None:
    folder = kg([(EX + "tenure", CB + "tenureKind")])
    done = canbo("check", "--graph", folder, "--lang", "en")
    assert "A tenure is regular or acting." in done.out
    assert done.out.endswith("1 violations.\n")


def test_json_says_all_of_it(canbo: Canbo, kg: Callable[..., Path]) -> None:
    done = canbo("check", "--graph", kg([(EX + "bound", CB + "boundRule")]), "--format", "json")
    assert done.code == 1
    assert json.loads(done.out) == [
        {
            "focus": EX + "bound",
            "label": "",
            "path": "cb:boundRule",
            "shape": "Bound-rule",
            "value": "",
            "severity": "Violation",
            "message": {
                "vi": "Mốc giới hạn phải nêu quy tắc R1 đến R6.",
                "en": "A bound names its rule, R1 to R6.",
            },
            "quotes": [{"source": EX + "source", "start": 9, "end": 45, "quote": QUOTE}],
        }
    ]


def test_a_clean_graph_is_an_empty_list_in_json(canbo: Canbo, kg: Callable[..., Path]) -> None:
    done = canbo("check", "--graph", kg(), "--format", "json")
    assert (done.code, json.loads(done.out)) == (0, [])


@pytest.mark.parametrize(
    ("thing", "predicate"),
    [
        ("tenure", CB + "tenureKind"),
        ("citation", CB + "surface"),
        ("action", CB + "citation"),
        ("congress", CB + "eventOf"),
        ("holding", CB + "status"),
        ("passage", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
        ("bound", CB + "boundDate"),
        ("person", CB + "nameKey"),
        ("post", ORG + "role"),
        ("organization", CB + "nameKey"),
        ("party-document", CB + "registered"),
    ],
)
def test_whatever_is_wrong_the_words_are_found(
    canbo: Canbo, kg: Callable[..., Path], thing: str, predicate: str
) -> None:
    folder = kg([(EX + thing, predicate)])
    found = json.loads(canbo("check", "--graph", folder, "--format", "json").out)
    assert found
    assert all(one["quotes"][0]["quote"] == QUOTE for one in found)


def test_a_thing_is_called_by_its_name(canbo: Canbo, kg: Callable[..., Path]) -> None:
    folder = kg([(EX + "person", CB + "nameKey")])
    (found,) = json.loads(canbo("check", "--graph", folder, "--format", "json").out)
    assert found["label"] == "Trần Văn Mẫu"


def test_a_table_shows_three_quotes_and_counts_the_rest(
    canbo: Canbo, kg: Callable[..., Path]
) -> None:
    more = "".join(
        f"ex:more{n} a cb:Attestation , oa:Annotation ; oa:hasBody ex:congress ;"
        f" oa:hasTarget ex:passage{n} .\n"
        f"ex:passage{n} a cb:Passage , oa:SpecificResource ; oa:hasSource ex:source ;"
        f" oa:hasSelector ex:selector{n} .\n"
        f"ex:selector{n} a oa:TextQuoteSelector , oa:TextPositionSelector ;"
        f" oa:exact 'đại hội {n}'@vi ; oa:start {n} ; oa:end {n + 9} .\n"
        for n in range(10, 14)
    )
    done = canbo("check", "--graph", kg([(EX + "congress", CB + "eventOf")], more))
    assert [f"đại hội {n}" in done.out for n in range(10, 14)] == [True, True, False, False]
    assert "… +2" in done.out


def test_hostile_text_cannot_command_the_terminal(canbo: Canbo, kg: Callable[..., Path]) -> None:
    folder = kg(put="ex:x a cb:Role ; cb:rank '\\u001b[2J' .")
    done = canbo("check", "--graph", folder)
    assert done.code == 1
    assert "\x1b" not in done.out


def test_a_node_without_iri_is_reported(canbo: Canbo, kg: Callable[..., Path]) -> None:
    folder = kg(put="[] a cb:Bound .")
    found = json.loads(canbo("check", "--graph", folder, "--format", "json").out)
    assert "Named" in {one["shape"] for one in found}


def test_without_a_graph_one_line_says_how_to_make_one(canbo: Canbo, tmp_path: Path) -> None:
    done = canbo("check", "--graph", tmp_path / "none")
    assert done.code == 1
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert "canbo build" in done.err
