"""Markdown that cannot carry code: an extension of Python-Markdown that the site's engine loads by its name.

Escaping the text beforehand would not do, because it has to guess what the parser takes for code. Here the parser
itself never lets HTML through, whatever stands in an answer.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Collection
from itertools import count
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from generator.slug import slug

_HEADING = re.compile(r"h[1-6]")
MORE_IDS = "\ue000"
"""What parts a heading's id from its former ones in `{#now…before}`; no author types it."""
_ID = re.compile(rf"[ ]*\{{#(?P<id>[A-Za-z][\w-]*)(?P<more>(?:{MORE_IDS}[A-Za-z][\w-]*)*)\}}[ ]*$")
_FENCES, _FENCES_PRIORITY = "fenced_code_block", 25
"""As Python-Markdown's own `fenced_code` registers them."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ALLOWED = ("https:", "http:", "mailto:", "tel:")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060\ufeff]")


class SafeMarkdown(Extension):
    """HTML shows as text, but for `br`, `sub`, `sup` and `kbd` without attributes; addresses are checked.

    Of attribute lists only a heading's `{#id}` remains: the stock extension lets any attribute
    through, `onclick` included, and through fenced code even where a later step would look.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Take HTML out of the parser and put the checks in."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_PlainTag(r"</?(?:br|sub|sup|kbd)\s*/?>", md), "plain_tag", 90)
        md.treeprocessors.register(_HeadingIds(md), "heading_ids", 8)
        # After backslashes are resolved (0), so that none hides what an address is.
        md.treeprocessors.register(_Addresses(md), "addresses", -10)
        md.registerExtension(self)
        self._md = md
        self._fences = md.preprocessors[_FENCES] if _FENCES in md.preprocessors else None  # noqa: SIM401 - no dict

    def reset(self) -> None:
        """Called when all extensions are in: one that an engine adds must not read code fences in its own way.

        Zensical adds SuperFences, which would show other text than `text.html` and the other engines.
        """
        if self._fences is not None:
            self._md.preprocessors.register(self._fences, _FENCES, _FENCES_PRIORITY)


class _PlainTag(InlineProcessor):
    """A harmless tag, kept as it is."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return self.md.htmlStash.store(m[0]), m.start(0), m.end(0)


class _HeadingIds(Treeprocessor):
    """`## Costs {#costs}`: the heading's id, which stays when its words change."""

    def run(self, root: ET.Element) -> None:
        found = [e for e in root.iter() if _HEADING.fullmatch(str(e.tag))]
        for heading in found:
            self._take_id(heading)
        taken = {element.get("id", "") for element in root.iter()}  # with the former ids of headings
        for heading in found:
            if not heading.get("id"):
                heading.set("id", _free(slug("".join(heading.itertext()), "") or "part", taken))
                taken.add(heading.get("id", ""))

    @staticmethod
    def _take_id(heading: ET.Element) -> None:
        last = heading[-1] if len(heading) else None
        text = heading.text if last is None else last.tail
        found = _ID.search(text or "")
        if not found or text is None:
            return
        heading.set("id", found["id"])
        if last is None:
            heading.text = text[: found.start()]
        else:
            last.tail = text[: found.start()]
        for former in filter(None, found["more"].split(MORE_IDS)):
            _put_first(heading, former)


def _free(wanted: str, taken: Collection[str]) -> str:
    """An id for a heading that nobody gave one: made of its words, in any alphabet."""
    return next(id_ for n in count(1) if (id_ := wanted if n == 1 else f"{wanted}-{n}") not in taken)


def _put_first(heading: ET.Element, id_: str) -> None:
    """An empty element with a former id, so that old links to the heading still find it."""
    mark = ET.Element("span", {"id": id_})
    mark.tail, heading.text = heading.text, None
    heading.insert(0, mark)


class _Addresses(Treeprocessor):
    """Links keep schemes that open a page, a mail or a call; pictures come from this site or not at all."""

    def run(self, root: ET.Element) -> None:
        for link in root.iter("a"):
            if not safe_address(link.get("href", "")):
                del link.attrib["href"]
        for picture in root.iter("img"):
            address = _visible(picture.get("src", ""))
            if _SCHEME.match(address) or address.startswith(("/", "\\")):
                picture.attrib.pop("src", None)


def safe_address(address: str) -> bool:
    """Whether following an address cannot run code; entities and invisible characters do not hide a scheme."""
    plain = _visible(address)
    return not _SCHEME.match(plain) or plain.lower().startswith(_ALLOWED)


def _visible(address: str) -> str:
    """An address as a browser sees it."""
    return _INVISIBLE.sub("", html.unescape(address.replace(AMP_SUBSTITUTE, "&")))


def makeExtension(**kwargs: Any) -> SafeMarkdown:  # noqa: ANN401, N802 - Python-Markdown's way to find an extension
    """Called by the engine."""
    return SafeMarkdown(**kwargs)
