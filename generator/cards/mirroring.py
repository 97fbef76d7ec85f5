"""A whole card turned over for languages that are read from right to left, and operations moved down."""

from __future__ import annotations

from dataclasses import replace

from generator.cards.drawing import Box, Code, Icon, Layout, Operation, Picture, Shadow, Text


def mirrored(layout: Layout) -> Layout:
    """Everything as far from the right edge as it was from the left; letters and pictures stay as they are."""
    turned = tuple(replace(each, x=layout.width - each.x - _width(each)) for each in layout.operations)
    return replace(layout, operations=turned)


def _width(operation: Operation) -> int:
    if isinstance(operation, Icon):
        return operation.size
    if isinstance(operation, Code):
        return operation.module * len(operation.rows)
    return operation.width


def moved(operation: Operation, down: int) -> Operation:
    """The same further down."""
    if isinstance(operation, Text):
        lines = tuple(line._replace(baseline=line.baseline + down) for line in operation.lines)
        return replace(operation, y=operation.y + down, lines=lines)
    if isinstance(operation, (Box, Code, Icon, Picture, Shadow)):
        return replace(operation, y=operation.y + down)
    raise TypeError(operation)
