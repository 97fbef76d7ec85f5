"""Addresses: where every entry, topic and page of every language lives, for ever."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths are relative to the site's root and end in `/`; the root itself is the empty path."""

    base: str
    """Where the site is published, ends in `/`."""
    source: str
    """Code of the language that lives at the root."""

    @property
    def folder(self) -> str:
        """Where the site lies below its host: `` or `help/`."""
        return urlsplit(self.base).path.strip("/") + "/" if urlsplit(self.base).path.strip("/") else ""

    def home(self, lang: str) -> str:
        """`` for the source language, `hr/` for others."""
        return "" if lang == self.source else f"{lang}/"

    def entry(self, id_: str, lang: str, anchor: str = "") -> str:
        """`hr/q/delivery-time/#cost`."""
        return f"{self.home(lang)}q/{id_}/" + (f"#{anchor}" if anchor else "")

    def topic(self, id_: str, lang: str, anchor: str = "") -> str:
        """`hr/t/delivery/#delivery-time`."""
        return f"{self.home(lang)}t/{id_}/" + (f"#{anchor}" if anchor else "")

    def page(self, name: str, lang: str) -> str:
        """`hr/contact/`; `index` is the language's home."""
        return self.home(lang) + ("" if name == "index" else f"{name}/")

    def absolute(self, path: str) -> str:
        """The permanent address people copy."""
        return self.base + path


def relative(target: str, page: str) -> str:
    """How a page at one address refers to another: works under any folder of any host.

    relative("hr/q/a/#x", "hr/t/b/") -> "../../q/a/#x"
    """
    path, hash_, anchor = target.partition("#")
    there, here = path.split("/"), page.split("/")
    name = there.pop()  # empty, or a file's
    here.pop()
    same = 0
    while same < len(here) and same < len(there) and here[same] == there[same]:
        same += 1
    steps = "../" * (len(here) - same) + "".join(f"{step}/" for step in there[same:]) + name
    return f"{steps or './'}{hash_}{anchor}"
