"""The rules of voice on the desk: a language's phrases as a script, because a page in a folder may not fetch."""

from __future__ import annotations

import json

from generator.desk.data import harmless
from generator.voice import Voice, twin_data


def voice_script(code: str, voice: Voice) -> bytes:
    """What `voice.<code>.js` says."""
    written = harmless(json.dumps(twin_data(voice), ensure_ascii=False, separators=(",", ":")))
    return f"(window.ANSWER_AHEAD_VOICE ??= {{}})[{json.dumps(code)}] = {written};\n".encode()
