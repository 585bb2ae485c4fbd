"""Put the page together: template, style, script and payload in one file that asks for nothing.

The scripts are plain files of ``assets/``, one concept each, joined in the order of ``SCRIPTS``
inside one function. The policy in the head allows exactly these bytes and no request at all.
"""

import webbrowser
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from jinja2 import Template
from markupsafe import Markup

from canbo.errors import UnwritablePageError
from canbo.viz.style import palette_css

SCRIPTS: Final = (
    "data",
    "words",
    "search",
    "time",
    "state",
    "walk",
    "pick",
    "place",
    "draw",
    "evidence",
    "timeline",
    "facts",
    "panel",
    "lists",
    "export",
    "map",
    "stage",
    "controls",
    "explorer",
)
"""The scripts, in the order in which they are joined."""

FONTS: Final = (
    ("vietnamese", 400),
    ("vietnamese", 600),
    ("latin", 400),
    ("latin", 600),
)
"""The subsets and weights of Be Vietnam Pro that the page carries."""

READABLE: Final = 0o644
"""Who may read the page: a temporary file is its owner's alone."""

RANGES: Final = {
    "vietnamese": "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,"
    "U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,"
    "U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
}
"""The characters that each subset has."""


def render(template: Template, payload: str) -> str:
    """Return the page that *template* makes of *payload* (JSON with its ``<`` escaped)."""
    style, script = page_style(), page_script()
    policy = (
        f"default-src 'none'; script-src '{digest_of(script)}'; style-src '{digest_of(style)}'; "
        "font-src data:; img-src blob:; base-uri 'none'; form-action 'none'"
    )
    return template.render(
        policy=policy,
        style=Markup(style),  # noqa: S704 - our own files
        script=Markup(script),  # noqa: S704
        payload=Markup(payload),  # noqa: S704 - JSON, escaped by pack()
    )


def write_page(path: Path, page: str, *, open_browser: bool = False) -> None:
    """Write *page* to *path* as UTF-8, whole or not at all.

    Raises UnwritablePageError where the system refuses.
    """
    try:
        with NamedTemporaryFile("wb", dir=path.parent, prefix=".canbo-", delete=False) as file:
            file.write(page.encode())
        draft = Path(file.name)
        try:
            draft.chmod(READABLE)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise UnwritablePageError(str(path), error.strerror or str(error)) from None
    if open_browser:
        webbrowser.open(path.resolve().as_uri())


@cache
def page_style() -> str:
    """Return the one style sheet: fonts, palette, rules."""
    return "\n".join((*map(_font, FONTS), palette_css(), _asset("explorer.css")))


@cache
def page_script() -> str:
    """Return the one script: all of ``SCRIPTS`` inside a function of their own."""
    parts = "\n".join(_asset(f"{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();'


def _font(kind: tuple[str, int]) -> str:
    subset, weight = kind
    name = f"be-vietnam-pro-{subset}-{weight}-normal.woff2"
    data = b64encode(files("canbo.viz").joinpath("assets", "vendor", name).read_bytes()).decode()
    return (
        f'@font-face{{font-family:"Be Vietnam Pro";font-weight:{weight};font-display:block;'
        f'src:url(data:font/woff2;base64,{data}) format("woff2");unicode-range:{RANGES[subset]}}}'
    )


def _asset(name: str) -> str:
    return files("canbo.viz").joinpath("assets", name).read_text(encoding="utf-8")


def digest_of(text: str) -> str:
    """Return what a content security policy calls a script or style with just this *text*."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
