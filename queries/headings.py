"""How columns and coded values are called, in Vietnamese and English."""

from collections.abc import Mapping
from functools import cache

from canbo.queries.shelf import Language, Words

_COLUMNS = """\
action              | việc làm             | action
actor               | ai                   | who
answer              | trả lời              | answer
attested            | được nói tới         | attested
attestedOn          | chứng thực ngày      | attested on
begins              | từ                   | from
body                | điều được nêu        | statement
candidate           | có thể là            | can be
certain             | chắc chắn có người   | certainly held
change              | thay đổi             | change
citation            | lần nhắc             | citation
closes              | kết thúc             | closes
confidence          | độ tin               | confidence
consecutive         | liên tiếp            | consecutive
count               | số người             | count
counterpart         | cơ quan tương ứng    | counterpart
date                | ngày                 | date
document            | văn bản              | document
earlier             | mốc trước            | earlier day
earliest            | sớm nhất             | earliest
end                 | đến ký tự            | to character
ends                | đến                  | to
endYear             | năm cuối             | last year
event               | sự kiện              | event
first               | từ ngày              | first
inferred            | suy ra               | inferred
issuer              | cơ quan ban hành     | issuer
kind                | hình thức            | kind
known               | chức vụ đã biết      | posts known
last                | đến ngày             | last
later               | mốc sau              | later day
latest              | muộn nhất            | latest
level               | cấp                  | level
likeness            | giống nhau           | likeness
mode                | cách nói             | mode
name                | tên                  | name
one                 | một bên              | one
oneQuote            | nguyên văn bên này   | quote of one
opens               | mở đầu               | opens
ordinal             | lần thứ              | ordinal
organisation        | cơ quan              | organisation
other               | bên kia              | other
otherQuote          | nguyên văn bên kia   | quote of the other
parameters          | tham số              | parameters
part                | vai trò              | part
partyBody           | tổ chức Đảng         | Party body
partyPost           | chức vụ Đảng         | Party post
person              | người                | person
place               | vị trí               | place
post                | chức vụ              | post
problem             | mâu thuẫn            | problem
published           | ngày đăng            | published
question            | câu hỏi              | question
quote               | nguyên văn           | quote
reason              | lý do                | reason
registered          | trong sổ             | registered
registerRow         | dòng sổ đăng ký      | register row
relation            | việc làm             | relation
replaced            | ngày thay thế        | replaced on
replacement         | thay thế bởi         | replaced by
resolution          | xác định             | resolution
rule                | quy tắc              | rule
seats               | số ghế               | seats
side                | bên                  | side
signature           | số hiệu              | signature
since               | chắc chắn từ         | certain from
source              | nguồn                | source
sources             | số nguồn             | sources
start               | từ ký tự             | from character
startYear           | năm đầu              | first year
state               | tình trạng           | state
stateBody           | cơ quan Nhà nước     | State body
statedActor         | chủ thể trong văn bản| actor as stated
statedOrganization  | cơ quan trong văn bản| body as stated
statedPerson        | người trong văn bản  | person as stated
statedPost          | chức vụ trong văn bản| post as stated
statePost           | chức vụ Nhà nước     | State post
status              | tình trạng           | status
steps               | bậc                  | steps
subject             | về việc              | subject
successor           | cơ quan kế tục       | successor
superior            | cấp trên             | superior
surface             | lời nhắc             | mention
system              | hệ thống             | system
term                | nhiệm kỳ             | term
unit                | đơn vị               | unit
until               | chắc chắn đến        | certain until
via                 | qua văn bản          | through
weakness            | điểm yếu             | weakness
year                | năm                  | year
"""

_VALUES = """\
after                | ngay sau                    | after
after dissolution    | sau khi cơ quan kết thúc    | after dissolution
attended             | dự                          | attended
before               | ngay trước                  | before
before founding      | trước khi có cơ quan        | before founding
began                | nhận chức                   | began
certain              | chắc chắn                   | certain
done                 | đã xảy ra                   | done
elected              | được bầu                    | elected
end after end        | hai mốc kết thúc ngược nhau | end after end
ended                | thôi chức                   | ended
false                | không                       | no
implements           | thực hiện                   | implements
inferred only        | chỉ suy ra                  | inferred only
issued               | ban hành                    | issued
no attestation       | không có chứng thực         | no attestation
not attested         | chưa thấy chứng thực        | not attested
one source           | một nguồn                   | one source
original             | cơ quan cũ                  | original
pending              | chưa xảy ra                 | pending
possible             | có thể                      | possible
same name            | cùng tên                    | same name
same without accents | chỉ khác dấu                | same without accents
start after end      | bắt đầu sau kết thúc        | start after end
start after start    | hai mốc bắt đầu ngược nhau  | start after start
successor            | cơ quan mới                 | successor
true                 | có                          | yes
undated              |                             |
unknown              | chưa rõ                     | unknown
vacant               | trống                       | vacant
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
