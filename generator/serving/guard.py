"""Whom the server answers: this computer's own browser on its own pages, and edits only to who was given the token."""

from __future__ import annotations

import hmac
from email.message import Message
from http import HTTPStatus
from typing import NamedTuple

from generator.serving.asked import MAX_BYTES

TOKEN_HEADER = "X-Answer-Ahead-Token"  # noqa: S105 - the header's name
_OWN_NAMES = frozenset({"127.0.0.1", "localhost"})


class Refusal(NamedTuple):
    """A status and what to say."""

    status: HTTPStatus
    message: str


def is_own_host(headers: Message) -> bool:
    """Whether a page was asked for by this computer's own name: a foreign name can be made to lead here."""
    hosts = headers.get_all("Host", [])
    name, colon, port = (hosts[0] if len(hosts) == 1 else "").rpartition(":")
    return (name if colon else port) in _OWN_NAMES and (not colon or (port.isascii() and port.isdecimal()))


def is_page(headers: Message) -> bool:
    """Whether a browser opens a page to show it, rather than a script or a frame wanting its content."""
    return headers.get("Sec-Fetch-Dest", "document") == "document"


def is_foreign(headers: Message) -> bool:
    """Whether a page of another origin, also of another port, wants content; a link that leads here is followed."""
    return headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"} and not (
        is_page(headers) and headers.get("Sec-Fetch-Mode") == "navigate"
    )


def refusal(headers: Message, token: str, *, writes: bool) -> Refusal | None:
    """Why a request to the editing part is refused; None for one that is answered.

    `Origin` names the page that asks, and browsers let no page lie about it. A foreign page cannot send the token's
    header either, as this would need a permission that is never given.
    """
    if not is_own_host(headers):
        return Refusal(HTTPStatus.FORBIDDEN, "open this page as http://127.0.0.1 or http://localhost")
    origins = headers.get_all("Origin", [])
    if (writes or origins) and origins != [f"http://{headers['Host']}"]:
        return Refusal(HTTPStatus.FORBIDDEN, "only the desk itself may ask this")
    if headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return Refusal(HTTPStatus.FORBIDDEN, "only the desk itself may ask this")
    given = headers.get(TOKEN_HEADER, "").encode("utf-8", "surrogateescape")
    if not hmac.compare_digest(given, token.encode()):
        return Refusal(HTTPStatus.FORBIDDEN, "the server was started again: reload the page")
    return _body(headers) if writes else None


def _body(headers: Message) -> Refusal | None:
    if headers.get_content_type() != "application/json" or "Content-Type" not in headers:
        return Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "the body must be application/json")
    lengths = headers.get_all("Content-Length", [])
    if len(lengths) != 1 or "Transfer-Encoding" in headers or not (lengths[0].isascii() and lengths[0].isdecimal()):
        return Refusal(HTTPStatus.LENGTH_REQUIRED, "the body's length must be given")
    if len(lengths[0]) > len(str(MAX_BYTES)) or int(lengths[0]) > MAX_BYTES:
        return Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the body may have {MAX_BYTES} bytes")
    return None
