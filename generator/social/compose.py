"""From an entry and a network to the text of a post: the longest true answer that fits."""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from generator.content.library import Entry, Library
from generator.language import Language
from generator.links import Addresses
from generator.problems import Place, Problem, Severity
from generator.social.counting import count, count_alt, fits
from generator.social.draft import Draft, readable, source_hash, tidy, tracked
from generator.social.network import Network
from generator.social.slots import Slot
from generator.text import html, plain, sentences

FORMAT = "qa"
_TABLE_OR_CODE = re.compile(r"^\s*(\||```|~~~)", re.MULTILINE)
_LIST_ITEM = re.compile(r"• |\d+\. ")
_SENTENCE_END = re.compile(r"[.!?…][)\]\"'”“»]*$")
_WORD = re.compile(r"[^\W_]+")
_TAG_WORDS = 3
_TAG_LENGTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What a template may say: each part whole, any of them empty."""

    opening: str
    answer: str
    closing: str
    hashtags: str
    link: str


def draft(
    slot: Slot, library: Library, networks: Mapping[str, Network], templates: Mapping[str, str]
) -> tuple[Draft | None, list[Problem]]:
    """The post of a slot; None with AA304 where not even question and link fit, with AA305 for a faulty template.

    `templates` maps file names (`qa.j2`, `qa.x.j2`) to Jinja sources, the network's own going first. Everything a
    draft says comes from the entry or from the phrases `posts:` of its language. An answer is shortened by whole
    sentences only.
    """
    entry, network = library.by_id[slot.entry][slot.language], networks[slot.network]
    writer = _Writer(slot, entry, network, library, templates)
    try:
        written = writer.write()
    except (TemplateError, ArithmeticError, TypeError, ValueError, LookupError, RecursionError) as error:
        place = Place(f"data/templates/posts/{writer.template_name}", getattr(error, "lineno", None) or 1)
        return None, [Problem(place, "AA305", f"the post template fails: {error}", "see the names templates may use")]
    if written is None:
        message = f"question and link are longer than a post on {network.label} ({network.limit})"
        hint = "shorten the question, or leave the entry out of posts with 'posts: {skip: true}'"
        return None, [Problem(entry.place("question"), "AA304", message, hint, Severity.WARNING)]
    return writer.draft(*written), []


def drafts(
    slots: Sequence[Slot], library: Library, networks: Mapping[str, Network], templates: Mapping[str, str]
) -> tuple[tuple[Draft, ...], list[Problem]]:
    """The posts of a plan; slots whose entry is gone (AA306) or does not fit have none."""
    made: list[Draft] = []
    problems: list[Problem] = []
    for slot in slots:
        if slot.language not in library.by_id.get(slot.entry, {}) or slot.network not in networks:
            problems.append(_gone(slot))
            continue
        found, more = draft(slot, library, networks, templates)
        problems += more
        if found:
            made.append(found)
    return tuple(made), problems


def _gone(slot: Slot) -> Problem:
    what = f"'{slot.entry}' in '{slot.language}' for '{slot.network}'"
    message = f"draft '{slot.id}' is planned, but there is no {what} any more"
    hint = "delete the draft's file and its line in faq/_posts.tsv to give the slot to another entry"
    return Problem(Place("faq/_posts.tsv"), "AA306", message, hint, Severity.WARNING)


class _Writer:
    """Everything that is the same for all the lengths tried."""

    def __init__(
        self, slot: Slot, entry: Entry, network: Network, library: Library, templates: Mapping[str, str]
    ) -> None:
        self.slot, self.entry, self.network = slot, entry, network
        self.language = library.languages[slot.language]
        addresses = Addresses(library.settings.url, library.settings.source)
        self.address = addresses.absolute(addresses.entry(entry.id, slot.language))
        self.link = tracked(self.address, network.id, slot.id)
        self.question = tidy(entry.question)
        title = library.topic_title(entry.topic, slot.language)
        self.hashtags = hashtag(title) if network.hashtags else ""
        own = f"{FORMAT}.{network.id}.j2"
        self.template_name = own if own in templates else f"{FORMAT}.j2"
        self.template_source = templates[self.template_name]
        # Neighbours in a plan are different entries, so the entry's name shifts the turn.
        self.turn = slot.n + zlib.crc32(entry.id.encode())

    def write(self) -> tuple[str, str] | None:
        """The richest text that fits, and its answer: the answer first, then opener and hashtag if there is room."""
        if not self.network.limit:  # a story: everything stands on its picture
            return "", ""
        template = _template(self.template_source)

        def render(answer: str, *, opener: bool = False, hashtags: bool = False) -> str:
            words = _Words(
                opening=self.opening() if opener else self.question,
                answer=answer,
                closing=self.closing(whole=bool(answer) and answer == whole),
                hashtags=self.hashtags if hashtags else "",
                link=self.link,
            )
            return tidy(template.render(post=words))

        whole = _prose(self.entry)
        answer = self.answer(whole, lambda answer: fits(render(answer), self.network), render)
        if answer is None:
            return None
        dressed = (render(answer, opener=o, hashtags=h) for o, h in ((True, True), (False, True), (True, False)))
        return next((text for text in dressed if self.suits(text)), render(answer)), answer

    def suits(self, text: str) -> bool:
        """Whether a text fits and its first line is seen before "more"."""
        return fits(text, self.network) and len(text.partition("\n")[0]) <= self.network.fold

    def answer(self, whole: str, fitting: Callable[[str], bool], render: Callable[[str], str]) -> str | None:
        """The ladder: whole answer where the network has room, short answer, first sentences, none; or None."""
        if self.network.whole_answer and whole:
            text = render(whole)
            if count(text, self.network) <= self.network.whole_answer and fits(text, self.network):
                return whole
        short = tidy(self.entry.short)
        if short and fitting(short):
            return short
        room = self.network.whole_answer
        best = ""
        for answer in beginnings(short or tidy(_before_table(self.entry.body))):
            text = render(answer)
            if not fits(text, self.network) or (room and count(text, self.network) > room):
                break
            best = answer
        return best if best or fitting("") else None

    def opening(self) -> str:
        """The question behind one of the language's openers, or alone: they take turns."""
        return _turn(self.language, "opener", self.turn, bare=True, question=self.question)

    def closing(self, *, whole: bool) -> str:
        """Where the answer is: a link, or the address to type where links do not work."""
        if not self.network.links_clickable:
            return self.language.say("posts", "profile_whole" if whole else "profile", address=readable(self.address))
        return _turn(self.language, "whole" if whole else "more", self.turn, bare=False, link=self.link)

    def draft(self, text: str, answer: str) -> Draft:
        """The finished value; its hash covers what the draft says and nothing else of the entry."""
        alt = self.alt()
        tag = self.hashtags if self.hashtags in text else ""
        used = {"question": self.question, "answer": answer, "alt": alt, "link": self.link, "hashtags": tag}
        return Draft(
            id=self.slot.id,
            channel=self.slot.channel,
            network=self.network.id,
            entry=self.entry.id,
            language=self.slot.language,
            n=self.slot.n,
            slot=self.slot.when,
            text=text,
            link=self.link,
            alt=alt,
            card=self.network.image.size,
            source_hash=source_hash(used),
            why=self.slot.why,
        )

    def alt(self) -> str:
        """What the card shows: the question and as much of the answer as the network's alt text takes."""
        answer = tidy(self.entry.short) or _first(_before_table(self.entry.body))
        parts = (*reversed([*beginnings(answer)]), "")
        texts = (" ".join(f"{self.question} {part}".split()) for part in parts)
        return next((text for text in texts if count_alt(text, self.network) <= self.network.alt_max), "")


@functools.lru_cache(maxsize=64)
def _template(source: str) -> Template:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)  # plain text, not HTML
    return environment.from_string(source)


def hashtag(title: str) -> str:
    """`#DostavaIPovrat` of a short title of plain words, capitals telling screen readers where each begins; or ""."""
    words = title.split()
    natural = 0 < len(words) <= _TAG_WORDS and all(_WORD.fullmatch(word) for word in words) and not title.isdigit()
    tag = "".join(word[0].upper() + word[1:] for word in words)
    return f"#{tag}" if natural and len(tag) <= _TAG_LENGTH else ""


def beginnings(text: str) -> Iterator[str]:
    """Growing beginnings of a plain text, each ending with a sentence; lists are taken to their end or not at all."""
    grown = ""
    pieces = list(_pieces(text))
    for index, (gap, sentence, in_list) in enumerate(pieces):
        grown += gap + sentence
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        list_ends = in_list and not (following and following[2])
        sentence_ends = not in_list and _SENTENCE_END.search(sentence)
        text_ends = not following and not sentence.endswith(":")
        if list_ends or sentence_ends or text_ends:
            yield grown


def _pieces(text: str) -> Iterator[tuple[str, str, bool]]:
    """What stands before a sentence, the sentence, and whether it is in a list."""
    gap = ""
    for paragraph in text.split("\n\n"):
        for line in paragraph.split("\n"):
            in_list = _LIST_ITEM.match(line) is not None
            for sentence in sentences(line):
                yield gap, sentence, in_list
                gap = " "
            gap = "\n"
        gap = "\n\n"


def _turn(language: Language, prefix: str, turn: int, *, bare: bool, **values: Any) -> str:  # noqa: ANN401 - say takes anything
    """The phrases `<prefix>_1`, `<prefix>_2` … in turns; with `bare` also the value without any phrase."""
    keys = sorted(key for key in language.phrases["posts"] if re.fullmatch(rf"{prefix}_\d+", key))
    chosen = turn % (len(keys) + bare)
    return language.say("posts", keys[chosen], **values) if chosen < len(keys) else str(next(iter(values.values())))


def _prose(entry: Entry) -> str:
    """The whole answer as plain text; empty where it holds a table or code, which plain text would spoil."""
    rendered = html(entry.body)
    return "" if "<table" in rendered or "<pre" in rendered else tidy(plain(entry.body))


def _before_table(body: str) -> str:
    found = _TABLE_OR_CODE.search(body)
    return plain(body[: found.start()] if found else body)


def _first(text: str) -> str:
    return next(beginnings(text), "")
