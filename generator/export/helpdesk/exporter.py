"""One export for a helpdesk: what goes, what is left out and why, and the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.content.library import Library
from generator.content.placeholders import label
from generator.content.schema.helpdesks import HelpdeskFile
from generator.export.helpdesk.answers import Answer, answers, is_outdated
from generator.export.helpdesk.files import files
from generator.export.helpdesk.syntax import Canned, Written, canned, signs_within, variable
from generator.export.writing import formula, unverified
from generator.files import Tree
from generator.language import Language
from generator.links import Addresses
from generator.problems import Place, Problem, Severity
from generator.replies import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpdeskRequest:
    """What is asked for."""

    name: str
    spec: HelpdeskFile
    languages: Sequence[str] = ()
    """Those that go; all where none is named."""
    blanks: bool = False
    """Whether `[Date]` stands where the helpdesk has no variable, for agents to fill in."""
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    """How replies are greeted and signed in each language."""


def export(library: Library, addresses: Addresses, request: HelpdeskRequest) -> tuple[Tree, list[Problem]]:
    """Files below `<name>/`; replies that would show a hole or another helpdesk's signs are left out and told."""
    wanted = request.languages or tuple(library.languages)
    found = list(answers(library, addresses, wanted, request.wordings))
    written = {answer: _written(answer, request, library.languages) for answer in found}
    whole = [answer for answer in found if len(written[answer]) == len(answer.placeholders)]
    signs = {answer: signs_within(answer, written[answer], request.spec) for answer in whole}
    ready = [canned(answer, written[answer], request.spec) for answer in whole if not signs[answer]]
    problems = _holes(found, written, request) + _signs(signs, request) + _outdated(library, wanted)
    if not ready:
        hint = "write entries or service replies, or choose other languages"
        return {}, [*problems, Problem(Place("faq"), "AA503", "there are no answers to export", hint)]
    tree = files(ready, request.spec, library.languages)
    problems += _formulas(ready, request.spec) + _ids(ready, request) + unverified(request.name, request.spec)
    return {f"{request.name}/{path}": content for path, content in sorted(tree.items())}, problems


def _written(answer: Answer, request: HelpdeskRequest, languages: Mapping[str, Language]) -> Written:
    """Placeholder -> what stands for it, where something can."""
    found = {}
    for placeholder in answer.placeholders:
        text = variable(placeholder, request.spec)
        if text is None and request.blanks:
            text = f"[{label(placeholder, languages[answer.language])}]"
        if text is not None:
            found[placeholder] = text
    return found


def _holes(found: Iterable[Answer], written: Mapping[Answer, Written], request: HelpdeskRequest) -> list[Problem]:
    """One problem for a reply, whatever its languages."""
    problems: dict[str, Problem] = {}
    for answer in found:
        missing = [one.name for one in answer.placeholders if one not in written[answer]]
        if missing and answer.key not in problems:
            message = f"reply '{answer.id}' is left out: {request.spec.label} has nothing for {', '.join(missing)}"
            hint = (
                f"write under 'placeholders' in faq/_data/helpdesks/{request.name}.yml what stands for it, "
                "or have agents fill it in (--blanks)"
            )
            problems[answer.key] = Problem(answer.place, "AA540", message, hint, Severity.WARNING)
    return list(problems.values())


def _signs(signs: Mapping[Answer, Sequence[str]], request: HelpdeskRequest) -> list[Problem]:
    hint = "write the sentence without it"
    return [
        Problem(
            answer.place,
            "AA541",
            f"'{answer.id}' is left out: {request.spec.label} would take '{some[0]}' in it for a sign of its own",
            hint,
            Severity.WARNING,
        )
        for answer, some in signs.items()
        if some
    ]


def _outdated(library: Library, wanted: Sequence[str]) -> list[Problem]:
    left = [entry for entry in library if entry.lang in wanted and is_outdated(entry, library)]
    if not left:
        return []
    many = "1 translation is" if len(left) == 1 else f"{len(left)} translations are"
    message = f"{many} left out: the source says something else since, here '{left[0].id}' in {left[0].lang}"
    hint = "translate the change; 'faq status' lists them"
    return [Problem(left[0].place(), "AA543", message, hint, Severity.WARNING)]


def _formulas(ready: Iterable[Canned], spec: HelpdeskFile) -> list[Problem]:
    tables = {field for file in spec.files if file.kind == "table" for field in file.fields}
    problems = []
    for one in ready:
        cells = {"the title": one.answer.title, "the answer": one.text}
        named = {"the title": "title", "the answer": "text"}
        problems += formula({what: cell for what, cell in cells.items() if named[what] in tables}, one.answer.place)
    return problems


def _ids(ready: Iterable[Canned], request: HelpdeskRequest) -> list[Problem]:
    spec = request.spec
    languages = dict.fromkeys(one.answer.language for one in ready)
    missing = [code for code in languages if code not in spec.ids] if spec.id_of_language else []
    if not missing:
        return []
    message = (
        f"{spec.label} wants a {spec.id_of_language} for each language, and there is none for {', '.join(missing)}"
    )
    hint = f"name them under 'ids' in faq/_data/helpdesks/{request.name}.yml, or fill them in before you upload"
    return [Problem(Place(f"exports/{request.name}"), "AA542", message, hint, Severity.WARNING)]
