"""What a logo's SVG may hold: shapes and colours, and nothing that runs, loads or looks different elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

_SVG = "http://www.w3.org/2000/svg"
_DRAWN = frozenset(
    {
        *("svg", "g", "defs", "use", "symbol", "title", "desc", "metadata", "style", "clipPath", "mask"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop"),
    }
)
_PLAIN = "save it as a plain SVG: in Inkscape 'Plain SVG', in Illustrator 'Export for screens'"
_REMEDIES = {
    "text": "turn text into paths: each computer would draw it in another typeface",
    "image": "a picture inside is no drawing: name the PNG itself",
}
_FOREIGN_URL = re.compile(r"url\s*\(\s*['\"]?\s*(?!['\"#\s])", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?", re.IGNORECASE)
_MOST_ELEMENTS = 5000


@dataclass(slots=True)
class Drawing:
    """What was found so far."""

    size: tuple[float, float] | None = None
    """Width and height of its `viewBox`."""
    elements: int = 0
    open: list[str] = field(default_factory=list)


class UnfitError(Exception):
    """Why an SVG is no logo: a message, and a remedy."""


def size(content: bytes) -> tuple[float, float]:
    """Width and height in its own units. Raises UnfitError with what is wrong and what to do about it."""
    drawing = Drawing()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = lambda *_: _refuse("has a DOCTYPE, which can hide anything", "delete that line")
    parser.ProcessingInstructionHandler = lambda *_: _refuse("has a processing instruction", "delete the line with <?")
    parser.StartElementHandler = lambda name, attributes: _start(drawing, name, attributes)
    parser.EndElementHandler = lambda _name: drawing.open.pop()
    parser.CharacterDataHandler = lambda text: _styles(text) if drawing.open[-1:] == ["style"] else None
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise UnfitError(f"is no SVG: {expat.ErrorString(error.code)} in line {error.lineno}", _PLAIN) from None
    except (ValueError, LookupError):  # an encoding that nobody knows
        raise UnfitError("is no SVG: its encoding is not known", "save it as UTF-8") from None
    if drawing.size is None:
        raise UnfitError("has no viewBox, so it cannot be scaled", 'write viewBox="0 0 <width> <height>" into <svg>')
    return drawing.size


def _start(drawing: Drawing, name: str, attributes: dict[str, str]) -> None:
    namespace, _, element = name.rpartition(" ")
    drawing.elements += 1
    if drawing.elements > _MOST_ELEMENTS:
        _refuse(f"has more than {_MOST_ELEMENTS} elements", "simplify it: a logo is seen small")
    if not drawing.open and (namespace, element) != (_SVG, "svg"):
        _refuse("is no SVG", _PLAIN)
    if namespace == _SVG and element not in _DRAWN:
        _refuse(f"has <{element[:20]}>, which a logo may not have", _REMEDIES.get(element, _PLAIN))
    if namespace != _SVG and "metadata" not in drawing.open and not _is_editors(namespace):
        _refuse(f"has <{element[:20]}>, which is no SVG", _PLAIN)
    for attribute, value in attributes.items():
        _attribute(attribute.rpartition(" ")[2], value)
    if not drawing.open:
        drawing.size = _view(attributes.get("viewBox", ""))
    drawing.open.append(element)


def _is_editors(namespace: str) -> bool:
    """Notes that drawing programs leave for themselves."""
    return any(name in namespace for name in ("inkscape", "sodipodi"))


def _attribute(name: str, value: str) -> None:
    if name.lower().startswith("on"):
        _refuse(f"has a script ({name[:20]})", _PLAIN)
    if name in {"href", "src", "base"} and not value.strip().startswith("#"):
        _refuse(f"loads something from elsewhere ({value.strip()[:40]})", "a logo holds all that it shows")
    if name == "style" or "(" in value:
        _styles(value)


def _styles(text: str) -> None:
    if "\\" in text or "@import" in text.lower() or _FOREIGN_URL.search(text):
        _refuse("has a style that could load something from elsewhere", "a logo holds all that it shows")


def _view(text: str) -> tuple[float, float] | None:
    numbers = [float(n) for n in text.replace(",", " ").split() if _NUMBER.fullmatch(n)]
    return (numbers[2], numbers[3]) if len(numbers) == 4 and numbers[2] > 0 and numbers[3] > 0 else None


def _refuse(message: str, hint: str) -> None:
    raise UnfitError(message, hint)
