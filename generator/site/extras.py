"""Files for programs: sitemaps, robots.txt, feeds, Markdown twins, llms.txt, and the ids that the 404 page suggests."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from generator.site.feed import feed
from generator.site.missing import ids
from generator.site.shape import Shape
from generator.site.sitemap import robots, sitemaps
from generator.site.twins import twins

_NONE: Mapping[str, str] = MappingProxyType({})


def extras(
    shape: Shape, *, former: Mapping[str, str] = _NONE, withdrawn: Collection[str] = frozenset()
) -> dict[str, bytes]:
    """Path below the site -> content. `former`: an entry's old id -> the id of its heir; `withdrawn`: ids."""
    made = {**sitemaps(shape), "robots.txt": robots(shape.addresses)}
    for code in shape.library.languages:
        home = shape.addresses.home(code)
        made |= twins(shape, code)
        made[f"{home}ids.json"] = ids(shape, code, former, withdrawn)
        newest = feed(shape, code)
        if newest:
            made[f"{home}feed.xml"] = newest
    return made
