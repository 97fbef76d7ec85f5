"""From drafts to the files that schedulers and calendars take; a format is one data file.

export(drafts, request) -> Export (files, what went out, what calendars were told), problems

choice.py     which drafts go out, and what is told of the others
exporter.py   the kinds of exports, and what is checked before
table.py      rows and columns: Buffer, Metricool, Publer …
record.py     a JSON file a post: Postiz, Bluesky, Mastodon, Google …
bundle.py     a ZIP a channel, to copy and paste
ics.py        one calendar event a draft; sequence.py remembers what calendars know
facets.py     links and tags of a Bluesky post, in bytes
recording.py  what is noted of posts that went out
writing.py    tables and JSON, for all of them
helpdesk/     answers and service replies, instead of drafts, for helpdesks
"""

from generator.export.choice import choose
from generator.export.exporter import EXPORTERS, export
from generator.export.post import Picture, Post
from generator.export.recording import earlier, gone_out, record_exported
from generator.export.sequence import PATH as CALENDAR
from generator.export.sequence import Line, format_lines, parse_lines
from generator.export.target import Export, Exporter, Made, Request

__all__ = [
    "CALENDAR",
    "EXPORTERS",
    "Export",
    "Exporter",
    "Line",
    "Made",
    "Picture",
    "Post",
    "Request",
    "choose",
    "earlier",
    "export",
    "format_lines",
    "gone_out",
    "parse_lines",
    "record_exported",
]
