"""Text as people read it: Markdown made plain, sentences, numbers, and what is code and what is not."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import markdown
import regex

from generator.memo import remembered

EXTENSIONS = ("attr_list", "tables", "sane_lists", "fenced_code")
"""The Markdown of answers: the site's engine gets the same list."""

_CODE = re.compile(
    r"(^ {0,3}(`{3,}+(?![^\n]*`)|~{3,}+)[^\n]*\n.*?(?:^ {0,3}\2[`~]*[ \t]*$|\Z)|(?<!`)(`++)(?:.*?)(?<!`)\3(?!`))",
    re.MULTILINE | re.DOTALL,
)
_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "pre", "blockquote", "table", "ul", "ol", "hr"}
)
_NUMBER = re.compile(r"[0-9](?:[0-9.,\u00a0\u202f ]*[0-9])?")
_GROUPED = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?"
)
_BETWEEN = regex.compile(r"(?<=[.!?…][\"”“»)']*)\s+(?=[\p{Lu}\p{N}„“\"«(•])")
"""Two sentences; that the second begins with a capital is not enough, see `_sentences`."""
ABBREVIATIONS = frozenset(
    """
    e.g i.e etc approx no nr vs max min st mr mrs dr npr tj itd br str god sv tzv oko čl maks čís např atd tzn resp
    popř aj apod ur oz ipd št sl например напр т.е т.н бр гл др вид стр чл нпр тј итд год тзв ул тел ul tel
    """.split()  # noqa: SIM905 - words read better than a list of them
)
"""Words that end in a dot within a sentence, in our languages."""


def nfc(text: str) -> str:
    """One form for letters with marks, so that equal words are equal."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Markdown with `change` applied to everything but code spans and fenced blocks."""
    if "`" not in text and "~~~" not in text:
        return change(text)
    out, last = [], 0
    for found in _CODE.finditer(text):
        out += [change(text[last : found.start()]), found[0]]
        last = found.end()
    return "".join([*out, change(text[last:])])


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where code spans and fenced blocks of a Markdown text begin and end."""
    if "`" in text or "~~~" in text:
        yield from (found.span() for found in _CODE.finditer(text))


def blank_code(text: str) -> str:
    """Markdown of the same length with every character of code replaced by a space, line ends kept."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


class _Plain(HTMLParser):
    """HTML to text: blocks on lines of their own, list items behind their marks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's signature
        if tag in {"ul", "ol"}:
            self.lists.append(1 if tag == "ol" else None)
            if len(self.lists) > 1:
                self.parts.append("\n")
        elif tag == "li":
            number = self.lists[-1] if self.lists else None
            self.parts.append(f"{number}. " if number else "• ")
            if number:
                self.lists[-1] = number + 1
        elif tag == "br":
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        if tag in {"td", "th"}:
            self.parts.append(" ")
        elif tag in {"li", "tr"}:
            self.parts.append("\n")
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(re.sub(r"[ \t\n]+", " ", data))


def html(text: str) -> str:
    """Markdown as HTML, by the engine that makes the site. Not sanitised: for plain(), never for a page."""
    return _parser().reset().convert(text)


@functools.cache
def _parser() -> markdown.Markdown:
    """Made once: building it takes longer than converting an answer."""
    return markdown.Markdown(extensions=list(EXTENSIONS))


@remembered
def plain(text: str) -> str:
    """Markdown as plain text: empty lines between paragraphs, list items on their own lines, links as their words."""
    return words_of(html(text))


def words_of(html_: str) -> str:
    """HTML as plain text, in the form of `plain`."""
    parser = _Plain()
    parser.feed(html_)
    parser.close()
    lines = (line.strip() for line in "".join(parser.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def shortened(text: str, most: int) -> str:
    """A text on one line for a message: as many whole words as `most` characters hold, and a sign where more follow."""
    line = " ".join(text.split())  # no-break spaces are escaped where problems are printed
    return line if len(line) <= most else line[: most + 1].rsplit(" ", 1)[0] + " …"


def sentences(text: str) -> list[str]:
    """Sentences of plain text in order; line ends part them too. Joined by spaces they are the text's words."""
    return [" ".join([text[start:end] for start, end in pieces]) for pieces in _sentences(text)]


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a plain text begins and ends."""
    return ((pieces[0][0], pieces[-1][1]) for pieces in _sentences(text))


def _sentences(text: str) -> list[list[tuple[int, int]]]:
    """The pieces of each sentence.

    Unicode's sentence breaks would cut after "npr." and "15.", so those are joined again.
    """
    found: list[list[tuple[int, int]]] = []
    at = 0
    for line in text.split("\n"):
        first = len(found)
        start, last = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        while start < last:
            gap = _BETWEEN.search(text, start, last)
            end = gap.start() if gap else last
            if len(found) > first and _runs_on(text[slice(*found[-1][-1])]):
                found[-1].append((start, end))
            else:
                found.append([(start, end)])
            start = gap.end() if gap else last
        at += len(line) + 1
    return found


def _runs_on(sentence: str) -> bool:
    last = sentence.rsplit(None, 1)[-1]
    word = last.rstrip(".").strip('(„“"«').lower()
    return last.endswith(".") and (word in ABBREVIATIONS or word.isdigit() or (len(word) == 1 and word.isalpha()))


def numbers(text: str) -> Iterator[str]:
    """Numbers of a text in one form, whatever its separators: `1.200,50`, `1,200.50` and `1 200,50` are `1200.5`.

    A dot or comma before exactly three digits parts thousands, as prices have it; `3.90` and `3,9` are `3.9`.
    """
    for run in _NUMBER.findall(text):
        if run.isdigit():
            yield run
        else:
            yield from map(_one_form, _GROUPED.findall(run))


def _one_form(number: str) -> str:
    digits = re.sub(r"[ \u00a0\u202f]", "", number)
    whole, separator, decimals = digits.rpartition("." if digits.rfind(".") > digits.rfind(",") else ",")
    if not separator:
        return digits
    whole = re.sub(r"[.,]", "", whole)
    if len(decimals) == 3 and whole != "0":
        return whole + decimals
    return f"{whole}.{decimals}".rstrip("0").rstrip(".")
