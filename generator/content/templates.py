"""Fill facts into texts: Jinja in a sandbox, every unknown name reported where it stands."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from generator.problems import Place, Problem

_EXPRESSION = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_]\w*")


def environment() -> SandboxedEnvironment:
    """The sandbox for everything that content authors write. `{#` begins no comment: headings carry `{#ids}`."""
    env = SandboxedEnvironment(
        undefined=StrictUndefined,
        comment_start_string="{##",
        comment_end_string="##}",
        keep_trailing_newline=True,
    )
    env.globals.clear()
    env.filters = {name: env.filters[name] for name in ("capitalize", "lower", "upper")}
    return env


_ENVIRONMENT = environment()

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.CondExpr, nodes.Name, nodes.Const, nodes.Getattr,
    nodes.Filter, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.List, nodes.Tuple,
)  # fmt: skip
"""What texts need. Loops, assignments, macros and includes are left out: they could fill the memory or read files."""

_FAILURES = (
    TemplateError, TypeError, ValueError, ArithmeticError, RecursionError, MemoryError, SyntaxError, NameError,
)  # fmt: skip
"""What Jinja and Python's compiler raise for texts they cannot cope with, like hundreds of brackets."""


def _parse(text: str) -> nodes.Template:
    """Raises SecurityError or UndefinedError for syntax and names that texts may not use."""
    tree = _ENVIRONMENT.parse(text)
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            what = type(node).__name__.lower()
            raise SecurityError(f"'{what}' is not available in texts; there are names, if, and, or, not, ==, in")
        if isinstance(node, nodes.Name) and node.name == "self":
            raise UndefinedError("'self' is Jinja's own")
        if isinstance(node, nodes.Const) and isinstance(node.value, str) and not node.value.isprintable():
            raise SecurityError("a quoted text cannot hold invisible characters")
    return tree


@functools.lru_cache(maxsize=4096)
def _expression(text: str) -> tuple[Callable[..., Any], frozenset[str]]:
    """A compiled expression and the names it needs; texts share few expressions, so each is compiled once."""
    names = meta.find_undeclared_variables(_parse("{{" + text + "}}"))
    return _ENVIRONMENT.compile_expression(text, undefined_to_none=False), frozenset(names)


def fill(
    text: str, values: Mapping[str, object], begin: Callable[[], Place], *, keep: frozenset[str] = frozenset()
) -> tuple[str, frozenset[str], list[Problem]]:
    """The text with its `{{ expressions }}` filled, the names they use, and what is wrong (AA030, AA031).

    What cannot be filled stays as it is written, so that other checks find no emptiness that nobody wrote.
    `begin` tells where the text begins; it is asked only when something is wrong. Names in `keep` stay as
    they are written: the placeholders of replies.
    """
    if "{%" not in text and not keep and (filled := _bare_names(text, values)):
        return *filled, []
    place = begin()
    if "{%" in outside_strings(text):
        kept = {name: f"{{{{ {name} }}}}" for name in keep}
        result, names, found_problems = _statements(text, {**values, **kept}, place)
        return result, names - keep, found_problems
    out: list[str] = []
    used: set[str] = set()
    problems: list[Problem] = []
    last = 0
    for found in _EXPRESSION.finditer(text, 0, text.rfind("}}") + 2):  # no search to the end from every opening
        out.append(text[last : found.start()])
        last = found.end()
        inner = found[1].strip()
        if inner in keep:
            out.append(f"{{{{ {inner} }}}}")
            continue
        here = _within(place, text, found.start())
        result, names, problem = _evaluate(inner, values, here)
        used |= names
        out.append(result)
        if problem:
            problems.append(problem)
    rest = text[last:]
    if "{{" in rest:
        here = _within(place, text, last + rest.index("{{"))
        problems.append(Problem(here, "AA031", "'{{' without '}}'", "close it, or write {{ '{{' }} to print it"))
    return "".join([*out, rest]), frozenset(used), problems


def _bare_names(text: str, values: Mapping[str, object]) -> tuple[str, frozenset[str]] | None:
    """Nearly every text has no expressions but known names, and thousands of texts are filled at a time."""
    parts = text.split("{{")
    out, used = [parts[0]], set()
    for part in parts[1:]:
        inner, closed, rest = part.partition("}}")
        name = inner.strip()
        if not closed or name not in values:
            return None
        used.add(name)
        out += [str(values[name]), rest]
    return "".join(out), frozenset(used)


def outside_strings(text: str) -> str:
    """The text without quoted strings inside expressions: `{{ '{%' }}` prints a brace and begins no statement."""
    return re.sub(r"\{\{\s*('[^'\n]*'|\"[^\"\n]*\")\s*\}\}", "", text)


def _evaluate(inner: str, values: Mapping[str, object], place: Place) -> tuple[str, frozenset[str], Problem | None]:
    if inner in values:  # by far the most: a bare name
        return str(values[inner]), frozenset((inner,)), None
    try:
        run, names = _expression(inner)
        return str(run(**values)), names & values.keys(), None
    except UndefinedError:
        return f"{{{{ {inner} }}}}", _named(inner, values), _unknown(inner, values, place)
    except _FAILURES as error:
        message = f"'{{{{ {inner[:60]} }}}}' cannot be filled: {_first_line(error)}"
        return f"{{{{ {inner} }}}}", _named(inner, values), Problem(place, "AA031", message)


def _statements(text: str, values: Mapping[str, object], place: Place) -> tuple[str, frozenset[str], list[Problem]]:
    try:
        names = frozenset(meta.find_undeclared_variables(_parse(text)))
        if unknown := sorted(names - values.keys()):
            problems = [_unknown(name, values, _place_of(name, text, place)) for name in unknown]
            return text, names & values.keys(), problems
        return _ENVIRONMENT.from_string(text).render(values), names, []
    except TemplateSyntaxError as error:
        here = Place(place.path, place.line + error.lineno - 1, 1)
        return text, _named(text, values), [Problem(here, "AA031", f"template: {_first_line(error)}")]
    except _FAILURES as error:
        return text, _named(text, values), [Problem(place, "AA031", f"template: {_first_line(error)}")]


def _place_of(name: str, text: str, place: Place) -> Place:
    """Where a name first stands inside braces."""
    found = re.search(rf"\{{[{{%](?:(?![%}}]\}}).)*?\b({re.escape(name)})\b", text, re.DOTALL)
    return _within(place, text, found.start(1) if found else 0)


def _named(text: str, values: Mapping[str, object]) -> frozenset[str]:
    """What a broken template most likely uses: nobody is told that those facts are not needed."""
    return frozenset(_NAME.findall(text)) & values.keys()


def _unknown(inner: str, values: Mapping[str, object], place: Place) -> Problem:
    found = _NAME.match(inner)
    name = found[0] if found else inner
    if name in values:
        message = f"'{inner}' is not known: a fact has only '.number' besides itself"
        return Problem(place, "AA030", message)
    near = get_close_matches(name, values, 1)
    hint = f"did you mean '{near[0]}'?" if near else "facts stand in faq/facts.yml"
    return Problem(place, "AA030", f"no fact is called '{name}'", hint)


def _within(place: Place, text: str, offset: int) -> Place:
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Place(place.path, place.line + line, column if line else place.column + offset)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120]
