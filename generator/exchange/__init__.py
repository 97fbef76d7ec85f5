"""The whole FAQ for another system, which may hold less of an entry than we do.

write(name, spec, articles) -> files below `<name>/`, problems: what the format has no place for is told

article.py   an entry as other systems know it: no facts, no links of ours
grouping.py  articles by language, topic and question
losses.py    what a format does not hold, and which entries have it
writing.py   the formats by name; each is a module and a file of data/exchange
"""

from generator.exchange.article import Article
from generator.exchange.writing import WRITERS, write

__all__ = ["WRITERS", "Article", "write"]
