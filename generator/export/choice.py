"""Which drafts go out: a scheduler gets what was approved, once; a calendar shows all that is planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.export.target import Request
from generator.problems import Place, Problem, Severity
from generator.social.draft import Draft, place

UNREAD = frozenset({"draft", "review"})
_GONE_OUT = frozenset({"exported", "published"})
_SHOWN = UNREAD | _GONE_OUT | {"approved"}


def choose(drafts: Sequence[Draft], request: Request) -> tuple[list[Draft], int, list[Problem]]:
    """Drafts to export, how many had gone out before, and what is told of those left out: AA513, 515, 517, 518."""
    if request.channels and request.spec.purpose == "publish":
        drafts = [draft for draft in drafts if draft.channel in request.channels]
    taken, problems = _taken(drafts, request)
    if request.spec.purpose == "overview":
        return [draft for draft in taken if draft.state in _SHOWN], 0, problems
    open_, before = _not_before(taken, request)
    unread = [draft for draft in open_ if draft.state in UNREAD]
    ready = open_ if request.include_drafts else [draft for draft in open_ if draft.state not in UNREAD]
    past = [draft for draft in ready if draft.slot.date() < request.today]
    chosen = [draft for draft in ready if draft.slot.date() >= request.today]
    problems += _past(past) + _unread(unread, chosen, request, anything=bool(chosen) or before > 0)
    return chosen, before, problems


def _not_before(drafts: Sequence[Draft], request: Request) -> tuple[list[Draft], int]:
    """Drafts that may go out, and how many did before."""
    if request.again:
        allowed = UNREAD | {"approved", "exported"}
        return [draft for draft in drafts if draft.state in allowed], 0
    gone = {draft.id for draft in drafts if draft.state in _GONE_OUT} | set(request.gone_out)
    waiting = [draft for draft in drafts if draft.state in UNREAD | {"approved"} and draft.id not in gone]
    return waiting, sum(draft.id in gone for draft in drafts)


def _taken(drafts: Sequence[Draft], request: Request) -> tuple[list[Draft], list[Problem]]:
    """Drafts of a kind that the tool takes."""
    spec = request.spec
    fits_network = [draft for draft in drafts if not spec.networks or draft.network in spec.networks]
    waiting = UNREAD | {"approved"}
    strangers = [d for d in drafts if d.state in waiting and spec.networks and d.network not in spec.networks]
    problems = []
    if len(spec.networks) > 1 or not fits_network:  # a format of one network says by its name what it takes
        others = ", ".join(sorted({draft.network for draft in strangers}))
        problems += _told(strangers, "AA518", lambda n: f"{spec.label} takes no posts for {others}; {n} left out", "")
    without = [draft for draft in fits_network if draft.state in waiting and not _takes_poll(draft, request)]
    hint = "post them by hand ('faq export zip'), or take 'polls: true' from the channel and plan again"
    problems += _told(without, "AA526", lambda n: f"{spec.label} cannot make the poll of {n}; left out", hint)
    fits_network = [draft for draft in fits_network if _takes_poll(draft, request)]
    fits_network, more = _pictured(fits_network, request)
    problems += more
    if spec.threads:
        return fits_network, problems
    threads = [draft for draft in fits_network if draft.state in waiting and len(draft.parts) > 1]
    hint = "post them by hand ('faq export zip'), or shorten them to one post"
    problems += _told(threads, "AA517", lambda n: f"{spec.label} takes no threads; {n} left out", hint)
    return [draft for draft in fits_network if len(draft.parts) == 1], problems


def _takes_poll(draft: Draft, request: Request) -> bool:
    """Whether what is written can make its poll, if it has one, or is read by somebody who can."""
    if draft.poll is None:
        return True
    network = request.networks.get(draft.network)
    by_hand = network is not None and network.poll is not None and network.poll.by_hand
    by_people = request.spec.kind == "zip" or request.spec.purpose == "overview"
    return request.spec.polls and (by_people or not by_hand)


def _pictured(drafts: Sequence[Draft], request: Request) -> tuple[list[Draft], list[Problem]]:
    """Drafts of no more pictures than the tool takes; what only shows posts takes them all."""
    spec = request.spec
    if spec.purpose == "overview":
        return list(drafts), []
    documents = [d for d in drafts if d.slides and not spec.documents and _is_document(d, request)]
    known = {draft.id for draft in documents}
    rest = [draft for draft in drafts if draft.id not in known]
    many = [draft for draft in rest if len(draft.slides) > spec.images and not _is_document(draft, request)]
    hint = "post them by hand: 'faq export zip' has their pictures"
    takes = f"{spec.images} pictures" if spec.images > 1 else "one picture"
    told = _told(_waiting(documents), "AA527", lambda n: f"{spec.label} takes no documents (PDF); {n} left out", hint)
    told += _told(_waiting(many), "AA527", lambda n: f"{spec.label} takes {takes} a post; {n} left out", hint)
    known |= {draft.id for draft in many}
    return [draft for draft in rest if draft.id not in known], told


def _is_document(draft: Draft, request: Request) -> bool:
    network = request.networks.get(draft.network)
    return network is not None and network.image.document


def _waiting(drafts: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.state in UNREAD | {"approved"}]


def _past(drafts: Sequence[Draft]) -> list[Problem]:
    hint = "choose another time in 'slot'; write 'state: published' if they went out by hand"
    return _told(drafts, "AA515", lambda n: f"the time of {n} is past; left out", hint)


def _unread(unread: Sequence[Draft], chosen: Sequence[Draft], request: Request, *, anything: bool) -> list[Problem]:
    """Whoever exports and gets nothing, because nobody approved anything yet, is shown an error."""
    if request.include_drafts:
        sent = [draft for draft in chosen if draft.state in UNREAD]
        hint = "they count as exported now; look at them once more in the scheduler"
        return _told(sent, "AA513", lambda n: f"{n} went out that nobody approved", hint)
    severity = Severity.WARNING if anything else Severity.ERROR
    hint = "read them and set 'state: approved', or export them as they are with --include-drafts"
    ahead = [draft for draft in unread if draft.slot.date() >= request.today]
    return _told(ahead, "AA513", lambda n: f"{n} not approved; left out", hint, severity)


def _told(
    drafts: Sequence[Draft],
    code: str,
    message: Callable[[str], str],
    hint: str,
    severity: Severity = Severity.WARNING,
) -> list[Problem]:
    """One problem for all of them, at the first: a year's drafts would bury everything else."""
    if not drafts:
        return []
    first: Place = place(drafts[0])
    how_many = f"{len(drafts)} {'post' if len(drafts) == 1 else 'posts'}"
    return [Problem(first, code, message(how_many), hint, severity)]
