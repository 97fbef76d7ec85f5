"""A parser of HTML that takes any page, in time that grows with its length only."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
"""Elements that have nothing in them."""
UNREAD: Final = frozenset({"script", "style", "template", "noscript"})
"""Elements that no person reads."""
_TAG: Final = re.compile(r"<[^<>]*>")


class Tolerant(HTMLParser):
    """The standard parser, which else raises AssertionError on `<![x`, and looks for a missing `>` from each `<`."""

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - the parser's signature
        """Read `<![CDATA[...]>` and the like as comments, as browsers do."""
        return self.parse_bogus_comment(i)

    def close(self) -> None:
        """End the page: what a last comment without an end says is no text, what a last tag without one holds is."""
        rest = self.rawdata
        if rest.startswith("<") and not self.cdata_elem:
            self.rawdata = ""
            if not rest.startswith(("<!", "<?")):
                self.handle_data(_TAG.sub("", rest))
        super().close()
