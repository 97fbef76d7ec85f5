"""From drafts to the files that schedulers and calendars take; a format is one data file.

export(name, drafts, spec, images, today, networks=…, states=…) -> tree, problems

table.py   rows and columns: Buffer, Publer, Vista Social …
ics.py     one calendar event a draft
"""

from generator.export.exporter import EXPORTERS, Exporter, export

__all__ = ["EXPORTERS", "Exporter", "export"]
