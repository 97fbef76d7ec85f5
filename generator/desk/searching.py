"""The site's search on the desk: a language's index as a script, because pages opened from a folder may not fetch."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.desk.data import harmless

_MANIFEST = "index.json"
_KINDS = ("cards", "answers")
"""Files that come in numbers, in whose order the twin wants them."""


def index_script(code: str, files: Mapping[str, bytes]) -> bytes:
    """What `search.<code>.js` says: the contents of a language's files, by what `AnswerSearch.open` calls them."""
    words = files[json.loads(files[_MANIFEST])["words"]]
    numbered = {kind: f"[{','.join(_in_order(kind, files))}]" for kind in _KINDS}
    vocabulary = next((files[name].decode() for name in files if name.startswith("vocabulary.")), "null")
    parts = {"words": words.decode(), **numbered, "vocabulary": vocabulary}
    written = ",".join(f'"{name}":{content}' for name, content in parts.items())
    return f"(window.ANSWER_AHEAD_SEARCH ??= {{}})[{json.dumps(code)}] = {{{harmless(written)}}};\n".encode()


def _in_order(kind: str, files: Mapping[str, bytes]) -> list[str]:
    """Contents of `cards.0.<hash>.json`, `cards.1.<hash>.json` and so on."""
    names = [name for name in files if name.startswith(f"{kind}.")]
    return [files[name].decode() for name in sorted(names, key=lambda name: int(name.split(".")[1]))]
