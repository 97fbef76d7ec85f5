"""JSON as programming interfaces take it, a file a request: its shape is data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.export.post import Post, Value, holds, value, when
from generator.export.target import Made, Request
from generator.export.writing import NOTHING, Directives, as_json, fill, fixed
from generator.problems import Problem


def export(posts: Sequence[Post], request: Request) -> tuple[Made, list[Problem]]:
    """`<channel>/<entry>.<n>.json`; where a thread's parts are requests of their own, `<entry>.<n>-2.json`."""
    tree = {}
    for post in posts:
        parts = post.parts if request.spec.file_per == "part" else (post,)
        for number, one in enumerate(parts, start=1):
            suffix = f"-{number}" if number > 1 else ""
            name = f"{post.draft.channel}/{post.draft.entry}.{post.draft.n}{suffix}.{request.spec.extension}"
            tree[name] = as_json(_fill(request.spec.record, one))
    return Made(files=tree), []


def _fill(shape: Value, post: Post) -> Value:
    return fill(shape, post, _DIRECTIVES)


def _field(shape: Mapping[str, Value], post: Post) -> Value:
    if shape["field"] == "slot":
        return when(post, shape["format"], shape.get("zone", "channel"))
    found = value(post, shape["field"])
    if isinstance(found, str) and shape.get("escape"):
        return found.replace("<", "&lt;")
    return NOTHING if found is None or found == [] else found


def _by_network(shape: Mapping[str, Value], post: Post) -> Value:
    return _fill(shape["by_network"].get(post.draft.network, shape.get("otherwise", NOTHING)), post)


def _when(shape: Mapping[str, Value], post: Post) -> Value:
    return _fill(shape["then"], post) if holds(post, shape["when"]) else NOTHING


def _each_part(shape: Mapping[str, Value], post: Post) -> Value:
    return [_fill(shape["each_part"], part) for part in post.parts]


def _each_image(shape: Mapping[str, Value], post: Post) -> Value:
    return [_fill(shape["each_image"], image) for image in post.images]


_DIRECTIVES: Directives[Post] = {
    "field": _field,
    "by_network": _by_network,
    "when": _when,
    "each_part": _each_part,
    "each_image": _each_image,
    "json": fixed,
}
