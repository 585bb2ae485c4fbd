"""The record that ``canbo extract`` writes."""

from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.record import record

TEXT = (
    "Ngày 3/2/2020, UBND tỉnh Quảng Trị ra Thông báo 05/TB-UBND. Ông Lê Văn An, Chủ tịch UBND tỉnh"
    " giai đoạn 2016 - 2020, dự Kỳ họp thứ 13 HĐND tỉnh."
)


def test_the_record_has_every_statement_with_its_places() -> None:
    written = record(read_statements(TEXT, "2020-02-04"))
    assert written["persons"] == ["Lê Văn An"]
    assert written["holdings"] == [
        {
            "person": "Lê Văn An",
            "post": "Chủ tịch",
            "org": "UBND tỉnh Quảng Trị",
            "status": "current",
            "date": None,
            "term": None,
            "attested_on": "2020-02-03",
            "from": "2016",
            "to": "2020",
            "sanction": None,
            "spans": [[TEXT.index("Ông Lê"), TEXT.index(", dự")]],
            "rule": "name-title",
            "inferred": [
                {
                    "printed": "UBND tỉnh",
                    "meant": "UBND tỉnh Quảng Trị",
                    "clue": "named-before",
                }
            ],
        }
    ]
    assert isinstance(written["documents"], list)
    assert written["documents"][0]["signature"] == "05/TB-UBND"
    assert isinstance(written["actions"], list)
    assert written["actions"][0]["action"] == "issues"
    assert isinstance(written["events"], list)
    assert written["events"][0]["ordinal"] == "13"


def test_what_was_not_read_is_in_the_record_with_its_reason() -> None:
    written = record(read_statements("Chủ tịch UBND xã nói."))
    assert written["unread"] == [
        {"span": [0, 16], "kind": "post", "reason": "nobody is named for it"}
    ]
