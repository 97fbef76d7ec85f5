"""What drafts are made of: entries, networks, formats, templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.library import Library
from generator.content.schema.formats import FormatFile
from generator.social.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The same for all drafts of an FAQ."""

    library: Library
    networks: Mapping[str, Network]
    formats: Mapping[str, FormatFile]
    """In the order in which they take turns, as `formats` gives them."""
    templates: Mapping[str, str]
    """File name (`tip.x.j2`, `tip.j2`, `qa.x.j2`, `qa.j2`) -> Jinja source."""
