"""New files for authors: a whole small FAQ, and single entries."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from string import Template

import frontmatter

from generator.content.edit import set_key
from generator.content.languages import unknown_language
from generator.content.library import Library
from generator.content.schema.base import is_id
from generator.content.schema.entry import SOURCE_ONLY
from generator.content.schema.languages import LanguageFile
from generator.content.source import read_markdown
from generator.content.translations import of_entry, of_file
from generator.language import pick
from generator.problems import Place, Problem

LANGUAGES = ("en", "hr", "sr", "sl", "cs", "bg")
"""What `faq init` writes without being told: the languages its sample entry exists in."""

_SHARED_LINE = re.compile(rf"^(?:{'|'.join(sorted(SOURCE_ONLY))}):.*\n", re.MULTILINE)
_TEAM = {
    "en": "Customer care",
    "hr": "Služba za korisnike",
    "sr": "Служба за кориснике",
    "sl": "Pomoč uporabnikom",
    "cs": "Péče o zákazníky",
    "bg": "Обслужване на клиенти",
}
_TOPIC = {"en": "About us", "hr": "O nama", "sr": "О нама", "sl": "O nas", "cs": "O nás", "bg": "За нас"}
_CHANNELS = (
    ("facebook", "facebook_page", ("mon 09:00", "thu 17:00")),
    ("instagram", "instagram_feed", ("wed 18:00",)),
    ("linkedin", "linkedin_page", ("tue 08:30",)),
    ("x", "x", ("fri 12:00",)),
)


_HIDDEN = frozenset({"gitignore", "gitattributes"})
"""Files that Git would take for our own if they had their dot here."""


def new_project(samples: Mapping[str, str], languages: Sequence[str], name: str) -> dict[str, bytes]:
    """A small FAQ in the wanted languages, from the package's sample files (path -> text)."""
    values = {
        "name": _quoted(name if name.strip() else "Our FAQ"),
        "languages": ", ".join(languages),
        "team_names": _by_language(_TEAM, languages),
        "topic_titles": _by_language(_TOPIC, languages),
        "channels": "\n".join(
            f"  - {{id: {id_}-{code}, network: {network}, language: {code}, slots: [{', '.join(map(_quoted, slots))}]}}"
            for code in languages
            for id_, network, slots in _CHANNELS
        ),
    }
    tree = {}
    for path, text in samples.items():
        found = re.search(r"\.([a-z]{2,3})\.md$", path)
        if found and found[1] not in languages:
            continue
        target = f".{path}" if path in _HIDDEN else path
        made = _entry_sample(samples, path, languages[0]) if found else Template(text).safe_substitute(values)
        tree[target] = made.encode()
    return tree


def _entry_sample(samples: Mapping[str, str], path: str, source: str) -> str:
    """A sample entry; what the English sample says for all languages moves to the one that is written first."""
    stem, lang, _ = path.rsplit(".", 2)
    text = _SHARED_LINE.sub("", samples[path])
    if lang != source:
        original, _ = read_markdown(samples[f"{stem}.{source}.md"], path)
        return set_key(text, "source", of_file(original)) or text
    shared = "".join(_SHARED_LINE.findall(samples[f"{stem}.en.md"]))
    return text.replace("\n---\n", f"\n{shared}---\n", 1)


def usable_languages(wanted: Sequence[str], files: Mapping[str, LanguageFile]) -> list[Problem]:
    """What stands against a new FAQ in these languages."""
    place = Place("faq/faq.yml")
    unknown = [code for code in wanted if code not in files]
    if unknown:
        return [
            Problem(
                place, "AA103", f"there is no language file for {', '.join(unknown)}", f"known are {', '.join(files)}"
            )
        ]
    if wanted[0] not in LANGUAGES:
        return [
            Problem(
                place, "AA103", f"no sample entry is written in '{wanted[0]}'", f"begin with {', '.join(LANGUAGES)}"
            )
        ]
    return []


def new_entry(  # noqa: PLR0913 - each is a part of the file
    library: Library, id_: str, topic: str, lang: str, question: str, *, also: Sequence[str] = ()
) -> tuple[dict[str, bytes], list[Problem]]:
    """The file of a new entry, or of a translation of one that exists; path -> content.

    A translation begins with the words of its source as they are written, so facts stay facts.
    """
    settings = library.settings
    place = Place(f"faq/{topic or '<topic>'}/{id_}.{lang}.md")
    if not is_id(id_):
        hint = "use up to 80 letters a-z, digits, '-' and '_', like delivery-time"
        return {}, [Problem(place, "AA012", f"'{id_}' cannot be an id", hint)]
    if lang not in settings.languages:
        return {}, [unknown_language(place, lang, settings)]
    if taken := _taken(library, id_, lang):
        return {}, [taken]
    original = library.by_id.get(id_, {}).get(settings.source)
    if lang != settings.source and original is None:
        return {}, [Problem(place, "AA104", f"there is no {id_}.{settings.source}.md to translate", "write it first")]
    home = original.topic if original else topic
    if home not in library.topics:
        hint = f"topics are {', '.join(library.topics)}; a new one is a folder with a _topic.yml"
        return {}, [Problem(place, "AA102", f"there is no topic '{home}'", hint)]
    asked, short, body = original.written if original else (id_.replace("-", " ").capitalize() + "?", "", "")
    post = frontmatter.Post(body)
    post["question"] = _one_line(question).strip() or asked
    if short:
        post["short"] = short
    if also:
        post["also_asked"] = [_one_line(words).strip() for words in also]
    if not original and library.topics[home].owner:
        post["owner"] = library.topics[home].owner
    text = frontmatter.dumps(post, sort_keys=False, allow_unicode=True, width=1_000_000)
    if original:
        text = set_key(text, "source", of_entry(original)) or text
    return {f"faq/{home}/{id_}.{lang}.md": (text + "\n").encode()}, []


def _taken(library: Library, id_: str, lang: str) -> Problem | None:
    """An entry that is there, or whose id differs only in capitals: on some disks the two would be one file."""
    for known, by_lang in library.by_id.items():
        if known == id_ and lang in by_lang:
            return Problem(by_lang[lang].place(), "AA101", f"'{id_}' exists in '{lang}' already")
        if known != id_ and known.lower() == id_.lower():
            place = next(iter(by_lang.values())).place()
            return Problem(place, "AA101", f"there is '{known}' already, which differs only in capitals")
    return None


def _by_language(texts: Mapping[str, str], languages: Sequence[str]) -> str:
    return ", ".join(f"{code}: {_quoted(pick(texts, code, 'en'))}" for code in languages)


def _quoted(text: str) -> str:
    """A text as a YAML string, whatever it holds."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_one_line(escaped)}"'


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
