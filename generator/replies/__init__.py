"""Replies to customers: the same facts for everybody, and never twice the same words.

    read_wordings(library, overrides)     wording.py   -> by language what replies are put together from; problems
    compose(said, wording, fits)          compose.py   -> greeting, answer, next step and sign-off, within a length
    fill_in(reply, values, dates)         fields.py    -> what a service reply says, and which fields are missing
    promise(now, minutes, hours, dates)   moments.py   -> by when a question is answered, counting opening hours

The desk copies at once, so `phrases.js`, `compose.js` and `moments.js` in `data/desk/` do the same in the browser with
the same data: `tests/replies/` keeps the twins equal. Nothing here knows what time it is.
"""

from generator.replies.compose import Composed, Said, compose, is_personal
from generator.replies.dates import Dates
from generator.replies.fields import fill_in, framed, is_private, is_whole, used, written
from generator.replies.moments import DeskHours, desk_hours, promise, promised
from generator.replies.names import Names, called
from generator.replies.wording import Wording, as_values, read_wordings

__all__ = [
    "Composed",
    "Dates",
    "DeskHours",
    "Names",
    "Said",
    "Wording",
    "as_values",
    "called",
    "compose",
    "desk_hours",
    "fill_in",
    "framed",
    "is_personal",
    "is_private",
    "is_whole",
    "promise",
    "promised",
    "read_wordings",
    "used",
    "written",
]
