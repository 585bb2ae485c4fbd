"""Titles that are no posts: of committees for one occasion, of churches."""

import re

from canbo.graph.reading.page import Page

_AD_HOC = re.compile(
    r"\s?(?:ban )?(?:lễ tang|tổ chức (?:lễ|hội|giải|cuộc)|giám khảo|lễ hội|liên lạc|đại diện cha mẹ"
    r"|bầu cử|công tác|chỉ đạo (?:đại hội|lễ|hội nghị|tổ chức)"
    r"|tang lễ|trọng tài|thư ký|soạn thảo|kiểm phiếu|biên soạn)"
)
_OF_CLERGY = re.compile(r" (?:trị sự|hộ tự|tôn giáo họ đạo|đại diện giáo hội|hoằng pháp|tăng sự)")
_FUNERAL = 1500


def is_ad_hoc(page: Page, start: int, end: int, *, is_bare: bool) -> bool:
    """Return whether a title at *start* heads a committee for one occasion only.

    A bare ``Trưởng ban`` does so where a committee for a funeral was named before.
    """
    return bool(_AD_HOC.match(page.low, end)) or (is_bare and _is_at_funeral(page, start))


def is_of_clergy(page: Page, end: int) -> bool:
    """Return whether what follows a title at *end* makes it one of a church."""
    return _OF_CLERGY.match(page.low, end) is not None


def _is_at_funeral(page: Page, start: int) -> bool:
    return page.low.rfind("lễ tang", max(0, start - _FUNERAL), start) >= 0
