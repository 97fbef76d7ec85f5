"""Search: one index and one ranking for the site, the desk and the command line.

Documents (`documents.py`) are analysed (`analysis.py`, `groups.py`, driven by `data/search/`) into an inverted
index (`index.py`), which is searched here (`matching.py`, `ranking.py`) and, written compactly (`coding.py`), by the
twin in `data/search/js/` (`scripts.py`). The twins give the same hits with the same scores: `tests/search/` sees to it.
"""

from generator.search.coding import decode, encode
from generator.search.index import Document, Heading, Index, build
from generator.search.ranking import Hit, Reason, Searcher
from generator.search.scripts import page_script, worker_script
from generator.search.tables import Tables, read_tables

__all__ = [
    "Document",
    "Heading",
    "Hit",
    "Index",
    "Reason",
    "Searcher",
    "Tables",
    "build",
    "decode",
    "encode",
    "page_script",
    "read_tables",
    "worker_script",
]
