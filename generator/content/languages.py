"""Which languages the site has: those of faq.yml, and Serbian's second script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.content.organisation import Settings
from generator.content.schema.languages import LanguageFile
from generator.language import Language, in_latin, is_cyrillic
from generator.latin import Spelling
from generator.problems import Place, Problem

SERBIAN = "sr"
SERBIAN_LATIN = "sr-Latn"


def site_languages(
    files: Mapping[str, LanguageFile], settings: Settings, questions: Mapping[str, Sequence[str]]
) -> tuple[dict[str, Language], list[Problem]]:
    """Code -> language in the site's order; `questions` by language tell in which script Serbian is written.

    Serbian in Cyrillic gets a Latin sister; a Serbian FAQ written in Latin stays Latin and gets none.
    """
    languages: dict[str, Language] = {}
    problems: list[Problem] = []
    for code in settings.languages:
        base = code.split("-")[0]
        if base not in files:
            known = ", ".join(sorted(files))
            hint = f"known are {known}; another one needs faq/_data/languages/{base}.yml"
            problems.append(Problem(Place("faq/faq.yml"), "AA103", f"there is no language file for '{code}'", hint))
            continue
        language = _language(code, files[base], settings)
        written = questions.get(code, ())
        if base == SERBIAN and (code == SERBIAN_LATIN or (written and not is_cyrillic(" ".join(written)))):
            languages[code] = in_latin(language, code=code)
            continue
        languages[code] = language
        if code == SERBIAN and SERBIAN_LATIN not in settings.languages:
            languages[SERBIAN_LATIN] = in_latin(language, code=SERBIAN_LATIN)
    return languages, problems


def unknown_language(place: Place, lang: str, settings: Settings) -> Problem:
    """AA103 for a language that faq.yml does not list."""
    hint = f"languages are {', '.join(settings.languages)}; add '{lang}' to 'languages' in faq/faq.yml"
    return Problem(place, "AA103", f"the language '{lang}' is not one of this FAQ", hint)


def _language(code: str, file: LanguageFile, settings: Settings) -> Language:
    own = settings.latin_words if code.startswith(SERBIAN) else {}
    words = {stem.lower(): (stem, word) for stem, word in [*file.latin.words.items(), *own.items()]}
    return Language(
        code=code,
        tag=file.tag,
        locale=file.locale,
        name=file.name,
        theme=file.theme,
        script=file.script,
        direction=file.direction,
        alphabet=tuple(file.alphabet.split()),
        latin_alphabet=tuple(file.latin.alphabet.split()),
        units={unit: {str(k): v for k, v in forms.items()} for unit, forms in file.units.items()},
        phrases={
            str(room): {k: v if isinstance(v, str) else {str(c): t for c, t in v.items()} for k, v in keys.items()}
            for room, keys in file.phrases.items()
        },
        typography=dict(file.typography),
        spelling=Spelling(words=tuple(sorted(words.values())), endings=tuple(sorted(file.latin.endings))),
    )
