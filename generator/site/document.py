"""Markdown files with front matter, and YAML that survives every value."""

from __future__ import annotations

import html
from collections.abc import Mapping

import yaml

_ONE_LINE = 1 << 30


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # libyaml's, ten times as fast
    """Writes no aliases: MkDocs reads them, people do not."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


_Dumper.add_representer(str, _quoted)


def to_yaml(data: Mapping[str, object]) -> str:
    """YAML in which every string is double-quoted on one line, so that none ends the document or becomes a date."""
    text: str = yaml.dump(dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ONE_LINE)
    return text


def document(title: str, meta: Mapping[str, object], body: str = "") -> bytes:
    """A Markdown file with front matter.

    `title` is escaped here, because the theme prints it as it is in navigation, header and search;
    all other values are raw text that our templates escape.
    """
    return f"---\n{to_yaml({'title': html.escape(title), 'heading': title, **meta})}---\n{body}\n".encode()
