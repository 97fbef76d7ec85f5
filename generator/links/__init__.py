"""Permanent links: where everything lives, what was ever published, and where former addresses lead.

addresses.py  where an entry, topic or page of a language lives
target.py     what an address leads to: an entry, topic or page, or a heading of one
live.py       every address that answers by itself now, and where former names lead
lock.py       `_links.tsv`: every address ever published, read and written
titles.py     `_titles.tsv`: every question ever published, and what things were called before
reconcile.py  the lock held against the content: what is new, what moved, what is lost
former.py     what the site needs to answer at addresses that are nobody's any more
work.py       authors' files with changes laid over them
rewriting.py  changes that keep the rest of a file as it was written
repair.py     rename and retire
parting.py    split and merge
withdrawing.py  records of withdrawn.yml
"""

from generator.links.addresses import Addresses, relative

__all__ = ["Addresses", "relative"]
