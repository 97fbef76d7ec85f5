"""Rules for people who read and for those who listen: first lines, sentences, emoji, capitals, link words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator

import regex

from generator import voice
from generator.problems import Severity
from generator.social.rules import words
from generator.social.rules.base import Complaint, Post, Rule
from generator.text import sentences, shortened

_FANCY = regex.compile(
    r"[\U0001D400-\U0001D7FF\U0001F130-\U0001F149\U0001F150-\U0001F169\U0001F170-\U0001F189Ⓐ-ⓩ⒜-⒵Ａ-Ｚａ-ｚ]"
)
"""Letters of mathematics, in circles and squares, and wide ones: screen readers spell them or are silent."""
_DRAWING = re.compile(r"[─-╿▀-▟]{2,}|[\\/|_=~*^<>+#-]{6,}|¯\\_|\(╯|[ʕ( ] ?[•°ಠ◕] ?[_‿ᴥ.-] ?[•°ಠ◕] ?[ʔ)]")
_ENDED = re.compile(r"[.!?…:]$")
_SHOWN = 60


def first_line(post: Post) -> Iterator[Complaint]:
    """D2: what is seen before "more" says something whole, and something of the entry."""
    line = words.without_addresses(post.prose.strip().partition("\n")[0]).strip()
    most = min(post.limits.first_line, post.network.fold)
    if len(line) > most and not post.tells(_whole_sentences(line, most)):
        message = f"the first line has {len(line)} characters; people see about {most} before “more”"
        yield Complaint(message, "begin with the question or the answer, in a line of its own", at=line)
    elif len(line) <= most and line and not _ENDED.search(line.rstrip("\"'”“») ")) and voice.word_count(line) > 2:
        hint = "make it a sentence or a question"
        yield Complaint(f"the first line is no whole sentence: {shortened(line, _SHOWN)}", hint, at=line)


def _whole_sentences(line: str, most: int) -> str:
    """As many of a line's first sentences as are seen whole."""
    found = ""
    for sentence in sentences(line):
        longer = f"{found} {sentence}".strip()
        if len(longer) > most:
            break
        found = longer
    return found


def sentence_length(post: Post) -> Iterator[Complaint]:
    """D4: sentences and paragraphs that are understood at once."""
    limits = post.limits
    said = [(sentence, voice.word_count(sentence)) for sentence in sentences(post.prose)]
    longest, size = max(said, key=lambda item: item[1], default=("", 0))
    mean = sum(words for _, words in said) / len(said) if len(said) > 2 else 0
    paragraphs = [line for line in post.prose.split("\n") if not words.MARK.match(line)]
    most = max((len(sentences(line)) for line in paragraphs), default=0)
    if size > limits.sentence_words:
        message = f"a sentence has {size} words, more than {limits.sentence_words}: {shortened(longest, _SHOWN)}"
        yield Complaint(message, "make two of it", at=longest)
    elif mean > limits.mean_words:
        message = f"its sentences have {mean:.0f} words on average, more than {limits.mean_words}"
        yield Complaint(message, "shorten the longest ones")
    elif most > limits.paragraph_sentences:
        message = f"a paragraph has {most} sentences, more than {limits.paragraph_sentences}"
        yield Complaint(message, "leave an empty line where a new thought begins")


def emoji(post: Post) -> Iterator[Complaint]:
    """D9: few emoji, each once, at the end of a sentence: they are read aloud by name."""
    found = words.EMOJI.findall(post.draft.text)
    repeated = [sign for sign, times in Counter(found).items() if times > 1]
    if len(found) > post.limits.emoji:
        yield Complaint(f"the post has {len(found)} emoji, more than {post.limits.emoji}", "keep one")
    if repeated:
        hint = "screen readers say its name each time"
        yield Complaint(f"the emoji {repeated[0]} is there more than once", hint, at=repeated[0])
    for line in post.prose.split("\n"):
        sign = words.EMOJI.match(line.strip())
        if sign and line.strip() != sign[0]:
            hint = "put it at the end of the sentence, or use “•”"
            yield Complaint(f"a line begins with the emoji {sign[0]}", hint, at=sign[0])
            return
    inside = next((s for s in words.EMOJI.finditer(post.prose) if _goes_on(post.prose, s.end())), None)
    if inside:
        hint = "put it at the end, and write the word"
        yield Complaint(f"the emoji {inside[0]} stands inside a sentence", hint, at=inside[0])


def _goes_on(text: str, at: int) -> bool:
    return text[at : at + 10].lstrip(" ")[:1].islower()


def letters(post: Post) -> Iterator[Complaint]:
    """D10: letters that screen readers read as letters; no drawings of signs; no shouting."""
    text = f"{words.without_addresses(post.draft.text)}\n{post.card}"
    fancy = _FANCY.search(text)
    if fancy:
        name = unicodedata.name(fancy[0], "?").lower()
        message = f"the post has letters that are not read as letters: '{fancy[0]}' ({name})"
        yield Complaint(message, "type plain ones", at=fancy[0])
    drawing = _DRAWING.search(words.without_addresses(post.draft.text).replace("\n---\n", "\n"))
    if drawing:
        yield Complaint(f"the post draws with signs: {drawing[0][:20]}", "say it in words", at=drawing[0])
    most, acronyms = post.world.limits.common.capital_letters, post.limits.acronyms
    long = _shouted(text, most, acronyms)
    own = _shouted(post.facts.text, most, acronyms) if long else {}
    for word in long:
        hint = "write it in small letters; acronyms are listed in faq/_data/rules/<language>.yml"
        severity = Severity.WARNING if word in own else None
        yield Complaint(f"a word in capitals is read letter by letter: {word[:40]}", hint, severity, at=word)


def _shouted(text: str, most: int, acronyms: Collection[str]) -> dict[str, None]:
    return dict.fromkeys(text[found.start : found.end] for found in voice.shouted(text, most, acronyms))


def empty_links(post: Post) -> Iterator[Complaint]:
    """D12: words say where a link leads."""
    found = next(voice.empty_links(voice.tokens(post.prose), post.limits.empty_links), None)
    if found:
        phrase = post.limits.empty_links[found.phrase]
        yield Complaint(f"“{phrase}” does not say where the link leads", "name what people find there")


RULES: tuple[Rule[Post], ...] = (
    Rule("D2", "AA355", Severity.WARNING, first_line),
    Rule("D4", "AA357", Severity.WARNING, sentence_length),
    Rule("D9", "AA361", Severity.WARNING, emoji),
    Rule("D10", "AA362", Severity.ERROR, letters),
    Rule("D12", "AA365", Severity.WARNING, empty_links),
)
