"""Speakers called by title and given name alone: ``Bí thư Nhân cho biết``."""

import re

from canbo.graph.reading.page import Page


def is_speaker(page: Page, start: int, match: re.Match[str]) -> bool:
    """Return whether a given name alone follows a title, and then what that person says."""
    is_next = match.start() == start + 1
    return is_next and _SAYS.match(page.low, match.end()) is not None


_SAYS = re.compile(
    r" (?:đã |cũng |còn |vừa |mới |sẽ )?(?:cho|nói|khẳng định|nhấn mạnh|chia sẻ|phát biểu|kể|nhận"
    r"|trao đổi|thông tin|thừa nhận|trả lời|bày tỏ|đề nghị|yêu cầu|lưu ý|giải thích|dự|tặng|chúc"
    r"|đánh giá|biểu dương|trình bày|chủ trì|kết luận|ký|bấm nút|thăm|gửi|nêu|tin|mong)(?!\w)"
)
