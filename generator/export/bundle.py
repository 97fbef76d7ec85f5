"""A ZIP for each channel, for whoever posts by hand: texts, alt texts and pictures to copy and paste."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

from generator.export.post import Post, when
from generator.export.table import by_channel
from generator.export.target import Made, Request
from generator.files import Tree
from generator.problems import Problem
from generator.social.polls import described

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first date a ZIP can hold: the day of the export would make other bytes of the same posts."""
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def export(posts: Sequence[Post], request: Request) -> tuple[Made, list[Problem]]:
    """`<channel>.zip` with a folder for each post, named by its time, so that folders stand in order."""
    suffix = request.spec.extension
    return Made(files={f"{name}.{suffix}": _packed(_folders(some)) for name, some in by_channel(posts).items()}), []


def _folders(posts: Iterable[Post]) -> Tree:
    tree: dict[str, bytes] = {}
    for post in posts:
        folder = f"{when(post, '%Y-%m-%d %H.%M', 'channel')} {post.draft.entry}.{post.draft.n}"
        tree |= {f"{folder}/{name}": content for name, content in _files(post).items()}
    return tree


def _files(post: Post) -> Tree:
    """The post (each part of a thread a file), its alt texts, its poll, its cards and their addresses."""
    parts = post.parts
    names = ["post.txt"] if len(parts) == 1 else [f"post-{number:02}.txt" for number in range(1, len(parts) + 1)]
    tree = {name: part.text.encode("utf-8", "surrogatepass") for name, part in zip(names, parts, strict=True)}
    alone = len(post.alts) == 1
    for number, alt in enumerate(post.alts, start=1):
        tree |= {"alt.txt" if alone else f"{number:02}-alt.txt": alt.encode("utf-8", "surrogatepass")} if alt else {}
    if post.draft.poll:
        tree["poll.txt"] = f"{described(post.draft.poll)}\n".encode("utf-8", "surrogatepass")
    for number, picture in enumerate(post.pictures, start=1):
        if picture.content is not None:
            tree[f"{'card' if alone else f'{number:02}'}.{picture.suffix}"] = picture.content
    if post.pictures:
        name = "card-address.txt" if alone else "card-addresses.txt"
        tree[name] = "\n".join(picture.url for picture in post.pictures).encode()
    return tree


def _packed(tree: Tree) -> bytes:
    """Stored, sorted, undated: the same posts are the same bytes everywhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(tree.items()):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr, info.create_system = _PLAIN_FILE, _UNIX
            archive.writestr(info, content)
    return out.getvalue()
