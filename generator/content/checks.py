"""Mistakes that only show when files are seen together. One function, one rule; codes: handbook/problems.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.content.checked import Checked, Rule, texts, unused_facts, warning
from generator.content.library import Entry, Library
from generator.content.link_checks import heading_ids, link_targets, page_names
from generator.content.markup import headings, oddities
from generator.content.review_checks import REVIEW_CHECKS
from generator.content.translations import is_begun_only
from generator.problems import Place, Problem, Severity


def check(library: Library) -> list[Problem]:
    """Every rule over the whole library."""
    written = tuple(e for e in library if e.lang in library.settings.languages)
    of_entry = {(e.id, e.lang): tuple(headings(e.body)) for e in written}
    checked = Checked(library, written, of_entry)
    return [problem for rule in CHECKS for problem in rule(checked)]


def unique_ids(checked: Checked) -> Iterator[Problem]:
    """An id names one entry in the whole FAQ; `A` and `a` would be one file on some disks."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in checked.written:
        known = first.setdefault((entry.id.lower(), entry.lang), entry)
        if known is not entry:
            hint = "rename one of the two, or delete it"
            yield Problem(entry.place(), "AA101", f"'{entry.id}' is already the id of {known.path}", hint)


def topics_exist(checked: Checked) -> Iterator[Problem]:
    """A folder of entries is a topic and needs a title."""
    library = checked.library
    for topic, ids in library.by_topic.items():
        if topic not in library.topics:
            entry = next(iter(library.by_id[ids[0]].values()))
            folder = entry.path.rpartition("/")[0]
            hint = f"write {folder}/_topic.yml with 'title: {{{library.settings.source}: …}}'"
            yield Problem(Place(f"{folder}/_topic.yml"), "AA102", f"the topic '{topic}' has no _topic.yml", hint)


def topic_titles(checked: Checked) -> Iterator[Problem]:
    """Topic titles and owners that are missing or unknown."""
    library = checked.library
    for topic in library.topics.values():
        missing = [code for code in library.settings.languages if code not in topic.titles]
        if missing and topic.titles:
            text = f"the topic '{topic.id}' has no title in {', '.join(missing)}"
            yield warning(Place(topic.path), "AA105", text)
        if topic.owner and topic.owner not in library.settings.teams:
            yield _unknown_team(Place(topic.path), topic.owner)


def translations(checked: Checked) -> Iterator[Problem]:
    """A translation needs its source; a source misses translations."""
    library = checked.library
    source = library.settings.source
    for id_, by_lang in library.by_id.items():
        if source not in by_lang:
            if id_ in library.unreadable:
                continue
            for entry in by_lang.values():
                if entry.lang in library.settings.languages:
                    hint = f"write {id_}.{source}.md beside it, or delete this file"
                    yield Problem(
                        entry.place(), "AA104", f"a translation without its source: no {id_}.{source}.md", hint
                    )
        elif id_ not in library.unreadable:
            gaps = [code for code in library.languages if code in library.settings.languages and code not in by_lang]
            if gaps:
                yield warning(by_lang[source].place(), "AA105", f"'{id_}' is not translated into {', '.join(gaps)}")
            yield from _not_begun(by_lang[source], by_lang.values())


def _not_begun(source: Entry, all_: Iterable[Entry]) -> Iterator[Problem]:
    """Files that `faq new` made to write over, and nobody did."""
    hint = "write over them, or delete the file until somebody does: readers get the source language without it"
    for entry in all_:
        if is_begun_only(entry, source):
            text = f"'{entry.id}' has in {entry.lang} the very words of {source.lang}"
            yield Problem(entry.place(), "AA105", text, hint, Severity.WARNING)


def graded_edits(checked: Checked) -> Iterator[Problem]:
    """Somebody has to say how much an edit of the source concerns its translations."""
    library = checked.library
    for id_ in sorted({id_ for (id_, _), state in library.standing.items() if state.to_grade}):
        entry = library.by_id[id_][library.settings.source]
        hint = f"say it with: faq status grade {entry.id} typo|medium|major"
        text = "the source was edited after it was translated, and nobody said how much"
        yield warning(entry.place(), "AA118", text, hint)


def one_topic(checked: Checked) -> Iterator[Problem]:
    """All languages of an entry lie in one folder."""
    for entry in checked.written:
        source = checked.library.by_id[entry.id].get(checked.library.settings.source)
        if source and entry.topic != source.topic:
            hint = f"move it to faq/{source.topic}/"
            yield Problem(
                entry.place(), "AA104", f"'{entry.id}' lies in the topic '{source.topic}' in {source.lang}", hint
            )


def markup(checked: Checked) -> Iterator[Problem]:
    """HTML and attribute lists: shown as text, because pages carry no foreign code."""
    for text in texts(checked):
        for line, column, what in oddities(text.body):
            place = Place(text.path, text.body_line + line, column)
            yield warning(place, "AA116", f"{what} is shown as text", "write it in Markdown")


def used_facts(checked: Checked) -> Iterator[Problem]:
    """A fact that no text uses is either forgotten or written as a literal somewhere."""
    library = checked.library
    if library.unreadable:  # one of those may use it
        return
    for name, place in unused_facts(library):
        yield warning(place, "AA112", f"no text uses the fact '{name}'", "use it, or delete it")


def same_facts(checked: Checked) -> Iterator[Problem]:
    """A translation uses the facts of its source; other numbers are compared by `faq check` (`proof`)."""
    library = checked.library
    source = library.settings.source
    for entry in checked.written:
        original = library.by_id[entry.id].get(source)
        if original is None or original is entry:
            continue
        if entry.facts != original.facts:
            names = ", ".join(sorted(entry.facts ^ original.facts))
            text = f"this translation and {original.path} do not use the same facts: {names}"
            yield warning(entry.place(), "AA111", text)


def short_answers(checked: Checked) -> Iterator[Problem]:
    """Posts, cards, search and previews need the answer in a sentence or two; an answer needs a body or a short one."""
    for entry in checked.written:
        if not entry.short and not entry.body.strip():
            yield Problem(
                entry.place(), "AA114", "there is no answer: neither 'short' nor a text below the front matter"
            )
        elif not entry.short:
            yield warning(
                entry.place("question"), "AA113", "no 'short' answer: posts and cards take the first sentences"
            )


def owners(checked: Checked) -> Iterator[Problem]:
    """Owners are teams of faq.yml."""
    for entry in checked.written:
        owner = entry.meta.owner
        if entry.lang == checked.library.settings.source and owner and owner not in checked.library.settings.teams:
            yield _unknown_team(entry.place("owner"), owner)


def home_questions(checked: Checked) -> Iterator[Problem]:
    """The questions on the home page exist."""
    library = checked.library
    for id_ in library.settings.home:
        if id_ not in library.by_id and id_ not in library.unreadable:
            yield Problem(Place("faq/faq.yml"), "AA108", f"'home' names '{id_}', which no entry is called")


CHECKS: tuple[Rule, ...] = (
    unique_ids,
    topics_exist,
    topic_titles,
    translations,
    graded_edits,
    one_topic,
    heading_ids,
    link_targets,
    markup,
    used_facts,
    same_facts,
    short_answers,
    owners,
    home_questions,
    page_names,
    *REVIEW_CHECKS,
)


def _unknown_team(place: Place, owner: str) -> Problem:
    return Problem(place, "AA110", f"no team is called '{owner}'", "teams stand in faq/faq.yml")
