"""How long it takes to say who is one person, for 1k, 10k and 100k mentions.

    python -m bench identity

The people are invented: names drawn as unevenly as in life, each person in one of many posts, each
mentioned some ten times. Seconds should grow as the mentions do.
"""

import random
import time
from datetime import date, timedelta
from typing import Final

from canbo.graph.judging.claims import Claim, Force, When
from canbo.graph.judging.decisions import Decisions
from canbo.graph.judging.identity import Local, identify_persons
from canbo.graph.judging.ledger import Key
from canbo.graph.judging.undecided import Career, find_doubts
from canbo.graph.reading.model import Status

SIZES: Final = (1_000, 10_000, 100_000)
_SURNAMES: Final = ("Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Phạm", "Hoàng", "Vũ")
_MIDDLES: Final = ("Văn", "Văn", "Thị", "Thị", "Hữu", "Minh", "Quốc", "Ngọc", "Xuân", "Đức")
_GIVEN: Final = ("Dũng", "Hùng", "Hưng", "Hòa", "Thanh", "Lan", "Minh", "Tuấn", "Đạt", "Hải", "An")
_A_PERSON: Final = 10


def measure(_: list[str]) -> dict[str, object]:
    """Return seconds and clusters for each number of mentions, and how steeply seconds grow."""
    found: dict[str, object] = {}
    seconds: list[float] = []
    for size in SIZES:
        people = _invent(size)
        start = time.perf_counter()
        persons = identify_persons(people, {}, Decisions(), {})
        careers = [
            Career(str(place), tuple(local.key for local in person.locals))
            for place, person in enumerate(persons)
        ]
        doubts = find_doubts(careers)
        seconds.append(time.perf_counter() - start)
        found[f"seconds_{size}"] = seconds[-1]
        found[f"clusters_{size}"] = len(persons)
        found[f"undecided_{size}"] = len(doubts)
    return {**found, "growth_of_the_last_tenfold": seconds[-1] / seconds[-2]}


def _invent(size: int) -> list[Local]:
    chance = random.Random(size)
    people: list[Local] = []
    for number in range(size):
        who = number // _A_PERSON
        named = random.Random(who)
        name = " ".join(named.choice(part) for part in (_SURNAMES, _MIDDLES, _GIVEN))
        day = date(2015, 1, 1) + timedelta(chance.randrange(1500))
        key = Key(f"s{number}", 0, len(name), name)
        body = f"o{who % max(1, size // 20)}"
        claim = Claim(
            (f"a{number}",), key, f"p {body}", body, Status.CURRENT, Force.HOLDS, When(day, day)
        )
        people.append(Local(key, (claim,)))
    return people
