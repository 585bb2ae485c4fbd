"""The rules, the clues and what was left unread, in words for who knows neither code nor grammar.

A rule that has no words here is shown as it is called, so that a new one is never hidden.
"""

from typing import Final

from canbo.graph.reading.model import Clue, Inference, Unread

RULE_WORDS: Final = {
    # posts
    "name-title": "tên, rồi chức vụ",
    "title-name": "chức vụ, rồi tên",
    "title-is-name": "“chức vụ … là” người ấy",
    "title-list": "chức vụ chung cho các tên liệt kê",
    "member-list": "danh sách thành viên",
    "verb": "động từ trao hoặc thôi chức vụ",
    "verb-ahead": "động từ đứng trước chức vụ và tên",
    "verb-of": "chức vụ bị tác động “của, đối với” người ấy",
    "same-seat": "cùng chức vụ vừa nói",
    "seat": "“ghế, chức danh … thuộc về” người ấy",
    "loose-post": "chức vụ đứng riêng trong câu nói về người ấy",
    "predecessor": "người được thay",
    "successor": "người lên thay",
    "acting-head": "được giao phụ trách, điều hành",
    "career-line": "dòng quá trình công tác có năm",
    "form-line": "mục của sơ yếu lý lịch",
    "signer": "người ký văn bản",
    "retire": "nói là nghỉ hưu",
    "approved": "câu khác nói đã phê chuẩn",
    "dismiss": "động từ cho thôi chức vụ ấy",
    "dismiss-list": "danh sách những người thôi chức",
    "heading": "tít bài cho biết",
    "announced": "câu trước đã báo việc ấy",
    "goes-on": "kể tiếp những người cùng việc vừa nêu",
    "votes": "câu có nêu số phiếu bầu",
    "named-post": "động từ trao chức vụ đứng liền trước tên",
    "this-post": "“chức vụ này” là chức vụ vừa nêu",
    # documents
    "numbered": "có số và ký hiệu",
    "number only": "chỉ có số",
    "doubtful number": "số không chắc",
    "header": "phần đầu của chính văn bản",
    "law": "luật gọi bằng tên",
    "charter": "điều lệ gọi bằng tên",
    "titled": "quy định gọi bằng tên",
    "plenum": "hội nghị Ban Chấp hành",
    "congress": "đại hội",
    # actions
    "listed": "mục của danh sách mở ra bằng dấu hai chấm",
    "continued list": "danh sách nêu tiếp",
    "ground": "căn cứ của quyết định",
    # events
    "session": "kỳ họp",
    "sitting": "phiên họp",
    # changes of organisations
    "founded-on": "thành lập trên cơ sở hợp nhất",
    "founded-from-split": "thành lập trên cơ sở chia tách",
    "founded-from-one": "thành lập trên cơ sở tổ chức lại, đổi tên",
    "merged": "hợp nhất, sáp nhập … thành …",
    "absorbed": "sáp nhập … vào …",
    "was-merged": "… được hợp nhất, sáp nhập thành, vào …",
    "renamed": "đổi tên … thành …",
    "was-renamed": "… được đổi tên thành …",
    "split": "chia tách … thành …",
    "was-split": "… được tách thành …",
    "ended": "giải thể, kết thúc hoạt động của …",
    "was-ended": "… kết thúc hoạt động",
    "was-dissolved": "… được, bị giải thể",
    "founded": "thành lập …",
    "was-founded": "… được thành lập",
}
"""How each rule reads in Vietnamese; of ``verb+retire`` each part, of ``verb: ra`` the first."""

CLUE_WORDS: Final = {
    Clue.SAME_LIST: "chức vụ khác trong cùng danh sách",
    Clue.SAME_HOLDER: "chỗ khác trong bài, cùng người cùng chức vụ",
    Clue.OWN_OFFICE: "cơ quan mà chính người ấy đứng đầu",
    Clue.NAMED_BEFORE: "tên nêu trước đó trong bài",
    Clue.NAMED_LATER: "tên nêu sau đó trong bài",
    Clue.GEOGRAPHY: "địa giới hành chính",
}
"""How each clue reads in Vietnamese."""

KIND_WORDS: Final = {"post": "chức vụ", "document": "văn bản", "date": "ngày"}
"""How each kind of what was not read reads in Vietnamese."""

REASON_WORDS: Final = {
    "nobody is named for it": "không gắn với người nào",
    "a post of another State or of a church": "chức vụ của nước khác hoặc của tôn giáo",
    "a document of a company": "văn bản của doanh nghiệp",
    "a symbol, but no word says what kind of document it is": "có ký hiệu, không rõ loại văn bản",
    "its year is not printed": "không in năm, không rõ năm nào",
}
"""How each reason reads in Vietnamese."""


def say_rule(rule: str) -> str:
    """Return a rule in words.

    >>> say_rule("verb: ban hành"), say_rule("name-title+retire"), say_rule("brand-new")
    ('động từ “ban hành”', 'tên, rồi chức vụ; nói là nghỉ hưu', 'brand-new')
    """
    head, mark, verb = rule.partition(": ")
    if mark and head == "verb":
        return f"động từ “{verb}”"
    return "; ".join(RULE_WORDS.get(part, part) for part in rule.split("+"))


def say_inference(one: Inference) -> str:
    """Return what was worked out, and from where.

    >>> say_inference(Inference("UBND tỉnh", "UBND tỉnh Gia Lai", Clue.NAMED_BEFORE))
    'UBND tỉnh = UBND tỉnh Gia Lai (tên nêu trước đó trong bài)'
    """
    return f"{one} ({CLUE_WORDS[one.clue]})"


def say_unread(one: Unread) -> tuple[str, str]:
    """Return of what kind something not read is, and why it was not.

    >>> from canbo.graph.reading.model import Span
    >>> say_unread(Unread(Span(0, 6), "post", "nobody is named for it"))
    ('chức vụ', 'không gắn với người nào')
    """
    return KIND_WORDS.get(one.kind, one.kind), REASON_WORDS.get(one.reason, one.reason)
