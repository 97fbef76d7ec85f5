"""Which kinds of exports there are, and what is checked before any of them runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC

from generator.export import bundle, ics, record, table
from generator.export.choice import choose
from generator.export.post import Post, post_of
from generator.export.target import Export, Exporter, Request
from generator.export.writing import unverified
from generator.problems import Place, Problem, Severity, has_errors
from generator.social import OPEN_STATES
from generator.social.draft import Draft, place
from generator.social.link_text import spelled
from generator.social.threads import PARTING

EXPORTERS: Mapping[str, Exporter] = {
    "table": table.export,
    "ics": ics.export,
    "json": record.export,
    "zip": bundle.export,
}


def export(drafts: Sequence[Draft], request: Request) -> tuple[Export, list[Problem]]:
    """The files of one export below `<name>/`; none where a draft that would go out has an error.

    Drafts are judged again here, because people edit them after they were planned.
    """
    ordered = sorted(drafts, key=lambda d: (d.slot.astimezone(UTC), d.id))
    chosen, before, problems = choose(ordered, request)
    problems += [problem for draft in chosen if _is_open(draft, request) for problem in _faults(draft, request)]
    problems += request.judge(chosen)
    if has_errors(problems) or (not chosen and request.spec.purpose == "publish"):
        return Export(before=before), problems
    made, more = EXPORTERS[request.spec.kind]([_post(draft, request) for draft in chosen], request)
    files = {f"{request.name}/{path}": content for path, content in sorted(made.files.items())}
    sent = chosen if request.spec.purpose == "publish" else ()
    problems += more + _pictures(chosen, request) + _accounts(chosen, request) + unverified(request.name, request.spec)
    return Export(files=files, sent=sent, before=before, calendar=made.calendar), problems


def _is_open(draft: Draft, request: Request) -> bool:
    """Whether it can still be mended: a calendar also shows what is long published."""
    return draft.state in OPEN_STATES or request.spec.purpose == "publish"


def _post(draft: Draft, request: Request) -> Post:
    account = request.spec.accounts.get(draft.channel, f"<account of {draft.channel}>")
    post = post_of(draft, request.pictures.get(draft.id, ()), request.networks.get(draft.network), account)
    return replace(post, text=_text(draft, request))


def _text(draft: Draft, request: Request) -> str:
    """What is posted: tools that take no facets find links by themselves, and get the whole link where it fits."""
    spec, network = request.spec, request.networks.get(draft.network)
    if network is None or network.link_shown != "readable" or "facets" in spec.fields or spec.purpose != "publish":
        return draft.text
    return PARTING.join(spelled(part, draft.link, network, by_hand=spec.kind == "zip") for part in draft.parts)


def _faults(draft: Draft, request: Request) -> list[Problem]:
    network = request.networks.get(draft.network)
    if network is None:
        return [Problem(place(draft), "AA510", f"there is no network '{draft.network}'", "correct 'network'")]
    spec = request.spec
    needed = "image_url" in spec.fields and (network.image.required or spec.needs_image)
    if needed and not request.pictures.get(draft.id):
        taker = spec.label if spec.needs_image else network.label
        message = f"{taker} takes no post without a picture, and this one has none"
        hint = "make the cards and publish them with the site first"
        if not draft.card:
            hint = f"write 'card: {network.image.size}' into it, or post it by hand"
        return [Problem(place(draft), "AA511", message, hint)]
    return []


def _pictures(drafts: Sequence[Draft], request: Request) -> list[Problem]:
    """Addresses that lead nowhere yet, judged by the last built site."""
    if not {"image_url", "image_cid"} & request.spec.fields and request.spec.kind != "zip":
        return []
    missing = [[one for one in request.pictures.get(d.id, ()) if one.content is None] for d in drafts]
    first = next((picture for some in missing for picture in some), None)
    if first is None:
        return []
    posts = sum(map(bool, missing))
    message = f"the cards of {posts} of {len(drafts)} posts are not on the last built site, the first is {first.url}"
    hint = "build the site and publish it before the file is uploaded: schedulers fetch pictures at once"
    return [Problem(Place(f"exports/{request.name}"), "AA516", message, hint, Severity.WARNING)]


def _accounts(drafts: Sequence[Draft], request: Request) -> list[Problem]:
    spec = request.spec
    missing = sorted({draft.channel for draft in drafts} - set(spec.accounts)) if "account" in spec.fields else []
    if not missing:
        return []
    message = f"{spec.label} knows channels by ids, and there is none for {', '.join(missing)}"
    hint = f"name them under 'accounts' in faq/_data/exports/{request.name}.yml, or fill them in before you upload"
    return [Problem(Place(f"exports/{request.name}"), "AA522", message, hint, Severity.WARNING)]
