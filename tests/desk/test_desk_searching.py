"""The site's index of a language as a script of the desk."""

from __future__ import annotations

import json
from typing import Any

from generator.desk.searching import index_script
from generator.search import Document, build, encode, read_tables

HOSTILE = "</script><!-- \u2028"


def documents(count: int) -> list[Document]:
    return [
        Document(id=f"e{n}", title=f"Question {n}", short=HOSTILE if n == 0 else f"Short {n}", text=f"About word{n}.")
        for n in range(count)
    ]


def written(count: int, *, inline: int = 2000) -> tuple[bytes, dict[str, Any], dict[str, bytes]]:
    tables, _ = read_tables(["en"])
    files = encode(build(documents(count), tables["en"]), language="en", inline=inline)
    script = index_script("en", files)
    start = b'(window.ANSWER_AHEAD_SEARCH ??= {})["en"] = '
    assert script.startswith(start)
    return script, json.loads(script.removeprefix(start).removesuffix(b";\n")), files


def test_a_small_index_is_its_words_and_its_cards() -> None:
    _, parts, files = written(3)
    (words,) = (content for name, content in files.items() if name.startswith("words."))
    assert parts["words"] == json.loads(words)
    assert [[card[0] for card in cards] for cards in parts["cards"]] == [[HOSTILE, "Short 1", "Short 2"]]
    assert (parts["answers"], parts["vocabulary"]) == ([], None)


def test_files_that_come_in_numbers_keep_their_order() -> None:
    _, parts, _ = written(400)
    shorts = [card[0] for cards in parts["cards"] for card in cards]
    assert shorts == [HOSTILE, *(f"Short {n}" for n in range(1, 400))]


def test_a_large_index_brings_its_answers_and_its_vocabulary() -> None:
    _, parts, _ = written(40, inline=10)
    assert len(parts["answers"]) == len(parts["words"]["answers"])
    assert parts["vocabulary"]["terms"]


def test_no_text_can_end_the_script() -> None:
    script, _, _ = written(3)
    assert b"<" not in script
    assert "\u2028" not in script.decode()
