"""The main text of a web page, with its title, day, address and publisher; nothing is fetched.

The extractor (trafilatura, set to precision, without comments) decides what the main text is. What
is marked as a menu, a side column or a footer is cut before it looks: those state nothing. Each
paragraph stands between blank lines; list items and table rows stand on lines of their own, items
after ``- ``, cells after a tab.
"""

import logging
import re
from datetime import datetime
from functools import cache
from typing import Any, Final, cast
from unicodedata import normalize
from urllib.parse import urlsplit

from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from canbo.errors import UnreadableTextError
from canbo.graph.texts.formats import (
    Extracted,
    decode,
    iso_date,
    refuse_binary,
    tidy,
    web_address,
)
from canbo.graph.texts.markup import Element, walk

_FURNITURE_NAMES: Final = (
    "menu main-menu mainmenu topmenu nav navbar navigation breadcrumb breadcrumbs sidebar footer"
    " copyright"
)
_BLOCKS: Final = frozenset({"p", "head", "list", "table", "quote", "ab", "code"})
_OPENINGS: Final = {"item": "\n- ", "row": "\n", "lb": "\n"}
_CLOSINGS: Final = {"cell": "\t"}
_UNSEEN: Final = frozenset({"script", "style", "template"})
_LAST_DAY: Final = datetime(2200, 1, 1)  # noqa: DTZ001 - a fixed bound: the same page, the same day


@cache
def _furniture() -> list[str]:
    """Return the XPaths of what frames a page on every site and belongs to no article."""
    named = " or ".join(
        f"contains(concat(' ', normalize-space(@{attribute}), ' '), ' {name} ')"
        for attribute in ("id", "class")
        for name in _FURNITURE_NAMES.split()
    )
    content = "descendant::article or descendant::main or descendant::h1"
    return [
        "//nav|//footer|//aside|//*[@role='navigation' or @role='contentinfo']",
        "//header[not(ancestor::article or ancestor::main or descendant::h1)]",
        f"//*[self::div or self::ul or self::section][{named}][not({content})]",
    ]


@cache
def _hush_libraries() -> None:
    """Keep the libraries from printing: what cannot be read is said once, by us."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _declared(data: bytes) -> str | None:
    declared = re.search(
        rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", data[:4096], re.IGNORECASE
    )
    return declared[1].decode("ascii") if declared else None


def decode_page(data: bytes) -> str:
    """Return the text of a page: as UTF-8, else in the encoding that it declares itself.

    Raise `UnreadableTextError` if it is neither, or binary.
    """
    declared = _declared(data)
    if declared is None or declared.lower().replace("-", "") in {"utf8", "utf16"}:
        return decode(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        refuse_binary(data)
    try:
        return data.decode(declared)
    except (LookupError, UnicodeError):
        return decode(data)


def _extract(tree: Any) -> Document | None:  # noqa: ANN401 - an lxml tree, which has no types
    dates = {"extensive_search": False, "original_date": True, "max_date": _LAST_DAY}
    try:
        found = bare_extraction(
            tree,
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            prune_xpath=_furniture(),
            date_extraction_params=dates,
        )
    except Exception:  # noqa: BLE001 - what the library makes of damaged markup is not known
        return None
    return found if isinstance(found, Document) else None


def _squeeze(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text)


def _mark(opens: bool, tag: str) -> str:  # noqa: FBT001 - a pair from `walk`
    if tag in _BLOCKS:
        return "\n\n"
    return (_OPENINGS if opens else _CLOSINGS).get(tag, "")


def render(body: Element) -> str:
    """Return the text of *body*: paragraphs, list items and table rows on lines of their own."""
    parts: list[str] = []
    for opens, tag, text in walk(body):
        parts += (_mark(opens, tag), _squeeze(text))
    lines = "\n".join(line.strip(" \t") for line in "".join(parts).split("\n"))
    # What an item opens with may be a paragraph, and an item may be empty.
    items = re.sub(r"^-\n+(?=[^\n-])", "- ", lines, flags=re.MULTILINE)
    items = re.sub(r"^-$", "", items, flags=re.MULTILINE)
    return normalize("NFC", re.sub(r"\n{3,}", "\n\n", items).strip("\n"))


def _shown_title(tree: Element) -> str | None:
    """Return the words of the one headline (``h1``) of a page, None if it has none or several."""
    titles: list[str] = []
    inside = False
    for opens, tag, text in walk(tree, _UNSEEN):
        if tag == "h1":
            inside = opens
            titles += [""] if opens else []
        if inside:
            titles[-1] += text
    return tidy(titles[0]) if len(titles) == 1 else None


def _with_title(text: str, title: str | None) -> str:
    """Return *text* after the headline, which the page states too, unless it begins with it."""
    stands = title is None or title in " ".join(text[: 2 * len(title)].split())
    return text if stands else f"{title}\n\n{text}"


def _canonical(url: str | None) -> str | None:
    """Return the address of the page; the front page of a site is not the address of an article."""
    address = web_address(url or "")
    place = urlsplit(address or "")
    return address if place.path.strip("/") or place.query else None


def read_html(data: bytes) -> Extracted:
    """Return the main text of a page and what the page says about itself.

    The headline (the page's one ``h1``) is the first paragraph. The day is one that the page marks
    as its date; none is guessed from the text.

    Raise `UnreadableTextError` if the page is not text or has no main text.
    """
    _hush_libraries()
    tree = cast(Element | None, load_html(decode_page(data)))
    shown = None if tree is None else _shown_title(tree)
    found = None if tree is None else _extract(tree)
    body = cast(Element | None, cast(Any, found).body) if found else None
    text = "" if body is None else render(body)
    if found is None or not text:
        raise UnreadableTextError(
            "is a web page without text", "save the page with its article, or its text as .txt"
        )
    return Extracted(
        text=_with_title(text, shown),
        title=shown or tidy(found.title),
        published=iso_date(found.date or ""),
        url=_canonical(found.url),
        publisher=tidy(found.sitename),
    )
