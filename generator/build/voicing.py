"""How a project sounds: the rules of voice over its entries, its service replies and the drafts that may go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import social
from generator.build.project import DRAFTS, Project
from generator.content.library import Entry, Reply
from generator.content.markup import position
from generator.content.schema.voice import RuleName, VoiceFile
from generator.content.source import decode, read_markdown
from generator.language import Language
from generator.problems import Place, Problem, Severity
from generator.social import Draft
from generator.text import shortened
from generator.voice import CODES, Finding, Voice

SAYS: Mapping[RuleName, str] = {
    "robot": "“{words}” sounds like an office",
    "promise": "“{words}” promises what nobody can be sure to keep",
    "vague": "“{words}” says no time",
    "blame": "“{words}” blames or argues",
    "shouting": "“{words}” shouts",
    "past": "“{words}” tells of another customer, or names somebody",
    "links": "“{words}” does not say where the link leads",
    "length": "a sentence has more than {most} words: {words}",
    "order": "the answer does not come first: “{words}”",
    "next_step": "the reply does not say how it goes on",
    "avoid": "“{words}” is not how this organisation speaks",
}
_TIMED = frozenset({"link", "date", "time", "days"})
"""Placeholders that tell a customer how it goes on."""
_SHOWN = 60


def voices(project: Project) -> Mapping[str, Voice]:
    """Code of a site language -> how to sound in it."""
    return {code: _voice(project, language) for code, language in project.library.languages.items()}


def check(project: Project) -> list[Problem]:
    """Everything in entries, service replies and drafts that is better said otherwise."""
    spoken = voices(project)
    library = project.library
    written = library.settings.languages  # the Latin sisters of Serbian texts would repeat every problem
    problems = [one for text in library if text.lang in written for one in of_entry(text, spoken[text.lang])]
    problems += [one for text in library.replies if text.lang in written for one in of_reply(text, spoken[text.lang])]
    open_drafts = (draft for draft in project.drafts if draft.state in social.OPEN_STATES)
    return problems + of_drafts(project, open_drafts, spoken)


def of_entry(entry: Entry, voice: Voice) -> Iterator[Problem]:
    """An entry as its author wrote it, facts not filled in: places are exact."""
    question, short, body = entry.written
    for key, text, found in (
        ("question", question, voice.check(question, "question", markdown=False)),
        ("short", short, voice.check(short, "short")),
    ):
        for one in found:
            yield _problem(one, text, entry.place(key, words=text[one.start : one.end]), voice)
    for one in voice.check(body, "answer" if short else "opening"):
        yield _problem(one, body, _within(entry.path, entry.body_line, body, one), voice)


def of_reply(reply: Reply, voice: Voice) -> Iterator[Problem]:
    """A service reply; its placeholders may be the link or the time that lead on."""
    leads_on = any(kind in _TIMED and name in reply.written for name, kind in reply.fields.items())
    for one in voice.check(reply.written, "reply", leads_on=leads_on):
        yield _problem(one, reply.written, _within(reply.path, reply.body_line, reply.written, one), voice)


def of_drafts(project: Project, drafts: Iterable[Draft], spoken: Mapping[str, Voice]) -> list[Problem]:
    """Drafts as people left them, by the `voices` of the project; what their entry says too is told of the entry."""
    problems: list[Problem] = []
    for draft in drafts:
        voice = spoken.get(draft.language)
        entry = project.library.by_id.get(draft.entry, {}).get(draft.language)
        if voice is None or entry is None:
            continue
        found = voice.check(draft.text, "draft", markdown=False)
        if found:
            own = " ".join(f"{entry.short}\n{entry.body}".split()).lower()
            said = [one for one in found if " ".join(draft.text[one.start : one.end].split()).lower() not in own]
            problems += [_problem(one, draft.text, _in_draft(project, draft, one), voice) for one in said]
    return problems


def _voice(project: Project, language: Language) -> Voice:
    """The words of a language; in Latin letters those of its Cyrillic sister."""
    base = language.code.partition("-")[0]
    words = project.voices.get(language.code) or project.voices.get(base) or VoiceFile()
    own = project.library.settings.voice
    avoid, accept = (named.get(language.code, named.get(base, ())) for named in (own.avoid, own.accept))
    voice = Voice(
        words=words,
        limits=project.limits.of(language),
        common=project.limits.common,
        off=own.allow,
        avoid=avoid,
        accept=accept,
    )
    return voice.in_letters(language.in_latin) if language.script == "Latn" and language.tag.startswith("sr") else voice


def _problem(found: Finding, text: str, place: Place, voice: Voice) -> Problem:
    words = shortened(text[found.start : found.end], _SHOWN)
    message = SAYS[found.rule].format(words=words, most=voice.limits.answer_sentence_words)
    return Problem(place, CODES[found.rule], message, found.instead, Severity.WARNING)


def _within(path: str, first: int, body: str, found: Finding) -> Place:
    line, column = position(body, found.start)
    return Place(path, first + line, column)


def _in_draft(project: Project, draft: Draft, found: Finding) -> Place:
    """In the draft's file, whose text may have been tidied since."""
    path = social.draft_path(draft.channel, draft.entry, draft.n)
    file = f"{DRAFTS}/{path}"
    text = decode(project.draft_files[path], file)[0] if path in project.draft_files else None
    if text is None:
        return Place(file)
    source, _ = read_markdown(text, file)
    at = source.body.find(draft.text.strip())
    return _within(file, source.body_line, source.body, found._replace(start=max(at, 0) + found.start))
