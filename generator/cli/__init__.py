"""The command line: `faq`. The only place that prints and exits.

main.py    all commands, and what becomes of whatever goes wrong
diff.py    `faq diff`
find.py    `faq find`
links.py   `faq links` and its repairs
status.py  `faq status` and what is recorded with it
shared.py  exit codes, options, progress, and how problems are printed
"""

from generator.cli.main import cli, main

__all__ = ["cli", "main"]
