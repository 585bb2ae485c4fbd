import pytest

from canbo.graph.evidence import check_evidence
from canbo.graph.reading.reader import read_statements


@pytest.mark.parametrize(
    "text",
    [
        (
            "UBKT xem xét kỷ luật nhiều cán bộ\n\nNgày 2/3, Ủy ban Kiểm tra (UBKT) Tỉnh ủy Đắk Lắk"
            " họp. Ông Lê An, Chủ nhiệm UBKT, chủ trì."
        ),
        (
            "UBKT Tỉnh ủy xem xét kỷ luật nhiều cán bộ\n\nNgày 2/3, Ủy ban Kiểm tra (UBKT) Tỉnh ủy"
            " Đắk Lắk họp. Ông Lê An, Chủ nhiệm UBKT Tỉnh ủy, chủ trì."
        ),
        (
            "VIAGS tăng chuyến\n\nCông ty Dịch vụ mặt đất sân bay Việt Nam (VIAGS) của Tổng công ty"
            " Hàng không Việt Nam họp. Ông Lê An, Giám đốc VIAGS, chủ trì."
        ),
    ],
)
def test_a_body_named_by_an_abbreviation_stands_where_it_is_printed(text: str) -> None:
    reading = read_statements(text)
    assert reading.bodies
    assert all(body.span.start < body.span.end for body in reading.bodies)
    assert all("\n" not in text[body.span.start : body.span.end] for body in reading.bodies)
    check_evidence(text, reading, "invented")
