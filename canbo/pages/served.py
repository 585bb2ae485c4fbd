"""The styles, scripts and fonts of the pages, each under a name that changes with its bytes."""

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from canbo.viz.page import FONTS, RANGES
from canbo.viz.style import palette_css

ASSETS: Final = "/assets/"
"""Where they are served."""

TYPES: Final = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
"""The media types of what is served, by suffix."""


def asset_path(name: str) -> str:
    """Return the address of the asset *name*, which is another when its bytes are."""
    return f"{ASSETS}{name}?v={_version(name)}"


def digest_of(text: str) -> str:
    """Return what a content security policy calls a script with just this *text*."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def read_asset(name: str) -> bytes | None:
    """Return the bytes of the asset *name*, None where there is no such."""
    if name == "pages.css":
        return _style().encode()
    if _suffix(name) not in TYPES or name.rpartition("/")[0] not in {"", "vendor"}:
        return None
    folder = files("canbo.viz" if name.endswith(".woff2") else "canbo.pages").joinpath("assets")
    place = folder.joinpath(*name.split("/"))
    if not place.is_file():
        return None
    body = place.read_bytes()
    return _linked(body.decode()).encode() if name.endswith(".js") else body


def media_of(name: str) -> str:
    """Return the media type of the asset *name*."""
    return TYPES[_suffix(name)]


def _suffix(name: str) -> str:
    return name[name.rfind(".") :] if "." in name else ""


@cache
def _version(name: str) -> str:
    return sha256(read_asset(name) or b"").hexdigest()[:12]


def _linked(script: str) -> str:
    """Return *script* with the addresses of the modules that it imports by name."""

    def address(found: re.Match[str]) -> str:
        module = found["module"]
        name = module.removeprefix("./") if module.startswith("./") else _modules().get(module)
        return f'{found["before"]}"{asset_path(name)}"' if name else found[0]

    return _imports().sub(address, script)


@cache
def _imports() -> re.Pattern[str]:
    return re.compile(
        r"""(?P<before>^(?:import|export) [^;'"]*?from )["'](?P<module>[^"']+)["']""", re.MULTILINE
    )


@cache
def _modules() -> Mapping[str, str]:
    """Return the file of each vendored module, by the name others import it by."""
    listed = files("canbo.pages").joinpath("assets", "vendor", "vendor.json")
    packages = json.loads(listed.read_text(encoding="utf-8"))["packages"]
    return {one["module"]: f"vendor/{one['files'][0]['name']}" for one in packages}


def _style() -> str:
    own = files("canbo.pages").joinpath("assets", "pages.css").read_text(encoding="utf-8")
    return "\n".join((*(_font(subset, weight) for subset, weight in FONTS), palette_css(), own))


def _font(subset: str, weight: int) -> str:
    name = f"vendor/be-vietnam-pro-{subset}-{weight}-normal.woff2"
    return (
        f'@font-face{{font-family:"Be Vietnam Pro";font-weight:{weight};font-display:swap;'
        f'src:url({asset_path(name)}) format("woff2");unicode-range:{RANGES[subset]}}}'
    )
