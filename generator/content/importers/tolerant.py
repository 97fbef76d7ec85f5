"""A parser of HTML that takes any page."""

from __future__ import annotations

from html.parser import HTMLParser


class Tolerant(HTMLParser):
    """The standard parser, which else raises AssertionError on `<![x`."""

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - the parser's signature
        """Read `<![CDATA[...]>` and the like as comments, as browsers do."""
        return self.parse_bogus_comment(i)
