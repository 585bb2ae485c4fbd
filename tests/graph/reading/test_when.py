"""On which day: dated citations in any number cost time in proportion to their length."""

import time

from canbo.graph.reading.reader import read_statements


def _seconds(count: int) -> float:
    text = "\n".join(
        f"Ông Lê An làm Bí thư Tỉnh ủy Nghệ An theo Quyết định số {i}-QĐ/TW ngày 12/5/2019."
        for i in range(count)
    )
    start = time.process_time()
    read_statements(text)
    return time.process_time() - start


def test_eight_times_the_dated_citations_take_no_more_than_sixteen_times_as_long() -> None:
    _seconds(20)
    short = _seconds(500)
    assert _seconds(4000) < 16 * short
