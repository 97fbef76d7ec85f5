"""How large each text of a stack can be: every way to set it, of which the cheapest that fits is taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from generator.cards import listing, rows
from generator.cards.listing import Listed
from generator.cards.paragraph import Fitted, Paragraph
from generator.cards.setting import Setting
from generator.cards.surfaces import HAIRLINE
from generator.cards.template import (
    Area,
    BesideSlot,
    ItemsSlot,
    LineSlot,
    PanelSlot,
    PartSlot,
    ProgressSlot,
    RowSlot,
    Slot,
    SpaceSlot,
    TextSlot,
)

Chosen: TypeAlias = tuple[Paragraph, Fitted] | Listed
"""A text at one size, or all items at one."""

_ENDLESS = float("inf")
_FIXED = (RowSlot, ProgressSlot, LineSlot, SpaceSlot, PartSlot)
"""Slots whose height no text changes."""
_SHORT = 2
"""Lines of a text that may take the larger sizes."""


class Option(NamedTuple):
    """A way to set a stack: what it measures, what it costs, and the choice for each text slot in order."""

    height: float
    cost: float
    chosen: tuple[Chosen, ...] = ()


def shown(stack: Iterable[Slot], setting: Setting) -> tuple[Slot, ...]:
    """The slots that have something to show."""
    return tuple(kept for slot in stack if (kept := _shown(slot, setting)))


def applies(part: Slot | Area, setting: Setting) -> bool:
    """Whether what a slot or area depends on is there, or not there."""
    return (not part.when or setting.has(part.when)) and not (part.unless and setting.has(part.unless))


def _shown(slot: Slot, setting: Setting) -> Slot | None:
    if not applies(slot, setting):
        return None
    if isinstance(slot, (PanelSlot, BesideSlot)):
        inner = shown(slot.stack, setting)
        if isinstance(slot, BesideSlot) and not rows.is_shown(slot.start, setting):
            return None
        alone = isinstance(slot, BesideSlot) and not slot.stack
        return replace(slot, stack=inner) if inner or alone else None
    empty = (
        (isinstance(slot, TextSlot) and not any(setting.texts.get(role or "") for role in (slot.text, slot.phrase)))
        or (isinstance(slot, ItemsSlot) and not setting.items)
        or (isinstance(slot, ProgressSlot) and not rows.steps(setting))
        or (isinstance(slot, RowSlot) and not rows.has_content(slot, setting))
    )
    return None if empty else slot


def fit(stack: Sequence[Slot], width: int, height: float, setting: Setting) -> tuple[tuple[Chosen, ...], float] | None:
    """A choice for every text, cheapest together, and the height for one unit of `grow`; None where nothing fits."""
    for cheapest in (True, False):
        found = [o for o in options(stack, width, setting, height, cheapest=cheapest) if o.height <= height]
        if found:
            best = min(found, key=lambda option: option.cost)
            return best.chosen, (height - best.height) / (_grow(stack) or 1)
    return None


def options(
    stack: Sequence[Slot], width: int, setting: Setting, room: float = _ENDLESS, *, cheapest: bool = False
) -> list[Option]:
    """Every way to set a stack that no other beats in both height and cost, cheapest first.

    What is higher than `room` together with the smallest type elsewhere may be missing. With `cheapest` there is but
    one, the cheapest of every slot: nearly always they fit together, and then no others need be looked for.
    """
    fixed = sum(setting.gap(slot.above) for slot in stack[1:]) + sum(_fixed(slot, setting) for slot in stack)
    found = [Option(fixed, 0)]
    least = [_smallest(slot, setting) for slot in stack]
    taken = fixed + sum(least)
    for slot, own in zip(stack, least, strict=True):
        if not isinstance(slot, _FIXED):
            ways = list(_options(slot, width, setting, room - taken + own, cheapest=cheapest))
            if cheapest:
                ways = sorted(ways, key=lambda option: (option.cost, option.height))[:1]
            found = _best(
                Option(one.height + other.height, one.cost + other.cost, (*one.chosen, *other.chosen))
                for one in found
                for other in ways
            )
    return found


def _best(candidates: Iterable[Option]) -> list[Option]:
    kept: list[Option] = []
    for option in sorted(candidates, key=lambda option: (option.cost, option.height)):
        if not kept or option.height < kept[-1].height:
            kept.append(option)
    return kept


def _options(
    slot: Slot, width: int, setting: Setting, room: float = _ENDLESS, *, cheapest: bool = False
) -> Iterator[Option]:
    if isinstance(slot, TextSlot):
        for prose, fitted in _scale(slot, width, setting, room, cheapest):
            yield Option(setting.height(prose, fitted), fitted.cost, ((prose, fitted),))
    elif isinstance(slot, ItemsSlot):
        for listed in listing.scale(slot, width, setting):
            yield Option(listed.height, listed.cost, (listed,))
    elif isinstance(slot, PanelSlot):
        across, down = padding(slot, setting)
        inner = width - across[0] - across[1]
        for option in options(slot.stack, inner, setting, room - 2 * down, cheapest=cheapest):
            yield Option(option.height + 2 * down, option.cost, option.chosen)
    elif isinstance(slot, BesideSlot):
        item = rows.measured(slot.start, setting)
        inner = width - item.width - setting.gap(slot.space)
        for option in options(slot.stack, inner, setting, room, cheapest=cheapest):
            yield Option(max(option.height, item.height), option.cost, option.chosen)


def padding(slot: PanelSlot, setting: Setting) -> tuple[tuple[int, int], int]:
    """What a panel keeps free: where reading begins and ends, and above and below."""
    across, down = map(setting.gap, slot.padding) if slot.padding else (0, 0)
    return (across + (setting.size("bar") if slot.bar else 0), across), down


def _smallest(slot: Slot, setting: Setting) -> float:
    """The height of a text of one line in the smallest type, as the least that it takes."""
    return setting.canvas.scales[slot.scale][-1] * setting.cap_height if isinstance(slot, TextSlot) else 0.0


def _fixed(slot: Slot, setting: Setting) -> int:
    if isinstance(slot, (RowSlot, ProgressSlot)):
        return setting.size(slot.height)
    return HAIRLINE if isinstance(slot, LineSlot) else 0


def _scale(
    slot: TextSlot,
    width: int,
    setting: Setting,
    room: float,
    cheapest: bool,  # noqa: FBT001
) -> list[tuple[Paragraph, Fitted]]:
    """The sizes worth trying; a text that is no prose takes the first that keeps it shortest."""
    prose = setting.content(slot)
    if prose is None:
        return []
    if prose.style.breaking not in {"none", "address"}:
        return [(prose, fit) for fit in _fits(prose, slot, width, setting, room, cheapest=cheapest)]
    shortest = _shortest(_fits(prose, slot, width, setting, room))
    if not shortest and prose.style.breaking == "address":  # the site alone says more than half an address
        prose = setting.prose(prose.role, prose.text.split("/", 1)[0], slot.style)
        shortest = _shortest(_fits(prose, slot, width, setting, room))
    return [(prose, shortest)] if shortest else []


def _shortest(fits: Iterable[Fitted]) -> Fitted | None:
    """The first that takes the fewest lines; none takes fewer than one."""
    found = None
    for fit in fits:
        if found is None or len(fit.spans) < len(found.spans):
            found = fit
        if len(found.spans) == 1:
            break
    return found


def _fits(  # noqa: PLR0913 - all that decides it
    prose: Paragraph, slot: TextSlot, width: int, setting: Setting, room: float, *, cheapest: bool = False
) -> Iterator[Fitted]:
    """Sizes at which it fits; where only the cheapest is asked for, none of which it is known that they cost more.

    Lines are broken for few of the sizes, since that takes time: counting the lines there must be is quick.
    """
    sizes = setting.canvas.scales[slot.scale]
    scales = ((setting.canvas.scales[slot.short] if slot.short else (), _SHORT), (sizes, slot.lines))
    least = _ENDLESS
    for torn in (False, True):  # a torn word costs more than any smaller size, and dictionaries take long to open
        for scale, most in scales:
            for size in scale:
                if prose.is_torn(width / size) is not torn:
                    continue
                lines = prose.least_lines(width / size)
                if lines > most or size * (setting.cap_height + (lines - 1) * prose.leading) > room:
                    continue
                if cheapest and prose.least_cost(size, sizes[0], lines) > least:
                    break
                for fit in prose.fit(width, (size,), most, sizes[0]):
                    least = min(least, fit.cost)
                    yield fit
        if least < _ENDLESS:
            return


def _grow(stack: Sequence[Slot]) -> float:
    """Units that share what height is left over."""
    return sum(slot.grow + (_grow(slot.stack) if isinstance(slot, PanelSlot) else 0) for slot in stack)


def too_long(stack: Sequence[Slot], width: int, setting: Setting) -> str:
    """The role that takes the most height however small it is set, or has no size at all."""
    return max(_least(stack, width, setting), default=(0.0, "head"))[1]


def _least(stack: Sequence[Slot], width: int, setting: Setting) -> Iterator[tuple[float, str]]:
    for slot in stack:
        if isinstance(slot, (TextSlot, ItemsSlot)):
            least = min((option.height for option in _options(slot, width, setting)), default=float("inf"))
            yield least, "items" if isinstance(slot, ItemsSlot) else slot.text or slot.phrase or ""
        elif isinstance(slot, PanelSlot):
            yield from _least(slot.stack, width - sum(padding(slot, setting)[0]), setting)
        elif isinstance(slot, BesideSlot):
            item = rows.measured(slot.start, setting)
            yield from _least(slot.stack, width - item.width - setting.gap(slot.space), setting)
