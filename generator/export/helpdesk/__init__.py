"""From entries and service replies to the canned responses of helpdesks; a helpdesk is one data file.

export(library, addresses, request) -> files below `<name>/`, problems

answers.py   what there is to say in each language, for no helpdesk in particular
syntax.py    the same in a helpdesk's own syntax: variables, HTML, signs that mean something there
files.py     tables and JSON as data files describe them; espanso.py writes match files
exporter.py  what is left out, and why
"""

from generator.export.helpdesk.exporter import HelpdeskRequest, export

__all__ = ["HelpdeskRequest", "export"]
