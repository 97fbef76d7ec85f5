"""What each kind of card says of an entry, a slide or a page: role by role, each from the most words to the fewest."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from babel import Locale

from generator.cards import Item, Words
from generator.content.library import Entry, Library
from generator.language import Language
from generator.links import Addresses
from generator.social import Slide, opening_hours
from generator.social.draft import readable, tidy
from generator.social.fields import option_letters
from generator.social.prose import steps
from generator.text import plain, sentences

_SPAN = 2
"""Days that a span of time has."""
_SENTENCES = 3
"""How many sentences of an answer without a short one are tried on a card, at most."""
_COVER_LABELS = {
    "steps": "steps",
    "checklist": "checklist",
    "quiz": "quiz",
    "myth": "fact_label",
    "tip": "tip",
    "did_you_know": "did_you_know",
    "changed": "changed_label",
    "ask_before": "season",
}
"""Format of a post -> the phrase above its first picture; questions are often asked."""
_FACT = re.compile(r"\{\{\s*([a-z]\w*)\s*\}\}")
_LISTED = re.compile(r"(?:(?P<number>\d+)\.|(?P<letter>[A-DА-Г])\)|•)\s+(?P<text>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An entry and what its cards say besides it."""

    entry: Entry
    library: Library
    addresses: Addresses

    @property
    def language(self) -> Language:
        """The card's."""
        return self.library.languages[self.entry.lang]

    @property
    def url(self) -> str:
        """Where the answer stands."""
        return self.addresses.absolute(self.addresses.entry(self.entry.id, self.entry.lang))

    def words(self, *, items: tuple[Item, ...] = (), code: str = "", **texts: str | tuple[str, ...]) -> Words:
        """What every card says, with what a kind says itself; a role without text is left out."""
        printed = self.library.printed.get(self.entry.lang, {})
        return Words(
            texts=_roles(
                brand=self.library.settings.name,
                topic=tuple(_topics(self.library.topic_title(self.entry.topic, self.entry.lang), self.language)),
                **{"address": readable(self.url), "question": tidy(self.entry.question), **texts},
            ),
            items=items,
            highlights=tuple(sorted({printed[name] for name in self.entry.facts if name in printed})),
            code=code,
        )

    @property
    def answers(self) -> tuple[str, ...]:
        """The short answer, or the long one's first sentences, fewer and fewer; lists and tables make no card."""
        if self.entry.short:
            return (tidy(self.entry.short),)
        parts = sentences(plain(self.entry.body).partition("\n")[0])[:_SENTENCES]
        return tuple(_shorter(" ".join(parts)))


def of_entry(says: str, given: Given) -> Words | None:
    """What a card of an entry says; None where the entry has no words for it.

    `says` is a kind of card, or `did_you_know` for a tip and `steps` for a checklist that say just that.
    Raises KeyError for another.
    """
    return _MAKERS[says](given)


def kinds(given: Given) -> tuple[str, ...]:
    """The kinds of cards that an entry has words for."""
    return tuple(kind for kind in _MAKERS if kind not in _SPECIAL and of_entry(kind, given))


def of_slide(kind: str, slide: Slide, number: str, given: Given, post: str = "") -> Words:
    """What one picture of a carousel of a kind of post says. The lines of a list become rows below what leads to it."""
    title, text = tidy(slide.title), tidy(slide.text)
    if kind == "cover" and not listed(text):
        return given.words(address="", question=title, text=text, label=_cover_label(post, given.language))
    before, items = _listed_below(text)
    if len(items) == 1 and not before and not title:
        (row,) = items
        if kind == "slide":
            return given.words(title=row.text, number=number, label=f"{row.label}." if row.label else "")
        before, items = text, ()
    heading, text = (title, before) if title else (before, "")
    question = tidy(given.entry.question)
    if kind == "cover":
        label = _cover_label(post, given.language)
        return given.words(address="", question=heading or question, items=items, label=label)
    if kind == "summary":
        heads = (title,) if title else (*_shorter(heading), question)
        return given.words(title=heads, text=text, number=number, items=items)
    return given.words(title=heading, text=text, number=number, items=items)


def _shorter(text: str) -> Iterator[str]:
    """A text, and what is left of it without its last sentences, one more each time."""
    parts = sentences(text)
    return (" ".join(parts[:count]) for count in range(len(parts), 0, -1))


def _topics(title: str, language: Language) -> Iterator[str]:
    """A topic's title, and what is left of it where it names several things: `Returns and refunds`, `Returns`."""
    yield title
    for joint in reversed(list(_joints(language.locale).finditer(title))):
        yield title[: joint.start()]


@functools.cache
def _joints(locale: str) -> re.Pattern[str]:
    """What stands between things that are named one after the other: signs, and the language's `and`."""
    both: str = Locale.parse(locale).list_patterns["standard"]["2"]
    word = re.escape(both.replace("{0}", "").replace("{1}", "").strip())
    return re.compile(rf"(?<=\w)(?:\s+(?:{word}|[&+/|(–—-])\s*\b|[,;:]\s+)")


def _listed_below(text: str) -> tuple[str, tuple[Item, ...]]:
    """A text, and the list that ends it."""
    lines = text.split("\n")
    start = next((n for n in range(len(lines)) if listed("\n".join(lines[n:]))), len(lines))
    return "\n".join(lines[:start]).strip(), listed("\n".join(lines[start:])) if start < len(lines) else ()


def of_page(title: str, description: str, url: str, brand: str, language: Language) -> Words:
    """What the preview of a page says that is no entry's."""
    said = {"question": tidy(title), "text": tidy(description), "label": language.say("cards", "pages")}
    return Words(texts=_roles(brand=brand, address=readable(url), **said))


def listed(text: str) -> tuple[Item, ...]:
    """The rows of a list, numbered or not; none of a text that is no list."""
    found = [_LISTED.fullmatch(line) for line in tidy(text).split("\n")]
    return (
        tuple(Item(text=row["text"], label=row["number"] or row["letter"] or "") for row in found if row)
        if all(found)
        else ()
    )


def _roles(**texts: str | tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Role -> its candidates, without roles that have none."""
    candidates = {role: (text,) if isinstance(text, str) else text for role, text in texts.items()}
    return {role: kept for role, given in candidates.items() if (kept := tuple(filter(None, given)))}


def _question(given: Given) -> Words:
    return given.words()


def _qa(given: Given) -> Words | None:
    return given.words(answer=given.answers) if given.answers else None


def _tip(given: Given) -> Words | None:
    return _remark("tip", given.entry.tip, given)


def _did_you_know(given: Given) -> Words | None:
    return _remark("did_you_know", given.entry.posts.did_you_know, given)


def _remark(label: str, text: str, given: Given) -> Words | None:
    return given.words(text=tidy(text), label=given.language.say("cards", label)) if text else None


def _cover(given: Given) -> Words:
    """Without an address, which stands on the last page."""
    return given.words(address="", label=_cover_label("steps" if steps(given.entry) else "", given.language))


def _cover_label(post: str, language: Language) -> str:
    """What stands above the question; above a fact only that it is one."""
    return language.say("cards", _COVER_LABELS.get(post, "often_asked"))


def _slide(given: Given) -> Words | None:
    """The first step, as the first page behind the cover would say it."""
    rows = listed(steps(given.entry))
    return given.words(title=rows[0].text, label="1.", number=f"2/{len(rows) + 2}") if rows else None


def _summary(given: Given) -> Words | None:
    rows = listed(steps(given.entry))
    return given.words(title=tidy(given.entry.question), items=rows) if rows else None


def _myth(given: Given) -> Words | None:
    if given.entry.myth is None:
        return None
    fact, myth, why = map(tidy, given.entry.myth)
    return given.words(fact=fact, myth=myth, why=why)


def _figure(given: Given) -> Words | None:
    """The one amount of the short answer's first sentence; where it names two, neither leads."""
    entry = given.entry
    first = next(iter(sentences(entry.short)), "") if entry.facts else ""
    printed, figures = given.library.printed.get(entry.lang, {}), given.library.figures.get(entry.lang, {})
    named = [name for name in dict.fromkeys(_FACT.findall(entry.written[1])) if printed.get(name, "\0") in first]
    if len(named) != 1 or named[0] not in figures:
        return None
    figure, unit = figures[named[0]]
    return given.words(figure=figure, unit=unit, answer=given.answers)


def _checklist(given: Given) -> Words | None:
    rows = tuple(Item(text=tidy(text)) for text in given.entry.posts.checklist)
    return given.words(items=rows) if rows else None


def _steps(given: Given) -> Words | None:
    rows = listed(steps(given.entry))
    return given.words(items=rows, label=given.language.say("cards", "steps")) if rows else None


def _quiz(given: Given) -> Words | None:
    quiz = given.entry.posts.quiz
    if quiz is None:
        return None
    letters = option_letters(given.language)
    rows = tuple(Item(text=tidy(text), label=letter) for letter, text in zip(letters, quiz.options, strict=False))
    return given.words(question=tidy(quiz.question), items=rows)


def _season(given: Given) -> Words | None:
    """With the two days that the short answer names; one is no season.

    The entry's own season is when to post, not when it holds.
    """
    if given.entry.meta.season is None:
        return None
    printed, short = given.library.printed.get(given.entry.lang, {}), given.entry.short
    named = dict.fromkeys(_FACT.findall(given.entry.written[1]))
    days = [printed[name] for name in named if name in given.library.days and printed.get(name, "\0") in short]
    return given.words(answer=given.answers, dates=" – ".join(days) if len(days) == _SPAN else "")


def _hours(given: Given) -> Words | None:
    """The code leads to the answer, since hours change and a printed card does not."""
    rows = opening_hours.rows(given.library, given.language) if given.entry.meta.tells_hours else []
    if not rows:
        return None
    items = [Item(text=times, label=days) for days, times in rows]
    zone, ways = opening_hours.zone(given.library, given.language), opening_hours.ways(given.library)
    candidates = tuple(" · ".join(ways[:count]) for count in range(len(ways), 0, -1))
    return given.words(items=(*items, *([Item(text=zone)] if zone else [])), contact=candidates, code=given.url)


def _changed(given: Given) -> Words | None:
    changed = tidy(given.entry.posts.changed)
    return given.words(changed=changed, answer=tidy(given.entry.short)) if changed else None


_MAKERS: Mapping[str, Callable[[Given], Words | None]] = {
    "question": _question,
    "qa": _qa,
    "tip": _tip,
    "did_you_know": _did_you_know,
    "cover": _cover,
    "slide": _slide,
    "summary": _summary,
    "myth": _myth,
    "figure": _figure,
    "checklist": _checklist,
    "steps": _steps,
    "quiz": _quiz,
    "hours": _hours,
    "season": _season,
    "changed": _changed,
}
_SPECIAL = frozenset({"did_you_know", "steps"})
"""What a kind says that is called otherwise: a tip and a checklist."""
KINDS = tuple(kind for kind in _MAKERS if kind not in _SPECIAL)
"""All kinds of cards, in the order in which people look at them."""
