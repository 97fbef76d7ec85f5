"""Rules for what leads on: the one link of a post, its statistics, its hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from generator.content.markup import headings
from generator.problems import Severity
from generator.social.link_text import shown
from generator.social.rules import words
from generator.social.rules.base import Complaint, Post, Rule

_STATISTICS = ("utm_source", "utm_medium", "utm_campaign", "utm_content")
_PLAIN = re.compile(r"[a-z0-9][a-z0-9._~-]*")
_PERSONAL = re.compile(r"@|%40|\d{7,}", re.IGNORECASE)
_MOST_WORDS = 4
_MOST_TAGS = 30


def one_link(post: Post) -> Iterator[Complaint]:
    """D5: one link, to the entry's own page of the site, in the draft's language."""
    draft = post.draft
    parts = urlsplit(draft.link)
    page = post.world.addresses.absolute(post.world.addresses.entry(draft.entry, draft.language))
    if draft.link.partition("?")[0].partition("#")[0] != page:
        yield Complaint(f"'link' leads to another page than the answer's: {draft.link[:100]}", f"it is {page}")
    elif parts.scheme != "https":
        yield Complaint("'link' does not begin with https://", "correct 'site_url' in mkdocs.yml")
    elif parts.fragment and parts.fragment not in {id_ for id_, _ in headings(post.entry.body)}:
        yield Complaint(f"the answer has no heading '#{parts.fragment}'", "correct the end of 'link'")
    own = {draft.link, shown(draft.link, post.network)}
    found = words.addresses(draft.text)
    times = sum(address in own for address in found)
    if times > 1:
        yield Complaint(f"the link is in the post {times} times", "keep the last one", at=draft.link)
    others = [address for address in found if address not in own]
    if post.network.links_clickable and others:
        message = f"the post has another link beside its own: {others[0][:80]}"
        yield Complaint(message, "one link is followed more often than two", Severity.WARNING, at=others[0])
    most = post.network.links_max
    if most and len(set(found)) > most:
        severity = None if post.network.confirmed("links_max") else Severity.WARNING
        yield Complaint(f"{post.network.label} takes {most} links", "take the others out", severity)


def statistics(post: Post) -> Iterator[Complaint]:
    """D6: statistics can tell which draft somebody came from, and nothing about the person."""
    pairs = parse_qsl(urlsplit(post.draft.link).query, keep_blank_values=True)
    tags = dict(pairs)
    missing = [name for name in _STATISTICS if name not in tags]
    if missing:
        yield Complaint(f"'link' has no {missing[0]}", f"add ?{'&'.join(f'{name}=…' for name in missing)}")
        return
    odd = next((f"{name}={value}" for name, value in pairs if name in _STATISTICS and not _PLAIN.fullmatch(value)), "")
    if odd:
        yield Complaint(
            f"'link' has a value that statistics count apart: {odd[:60]}", "small letters a-z, digits, . - _"
        )
    elif tags["utm_content"] != post.draft.id or len(pairs) != len(tags):
        yield Complaint("'link' does not name this draft once in utm_content", f"write utm_content={post.draft.id}")
    personal = next((f"{name}={value}" for name, value in pairs if _is_personal(name, value)), "")
    if personal:
        yield Complaint(f"'link' may tell who somebody is: {personal[:60]}", "leave only the four utm_… parameters")


def _is_personal(name: str, value: str) -> bool:
    return not name.startswith("utm_") or bool(name != "utm_content" and _PERSONAL.search(value))


def hashtags(post: Post) -> Iterator[Complaint]:
    """D7, D8: few hashtags, at the end, with a capital where each word begins."""
    tags = words.HASHTAG.findall(post.draft.text)
    most = post.world.limits.common.hashtags
    if post.network.hashtags_max is None and len(tags) > most:
        message = f"the post has {len(tags)} hashtags, more than {most}"
        yield Complaint(message, "keep the one or two that people look for", Severity.WARNING)
    for tag in tags[:_MOST_TAGS]:
        if tag == tag.casefold() and (several := _several(tag.removeprefix("#"), post)):
            better = "#" + "".join(word[:1].upper() + word[1:] for word in several)
            yield Complaint(f"screen readers cannot read {tag}", f"write {better}", at=tag)
    for part in words.posts(post.draft):
        first = words.HASHTAG.search(part)
        if first and words.tokens(words.HASHTAG.sub("", words.without_addresses(part[first.start() :]))):
            hint = "hashtags stand together behind the text"
            yield Complaint(f"the hashtag {first[0]} is not at the end", hint, at=first[0])
            return


def _several(tag: str, post: Post) -> tuple[str, ...]:
    """The words that a hashtag in small letters runs together, where they stand side by side in the entry."""
    titles = " ; ".join((post.world.library.topic_title(post.entry.topic, post.language.code), *post.entry.meta.tags))
    said = words.tokens(f"{titles} ; {post.facts.text}")
    for size in range(2, _MOST_WORDS + 1):
        for run in words.runs(said, size):
            if tag.startswith(run[0]) and "".join(run) == tag:
                return run
    return ()


RULES: tuple[Rule[Post], ...] = (
    Rule("D5", "AA358", Severity.ERROR, one_link),
    Rule("D6", "AA359", Severity.ERROR, statistics, "link"),
    Rule("D8", "AA360", Severity.ERROR, hashtags),
)
