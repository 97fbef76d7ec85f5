"""The last step for every page the engine made: a Content-Security-Policy that fits exactly this page."""

from __future__ import annotations

import base64
import hashlib
import html as entities
import re
from urllib.parse import quote

_CHARSET = re.compile(r"<meta\s+charset\s*=\s*[^>]*>|<head(?:\s[^>]*)?>", re.IGNORECASE)
_OURS = re.compile(r'\n?<meta http-equiv="Content-Security-Policy" content="[^"]*">')
_SCRIPT = re.compile(r"<script(?P<attributes>(?:\s[^>]*)?)>(?P<code>.*?)</script\s*>", re.IGNORECASE | re.DOTALL)
_FORM = re.compile(r'<form\s[^>]*?\baction="(?P<action>[^"]*)"', re.IGNORECASE)
_REPORT = re.compile(r'<dialog\s[^>]*?\bdata-aa-report="(?P<address>[^"]*)"', re.IGNORECASE)
_ELSEWHERE = "https://"
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\stype\s*=\s*[\"']?(?P<type>[^\s\"'>]+)", re.IGNORECASE)
_RUN = frozenset({"text/javascript", "application/javascript", "module"})
"""Types of a script that a browser runs; others are data."""


def finish(html: str) -> str:
    """The page with its policy as the first thing behind `<meta charset>`; doing it twice changes nothing.

    Only files of this site, the page's own inline scripts by their hash, forms to the page's own targets, and the
    address that is told of searches without an answer, where there is one.
    """
    html = _OURS.sub("", html)
    found = list(_CHARSET.finditer(html, 0, html.find("</head>") + 1))
    if not found:
        return html
    behind = next((m for m in found if m[0][1:5].lower() == "meta"), found[0]).end()
    content = entities.escape(policy(html), quote=False)
    return f'{html[:behind]}\n<meta http-equiv="Content-Security-Policy" content="{content}">{html[behind:]}'


def policy(html: str) -> str:
    """The policy's text for a page: https://www.w3.org/TR/CSP3/. `frame-ancestors` has no effect in a page."""
    scripts = dict.fromkeys(_hash(m["code"]) for m in _SCRIPT.finditer(html) if _is_run(m["attributes"]))
    forms = dict.fromkeys(_target(entities.unescape(m["action"])) for m in _FORM.finditer(html))
    told = dict.fromkeys(_target(entities.unescape(m["address"])) for m in _REPORT.finditer(html))
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *scripts],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": [*dict.fromkeys(["'self'", *told])],
        "worker-src": ["'self'"],
        "form-action": [*forms] or ["'none'"],
        "base-uri": ["'self'"],
    }
    return "; ".join(" ".join([name, *sources]) for name, sources in rules.items())


def _target(action: str) -> str:
    """A form's address as a policy can name it: without its query, and with nothing that would end the rule."""
    if not action.lower().startswith(_ELSEWHERE):
        return "'self'"
    return quote(re.split(r"[?#]", action)[0], safe="/:@!$&()*+=~%-._")


def _is_run(attributes: str) -> bool:
    kind = _TYPE.search(attributes)
    return not _SOURCE.search(attributes) and (kind is None or kind["type"].lower() in _RUN)


def _hash(code: str) -> str:
    """As a browser computes it: of the text it parsed, in which every line end is one."""
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
