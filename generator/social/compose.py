"""From an entry and a network to the text of a post: the longest true answer that fits."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from generator.content.library import Entry
from generator.links import Addresses
from generator.problems import Place, Problem, Severity
from generator.social import captions, ladder, polls, prose, slides, threads
from generator.social.counting import count_alt
from generator.social.draft import Draft, readable, source_hash, tidy, tracked
from generator.social.fields import Given
from generator.social.formats import QUESTION, choose
from generator.social.hashtags import hashtags
from generator.social.kit import Kit
from generator.social.ladder import Fit, Fitted
from generator.social.link_text import shown
from generator.social.material import Material, UnfilledError, material, paragraphs
from generator.social.network import Network
from generator.social.phrases import MissingPhraseError, Voice, turn
from generator.social.slots import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What a template may say: each part whole, any of them empty."""

    format: str
    question: str
    opening: str
    answer: str
    closing: str
    hashtags: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A draft, and how much of its kind's words the network took."""

    draft: Draft
    fit: Fit


def draft(slot: Slot, kit: Kit, kind: str = "") -> tuple[Draft | None, list[Problem]]:
    """The post of a slot, of a kind that the draft already has or whose turn it is; None with a problem."""
    entry = kit.library.by_id[slot.entry][slot.language]
    carousel = kit.networks[slot.network].carousel
    pictures = carousel is not None and carousel.always
    written, problems = write(slot, kit, choose(entry, kit, slot.n, kind, pictures=pictures))
    return written.draft if written else None, problems


def write(slot: Slot, kit: Kit, kind: str) -> tuple[Written | None, list[Problem]]:
    """The post of a slot as one kind; None with AA304 where nothing fits, with AA305 for a faulty template.

    Everything a draft says comes from the entry, the settings or the phrases `posts:` of its language. A kind that
    does not fit gives way to question and answer; an answer is shortened by whole sentences only.
    """
    network = kit.networks[slot.network]
    problems: list[Problem] = []
    kinds = (kind, QUESTION) if network.limit else (QUESTION,)  # a story's card says question and answer
    for name in dict.fromkeys(kinds):
        writer = _Writer(slot, kit, name)
        try:
            fitted = writer.write()
        except MissingPhraseError as error:
            problems.append(_no_phrase(slot.language, error.args[0], name))
            continue
        except UnfilledError as error:
            problems.append(_unfilled(name, *error.args))
            continue
        except (TemplateError, ArithmeticError, TypeError, ValueError, LookupError, RecursionError) as error:
            place = Place(f"data/templates/posts/{writer.template_name}", getattr(error, "lineno", None) or 1)
            message = f"the post template fails: {error}"
            return None, [*problems, Problem(place, "AA305", message, "see the names templates may use")]
        if fitted:
            return Written(draft=writer.draft(fitted), fit=fitted.fit), problems
    return None, problems or [_too_long(kit.library.by_id[slot.entry][slot.language], network)]


def drafts(
    slots: Sequence[Slot], kit: Kit, kinds: Mapping[str, str] | None = None
) -> tuple[tuple[Draft, ...], list[Problem]]:
    """The posts of a plan; slots whose entry is gone (AA306) or does not fit have none.

    `kinds` maps ids of drafts that exist to their formats, which stay.
    """
    made: list[Draft] = []
    problems: list[Problem] = []
    for slot in slots:
        if slot.language not in kit.library.by_id.get(slot.entry, {}) or slot.network not in kit.networks:
            problems.append(_gone(slot))
            continue
        found, more = draft(slot, kit, (kinds or {}).get(slot.id, ""))
        problems += more
        if found:
            made.append(found)
    return tuple(made), list(dict.fromkeys(problems))


def _gone(slot: Slot) -> Problem:
    what = f"'{slot.entry}' in '{slot.language}' for '{slot.network}'"
    message = f"draft '{slot.id}' is planned, but there is no {what} any more"
    hint = "delete the draft's file and its line in faq/_posts.tsv to give the slot to another entry"
    return Problem(Place("faq/_posts.tsv"), "AA306", message, hint, Severity.WARNING)


def _no_phrase(language: str, name: str, kind: str) -> Problem:
    severity = Severity.ERROR if kind == QUESTION else Severity.WARNING
    message = f"the language '{language}' has no phrase '{name}', which posts of the format '{kind}' begin or end with"
    hint = f"write 'posts: {name}_1' into the file of the language, as the package's languages/en.yml has it"
    return Problem(Place(f"data/languages/{language}.yml"), "AA350", message, hint, severity)


def _unfilled(kind: str, phrase: str, placeholder: str) -> Problem:
    message = f"the phrase 'posts: {phrase}' has {{{placeholder}}}, and the format says nothing of it"
    hint = f"write '{{say: {phrase}, with: {{{placeholder}: <field>}}}}'"
    severity = Severity.ERROR if kind == QUESTION else Severity.WARNING
    return Problem(Place(f"data/formats/{kind}.yml"), "AA305", message, hint, severity)


def _too_long(entry: Entry, network: Network) -> Problem:
    message = f"question and link are longer than a post on {network.label} ({network.limit})"
    hint = "shorten the question, or leave the entry out of posts with 'posts: {skip: true}'"
    return Problem(entry.place("question"), "AA304", message, hint, Severity.WARNING)


class _Writer:
    """Everything that is the same for all the lengths tried."""

    def __init__(self, slot: Slot, kit: Kit, kind: str) -> None:
        library = kit.library
        self.slot, self.network, self.kind, self.form = slot, kit.networks[slot.network], kind, kit.formats[kind]
        self.entry = library.by_id[slot.entry][slot.language]
        settings = library.settings
        addresses = Addresses(settings.url, settings.source)
        self.address = addresses.absolute(addresses.entry(self.entry.id, slot.language))
        self.link = tracked(self.address, slot.network, slot.id)
        self.hashtags = hashtags(self.entry, library, self.network)
        self.given = Given(entry=self.entry, library=library)
        informal = settings.informal(slot.language)
        self.voice = Voice(self.given.language, settings.tone, informal, turn(self.entry.id, slot.n))
        self.question = self.given.field("question")
        self.template_name = _template_name(kind, slot.network, kit.templates)
        self.template_source = kit.templates[self.template_name]

    def write(self) -> Fitted | None:
        """The richest text that fits."""
        if not self.network.limit:
            return Fitted(Fit.PICTURE, "", "")
        asked = self.asked()
        if asked:
            return asked
        fitted, deck = self.text(), self.deck
        if deck is None:
            return None if self.always else fitted
        if not deck.whole:
            return replace(fitted, slides=deck.slides) if self.always and fitted else fitted
        if not self.always and fitted and self.is_enough(fitted):
            return fitted
        beside = self.beside(fitted)
        return replace(beside, fit=Fit.CAROUSEL, slides=deck.slides) if beside else None

    def text(self) -> Fitted | None:
        """The richest text that fits, whatever its pictures say."""
        if self.form.answers:
            return ladder.answered(self.words, prose.before_table(self.entry.body), self.network, self.render)
        return ladder.told(self.words, self.network, self.render)

    @property
    def always(self) -> bool:
        """Whether every post of the network is pictures to leaf through."""
        return self.network.carousel is not None and self.network.carousel.always

    @functools.cached_property
    def deck(self) -> slides.Deck | None:
        """Its pictures, where the network takes several and this kind of post can be several."""
        if self.network.carousel is None or self.form.carousel is None:
            return None
        told = slides.Told(
            remark=self.remark,
            full=self.words.full,
            beginning=prose.before_table(self.entry.body),
            field=self.given.field,
            voice=self.voice,
        )
        return slides.deck(self.form.carousel, told, self.network.carousel)

    @property
    def remark(self) -> str:
        """What the format's first line says of the entry."""
        part = self.form.opening[0]
        names = [part] if isinstance(part, str) else [*part.words.values(), *([part.bare] if part.bare else [])]
        return self.given.field(names[0]) if names else ""

    def is_enough(self, fitted: Fitted) -> bool:
        """Whether a text says all, or what somebody wrote as the short answer."""
        return fitted.fit in {Fit.FULL, Fit.THREAD} or (fitted.fit is Fit.SHORT and bool(self.words.short))

    def beside(self, fitted: Fitted | None) -> Fitted | None:
        """The text beside pictures that say it all: how the answer begins, or all of it where they have no alt text."""
        if fitted and not (self.network.alt_taken and captions.is_brief(self.form, self.words.full)):
            return fitted
        answers = captions.answers(self.form, self.words.full, self.given, self.voice)
        return ladder.beside(answers, self.words, self.network, self.render)

    def asked(self) -> Fitted | None:
        """As a poll, where format, entry, network and channel have one."""
        form, quiz, channels = self.form.poll, self.entry.posts.quiz, self.given.library.settings.posts
        if not (form and quiz) or not any(one.polls for one in channels if one.id == self.slot.channel):
            return None
        poll = polls.poll(quiz, self.network)
        if poll is None:
            return None
        gap = threads.PARTING if threads.possible(self.network) else "\n\n"
        answer = gap.join(paragraphs(parts, self.given, self.voice) for parts in (form.asks, form.tells))
        return ladder.asked(self.words, poll, answer, self.network, self.render)

    @functools.cached_property
    def words(self) -> Material:
        """What this kind of post says of the entry."""
        return material(self.form, self.given, self.voice)

    def render(self, opening: str, answer: str, fit: Fit, *, hashtags: bool) -> str:
        """The text by its template."""
        words = _Words(
            format=self.kind,
            question=self.question,
            opening=opening,
            answer=answer,
            closing=self.closing(fit, answer),
            hashtags=self.hashtags if hashtags else "",
            link=shown(self.link, self.network) if self.network.links_clickable else self.link,
        )
        return tidy(_template(self.template_source).render(post=words))

    def closing(self, fit: Fit, answer: str) -> str:
        """Where the answer is: a link, or the address to type where links do not work."""
        whole = self.form.answers and (
            fit in {Fit.FULL, Fit.THREAD, Fit.CAROUSEL} or (answer != "" and answer == self.words.full)
        )
        if not self.network.links_clickable and not self.network.link_beside:
            return self.voice.say("profile_whole" if whole else "profile", address=readable(self.address))
        phrase = "whole" if whole else "more" if self.form.answers else "about"
        return self.voice.say(phrase, link=shown(self.link, self.network))

    def draft(self, fitted: Fitted) -> Draft:
        """The finished value; its hash covers what the draft says and nothing else of the entry."""
        alt = self.alt() if polls.with_picture(fitted.poll, self.network) and not fitted.slides else ""
        tags = self.hashtags if self.hashtags in fitted.text else ""
        used = {"question": self.question, "answer": fitted.answer} | dict(self.words.used)
        return Draft(
            id=self.slot.id,
            channel=self.slot.channel,
            network=self.network.id,
            entry=self.entry.id,
            language=self.slot.language,
            n=self.slot.n,
            slot=self.slot.when,
            text=fitted.text,
            slides=fitted.slides,
            link=self.link,
            alt=alt,
            card=self.network.image.card,
            format=self.kind,
            source_hash=source_hash(used | {"alt": alt, "link": self.link, "hashtags": tags}),
            why=self.slot.why,
            poll=fitted.poll,
        )

    def alt(self) -> str:
        """What the card shows: the question and as much of the answer as the network's alt text takes."""
        if not self.network.image.card:
            return ""
        answer = tidy(self.entry.short) or prose.first(prose.before_table(self.entry.body))
        parts = (*reversed([*prose.beginnings(answer)]), "")
        texts = (" ".join(f"{self.question} {part}".split()) for part in parts)
        return next((text for text in texts if count_alt(text, self.network) <= self.network.alt_max), "")


def _template_name(kind: str, network: str, templates: Mapping[str, str]) -> str:
    """The most special template that there is; question and answer have one that suits all."""
    names = (f"{kind}.{network}.j2", f"{kind}.j2", f"{QUESTION}.{network}.j2")
    return next((name for name in names if name in templates), f"{QUESTION}.j2")


@functools.lru_cache(maxsize=64)
def _template(source: str) -> Template:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)  # plain text, not HTML
    return environment.from_string(source)
