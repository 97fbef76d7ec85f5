"""Was this helpful, and what is wrong here: by mail or by a form, without any script."""

from __future__ import annotations

from urllib.parse import quote

from generator.content.library import Entry
from generator.site.shape import Shape

_MOST = 150
"""Characters of a question in a subject line."""


def feedback(shape: Shape, entry: Entry, lang: str) -> dict[str, object] | None:
    """For the entry's template: an `endpoint` and a form's `fields`, or three `mailto:` addresses; None for neither."""
    target = shape.library.settings.feedback
    if not target:
        return None
    address = shape.addresses.absolute(shape.addresses.entry(entry.id, lang))
    if target.startswith("https:"):
        fields = {"entry": entry.id, "lang": lang, "address": address}
        return {"endpoint": target, "fields": [{"name": name, "value": value} for name, value in fields.items()]}
    say = shape.library.languages[lang].say
    page = say("site", "mail_page", address=address) + "\n\n"
    asked = f"{page}{say('site', 'wrong_label')}\n\n"
    question = entry.question[:_MOST]
    return {
        "yes": mail(target, say("site", "mail_yes", question=question), page),
        "no": mail(target, say("site", "mail_no", question=question), asked),
        "wrong": mail(target, say("site", "mail_wrong", question=question), asked),
    }


def mail(to: str, subject: str, body: str) -> str:
    """A `mailto:` address (RFC 6068): everything percent-encoded, lines of the body end in %0D%0A."""
    line, lines = " ".join(subject.split()), body.replace("\n", "\r\n")
    return f"mailto:{quote(to, safe='@')}?subject={quote(line, safe='')}&body={quote(lines, safe='')}"
