"""Made-up officials at any size: texts with what they state, the same for the same seed.

Every later measurement uses this. The people, their careers and the documents are invented; the
bodies are real ones, so that what the register knows of them is exercised too. A bulletin is
written together with its truth, so that one generator serves reading (the text), building (text and
reading) and asking (the graph built from them).
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from canbo.graph.reading.model import (
    Action,
    BodyMention,
    Deed,
    Document,
    Holding,
    PersonMention,
    Reading,
    Span,
    Status,
)
from canbo.graph.texts.sources import Source, hash_text

SURNAMES: Final = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lâm Trịnh Mai"
).split()
MIDDLES: Final = "Văn Thị Đức Minh Quang Hữu Ngọc Thanh Xuân Công Anh Kim Thế Bá Đình Hồng".split()
GIVEN: Final = (
    "An Bình Châu Cường Dũng Đạt Giang Hà Hải Hạnh Hiếu Hoa Hùng Hưng Khánh Lan Linh Long Mai Nam "
    "Nga Phong Phúc Quân Sơn Tâm Thành Thảo Thắng Thủy Tiến Trang Trung Tuấn Tùng Vinh Yến"
).split()
PROVINCES: Final = (
    "An Giang|Bắc Ninh|Cà Mau|Đắk Lắk|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Tĩnh|Hưng Yên|"
    "Khánh Hòa|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Nghệ An|Ninh Bình|Phú Thọ|Quảng Ngãi|Quảng Ninh|"
    "Quảng Trị|Sơn La|Tây Ninh|Thái Nguyên|Thanh Hóa|Tuyên Quang|Vĩnh Long"
).split("|")
FIELDS: Final = "Nội vụ|Tài chính|Y tế|Xây dựng|Tư pháp|Giáo dục và Đào tạo".split("|")
POSTS: Final = (
    ("Bí thư", "Tỉnh ủy {0}"),
    ("Phó Bí thư", "Tỉnh ủy {0}"),
    ("Ủy viên Ban Thường vụ", "Tỉnh ủy {0}"),
    ("Ủy viên Ban Chấp hành", "Tỉnh ủy {0}"),
    ("Trưởng Ban", "Ban Tổ chức Tỉnh ủy {0}"),
    ("Chủ nhiệm", "Ủy ban Kiểm tra Tỉnh ủy {0}"),
    ("Chủ tịch", "UBND tỉnh {0}"),
    ("Phó Chủ tịch", "UBND tỉnh {0}"),
    ("Chủ tịch", "HĐND tỉnh {0}"),
    ("Giám đốc", "Sở {1} tỉnh {0}"),
    ("Phó Giám đốc", "Sở {1} tỉnh {0}"),
    ("Chánh Văn phòng", "Văn phòng UBND tỉnh {0}"),
)
PARTY_TYPES: Final = (
    ("Chỉ thị", "CT", "Ban Bí thư"),
    ("Nghị quyết", "NQ", "Bộ Chính trị"),
    ("Kết luận", "KL", "Bộ Chính trị"),
    ("Quy định", "QĐ", "Ban Chấp hành Trung ương Đảng"),
)
FIRST_DAY: Final = date(2006, 1, 1)
DAYS: Final = 7000


@dataclass(slots=True)
class Bulletin:
    """A text in the making, which knows where each of its words came to stand."""

    parts: list[str] = field(default_factory=list[str])
    length: int = 0

    def write(self, words: str) -> Span:
        """Add *words* and return where they stand."""
        span = Span(self.length, self.length + len(words))
        self.parts.append(words)
        self.length = span.end
        return span


@dataclass(frozen=True, slots=True)
class Official:
    """Someone invented, with the posts held one after the other and the day each began."""

    name: str
    career: tuple[tuple[int, str, str], ...]

    def post_on(self, day: int) -> tuple[str, str] | None:
        """Return the post and the body held on the *day*-th day, or None before the first."""
        held = [(post, body) for start, post, body in self.career if start <= day]
        return held[-1] if held else None


def invent_officials(count: int, seed: int) -> list[Official]:
    """Return *count* officials; about one name in forty is borne by more than one of them."""
    chance = random.Random(seed)
    officials: list[Official] = []
    for _ in range(count):
        name = f"{chance.choice(SURNAMES)} {chance.choice(MIDDLES)} {chance.choice(MIDDLES)} "
        name += chance.choice(GIVEN)
        province = chance.choice(PROVINCES)
        starts = sorted(chance.sample(range(0, DAYS, 30), chance.randint(1, 4)))
        career = tuple((start, *_invent_post(chance, province)) for start in starts)
        officials.append(Official(name, career))
    return officials


def _invent_post(chance: random.Random, province: str) -> tuple[str, str]:
    post, body = chance.choice(POSTS)
    return post, body.format(province, chance.choice(FIELDS))


def write_bulletins(
    texts: int, seed: int = 37, per_text: int = 4
) -> Iterator[tuple[Source, Reading]]:
    """Yield *texts* bulletins with their readings, about *per_text* officials in each.

    One text gives some 180 statements, so 55,000 texts give about 10 M.
    """
    chance = random.Random(seed)
    officials = invent_officials(max(8, texts * per_text // 6), seed)
    for number in range(texts):
        day = chance.randrange(400, DAYS)
        present = [who for who in chance.sample(officials, per_text) if who.post_on(day)]
        yield _write_bulletin(number, day, present, chance)


def _write_bulletin(
    number: int, day: int, present: list[Official], chance: random.Random
) -> tuple[Source, Reading]:
    when = FIRST_DAY + timedelta(days=day)
    bulletin = Bulletin()
    body = f"UBND tỉnh {chance.choice(PROVINCES)}"
    bulletin.write(f"Ngày {when.day}/{when.month}/{when.year}, ")
    host = BodyMention(bulletin.write(body), body)
    bulletin.write(" tổ chức hội nghị. Dự hội nghị có các đồng chí: ")
    persons: list[PersonMention] = []
    holdings: list[Holding] = []
    for place, who in enumerate(present):
        bulletin.write("; " if place else "")
        mention, holding = _write_attendee(bulletin, who, day, when.isoformat())
        persons.append(mention)
        holdings.append(holding)
    bulletin.write(". ")
    document, action = _write_citation(bulletin, body, chance)
    text = "".join(bulletin.parts)
    reading = Reading(
        persons=tuple(persons),
        bodies=(host,),
        holdings=tuple(holdings),
        documents=(document,),
        actions=(action,),
        attested_on=when.isoformat(),
    )
    return _source(number, text, when.isoformat()), reading


def _write_attendee(
    bulletin: Bulletin, who: Official, day: int, when: str
) -> tuple[PersonMention, Holding]:
    post, body = who.post_on(day) or who.career[0][1:]
    name = bulletin.write(who.name)
    bulletin.write(", ")
    end = bulletin.write(f"{post} {body}").end
    span = Span(name.start, end)
    holding = Holding(
        who.name, post, body, Status.CURRENT, (span,), attested_on=when, rule="generated"
    )
    return PersonMention(name, who.name), holding


def _write_citation(
    bulletin: Bulletin, actor: str, chance: random.Random
) -> tuple[Document, Action]:
    kind, code, issuer = chance.choice(PARTY_TYPES)
    signature = f"{chance.randint(1, 60):02d}-{code}/TW"
    start = bulletin.write(actor).start
    bulletin.write(" triển khai thực hiện ")
    mention = f"{kind} số {signature}"
    span = bulletin.write(mention)
    bulletin.write(f" của {issuer}.")
    document = Document(kind, mention, (span,), signature=signature, issuer=issuer)
    deed = Action(actor, Deed.IMPLEMENTS, signature, (Span(start, span.end),), rule="generated")
    return document, deed


def _source(number: int, text: str, published: str) -> Source:
    name = f"bulletin-{number:07d}"
    return Source(
        key=name,
        id=name,
        path="",
        text=text,
        sha256=hash_text(text),
        kind="jsonl",
        published=published,
    )
