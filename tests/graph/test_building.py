import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import canbo.graph
from canbo.errors import (
    DecisionsError,
    EvidenceError,
    GraphLockedError,
    NoGraphError,
    NothingReadError,
    UnknownSourceError,
)
from canbo.graph.building import build, build_from_readings, remove_source
from canbo.graph.judging.ledger import read_ledger
from canbo.graph.keeping.export import Format, export_graph
from canbo.graph.keeping.store import current_snapshot, open_store, write_snapshot
from canbo.graph.keeping.stored import read_records
from canbo.graph.reading.model import Event, PersonMention, Reading, Span
from canbo.graph.report import Report, read_report
from canbo.graph.texts.sources import Source, hash_text

ROOT = Path(__file__).parents[2]
TEXTS = {
    "a": "Ngày 28/9/2022, ông Hồ Văn Minh, Chủ tịch UBND Quận 19, dự hội nghị.",
    "b": "Ngày 3/10/2023, ông Hồ Văn Minh, Chủ tịch UBND Quận 19, tiếp dân.",
    "c": "Ngày 5/5/2021, bà Mai Thị Lan, Bí thư Huyện ủy Mộc Châu, làm việc với Hồ Văn Minh, "
    "Bí thư Đảng ủy xã Chiềng Sơn. Hội nghị quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016.",
    "d": "Ngày 9/9/2024, ông Hồ Văn Minh, Chủ tịch UBND Quận 19, nghỉ hưu theo chế độ.",
}


@pytest.fixture
def texts(tmp_path: Path) -> dict[str, Path]:
    """Write the four texts as files; return the path of each."""
    paths: dict[str, Path] = {}
    for name, text in TEXTS.items():
        paths[name] = tmp_path / f"{name}.txt"
        paths[name].write_text(text, encoding="utf-8")
    return paths


def canonical(folder: Path) -> bytes:
    out = BytesIO()
    export_graph(open_store(folder), Format.NQUADS, out)
    return out.getvalue()


def counts(report: Report) -> dict[str, int]:
    return {kind: number for kind, number in report.sources.items() if number}


def test_a_build_reads_resolves_stores_and_says_so(texts: dict[str, Path], tmp_path: Path) -> None:
    report = build(texts.values(), tmp_path / "kg")
    assert counts(report) == {"new": 4, "all": 4}
    assert report.statements["holdings"] == 5
    assert report.statements["citations"] == 1
    assert report.persons == 3
    assert report.tenures == 3
    assert report.tenures_since == {"new": 3, "ended": 0, "changed": 0, "gone": 0}
    assert report == read_report(current_snapshot(tmp_path / "kg").report)
    assert report.quads == canonical(tmp_path / "kg").count(b"\n")


def test_only_what_changed_is_read_again(texts: dict[str, Path], tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    build([texts["a"], texts["b"]], kg)
    texts["b"].write_text(TEXTS["b"].replace("tiếp dân", "đi cơ sở"), encoding="utf-8")
    report = build([texts["a"], texts["b"], texts["c"]], kg)
    assert counts(report) == {"new": 1, "changed": 1, "unchanged": 1, "all": 3}
    assert "đi cơ sở" in canonical(kg).decode()


def test_what_is_not_given_again_stays(texts: dict[str, Path], tmp_path: Path) -> None:
    build([texts["a"]], tmp_path / "kg")
    assert counts(build([texts["b"]], tmp_path / "kg")) == {"new": 1, "all": 2}


def test_building_again_from_the_same_inputs_changes_no_byte(
    texts: dict[str, Path], tmp_path: Path
) -> None:
    build(texts.values(), tmp_path / "kg")
    before = canonical(tmp_path / "kg")
    report = build(texts.values(), tmp_path / "kg")
    assert counts(report) == {"unchanged": 4, "all": 4}
    assert not any(report.tenures_since.values())
    assert not report.is_published
    assert canonical(tmp_path / "kg") == before


def test_what_is_told_of_a_text_or_decided_is_new_though_no_text_changed(tmp_path: Path) -> None:
    kg, lines = tmp_path / "kg", tmp_path / "texts.jsonl"
    record = {"id": "a", "published": "2022-09-28", "text": TEXTS["a"]}
    published: list[bool] = []
    for told in ({}, {}, {"title": "Tin trong quận"}, {"title": "Tin trong quận"}):
        lines.write_text(json.dumps(record | told), encoding="utf-8")
        published.append(build([lines], kg).is_published)
    head = "decision,source_a,start_a,end_a,source_b,start_b,end_b,document"
    for rows in ("", "unsure,a,18,30,,,,", "unsure,a,18,30,,,,"):
        (kg / "decisions.csv").write_text(f"{head}\n{rows}\n", encoding="utf-8")
        published.append(build([lines], kg).is_published)
    assert published == [True, False, True, False, True, True, False]


def test_a_damaged_graph_is_mended_though_nothing_is_new(
    texts: dict[str, Path], tmp_path: Path
) -> None:
    build(texts.values(), tmp_path / "kg")
    before = canonical(tmp_path / "kg")
    (current_snapshot(tmp_path / "kg").store / "CURRENT").unlink()
    assert build(texts.values(), tmp_path / "kg").is_published
    assert canonical(tmp_path / "kg") == before


def test_what_is_new_in_a_tenure_is_counted(texts: dict[str, Path], tmp_path: Path) -> None:
    build([texts["a"]], tmp_path / "kg")
    later = build([texts["b"]], tmp_path / "kg")
    assert later.tenures_since == {"new": 0, "ended": 0, "changed": 1, "gone": 0}
    ended = build([texts["d"]], tmp_path / "kg")
    # The end of the district bounded its end before (R3); the new text bounds it closer.
    assert ended.tenures_since == {"new": 0, "ended": 0, "changed": 1, "gone": 0}


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(order=st.permutations(sorted(TEXTS)))
def test_the_order_of_inputs_changes_no_byte(
    texts: dict[str, Path], order: list[str], tmp_path: Path
) -> None:
    with TemporaryDirectory() as folder:
        build([texts[name] for name in order], Path(folder) / "kg")
        digest = sha256(canonical(Path(folder) / "kg")).hexdigest()
    first = tmp_path / "digest"
    if first.exists():
        assert digest == first.read_text()
    first.write_text(digest)


def test_another_process_with_another_hash_seed_builds_the_same_bytes(
    texts: dict[str, Path], tmp_path: Path
) -> None:
    code = "import sys; from canbo.graph.building import build;build(sys.argv[2:], sys.argv[1])"
    written: list[list[bytes]] = []
    for seed, order in (("1", "abcd"), ("2", "dbca")):
        folder = tmp_path / seed
        paths = [str(texts[name]) for name in order]
        subprocess.run(
            [sys.executable, "-c", code, str(folder), *paths],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
        )
        files = ("sources.jsonl", "readings.jsonl", "ledger.csv", "report.json")
        snapshot = current_snapshot(folder).path
        written.append([canonical(folder), *((snapshot / name).read_bytes() for name in files)])
    assert written[0] == written[1]


def given_names(folder: Path) -> dict[str, str]:
    """Return the IRI of each mention in the ledger."""
    ledger = read_ledger(current_snapshot(folder).ledger)
    return {str(key): iri for kind in ledger.given.values() for key, iri in kind.items()}


@pytest.mark.parametrize("order", ["abcd", "dcba", "cadb"])
def test_adding_sources_changes_no_earlier_name(
    texts: dict[str, Path], tmp_path: Path, order: str
) -> None:
    before: dict[str, str] = {}
    for name in order:
        build([texts[name]], tmp_path / "kg")
        after = given_names(tmp_path / "kg")
        assert before.items() <= after.items()
        before = after


def test_a_text_that_moved_keeps_the_names_of_its_people(
    texts: dict[str, Path], tmp_path: Path
) -> None:
    build([texts["a"]], tmp_path / "kg")
    before = set(given_names(tmp_path / "kg").values())
    texts["a"].write_text(f"Tin vắn. {TEXTS['a']}", encoding="utf-8")
    build([texts["a"]], tmp_path / "kg")
    assert set(given_names(tmp_path / "kg").values()) == before


def test_a_newer_grammar_reads_everything_anew(texts: dict[str, Path], tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    build([texts["a"], texts["b"]], kg)
    pretend_older_grammar(kg)
    report = build([texts["b"], texts["c"]], kg)
    assert counts(report) == {"new": 1, "reread": 2, "all": 3}
    assert counts(build([texts["a"]], kg)) == {"unchanged": 1, "all": 3}


def pretend_older_grammar(folder: Path) -> None:
    """Let the snapshot say that another version of the grammar read it."""
    from canbo.graph.keeping.readings import key_reading  # noqa: PLC0415

    snapshot = current_snapshot(folder)
    said = json.loads(snapshot.report.read_bytes())
    snapshot.report.write_text(json.dumps(said | {"reader": "older"}), encoding="utf-8")
    lines = snapshot.readings.read_text(encoding="utf-8")
    for record in list(read_records(snapshot)):
        older = key_reading(record.source.text, record.source.published, "older")
        lines = lines.replace(record.key, older)
    snapshot.readings.write_text(lines, encoding="utf-8")


def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    texts: dict[str, Path], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    report = build([tmp_path / "missing.txt", tmp_path / "empty.txt", texts["a"]], tmp_path / "kg")
    assert counts(report) == {"new": 1, "skipped": 2, "all": 1}
    assert [line.partition(": ")[2].partition(";")[0] for line in report.skipped] == [
        "does not exist",
        "is empty",
    ]


def test_where_nothing_can_be_read_the_graph_is_as_it_was(
    texts: dict[str, Path], tmp_path: Path
) -> None:
    kg = tmp_path / "kg"
    build([texts["a"]], kg)
    with pytest.raises(NothingReadError, match=r"missing\.txt: does not exist.* \(and 1 more\)"):
        build([tmp_path / "missing.txt", tmp_path / "gone.txt"], kg)
    assert current_snapshot(kg).number == 1
    with pytest.raises(NothingReadError, match="nothing was given"):
        build([], kg)


def test_a_source_is_removed_with_all_it_said(texts: dict[str, Path], tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    build([texts["a"], texts["b"]], kg)
    alone = canonical(kg)
    build([texts["c"]], kg)
    whole = canonical(kg)
    report = remove_source(str(texts["c"]), kg)
    assert counts(report) == {"removed": 1, "all": 2}
    assert report.tenures_since["gone"] == 2
    assert canonical(kg) == alone
    assert "Mai Thị Lan" not in current_snapshot(kg).ledger.read_text(encoding="utf-8")
    build([texts["c"]], kg)
    assert canonical(kg) == whole


def test_a_source_that_is_not_there_is_looked_for_nearby(
    texts: dict[str, Path], tmp_path: Path
) -> None:
    build([texts["a"]], tmp_path / "kg")
    with pytest.raises(UnknownSourceError, match=r"no source 'a\.tx'; near it: .*a\.txt"):
        remove_source("a.tx", tmp_path / "kg")
    with pytest.raises(UnknownSourceError, match="`canbo sources` lists them"):
        remove_source("elsewhere", tmp_path / "kg")
    with pytest.raises(NoGraphError):
        remove_source("a", tmp_path / "none")


def test_a_builder_says_whom_it_waits_for(texts: dict[str, Path], tmp_path: Path) -> None:
    told: list[str] = []

    def tell(stage: str, done: str) -> None:
        told.append(f"{stage} {done}")

    with (
        write_snapshot(tmp_path / "kg"),
        pytest.raises(GraphLockedError),
    ):
        build([texts["a"]], tmp_path / "kg", wait=0.2, tell=tell)
    assert told == [f"waiting for process {os.getpid()}"]


def test_decisions_in_the_graph_folder_are_followed(texts: dict[str, Path], tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    assert build([texts["a"], texts["b"]], kg).persons == 1
    head = "decision,source_a,start_a,end_a,source_b,start_b,end_b\n"
    spans = [TEXTS[name].index("Hồ") for name in "ab"]
    row = (
        f"different,{texts['a']},{spans[0]},{spans[0] + 11},{texts['b']},{spans[1]},{spans[1] + 11}"
    )
    (kg / "decisions.csv").write_text(f"{head}{row}\n", encoding="utf-8")
    assert build([texts["a"]], kg).persons == 2
    (kg / "decisions.csv").write_text(f"{head}maybe{row}\n", encoding="utf-8")
    with pytest.raises(DecisionsError, match="line 2"):
        build([texts["a"]], kg)


def make_source(name: str, text: str) -> Source:
    return Source(name, name, "", text, hash_text(text), "jsonl")


def test_what_was_read_elsewhere_is_built_as_it_is(tmp_path: Path) -> None:
    pairs = [(make_source("a", "Hồ Văn Minh"), Reading(persons=(PersonMention(Span(0, 3), "Hồ"),)))]
    report = build_from_readings(pairs, tmp_path / "kg")
    assert counts(report) == {"new": 1, "all": 1}
    bad = [(make_source("b", "Hồ"), Reading(events=(Event("Đại hội", "Chi bộ", (Span(0, 9),)),)))]
    with pytest.raises(EvidenceError, match="b: no quote stands at characters 0 to 9 "):
        build_from_readings(bad, tmp_path / "kg")
    assert current_snapshot(tmp_path / "kg").number == 1


def test_a_grammar_that_is_wrong_about_a_text_is_refused_for_that_text_alone(
    texts: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def misread(text: str, _: str | None) -> Reading:
        length = 9999 if "dự hội nghị" in text else 9
        return Reading(persons=(PersonMention(Span(0, length), "Hồ Văn Minh"),))

    monkeypatch.setattr("canbo.graph.reading_pool.read_statements", misread)
    report = build([texts["a"], texts["b"]], tmp_path / "kg")
    assert counts(report) == {"new": 1, "skipped": 1, "all": 1}
    assert "a.txt: no quote stands at characters 0 to 9999" in report.skipped[0]


def start_build(kg: Path, inputs: Sequence[Path]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "canbo", "build", *map(str, inputs), "--graph", str(kg)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )


def lines_of(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stderr is not None
    yield from process.stderr


@pytest.mark.slow
@pytest.mark.parametrize("lines", range(1, 6))
def test_a_build_that_is_killed_leaves_the_graph_whole(
    texts: dict[str, Path], tmp_path: Path, lines: int
) -> None:
    kg = tmp_path / "kg"
    build([texts["a"]], kg)
    before = canonical(kg)
    with start_build(kg, list(texts.values())) as process:
        for number, _ in enumerate(lines_of(process), 1):
            if number == lines:
                process.kill()
    killed = process.returncode < 0
    # Killed behind the switch, the new graph is there; before it, the old one, to the byte.
    assert killed is (current_snapshot(kg).number == 1) or lines >= 4
    if current_snapshot(kg).number == 1:
        assert canonical(kg) == before
    report = build(texts.values(), kg)
    assert report.sources["all"] == 4
    kept = {f"{report.snapshot:06}", f"{report.snapshot - 1:06}"}
    assert {path.name for path in (kg / "snapshots").iterdir()} == kept
    assert not list(kg.rglob("*.draft")) + list(kg.rglob("fresh-*"))


@pytest.mark.slow
def test_a_killed_build_takes_its_readers_with_it(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    texts = ({"id": str(number), "text": TEXTS["c"] * 400} for number in range(60))
    path.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    command = [sys.executable, "-m", "canbo", "build", str(path), "--graph", str(tmp_path / "kg")]
    with subprocess.Popen(
        [*command, "--jobs", "2"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        if not saw_children(process.pid, 3):  # the readers, and the tracker of resources
            pytest.skip("the readers were done before they could be seen")
        process.kill()
        # The pipe closes when the last of the children that share it has ended.
        process.communicate(timeout=60)
    with pytest.raises(NothingReadError):
        build([], tmp_path / "kg")  # and nobody holds the lock


def saw_children(pid: int, number: int) -> bool:
    """Wait until the process has that many children; return whether it ever had."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and children.exists():
        if len(children.read_text().split()) >= number:
            return True
        time.sleep(0.01)
    return False


def test_the_room_offers_build_and_open(texts: dict[str, Path], tmp_path: Path) -> None:
    report = canbo.graph.build([texts["a"]], tmp_path / "kg")
    assert report.persons == 1
    dataset = canbo.graph.open(tmp_path / "kg")
    assert len(dataset) == report.quads
    names = dataset.query(
        "SELECT ?n { ?p a cb:Person ; foaf:name ?n FILTER(CONTAINS(?n, 'Minh')) }"
    )
    assert "Hồ Văn Minh" in {str(row[0]) for row in names}  # type: ignore[index]


def test_the_room_reads_one_text() -> None:
    found: dict[str, Any] = canbo.graph.read_text(TEXTS["c"])
    orgs = [holding["org"] for holding in found["holdings"]]
    assert orgs == ["Huyện ủy Mộc Châu", "Đảng ủy xã Chiềng Sơn"]
    (document,) = found["documents"]
    assert (document["resolution"]["outcome"], document["resolution"]["term"]) == (
        "resolved",
        "XII",
    )
