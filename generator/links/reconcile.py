"""The lock held against the content: what is new, what moved, and what would be lost."""

from __future__ import annotations

from datetime import date

from generator.links.live import Live
from generator.links.lock import PATH, Key, Lock, Row, lines_of
from generator.links.target import Target, address_of, name_of
from generator.links.withdrawing import PATH as WITHDRAWN
from generator.problems import Place, Problem, Severity


def reconcile(live: Live, lock: Lock, today: date) -> dict[Key, Row]:
    """The lock as it is to be written: every address it had, with what answers there now, and every new one.

    An address that nothing answers for keeps its line as it was; `losses` tells of it.
    """
    made = {key: _now(live, row) for key, row in lock.items()}
    for key, (lang, target) in live.found.items():
        if key not in made:
            made[key] = Row(lang, *key, target, today, "live")
    for key, (lang, target) in former(live).items():
        if key not in made:
            made[key] = Row(lang, *key, target, today, "withdrawn" if live.is_withdrawn(target) else "moved")
    return made


def _now(live: Live, row: Row) -> Row:
    """One published address with what answers there now."""
    answer = live.resolve(row.target)
    if answer is None:
        return row
    served = live.found.get((row.path, row.anchor))
    if served:
        lang, target = served
        return row._replace(lang=lang, target=target, state="live") if target == answer else row
    if live.is_withdrawn(answer):
        return row._replace(target=answer, state="withdrawn")
    return row._replace(target=answer, state="moved")


def former(live: Live) -> dict[Key, tuple[str, Target]]:
    """Addresses of former names and of what is withdrawn, in every language, and those of another site."""
    found = dict(live.was)
    names = [*live.heirs.items(), *((Target(*key), Target(*key)) for key in live.library.withdrawn)]
    for lang in live.library.languages:
        for old, new in names:
            if live.exists(new) or live.is_withdrawn(new):
                found[address_of(old, lang, live.addresses), ""] = (lang, new)
    return {key: value for key, value in found.items() if key not in live.found}


def losses(live: Live, lock: Lock, text: str) -> list[Problem]:
    """Published addresses that nothing answers for any more, or that now answer with another question (AA201-AA203).

    Each thing that was lost is told once, at its first line of the lock, whose `text` gives the places.
    """
    gone: dict[Target, list[Key]] = {}
    given_away: dict[Target, list[Key]] = {}
    unreadable = live.library.unreadable
    for key, row in lock.items():
        if name_of(row.target) in unreadable or (row.state == "withdrawn" and WITHDRAWN in unreadable):
            continue
        answer, served = live.resolve(row.target), live.found.get(key)
        if answer is None:
            gone.setdefault(row.target if live.exists(row.target) else row.target.whole, []).append(key)
        elif served and served[1] != answer:
            given_away.setdefault(served[1], []).append(key)
    places = lines_of(text, (key for keys in (*gone.values(), *given_away.values()) for key in keys))

    def place(keys: list[Key]) -> Place:
        return Place(PATH, min((places[key] for key in keys if key in places), default=1))

    return [_gone(place(keys), target, sorted(keys)) for target, keys in gone.items()] + [
        _given_away(place(keys), lock[min(keys)], target) for target, keys in given_away.items()
    ]


def _gone(place: Place, target: Target, keys: list[Key]) -> Problem:
    shown = _shown(keys)
    if target.anchor:
        message = f"the published heading '{target}' is gone, so {shown} would lead past it"
        hint = f"give the heading its id back, or say where it is now: faq links rename {target} {target.whole}#NEW"
        return Problem(place, "AA202", message, f"{hint}, or faq links retire {target} --heir OTHER")
    message = f"the published '{target}' is gone, so {shown} would lead nowhere"
    hint = f"faq links rename {target} NEW, or faq links retire {target} --heir OTHER, or --withdraw 'why'"
    return Problem(place, "AA201", message, hint)


def _given_away(place: Place, row: Row, served: Target) -> Problem:
    message = (
        f"{_shown([(row.path, row.anchor)])} was published for '{row.target}' and would now answer with '{served}'"
    )
    hint = f"give '{served}' another id: whoever kept the old link must not find another answer"
    return Problem(place, "AA203", message, hint)


def _shown(keys: list[Key]) -> str:
    """`/q/old/#part and 6 more`."""
    path, anchor = keys[0]
    more = f" and {len(keys) - 1} more" if len(keys) > 1 else ""
    return f"/{path}{'#' if anchor else ''}{anchor}{more}"


def removed(live: Live, lock: Lock, committed: Lock) -> list[Problem]:
    """Lines that a version in Git has and this one lacks, or that lead elsewhere now by hand (AA204)."""
    wrong = [key for key, row in committed.items() if key not in lock or _answers_differ(live, row, lock[key])]
    if not wrong:
        return []
    message = f"the published address {_shown(sorted(wrong))} was taken out of this file or changed by hand"
    hint = "'faq links --write' brings it back; an address stays for ever, even when what it led to goes"
    return [Problem(Place(PATH), "AA204", message, hint)]


def _answers_differ(live: Live, one: Row, other: Row) -> bool:
    if one.target == other.target:
        return False
    first, second = live.resolve(one.target), live.resolve(other.target)
    return first is not None and (second is None or first.whole != second.whole)


def owed(live: Live, lock: Lock, committed: Lock) -> dict[Key, Row]:
    """Both versions of the lock: what was published once is owed, whatever somebody did to the file."""
    return {**lock, **{k: row for k, row in committed.items() if k not in lock or _answers_differ(live, row, lock[k])}}


def unlocked(live: Live, lock: Lock) -> list[Problem]:
    """Addresses that no lock holds yet (AA208, a warning): they are safe once it is built and committed."""
    new = [key for key in (*live.found, *former(live)) if key not in lock]
    if not new:
        return []
    message = f"{_shown(sorted(new))}: published from the next build on, and not locked yet"
    hint = "'faq build' or 'faq links --write' locks them; commit the file"
    return [Problem(Place(PATH), "AA208", message, hint, Severity.WARNING)]
