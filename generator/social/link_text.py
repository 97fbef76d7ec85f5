"""How a post's link stands in its text: whole, or as people read it where a post can say elsewhere where it leads."""

from __future__ import annotations

import functools
from urllib.parse import urlsplit

import regex

from generator.social.counting import fits
from generator.social.domains import is_domain
from generator.social.draft import readable
from generator.social.network import Network

_BARE_HOST = regex.compile(r"[a-z][a-z0-9]*(?:\.[a-z0-9]+)+", regex.IGNORECASE)
"""What is taken for an address without `https://`, where tools find links by themselves; no hyphens, no ports."""


def shown(link: str, network: Network) -> str:
    """What stands in the text for a link.

    An address without `https://` only where every tool takes it for a link: drafts also go out by tools that know
    nothing of the link behind it.
    """
    if network.links_clickable and network.link_shown == "tracked":
        return link
    host = urlsplit(link).netloc
    if not network.links_clickable or (_BARE_HOST.fullmatch(host) and is_domain(host)):
        return readable(link)
    return f"https://{readable(link)}"


def shows(text: str, link: str, network: Network) -> bool:
    """Whether people who read a text can follow a link that works on the network."""
    return link in text or (network.link_shown == "readable" and bool(typed(link).search(text)))


@functools.lru_cache(maxsize=256)
def typed(link: str) -> regex.Pattern[str]:
    """A link as people read it, with `https://` or without: nothing of an address before it or behind."""
    return regex.compile(rf"(?:^|(?<=[\s(]))(?:https?://)?{regex.escape(readable(link))}/?(?![\w/?#-]|\.\w)")


def spelled(text: str, link: str, network: Network, *, by_hand: bool = False) -> str:
    """A post for tools that take nothing beside its text: with its whole link, as far as there is room for it.

    Who pastes it into the network's own app needs no room: that shortens what it shows.
    """
    texts = (typed(link).sub(address, text, count=1) for address in (link, f"https://{readable(link)}"))
    return next((longer for longer in texts if by_hand or fits(longer, network)), text)
