"""How columns and coded values are called, in Vietnamese and English."""

from collections.abc import Mapping
from functools import cache

from canbo.queries.shelf import Language, Words

_COLUMNS = """\
action              | việc làm             | action
actor               | ai                   | who
answer              | trả lời              | answer
attested            | có chứng thực        | attested
attestedOn          | chứng thực ngày      | attested on
begins              | từ                   | from
candidate           | có thể là            | can be
change              | thay đổi             | change
citation            | lần nhắc             | citation
confidence          | độ tin               | confidence
consecutive         | liên tiếp            | consecutive
count               | số người             | count
counterpart         | cơ quan tương ứng    | counterpart
date                | ngày                 | date
document            | văn bản              | document
end                 | đến ký tự            | to character
ends                | đến                  | to
event               | sự kiện              | event
first               | từ ngày              | first
inferred            | suy ra               | inferred
issuer              | cơ quan ban hành     | issuer
kind                | hình thức            | kind
last                | đến ngày             | last
level               | cấp                  | level
mode                | cách nói             | mode
name                | tên                  | name
ordinal             | lần thứ              | ordinal
organisation        | cơ quan              | organisation
parameters          | tham số              | parameters
part                | vai trò              | part
partyBody           | tổ chức Đảng         | Party body
partyPost           | chức vụ Đảng         | Party post
person              | người                | person
post                | chức vụ              | post
published           | ngày đăng            | published
question            | câu hỏi              | question
quote               | nguyên văn           | quote
reason              | lý do                | reason
registered          | trong sổ             | registered
relation            | việc làm             | relation
resolution          | xác định             | resolution
rule                | quy tắc              | rule
seats               | số ghế               | seats
signature           | số hiệu              | signature
since               | chắc chắn từ         | certain from
source              | nguồn                | source
sources             | số nguồn             | sources
start               | từ ký tự             | from character
stateBody           | cơ quan Nhà nước     | State body
statePost           | chức vụ Nhà nước     | State post
status              | tình trạng           | status
steps               | bậc                  | steps
subject             | về việc              | subject
surface             | lời nhắc             | mention
system              | hệ thống             | system
term                | nhiệm kỳ             | term
unit                | đơn vị               | unit
until               | chắc chắn đến        | certain until
"""

_VALUES = """\
certain             | chắc chắn            | certain
possible            | có thể               | possible
elected             | được bầu             | elected
attended            | dự                   | attended
true                | có                   | yes
false               | không                | no
undated             |                      |
"""


def heading(column: str, language: Language, own: Mapping[str, Words] | None = None) -> str:
    """Return what *column* is called; *own* are the headings that a question brings itself.

    >>> heading("person", "vi"), heading("somethingElse", "vi")
    ('người', 'somethingElse')
    """
    found = (own or {}).get(column) or _read(_COLUMNS).get(column)
    return found.to(language) if found else column


def value(text: str, language: Language) -> str:
    """Return what a coded value is called, or the value itself.

    >>> value("certain", "vi"), value("Lê Đức Thanh", "vi")
    ('chắc chắn', 'Lê Đức Thanh')
    """
    found = _read(_VALUES).get(text)
    return found.to(language) if found else text


def known_columns() -> frozenset[str]:
    """Return the columns that have a heading."""
    return frozenset(_read(_COLUMNS))


@cache
def _read(table: str) -> Mapping[str, Words]:
    lines = ([part.strip() for part in line.split("|")] for line in table.splitlines())
    return {name: Words(vi, en) for name, vi, en in lines}
