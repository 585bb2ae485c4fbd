"""How the verbs and the documents of one sentence belong together."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from canbo.graph.reading.action_marks import Mark
from canbo.graph.reading.action_verbs import Verb, find_verbs
from canbo.graph.reading.model import Deed, Span

OTHERS_ACT = frozenset({Deed.IMPLEMENTS, Deed.STUDIES})

# Between a verb and its document stand how it is done and which part of it is meant.
_GAP = re.compile(
    r"(?!.{10,}\btheo\b)(?!.*\b(?:sửa đổi|bãi bỏ|xây dựng|soạn thảo|so với|quy định tại|trình)\b)"
    r"(?:[^;:.!?()]{0,70}|[^;.!?()]{0,120}:\s?)"
)
_THEO = re.compile(r"\btheo(?:\s(?:đúng|tinh thần|nội dung))*\s$")
_ROW = re.compile(
    r"(?:\s(?:về\s|[“\"])[^;.!?]{3,200}[,;”)](?=\s)|\s\((?!\d)[^()]{2,90}\)"
    r"|\s\((?:sau đây\s)?gọi\s(?:tắt\s)?là\s)?[\s,;&()]*"
    r"(?:(?:và|cùng|với|gắn với|hoặc)\s)*(?:các\s|của\s)?"
)
_JOINED = re.compile(r"(?:\s|,|;|và|tổ chức|tốt|nghiêm|túc|sâu|rộng|việc)*")
_DIRECT = re.compile(
    r"\s?(?!.*\bkèm )(?!(?:theo|tại|bởi|bằng|trong|cùng|từ|của|trước|sau|trên cơ sở)\b)"
    r"(?:[^\s,;.()]+\s){0,4}"
)
_TOLD = re.compile(
    r"(?i)(?:\s(?:về|nội dung|toàn văn|cơ bản|chuyên đề|các|những|hai|ba|bốn|cho [^,;.:()]{3,40}"
    r"|\d{1,2})){0,4}(?:\s(?:văn bản|nghị quyết|chỉ thị|chuyên đề):)?\s"
)
_COORDINATED = re.compile(r"(?:[;:]|,?\s(?:và|cùng|rồi)|,\srồi)\s(?:các\s|cả\s)?$")
_SPEAKS = re.compile(
    r"[\s,]*(?:(?:đã|cũng|còn|vừa|sẽ)\s)?(?:yêu cầu|nêu|quy định|có|được|nhấn mạnh|chỉ rõ"
    r"|xác định|là|đề ra|do|cho phép|hết|cho thấy|đặt)\b"
)
_LONGEST_BREACH = 240  # characters from what is broken to the rule
_LONGEST_JOINT = 300  # characters from a document to the next one that is coordinated with it
_AUXILIARY = re.compile(r"\s?(?:(?:đã|cũng|sẽ|này|chính thức|nêu rõ|còn|phải)\s)*")
_ABOUT = re.compile(r"\s?,?\s?(?:nói\s)?(?:về\s|[“\"])")
_ENDS_A_TITLE = re.compile(r"[,;.:”]|\s(?:và|cùng|do|theo)\s")
_NEW_CLAUSE = re.compile(r"[,;.:”]|\sdo\s")
_FAR = 1200  # characters; no clause is longer


class Links:
    """The *verbs* of the sentence at *span* and the *marks* in it."""

    def __init__(self, text: str, span: Span, marks: Sequence[Mark]) -> None:
        """Find the verbs of the sentence."""
        self.text, self.start, self.marks = text, span.start, marks
        self._starts = [mark.start for mark in marks]
        self.verbs = [verb for verb in find_verbs(text, span) if not self._is_title(verb)]

    def is_in_a_title(self, mark: Mark) -> bool:
        """Return whether the document is only named in the subject of the one before it."""
        before = [one for one in self._before(mark.start) if one.close <= mark.start]
        if not before:
            return False
        lead = self.text[before[-1].close : mark.start]
        return bool(_ABOUT.match(lead)) and not _ENDS_A_TITLE.search(lead)

    def _before(self, place: int) -> Sequence[Mark]:
        """Return the last marks that begin before *place*, three at most."""
        index = bisect_left(self._starts, place)
        return self.marks[max(0, index - 3) : index]

    def _is_title(self, verb: Verb) -> bool:
        """Whether the verb stands in a document's name or subject: ``về học tập và làm theo``."""
        for mark in self._before(verb.end):
            if mark.start <= verb.start < mark.close:
                return True
            lead = self.text[mark.close : min(verb.start, mark.close + 48)]
            if mark.close + len(lead) == verb.start and _ABOUT.match(lead):
                return not _NEW_CLAUSE.search(lead[3:])
        return False

    def is_row(self, row: Sequence[Mark]) -> bool:
        """Return whether only dates and subjects stand between the documents."""
        return all(
            one.start == two.start
            or bool(_ROW.fullmatch(self.text, one.close, max(one.close, two.start)))
            for one, two in pairwise(row)
        )

    def is_coordinated(self, one: Mark, other: Mark) -> bool:
        """Return whether *other* continues a list whose members have clauses of their own.

        ``ban hành Quyết định 1 chỉ định ông A ...; Quyết định 2 chỉ định ông B`` is one.
        """
        between = self.text[one.close : other.start]
        if len(between) > _LONGEST_JOINT or not _COORDINATED.search(between):
            return False
        if ";" in between and one.document.type != other.document.type:
            return False
        return not _SPEAKS.match(self.text, other.close)

    def governing(self, mark: Mark) -> list[Verb]:
        """Return the verb whose object the document is, first, and those joined to it."""
        chosen: list[Verb] = []
        index = bisect_right(self.verbs, mark.start, key=lambda verb: verb.end)
        acts = (v for v in reversed(self.verbs[max(0, index - 12) : index]) if v.asks_nobody)
        for verb in acts:
            if chosen:
                joined = _JOINED.fullmatch(self.text, verb.end, chosen[-1].start)
                if not joined or not {verb.deed, chosen[-1].deed} <= OTHERS_ACT:
                    break
            elif not self._reaches(verb, mark):
                break
            chosen.append(verb)
        return chosen

    def _reaches(self, verb: Verb, mark: Mark) -> bool:
        """Whether the document is the verb's own; those in a row with it share its deeds later."""
        if mark.start - verb.end > _FAR or self._is_debate(verb, mark):
            return False
        others = [m for m in self._before(mark.start) if verb.end <= m.start]
        if self.is_teacher(verb) or (others and self._is_theo(verb, mark, others)):
            return True
        return not others and _fits(verb, self.text[verb.end : mark.start])

    def may_take(self, verb: Verb, mark: Mark) -> bool:
        """Return whether a document as subject can be what the verb is done to."""
        is_act = verb.kind == "act" and verb.deed is not Deed.SUPERSEDES
        return is_act and not self._is_debate(verb, mark)

    def _is_debate(self, verb: Verb, mark: Mark) -> bool:
        """Whether a law is debated, which is no study of it."""
        return mark.document.type == "Luật" and self.text[verb.start : verb.end] == "thảo luận"

    def _is_theo(self, verb: Verb, mark: Mark, others: Sequence[Mark]) -> bool:
        """Whether what is carried out, a document itself, is so ``theo`` this one."""
        lead = self.text[max(verb.end, mark.start - 40) : mark.start]
        direct = _GAP.fullmatch(self.text, verb.end, others[0].start)
        return verb.deed is Deed.IMPLEMENTS and bool(direct and _THEO.search(lead))

    def follows_theo(self, mark: Mark) -> bool:
        """Return whether ``theo`` leads to the document."""
        return bool(_THEO.search(self.text[max(self.start, mark.start - 40) : mark.start]))

    def is_teacher(self, verb: Verb) -> bool:
        """Return whether it is ``Người phổ biến là ông A, với bốn văn bản: ...``."""
        before = self.text[max(self.start, verb.start - 6) : verb.start].lower()
        return before == "người " and self.text.startswith(" là ", verb.end)

    def document_acting(self, verb: Verb) -> Mark | None:
        """Return the document that is the subject, if one is: ``Chỉ thị 35 yêu cầu ...``."""
        before = [mark for mark in self._before(verb.start) if mark.close <= verb.start]
        acts = before and _AUXILIARY.fullmatch(self.text, before[-1].close, verb.start)
        return before[-1] if acts else None

    def issuing(self, mark: Mark) -> Verb | None:
        """Return the verb that issues the document: ``ban hành Kế hoạch 15 triển khai ...``."""
        verbs = self.governing(mark)
        return verbs[0] if verbs and verbs[0].deed is Deed.ISSUES else None


def _fits(verb: Verb, gap: str) -> bool:
    """Whether the words between a verb and a document leave the one the object of the other."""
    if verb.deed is Deed.VIOLATES:
        return len(gap) < _LONGEST_BREACH and not re.search(r"[.!?]\s|quy định tại", gap)
    if verb.deed in {Deed.ISSUES, Deed.SUPERSEDES}:
        return bool(_DIRECT.fullmatch(gap))
    return bool((_TOLD if verb.kind == "tell" else _GAP).fullmatch(gap))
